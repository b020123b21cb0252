"""Where the lines and bars of the report's pictures go; templates draw them from these numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from smartcert.gap_report.figures import Amount, ProjectBar
from smartcert.thai.date import Day

MARKS = 8
"""How many years are named on the time line at most."""

FAR = 30
"""How many years a date may lie from the middle one and still stretch the time line."""

OVER = ("done", "stopped")
"""Statuses of projects that are no longer due."""

POINT = 0.6
"""The shortest bar, in percent of the time line."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """A bar of a bar chart: what it stands for, and its length in percent of the longest."""

    item: Amount
    length: str


def stripes(items: tuple[Amount, ...]) -> tuple[Stripe, ...]:
    """Scale amounts to the largest of them."""
    largest = max((item.amount for item in items), default=Fraction(0))
    return tuple(
        Stripe(
            item,
            f"{float(item.amount * 100 / largest) if largest else 0:.1f}",
        )
        for item in items
    )


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """A project's bar on the time line, in percent of the whole time."""

    bar: ProjectBar
    left: str
    width: str
    beyond: str
    """Where it goes beyond the time line: `before`, `after`, or empty."""
    is_late: bool
    """Whether it should have ended by the day of the report, and is not said to have."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Projects over years of the Common Era."""

    first: int
    last: int
    """The year in which it begins, and the one behind its end."""
    spans: tuple[TimelineBar, ...]
    today: str
    """Where the day of the report is, in percent; empty where it is not on the time line."""

    def marks(self, most: int = MARKS) -> tuple[tuple[int, str], ...]:
        """Return years and where they begin, in percent; every few where there are many."""
        whole = self.last - self.first
        return tuple(
            (year, f"{(year - self.first) * 100 / whole:.2f}")
            for year in range(self.first, self.last, -(-whole // most))
        )


def timeline(bars: tuple[ProjectBar, ...], today: date) -> Timeline | None:
    """Lay the projects over the years they take; nothing where none says when.

    One without a start or an end is a point. A year far from the others is most likely a slip: it
    does not make all others too small to see.
    """
    years = sorted(
        when.first[0]
        for bar in bars
        for when in (bar.start, bar.end)
        if when is not None and not when.is_open
    )
    if not years:
        return None
    middle = years[(len(years) - 1) // 2]
    near = [year for year in years if abs(year - middle) <= FAR]
    first, last = near[0], near[-1] + 1
    day = (today.year, today.month, today.day)
    now = (_years(day) - first) * 100 / (last - first)
    return Timeline(
        first,
        last,
        tuple(_span(bar, first, last, day) for bar in bars),
        today=f"{now:.2f}" if 0 <= now <= 100 else "",
    )


def _span(bar: ProjectBar, first: int, last: int, today: Day) -> TimelineBar:
    begin, end = bar.start or bar.end, bar.end or bar.start
    assert begin is not None
    assert end is not None
    ends = (_years(begin.first), _years(end.last))
    left, right = (
        min(max(0.0, (year - first) * 100 / (last - first)), 100 - POINT) for year in ends
    )
    beyond = "before" if min(ends) < first else "after" if max(ends) > last else ""
    if not beyond:
        right = (ends[1] - first) * 100 / (last - first)
    late = bar.end is not None and bar.end.last < today and bar.status not in OVER
    return TimelineBar(bar, f"{left:.2f}", f"{max(right - left, POINT):.2f}", beyond, late)


def _years(day: Day) -> float:
    year, month, number = day
    return year + (month - 1) / 12 + (number - 1) / 372
