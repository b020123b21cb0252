"""Where output goes: each format to its file, without losing work that is there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from smartcert.errors import UsageError, not_one_of
from smartcert.render.formats import NAMES

ENDINGS = {
    "text": (".txt", ".log", ".out", ""),
    "json": (".json",),
    "sarif": (".sarif", ".json"),
    "junit": (".xml",),
    "github": (".txt", ".log", ".out", ""),
    "gitlab": (".json",),
    "markdown": (".md", ".markdown"),
    "csv": (".csv",),
    "badge": (".svg",),
    "concise": (".txt",),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "pdf": (".pdf",),
}
"""How the file of a format is named.

Only a file so named may be an earlier output, and is replaced.
"""

CODE_QUALITY = "gl-code-quality-report.json"
"""Where GitLab's own template looks for the report."""


class Destination(NamedTuple):
    """A format and the file it goes to; None is standard output."""

    name: str
    file: str | None


def targets_of(
    formats: tuple[str, ...], output: str | None, inputs: Iterable[str | None]
) -> list[Destination]:
    """Return the formats and where each goes; in a CI system the fitting one comes by itself.

    Raises `UsageError`, also where one would be written over another or over one of the `inputs`.
    """
    targets = [_target(stated) for stated in formats or _default_formats()]
    if output not in (None, "-"):
        targets = _with_output(targets, output)
    _refuse_sharing(targets)
    read = list(inputs)
    for target in targets:
        if target.file is not None:
            free(target.file, target.name, read)
    return targets


def _default_formats() -> tuple[str, ...]:
    """Return the formats when none is named: by the CI system, if there is one."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return ("text", "github")
    if os.environ.get("GITLAB_CI") == "true":
        return ("text", f"gitlab={CODE_QUALITY}")
    return ("text",)


def _target(stated: str) -> Destination:
    name, equals, file = stated.partition("=")
    if name not in NAMES:
        raise not_one_of("--format", name, list(NAMES))
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
        place = os.path.realpath(target.file)
        if place in places:
            first, second = places[place], target.name
            raise UsageError(
                "usage.formats-share-a-file", first=first, second=second, file=target.file
            )
        places[place] = target.name


def free(target: str, form: str, inputs: Iterable[str | None] = ()) -> None:
    """Refuse a target where writing could cost somebody's work. Raises `UsageError`.

    Such is a file that this run reads, and one that does not look like an earlier output of the
    same format: a proposal, a review, an annex. A folder that is not there is more likely a slip
    of the keyboard than a wish.
    """
    path = Path(target)
    in_a_folder(path)
    if not path.exists():
        return
    not_read(target, inputs)
    if path.is_file() and path.stat().st_size and path.suffix.lower() not in ENDINGS[form]:
        usual = ENDINGS[form][0]
        hint = path.with_suffix(usual).name
        raise UsageError("usage.other-ending", file=target, ending=usual, hint=hint)


def not_read(target: str, inputs: Iterable[str | None]) -> None:
    """Refuse a target that is a file this run reads. Raises `UsageError`."""
    path = Path(target)
    if path.exists() and any(
        name and Path(name).exists() and path.samefile(name) for name in inputs
    ):
        raise UsageError("usage.read-by-this-run", file=target)


def in_a_folder(path: Path) -> None:
    """Refuse a file that is a folder, lies in none, or can't have its name. Raises `UsageError`."""
    try:
        if not path.parent.is_dir():
            raise UsageError("usage.no-folder-for", path=path, folder=path.parent)
        path.lstat()
    except FileNotFoundError:
        return
    except OSError as problem:
        raise _unwritable(path, problem) from problem
    if path.is_dir():
        raise UsageError("usage.output-is-a-folder", path=path)


def _unwritable(path: Path, problem: OSError) -> UsageError:
    return UsageError("usage.cannot-write", path=path, reason=problem.strerror)


def write_new(target: Path, content: bytes, *, force: bool, instead: str = "--force") -> None:
    """Write a file that is not there yet, or with `force` over one that is.

    Raises `UsageError`; `instead` is its hint.
    """
    in_a_folder(target)
    if target.exists() and not force:
        raise UsageError("usage.there-already", file=target, hint=instead)
    write(target, content)


def write(target: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file that appears whole or not at all; a device or a pipe is written to as it is.

    The file has the permissions of a mode. Raises `UsageError`.
    """
    from smartcert.paths import write_whole

    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            # Of a link, the file that it leads to is meant.
            write_whole(Path(os.path.realpath(target)), content, mode)
    except OSError as problem:
        raise _unwritable(target, problem) from problem


def deliver(text: str, output: str | None) -> None:
    """Write text to standard output, or to a file that `free` has let through.

    Raises `UsageError`.
    """
    if output in (None, "-"):
        sys.stdout.write(text)
    else:
        write(Path(output), text.encode(errors="replace"))
