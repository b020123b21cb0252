"""Checks that the general kinds can't say; thresholds and words are the catalog's."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from smartcert.checks.relations import first_day, last_day
from smartcert.checks.scope import NOT_APPLICABLE, Gap, Measured, Outcome, Params, Scope, missing
from smartcert.checks.signature import CheckKind
from smartcert.proposal.address import locate
from smartcert.proposal.spec import proposal_spec
from smartcert.source.path import FieldPath, value_at
from smartcert.suggest import closest
from smartcert.thai.date import ThaiDate
from smartcert.thai.measure_forms import Aim, figure_of
from smartcert.thai.normalize import normalize
from smartcert.thai.unit import fold_unit


def _kpis(scope: Scope) -> list[tuple[FieldPath, dict[str, Any]]]:
    return scope.select("/services.{smart}.kpis[*]" if scope.smart else "/services.*.kpis[*]")


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


def outcome_kpi(scope: Scope, params: Params) -> Outcome:
    """A KPI measures an outcome.

    Its unit is none of the device units, its name has none of the counting words; spaces don't
    matter.
    """
    outcome = Outcome()
    units, terms = ({_unspaced(word) for word in params[name]} for name in ("units", "terms"))
    for path, kpi in _kpis(scope):
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
    for path, kpi in _kpis(scope):
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
    for path, kpi in _kpis(scope):
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


def lasting_opex(scope: Scope, params: Params) -> Outcome:
    """What costs money to build, and runs longer than `years`, has an operating cost for its id."""
    outcome = Outcome()
    covered = {normalize(name) for _, name in scope.values("/infrastructure.operating_cost[*].for")}
    entries = len(scope.select("/infrastructure.operating_cost[*]"))
    items = scope.select(["/infrastructure.digital[*]", "/infrastructure.physical[*]"])
    lasting = [(path, item) for path, item in items if item.get("cost")]
    for path, project in scope.select("/services.*.projects[*]"):
        start, end = project.get("start"), project.get("end")
        if project.get("budget") and start is not None and end is not None:
            start_year, month, day = start.first
            if last_day(end) >= (start_year + params["years"], month, day):
                lasting.append((path, project))
    for path, item in lasting:
        if "id" not in item:
            outcome.gaps.append(missing((*path, "id")))
        elif normalize(item["id"]) in covered:
            outcome.passed += 1
        else:
            name, mend = item["id"], ("infrastructure", "operating_cost", entries)
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
    for path, kpi in _kpis(scope):
        for index, name in enumerate(kpi.get("indicator") or ()):
            if name is not None:
                place = (*path, "indicator", index)
                _judge_indicator(outcome, scope.context.indicators, place, name, kpi.get("unit"))
    return outcome


def _judge_indicator(
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


def responses(scope: Scope, _: Params) -> Outcome:
    """In a later round every comment has a response.

    Each response says what was done, and where: at a place that is in the file.
    """
    data = scope.context.data
    if data.get("round", 1) < 2:
        return NOT_APPLICABLE
    comments = dict(scope.context.comments)
    if not data.get("responses"):
        outcome = Outcome(asked={("responses",): False})
        _unanswered(outcome, comments)
        if not comments:
            outcome.gaps.append(missing(("responses",)))
        return outcome
    outcome = Outcome(asked={("responses",): True})
    answered = set()
    for path, answer in scope.select("/responses[*]"):
        answered.add(answer.get("comment"))
        lacking = tuple(name for name in ("comment", "action", "where") if name not in answer)
        if lacking:
            outcome.gaps.append(Gap(kind="missing", path=path, fields=lacking))
        comment = answer.get("comment")
        if comments and comment not in (None, *comments):
            guess = closest(comment, comments) or ""
            outcome.gap("no-comment", (*path, "comment"), value=comment, guess=guess)
        _judge_where(outcome, scope, path, answer.get("where") or ())
    _unanswered(outcome, {key: comments[key] for key in comments.keys() - answered})
    outcome.gaps.sort(key=lambda gap: str(gap.params.get("id", "")))
    return outcome


def _unanswered(outcome: Outcome, comments: dict[str, str]) -> None:
    """Add a gap for each comment, a text by its id, that has no response."""
    for key, text in comments.items():
        outcome.gap("unanswered", ("responses",), id=key, text=text)


def _judge_where(outcome: Outcome, scope: Scope, path: FieldPath, places: Any) -> None:
    source = scope.context.source
    for index, where in enumerate(places):
        if where is not None:
            there = source is None or source.exists(locate(where, source.root))
            outcome.expect(there, "nowhere", (*path, "where", index), where=where)


def logo_age(scope: Scope, params: Params) -> Outcome:
    """The logo is not older than `years`; from `warn_months` before that, renewal is due."""
    outcome = Outcome()
    for path, logo in scope.values("/renewal.logo_date"):
        today = scope.context.today
        year, month, day = first_day(logo)
        held = (today.year - year) * 12 + today.month - month - (today.day < day)
        left = params["years"] * 12 - held
        if first_day(logo) > (today.year, today.month, today.day):
            outcome.gap("logo-ahead", path, date=logo)
        elif left <= 0:
            outcome.gap("logo-expired", path, date=logo, years=params["years"])
        elif left <= params["warn_months"]:
            outcome.gap("logo-due", path, date=logo, months=left)
        else:
            outcome.passed += 1
    return outcome


def yearly_reports(scope: Scope, _: Params) -> Outcome:
    """Each whole year between that of the logo and this one has a report.

    None is of a year before the logo, or of one still to come.
    """
    outcome = Outcome()
    logo = next((value for _, value in scope.values("/renewal.logo_date")), None)
    reports = scope.select("/renewal.reports[*]")
    if logo is None or not reports:
        return outcome
    granted, this_year = first_day(logo)[0], scope.context.today.year
    reported = set()
    for path, report in reports:
        year = report["year"].year if "year" in report else None
        reported.add(year)
        if year is not None and not granted <= year <= this_year:
            outcome.gap("report-year", (*path, "year"), date=logo, written=report["year"])
    for year in range(granted + 1, this_year):
        lacking = ThaiDate(year, None, None, "ce", "")
        outcome.expect(
            year in reported, "no-report", ("renewal", "reports"), date=logo, year=lacking
        )
    return outcome


NAMED: dict[str, CheckKind] = {
    "known_smarts": CheckKind(known_smarts),
    "outcome_kpi": CheckKind(outcome_kpi, {"units": "terms", "terms": "terms"}),
    "one_target": CheckKind(one_target),
    "kpi_direction": CheckKind(kpi_direction),
    "lasting_opex": CheckKind(lasting_opex, {"years": "whole"}),
    "area_units": CheckKind(area_units, {"km2_per_rai": "positive"}, {"largest_km2": "number"}),
    "density": CheckKind(density, {"min": "number", "max": "number"}, {"users_max": "number"}),
    "personal_datasets": CheckKind(personal_datasets),
    "responses": CheckKind(responses),
    "logo_age": CheckKind(logo_age, {"years": "whole", "warn_months": "whole"}),
    "yearly_reports": CheckKind(yearly_reports),
}
"""The named checks by name, with what each takes in `with`."""
