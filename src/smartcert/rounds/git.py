"""The repository of a checkout, asked so that nothing of it runs and nothing is fetched.

Drafts come from strangers, and a folder of drafts may look like a repository of its own. So the
repository is the one the check stands in, never one that lies among the files; what its
configuration would run is off; and hooks that git runs us in say nothing of where it lies.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from smartcert.errors import UsageError
from smartcert.paths import CI_TOPS
from smartcert.source import Limits

Done = subprocess.CompletedProcess[bytes]

_SAFELY = tuple(
    part
    for setting in (
        "safe.bareRepository=explicit",
        "core.fsmonitor=false",
        f"core.hooksPath={os.devnull}",
        "protocol.allow=never",
    )
    for part in ("-c", setting)
)

_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",  # `protocol.ext.allow` of a repository would win over `-c`.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}

_OF_THE_USER = ("GIT_CONFIG_", "GIT_CEILING_", "GIT_DISCOVERY_", "GIT_EXEC_PATH", "GIT_TEST_")
"""Variables that are kept; the others tell a hook where its repository lies, or run programs."""


class Repository(NamedTuple):
    """The repository of a checkout."""

    top: Path
    """The checkout's folder, without links."""

    def run(self, *arguments: str, given: bytes = b"") -> Done:
        """Run git at the top. Raises `UsageError` where there is no git."""
        return _git(self.top, *arguments, given=given)

    def name(self, file: str) -> str | None:
        """Return a file's name from the top as it is called, links not followed; None outside."""
        called = Path(os.path.abspath(file))  # noqa: PTH100 - a link is what is asked about
        above = (folder for folder in called.parents if Path(os.path.realpath(folder)) == self.top)
        folder = next(above, None)
        return None if folder is None else called.relative_to(folder).as_posix()

    def sizes(self, objects: Sequence[str]) -> dict[str, int]:
        """Return the size in bytes of each object that is there."""
        asked = self.run("cat-file", "--batch-check", given=_lines(objects)).stdout.split(b"\n")
        parts = (line.split() for line in asked)
        return {each[0].decode(): int(each[2]) for each in parts if len(each) == 3}

    def read(self, objects: Sequence[str]) -> dict[str, bytes]:
        """Return the bytes of objects, of each that is there and within the limit on size."""
        sizes = self.sizes(objects)
        small = [each for each, size in sizes.items() if size <= Limits().size]
        told = self.run("cat-file", "--batch", given=_lines(small)).stdout if small else b""
        found: dict[str, bytes] = {}
        start = 0
        for each in small:
            begins = told.find(b"\n", start) + 1
            if not begins:
                break
            found[each] = told[begins : begins + sizes[each]]
            start = begins + sizes[each] + 1
        return found


def repository_of(file: str) -> Repository:
    """Return the repository in whose checkout a file lies.

    It is that of the CI system's top or of the current folder. Only where neither has one it is
    the outermost on the way from the current folder to the file. Raises `UsageError`.
    """
    place = Path(os.path.realpath(Path(file).parent))
    failed: tuple[Path, Done] | None = None
    for start in _starts(place):
        done = _git(start, "rev-parse", "--show-toplevel")
        if done.returncode:
            failed = (start, done)
            if "not a git repository" not in first_line(done):
                break
            continue
        top = Path(os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n"))))
        found = Repository(top)
        # A bare repository that names a checkout has no `.git` there.
        if found.name(file) is not None and (top / ".git").exists():
            return found
    if failed is not None and "not a git repository" not in first_line(failed[1]):
        raise _refused(*failed)
    raise UsageError("usage.git-no-repository", folder=place)


def _starts(place: Path) -> Iterator[Path]:
    """Yield the folders from which a repository is looked for, upward; the last go downward."""
    for name in CI_TOPS:
        if stated := os.environ.get(name):
            yield Path(os.path.realpath(stated))
    here = Path(os.path.realpath(os.curdir))
    yield here
    both = [here, *here.parents]
    down = [folder for folder in (*reversed(place.parents), place) if folder not in both]
    yield from (folder for folder in down if (folder / ".git").exists())


def _refused(folder: Path, done: Done) -> UsageError:
    reason = first_line(done)
    if "dubious ownership" in reason:
        hint = f"git config --global --add safe.directory {folder}"
        return UsageError("usage.git-other-owner", folder=folder, hint=hint)
    return UsageError("usage.git-cannot-run", reason=reason)


def first_line(done: Done) -> str:
    """Return the first line of what git complains of."""
    return next(iter(done.stderr.decode("utf-8", "replace").strip().splitlines()), "")


def _lines(objects: Sequence[str]) -> bytes:
    return "".join(f"{each}\n" for each in objects).encode()


def _git(folder: Path, *arguments: str, given: bytes = b"") -> Done:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_OF_THE_USER)
    }
    try:
        return subprocess.run(  # noqa: S603
            ["git", *_SAFELY, "--no-pager", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            input=given,
            env={**kept, **_ENVIRONMENT},
        )
    except OSError as problem:
        raise UsageError("usage.git-cannot-run", reason=problem.strerror) from problem
