"""The tables and sentences of a portfolio, which several formats show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smartcert.assessment.score import percent
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.portfolio.city import City
from smartcert.portfolio.entry import PartShare, RoundEntry
from smartcert.portfolio.grouping import Ambiguity
from smartcert.portfolio.survey import SOON, NotRead, Portfolio, RequirementTally, UnclearFile
from smartcert.render.number_format import edition
from smartcert.thai.date import format_date, from_date

TEN = 10
"""Requirements that a page names."""

Cell = str | int | float | None


class RowTable(NamedTuple):
    """A table: the keys of its heads, below `portfolio.heads`, and its rows."""

    heads: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def headline(portfolio: Portfolio) -> str:
    """Say as of when it is, of how many cities, by which criteria."""
    lang = portfolio.lang
    used = dict.fromkeys(
        f"{each.id} {edition(each.edition, lang)} {each.profile}" for each in portfolio.criteria
    )
    return message(
        "portfolio.as-of",
        lang,
        date=format_date(from_date(portfolio.today), lang),
        cities=len(portfolio.cities),
        criteria=", ".join(used) or "–",
    )


def counts(portfolio: Portfolio) -> str:
    """Say how many cities have each verdict."""
    found, lang = portfolio.counts, portfolio.lang
    missing = found.get("not-submitted", 0)
    return message(
        "portfolio.counts",
        lang,
        cities=len(portfolio.cities),
        ready=found.get("ready", 0),
        gaps=found.get("ready-with-gaps", 0),
        not_ready=found.get("not-ready", 0),
        unreadable=found.get("unreadable", 0),
        none=message("portfolio.none-yet", lang, count=missing) if missing else "",
    )


def accounts(portfolio: Portfolio) -> Iterator[str]:
    """Say what became of every file, so that it adds up."""
    files, lang, others = portfolio.files, portfolio.lang, portfolio.others
    yield message("portfolio.files", lang, total=sum(files.values()), **files)
    beside = {kind: len(names) for kind, names in others._asdict().items()}
    if any(beside.values()):
        yield message("portfolio.beside", lang, **beside)


def narrowed(portfolio: Portfolio) -> str:
    """Say to what it is narrowed; nothing where it is not."""
    lang = portfolio.lang
    words = [verdict(each, lang) for each in portfolio.only] + [*portfolio.smart]
    left_out = portfolio.left_out
    what = ", ".join(words)
    return message("portfolio.narrowed", lang, what=what, left_out=left_out) if words else ""


def verdict(key: str, lang: str) -> str:
    """Return the short word for how a city stands."""
    return message(f"portfolio.verdicts.{key}", lang)


def sentences(portfolio: Portfolio) -> Iterator[str]:
    """Yield what a board wants to know, each with its denominator."""
    lang = portfolio.lang
    read = [city for city in portfolio.cities if city.latest]
    blocking = [row for row in portfolio.requirements if row.level == "mandatory" and row.open]
    if blocking:
        yield _held_up(blocking[0], lang)
    weak = [each for each in portfolio.smarts if each.median is not None]
    if weak:
        least = min(weak, key=lambda each: each.median or 0)
        yield message(
            "portfolio.says.weakest",
            lang,
            title=least.title,
            median=least.median,
            low=least.low,
            high=least.high,
            count=least.declared_by,
        )
    held = sum(city.change is not None for city in read)
    if held:
        risen, fallen = len(portfolio.risen), len(portfolio.fallen)
        moved = {"risen": risen, "fallen": fallen, "count": held, "since": since(portfolio)}
        yield message("portfolio.says.moved", lang, **moved)
    yield from _waiting(portfolio, read)


_SINCE = {"previous": "portfolio.since.previous", "first": "portfolio.since.first"}


def since(portfolio: Portfolio) -> str:
    """Say what changes are held against; a commit or a file by its name."""
    key = _SINCE.get(portfolio.since)
    return message(key, portfolio.lang) if key else portfolio.since


def _held_up(row: RequirementTally, lang: str) -> str:
    return message(
        "portfolio.says.held-up",
        lang,
        count=len(row.cities_open),
        of=row.asked_of,
        code=row.id,
        title=row.title,
        open=row.open,
        asked=row.asked,
    )


def _waiting(portfolio: Portfolio, read: list[City]) -> Iterator[str]:
    """Yield for what somebody waits, and what was not read."""
    lang = portfolio.lang
    if portfolio.owing:
        owed = sum(len(city.latest.owed) for city in portfolio.owing if city.latest)
        yield message("portfolio.says.owed", lang, cities=len(portfolio.owing), count=owed)
    waiting = [city.latest.waiting for city in read if city.latest and city.latest.waiting]
    if waiting:
        sums = {"cities": len(waiting), "count": sum(waiting)}
        yield message("portfolio.says.waiting", lang, **sums)
    if portfolio.ending:
        yield message("portfolio.says.ending", lang, count=len(portfolio.ending), days=SOON)
    unread = len(portfolio.unread) + len(portfolio.unclear)
    if unread:
        yield message("portfolio.says.unread", lang, count=unread)


def moved(change: float | None) -> str:
    """Write a change of readiness; a dash where nobody knows it."""
    return "–" if change is None else f"{change:+.1f}"


def problem(found: Ambiguity, lang: str) -> str:
    """Say what a person has to tell apart."""
    return message(
        f"portfolio.problems.{found.code}",
        lang,
        names=" / ".join(found.names),
        files=", ".join(found.files),
        round="–" if found.round is None else found.round,
    )


def unread_row(found: NotRead, lang: str) -> tuple[str, str, str, str]:
    """Return the file, why it is not read, what is shown instead, and what to do."""
    latest = found.city.latest if found.city else None
    number = "–" if latest is None or latest.round is None else latest.round
    instead = (
        message("portfolio.instead", lang, round=number)
        if latest
        else message("portfolio.instead-none", lang)
    )
    file = found.file
    return file.file, f"{file.code} {file.message}".strip(), instead, file.fix


def unclear_row(found: UnclearFile, lang: str) -> tuple[str, str, str, str]:
    """Return a file that can't be told to be a proposal, as `unread_row` does one."""
    return found.file, message(f"portfolio.unclear.{found.reason}", lang), "", ""


def cities(portfolio: Portfolio) -> RowTable:
    """Return a row a city: one fact a column."""
    heads = (
        "city", "province", "reviewer", "due", "file", "round", "verdict", "readiness",
        "mandatory-open", "recommended-open", "completeness", "evidence", "faults", "before",
        "change", "fixed", "lost", "comments", "unanswered", "waiting",
    )  # fmt: skip
    rows = [_city_row(city, portfolio.lang) for city in portfolio.cities]
    return RowTable(heads, rows)


def _city_row(city: City, lang: str) -> tuple[Cell, ...]:
    latest = city.latest
    first: tuple[Cell, ...] = (city.name, city.province, city.reviewer, city.due)
    said = verdict(city.verdict, lang)
    if latest is None:
        file = city.unread[0].file if city.unread else None
        return (*first, file, None, said, *(None,) * 13)
    return (
        *first,
        latest.file,
        latest.round,
        said,
        percent(latest.readiness),
        *(latest.open("mandatory"), latest.open("recommended")),
        *(percent(latest.completeness), percent(latest.evidence), latest.faults),
        percent(city.before.readiness) if city.before else None,
        *_change_cells(city),
        *(len(latest.comments), len(latest.owed), latest.waiting),
    )


def _change_cells(city: City) -> tuple[Cell, Cell, Cell]:
    change = city.change
    if change is None:
        return None, None, None
    return change.readiness, len(change.fixed), len(change.lost)


def parts(portfolio: Portfolio) -> tuple[str, ...]:
    """Return the groups and Smarts of the cities, in the order of their catalogs."""
    found: dict[str, None] = {}
    for take in ("groups", "smarts"):
        for city in portfolio.cities:
            for part in getattr(city.latest, take, ()):
                found.setdefault(part.key)
    return tuple(found)


def part_titles(portfolio: Portfolio) -> dict[str, str]:
    """Return the head of each group and Smart: a Smart by its name, a group by its id."""
    smarts = {part.key: part.title for city in portfolio.cities for part in _smarts(city)}
    return {key: smarts.get(key, key) for key in parts(portfolio)}


def _smarts(city: City) -> tuple[PartShare, ...]:
    return city.latest.smarts if city.latest else ()


def part_values(entry: RoundEntry | None) -> dict[str, float | None]:
    """Return the percentage of every group and declared Smart of a proposal."""
    if entry is None:
        return {}
    declared = (part for part in (*entry.groups, *entry.smarts) if part.declared)
    return {part.key: percent(part.share) for part in declared}


def requirements(portfolio: Portfolio) -> RowTable:
    """Return a row a requirement, the one open in most cities first."""
    heads = (
        "requirement", "title", "level", "asked", "met", "partial", "missing", "waived", "person",
        "open", "cities-asked", "cities-open",
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            *(row.id, row.title, named("levels", row.level, portfolio.lang), row.asked),
            *(row.statuses.get(key, 0) for key in ("met", "partial", "missing", "waived")),
            *(row.statuses.get("needs-person", 0), row.open, row.asked_of, len(row.cities_open)),
        )
        for row in portfolio.requirements
    ]
    return RowTable(heads, rows)


def gaps(portfolio: Portfolio) -> RowTable:
    """Return a row for each open requirement of each city."""
    heads = ("city", "requirement", "smart", "title", "level", "status", "place", "found")
    lang = portfolio.lang
    rows: list[tuple[Cell, ...]] = [
        (
            *(city.name, asked.id, asked.smart, asked.title, named("levels", asked.level, lang)),
            *(named("statuses", gap.status, lang), gap.place, gap.found),
        )
        for city in portfolio.cities
        if city.latest
        for gap in city.latest.gaps
        for asked in [gap.requirement]
        if not portfolio.smart or asked.smart in portfolio.smart
    ]
    return RowTable(heads, rows)


def comments(portfolio: Portfolio, *, owed: bool = False) -> RowTable:
    """Return a row for each comment of the committee, or for those without an answer."""
    heads = ("city", "round", "comment", "text", "answer", "settled")
    lang = portfolio.lang
    rows: list[tuple[Cell, ...]] = [
        (
            *(city.name, one.round, one.id, one.text, named("responses", one.status, lang)),
            None if one.settled is None else message(_SETTLED[one.settled], lang),
        )
        for city in portfolio.cities
        if city.latest
        for one in (city.latest.owed if owed else city.latest.comments)
    ]
    return RowTable(heads, rows)


_SETTLED = {True: "portfolio.yes", False: "portfolio.no"}


def heads_of(keys: tuple[str, ...], lang: str) -> list[str]:
    """Return the heads of a table in words."""
    return [message(f"portfolio.heads.{key}", lang) for key in keys]
