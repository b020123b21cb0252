"""A stretch of a file."""

from __future__ import annotations

from typing import Any, NamedTuple

from smartcert.patterns import lazy_pattern

BREAK = lazy_pattern(r"\r\n|\n|\r")
"""What ends a line, for libyaml and for editors alike."""


def lines_of(text: str) -> list[str]:
    """Return the lines of a text."""
    return BREAK.split(text) if "\r" in text else text.split("\n")


class Span(NamedTuple):
    """Lines and columns, from 1 on; columns in code points, the end column after the last one."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def sheet(self) -> str:
        """The sheet of a workbook, whose rows and columns these are; empty for a text."""
        return ""

    @property
    def cell(self) -> str:
        """The cell of a workbook, such as `E12`; empty for a text."""
        return ""


class CellSpan(Span):
    """A cell of a workbook: its row and column, from 1 on, and its sheet."""

    _sheet: str

    def __new__(cls, row: int, column: int, sheet: str) -> CellSpan:
        """Return the cell of a sheet."""
        made = super().__new__(cls, row, column, row, column + 1)
        made._sheet = sheet
        return made

    def __getnewargs__(self) -> tuple[int, int, str]:
        return self.line, self.column, self._sheet

    def __eq__(self, other: object) -> bool:
        return tuple.__eq__(self, other) is True and getattr(other, "sheet", "") == self._sheet

    def __hash__(self) -> int:
        return hash((*self, self._sheet))

    @property
    def sheet(self) -> str:
        """Its name."""
        return self._sheet

    @property
    def cell(self) -> str:
        """What a spreadsheet calls it, such as `E12`."""
        letters, left = "", self.column
        while left:
            left, digit = divmod(left - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{self.line}"


TOP = Span(1, 1, 1, 1)
"""The start of a file, which stands for the whole of it."""


def placed(text: str, mark: Any) -> tuple[int, int]:
    """Return the line and column of a parser's mark, from 0 on.

    At the end of a file libyaml stands on a line of its own, which is not there.
    """
    lines = lines_of(text)
    if mark.line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return mark.line, min(mark.column, len(lines[mark.line]))


def spot(line: int, column: int, width: int = 1) -> Span:
    """Return a stretch of one line from marks that count from 0, as libyaml's do."""
    return Span(line + 1, column + 1, line + 1, column + 1 + width)
