"""Earlier proposals in a JSON result of several: which of them a file was, from any folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smartcert.errors import UsageError
from smartcert.rounds.reference import Base, Earlier, by_name, is_gone, lost_at, not_a_reference

Results = dict[Path, dict[str, Any]]
"""Results by the place of their proposal."""


def base_in_json(
    written: str, results: list[dict[str, Any]], files: list[str], folders: list[Path]
) -> Base:
    """Return the result of each file.

    A result names its proposal from the folder it was made in, which it does not tell: that from
    which most of its proposals are found. Raises `UsageError` where none is, or two folders are as
    likely and it makes a difference.
    """
    named = {_file_of(result, written): result for result in results}
    piped = named.pop("-", None)
    placed = _placed(written, named, files)
    known: dict[str, Earlier] = {} if piped is None else {"-": piped}
    for file in files:
        found = placed.get(_place(file)) or placed.get(Path(os.path.realpath(file)))
        if found is not None:
            known[file] = found
    cities = {
        str(path): str(result["proposal"].get("name") or "")
        for path, result in placed.items()
        if not any(result is each for each in known.values()) and is_gone(path)
    }
    for file, place in by_name([file for file in files if file not in known], cities).items():
        known[file] = placed[Path(place)]
        del cities[place]
    missing = [Path(place) for place in cities]
    lost = [path for path in missing if any(path.is_relative_to(_place(at)) for at in folders)]
    return Base(
        written=written,
        known=known,
        missing=tuple(os.path.relpath(path) for path in missing),
        lost=tuple(lost_at(path, written) for path in lost),
    )


def _file_of(result: dict[str, Any], written: str) -> str:
    proposal = result.get("proposal")
    name = proposal.get("file") if isinstance(proposal, dict) else None
    if not isinstance(name, str) or not name or "\0" in name:
        raise not_a_reference(written)
    return name


def _place(name: str | Path, folder: str | Path = "") -> Path:
    """Return the place of a file, links not followed."""
    return Path(os.path.abspath(Path(folder, name)))  # noqa: PTH100


def _placed(written: str, results: dict[str, dict[str, Any]], files: list[str]) -> Results:
    """Return the results by place. Raises `UsageError`."""
    best: list[Results] = []
    most = 0
    for folder in _folders(written, files):
        placed = {_place(name, folder): result for name, result in results.items()}
        there = sum(map(os.path.lexists, placed))
        if there > most:
            best, most = [], there
        if there and there == most:
            best.append(placed)
    if not best:
        raise UsageError("usage.reference-fits-nothing", file=written)
    places = [_place(file) for file in files]
    for other in best[1:]:
        if any(other.get(place) is not best[0].get(place) for place in places):
            raise UsageError("usage.reference-fits-twice", file=written)
    return best[0]


def _folders(written: str, files: list[str]) -> Iterator[Path]:
    """Yield the folders that a result may have been made in, each once."""
    seen: set[Path] = set()
    for start in (Path.cwd(), _place(written).parent, *(_place(file).parent for file in files)):
        for folder in (start, *start.parents):
            if folder in seen:
                break
            seen.add(folder)
            yield folder
