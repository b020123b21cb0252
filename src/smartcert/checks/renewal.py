"""Checks of renewal: the age of the logo, and a report for every year since."""

from __future__ import annotations

from smartcert.checks.relations import first_day
from smartcert.checks.scope import Outcome, Params, Scope
from smartcert.thai.date import ThaiDate


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
