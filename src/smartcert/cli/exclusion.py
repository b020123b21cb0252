"""What a search of folders leaves out: what is excluded, and what git ignores."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from smartcert.errors import UsageError
from smartcert.files import is_there


def kept(files: list[str], folder: str, patterns: Sequence[str]) -> list[str]:
    """Return the files below a folder that a run looks at.

    A pattern names files, or folders with all that is below; `*` stands for any text. What git
    ignores is no draft, unless it is in the repository all the same.
    """
    plain = [os.path.normpath(pattern) for pattern in patterns]
    found = [file for file in files if not any(_fits(file, pattern) for pattern in plain)]
    ignored = _ignored(found, folder)
    return [file for file in found if file not in ignored]


def _fits(file: str, pattern: str) -> bool:
    name = os.path.relpath(file) if os.path.isabs(pattern) != os.path.isabs(file) else file  # noqa: PTH117
    name = os.path.normpath(name)
    return fnmatch(name, pattern) or fnmatch(name, os.path.join(pattern, "*"))  # noqa: PTH118


def _ignored(files: list[str], folder: str) -> set[str]:
    """Return the files that git ignores; a file of the repository is never one."""
    if not files or not any(is_there(each / ".git") for each in _above(folder)):
        return set()
    from smartcert.rounds.git import repository_of

    given = "\0".join(os.path.realpath(file) for file in files).encode(errors="surrogateescape")
    try:
        repository = repository_of(os.path.join(folder, "any"))  # noqa: PTH118
        told = repository.run("check-ignore", "-z", "--stdin", given=given + b"\0").stdout
    except UsageError:  # No git, or none that may be asked: then nothing is ignored.
        return set()
    found = {os.fsdecode(name) for name in told.split(b"\0") if name}
    return {file for file in files if os.path.realpath(file) in found}


def _above(folder: str) -> list[Path]:
    top = Path(os.path.realpath(folder))
    return [top, *top.parents]
