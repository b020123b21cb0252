"""Earlier proposals in git: the same files at a revision, under the names they had then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from smartcert.errors import UsageError
from smartcert.rounds.commit import Commit, commit_of
from smartcert.rounds.git import Repository, repository_of
from smartcert.rounds.reference import (
    REVISION,
    Base,
    Blob,
    Earlier,
    by_name,
    is_gone,
    lost_at,
    name_of,
)
from smartcert.workbook.source_file import ENDINGS, recognise_proposal

AT_ONCE = 64
"""Earlier proposals that are read in one go; of more, each when its turn comes."""


def base_in_git(written: str, files: list[str], folders: list[Path]) -> Base:
    """Return what files were at `git:REV`, and which proposals there are not any more.

    Raises `UsageError`.
    """
    if "-" in files:
        raise UsageError("usage.git-needs-a-file")
    revision = written.removeprefix(REVISION)
    parts = [
        _OfRepository(repository, commit_of(repository, revision), own, folders)
        for repository, own in _by_repository(files).items()
    ]
    missing = [path for part in parts for path in part.missing]
    searched = [folder.resolve() for folder in folders]
    lost = [path for path in missing if any(map(path.is_relative_to, searched))]
    return Base(
        written=written,
        known={file: earlier for part in parts for file, earlier in part.known().items()},
        missing=tuple(os.path.relpath(path) for path in missing),
        lost=tuple(lost_at(path, written) for path in lost),
    )


def _by_repository(files: list[str]) -> dict[Repository, list[str]]:
    """Return the files of each repository; the first one that a file lies in is its own."""
    found: dict[Repository, list[str]] = {}
    for file in files:
        own = next((each for each in found if each.name(file) is not None), None)
        found.setdefault(own or repository_of(file), []).append(file)
    return found


class _OfRepository:
    """What a repository had of some files, and what it had besides."""

    def __init__(
        self, repository: Repository, commit: Commit | None, files: list[str], folders: list[Path]
    ) -> None:
        self.repository = repository
        self.objects: dict[str, str] = {}
        """The object of each file that there was."""
        self.missing: list[Path] = []
        if commit is None:
            return
        self.checked = {name for file in files for name in self._names(file)}
        unknown = []
        for file in files:
            found = next(filter(None, map(commit.find, self._names(file))), None)
            if found is None:
                self._refuse_another(file)
                unknown.append(file)
            else:
                self.objects[file] = found
        if unknown or folders:
            self._follow(commit, unknown, [] if unknown else folders)

    def _refuse_another(self, file: str) -> None:
        """Raise `UsageError` for a file of a repository inside this one.

        Its history is another, and not having it here says nothing.
        """
        for name in self._names(file):
            above = Path(name).parents[:-1]
            if any((self.repository.top / folder / ".git").exists() for folder in above):
                raise UsageError("usage.git-in-another", file=file)

    def _names(self, file: str) -> Iterator[str]:
        """Yield the names of a file: as it is called, and where a link leads."""
        for each in dict.fromkeys((file, os.path.realpath(file))):
            name = self.repository.name(each)
            if name is not None:
                yield name

    def _follow(self, commit: Commit, unknown: list[str], folders: list[Path]) -> None:
        """Find what has become of proposals that are gone; `folders` narrow where they were."""
        gone = dict(self._gone(commit, [folder.resolve() for folder in folders]))
        if not gone:
            return
        left = []
        for file in unknown:
            renamed = filter(None, map(commit.renamed.get, self._names(file)))
            old = next(renamed, None)
            if old in gone:
                self.objects[file] = commit.entries[old].object
                del gone[old]
            else:
                left.append(file)
        for file, old in by_name(left, gone).items():
            self.objects[file] = commit.entries[old].object
            del gone[old]
        self.missing = [self.repository.top / name for name in gone]

    def _gone(self, commit: Commit, folders: list[Path]) -> Iterator[tuple[str, str]]:
        """Yield the proposals of a commit that are none now, each with its city's name."""
        top = self.repository.top
        names = [
            name
            for name in commit.entries
            if name.lower().endswith(ENDINGS)
            and name not in self.checked
            and (not folders or any(map((top / name).is_relative_to, folders)))
            and is_gone(top / name)
        ]
        for start in range(0, len(names), AT_ONCE):
            some = names[start : start + AT_ONCE]
            objects = {name: found for name in some if (found := commit.find(name))}
            read = commit.read(list(dict.fromkeys(objects.values())))
            for name, object_ in objects.items():
                if object_ in read and recognise_proposal(read[object_]) == "proposal":
                    yield name, name_of(read[object_])

    def known(self) -> dict[str, Earlier]:
        """Return the earlier state of each file that there was."""
        objects = list(dict.fromkeys(self.objects.values()))
        read = self.repository.read(objects) if objects and len(objects) <= AT_ONCE else {}
        return {
            file: read.get(object_) or Blob(self.repository, object_)
            for file, object_ in self.objects.items()
        }
