"""`smartcert init`: an empty proposal to fill in."""

from __future__ import annotations

from pathlib import Path

from smartcert.catalog.loader import load_catalog
from smartcert.cli.language import DEFAULT_LANGUAGE, language, stated_language
from smartcert.cli.options import InitOptions
from smartcert.cli.output import write_new
from smartcert.errors import ExitCode, UsageError, refuse_unknown
from smartcert.messages.message import message
from smartcert.proposal.starter import starter_lines
from smartcert.session import DEFAULT_PROPOSAL

USUAL = "environment,governance"


def run(options: InitOptions) -> ExitCode:
    """Write it, and say what to do next.

    Raises `UsageError` rather than overwrite somebody's work.
    """
    lang = language(options.lang or stated_language() or DEFAULT_LANGUAGE)
    catalog = load_catalog()
    known = [*catalog.smarts]
    named = [name.strip() for name in (options.smarts or USUAL).split(",")]
    chosen = known if options.smarts == "all" else list(filter(None, named))
    for name in chosen:
        refuse_unknown("--smarts", name, [*known, "all"])
    refuse_unknown("--profile", options.profile, [*catalog.profiles])
    profile = options.profile or catalog.default_profile
    text = "\n".join(starter_lines(tuple(chosen), profile, lang)) + "\n"
    if options.output == "-":
        print(text, end="")
        return ExitCode.PASSED
    target = Path(options.output or DEFAULT_PROPOSAL)
    if not target.parent.is_dir():
        # A folder that is not there is more likely a slip of the keyboard than a wish.
        raise UsageError("usage.no-such-folder", folder=target.parent)
    write_new(target, text.encode(), force=options.force)
    print(message("terminal.init-next", lang, file=target, smarts=", ".join(chosen)))
    return ExitCode.PASSED
