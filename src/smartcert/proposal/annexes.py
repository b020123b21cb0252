"""Annexes: which of a proposal's evidence files are really there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from smartcert.files import is_file
from smartcert.proposal.fault import Code, Fault, fault_at


class Annexes(NamedTuple):
    """What was found of a proposal's annexes."""

    present: frozenset[str] = frozenset()
    """What the annexes are called whose file is there."""
    files: tuple[str, ...] = ()
    """The files that are there."""
    faults: tuple[Fault, ...] = ()
    """Annexes that are not there, or outside the folder."""


def annex_label(annex: dict[str, Any]) -> str:
    """Return by what an annex is referred to: its id, else its title, else its file."""
    return next((annex[key] for key in ("id", "title", "file") if key in annex), "")


def find_annexes(data: dict[str, Any], folder: Path) -> Annexes:
    """Look for each annex in the proposal's folder; none is opened."""
    present: set[str] = set()
    files: list[str] = []
    faults: list[Fault] = []
    for index, annex in enumerate(data.get("annexes") or ()):
        if annex is None or "file" not in annex:
            continue
        written = annex["file"]
        found = find_file(written, folder)
        if isinstance(found, Code):
            faults.append(fault_at(("annexes", index, "file"), found, written=written))
            continue
        files.append(str(found))
        present.add(annex_label(annex))
    return Annexes(present=frozenset(present), files=tuple(files), faults=tuple(faults))


_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\")
"""How a path of one Windows machine begins, which is in nobody else's folder: `C:\\`, `\\\\`."""


def find_file(written: str, folder: Path) -> Path | Code:
    """Return the path of a file that a proposal names, or what is wrong with it.

    It is outside where it, or a link on the way, leads out of the folder. Backslashes part
    folders as slashes do.
    """
    if _DRIVE.match(written):
        return Code.OUTSIDE_FILE
    path = folder / written.replace("\\", "/")
    try:
        root, target = folder.resolve(), path.resolve()
        if not target.is_relative_to(root):
            return Code.OUTSIDE_FILE
        if not is_file(target):
            return Code.MISSING_FILE
        return path if target.stat().st_size > 0 else Code.EMPTY_FILE
    except (OSError, ValueError, RuntimeError):
        return Code.MISSING_FILE
