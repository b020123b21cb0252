"""Which mappings and lists are open at a line of a text, and what its last entry waits for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from smartcert.patterns import lazy_pattern
from smartcert.source.forms import Form, KeyForms
from smartcert.source.sheet import Sheet, Slip

_YEAR = lazy_pattern("[0-9๐-๙]{4}")

Place = Literal["child", "next", "item"]
"""Whether something belongs to the entry before it, stands beside it, or follows a dash."""


class Node(NamedTuple):
    """Where something begins."""

    line: int
    start: int
    """Its column in the line."""
    width: int
    """The column that is meant."""
    place: Place


@dataclass(slots=True, kw_only=True)
class Level:
    """An open mapping or list."""

    indent: int
    """The column of its entries, as they stand in the text."""
    is_list: bool
    key: str
    """What it stands under."""
    shift: int = 0
    """How many columns further to the right its lines should stand."""
    mover: Slip | None = None
    """The slip that shifts them."""
    slips: dict[str, Slip] = field(default_factory=dict)
    """Of a list: what is noted of the marks before its items, by code."""


class Outline:
    """What is open, from the outside in."""

    def __init__(self, keys: KeyForms) -> None:
        self.keys = keys
        self.levels: list[Level] = []
        self.key = ""
        """The last key of the innermost mapping; empty for an item of a list."""
        self.waits = True
        """Whether the last entry, or the file, has no value yet."""

    @property
    def top(self) -> Level | None:
        """The innermost mapping or list."""
        return self.levels[-1] if self.levels else None

    @property
    def indent(self) -> int:
        """The column that what belongs to the last entry must pass."""
        return self.levels[-1].indent if self.levels else -1

    def push(
        self, width: int, *, is_list: bool, shift: int = 0, mover: Slip | None = None
    ) -> Level:
        """Open a mapping or a list whose entries stand at a column."""
        outer = self.top
        level = Level(
            indent=width,
            is_list=is_list,
            key=self.key,
            shift=(outer.shift if outer else 0) + shift,
            mover=mover or (outer.mover if outer else None),
        )
        self.levels.append(level)
        return level

    def close(self, width: int) -> Level | None:
        """Close what stands further to the right than a column, and return the last of it."""
        last = None
        while self.levels and self.levels[-1].indent > width:
            last, self.waits = self.levels.pop(), False
        return last

    def list_at(self, width: int, place: Place) -> Level | None:
        """Return the list whose items stand at a column, perhaps a new one, if there can be one."""
        top = self.top
        if top and top.is_list and top.indent == width:
            return top
        if place == "next" and not self.waits:
            return None
        return self.push(width, is_list=True)

    def mapping_at(self, width: int, place: Place) -> Level | None:
        """Return the mapping whose keys stand at a column, likewise."""
        if place != "next":
            return self.push(width, is_list=False)
        if len(self.levels) > 1 and self.levels[-1].is_list:
            self.levels.pop()
        top = self.top
        return top if top and not top.is_list and top.indent == width else None

    def move(self, sheet: Sheet, number: int) -> None:
        """Shift a line with the entry that it belongs to."""
        top = self.top
        if top and top.mover and top.shift:
            spare = max(-top.shift, 0)
            if sheet.lines[number].startswith(" " * spare):
                sheet.edit(top.mover, number, 0, spare, " " * top.shift)

    def forms(self, word: str) -> frozenset[Form]:
        """Return what a word may lead to as a key; nothing for one that is not known."""
        return self.keys.get(word.casefold(), frozenset())

    def is_key(self, word: str) -> bool:
        """Whether a word is a key as the format has it, or a year after another.

        The Thai name of a key may be part of a text.
        """
        if word.casefold() in self.keys:
            return word.isascii()
        return bool(_YEAR.fullmatch(word) and _YEAR.fullmatch(self.key))

    def may_be_key(self, word: str) -> bool:
        """Whether a word is a key by any of its names, or a year, as some sections have them."""
        return word.casefold() in self.keys or _YEAR.fullmatch(word) is not None

    def holds_text(self) -> bool:
        """Whether the last entry may be a text."""
        top = self.top
        if top is None:
            return False
        return "list" in self.forms(top.key) if top.is_list else "prose" in self.forms(self.key)
