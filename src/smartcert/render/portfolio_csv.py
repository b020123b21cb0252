"""A portfolio as CSV: one row a city, one fact a column, no formula."""

from __future__ import annotations

import csv
import io

from smartcert.assessment.score import percent
from smartcert.portfolio.city import City
from smartcert.portfolio.survey import Portfolio
from smartcert.render.csv_ import cell
from smartcert.render.portfolio_rows import part_values, parts

COLUMNS = (
    "key", "city", "file", "round", "verdict", "readiness", "mandatory_open", "recommended_open",
    "completeness", "evidence", "before", "change", "fixed", "lost", "comments", "unanswered",
    "waiting", "province", "reviewer", "due",
)  # fmt: skip


def render(portfolio: Portfolio) -> str:
    """Return a table with a head, behind a byte-order mark, by which Excel knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    keys = parts(portfolio)
    writer.writerow((*COLUMNS, *keys))
    for city in portfolio.cities:
        values = part_values(city.latest)
        row = (*_row(city), *("" if (value := values.get(key)) is None else value for key in keys))
        writer.writerow([cell(value) for value in row])
    return "\ufeff" + out.getvalue()


def _row(city: City) -> tuple[object, ...]:
    latest, before, change = city.latest, city.before, city.change
    listed = (city.province or "", city.reviewer or "", city.due or "")
    if latest is None:
        file = city.unread[0].file if city.unread else ""
        return (city.key, city.name, file, "", city.verdict, *("",) * 12, *listed)
    figures = (
        percent(latest.readiness),
        latest.open("mandatory"),
        latest.open("recommended"),
        percent(latest.completeness),
        percent(latest.evidence),
        percent(before.readiness) if before else None,
        change.readiness if change else None,
        len(change.fixed) if change else None,
        len(change.lost) if change else None,
        *(len(latest.comments), len(latest.owed), latest.waiting),
    )
    shown = ("" if value is None else value for value in figures)
    number = "" if latest.round is None else latest.round
    return (city.key, city.name, latest.file, number, city.verdict, *shown, *listed)
