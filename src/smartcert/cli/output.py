"""Where output goes: each format to standard output or to its file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from smartcert.cli.output_files import OutputFiles, refuse_loss
from smartcert.errors import UsageError, not_one_of
from smartcert.render.formats import NAMES

CODE_QUALITY = "gl-code-quality-report.json"
"""Where GitLab's own template looks for the report."""


class Destination(NamedTuple):
    """A format and the file it goes to; None is standard output."""

    name: str
    file: str | None


def targets_of(
    formats: tuple[str, ...],
    output: str | None,
    inputs: Iterable[str | None],
    *,
    force: bool,
    names: Sequence[str] = NAMES,
) -> list[Destination]:
    """Return the formats, some of `names`, and where each goes.

    In a CI system the fitting one of a check comes by itself.

    Raises `UsageError`, also where one would be written over another, over one of the `inputs`, or
    over what smartcert did not write, unless that is forced.
    """
    usual = _default_formats() if names is NAMES else ("text",)
    targets = [_target(stated, names) for stated in formats or usual]
    if output not in (None, "-"):
        targets = _with_output(targets, output)
    _refuse_sharing(targets)
    read = list(inputs)
    for target in targets:
        if target.file is not None:
            refuse_loss(target.file, target.name, read, force=force)
    return targets


def _default_formats() -> tuple[str, ...]:
    """Return the formats when none is named: by the CI system, if there is one."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return ("text", "github")
    if os.environ.get("GITLAB_CI") == "true":
        return ("text", f"gitlab={CODE_QUALITY}")
    return ("text",)


def _target(stated: str, names: Sequence[str]) -> Destination:
    name, equals, file = stated.partition("=")
    if name not in names:
        raise not_one_of("--format", name, list(names))
    if equals and not file:
        raise UsageError("usage.format-needs-a-file", name=name)
    return Destination(name, None if file in ("", "-") else file)


def _with_output(targets: list[Destination], file: str) -> list[Destination]:
    """Send the one format without a file to one; GitHub reads annotations in the log."""
    without = [target for target in targets if target.file is None]
    if {target.name for target in without} == {"text", "github"}:
        without = [target for target in without if target.name == "text"]
    if len(without) != 1:
        raise UsageError("usage.output-of-one-format")
    return [target._replace(file=file) if target is without[0] else target for target in targets]


def _refuse_sharing(targets: list[Destination]) -> None:
    """Refuse two formats in one place, but text with GitHub's annotations, as its log has them.

    Raises `UsageError`.
    """
    shown = [target.name for target in targets if target.file is None]
    if len(shown) > 1 and sorted(shown) != ["github", "text"]:
        hint = f"--format {shown[1]}=FILE"
        raise UsageError("usage.formats-share-output", formats=", ".join(shown), hint=hint)
    places: dict[str, str] = {}
    for target in targets:
        if target.file is None:
            continue
        place = target.file
        with suppress(ValueError):  # A null byte; what can be no name is told later.
            place = os.path.realpath(target.file)
        if place in places:
            first, second = places[place], target.name
            raise UsageError(
                "usage.formats-share-a-file", first=first, second=second, file=target.file
            )
        places[place] = target.name


def deliver(text: str, target: Destination, files: OutputFiles) -> None:
    """Write text to standard output, or stage it for its file. Raises `UsageError`."""
    if target.file is None:
        sys.stdout.write(text)
    else:
        files.add(target.file, target.name, text.encode(errors="replace"))


def begun(target: Destination, files: OutputFiles) -> Callable[[str], object]:
    """Return what writes text bit by bit to where a format goes. Raises `UsageError`."""
    if target.file is None:
        return sys.stdout.write
    write = files.begin(target.file)
    return lambda text: write(text.encode(errors="replace"))
