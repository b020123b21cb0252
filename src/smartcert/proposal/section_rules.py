"""What the fields of one section say about each other once all of them are read.

A target that is a change takes its baseline, an amount per year takes the project's years, and what
money is confirmed follows from the state that it is in.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Protocol

from smartcert.source.path import FieldPath
from smartcert.thai.date import ThaiDate
from smartcert.thai.measure_forms import Aim


class Noted(Protocol):
    """What a rule may do beside changing the values: amend and refuse what was read loosely."""

    def loosely(self, path: FieldPath) -> str | None:
        """Return how the value at a path was read, where that was loosely."""

    def amend(self, path: FieldPath, value: Any) -> None:
        """Let a value that was read loosely count as another."""

    def refuse(self, path: FieldPath, kind: str, reason: str) -> None:
        """Note that a value that was read loosely can't be read after all."""


Rule = Callable[[dict[str, Any], FieldPath, Noted], None]


def _project(values: dict[str, Any], path: FieldPath, noted: Noted) -> None:
    """Multiply an amount for each year by the years of the project: `ปีละ 100,000`."""
    place = (*path, "budget")
    if noted.loosely(place) != "each-year":
        return
    years = _years(values.get("start"), values.get("end"))
    if years is None:
        del values["budget"]
        noted.refuse(place, "budget", "years")
    else:
        values["budget"] *= years
        noted.amend(place, values["budget"])


def _years(start: ThaiDate | None, end: ThaiDate | None) -> int | None:
    """Return how many whole years a project takes; None where it does not say, or not in years."""
    if start is None or end is None or end.is_open or start.last > end.last:
        return None
    (first_year, first_month, _), (last_year, last_month, _) = start.first, end.last
    months = (last_year - first_year) * 12 + last_month - first_month + 1
    return months // 12 if months % 12 == 0 and months > 0 else None


def _measured(values: dict[str, Any], path: FieldPath, noted: Noted) -> None:
    """Work out a target that is a change, and the direction of one that is a limit."""
    target = (values.get("target") or {}).get("value")
    baseline = (values.get("baseline") or {}).get("value")
    if not isinstance(target, Aim):
        return
    if path[-2:-1] == ("kpis",) and "direction" not in values:
        direction = _direction(target, baseline)
        if direction is not None:
            values["direction"] = direction
    if target.change is not None and baseline is not None:
        figure = baseline * (100 + target.change) / 100
        values["target"]["value"] = figure
        for place in ((*path, "target", "value"), (*path, "target")):
            noted.amend(place, figure if place[-1] == "value" else values["target"])


def _direction(target: Aim, baseline: Fraction | None) -> str | None:
    """Return the direction that a target says: up to a lower limit, down to an upper one."""
    if target.kind == "change" and target.change is not None:
        return "increase" if target.change > 0 else "decrease"
    bound = target.low if target.kind == "at-least" else target.high
    if target.kind not in ("at-least", "at-most") or bound is None:
        return None
    is_least = target.kind == "at-least"
    if baseline is not None and (baseline >= bound if is_least else baseline <= bound):
        return "maintain"
    return "increase" if is_least else "decrease"


def _funding(values: dict[str, Any], path: FieldPath, noted: Noted) -> None:
    """Only money whose state is that it is confirmed is so."""
    state = values.get("state")
    if state is None:
        return
    if "confirmed" not in values:
        values["confirmed"] = state == "confirmed"
    elif values["confirmed"] and state != "confirmed":
        del values["confirmed"]
        noted.refuse((*path, "confirmed"), "confirmed", "state")


RULES: dict[str, Rule] = {
    "Project": _project,
    "Kpi": _measured,
    "Goal": _measured,
    "Funding": _funding,
}
"""The rule of each section that has one, by its type."""
