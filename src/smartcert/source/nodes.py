"""What YAML is read into: mappings and lists that know where their parts stand. Scalars are text, as written."""

from __future__ import annotations

from typing import Any, NamedTuple


class Mark(NamedTuple):
    """Where an entry stands: its key (for an item of a list, the item itself) and its value. All count from 1."""

    key_line: int
    key_column: int
    key_end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Map(dict[str, Any]):
    """A mapping; `marks` holds the place of each entry."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: dict[str, tuple[int, ...]] = {}
        """In the order of `Mark`; plain tuples, since a file has many."""


class Seq(list[Any]):
    """A list; `marks` holds the place of each item."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[tuple[int, ...]] = []
        """In the order of `Mark`."""
