"""What was read though it is not written plainly, told so that a person can object."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from smartcert.findings.wording import Wording, clip
from smartcert.messages.codes import code_text
from smartcert.messages.message import message
from smartcert.source import Span
from smartcert.source.path import FieldPath
from smartcert.thai.loose import How
from smartcert.thai.normalize import fold

CODES: dict[How, str] = {
    "unit-in-brackets": "V001",
    "about": "V002",
    "per-month": "V003",
    "zero": "V004",
    "note": "V005",
    "in-words": "V006",
    "product": "V007",
    "short-year": "V008",
    "day-first": "V009",
    "period": "V010",
    "range": "V011",
    "open-end": "V012",
    "one-line": "V013",
    "target": "V014",
    "explained": "V015",
    "named": "V016",
    "money-state": "V017",
    "form": "V018",
    "by-year": "V019",
    "reference": "V020",
    "each-year": "V021",
    "fiscal": "V022",
    "duration": "V023",
}
"""Each way of reading has a code, which `smartcert explain` explains."""

SHOWN = 2
"""How many readings of one kind a note names, where not all are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value that was read loosely."""

    path: FieldPath
    written: str
    """As it stands in the file."""
    read: str
    """What it counts as, in words of the assessment's language."""
    code: str
    span: Span

    @property
    def told(self) -> str:
        """What was written and what it counts as: `12.4 (ล้านบาท) = 12,400,000 บาท`."""
        return f"{clip(self.written)} = {clip(self.read)}"


def readings(wording: Wording) -> tuple[Reading, ...]:
    """Return what of a document was read loosely, in the order of the file."""
    places = wording.places
    found = (
        Reading(
            path=value.path,
            written=value.written,
            read=wording.value(value.kind, value.value, value.path),
            code=CODES[value.how],
            span=places.source.span(value.path),
        )
        for value in places.document.loose
    )
    # What is read as it is written leaves nothing to object to: `96 ชุด`.
    loose = (reading for reading in found if fold(reading.written) != fold(reading.read))
    return tuple(sorted(loose, key=lambda reading: reading.span[:2]))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingKind:
    """The readings of one kind."""

    code: str
    title: str
    readings: tuple[Reading, ...]

    @property
    def told(self) -> list[str]:
        """What was written and what it counts as, each once."""
        return list(dict.fromkeys(reading.told for reading in self.readings))


def by_kind(found: Iterable[Reading], lang: str) -> tuple[ReadingKind, ...]:
    """Return the readings of each kind, in the order of their codes."""
    kinds: dict[str, list[Reading]] = defaultdict(list)
    for reading in found:
        kinds[reading.code].append(reading)
    return tuple(
        ReadingKind(code=code, title=code_text(code, "title", lang), readings=tuple(kind))
        for code, kind in sorted(kinds.items())
    )


def notes(found: Iterable[Reading], lang: str) -> list[str]:
    """Return one line for each kind of reading: its code, its title, and the first few."""
    return [f"{kind.code} {kind.title}: {_first(kind, lang)}" for kind in by_kind(found, lang)]


def _first(kind: ReadingKind, lang: str) -> str:
    told = kind.told
    shown, left = told[:SHOWN], len(told[SHOWN:])
    more = message("terminal.lists.more-readings", lang, count=left) if left else ""
    return "; ".join(shown) + more
