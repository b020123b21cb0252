"""`smartcert criteria list` and `criteria lint`: reading and judging a catalog."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

from smartcert.catalog.indicators import target
from smartcert.catalog.loader import folder_of, load_catalog
from smartcert.catalog.model import Catalog, Indicator, LevelRule, Requirement
from smartcert.cli import options as read
from smartcert.errors import ExitCode, not_one_of, refuse_unknown
from smartcert.messages.message import message, messages_under
from smartcert.messages.terms import term
from smartcert.render import phrases
from smartcert.render.terminal import columns, write
from smartcert.thai.words import wrap


def run_list(
    *,
    lang: str | None,
    criteria: str | None,
    edition: str | None,
    profile: str | None,
    format: str,
    no_color: bool,
) -> int:
    """Print the requirements of an edition and, when one is named, of a profile."""
    spoken = read.language(lang)
    catalog = load_catalog(criteria)
    year = read.edition(edition) or catalog.default_edition
    refuse_unknown("--edition", year, [*catalog.editions])
    refuse_unknown("--profile", profile, [*catalog.profiles])
    stages = catalog.profiles.keys() if profile is None else {profile}
    asked = [item for item in catalog.in_edition(year) if stages & set(item.profiles)]
    indicators = catalog.indicators if profile is None else {}
    match format:
        case "json":
            listed = [
                {
                    "id": item.id,
                    "group": item.group,
                    "smart": item.smart,
                    "title": item.title,
                    "level": _level(item.level),
                    "basis": item.basis,
                    "sources": list(item.sources),
                    "profiles": list(item.profiles),
                    "since": item.since,
                    "until": item.until,
                    "weight": item.weight,
                }
                for item in asked
            ]
            print(
                json.dumps(
                    {"format": 1, "catalog": catalog.id, "edition": year, "requirements": listed},
                    ensure_ascii=False,
                    indent=2,
                )
            )
        case "text":
            write(
                _listed(catalog, asked, indicators, year, spoken, columns(sys.stdout)),
                no_color=no_color,
            )
        case _:
            raise not_one_of("--format", format, ["text", "json"])
    return 0


def _level(rule: LevelRule) -> object:
    """Return a level as JSON has it: one word, or a default and what changes it."""
    if not (rule.profiles or rule.types or rule.raised):
        return rule.default
    return {key: value for key, value in asdict(rule).items() if value is not None}


def _listed(
    catalog: Catalog,
    asked: list[Requirement],
    indicators: dict[str, Indicator],
    year: int,
    lang: str,
    width: int,
) -> Iterator[tuple[str, str]]:
    yield (
        "title",
        f"{catalog.title[lang]} · {term('edition', lang, edition=phrases.edition(year, lang))}",
    )
    group = None
    for item in asked:
        if item.group != group:
            group = item.group
            title = catalog.groups[group].title[lang]
            yield "", ""
            for line in wrap(f"{group} {title}", width):
                yield "group", line
        sign = {"mandatory": "●", "recommended": "○"}[item.level.default]
        yield from _entry(sign, item.id, item.title[lang], width)
    if indicators:
        yield "", ""
        yield "group", term("indicators", lang)
        for key, entry in indicators.items():
            yield from _entry("·", key, f"{entry.title[lang]}: {target(entry, lang)}", width)
    yield "", ""
    yield "dim", term("signs", lang, count=len(asked))


def _entry(sign: str, key: str, title: str, width: int) -> Iterator[tuple[str, str]]:
    first, *rest = wrap(title, width - 14)
    yield "", f"  {sign} {key:<9} {first}"
    for line in rest:
        yield "", f"{' ' * 14}{line}"


def run_lint(folder: str | None, *, lang: str | None) -> int:
    """Judge a catalog and print every problem at its place; exit code 4 when there is one.

    Raises `CatalogError`.
    """
    from smartcert.lint.linter import lint

    where = folder_of(folder)
    problems = lint(where)
    for problem in problems:
        print(f"{where}/{problem}")
    spoken = read.language(lang)
    if spoken == "th":
        known = messages_under("catalog.codes")
        for code in sorted({problem.code for problem in problems}.intersection(known)):
            print(f"{code} {message(f'catalog.codes.{code}', spoken)}")
    print(term("lint-bad", spoken, count=len(problems)) if problems else term("lint-good", spoken))
    return ExitCode.CATALOG if problems else ExitCode.PASSED
