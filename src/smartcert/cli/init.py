"""`smartcert init`: an empty proposal to fill in."""

from __future__ import annotations

from pathlib import Path

from smartcert.catalog.loader import load_catalog
from smartcert.cli import options as read
from smartcert.cli.output import write_new
from smartcert.errors import UsageError, not_one_of
from smartcert.messages.terms import term
from smartcert.proposal.starter import skeleton

USUAL = "environment,governance"


def run(
    output: str | None, *, smarts: str | None, profile: str | None, lang: str | None, force: bool
) -> int:
    """Write it, and say what to do next. Raises `UsageError` rather than overwrite somebody's work."""
    spoken = read.language(lang or read.stated_language() or read.DEFAULT_LANGUAGE)
    catalog = load_catalog()
    known = [*catalog.smarts]
    chosen = (
        tuple(known)
        if smarts == "all"
        else tuple(name.strip() for name in (smarts or USUAL).split(",") if name.strip())
    )
    for name in chosen:
        if name not in known:
            raise not_one_of("--smarts", name, [*known, "all"])
    stages = [*catalog.profiles]
    if profile is not None and profile not in stages:
        raise not_one_of("--profile", profile, stages)
    text = "\n".join(skeleton(chosen, profile or catalog.default_profile, spoken)) + "\n"
    if output == "-":
        print(text, end="")
        return 0
    target = Path(output or read.DEFAULT_PROPOSAL)
    if not target.parent.is_dir():
        # A folder that is not there is more likely a slip of the keyboard than a wish.
        raise UsageError(f"ไม่พบโฟลเดอร์ {target.parent}", f"{target.parent}: no such folder")
    write_new(target, text.encode(), force=force)
    print(term("init-next", spoken, file=target, smarts=", ".join(chosen)))
    return 0
