"""Targets in so many years: `10 years`, which are counted from where the plan begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from smartcert.proposal.loose_value import LooseValue
from smartcert.source.path import FieldPath, value_at
from smartcert.thai.date import ThaiDate


class Duration(NamedTuple):
    """How many years a target has."""

    target: FieldPath
    """Where the target is."""
    place: FieldPath
    """Where the years are written."""
    written: str
    years: int


class Durations:
    """The targets of a file that have so many years and no year."""

    def __init__(self) -> None:
        self._asked: list[Duration] = []

    def ask(self, duration: Duration) -> None:
        """Note a target whose year is known when the whole file is read."""
        self._asked.append(duration)

    def resolve(self, data: Any) -> Iterator[tuple[Duration, LooseValue | None]]:
        """Put its year in each target; yield how each was read, or None where it can't be.

        The years are counted from the first phase of the plan, else from the year of the baseline,
        to the last day that is meant: 10 years from 2017 are over in 2027.
        """
        start = _start(data)
        for duration in self._asked:
            target = value_at(duration.target, data)
            baseline = value_at((*duration.target[:-1], "baseline", "year"), data)
            begins = start if start is not None else baseline
            if not isinstance(target, dict) or not isinstance(begins, ThaiDate):
                yield duration, None
                continue
            last = begins.last[0] + duration.years
            target["year"] = ThaiDate(last, None, None, begins.era, duration.written)
            yield (
                duration,
                LooseValue(duration.place, duration.written, target["year"], "year", "duration"),
            )


def _start(data: Any) -> ThaiDate | None:
    """Return when the first phase of a plan begins."""
    phases = value_at(("infrastructure", "phases"), data)
    starts = [phase.get("start") for phase in phases or () if isinstance(phase, dict)]
    dates = [start for start in starts if isinstance(start, ThaiDate)]
    return min(dates, key=lambda start: start.first, default=None)
