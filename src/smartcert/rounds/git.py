"""A file as git has it at a revision, under the name that it had then."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from smartcert.errors import UsageError

Done = subprocess.CompletedProcess[bytes]


def at_revision(revision: str, file: str) -> bytes | None:
    """Return a file as it was, or None when there was none yet. Raises `UsageError`."""
    if file == "-":
        raise UsageError("usage.git-needs-a-file")
    path = Path(file).resolve()
    known = _git(
        path.parent,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{revision}^{{commit}}",
    )
    if known.returncode:
        if _is_empty(path.parent):
            return None
        raise _unknown(revision, path.parent, known)
    commit = known.stdout.decode().strip()
    for place in (f"./{path.name}", _earlier_name(path, commit)):
        if (
            place is not None
            and not _git(path.parent, "cat-file", "-e", f"{commit}:{place}").returncode
        ):
            found = _git(path.parent, "show", f"{commit}:{place}")
            if found.returncode:
                raise UsageError(
                    "usage.git-cannot-read", file=file, revision=revision, reason=_first_line(found)
                )
            return found.stdout
    return None


def _earlier_name(path: Path, commit: str) -> str | None:
    """Return the name, from the top of the repository, that a file had before it was renamed."""
    here = _git(path.parent, "rev-parse", "--show-prefix").stdout.removesuffix(b"\n") + os.fsencode(
        path.name
    )
    asked = (
        "diff",
        "--no-ext-diff",
        "--no-relative",
        "--find-renames",
        "--diff-filter=R",
        "--name-status",
        "-z",
        commit,
    )
    parts = _git(path.parent, *asked).stdout.split(b"\0")
    renamed = dict(zip(parts[2::3], parts[1::3], strict=False))
    return os.fsdecode(renamed[here]) if here in renamed else None


def _is_empty(folder: Path) -> bool:
    """Whether a repository has no commit yet: the first one has nothing to be held against."""
    found = _git(folder, "rev-list", "--all", "--max-count=1")
    return not found.returncode and not found.stdout.strip()


def _unknown(revision: str, folder: Path, known: Done) -> UsageError:
    """Say why git does not give a revision, with what helps in that case."""
    reason = _first_line(known)
    if "dubious ownership" in reason:
        hint = f"git config --global --add safe.directory {folder}"
        return UsageError("usage.git-other-owner", folder=folder, hint=hint)
    if "not a git repository" in reason:
        return UsageError("usage.git-no-repository", folder=folder)
    shallow = _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    return UsageError(
        "usage.git-no-revision",
        revision=revision,
        why=f": {reason}" if reason else "",
        hint="git fetch --unshallow" if shallow else "git branch --all",
    )


def _first_line(done: Done) -> str:
    return next(iter(done.stderr.decode("utf-8", "replace").strip().splitlines()), "")


def _git(folder: Path, *arguments: str) -> Done:
    """Run git in a folder. Raises `UsageError` where there is none."""
    try:
        return subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except OSError as problem:
        raise UsageError("usage.git-cannot-run", reason=problem.strerror) from problem
