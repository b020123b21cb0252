"""Targets in so many years: `10 years`, which are counted from where the plan begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from smartcert.proposal.loose_value import LooseValue
from smartcert.source.path import FieldPath, value_at
from smartcert.thai.date import ThaiDate


class Span(NamedTuple):
    """How many years a target has."""

    target: FieldPath
    """Where the target is."""
    place: FieldPath
    """Where the years are written."""
    written: str
    years: int


class Spans:
    """The targets of a file that have so many years and no year."""

    def __init__(self) -> None:
        self._asked: list[Span] = []

    def ask(self, span: Span) -> None:
        """Note a target whose year is known when the whole file is read."""
        self._asked.append(span)

    def resolve(self, data: Any) -> Iterator[tuple[Span, LooseValue | None]]:
        """Give each target its year, in place; yield how it was read, or None where it can't be.

        The years are counted from the first phase of the plan, else from the year of the baseline,
        to the last day that is meant: 10 years from 2017 are over in 2027.
        """
        start = _start(data)
        for span in self._asked:
            target = value_at(span.target, data)
            baseline = value_at((*span.target[:-1], "baseline", "year"), data)
            begins = start if start is not None else baseline
            if not isinstance(target, dict) or not isinstance(begins, ThaiDate):
                yield span, None
                continue
            last = begins.last[0] + span.years
            target["year"] = ThaiDate(last, None, None, begins.era, span.written)
            yield span, LooseValue(span.place, span.written, target["year"], "year", "period")


def _start(data: Any) -> ThaiDate | None:
    """Return when the first phase of a plan begins."""
    phases = value_at(("infrastructure", "phases"), data)
    starts = [phase.get("start") for phase in phases or () if isinstance(phase, dict)]
    dates = [start for start in starts if isinstance(start, ThaiDate)]
    return min(dates, key=lambda start: start.first, default=None)
