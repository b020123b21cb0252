"""Annexes: which of a proposal's evidence files are really there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any, NamedTuple

from smartcert.files import is_file
from smartcert.patterns import lazy_pattern
from smartcert.proposal.fault import Code, Fault, fault_at


class Annexes(NamedTuple):
    """What was found of a proposal's annexes."""

    present: frozenset[str] = frozenset()
    """What the annexes are called whose file is there."""
    files: tuple[str, ...] = ()
    """The files that are there."""
    faults: tuple[Fault, ...] = ()
    """Annexes that are not there, or outside the folder."""
    no_evidence: frozenset[str] = frozenset()
    """The files that are there and show nothing, as the proposal names them.

    They are next to empty, or have the bytes of an annex before them or of the proposal itself.
    """


LEAST_BYTES = 100
"""Bytes; what is smaller can hardly be a document: our own limit, named in the criteria too."""

LARGEST_COMPARED = 50 * 1024 * 1024
"""Bytes; of larger files nobody makes a second copy by a slip."""


def annex_label(annex: dict[str, Any]) -> str:
    """Return by what an annex is referred to: its id, else its title, else its file."""
    return next((annex[key] for key in ("id", "title", "file") if key in annex), "")


def find_annexes(data: dict[str, Any], folder: Path, itself: Path | None = None) -> Annexes:
    """Look for each annex in the proposal's folder; only those of one size are opened.

    `itself` is the file of the proposal, which is no annex of its own.
    """
    called: dict[str, str] = {}
    files: list[str] = []
    faults: list[Fault] = []
    places: dict[str, Path] = {}
    for index, annex in enumerate(data.get("annexes") or ()):
        if annex is None or "file" not in annex:
            continue
        written = annex["file"]
        found = find_file(written, folder)
        if isinstance(found, Code):
            faults.append(fault_at(("annexes", index, "file"), found, written=written))
            continue
        files.append(str(found))
        places[written] = found.resolve()
        called[annex_label(annex)] = written
    no_evidence = frozenset(_no_evidence(places, itself))
    return Annexes(
        present=frozenset(label for label, file in called.items() if file not in no_evidence),
        files=tuple(files),
        faults=tuple(faults),
        no_evidence=no_evidence,
    )


def _no_evidence(places: dict[str, Path], itself: Path | None) -> Iterator[str]:
    """Yield the files that are next to empty, and second copies of others or of the proposal."""
    by_size: dict[int, list[tuple[str, Path]]] = defaultdict(list)
    if itself is not None:
        by_size[_size(itself)].append(("", itself.resolve()))
    for written, place in places.items():
        size = _size(place)
        if size < LEAST_BYTES:
            yield written
        else:
            by_size[size].append((written, place))
    for files in by_size.values():
        if len(files) > 1:
            yield from _copies(files)


def _copies(files: list[tuple[str, Path]]) -> Iterator[str]:
    """Yield the names of files, all of one size, that have the bytes of one before them."""
    paths: set[Path] = set()
    digests: set[bytes] = set()
    for name, path in files:
        digest = b"" if path in paths else _digest(path)
        if not digest or digest in digests:
            yield name
        paths.add(path)
        digests.add(digest)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # It went away since it was found, or is standard input.
        return -1


def _digest(path: Path) -> bytes:
    """Return a digest of a file's bytes; of one too large, or gone, of its name."""
    try:
        if path.stat().st_size <= LARGEST_COMPARED:
            with path.open("rb") as stream:
                return file_digest(stream, "blake2b").digest()
    except OSError:
        pass
    return str(path).encode(errors="surrogateescape")


_DRIVE = lazy_pattern(r"[A-Za-z]:[\\/]|\\\\")
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
