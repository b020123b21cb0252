"""The formats of a check, and where each goes."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from smartcert.cli.options import CheckOptions
from smartcert.cli.output import free
from smartcert.errors import UsageError, not_one_of
from smartcert.render.formats import NAMES

CODE_QUALITY = "gl-code-quality-report.json"
"""Where GitLab's own template looks for the report."""


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it goes to; None is standard output."""

    name: str
    file: str | None


def targets_of(options: CheckOptions, inputs: list[str | None]) -> list[Target]:
    """Return the formats and where each goes; in GitHub Actions and GitLab CI the fitting one comes by itself.

    Raises `UsageError`, also where one would be written over another or over one of the `inputs`.
    """
    targets = [_target(stated) for stated in options.format or default_formats()]
    if options.output not in (None, "-"):
        targets = _with_output(targets, options.output)
    _apart(targets)
    for target in targets:
        if target.file is not None:
            free(target.file, target.name, inputs)
    return targets


def default_formats() -> tuple[str, ...]:
    """Return the formats when none is named: by the CI system, if there is one."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return ("text", "github")
    if os.environ.get("GITLAB_CI") == "true":
        return ("text", f"gitlab={CODE_QUALITY}")
    return ("text",)


def _target(stated: str) -> Target:
    name, equals, file = stated.partition("=")
    if name not in NAMES:
        raise not_one_of("--format", name, list(NAMES))
    if equals and not file:
        raise UsageError(f"--format {name}= ต้องตามด้วยชื่อแฟ้ม", f"--format {name}= needs a file name")
    return Target(name, None if file in ("", "-") else file)


def _with_output(targets: list[Target], file: str) -> list[Target]:
    """Send the one format that has no file to one; annotations stay in the log, where GitHub reads them."""
    free_ones = [target for target in targets if target.file is None]
    if {target.name for target in free_ones} == {"text", "github"}:
        free_ones = [target for target in free_ones if target.name == "text"]
    if len(free_ones) != 1:
        raise UsageError(
            "-o ใช้ได้กับรูปแบบเดียวที่ไม่ได้ระบุแฟ้ม", "-o takes one format that has no file of its own"
        )
    return [replace(target, file=file) if target is free_ones[0] else target for target in targets]


def _apart(targets: list[Target]) -> None:
    """Refuse two formats in one place, but text with GitHub's annotations, as its log has them. Raises `UsageError`."""
    shown = [target.name for target in targets if target.file is None]
    if len(shown) > 1 and sorted(shown) != ["github", "text"]:
        raise UsageError(
            f"รูปแบบ {', '.join(shown)} ออกทางเดียวกันไม่ได้ ให้ระบุแฟ้มของแต่ละรูปแบบ",
            f"{', '.join(shown)} can't share standard output; give each its file",
            f"--format {shown[1]}=FILE",
        )
    places: dict[str, str] = {}
    for target in targets:
        if target.file is None:
            continue
        place = os.path.realpath(target.file)
        if place in places:
            raise UsageError(
                f"{places[place]} และ {target.name} เขียนลงแฟ้มเดียวกันไม่ได้: {target.file}",
                f"{places[place]} and {target.name} can't both be written to {target.file}",
            )
        places[place] = target.name
