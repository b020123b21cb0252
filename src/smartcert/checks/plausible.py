"""Named checks of what can hardly be: days, shares, amounts and files that a reader asks about.

Each finds a value that is written and fits badly with the others; what it says is the catalog's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from smartcert.checks.kpis import kpis
from smartcert.checks.relations import first_day, last_day
from smartcert.checks.scope import Outcome, Params, Scope
from smartcert.checks.signature import CheckKind
from smartcert.patterns import lazy_pattern
from smartcert.source.path import FieldPath
from smartcert.thai.measure_forms import Aim, figure_of
from smartcert.thai.normalize import normalize, to_arabic
from smartcert.thai.unit import is_share

_EMAIL = lazy_pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

SHORTEST_PHONE, LONGEST_PHONE = 9, 10
"""Digits of a Thai number with its leading 0."""


def dates_between(scope: Scope, params: Params) -> Outcome:
    """Each date lies between `past` years before today and `ahead` years after it, as given."""
    outcome = Outcome()
    past, ahead = params.get("past"), params.get("ahead")
    for path, value in scope.values(params["paths"]):
        fits = past is None or last_day(value) >= _day(scope, -past)
        # A year that has begun may be meant as far as it has come.
        fits = fits and (ahead is None or value.is_open or first_day(value) <= _day(scope, ahead))
        outcome.expect(fits, "implausible", path, value=value)
    return outcome


def _day(scope: Scope, years: int = 0) -> tuple[int, int, int]:
    """Return today, or the same day of another year."""
    today = scope.context.today
    return today.year + years, today.month, today.day


def shares(scope: Scope, params: Params) -> Outcome:
    """What is measured in percent lies between 0 and 100.

    What is called by one of `changes` is no share, and may be more.
    """
    outcome = Outcome()
    for path, item in [*kpis(scope), *scope.select("/area.goals[*]")]:
        name = normalize(item.get("name") or item.get("text") or "")
        is_change = any(normalize(term) in name for term in params["changes"])
        if is_change or not is_share(item.get("unit", "")):
            continue
        for field in ("baseline", "target"):
            figure = figure_of((item.get(field) or {}).get("value"))
            if figure is not None:
                place = (*path, field, "value")
                outcome.expect(0 <= figure <= 100, "implausible", place, value=figure)
    return outcome


def at_most(scope: Scope, params: Params) -> Outcome:
    """Each number at `parts` is above zero, and no larger than the largest at `whole`."""
    outcome = Outcome()
    most = max((value for _, value in scope.values(params["whole"])), default=0)
    for path, value in scope.values(params["parts"]):
        outcome.expect(0 < value <= (most or value), "implausible", path, value=value)
    return outcome


def between(scope: Scope, params: Params) -> Outcome:
    """Each number at `paths` is between `min` and `max`, or nothing at all."""
    outcome = Outcome()
    for path, value in scope.values(params["paths"]):
        fits = value == 0 or params["min"] <= value <= params["max"]
        outcome.expect(fits, "implausible", path, value=value)
    return outcome


def contacts(scope: Scope, _: Params) -> Outcome:
    """A telephone number has nine or ten digits, not all alike; an e-mail address has its form."""
    outcome = Outcome()
    for path, phone in scope.values("/applicant.contact.phone"):
        number = re.match(r"[\d\s()+.–-]*", to_arabic(phone).strip())  # before any extension
        digits = re.sub(r"\D", "", number[0] if number else "")
        digits = f"0{digits[2:]}" if digits.startswith("66") else digits
        fits = SHORTEST_PHONE <= len(digits) <= LONGEST_PHONE and digits.startswith("0")
        fits = fits and len(set(digits[2:])) > 1
        outcome.expect(fits or len(digits) == 4, "implausible", path, value=phone)
    for path, email in scope.values("/applicant.contact.email"):
        fits = _EMAIL.fullmatch(email.strip()) is not None
        outcome.expect(fits, "implausible", path, value=email)
    return outcome


def status_fits(scope: Scope, params: Params) -> Outcome:
    """A project that is done has ended, and one that is planned is late by `years` at most.

    Those that are late are told of once: what is old is the plan.
    """
    outcome = Outcome()
    late: list[FieldPath] = []
    for path, project in scope.select("/services.*.projects[*]"):
        start, end = project.get("start"), project.get("end")
        place, status = (*path, "status"), project.get("status")
        if status == "done" and end is not None:
            outcome.expect(first_day(end) <= _day(scope), "implausible", place, value=status)
        elif status == "planned" and start is not None:
            if last_day(start) >= _day(scope, -params["years"]):
                outcome.passed += 1
            else:
                late.append(place)
    if late:
        outcome.gap("implausible", *late, value="planned")
    return outcome


def phases_in_budget(scope: Scope, _: Params) -> Outcome:
    """Each phase begins in the years that money is given for."""
    outcome = Outcome()
    years = sorted(_years(scope, "/infrastructure.budget.by_year"))
    if not years:
        return outcome
    for path, phase in scope.select("/infrastructure.phases[*]"):
        start = phase.get("start")
        if start is not None:
            # A fiscal year begins in the October before.
            fits = last_day(start) >= (years[0] - 1, 10, 1)
            fits = fits and first_day(start) <= (years[-1], 12, 31)
            outcome.expect(fits, "implausible", (*path, "start"), value=start)
    return outcome


def _years(scope: Scope, selector: str) -> Iterator[int]:
    """Yield the years, of the Common Era, that an amount is given for."""
    for _, amounts in scope.select(selector):
        for key in amounts or ():
            found = re.search("[0-9]{4}", to_arabic(str(key)))
            if found:
                year = int(found[0])
                yield year - 543 if year > 2400 else year


def open_is_public(scope: Scope, _: Params) -> Outcome:
    """A dataset that is opened is of the open class, and holds no personal data."""
    outcome = Outcome()
    closed = {
        name
        for name, item in _datasets(scope)
        if _is_personal(item)
        or item.get("class") == "confidential"
        or item.get("category") in ("official-secret", "security")
        or item.get("level") in ("confidential", "secret", "top-secret")
    }
    for path, name in scope.values("/data_platform.open_data[*].dataset"):
        outcome.expect(normalize(name) not in closed, "implausible", path, value=name)
    return outcome


def watched(scope: Scope, params: Params) -> Outcome:
    """A project with cameras or faces that names datasets names one that is personal.

    One that says of itself to hold no personal data is asked by others why.
    """
    outcome = Outcome()
    datasets = dict(_datasets(scope))
    terms = [*map(normalize, params["terms"])]
    for path, project in scope.select("/services.*.projects[*]"):
        named = [datasets.get(normalize(name)) for name in project.get("data") or () if name]
        said = normalize(f"{project.get('name', '')} {project.get('objective', '')}")
        is_asked = any(named) and project.get("personal_data") is not False
        if is_asked and any(term in said for term in terms):
            knows = any(item is not None and _is_personal(item) for item in named)
            outcome.expect(knows, "implausible", (*path, "data"), value=project.get("name", ""))
    return outcome


def _datasets(scope: Scope) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the datasets by id."""
    for _, item in scope.select("/data_platform.datasets[*]"):
        if "id" in item:
            yield normalize(item["id"]), item


def _is_personal(dataset: dict[str, Any]) -> bool:
    return bool(
        dataset.get("personal_data")
        or dataset.get("class") == "personal"
        or dataset.get("category") == "personal"
    )


def annex_spread(scope: Scope, params: Params) -> Outcome:
    """No annex supports more than `most` requirements."""
    outcome = Outcome()
    for path, supports in scope.select("/annexes[*].supports"):
        if supports:
            count = len({name for name in supports if name is not None})
            outcome.expect(count <= params["most"], "implausible", path, value=count)
    return outcome


def annex_files(scope: Scope, _: Params) -> Outcome:
    """Each annex is a file of its own that says something, and not the proposal itself."""
    outcome = Outcome()
    seen: dict[str, FieldPath] = {}
    for path, annex in scope.select("/annexes[*]"):
        file = annex.get("file")
        if file is not None:
            place = (*path, "file")
            first = seen.setdefault(normalize(file).replace("\\", "/").removeprefix("./"), place)
            fits = first == place and file not in scope.context.no_evidence
            outcome.expect(fits, "implausible", place, value=file)
    return outcome


def target_moves(scope: Scope, params: Params) -> Outcome:
    """A target is off its baseline by `least` percent, and no more than `times` as large."""
    outcome = Outcome()
    for path, item in [*kpis(scope), *scope.select("/area.goals[*]")]:
        baseline = (item.get("baseline") or {}).get("value")
        target = (item.get("target") or {}).get("value")
        figure = figure_of(target)
        if figure is None or _is_told_by_direction(item, baseline, figure):
            continue
        place = (*path, "target", "value")
        if not baseline:
            # From nothing everything is possible, within what can be counted at all.
            outcome.expect(abs(figure) <= MOST, "implausible", place, value=figure)
            continue
        least = abs(baseline) * Fraction(str(params["least"])) / 100
        moves = abs(figure - baseline) >= least or isinstance(target, Aim)
        fits = moves and abs(figure) <= abs(baseline) * params["times"]
        outcome.expect(fits, "implausible", place, value=figure)
    return outcome


def _is_told_by_direction(item: dict[str, Any], baseline: Any, figure: Any) -> bool:
    """Whether a target is to be like its baseline, or is told elsewhere to be no move."""
    direction = item.get("direction")
    return direction == "maintain" or (direction is not None and figure == baseline)


MOST = 10**13
"""More than anything that a city counts, and less than a slip of the exponent: 1e30."""


def varied(scope: Scope, params: Params) -> Outcome:
    """Of `least` values and more, not all are the same; of each group of paths by itself."""
    outcome = Outcome()
    found = [*scope.values(params["paths"])]
    if len(found) >= params["least"]:
        first, value = found[0]
        same = all(other == value for _, other in found)
        outcome.expect(not same, "implausible", first, value=value)
    return outcome


def some_confirmed(scope: Scope, _: Params) -> Outcome:
    """Of the sources of money that say whether they are confirmed, one at least is."""
    outcome = Outcome()
    sources = [
        (path, source)
        for path, source in scope.select("/infrastructure.funding[*]")
        if "confirmed" in source or "state" in source
    ]
    if sources:
        first, source = sources[0]
        fits = any(
            each.get("confirmed") is True or each.get("state") == "confirmed" for _, each in sources
        )
        outcome.expect(fits, "implausible", first, value=source.get("source", ""))
    return outcome


def spread_money(scope: Scope, params: Params) -> Outcome:
    """The first of several years has no more than `percent` of the money."""
    outcome = Outcome()
    for path, by_year in scope.select("/infrastructure.budget.by_year"):
        amounts = {key: value for key, value in (by_year or {}).items() if value is not None}
        phases = scope.select("/infrastructure.phases[*]")
        if not amounts or (len(amounts) < 2 and len(phases) < 2):
            continue
        first = min(amounts, key=lambda key: to_arabic(str(key)))
        total = sum(amounts.values())
        fits = amounts[first] * 100 <= total * params["percent"]
        outcome.expect(fits, "implausible", (*path, first), value=amounts[first])
    return outcome


def scope_in_area(scope: Scope, params: Params) -> Outcome:
    """A KPI is not measured in an area that is wider than the applicant's, by how that is called.

    `terms` are what wider areas begin with; that of the plan may be called so too.
    """
    outcome = Outcome()
    data = scope.context.data
    if (data.get("applicant") or {}).get("kind") in ("province", "pao"):
        return outcome
    own = normalize((data.get("area") or {}).get("name", ""))
    terms = tuple(map(normalize, params["terms"]))
    for path, kpi in kpis(scope):
        if "scope" in kpi:
            said = normalize(kpi["scope"])
            fits = not said.startswith(terms) or bool(own and own in said) or said in own
            outcome.expect(fits, "implausible", (*path, "scope"), value=kpi["scope"])
    return outcome


PLAUSIBLE: dict[str, CheckKind] = {
    "dates_between": CheckKind(
        dates_between,
        {"paths": "selectors"},
        {"past": "whole", "ahead": "whole"},
        compares=frozenset({"date"}),
    ),
    "shares": CheckKind(shares, {"changes": "terms"}),
    "at_most": CheckKind(
        at_most, {"parts": "selectors", "whole": "selectors"}, compares=frozenset({"number"})
    ),
    "between": CheckKind(
        between,
        {"paths": "selectors", "min": "number", "max": "number"},
        compares=frozenset({"number"}),
    ),
    "contacts": CheckKind(contacts),
    "status_fits": CheckKind(status_fits, {"years": "whole"}),
    "phases_in_budget": CheckKind(phases_in_budget),
    "open_is_public": CheckKind(open_is_public),
    "watched": CheckKind(watched, {"terms": "terms"}),
    "annex_spread": CheckKind(annex_spread, {"most": "whole"}),
    "annex_files": CheckKind(annex_files),
    "target_moves": CheckKind(target_moves, {"least": "number", "times": "positive"}),
    "varied": CheckKind(varied, {"paths": "selectors", "least": "whole"}),
    "some_confirmed": CheckKind(some_confirmed),
    "spread_money": CheckKind(spread_money, {"percent": "positive"}),
    "scope_in_area": CheckKind(scope_in_area, {"terms": "terms"}),
}
"""The named checks of what is plausible, with what each takes in `with`."""
