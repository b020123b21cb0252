"""What chapters are written on: a page that is a Word document or a Markdown text.

Chapters say what stands there; how it looks is the page's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from smartcert.findings.status import Verdict
from smartcert.gap_report.word_diff import Runs


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A bar in a cell: where it begins and how long it is, in percent of the cell's width."""

    left: float
    length: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands above bars: each mark at its percent of the cell's width."""

    marks: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Texts under their labels, with the words marked that the other round is without."""

    texts: tuple[tuple[str, Runs], ...]
    gone: bool
    """Whether such words are gone since; else they are new."""


Cell = str | int | Sequence[str] | Marked | ChartBar | Scale
"""A text, a number, several lines, or a picture, whose column a page may leave out."""

TableKind = Literal["form", "list", "file"]
"""A table with room for a pen, a long list, texts of a file: the one set smaller than the other."""


class Page(Protocol):
    """Is written from top to bottom. Text is a stranger's and stays text."""

    def turn(self, *, landscape: bool) -> None:
        """Go on on a new sheet, upright or on its side."""

    def heading(self, text: str, level: int) -> None:
        """Add a heading: 0 for the title, 1 for a chapter, 2 and 3 below it."""

    def paragraph(
        self, text: str, *, bold: bool = False, small: bool = False, keep: bool = False
    ) -> None:
        """Add a paragraph. `keep`: on one sheet with the next."""

    def bullets(self, items: Iterable[str]) -> None:
        """Add a list without an order; nothing where there are no items."""

    def numbered(self, items: Iterable[str]) -> None:
        """Add a list that counts from 1; nothing where there are no items."""

    def labelled(self, label: str, text: str, *, small: bool = False) -> None:
        """Add a paragraph that begins with what it is about."""

    def banner(self, text: str, verdict: Verdict, /) -> None:
        """Add a bold paragraph on the ground of a verdict."""

    def code(self, text: str) -> None:
        """Add what stands in a file, line by line."""

    def sources(self, items: Iterable[tuple[str, str]]) -> None:
        """Add a list of sources: what each is called, and its address on the web or nothing."""

    def passages(self, sides: Sequence[tuple[str, str]]) -> None:
        """Add texts of a file under their labels: side by side where there is room."""

    def table(
        self,
        heads: Sequence[Cell],
        rows: Iterable[Sequence[Cell]],
        widths: Sequence[float],
        /,
        *,
        figures: Collection[int] = (),
        kind: TableKind = "list",
        whole: bool = True,
    ) -> None:
        """Add a table.

        `widths` are in centimetres, 0 for the column that takes what is left of the sheet.
        `figures` are the columns of figures, which stand at the right. Rows that are `whole` are
        not cut by the end of a sheet.
        """
