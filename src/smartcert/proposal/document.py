"""Reading a file: text in, typed values out, one fault for each value that can't be read.

A proposal, a review or a file of waivers is read along its `FieldSpec`. What can't be read, and
what only holds a place ("TBD", "รอข้อมูล"), becomes a fault at its place and counts as absent;
everything else goes on. So `data` holds substance only, and a check may ask simply whether a value
is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from smartcert.proposal.fault import Code, Fault, fault_at
from smartcert.proposal.key_slips import key_slips
from smartcert.proposal.spec import YEARLY, FieldSpec, Kind, proposal_spec
from smartcert.proposal.values import READERS
from smartcert.source import Map, Seq, Source, mend
from smartcert.source.path import FieldPath, value_at
from smartcert.suggest import closest
from smartcert.thai.date import ThaiDate, read_year
from smartcert.thai.loose import How, Loose
from smartcert.thai.normalize import normalize
from smartcert.thai.numeral import ValueReadError
from smartcert.thai.placeholder import is_placeholder, says_none, says_state

GUESSES = 200
"""Unknown keys that are compared with known ones.

A file with more is no proposal, and comparing costs time.
"""

_DOUBTFUL = (Code.UNKNOWN_KEY, Code.WRONG_FORM, Code.COMMA_IN_BRACES)
"""Faults of keys and forms, which slips of the pen may lie behind."""

_TURNS = 20
"""How often keys are mended; what lies under a mended key shows only then."""

KINDS_OF_FILES = {
    "smartcert": "Proposal",
    "smartcert-review": "Review",
    "smartcert-waivers": "WaiverFile",
}
"""The key that says what a file is."""

FORMS: dict[Kind, str] = {"section": "section", "by_year": "section", "list": "list"}
"""What a fault calls the form that a kind of field has; every other is a text."""


class LooseValue(NamedTuple):
    """A value that is not written plainly, and how it was read."""

    path: FieldPath
    written: str
    """As it stands in the file."""
    value: Any
    """What it counts as."""
    kind: str
    """The type of its field, which says how the value is shown."""
    how: How


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

    def text(self, path: FieldPath, lang: str) -> str:
        """Return a text, in a language where the file has it in two; empty when there is none."""
        value = value_at(path, self.data)
        written = self.source.at(path) if value else None
        other = written.get(lang) if type(written) is Map else None
        return other if isinstance(other, str) and _says_something(other) else value or ""


def read_document(source: Source, spec: FieldSpec | None = None) -> Document:
    """Read a proposal, or another file along its own spec. Never raises for what the file says.

    Keys that are slips of the pen are read as they are meant, where the source's slips are mended.
    """
    spec = spec or proposal_spec()
    document = _read(source, spec)
    for _ in range(_TURNS):
        if source.told is None or not any(fault.code in _DOUBTFUL for fault in document.faults):
            break
        known = {(fault.code, fault.span) for fault in source.told}
        slips = [slip for slip in key_slips(source, spec) if (slip.code, slip.span) not in known]
        source = mend(source, slips) if slips else source
        if not slips or source.fatal:
            break
        document = _read(source, spec)
    return document


def _read(source: Source, spec: FieldSpec) -> Document:
    root = source.root
    reader = _Reader()
    data = None
    if isinstance(root, Map):
        other = _other_kind(root, spec)
        if other is None:
            data = reader.read(root, spec, ())
            reader.judge_calendars()
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
    )


def _other_kind(root: Map, spec: FieldSpec) -> str | None:
    """Return the kind of file that it says it is, when that is not the one asked for."""
    kinds = [kind for key, kind in KINDS_OF_FILES.items() if key in root]
    return None if not kinds or spec.type in kinds else kinds[0]


def _is_foreign(root: Map, spec: FieldSpec) -> bool:
    """Whether no key of a file is known, nor like one that is: it is some other file."""
    return not any(key in spec.fields or spec.meant(key) for key in list(root)[:GUESSES])


def _answers(text: str, spec: FieldSpec) -> bool:
    """Whether what is a placeholder elsewhere is an answer to what is asked here."""
    return (spec.kind == "state" and says_state(text)) or (
        spec.kind in ("state", "or_none") and says_none(text)
    )


def _says_something(text: Any) -> bool:
    return isinstance(text, str) and bool(text.strip()) and not is_placeholder(text)


class _Reader:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.placeholders: list[FieldPath] = []
        self.loose: list[LooseValue] = []
        self.within: FieldSpec | None = None
        self.beside: dict[str, Any] = {}
        self.eras: dict[str, list[FieldPath]] = {"be": [], "ce": []}
        self.unknown = 0
        self.ids: dict[tuple[str, str], FieldPath] = {}
        self.forms: dict[Kind, Callable[[Any, FieldSpec, FieldPath], Any]] = {
            "section": self.section,
            "list": self.items,
            "by_year": self.by_year,
            "texts": self.texts,
            "refs": self.texts,
            "scalar": self.scalar,
            "choice": self.choice,
            "text": self.text,
            "state": self.text,
            "or_none": self.text,
            "id": self.text,
            "file": self.text,
        }

    def fault(
        self,
        path: FieldPath,
        code: Code,
        *,
        at_key: bool = False,
        related: FieldPath | None = None,
        **params: str,
    ) -> None:
        others = () if related is None else (related,)
        self.faults.append(fault_at(path, code, at_key=at_key, related=others, **params))

    def read(self, node: Any, spec: FieldSpec, path: FieldPath) -> Any:
        """Return the typed value of one node, or None when nothing of substance is there."""
        return None if node is None else self.forms[spec.kind](node, spec, path)

    def section(self, node: Any, spec: FieldSpec, path: FieldPath) -> dict[str, Any] | None:
        if type(node) is not Map:
            self.wrong_form(node, spec, path)
            return None
        fields = spec.fields
        values: dict[str, Any] = {}
        outer = self.within, self.beside
        self.within, self.beside = spec, {}
        for key, child in node.items():
            field = fields.get(key)
            if field is None:
                self.unknown_key(key, child, spec, (*path, key))
                continue
            value = self.read(child, field, (*path, key))
            if value is not None:
                values[key] = value
        for key, value in self.beside.items():
            if key in fields and not node.get(key):
                values.setdefault(key, value)
        self.within, self.beside = outer
        if "id" in values:
            self.note_id(spec.type, values["id"], (*path, "id"))
        return values or None

    def items(self, node: Any, spec: FieldSpec, path: FieldPath) -> list[Any] | None:
        if type(node) is not Seq:
            self.wrong_form(node, spec, path)
            return None
        assert spec.item is not None
        item = spec.item
        values = [self.read(child, item, (*path, i)) for i, child in enumerate(node)]
        return values if any(value is not None for value in values) else None

    def by_year(self, node: Any, spec: FieldSpec, path: FieldPath) -> dict[str, Any] | None:
        """Return amounts by the year as it is written, so that a path still leads into the file."""
        if type(node) is not Map:
            self.wrong_form(node, spec, path)
            return None
        values: dict[str, Any] = {}
        for key, child in node.items():
            here = (*path, key)
            try:
                self.note_era(read_year(key), here)
            except ValueReadError as problem:
                self.unreadable(problem, "year", key, here, at_key=True)
                continue
            value = self.read(child, YEARLY, here)
            if value is not None:
                values[key] = value
        return values or None

    def texts(self, node: Any, spec: FieldSpec, path: FieldPath) -> list[str | None] | None:
        """Return several texts; one text alone is a list of one."""
        if type(node) is Seq:
            values = [self.text(item, spec, (*path, i)) for i, item in enumerate(node)]
            return values if any(value is not None for value in values) else None
        value = self.text(node, spec, path)
        return None if value is None else [value]

    def scalar(self, node: Any, spec: FieldSpec, path: FieldPath) -> Any:
        if node == "":
            return None
        if not isinstance(node, str):
            self.wrong_form(node, spec, path)
            return None
        try:
            value = READERS[spec.type](node)
        except ValueReadError as problem:
            if spec.type == "confirmed" and (state := self.money_state(node)):
                value = Loose(state == "confirmed", "money-state", {"state": state})
            elif is_placeholder(node):
                self.placeholder(node, path)
                return None
            else:
                self.unreadable(problem, spec.type, node, path)
                return None
        if type(value) is Loose:
            value = self.taken(value, node, spec.type, path)
        if type(value) is ThaiDate:
            self.note_era(value, path)
        return value

    def text(self, node: Any, spec: FieldSpec, path: FieldPath) -> str | None:
        if type(node) is Map and spec.kind == "text" and node and node.keys() <= {"th", "en"}:
            texts = (node.get("th"), node.get("en"))
            node = next(filter(_says_something, texts), texts[0])
        if node is None:
            return None
        if not isinstance(node, str):
            self.wrong_form(node, spec, path)
            return None
        if not node or node.isspace():
            return None
        if is_placeholder(node) and not _answers(node, spec):
            self.placeholder(node, path)
            return None
        return node

    def taken(self, found: Loose, written: str, kind: str, path: FieldPath) -> Any:
        """Return the value of what was read loosely, which is noted with what it says beside."""
        self.beside |= found.beside
        self.loose.append(
            LooseValue(path=path, written=written, value=found.value, kind=kind, how=found.how)
        )
        return found.value

    def money_state(self, text: str) -> str | None:
        """Return how far money is, where a text says that and not whether it is confirmed."""
        if self.within is None or "state" not in self.within.fields:
            return None
        return self.within.fields["state"].word(text)

    def choice(self, node: Any, spec: FieldSpec, path: FieldPath) -> str | None:
        if isinstance(node, str):
            if node in spec.choices:
                return node
            # A word that is offered is an answer, whatever it says elsewhere: `กำลังดำเนินการ`.
            if (word := spec.word(node)) is not None:
                return word
            if (found := spec.word_of(node)) is not None:
                return str(self.taken(found, node, "choice", path))
        value = self.text(node, spec, path)
        if value is not None:
            is_unsure = spec.is_unsure(value)
            guess = "" if is_unsure else closest(value, spec.words) or ""
            unsure = "unsure" if is_unsure else ""
            self.fault(path, Code.UNKNOWN_CHOICE, written=value, guess=guess, unsure=unsure)
        return None

    def placeholder(self, text: str, path: FieldPath) -> None:
        self.placeholders.append(path)
        self.fault(path, Code.PLACEHOLDER, written=text)

    def unreadable(
        self,
        problem: ValueReadError,
        kind: str,
        text: str,
        path: FieldPath,
        *,
        at_key: bool = False,
    ) -> None:
        self.fault(
            path,
            Code.UNREADABLE_VALUE,
            at_key=at_key,
            kind=kind,
            reason=problem.reason,
            hint=problem.hint or "",
            either="|".join(problem.either),
            written=text,
        )

    def unknown_key(self, key: str, child: Any, spec: FieldSpec, path: FieldPath) -> None:
        self.unknown += 1
        guess = (spec.meant(key) or "") if self.unknown <= GUESSES else ""
        if child is None and not guess and (not key.isascii() or key[:1].isdigit()):
            # `{name: ต้นไม้ 10,000 ต้น}`: inside braces a comma ends the value, and what follows looks
            # like a key.
            self.fault(path, Code.COMMA_IN_BRACES, at_key=True, written=key)
        else:
            self.fault(path, Code.UNKNOWN_KEY, at_key=True, key_name=key, guess=guess)

    def wrong_form(self, node: Any, spec: FieldSpec, path: FieldPath) -> None:
        found = "section" if type(node) is Map else "list" if type(node) is Seq else "text"
        if found == "text" and is_placeholder(node):
            self.placeholder(node, path)
        else:
            wanted = FORMS.get(spec.kind, "text")
            self.fault(path, Code.WRONG_FORM, wanted=wanted, found=found)

    def note_id(self, kind: str, identifier: str, path: FieldPath) -> None:
        first = self.ids.setdefault((kind, normalize(identifier)), path)
        if first is not path:
            self.fault(path, Code.REPEATED_ID, related=first, identifier=identifier)

    def note_era(self, when: ThaiDate, path: FieldPath) -> None:
        self.eras[when.era].append(path)

    def judge_calendars(self) -> None:
        """Note it, at the first date of the rarer calendar, when a file mixes B.E. and C.E."""
        buddhist, common = self.eras["be"], self.eras["ce"]
        if buddhist and common:
            rare, usual = (common, buddhist) if len(common) <= len(buddhist) else (buddhist, common)
            era, count = "ce" if rare is common else "be", str(len(rare))
            self.fault(rare[0], Code.MIXED_CALENDARS, related=usual[0], era=era, count=count)
