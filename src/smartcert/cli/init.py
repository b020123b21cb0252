"""`smartcert init`: an empty proposal to fill in, and the schema that its second line names."""

from __future__ import annotations

from pathlib import Path

from smartcert.catalog.loader import load_catalog
from smartcert.catalog.naming import chosen_id, listed_names
from smartcert.cli.language import DEFAULT_LANGUAGE, language, stated_language
from smartcert.cli.options import InitOptions
from smartcert.cli.output import write, write_new
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
    named = [name.strip() for name in (options.smarts or USUAL).split(",")]
    chosen = [*catalog.smarts]
    if options.smarts not in ("all", message("names.every-smart", "th")):
        names = [chosen_id("--smarts", name, catalog.smarts) for name in named if name]
        chosen = [*dict.fromkeys(names)]
    profile = catalog.default_profile
    if options.profile is not None:
        profile = chosen_id("--profile", options.profile, catalog.profiles)
    listed = listed_names(catalog.profiles, lang)
    text = "\n".join(starter_lines(tuple(chosen), profile, listed, lang)) + "\n"
    if options.output == "-":
        print(text, end="")
        return ExitCode.PASSED
    target = Path(options.output or DEFAULT_PROPOSAL)
    if not target.parent.is_dir():
        # A folder that is not there is more likely a slip of the keyboard than a wish.
        raise UsageError("usage.no-such-folder", folder=target.parent)
    write_new(target, text.encode(), force=options.force)
    names = [catalog.smarts[name].title[lang] for name in chosen]
    print(message("terminal.init.next", lang, file=target, smarts=", ".join(names)))
    told = _write_schema(target.with_name(SCHEMA), force=options.force)
    print(message(f"terminal.init.schema.{told}", lang, file=target.with_name(SCHEMA)))
    return ExitCode.PASSED


def _write_schema(target: Path, *, force: bool) -> str:
    """Write the schema unless another one is there; return `written` or `kept`."""
    content = SCHEMA_FILES["proposal"].read_bytes()
    if target.exists() and not force:
        same = target.is_file() and target.read_bytes() == content
        return "written" if same else "kept"
    write(target, content)
    return "written"
