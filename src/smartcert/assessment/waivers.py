"""Waivers: requirements set aside for a reason, by somebody, until a day. What is set aside stays visible, and comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from smartcert.proposal.document import Document, read_document
from smartcert.proposal.fault import Fault
from smartcert.proposal.spec import waivers_spec
from smartcert.source import Source
from smartcert.suggest import closest
from smartcert.thai.date import ThaiDate

NEEDED = ("requirement", "reason", "approver", "until")

TO_COME = "W005"
"""What is told of a waiver that has not begun: no fault, and yet worth knowing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One requirement set aside."""

    requirement: str
    smart: str | None
    """Only for this Smart; None for all of them."""
    reason: str
    approver: str
    begins: ThaiDate | None
    until: ThaiDate
    """The last day on which it holds, in Thailand."""
    index: int
    """Its place in the file."""

    def holds(self, today: date) -> bool:
        """Whether it holds on a day: from its first to its last, which ends at midnight in Thailand."""
        day = (today.year, today.month, today.day)
        return self.begun(today) and day <= self.until.last

    def begun(self, today: date) -> bool:
        """Whether its first day has come."""
        return self.begins is None or self.begins.first <= (today.year, today.month, today.day)

    def expired(self, today: date) -> bool:
        """Whether its last day is past."""
        return self.until.last < (today.year, today.month, today.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waivers:
    """A file of waivers."""

    document: Document
    waivers: tuple[Waiver, ...]
    """Those that say what a waiver must; the others are faults and set nothing aside."""
    refused: tuple[Fault, ...]

    def active(self, requirement: str, smart: str | None, today: date) -> Waiver | None:
        """Return the waiver that holds for a requirement today."""
        return next(
            (
                waiver
                for waiver in self.waivers
                if waiver.requirement == requirement
                and waiver.smart in (None, smart)
                and waiver.holds(today)
            ),
            None,
        )

    def faults(self, known: Iterable[tuple[str, str | None]], today: date) -> Iterator[Fault]:
        """Yield what is to be told of the file: refused and expired waivers, those to come, and those for what nothing asks."""
        yield from self.document.faults
        yield from self.refused
        version = self.document.data.get("smartcert-waivers", 1)
        if version != 1:
            yield Fault(code="P010", path=("smartcert-waivers",), params={"written": str(version)})
        rows = set(known)
        ids = {name for name, _ in rows}
        for waiver in self.waivers:
            path = ("waivers", waiver.index)
            if waiver.requirement not in ids or (
                waiver.smart is not None and (waiver.requirement, waiver.smart) not in rows
            ):
                written = waiver.requirement + (f" ({waiver.smart})" if waiver.smart else "")
                # A known requirement has a wrong Smart, and is not its own remedy.
                guess = (
                    ""
                    if waiver.requirement in ids
                    else closest(waiver.requirement, sorted(ids)) or ""
                )
                yield Fault(
                    code="W003",
                    path=(*path, "requirement"),
                    params={"written": written, "guess": guess},
                )
            elif waiver.begins is not None and not waiver.begun(today):
                params = {"identifier": waiver.requirement, "written": waiver.begins.written}
                yield Fault(code=TO_COME, path=(*path, "from"), params=params)
            elif waiver.expired(today):
                yield Fault(
                    code="W002",
                    path=(*path, "until"),
                    params={"identifier": waiver.requirement, "written": waiver.until.written},
                )


def read_waivers(source: Source) -> Waivers:
    """Read a file of waivers. Never raises for what the file says."""
    document = read_document(source, waivers_spec())
    good: list[Waiver] = []
    refused: list[Fault] = []
    for index, entry in enumerate(document.data.get("waivers") or ()):
        if entry is None:
            continue
        path = ("waivers", index)
        missing = [name for name in NEEDED if entry.get(name) is None]
        if (
            entry.get("from") is None
            and source.exists((*path, "from"))
            and source.at((*path, "from")) not in (None, "")
        ):
            missing.append("from")
        identifier = entry.get("requirement", f"#{index + 1}")
        if missing:
            refused.append(
                Fault(
                    code="W001",
                    path=path,
                    params={"identifier": identifier, "written": ", ".join(missing)},
                )
            )
            continue
        waiver = _waiver(index, entry)
        if waiver.begins is not None and waiver.until.last < waiver.begins.first:
            params = {
                "identifier": identifier,
                "written": waiver.begins.written,
                "until": waiver.until.written,
            }
            refused.append(Fault(code="W004", path=(*path, "from"), params=params))
        else:
            good.append(waiver)
    return Waivers(document=document, waivers=tuple(good), refused=tuple(refused))


def _waiver(index: int, entry: dict[str, Any]) -> Waiver:
    return Waiver(
        requirement=entry["requirement"],
        smart=entry.get("smart"),
        reason=entry["reason"],
        approver=entry["approver"],
        begins=entry.get("from"),
        until=entry["until"],
        index=index,
    )
