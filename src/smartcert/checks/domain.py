"""Named checks: what the general kinds can't say; thresholds and words are the catalog's."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from smartcert.checks.answers import any_responses, responses
from smartcert.checks.kpis import judge_indicator, kpi_direction, kpis, one_target, outcome_kpi
from smartcert.checks.plausible import PLAUSIBLE
from smartcert.checks.relations import last_day
from smartcert.checks.renewal import logo_age, yearly_reports
from smartcert.checks.scope import Gap, Outcome, Params, Scope, missing
from smartcert.checks.signature import CheckKind
from smartcert.proposal.spec import proposal_spec
from smartcert.source.path import FieldPath, value_at
from smartcert.suggest import closest
from smartcert.thai.normalize import normalize


def known_smarts(scope: Scope, _: Params) -> Outcome:
    """No project stands under a key of `services` that is no Smart: nothing reads it there."""
    outcome = Outcome()
    source = scope.context.source
    services = value_at(("services",), source.root) if source is not None else None
    known = proposal_spec().fields["services"].fields
    for key, service in services.items() if isinstance(services, dict) else ():
        if key not in known and isinstance(service, dict) and service.get("projects"):
            guess = closest(key, known) or ""
            outcome.gap("no-smart", ("services", key), value=key, guess=guess)
    return outcome


def nothing_lasts(scope: Scope, params: Params) -> Outcome:
    """Nothing costs money to build and runs longer than `years`; there is no gap to tell of it."""
    outcome = Outcome()
    outcome.expect(not _lasting(scope, params["years"]), "unwanted", ("infrastructure",))
    return outcome


def _lasting(scope: Scope, years: int) -> list[tuple[FieldPath, dict[str, Any]]]:
    """Return what costs money to build and runs on: items, and projects longer than `years`."""
    items = scope.select(["/infrastructure.digital[*]", "/infrastructure.physical[*]"])
    lasting = [(path, item) for path, item in items if item.get("cost")]
    for path, project in scope.select("/services.*.projects[*]"):
        start, end = project.get("start"), project.get("end")
        if project.get("budget") and start is not None and end is not None:
            year, month, day = start.first
            if last_day(end) >= (year + years, month, day):
                lasting.append((path, project))
    return lasting


def lasting_opex(scope: Scope, params: Params) -> Outcome:
    """What costs money to build, and runs longer than `years`, has an operating cost for its id.

    One without its amount is no cost yet.
    """
    outcome = Outcome()
    entries = scope.select("/infrastructure.operating_cost[*]")
    costs: dict[str, tuple[FieldPath, bool]] = {
        normalize(name): ((*path, "per_year"), "per_year" in entry)
        for path, entry in sorted(entries, key=lambda found: "per_year" in found[1])
        for name in entry.get("for") or ()
        if name is not None
    }
    for path, item in _lasting(scope, params["years"]):
        if "id" not in item:
            outcome.gaps.append(missing((*path, "id")))
        elif (cost := costs.get(normalize(item["id"]))) is not None:
            amount, is_given = cost
            if is_given:
                outcome.passed += 1
            elif amount not in outcome.asked:
                outcome.gaps.append(missing(amount))
            outcome.asked[amount] = is_given
        else:
            name, mend = item["id"], ("infrastructure", "operating_cost", len(entries))
            details = {"id": name, "name": item.get("name", "")}
            place, fill = (*path, "id"), {"for": name}
            outcome.gaps.append(
                Gap(kind="no-opex", path=place, params=details, mend=mend, fill=fill)
            )
    return outcome


def area_units(scope: Scope, params: Params) -> Outcome:
    """The area's size has a unit and is plausible; a KPI uses the unit of its indicator.

    A reference indicator that a KPI names is one of the catalog's.
    """
    outcome = Outcome()
    # A city is neither smaller than one rai nor larger than the country.
    least, most = Fraction(1, params["km2_per_rai"]), params.get("largest_km2", 513_120)
    for path, size in scope.values("/area.size"):
        outcome.expect(least <= size.km2 <= most, "size", path, size=size.written, km2=size.km2)
    for path, kpi in kpis(scope):
        for index, name in enumerate(kpi.get("indicator") or ()):
            if name is not None:
                place = (*path, "indicator", index)
                judge_indicator(outcome, scope.context.indicators, place, name, kpi.get("unit"))
    return outcome


def least_area(scope: Scope, params: Params) -> Outcome:
    """The area is at least `km2` square kilometres."""
    outcome = Outcome()
    least = Fraction(str(params["km2"]))
    for path, size in scope.values("/area.size"):
        outcome.expect(size.km2 >= least, "too-low", path, value=size.written, min=least, max=None)
    return outcome


def density(scope: Scope, params: Params) -> Outcome:
    """People per square kilometre are between `min` and `max`.

    They are residents; where there are none, users, of whom a place can have up to `users_max`.
    """
    outcome = Outcome()
    area = scope.context.data.get("area") or {}
    size, population = area.get("size"), area.get("population") or {}
    given = [name for name in ("count", "users") if name in population]
    field = next((name for name in given if population[name]), next(iter(given), None))
    if size is None or field is None or not size.km2:
        return outcome
    least, most = params["min"], params["max"]
    if field == "users":
        most = params.get("users_max", most)
    found = population[field] / size.km2
    outcome.expect(
        least <= found <= most,
        "density",
        ("area", "population", field),
        ("area", "size"),
        people=population[field],
        size=size.written,
        density=round(found) if found >= 10 else found,
        min=least,
        max=most,
    )
    return outcome


def personal_datasets(scope: Scope, _: Params) -> Outcome:
    """A project that names a dataset with personal data says how it is protected.

    A project that says itself that it uses such data is left out: another check asks it.
    """
    outcome = Outcome()
    datasets = [item for _, item in scope.select("/data_platform.datasets[*]") if "id" in item]
    personal = {
        normalize(item["id"])
        for item in datasets
        if item.get("personal_data") or item.get("class") == "personal"
    }
    for path, project in scope.select("/services.*.projects[*]"):
        named = {normalize(name) for name in project.get("data") or () if name is not None}
        if project.get("personal_data") or not named & personal:
            continue
        if "privacy" in project:
            outcome.passed += 1
        else:
            outcome.gaps.append(missing((*path, "privacy")))
    return outcome


NAMED: dict[str, CheckKind] = {
    "known_smarts": CheckKind(known_smarts),
    "outcome_kpi": CheckKind(outcome_kpi, {"units": "terms", "terms": "terms"}),
    "one_target": CheckKind(one_target),
    "kpi_direction": CheckKind(kpi_direction),
    "nothing_lasts": CheckKind(nothing_lasts, {"years": "whole"}),
    "lasting_opex": CheckKind(lasting_opex, {"years": "whole"}),
    "area_units": CheckKind(area_units, {"km2_per_rai": "positive"}, {"largest_km2": "number"}),
    "least_area": CheckKind(least_area, {"km2": "number"}),
    "density": CheckKind(density, {"min": "number", "max": "number"}, {"users_max": "number"}),
    "personal_datasets": CheckKind(personal_datasets),
    "any_responses": CheckKind(any_responses),
    "responses": CheckKind(responses),
    "logo_age": CheckKind(logo_age, {"years": "whole", "warn_months": "whole"}),
    "yearly_reports": CheckKind(yearly_reports),
    **PLAUSIBLE,
}
"""The named checks by name, with what each takes in `with`."""
