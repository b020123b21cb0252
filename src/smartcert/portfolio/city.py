"""Cities: the rounds of each, which one counts, and what has changed before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from smartcert.assessment.score import percent
from smartcert.findings.status import Verdict
from smartcert.portfolio.entry import RoundEntry, UnreadableFile
from smartcert.rounds.comparison import turn

CityVerdict = Verdict | Literal["not-submitted"]
CITY_VERDICTS: tuple[CityVerdict, ...] = (
    "ready",
    "ready-with-gaps",
    "not-ready",
    "unreadable",
    "not-submitted",
)
"""What a city may be; `not-submitted`: the list of cities names it, and it has no proposal."""


class CityChange(NamedTuple):
    """What has changed since an earlier state, by names of requirements."""

    readiness: float | None
    """In points of percent, from the figures as they are shown."""
    fixed: tuple[str, ...]
    lost: tuple[str, ...]
    """They were met and are not any more."""
    opened: tuple[str, ...]
    """They newly apply, or went back to open, without having been met."""
    remaining: int


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """One city, counted once by its latest round that can be read."""

    key: str
    name: str
    province: str | None = None
    reviewer: str | None = None
    due: str | None = None
    latest: RoundEntry | None = None
    earlier: tuple[RoundEntry, ...] = ()
    """Its other rounds, the latest first."""
    copies: tuple[RoundEntry, ...] = ()
    """Files that claim a round which another file is taken for."""
    unread: tuple[UnreadableFile, ...] = ()
    before: RoundEntry | None = None
    """What it is held against."""
    change: CityChange | None = None
    """None where there is nothing before, or the criteria are not the same."""
    report: str = ""
    """The file of its gap report, where one is written."""

    @property
    def verdict(self) -> CityVerdict:
        """What counts of it."""
        if self.latest is not None:
            return self.latest.verdict
        return "unreadable" if self.unread else "not-submitted"


def change_between(before: RoundEntry | None, after: RoundEntry | None) -> CityChange | None:
    """Return what has changed between two states of a city, by the same criteria."""
    if before is None or after is None or not is_like(before, after):
        return None
    then = {(asked.id, asked.smart): status for asked, status in before.rows().items()}
    turns = [
        (asked.name, turn(then.get((asked.id, asked.smart)), status))
        for asked, status in after.rows().items()
    ]
    new, old = percent(after.readiness), percent(before.readiness)
    return CityChange(
        readiness=None if new is None or old is None else round(new - old, 1),
        fixed=tuple(name for name, kind in turns if kind == "fixed"),
        lost=tuple(name for name, kind in turns if kind == "regressed"),
        opened=tuple(name for name, kind in turns if kind == "opened"),
        remaining=sum(kind in ("remaining", "better", "worse") for _, kind in turns),
    )


def is_like(one: RoundEntry, other: RoundEntry) -> bool:
    """Whether two states were judged by the same criteria; their wording may differ."""
    return one.criteria[:3] == other.criteria[:3]


def rounds_of(entries: Iterable[RoundEntry]) -> tuple[list[RoundEntry], list[RoundEntry]]:
    """Return a city's rounds, the latest first, and the files that claim a round once more.

    Of two files of one round the first by name is taken: nobody knows which is meant, so both are
    told. A file without a round comes before the first.
    """
    rounds: dict[int | None, RoundEntry] = {}
    copies = []
    for entry in sorted(entries, key=lambda each: each.file):
        if entry.round in rounds:
            copies.append(entry)
        else:
            rounds[entry.round] = entry
    return [rounds[number] for number in sorted(rounds, key=_order, reverse=True)], copies


def _order(number: int | None) -> int:
    return -1 if number is None else number


def name_of_city(entries: Iterable[RoundEntry], fallback: str) -> str:
    """Return what most files of a city call it; of as many, the latest."""
    names = Counter(entry.name for entry in entries if entry.name)
    return names.most_common(1)[0][0] if names else fallback
