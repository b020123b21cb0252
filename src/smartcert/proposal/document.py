"""Reading a file: text in, typed values out, one fault for each value that can't be read.

A proposal, a review or a file of waivers is read along its `FieldSpec`. What can't be read, and
what only holds a place ("TBD", "รอข้อมูล"), becomes a fault at its place and counts as absent;
everything else goes on. So `data` holds substance only, and a check may ask simply whether a value
is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from smartcert.proposal.document_reader import GUESSES, DocumentReader, says_something
from smartcert.proposal.fault import Code, Fault
from smartcert.proposal.key_slips import key_slips
from smartcert.proposal.loose_value import LooseValue
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source import Map, Source, mend
from smartcert.source.path import FieldPath, value_at
from smartcert.thai.substance import Reason

_DOUBTFUL = (Code.UNKNOWN_KEY, Code.WRONG_FORM, Code.COMMA_IN_BRACES)
"""Faults of keys and forms, which slips of the pen may lie behind."""

_TURNS = 20
"""How often keys are mended; what lies under a mended key shows only then."""

_TURNS_OF_REST = 4
"""The same where the file can't be read, and each turn takes longer."""

KINDS_OF_FILES = {
    "smartcert": "Proposal",
    "smartcert-review": "Review",
    "smartcert-waivers": "WaiverFile",
}
"""The key that says what a file is."""


class Document(NamedTuple):
    """A file as far as it could be read."""

    source: Source
    """The file it came from, with the place of every key and value."""
    data: dict[str, Any]
    """Typed values, placed as in the file.

    What is empty, unreadable or a placeholder is not there; in a list it is None.
    """
    faults: tuple[Fault, ...]
    """Faults of single values and keys, in the order of the file."""
    placeholders: frozenset[FieldPath]
    """Where the file only says that something will come."""
    kind: str
    """What it was read as: `Proposal`, `Review` or `WaiverFile`."""
    loose: tuple[LooseValue, ...] = ()
    """What was read though it is not written plainly, in the order of the file."""

    lost: frozenset[FieldPath] = frozenset()
    """The fields whose references lead nowhere: they are in `data`, and say nothing."""
    reasons: Mapping[FieldPath, Reason] = {}
    """Why the text at a place is no answer; each such place is among `placeholders`."""

    def text(self, path: FieldPath, lang: str) -> str:
        """Return a text, in a language where the file has it in two; empty when there is none."""
        value = value_at(path, self.data)
        written = self.source.at(path) if value else None
        other = written.get(lang) if type(written) is Map else None
        return other if isinstance(other, str) and says_something(other) else value or ""


def read_document(source: Source, spec: FieldSpec | None = None) -> Document:
    """Read a proposal, or another file along its own spec. Never raises for what the file says.

    Keys that are slips of the pen are read as they are meant, where the source's slips are mended.
    """
    spec = spec or proposal_spec()
    # Where slips of one kind were found, those of keys are looked for before anything is read.
    document = None if source.told or source.rest else _read(source, spec)
    if document is not None and not _is_doubtful(document):
        return document
    mended = _with_keys(source, spec)
    return document if document is not None and mended is source else _read(mended, spec)


def _is_doubtful(document: Document) -> bool:
    """Whether slips of keys, where they may be mended, may be behind the faults of a file."""
    return document.source.told is not None and any(
        fault.code in _DOUBTFUL for fault in document.faults
    )


def _with_keys(source: Source, spec: FieldSpec) -> Source:
    """Return a source with the slips of its keys mended."""
    for _ in range(_TURNS if source.rest is None else _TURNS_OF_REST):
        if source.told is None:
            break
        known = {(fault.code, fault.span) for fault in source.told}
        found = key_slips(source.rest or source, spec)
        slips = [slip for slip in found if (slip.code, slip.span) not in known]
        if not slips:
            break
        source = mend(source, slips)
    return source


def _read(source: Source, spec: FieldSpec) -> Document:
    root = source.root
    reader = DocumentReader(strict=spec.type != "Proposal", torn=source.torn)
    data = None
    if isinstance(root, Map):
        other = _other_kind(root, spec)
        if other is None:
            data = reader.read(root, spec, ())
            reader.judge_calendars()
            reader.resolve(data)
            other = "foreign" if reader.unknown > 1 and _is_foreign(root, spec) else None
        if other is not None:
            first = next(iter(root))
            reader.fault((first,), Code.OTHER_FILE, at_key=True, wanted=spec.type, found=other)
    return Document(
        source=source,
        data=data or {},
        faults=tuple(reader.faults),
        placeholders=frozenset(reader.placeholders),
        kind=spec.type,
        loose=tuple(reader.loose),
        lost=frozenset(reader.references.lost),
    )


def _other_kind(root: Map, spec: FieldSpec) -> str | None:
    """Return the kind of file that it says it is, when that is not the one asked for."""
    kinds = [kind for key, kind in KINDS_OF_FILES.items() if key in root]
    return None if not kinds or spec.type in kinds else kinds[0]


def _is_foreign(root: Map, spec: FieldSpec) -> bool:
    """Whether no key of a file is known, nor like one that is: it is some other file."""
    return not any(key in spec.fields or spec.meant(key) for key in list(root)[:GUESSES])
