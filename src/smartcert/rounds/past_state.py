"""A proposal as it was in a commit, with the files that it named then."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from smartcert.errors import UsageError
from smartcert.proposal.document import read_document
from smartcert.rounds.commit import Commit, commit_of
from smartcert.rounds.file_history import earlier_names
from smartcert.rounds.git import repository_of
from smartcert.source import Source
from smartcert.workbook.source_file import proposal_source

MOST_FILES = 1000
"""Annexes and reviews of one proposal that are looked for."""


class PastProposal(NamedTuple):
    """A proposal in a commit."""

    commit: Commit
    name: str
    """Its name from the top, as it was called then."""
    source: Source


def past_proposal(revision: str, file: str) -> PastProposal:
    """Return a file as it was at a revision, also under an earlier name. Raises `UsageError`."""
    if file == "-":
        raise UsageError("usage.git-needs-a-file")
    repository = repository_of(file)
    commit = commit_of(repository, revision)
    name = repository.name(file)
    if commit is not None and name is not None:
        for called in (name, *earlier_names(repository, name)):
            found = proposal_at(commit, called, f"{revision}:{called}")
            if found is not None:
                return found
    raise UsageError("usage.git-not-there", file=file, revision=revision, hint="smartcert history")


def proposal_at(commit: Commit, name: str, shown: str) -> PastProposal | None:
    """Return a file of a commit by its name then, or None where it was not there."""
    found = commit.find(name)
    raw = commit.read([found]).get(found) if found else None
    return None if raw is None else PastProposal(commit, name, proposal_source(raw, shown))


@contextmanager
def laid_out(past: PastProposal) -> Iterator[Path]:
    """Lay the files that a proposal named then into a folder, which is gone afterwards."""
    folder = posixpath.dirname(past.name)
    with TemporaryDirectory(prefix="smartcert-") as made:
        objects = {}
        for written in _named(read_document(past.source).data):
            place = posixpath.normpath(written.replace("\\", "/"))
            if posixpath.isabs(place) or place.startswith("..") or "\0" in place:
                continue
            if found := past.commit.find(posixpath.normpath(posixpath.join(folder, place))):
                objects[place] = found
        wanted = list(dict.fromkeys(objects.values()))
        sizes, read = past.commit.repository.sizes(wanted), past.commit.read(wanted)
        for place, name in objects.items():
            target = Path(made, place)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as stream:
                # Of what is too large to be read it is told that it was there, and how large.
                stream.write(read.get(name, name.encode()))
                stream.truncate(sizes.get(name, 0))
        yield Path(made)


def _named(data: dict[str, Any]) -> list[str]:
    """Return the files that a proposal names beside it."""
    annexes = [(each or {}).get("file") for each in data.get("annexes") or ()]
    reviews = [(each or {}).get("review") for each in data.get("revisions") or ()]
    return [os.fspath(name) for name in (*annexes, *reviews) if name][:MOST_FILES]
