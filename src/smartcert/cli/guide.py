"""`smartcert guide`: what the certification is, for somebody who has not heard of it."""

from __future__ import annotations

import sys
from dataclasses import replace

from smartcert.catalog.loader import load_catalog
from smartcert.catalog.naming import chosen_id
from smartcert.cli.language import language
from smartcert.cli.options import GuideOptions
from smartcert.errors import ExitCode, UsageError, not_one_of
from smartcert.render.guide_page import whole_guide
from smartcert.render.json_ import text_of
from smartcert.render.terminal import columns, write


def run(options: GuideOptions) -> ExitCode:
    """Print the guide of a catalog, or one topic of it.

    Raises `UsageError` for a topic that is not there, `CatalogError` for a catalog.
    """
    catalog = load_catalog(options.criteria)
    if not catalog.guide:
        raise UsageError("usage.no-guide", catalog=catalog.id)
    guide = whole_guide(catalog, language(options.lang))
    if options.topic is not None:
        topic = chosen_id("TOPIC", options.topic, catalog.guide)
        guide = replace(guide, topics=(catalog.guide[topic],))
    match options.format:
        case "json":
            sys.stdout.write(text_of(guide.as_json()))
        case "markdown":
            sys.stdout.write(guide.markdown())
        case "text":
            write(guide.lines(columns(sys.stdout)), no_color=options.no_color)
        case _:
            raise not_one_of("--format", options.format, ["text", "json", "markdown"])
    return ExitCode.PASSED
