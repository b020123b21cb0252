"""Checks that the general kinds cannot say; each takes its thresholds and words from the catalog."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from smartcert.checks.relations import first_day, last_day
from smartcert.checks.scope import NOT_APPLICABLE, Gap, Outcome, Scope
from smartcert.proposal.address import locate
from smartcert.proposal.spec import proposal_spec
from smartcert.source.path import FieldPath
from smartcert.suggest import closest
from smartcert.thai.date import ThaiDate
from smartcert.thai.text import same

Params = dict[str, Any]


def _kpis(scope: Scope) -> list[tuple[FieldPath, dict[str, Any]]]:
    route = "/services.{smart}.kpis[*]" if scope.smart else "/services.*.kpis[*]"
    return scope.select(route)


def known_smarts(scope: Scope, params: Params) -> Outcome:
    """No project stands under a key of `services` that is no Smart: what is written there is not read."""
    outcome = Outcome()
    source = scope.context.places
    services = (
        source.root.get("services")
        if source is not None and isinstance(source.root, dict)
        else None
    )
    known = proposal_spec().fields["services"].fields
    for key, service in services.items() if isinstance(services, dict) else ():
        if key not in known and isinstance(service, dict) and service.get("projects"):
            details = {"value": key, "guess": closest(key, known) or ""}
            outcome.gaps.append(Gap(kind="no-smart", path=("services", key), params=details))
    return outcome


def outcome_kpi(scope: Scope, params: Params) -> Outcome:
    """A KPI measures an outcome: its unit is none of the device units, its name none of the counting words. Spaces don't matter."""
    outcome = Outcome()
    units, terms = ({_unspaced(word) for word in params[name]} for name in ("units", "terms"))
    for path, kpi in _kpis(scope):
        if "unit" not in kpi and "name" not in kpi:
            continue
        name = _unspaced(kpi.get("name", ""))
        counted = any(term in name for term in terms)
        if counted or _unspaced(kpi.get("unit", "")) in units:
            details = {"unit": kpi.get("unit", "–"), "name": kpi.get("name", "–")}
            outcome.gaps.append(
                Gap(kind="output-kpi", path=(*path, "name" if counted else "unit"), params=details)
            )
        else:
            outcome.passed += 1
    return outcome


def _unspaced(text: str) -> str:
    return same(text).replace(" ", "")


def one_target(scope: Scope, params: Params) -> Outcome:
    """No two KPIs measure the same thing, by name or by reference indicator, in one unit and year with different targets."""
    outcome = Outcome()
    seen: dict[tuple[str, str, Any], tuple[FieldPath, Any]] = {}
    for path, kpi in _kpis(scope):
        target = kpi.get("target") or {}
        if "value" not in target:
            continue
        year = target["year"].year if "year" in target else None
        named = [same(kpi["name"])] if "name" in kpi else []
        measures = [*named, *(f"indicator {name}" for name in kpi.get("indicator") or ())]
        firsts = [
            seen.setdefault((measure, same(kpi.get("unit", "")), year), (path, target["value"]))
            for measure in measures
        ]
        clash = next(((place, value) for place, value in firsts if value != target["value"]), None)
        if clash is not None:
            details = {
                "name": kpi.get("name", kpi.get("id", "")),
                "first": clash[1],
                "second": target["value"],
            }
            related = ((*clash[0], "target", "value"),)
            outcome.gaps.append(
                Gap(
                    kind="two-targets",
                    path=(*path, "target", "value"),
                    params=details,
                    related=related,
                )
            )
        elif firsts:
            outcome.passed += 1
    return outcome


def kpi_direction(scope: Scope, params: Params) -> Outcome:
    """The target lies on the side of the baseline that the direction names."""
    outcome = Outcome()
    for path, kpi in _kpis(scope):
        direction = kpi.get("direction")
        baseline, target = (
            (kpi.get("baseline") or {}).get("value"),
            (kpi.get("target") or {}).get("value"),
        )
        if direction is None or baseline is None or target is None:
            continue
        agrees = {
            "increase": target > baseline,
            "decrease": target < baseline,
            "maintain": target == baseline,
        }
        if agrees[direction]:
            outcome.passed += 1
        else:
            details = {"direction": direction, "baseline": baseline, "target": target}
            outcome.gaps.append(
                Gap(
                    kind="direction",
                    path=(*path, "direction"),
                    params=details,
                    related=((*path, "target", "value"),),
                )
            )
    return outcome


def lasting_opex(scope: Scope, params: Params) -> Outcome:
    """What costs money to build, and runs longer than `years`, has an operating cost for its id."""
    outcome = Outcome()
    covered = {same(name) for _, name in scope.values("/infrastructure.operating_cost[*].for")}
    entries = len(scope.select("/infrastructure.operating_cost[*]"))
    items = [
        *scope.select("/infrastructure.digital[*]"),
        *scope.select("/infrastructure.physical[*]"),
    ]
    lasting = [(path, item) for path, item in items if item.get("cost")]
    for path, project in scope.select("/services.*.projects[*]"):
        start, end = project.get("start"), project.get("end")
        if project.get("budget") and start is not None and end is not None:
            start_year, month, day = start.first
            if last_day(end) >= (start_year + params["years"], month, day):
                lasting.append((path, project))
    for path, item in lasting:
        if "id" not in item:
            outcome.gaps.append(Gap(kind="missing", path=path, fields=("id",)))
        elif same(item["id"]) in covered:
            outcome.passed += 1
        else:
            names = {"id": item["id"], "name": item.get("name", "")}
            mend = ("infrastructure", "operating_cost", entries)
            outcome.gaps.append(
                Gap(
                    kind="no-opex",
                    path=(*path, "id"),
                    mend=mend,
                    fill={"for": item["id"]},
                    params=names,
                )
            )
    return outcome


def area_units(scope: Scope, params: Params) -> Outcome:
    """The area's size could be read with its unit, and a KPI that names a reference indicator names a known one and uses its unit."""
    outcome = Outcome()
    for path, size in scope.select("/area.size"):
        if size is None:
            continue
        # A city is neither smaller than one rai nor larger than the country.
        if Fraction(1, params["km2_per_rai"]) <= size.km2 <= params.get("largest_km2", 513_120):
            outcome.passed += 1
        else:
            outcome.gaps.append(
                Gap(kind="size", path=path, params={"size": size.written, "km2": size.km2})
            )
    for path, kpi in _kpis(scope):
        for index, name in enumerate(kpi.get("indicator") or ()):
            if name is not None:
                _judge_indicator(
                    outcome,
                    scope.context.indicators,
                    (*path, "indicator", index),
                    name,
                    kpi.get("unit"),
                )
    return outcome


def _judge_indicator(
    outcome: Outcome, known: dict[str, Any], path: FieldPath, name: str, unit: str | None
) -> None:
    """Hold the unit of a KPI against that of the reference indicator it names, if the catalog has any."""
    if known and name not in known:
        details: Params = {"value": name, "guess": closest(name, known) or ""}
        outcome.gaps.append(Gap(kind="no-indicator", path=path, params=details))
    elif known and unit is not None:
        wanted = known[name]["unit_title"]
        if _unit(unit) in {_unit(text) for text in (known[name]["unit"], *wanted.values())}:
            outcome.passed += 1
        else:
            details = {"unit": unit, "indicator": name, "wanted": wanted}
            outcome.gaps.append(Gap(kind="unit", path=(*path[:-2], "unit"), params=details))


def _unit(text: str) -> str:
    """Return a unit in one spelling: `ตร.ม./คน` is `ตร.ม. ต่อคน`, `%` is `ร้อยละ`."""
    text = same(text)
    for written, meant in (
        ("%", "ร้อยละ"),
        ("percent", "ร้อยละ"),
        ("/", "ต่อ"),
        (" per ", "ต่อ"),
        ("²", "2"),
        (" ", ""),
    ):
        text = text.replace(written, meant)
    return text


def density(scope: Scope, params: Params) -> Outcome:
    """Residents per square kilometre are between `min` and `max`; where there are none, users, of whom a place can have more."""
    area = scope.context.data.get("area") or {}
    size, population = area.get("size"), area.get("population") or {}
    given = [name for name in ("count", "users") if name in population]
    field = next((name for name in given if population[name]), next(iter(given), None))
    if size is None or field is None or not size.km2:
        return Outcome()
    people, most = (
        population[field],
        params["max"] if field == "count" else params.get("users_max", params["max"]),
    )
    found = people / size.km2
    if params["min"] <= found <= most:
        return Outcome(passed=1)
    details = {
        "people": people,
        "size": size.written,
        "density": round(found) if found >= 10 else found,
        "min": params["min"],
        "max": most,
    }
    path: FieldPath = ("area", "population", field)
    return Outcome(
        gaps=[Gap(kind="density", path=path, params=details, related=(("area", "size"),))]
    )


def personal_datasets(scope: Scope, params: Params) -> Outcome:
    """A project that names a dataset with personal data says how it is protected; one that says itself that it uses such is left out."""
    outcome = Outcome()
    datasets = [item for _, item in scope.select("/data_platform.datasets[*]") if "id" in item]
    personal = {
        same(item["id"])
        for item in datasets
        if item.get("personal_data") or item.get("class") == "personal"
    }
    for path, project in scope.select("/services.*.projects[*]"):
        named = {same(name) for name in project.get("data") or () if name is not None}
        if project.get("personal_data") or not named & personal:
            continue
        if "privacy" in project:
            outcome.passed += 1
        else:
            outcome.gaps.append(Gap(kind="missing", path=path, fields=("privacy",)))
    return outcome


def responses(scope: Scope, params: Params) -> Outcome:
    """In a later round every comment has a response, and each response says what was done, at a place that is in the file."""
    data = scope.context.data
    if data.get("round", 1) < 2:
        return NOT_APPLICABLE
    comments = dict(scope.context.comments)
    if not data.get("responses"):
        unanswered = [
            Gap(kind="unanswered", path=("responses",), params={"id": key, "text": comments[key]})
            for key in comments
        ]
        gaps = unanswered or [Gap(kind="missing", path=(), fields=("responses",))]
        return Outcome(gaps=gaps, asked={("responses",): False})
    outcome = Outcome(asked={("responses",): True})
    answered = set()
    for path, answer in scope.select("/responses[*]"):
        answered.add(answer.get("comment"))
        missing = tuple(name for name in ("comment", "action", "where") if name not in answer)
        if missing:
            outcome.gaps.append(Gap(kind="missing", path=path, fields=missing))
        if comments and answer.get("comment") not in (None, *comments):
            outcome.gaps.append(_unknown_comment(path, answer["comment"], comments))
        _judge_where(outcome, scope, path, answer.get("where") or ())
    for key in comments.keys() - answered:
        outcome.gaps.append(
            Gap(kind="unanswered", path=("responses",), params={"id": key, "text": comments[key]})
        )
    outcome.gaps.sort(key=lambda gap: str(gap.params.get("id", "")))
    return outcome


def _unknown_comment(path: FieldPath, comment: str, comments: dict[str, str]) -> Gap:
    return Gap(
        kind="no-comment",
        path=(*path, "comment"),
        params={"value": comment, "guess": closest(comment, comments) or ""},
    )


def _judge_where(outcome: Outcome, scope: Scope, path: FieldPath, places: Any) -> None:
    source = scope.context.places
    for index, where in enumerate(places):
        if where is None:
            continue
        if source is None or source.exists(locate(where, source.root)):
            outcome.passed += 1
        else:
            outcome.gaps.append(
                Gap(kind="nowhere", path=(*path, "where", index), params={"where": where})
            )


def logo_age(scope: Scope, params: Params) -> Outcome:
    """The logo is not older than `years`; from `warn_months` before that, renewal is due."""
    outcome = Outcome()
    for path, logo in scope.select("/renewal.logo_date"):
        if logo is None:
            continue
        today = scope.context.today
        year, month, day = first_day(logo)
        held = (today.year - year) * 12 + today.month - month - (today.day < day)
        left = params["years"] * 12 - held
        if first_day(logo) > (today.year, today.month, today.day):
            outcome.gaps.append(Gap(kind="logo-ahead", path=path, params={"date": logo}))
        elif left <= 0:
            outcome.gaps.append(
                Gap(kind="logo-expired", path=path, params={"date": logo, "years": params["years"]})
            )
        elif left <= params["warn_months"]:
            outcome.gaps.append(
                Gap(kind="logo-due", path=path, params={"date": logo, "months": left})
            )
        else:
            outcome.passed += 1
    return outcome


def yearly_reports(scope: Scope, params: Params) -> Outcome:
    """Each whole year between that of the logo and this one has a report, and none is of a year before the logo."""
    outcome = Outcome()
    logo = next((value for _, value in scope.values("/renewal.logo_date")), None)
    reports = scope.select("/renewal.reports[*]")
    if logo is None or not reports:
        return outcome
    granted, this_year = first_day(logo)[0], scope.context.today.year
    told = set()
    for path, report in reports:
        year = report["year"].year if "year" in report else None
        told.add(year)
        if year is not None and not granted <= year <= this_year:
            outcome.gaps.append(
                Gap(
                    kind="report-year",
                    path=(*path, "year"),
                    params={"date": logo, "written": report["year"]},
                )
            )
    for year in range(granted + 1, this_year):
        if year in told:
            outcome.passed += 1
        else:
            outcome.gaps.append(
                Gap(
                    kind="no-report",
                    path=("renewal", "reports"),
                    params={"date": logo, "year": ThaiDate(year, None, None, "ce", "")},
                )
            )
    return outcome


NAMED: dict[str, Callable[[Scope, Params], Outcome]] = {
    "known_smarts": known_smarts,
    "outcome_kpi": outcome_kpi,
    "one_target": one_target,
    "kpi_direction": kpi_direction,
    "lasting_opex": lasting_opex,
    "area_units": area_units,
    "density": density,
    "personal_datasets": personal_datasets,
    "responses": responses,
    "logo_age": logo_age,
    "yearly_reports": yearly_reports,
}


def named(scope: Scope, params: Params) -> Outcome:
    """Run a named check with its parameters; `say` replaces its stock sentence."""
    outcome = NAMED[params["check"]](scope, params.get("with") or {})
    if params.get("say"):
        for gap in outcome.gaps:
            gap.say = params["say"]
    return outcome
