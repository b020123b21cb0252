"""The commits in which a file changed, under whatever name it had."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator
from datetime import date
from itertools import dropwhile
from typing import NamedTuple

from smartcert.errors import UsageError
from smartcert.rounds.commit import Commit, commit_of
from smartcert.rounds.git import Repository, first_line, repository_of

_COMMIT, _FIELD = "\x01", "\x02"


class FileVersion(NamedTuple):
    """A file as one commit left it."""

    commit: Commit
    name: str
    """From the top, as it was called then."""
    day: date
    """On which it was committed, where the committer is."""
    subject: str
    tags: tuple[str, ...]


def versions_of(
    file: str, since: str | None = None, tags: str | None = None, most: int | None = None
) -> list[FileVersion]:
    """Return the versions of a file, the oldest first; those of merged branches count as merged.

    `since` is a revision or a day; with `tags`, a pattern, only tagged states count. Raises
    `UsageError`.
    """
    repository = repository_of(file)
    name = repository.name(file) or file
    asked = ["log", "--follow", "--first-parent", "--name-only", "-z", "--no-color"]
    asked.append(f"--format={_COMMIT}%H{_FIELD}%cs{_FIELD}%s{_FIELD}")
    base = None if since is None else _commit(repository, since)
    if since is not None:
        asked.append(f"{since}..HEAD" if base else f"--since={since}")
    done = repository.run(*asked, "--", name)
    if done.returncode:
        reason = first_line(done)
        raise UsageError("usage.git-cannot-read", file=file, revision="HEAD", reason=reason)
    tagged = _tags(repository)
    found = [*_versions(repository, done.stdout, tagged)][::-1]
    if base is not None:
        found = [*_changed_since(base, found, earlier_names(repository, name))]
    if tags is not None:
        found = [*_at_tags(repository, found, tagged, tags)]
    return found[-most:] if most else found


def _commit(repository: Repository, written: str) -> Commit | None:
    asked = ("rev-parse", "--verify", "-q", "--end-of-options", f"{written}^{{commit}}")
    done = repository.run(*asked)
    return None if done.returncode else Commit(repository, written, done.stdout.decode().strip())


def _changed_since(
    base: Commit, found: list[FileVersion], names: list[str]
) -> Iterator[FileVersion]:
    """Yield the versions behind a commit, without those that only gave the file another name."""
    then = next(filter(None, map(base.find, names)), None)
    return dropwhile(lambda each: each.commit.find(each.name) == then, found)


def earlier_names(repository: Repository, name: str) -> list[str]:
    """Return the names that a file has had, the latest first."""
    asked = ("log", "--follow", "--name-only", "-z", "--format=")
    told = os.fsdecode(repository.run(*asked, "--", name).stdout)
    return [each for each in dict.fromkeys(told.replace("\n", "\0").split("\0")) if each]


def _versions(
    repository: Repository, told: bytes, tagged: dict[str, list[str]]
) -> Iterator[FileVersion]:
    for part in os.fsdecode(told).split(_COMMIT)[1:]:
        identifier, day, subject, names = part.split(_FIELD, 3)
        name = next((each for each in names.replace("\0", "\n").split("\n") if each), "")
        if name:
            commit = Commit(repository, identifier[:12], identifier)
            marks = tuple(tagged.get(identifier, ()))
            yield FileVersion(commit, name, date.fromisoformat(day), subject, marks)


def _tags(repository: Repository) -> dict[str, list[str]]:
    """Return the names of tags by the commits that they stand for."""
    told = repository.run(
        "for-each-ref", "--format=%(refname:short) %(objectname) %(*objectname)", "refs/tags"
    )
    found: dict[str, list[str]] = {}
    for line in os.fsdecode(told.stdout).splitlines():
        name, *objects = line.split(" ")
        found.setdefault([each for each in objects if each][-1], []).append(name)
    return found


def _at_tags(
    repository: Repository, found: list[FileVersion], tagged: dict[str, list[str]], pattern: str
) -> Iterator[FileVersion]:
    """Yield the state of a file at each tag of a pattern, in the order of their days."""
    names = list(dict.fromkeys(each.name for each in reversed(found)))
    days = repository.run(
        "for-each-ref", "--sort=creatordate", "--format=%(refname:short)", "refs/tags"
    )
    by_tag = {tag: identifier for identifier, tags in tagged.items() for tag in tags}
    for tag in os.fsdecode(days.stdout).splitlines():
        commit = commit_of(repository, by_tag[tag]) if fnmatch.fnmatch(tag, pattern) else None
        if commit is None:
            continue
        name = next((each for each in names if commit.find(each)), None)
        told = os.fsdecode(repository.run("log", "-1", "--format=%cs%x02%s", commit.id).stdout)
        day, _, subject = told.strip().partition(_FIELD)
        if name is not None:
            yield FileVersion(commit, name, date.fromisoformat(day), subject, (tag,))
