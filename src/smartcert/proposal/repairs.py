"""What mends a file: the slips of the pen that can mean one thing, and the text without them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from smartcert.messages.codes import codes
from smartcert.proposal.document import Document, read_document
from smartcert.proposal.fault import Code, Fault
from smartcert.proposal.spec import FieldSpec, proposal_spec, review_spec, waivers_spec
from smartcert.source import Map, Source, SyntaxFault
from smartcert.source.edit import Edit, edited
from smartcert.source.encoding import rewritten

_SPECS: dict[str, Callable[[], FieldSpec]] = {
    "smartcert-review": review_spec,
    "smartcert-waivers": waivers_spec,
}
"""What a file that says so is read along; any other is a proposal."""

_SLIPS, _MERGE = "Y1", "Y115"
"""How the codes of slips begin, and the one among them that nobody can mend but its writer."""


class Repairs(NamedTuple):
    """What can be mended in a file, and what can't."""

    document: Document
    mended: tuple[SyntaxFault, ...]
    """The faults whose edits are made, in the order of the file."""

    @property
    def source(self) -> Source:
        """The file, read as if all its slips were mended."""
        return self.document.source

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What is written, and where."""
        return tuple(edit for fault in self.mended for edit in fault.edits)

    @property
    def left(self) -> tuple[SyntaxFault, ...]:
        """The faults of the file's text that only a person can mend."""
        return tuple(fault for fault in self.source.faults if not fault.edits)

    @property
    def torn(self) -> tuple[Fault, ...]:
        """The texts that came apart so that nobody can be sure what they were."""
        return tuple(fault for fault in self.document.faults if fault.code == Code.TORN_TEXT)

    def text(self) -> str:
        """Return the text with its repairs made; what nobody can write is replaced in it."""
        return edited(self.source.text, self.edits)

    def content(self, raw: bytes) -> bytes:
        """Return the bytes of the file with its repairs made and all else as it was."""
        if not self.mended:
            return raw
        return rewritten(raw, self.source.encoding, lambda text: edited(text, self.edits))


def mendable() -> list[str]:
    """Return the codes of what can be mended."""
    return [code for code in codes() if code.startswith(_SLIPS) and code != _MERGE]


def repairs_of(source: Source, only: tuple[str, ...] = ()) -> Repairs:
    """Return what mends a file, or of that only what has one of some codes, where any are given.

    Never raises for what the file says.
    """
    root = source.root if isinstance(source.root, Map) else {}
    spec = next((spec for key, spec in _SPECS.items() if key in root), proposal_spec)
    document = read_document(source, spec())
    slips = (fault for fault in document.source.faults if fault.edits)
    mended = tuple(fault for fault in slips if not only or fault.code in only)
    return Repairs(document, tuple(sorted(mended, key=lambda fault: fault.span)))
