"""`smartcert explain`, and `smartcert criteria show`: what a code or a field means, in full."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from smartcert.catalog.loader import load_catalog
from smartcert.cli.language import language
from smartcert.cli.options import ExplainOptions, ShowOptions
from smartcert.errors import ExitCode, UsageError
from smartcert.messages.codes import codes
from smartcert.proposal.field_search import closest_field, find_fields
from smartcert.render.explanation import Explanation
from smartcert.render.field_explanation import FieldExplanation
from smartcert.render.terminal import columns, write
from smartcert.suggest import closest


def run(options: ExplainOptions | ShowOptions) -> ExitCode:
    """Print what a code or a field means. Raises `UsageError` when nothing has it."""
    page = Explanation(language(options.lang), columns(sys.stdout))
    write(_lines(options.code, page, options.criteria), no_color=options.no_color)
    return ExitCode.PASSED


def _lines(code: str, page: Explanation, criteria: str | None) -> Iterable[tuple[str, str]]:
    """Return what is said of a code or a field: of a fault without looking at the criteria.

    Raises `UsageError`.
    """
    wanted = code.upper()
    if wanted in codes():
        return page.fault(wanted)
    catalog = load_catalog(criteria)
    if wanted in catalog.requirements:
        return page.requirement(catalog.requirements[wanted], catalog)
    if wanted in catalog.off:
        return page.off(catalog.off[wanted], catalog)
    if wanted in catalog.indicators:
        return page.indicator(catalog.indicators[wanted], catalog)
    if places := find_fields(code):
        field = FieldExplanation(page.lang, page.width)
        return field.field(places[0], catalog) if len(places) == 1 else field.choose(code, places)
    known = [*catalog.requirements, *codes(), *catalog.indicators]
    guess = closest(wanted, known) or closest_field(code)
    hint = f"smartcert explain {guess}" if guess else "smartcert criteria list"
    raise UsageError("usage.no-code", code=code, hint=hint)
