"""A portfolio as one HTML page for a board: no script, nothing fetched, A4 on its side."""

from __future__ import annotations

from itertools import islice

from markupsafe import Markup

from smartcert import __version__
from smartcert.assessment.score import percent, percent_text
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.portfolio.city import City
from smartcert.portfolio.survey import Portfolio
from smartcert.render import portfolio_rows as rows
from smartcert.render.html import digest_of, style_of
from smartcert.render.html_page import template_environment
from smartcert.render.line_breaks import breakable
from smartcert.thai.date import format_date, from_date

CITIES = 24
"""Cities that a row of a requirement names."""

OWED = 400
"""Comments that a page lists; the workbook has all."""


def render(portfolio: Portfolio) -> str:
    """Return the page. The same portfolio gives the same bytes."""
    made = template_environment(portfolio.lang)
    made.globals |= _names(portfolio)
    style = style_of("portfolio.css")
    page = made.get_template("portfolio.html.j2").render(
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=digest_of(style),
    )
    return breakable(page, portfolio.lang)


def _names(portfolio: Portfolio) -> dict[str, object]:
    lang = portfolio.lang

    def p(key: str, **params: object) -> str:
        return message(f"portfolio.{key}", lang, **params)

    return {
        "portfolio": portfolio,
        "lang": lang,
        "version": __version__,
        "p": p,
        "rows": rows,
        "named": lambda group, key: named(group, key, lang),
        "percent": percent,
        "percent_text": percent_text,
        "shade": shade,
        "places": places,
        "owed": lambda: rows.comments(portfolio, owed=True),
        "most_owed": OWED,
        "day": lambda when: format_date(from_date(when), lang),
        "open_most": [row for row in portfolio.requirements if row.open][: rows.TEN],
        "numbers": _numbers(portfolio),
        "unread": [rows.unread_row(each, lang) for each in portfolio.unread]
        + [rows.unclear_row(each, lang) for each in portfolio.unclear],
    }


def _numbers(portfolio: Portfolio) -> list[tuple[str, int]]:
    """Return the verdicts with their cities; nobody is without one."""
    found = portfolio.counts
    shown = ["ready", "ready-with-gaps", "not-ready", "unreadable"]
    if found.get("not-submitted"):
        shown.append("not-submitted")
    return [(key, found.get(key, 0)) for key in shown]  # type: ignore[call-overload]


def shade(value: float | None) -> str:
    """Return how deep a cell is tinted: from 0 for nothing met to 4 for all."""
    return "" if value is None else f"s{min(4, int(value // 20))}"


def places(cities: tuple[City, ...]) -> tuple[list[str], int]:
    """Return the names of the first cities, and how many more there are."""
    return [city.name for city in islice(cities, CITIES)], max(0, len(cities) - CITIES)
