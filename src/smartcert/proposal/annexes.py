"""Annexes: which of a proposal's evidence files are really there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from smartcert.proposal.fault import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Annexes:
    """What was found of a proposal's annexes."""

    present: frozenset[str] = frozenset()
    """Ids of the annexes whose file is there."""
    files: tuple[str, ...] = ()
    """The files that are there."""
    faults: tuple[Fault, ...] = ()
    """Annexes that are not there, or outside the folder."""


def find_annexes(data: dict[str, Any], folder: Path) -> Annexes:
    """Look for each annex in the proposal's folder."""
    present: set[str] = set()
    files: list[str] = []
    faults: list[Fault] = []
    for index, annex in enumerate(data.get("annexes") or ()):
        if annex is None or "file" not in annex:
            continue
        path = ("annexes", index, "file")
        written = annex["file"]
        match file_state(written, folder):
            case "there":
                files.append(str(folder / written.replace("\\", "/")))
                if "id" in annex:
                    present.add(annex["id"])
            case "outside":
                faults.append(Fault(code="P009", path=path, params={"written": written}))
            case "missing":
                faults.append(Fault(code="P008", path=path, params={"written": written}))
    return Annexes(present=frozenset(present), files=tuple(files), faults=tuple(faults))


FileState = Literal["there", "missing", "outside"]

_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\")
"""How a path of one Windows machine begins, which is in nobody else's folder: `C:\\`, `\\\\`."""


def file_state(written: str, folder: Path) -> FileState:
    """Whether a file is `there`, `missing` or `outside` the folder, as a link may lead too."""
    if _DRIVE.match(written):
        return "outside"
    try:
        root = folder.resolve()
        target = (root / written.replace("\\", "/")).resolve()
        if not target.is_relative_to(root):
            return "outside"
        return "there" if target.is_file() and target.stat().st_size > 0 else "missing"
    except (OSError, ValueError, RuntimeError):
        return "missing"
