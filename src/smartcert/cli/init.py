"""`smartcert init`: an empty proposal to fill in, and the schema that its second line names."""

from __future__ import annotations

import sys
from pathlib import Path

from smartcert.catalog.loader import load_catalog
from smartcert.catalog.naming import chosen_id, chosen_smarts, listed_names
from smartcert.cli.language import DEFAULT_LANGUAGE, language, stated_language
from smartcert.cli.options import InitOptions
from smartcert.cli.output_files import OutputFiles, refuse_loss, write_new
from smartcert.cli.streams import say
from smartcert.errors import ExitCode, UsageError
from smartcert.messages.message import message
from smartcert.proposal.starter import SCHEMA, starter_lines
from smartcert.schema import SCHEMA_FILES
from smartcert.session import DEFAULT_PROPOSAL

USUAL = "environment,governance"


def run(options: InitOptions) -> ExitCode:
    """Write it, and say what to do next.

    Raises `UsageError` rather than overwrite somebody's work.
    """
    lang = language(options.lang or stated_language() or DEFAULT_LANGUAGE)
    catalog = load_catalog()
    chosen = chosen_smarts(options.smarts or USUAL, catalog.smarts)
    profile = catalog.default_profile
    if options.profile is not None:
        profile = chosen_id("--profile", options.profile, catalog.profiles)
    listed = listed_names(catalog.profiles, lang)
    text = "\n".join(starter_lines(chosen, profile, listed, lang)) + "\n"
    if options.output == "-":
        sys.stdout.write(text)
        return ExitCode.PASSED
    target = options.output or DEFAULT_PROPOSAL
    write_new(target, text.encode(), force=options.force)
    names = [catalog.smarts[name].title[lang] for name in chosen]
    say(message("terminal.init.next", lang, file=target, smarts=", ".join(names)))
    schema = str(Path(target).with_name(SCHEMA))
    told = _write_schema(schema, force=options.force)
    say(message(f"terminal.init.schema.{told}", lang, file=schema))
    return ExitCode.PASSED


def _write_schema(target: str, *, force: bool) -> str:
    """Write the schema unless another one is there; return `written` or `kept`."""
    try:
        refuse_loss(target, "schema", (), force=force)
    except UsageError:
        return "kept"
    with OutputFiles() as files:
        files.add(target, "schema", SCHEMA_FILES["proposal"].read_bytes())
    return "written"
