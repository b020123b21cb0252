"""Checks of KPIs: outcomes, one target for one thing, directions, units of reference indicators."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from smartcert.checks.scope import Measured, Outcome, Params, Scope
from smartcert.source.path import FieldPath
from smartcert.suggest import closest
from smartcert.thai.measure_forms import Aim, figure_of
from smartcert.thai.normalize import normalize
from smartcert.thai.unit import fold_unit


def kpis(scope: Scope) -> list[tuple[FieldPath, dict[str, Any]]]:
    """Return the KPIs that a scope sees, of its Smart or of all, each with its path."""
    return scope.select("/services.{smart}.kpis[*]" if scope.smart else "/services.*.kpis[*]")


def outcome_kpi(scope: Scope, params: Params) -> Outcome:
    """A KPI measures an outcome.

    Its unit is none of the device units, its name has none of the counting words; spaces don't
    matter.
    """
    outcome = Outcome()
    units, terms = ({_unspaced(word) for word in params[name]} for name in ("units", "terms"))
    for path, kpi in kpis(scope):
        if "unit" not in kpi and "name" not in kpi:
            continue
        name = _unspaced(kpi.get("name", ""))
        counted = any(term in name for term in terms)
        device = counted or _unspaced(kpi.get("unit", "")) in units
        place = (*path, "name" if counted else "unit")
        stated = {name: kpi.get(name, "–") for name in ("unit", "name")}
        outcome.expect(not device, "output-kpi", place, **stated)
    return outcome


def _unspaced(text: str) -> str:
    return normalize(text).replace(" ", "")


def one_target(scope: Scope, _: Params) -> Outcome:
    """No two KPIs have different targets for the same thing.

    What is the same has one name or one reference indicator, in one unit and one year.
    """
    outcome = Outcome()
    seen: dict[tuple[str, str, Any], tuple[FieldPath, Any]] = {}
    for path, kpi in kpis(scope):
        target = kpi.get("target") or {}
        if "value" not in target:
            continue
        year = target["year"].year if "year" in target else None
        named = [normalize(kpi["name"])] if "name" in kpi else []
        measures = [*named, *(f"indicator {name}" for name in kpi.get("indicator") or ())]
        firsts = [
            seen.setdefault(
                (measure, normalize(kpi.get("unit", "")), year), (path, target["value"])
            )
            for measure in measures
        ]
        clash = next(((place, value) for place, value in firsts if value != target["value"]), None)
        if clash is not None:
            first, value = clash
            outcome.gap(
                "two-targets",
                (*path, "target", "value"),
                (*first, "target", "value"),
                name=kpi.get("name", kpi.get("id", "")),
                first=value,
                second=target["value"],
            )
        elif firsts:
            outcome.passed += 1
    return outcome


def kpi_direction(scope: Scope, _: Params) -> Outcome:
    """The target lies on the side of the baseline that the direction names."""
    outcome = Outcome()
    for path, kpi in kpis(scope):
        direction = kpi.get("direction")
        baseline, target = ((kpi.get(name) or {}).get("value") for name in ("baseline", "target"))
        if direction is None or baseline is None or target is None:
            continue
        figure = figure_of(target)
        if figure is None:
            continue
        outcome.expect(
            _agrees(direction, baseline, figure, target),
            "direction",
            (*path, "direction"),
            (*path, "target", "value"),
            direction=direction,
            baseline=baseline,
            target=figure,
        )
    return outcome


def _agrees(direction: str, baseline: Fraction, figure: Fraction, target: Any) -> bool:
    """Whether a target lies where the direction says; a limit is kept by what is beyond it."""
    match direction:
        case "increase":
            return figure > baseline
        case "decrease":
            high = target.high if isinstance(target, Aim) else None
            return (figure if high is None else high) < baseline
        case _ if isinstance(target, Aim):
            low, high = target.low, target.high
            return (low is None or baseline >= low) and (high is None or baseline <= high)
        case _:
            return figure == baseline


def judge_indicator(
    outcome: Outcome,
    known: Mapping[str, Measured],
    path: FieldPath,
    name: str,
    unit: str | None,
) -> None:
    """Hold the unit of a KPI against that of its reference indicator, if the catalog has any."""
    if known and name not in known:
        outcome.gap("no-indicator", path, value=name, guess=closest(name, known) or "")
    elif known and unit is not None:
        wanted = known[name].unit_title
        names = {fold_unit(text) for text in (known[name].unit, *wanted.values())}
        place, details = (*path[:-2], "unit"), {"unit": unit, "indicator": name, "wanted": wanted}
        outcome.expect(fold_unit(unit) in names, "unit", place, **details)
