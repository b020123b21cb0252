"""What YAML is read into: mappings and lists that know where their parts stand.

Scalars are text, as written.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Mark(NamedTuple):
    """Where an entry stands: its key, or the item of a list itself, and its value; from 1 on."""

    key_line: int
    key_column: int
    key_end: int
    """0 for an item of a list, and for a key of several lines."""
    line: int
    column: int
    end_line: int
    end_column: int


class Map(dict[str, Any]):
    """A mapping; `marks` holds the place of each entry."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: dict[str, tuple[Any, Any, Any, Any]] = {}
        """The parser's marks: where the key starts and ends, and where the value does."""


class Seq(list[Any]):
    """A list; `marks` holds the place of each item."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[tuple[Any, Any]] = []
        """The parser's marks: where the item starts and ends."""


def mark_of(container: Any, step: str | int) -> Mark:
    """Return where an entry of a `Map` or a `Seq` stands; few of a file are ever asked for."""
    *key, start, end = container.marks[step]
    name, name_end = key or (start, None)
    return Mark(
        key_line=name.line + 1,
        key_column=name.column + 1,
        key_end=name_end.column + 1 if name_end and name_end.line == name.line else 0,
        line=start.line + 1,
        column=start.column + 1,
        end_line=end.line + 1,
        end_column=end.column + 1,
    )
