"""`smartcert criteria list` and `criteria lint`: reading and judging a catalog."""

from __future__ import annotations

import sys

from smartcert.catalog.loader import folder_of, load_catalog
from smartcert.catalog.naming import chosen_id
from smartcert.cli.language import language
from smartcert.cli.option_values import edition
from smartcert.cli.options import LintOptions, ListOptions
from smartcert.cli.streams import say
from smartcert.errors import ExitCode, not_one_of, refuse_unknown
from smartcert.messages.message import message, messages_under
from smartcert.render.criteria_list import CriteriaList
from smartcert.render.json_ import text_of
from smartcert.render.terminal import columns, write


def run_list(options: ListOptions) -> ExitCode:
    """Print the requirements of an edition and, when one is named, of a profile.

    Raises `UsageError` and `CatalogError`.
    """
    lang = language(options.lang)
    catalog = load_catalog(options.criteria)
    year = edition(options.edition) or catalog.default_edition
    refuse_unknown("--edition", year, [*catalog.editions])
    profile = options.profile and chosen_id("--profile", options.profile, catalog.profiles)
    listed = CriteriaList(catalog, year, profile)
    match options.format:
        case "json":
            sys.stdout.write(text_of(listed.as_json()))
        case "text":
            write(listed.lines(lang, columns(sys.stdout)), no_color=options.no_color)
        case _:
            raise not_one_of("--format", options.format, ["text", "json"])
    return ExitCode.PASSED


def run_lint(options: LintOptions) -> ExitCode:
    """Judge a catalog and print every problem at its place.

    Raises `CatalogError` for one that can't be read.
    """
    from smartcert.lint.linter import lint

    where = folder_of(options.folder)
    problems = lint(where)
    for problem in problems:
        say(f"{where}/{problem}")
    lang = language(options.lang)
    if lang == "th":
        known = messages_under("lint")
        for code in sorted({problem.code for problem in problems}.intersection(known)):
            say(f"{code} {message(f'lint.{code}', lang)}")
    count = len(problems)
    say(message("catalog.problems", lang, count=count) if count else message("catalog.sound", lang))
    return ExitCode.CATALOG if problems else ExitCode.PASSED
