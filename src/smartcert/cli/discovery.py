"""Which files are meant: those that are named, and the proposals in the folders that are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from smartcert.cli.exclusion import kept
from smartcert.cli.streams import read_input
from smartcert.errors import UsageError
from smartcert.files import is_file, is_folder
from smartcert.session import DEFAULT_PROPOSAL
from smartcert.session.inputs import Given, not_a_file
from smartcert.workbook.source_file import ENDINGS, proposal_source, recognise_file


class Found(NamedTuple):
    """What a run looks at."""

    files: list[str]
    """The proposals: files as named, and what is a proposal in the folders."""
    folders: list[Path]
    """The folders that were searched."""
    unclear: list[str]
    """Files in the folders that can't be told from a proposal, and are not checked."""


def given(file: str) -> Given:
    """Return a file as a session takes it: `-` is standard input, which is read now."""
    if file != "-":
        return file
    return proposal_source(read_input(), file)


def find_proposals(stated: tuple[str, ...], exclude: Sequence[str] = ()) -> Found:
    """Return the files to check, and what the folders hold besides. Raises `UsageError`.

    What `exclude` names is not looked for in folders; a file that is named itself is meant.
    """
    found = Found([], [], [])
    for name in stated or (DEFAULT_PROPOSAL,):
        if name == "-" or is_file(name):
            found.files.append(name)
        elif is_folder(name):
            _search(Path(name), found, exclude)
        else:
            raise not_a_file(name, "smartcert check PROPOSAL.yaml")
    once = list(dict.fromkeys(found.files))
    unclear = [file for file in dict.fromkeys(found.unclear) if file not in once]
    return Found(once, found.folders, unclear)


def _search(folder: Path, found: Found, exclude: Sequence[str]) -> None:
    """Add what lies below a folder. Raises `UsageError` where there is no proposal."""
    known, unclear = len(found.files), len(found.unclear)
    there = [str(file) for file in _proposals_below(folder)]
    for file in map(Path, kept(there, str(folder), exclude)):
        kind = recognise_file(file)
        if kind != "other":
            (found.files if kind == "proposal" else found.unclear).append(str(file))
    found.folders.append(folder)
    if len(found.files) == known:
        left = found.unclear[unclear:]
        key = "usage.no-proposal-told-in" if left else "usage.no-proposal-in"
        raise UsageError(key, folder=folder, **({"files": ", ".join(left)} if left else {}))


def _proposals_below(folder: Path) -> Iterator[Path]:
    """Yield what may be a proposal by its name and lies in no hidden folder, as a tool's cache."""
    for file in sorted(folder.rglob("*.[yYxX]*[lLxX]*")):
        parts = file.relative_to(folder).parts
        hidden = any(part.startswith((".", "~$")) for part in parts)
        if file.suffix.lower() in ENDINGS and not hidden:
            yield file
