"""How large a file may be that a stranger wrote, and reading no more of one than that."""

from __future__ import annotations

from typing import BinaryIO, NamedTuple

from smartcert.errors import UsageError
from smartcert.files import LARGEST


class Limits(NamedTuple):
    """How large a file may be."""

    size: int = LARGEST
    """Bytes."""
    depth: int = 50
    """Mappings and lists inside each other, counting those that aliases stand for."""
    nodes: int = 500_000
    """Keys and values."""
    repeated: int = 100_000
    """Values that aliases stand for, counted each time."""
    proofread: int = 2 * 1024 * 1024
    """Bytes that are searched for slips of the pen; more are written by no hand."""
    faults: int = 1000
    """Places where the file is at fault.

    A small file of nothing else would make a report of a hundred times its size.
    """


def take(stream: BinaryIO) -> bytes:
    """Return the bytes of a file; of one that is too large, no more than it takes to tell."""
    return stream.read(Limits().size + 1)


def refuse_cut(raw: bytes, name: str, limit: int = LARGEST) -> None:
    """Raise `UsageError` for bytes that were cut where they are read; `name` says of which file."""
    if len(raw) > limit:
        raise UsageError("usage.too-large", name=name, limit=f"{limit:,}")
