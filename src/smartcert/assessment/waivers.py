"""Waivers: requirements set aside for a reason, by somebody, until a day.

What is set aside stays visible, and comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any, NamedTuple

from smartcert.findings.finding import RequirementKey
from smartcert.proposal.document import Document, read_document
from smartcert.proposal.fault import Code, Fault, fault_at
from smartcert.proposal.spec import waivers_spec
from smartcert.source import Source
from smartcert.source.path import FieldPath
from smartcert.suggest import closest
from smartcert.thai.date import ThaiDate

NEEDED = ("requirement", "reason", "approver", "until")

NARROWING = ("from", "smart", "proposal")
"""What says that a waiver holds for less; where it is written and can't be read, it holds not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One requirement set aside."""

    requirement: str
    smart: str | None
    """Only for this Smart; None for all of them."""
    proposal: str | None
    """Only for this file, by its name or the end of its path; None for all that are checked."""
    reason: str
    approver: str
    begins: ThaiDate | None
    until: ThaiDate
    """The last day on which it holds, in Thailand."""
    index: int
    """Its place in the file."""

    def holds(self, today: date) -> bool:
        """Whether it holds on a day: from its first to the end of its last, in Thailand."""
        day = (today.year, today.month, today.day)
        return self.begun(today) and day <= self.until.last

    def is_for(self, file: str) -> bool:
        """Whether it is for a proposal, by the name of its file."""
        if self.proposal is None:
            return True
        meant = PurePath(self.proposal).parts
        return PurePath(file).parts[-len(meant) :] == meant

    def begun(self, today: date) -> bool:
        """Whether its first day has come."""
        return self.begins is None or self.begins.first <= (today.year, today.month, today.day)

    def expired(self, today: date) -> bool:
        """Whether its last day is past."""
        return self.until.last < (today.year, today.month, today.day)


class Waivers(NamedTuple):
    """A file of waivers."""

    document: Document
    waivers: tuple[Waiver, ...]
    """Those that say what a waiver must; the others are faults and set nothing aside."""
    refused: tuple[Fault, ...]

    def of(self, file: str) -> Waivers:
        """Return those of one proposal, by the name of its file."""
        meant = tuple(waiver for waiver in self.waivers if waiver.is_for(file))
        return self if len(meant) == len(self.waivers) else self._replace(waivers=meant)

    def active(self, requirement: str, smart: str | None, today: date) -> Waiver | None:
        """Return the waiver that holds for a requirement today."""
        for waiver in self.waivers:
            is_meant = waiver.requirement == requirement and waiver.smart in (None, smart)
            if is_meant and waiver.holds(today):
                return waiver
        return None

    def faults(self, known: Iterable[RequirementKey], today: date) -> Iterator[Fault]:
        """Yield what is wrong with the file, or worth knowing of it.

        Waivers that are refused, expired or of what nothing asks, and, though it is no fault, those
        that have not begun.
        """
        told = {fault.path for fault in self.refused if fault.code == Code.WAIVER_UNKNOWN_KEY}
        yield from (fault for fault in self.document.faults if fault.path not in told)
        yield from self.refused
        version = self.document.data.get("smartcert-waivers", 1)
        if version != 1:
            yield fault_at(("smartcert-waivers",), Code.NEWER_FORMAT, written=str(version))
        keys = set(known)
        ids = {name for name, _ in keys}
        for waiver in self.waivers:
            yield from _faults_of(waiver, keys, ids, today)


def _faults_of(
    waiver: Waiver, keys: set[RequirementKey], ids: set[str], today: date
) -> Iterator[Fault]:
    path: FieldPath = ("waivers", waiver.index)
    name, smart = waiver.requirement, waiver.smart
    if name not in ids or (smart is not None and (name, smart) not in keys):
        # A known requirement has a wrong Smart, and is not its own remedy.
        guess = "" if name in ids else closest(name, sorted(ids)) or ""
        written = f"{name} ({smart})" if smart else name
        place = (*path, "requirement")
        yield fault_at(place, Code.WAIVER_OF_NOTHING, written=written, guess=guess)
    elif waiver.begins is not None and not waiver.begun(today):
        begins, place = waiver.begins.written, (*path, "from")
        yield fault_at(place, Code.WAIVER_TO_COME, identifier=name, written=begins)
    elif waiver.expired(today):
        until, place = waiver.until.written, (*path, "until")
        yield fault_at(place, Code.WAIVER_EXPIRED, identifier=name, written=until)


def read_waivers(source: Source) -> Waivers:
    """Read a file of waivers. Never raises for what the file says."""
    document = read_document(source, waivers_spec())
    unknown = {
        fault.path[1]: fault
        for fault in document.faults
        if fault.code == Code.UNKNOWN_KEY and fault.path[0] == "waivers" and len(fault.path) == 3
    }
    read = [
        _refused_for(unknown[index], entry, index)
        if index in unknown
        else _read_waiver(index, entry, source)
        for index, entry in enumerate(document.data.get("waivers") or ())
        if entry is not None
    ]
    return Waivers(
        document=document,
        waivers=tuple(waiver for waiver in read if isinstance(waiver, Waiver)),
        refused=tuple(fault for fault in read if isinstance(fault, Fault)),
    )


def _refused_for(unknown: Fault, entry: dict[str, Any], index: int) -> Fault:
    """Return that a waiver is refused for a key that no waiver has: it may be what narrows it."""
    name = entry.get("requirement", f"#{index + 1}")
    return fault_at(
        unknown.path,
        Code.WAIVER_UNKNOWN_KEY,
        at_key=True,
        identifier=name,
        written=unknown.params["key_name"],
        guess=unknown.params["guess"],
    )


def _read_waiver(index: int, entry: dict[str, Any], source: Source) -> Waiver | Fault:
    """Return a waiver, or why it is refused."""
    path: FieldPath = ("waivers", index)
    name = entry.get("requirement", f"#{index + 1}")
    missing = [key for key in NEEDED if entry.get(key) is None]
    missing += [
        key
        for key in NARROWING
        if entry.get(key) is None and source.at((*path, key)) not in (None, "")
    ]
    if missing:
        lacking = ", ".join(missing)
        return fault_at(path, Code.WAIVER_REFUSED, identifier=name, written=lacking)
    begins: ThaiDate | None = entry.get("from")
    until: ThaiDate = entry["until"]
    if begins is not None and until.last < begins.first:
        return fault_at(
            (*path, "from"),
            Code.WAIVER_ENDS_BEFORE,
            identifier=name,
            written=begins.written,
            until=until.written,
        )
    return Waiver(
        requirement=name,
        smart=entry.get("smart"),
        proposal=entry.get("proposal"),
        reason=entry["reason"],
        approver=entry["approver"],
        begins=begins,
        until=until,
        index=index,
    )
