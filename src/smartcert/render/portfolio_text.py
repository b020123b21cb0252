"""A portfolio as text for a terminal: totals, a line a city, what is open, what is not read."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.assessment.score import percent_text
from smartcert.messages.message import message
from smartcert.portfolio.city import City
from smartcert.portfolio.survey import Portfolio
from smartcert.render import portfolio_rows as rows
from smartcert.render.sanitize import for_terminal
from smartcert.thai.words import wrap

SHOWN = 30
"""Cities that are shown without `--verbose`."""

FEW = 5
"""Requirements that are shown without `--verbose`."""

Line = tuple[str, str]
BLANK: Line = ("", "")


def render(
    portfolio: Portfolio, columns: int = 80, *, quiet: bool = False, verbose: bool = False
) -> Iterator[Line]:
    """Yield the lines of a portfolio."""
    for style, text in _lines(portfolio, quiet=quiet, verbose=verbose):
        yield from ((style, line) for line in wrap(for_terminal(text), columns))


def _lines(portfolio: Portfolio, *, quiet: bool, verbose: bool) -> Iterator[Line]:
    lang = portfolio.lang
    yield "title", rows.counts(portfolio)
    yield "dim", rows.headline(portfolio)
    if text := rows.narrowed(portfolio):
        yield "head-fault", text
    if not quiet:
        yield BLANK
        yield from (("", text) for text in rows.sentences(portfolio))
        yield BLANK
        yield from _cities(portfolio, verbose=verbose)
        yield from _requirements(portfolio, verbose=verbose)
        yield from _not_read(portfolio)
        yield from _problems(portfolio)
        yield BLANK
        if verbose:
            yield from (("dim", file) for file in portfolio.others.others)
    yield from (("title", text) for text in rows.accounts(portfolio))
    yield "dim", message("portfolio.not-depa", lang)


def _cities(portfolio: Portfolio, *, verbose: bool) -> Iterator[Line]:
    lang = portfolio.lang
    shown = portfolio.cities if verbose else portfolio.cities[:SHOWN]
    for city in shown:
        yield "", _city(city, lang)
    if rest := len(portfolio.cities) - len(shown):
        yield "dim", message("terminal.lists.more", lang, count=rest)


def _city(city: City, lang: str) -> str:
    latest, said = city.latest, rows.verdict(city.verdict, lang)
    if latest is None:
        return message("portfolio.text.no-city", lang, verdict=said, name=city.name)
    return message(
        "portfolio.text.city",
        lang,
        readiness=f"{percent_text(latest.readiness):>6}",
        change=f"{rows.moved(city.change.readiness if city.change else None):>6}",
        open=f"{latest.open('mandatory'):>2}",
        owed=f"{len(latest.owed):>2}",
        verdict=said,
        round="–" if latest.round is None else latest.round,
        name=city.name,
    )


def _requirements(portfolio: Portfolio, *, verbose: bool) -> Iterator[Line]:
    lang = portfolio.lang
    found = [row for row in portfolio.requirements if row.open]
    if not found:
        return
    yield BLANK
    yield "group", message("portfolio.chapters.requirements", lang)
    for row in found if verbose else found[:FEW]:
        yield (
            f"code-{row.level}",
            message(
                "portfolio.text.requirement",
                lang,
                code=row.id,
                title=row.title,
                open=row.open,
                asked=row.asked,
                cities=len(row.cities_open),
                of=row.asked_of,
            ),
        )
    listed = " · ".join(
        message(
            "portfolio.text.smart",
            lang,
            title=each.title,
            median=each.median,
            count=each.declared_by,
        )
        for each in portfolio.smarts
    )
    if listed:
        yield BLANK
        yield "", message("portfolio.text.smarts", lang, listed=listed)


def _not_read(portfolio: Portfolio) -> Iterator[Line]:
    lang = portfolio.lang
    found = [rows.unread_row(each, lang) for each in portfolio.unread]
    found += [rows.unclear_row(each, lang) for each in portfolio.unclear]
    if found:
        yield BLANK
        yield "group", message("portfolio.chapters.unread", lang)
    for file, why, instead, do in found:
        more = " · ".join(filter(None, (instead, do))) or "–"
        yield "head-fault", message("portfolio.text.unread", lang, file=file, why=why, do=more)


def _problems(portfolio: Portfolio) -> Iterator[Line]:
    if portfolio.problems:
        yield BLANK
        yield "group", message("portfolio.chapters.problems", portfolio.lang)
    for problem in portfolio.problems:
        said = rows.problem(problem, portfolio.lang)
        yield "head-fault", f"{problem.code} {said}"
