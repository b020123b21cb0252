"""A portfolio as Markdown, for a wiki or a comment."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.assessment.score import percent_text
from smartcert.messages.message import message
from smartcert.portfolio.city import City
from smartcert.portfolio.survey import Portfolio
from smartcert.render import portfolio_rows as rows
from smartcert.render.mark import MARKDOWN
from smartcert.render.markup import Literal, escape, line, table

HEADS = ("city", "round", "verdict", "readiness", "change", "mandatory-open", "unanswered")


def render(portfolio: Portfolio) -> str:
    """Return the whole portfolio as one page."""
    return "\n".join(_lines(portfolio)) + MARKDOWN


def _lines(portfolio: Portfolio) -> Iterator[str]:
    lang = portfolio.lang
    yield from (f"# {message('portfolio.title', lang)}", "")
    yield from (line(rows.counts(portfolio)), "", line(rows.headline(portfolio)), "")
    if text := rows.narrowed(portfolio):
        yield from (f"**{escape(text)}**", "")
    yield from (f"- {escape(text)}" for text in rows.sentences(portfolio))
    yield from ("", f"## {message('portfolio.chapters.cities', lang)}", "")
    yield from table(
        rows.heads_of(HEADS, lang), (_city(city, lang) for city in portfolio.cities), {3, 4, 5, 6}
    )
    sheet = rows.requirements(portfolio)
    found = [
        row for row, tally in zip(sheet.rows, portfolio.requirements, strict=True) if tally.open
    ]
    if found:
        yield from (f"## {message('portfolio.chapters.requirements', lang)}", "")
        listed = ([str(value) for value in row] for row in found[: rows.TEN])
        yield from table(rows.heads_of(sheet.heads, lang), listed, range(3, 12))
    yield from _rest(portfolio)


def _city(city: City, lang: str) -> tuple[str, ...]:
    latest = city.latest
    name: str = city.name
    if city.report:
        name = Literal(f"[{escape(city.name)}]({_link(city.report)})")
    if latest is None:
        return name, "–", rows.verdict(city.verdict, lang), "–", "–", "–", "–"
    return (
        name,
        "–" if latest.round is None else str(latest.round),
        rows.verdict(city.verdict, lang),
        percent_text(latest.readiness),
        rows.moved(city.change.readiness if city.change else None),
        str(latest.open("mandatory")),
        str(len(latest.owed)),
    )


def _link(file: str) -> str:
    from urllib.parse import quote

    return quote(file)


def _rest(portfolio: Portfolio) -> Iterator[str]:
    """Yield what is owed, what was not read, what a person has to tell apart, and the accounts."""
    lang = portfolio.lang
    owed = rows.comments(portfolio, owed=True)
    if owed.rows:
        yield from (f"## {message('portfolio.chapters.comments', lang)}", "")
        cells = (["" if value is None else str(value) for value in row[:4]] for row in owed.rows)
        yield from table(rows.heads_of(owed.heads[:4], lang), cells)
    unread = [rows.unread_row(each, lang) for each in portfolio.unread]
    unread += [rows.unclear_row(each, lang) for each in portfolio.unclear]
    if unread:
        yield from (f"## {message('portfolio.chapters.unread', lang)}", "")
        yield from table(rows.heads_of(("file", "why", "instead", "do"), lang), unread)
    if portfolio.problems:
        yield from (f"## {message('portfolio.chapters.problems', lang)}", "")
        yield from (
            f"- {each.code} {escape(rows.problem(each, lang))}" for each in portfolio.problems
        )
        yield ""
    yield from (line(text) for text in rows.accounts(portfolio))
    yield from ("", f"_{message('portfolio.not-depa', lang)}_", "")
