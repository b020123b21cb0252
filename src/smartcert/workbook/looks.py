"""How a workbook looks: fonts, colours, heights of rows, what drop-downs offer, paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from smartcert.messages.message import message
from smartcert.workbook.beside import OURS
from smartcert.workbook.layout import HELP

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FONT = {"font_name": "TH Sarabun New", "font_size": 16}
"""What Thai offices write in."""

NOTE = {"x_scale": 2.6, "y_scale": 1.8, "font_size": 11}
LINE, EMPTY = 29, 24
"""Points of a line of text, in a font that is taller than the one asked for; of an empty row."""

LETTERS = 0.68
"""Letters of a line to the width of its column, in a font that is wider than the one asked for."""

TALLEST = 400
"""Points of a row; Excel allows 409."""


class Looks:
    """The formats of a workbook that is being written, and the words that its cells offer."""

    def __init__(self, book: Workbook, lang: str) -> None:
        self.book, self.lang = book, lang
        self._offered: dict[str, list[str]] = {}
        """For each closed list, its words."""
        add = book.add_format
        plain = {**FONT, "valign": "top", "text_wrap": True}
        border = {"border": 1, "border_color": "#AEB8C2"}
        self.title = add({**FONT, "bold": True, "font_size": 22, "valign": "vcenter"})
        self.plain = add(plain)
        self.soft = add({**plain, "font_color": "#51606F", "font_size": 14})
        self.aside = add({**FONT, "valign": "top", "font_color": "#51606F", "font_size": 14})
        self.label = add({**plain, "bold": True, **border, "bg_color": "#EEF2F5"})
        self.must = add({**plain, "bold": True, **border, "bg_color": "#DCE9F3"})
        self.value = add({**plain, **border, "num_format": "@"})
        self.gap = add({**plain, **border, "num_format": "@", "bg_color": "#FFF1CC"})
        self.link = add({**plain, "font_color": "#12507A", "underline": 1})
        self.cell_link = add({**plain, **border, "font_color": "#12507A", "underline": 1})

    def page(self, name: str, *, wide: bool = False) -> Any:
        """Return a new sheet, set for A4."""
        page = self.book.add_worksheet(name)
        page.set_default_row(EMPTY)
        page.set_row(0, 34)
        page.set_paper(9)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.set_footer("&L&A&R&P / &N")
        page.fit_to_pages(1, 0)
        if wide:
            page.set_landscape()
        # Text that is all figures is meant to be text.
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return page

    def offer(
        self, page: Any, words: Sequence[str], name: str, place: tuple[int, int, int, int]
    ) -> None:
        """Offer words in cells; others are warned of and not refused."""
        from xlsxwriter.utility import xl_col_to_name

        self._offered.setdefault(name, list(words))
        letter = xl_col_to_name([*self._offered].index(name))
        listed = message("workbook.lists", self.lang)
        page.data_validation(
            *place,
            {
                "validate": "list",
                "source": f"='{listed}'!${letter}$1:${letter}${len(words)}",
                "error_type": "information",
                "error_title": "smartcert",
                "error_message": message("workbook.other-word", self.lang),
            },
        )

    def note(self, page: Any, row: int, column: int, text: str) -> None:
        """Write a note that is known as ours when it is read."""
        page.write_comment(row, column, OURS + text, NOTE)

    def write_offered(self) -> None:
        """Write the words that cells offer on a hidden sheet."""
        page = self.book.add_worksheet(message("workbook.lists", self.lang))
        for column, words in enumerate(self._offered.values()):
            for row, word in enumerate(words):
                page.write_string(row, column, word)
        page.write_string(0, len(self._offered), HELP)
        page.hide()


def internal(sheet: str, row: int, column: int) -> str:
    """Return a link to a cell of the workbook itself; row and column from 0 on."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!{xl_rowcol_to_cell(row, column)}"


def height(*cells: tuple[str, float]) -> float:
    """Return how high a row has to be, in points, for texts in columns of given widths."""
    return min(TALLEST, LINE * max((_lines(text, width) for text, width in cells), default=1))


def _lines(text: str, width: float) -> int:
    return sum(1 + int(_width(line) / (width * LETTERS)) for line in text.split("\n"))


def _width(text: str) -> int:
    """Return how many letters stand side by side: marks above and below take no room."""
    return sum(1 for letter in text if unicodedata.category(letter) != "Mn")
