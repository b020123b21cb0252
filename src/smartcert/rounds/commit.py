"""A commit: which files it had, under which names, and what became of them."""

from __future__ import annotations

import os
import posixpath
from functools import cached_property
from typing import NamedTuple

from smartcert.errors import UsageError
from smartcert.rounds.git import Done, Repository, first_line
from smartcert.workbook.source_file import ENDINGS

_LINK, _OTHER_REPOSITORY = "120000", "160000"
_ZEROS = (0, 40, 64)
"""Letters of what a CI system names before a new branch: nothing, or zeros."""

_LINKS = 10
"""Links that are followed one after the other."""

PROPOSALS = tuple(f":(top,icase,glob)**/*{ending}" for ending in ENDINGS)


class TreeEntry(NamedTuple):
    """A file of a commit."""

    mode: str
    object: str


class Commit:
    """The files of a commit by their names from the top."""

    def __init__(self, repository: Repository, revision: str, name: str) -> None:
        self.repository = repository
        self.revision = revision
        """As it was written."""
        self.id = name

    @cached_property
    def entries(self) -> dict[str, TreeEntry]:
        """Every file of the commit."""
        done = self.repository.run("ls-tree", "-r", "-z", "--full-tree", self.id)
        if done.returncode:
            raise self._unread(done)
        found = {}
        for line in done.stdout.split(b"\0")[:-1]:
            head, _, name = line.partition(b"\t")
            mode, _, object_ = head.decode().split()
            found[os.fsdecode(name)] = TreeEntry(mode, object_)
        return found

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The earlier name of each file that may be a proposal and was renamed since.

        The commit is compared with what is about to be committed, as a hook before a commit needs;
        the files of the checkout are not looked at.
        """
        asked = ("diff-index", "--cached", "--no-ext-diff", "--no-textconv", "--no-relative")
        limited = ("-M", "-l1000", "--diff-filter=R", "--name-status", "-z", self.id, "--")
        parts = self.repository.run(*asked, *limited, *PROPOSALS).stdout.split(b"\0")
        pairs = zip(parts[2::3], parts[1::3], strict=False)
        return {os.fsdecode(new): os.fsdecode(old) for new, old in pairs}

    def find(self, name: str) -> str | None:
        """Return the object of a file, with links followed as they were; None if there was none.

        Raises `UsageError` for a file of another repository in this one.
        """
        for _ in range(_LINKS):
            entry, rest = self._nearest(name)
            if entry is None:
                return None
            if entry.mode == _OTHER_REPOSITORY:
                raise UsageError("usage.git-in-another", file=name)
            if entry.mode != _LINK:
                return None if rest else entry.object
            here = name.removesuffix(rest).rstrip("/")
            target = os.fsdecode(self.read([entry.object]).get(entry.object, b""))
            name = posixpath.normpath(posixpath.join(posixpath.dirname(here), target, rest))
            if name.startswith(("/", "../")):
                return None
        return None

    def _nearest(self, name: str) -> tuple[TreeEntry | None, str]:
        """Return the entry of a file, or of a link on the way to it with the rest of the way."""
        parts = name.split("/")
        for end in range(len(parts), 0, -1):
            if entry := self.entries.get("/".join(parts[:end])):
                return entry, "/".join(parts[end:])
        return None, ""

    def read(self, objects: list[str]) -> dict[str, bytes]:
        """Return the bytes of objects, of each that is within the limit on size."""
        return self.repository.read(objects)

    def _unread(self, done: Done) -> UsageError:
        reason = first_line(done)
        file = self.repository.top
        return UsageError("usage.git-cannot-read", file=file, revision=self.revision, reason=reason)


def commit_of(repository: Repository, revision: str) -> Commit | None:
    """Return a commit, or None in a repository without any. Raises `UsageError`.

    `main...` is where this branch left `main`, as `git diff` has it. What a CI system names for a
    new branch, nothing or zeros, is no commit: there is nothing to be held against.
    """
    if len(revision) in _ZEROS and not revision.strip("0"):
        return None
    if revision.endswith("..."):
        return _merge_base(repository, revision)
    asked = f"{revision}^{{commit}}"
    done = repository.run("rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    if not done.returncode:
        return Commit(repository, revision, done.stdout.decode().strip())
    if _is_empty(repository):
        return None
    reason = first_line(done)
    shallow = _is_shallow(repository)
    raise UsageError(
        "usage.git-no-revision",
        revision=revision,
        why=f": {reason}" if reason else "",
        hint="git fetch --unshallow" if shallow else "git branch --all",
    )


def _merge_base(repository: Repository, written: str) -> Commit | None:
    """Return the last commit that a branch and HEAD have in common. Raises `UsageError`."""
    branch = commit_of(repository, written.removesuffix("..."))
    if branch is None:
        return None
    done = repository.run("merge-base", branch.id, "HEAD")
    if not done.returncode:
        return Commit(repository, written, done.stdout.decode().strip())
    hint = "git fetch --unshallow" if _is_shallow(repository) else "git merge-base"
    raise UsageError("usage.git-no-base", revision=written, hint=hint)


def _is_shallow(repository: Repository) -> bool:
    asked = repository.run("rev-parse", "--is-shallow-repository")
    return asked.stdout.strip() == b"true"


def _is_empty(repository: Repository) -> bool:
    """Whether there is no commit yet: the first one has nothing to be held against."""
    found = repository.run("rev-list", "--all", "--max-count=1")
    return not found.returncode and not found.stdout.strip()
