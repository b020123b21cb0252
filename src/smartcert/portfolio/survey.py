"""A survey: many cities as one value, which every format shows and none adds to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from smartcert.assessment.score import percent
from smartcert.findings.status import OPEN, Level, Status
from smartcert.portfolio.city import City, CityVerdict
from smartcert.portfolio.entry import BriefWaiver, CriteriaUsed, UnreadableFile
from smartcert.portfolio.grouping import Ambiguity

SOON = 60
"""Days within which the end of a waiver is told."""

Sort = Literal["open", "readiness", "change", "unanswered", "name"]
UnclearReason = Literal["word", "empty", "foreign", "unmarked"]


class UnclearFile(NamedTuple):
    """A file that may be a proposal and can't be told to be one, and why."""

    file: str
    reason: UnclearReason


class OtherFiles(NamedTuple):
    """What the folders hold besides, by kind: so that every file is accounted for."""

    reviews: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """What no proposal names."""


NO_OTHERS = OtherFiles()


class NotRead(NamedTuple):
    """A proposal that can't be read, and which round is shown instead."""

    file: UnreadableFile
    city: City | None
    """None where nobody can tell whose it is."""


class RequirementTally(NamedTuple):
    """How a requirement stands, over the places that ask it: one proposal may have many."""

    id: str
    level: Level
    title: str
    statuses: Mapping[Status, int]
    asked_of: int
    """Cities."""
    cities_open: tuple[City, ...]

    @property
    def asked(self) -> int:
        """The places where it applies."""
        return sum(self.statuses.values()) - self.statuses.get("not-applicable", 0)

    @property
    def open(self) -> int:
        """The places where it is open."""
        return sum(self.statuses.get(status, 0) for status in OPEN)


class SmartTally(NamedTuple):
    """A Smart over the cities that declared it; points are never pooled."""

    key: str
    title: str
    declared_by: int
    median: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class Portfolio:
    """Many proposals."""

    lang: str
    today: date
    since: str
    """What changes are held against, as it was written."""
    sort: Sort
    cities: tuple[City, ...]
    """In the order of `sort`."""
    only: tuple[str, ...] = ()
    """The verdicts that it is narrowed to; empty for all."""
    smart: tuple[str, ...] = ()
    """The Smarts that it is narrowed to; empty for all."""
    left_out: int = 0
    """The cities that narrowing leaves out."""
    loose: tuple[UnreadableFile, ...] = ()
    """Files that can't be read and belong to no city that is known."""
    unclear: tuple[UnclearFile, ...] = ()
    others: OtherFiles = NO_OTHERS
    problems: tuple[Ambiguity, ...] = ()
    files: Mapping[str, int]
    """How many files are the latest of a city, earlier, copies, unreadable, unclear."""
    fixes: Mapping[str, str]
    """How a requirement is met, by its id."""

    @cached_property
    def counts(self) -> Mapping[CityVerdict, int]:
        """How many cities have each verdict."""
        return Counter(city.verdict for city in self.cities)

    @cached_property
    def criteria(self) -> tuple[CriteriaUsed, ...]:
        """By what the cities were judged, the most frequent first."""
        used = Counter(city.latest.criteria for city in self.cities if city.latest)
        return tuple(each for each, _ in used.most_common())

    @cached_property
    def unread(self) -> tuple[NotRead, ...]:
        """The proposals that can't be read, by file."""
        found = [NotRead(file, city) for city in self.cities for file in city.unread]
        found += [NotRead(file, None) for file in self.loose]
        return tuple(sorted(found, key=lambda each: each.file.file))

    @cached_property
    def requirements(self) -> tuple[RequirementTally, ...]:
        """Every requirement that is asked, the one open in most cities first."""
        tallies: dict[str, _Tally] = {}
        for city in self.cities:
            if city.latest is None:
                continue
            for asked, status in city.latest.rows().items():
                if not self.smart or asked.smart in self.smart:
                    tally = tallies.setdefault(asked.id, _Tally(asked.level, asked.title))
                    tally.take(city, status)
        rows = [
            RequirementTally(
                id=name,
                level=tally.level,
                title=tally.title,
                statuses=tally.statuses,
                asked_of=len(tally.asked),
                cities_open=tuple(tally.open.values()),
            )
            for name, tally in tallies.items()
        ]
        return tuple(sorted(rows, key=lambda row: (-len(row.cities_open), -row.open)))

    @cached_property
    def smarts(self) -> tuple[SmartTally, ...]:
        """Every Smart that a city declared, in the order of the catalog."""
        values: dict[str, list[float]] = defaultdict(list)
        titles: dict[str, str] = {}
        for city in self.cities:
            for part in city.latest.smarts if city.latest else ():
                value = percent(part.share)
                if part.declared and value is not None and part.key in (self.smart or [part.key]):
                    values[part.key].append(value)
                    titles[part.key] = part.title
        order = [part.key for city in self.cities if city.latest for part in city.latest.smarts]
        return tuple(
            SmartTally(key, titles[key], len(found), median(found), min(found), max(found))
            for key in dict.fromkeys(order)
            if (found := values.get(key))
        )

    @cached_property
    def ending(self) -> tuple[tuple[City, BriefWaiver], ...]:
        """The waivers that end soon, the next first."""
        last = self.today + timedelta(days=SOON)
        found = [
            (city, waiver)
            for city in self.cities
            if city.latest
            for waiver in city.latest.waivers
            if self.today <= waiver.until <= last
        ]
        return tuple(sorted(found, key=lambda each: (each[1].until, each[0].name, each[1].name)))

    @property
    def risen(self) -> tuple[City, ...]:
        """The cities whose readiness rose."""
        return tuple(city for city in self.cities if (_change(city) or 0) > 0)

    @property
    def fallen(self) -> tuple[City, ...]:
        """The cities whose readiness fell."""
        return tuple(city for city in self.cities if (_change(city) or 0) < 0)

    @property
    def owing(self) -> tuple[City, ...]:
        """The cities that owe an answer to a comment."""
        return tuple(city for city in self.cities if city.latest and city.latest.owed)


class _Tally:
    def __init__(self, level: Level, title: str) -> None:
        self.level, self.title = level, title
        self.statuses: Counter[Status] = Counter()
        self.asked: set[str] = set()
        self.open: dict[str, City] = {}

    def take(self, city: City, status: Status) -> None:
        self.statuses[status] += 1
        if status != "not-applicable":
            self.asked.add(city.key)
        if status in OPEN:
            self.open[city.key] = city


def median(values: Iterable[float]) -> float | None:
    """Return the middle of some figures, to one decimal; None of none."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return int(middle * 10 + 0.5) / 10


def _change(city: City) -> float | None:
    return city.change.readiness if city.change else None


def in_order(cities: Iterable[City], sort: Sort) -> tuple[City, ...]:
    """Return cities by what a reviewer looks for; those without a readable round come last.

    `open` has first what is furthest from submission, `readiness` the highest, `change` the deepest
    fall, and `unanswered` who owes most answers.
    """

    def order(city: City) -> tuple[bool, float, float, str]:
        latest = city.latest
        if latest is None:
            return True, 0, 0, city.name
        readiness = percent(latest.readiness) or 0
        first: dict[Sort, tuple[float, float]] = {
            "open": (-latest.open("mandatory"), readiness),
            "readiness": (-readiness, 0),
            "change": (float("inf") if (moved := _change(city)) is None else moved, 0),
            "unanswered": (-len(latest.owed), -latest.open("mandatory")),
            "name": (0, 0),
        }
        return False, *first[sort], city.name

    return tuple(sorted(cities, key=order))
