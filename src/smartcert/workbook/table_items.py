"""The rows of a table as items: which belong together, which add up, which say whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from smartcert.source.span import Span
from smartcert.workbook.heads import Column, Table, is_total, smart_named, smart_within
from smartcert.workbook.layout import SMART
from smartcert.workbook.pages import Cell, WorkbookPage

Read = Callable[[WorkbookPage, Cell], str]
"""What gives the text of a cell, and tells of what is odd about it."""


@dataclass
class TableItem:
    """An item of a table."""

    number: int
    """Of its first row."""
    places: dict[str, int]
    """The columns of its fields."""
    smart: str | None = None
    """The key of its Smart, where that is known."""
    smart_written: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    """By the keys of its fields; several lines are several values."""

    def span(self, page: WorkbookPage, key: str = "") -> Span:
        """Return the place of a field, or of the row."""
        first = self.places.get(key) or min(self.places.values(), default=1)
        return page.span(self.number, first)


class TableItems:
    """Reads the rows of a table, and keeps count of what is none of it."""

    def __init__(self, page: WorkbookPage, table: Table) -> None:
        self.page, self.table = page, table
        self.places: dict[str, int] = {}
        for place, column in table.columns.items():
            self.places.setdefault(column.key, place)
        self.beside: dict[int, tuple[int, Cell]] = {}
        """Columns that are none of the table: how many cells they have, and the first."""
        self.totals: list[int] = []
        self.smart = smart_within(page.name) if SMART not in self.places else None
        """Of the rows below a line that only names a Smart, or of the whole sheet."""

    def items(self, read: Read) -> Iterator[TableItem]:
        """Yield the items. A row goes on with the one above where their names are merged."""
        item: TableItem | None = None
        for number, cells in self.page.rows.items():
            if number < self.table.start or self._is_head_again(cells):
                continue
            if is_total(cells):
                self.totals.append(number)
                continue
            if self._names_a_smart(cells):
                continue
            self._note_beside(cells)
            known = {place: cell for place, cell in cells.items() if place in self.table.columns}
            if not any(cell.text or cell.is_formula for cell in known.values()):
                continue
            if item is not None and self._goes_on(known):
                self._add(item, known, read)
                continue
            if item is not None:
                yield item
            item = self._new(number, known)
            self._add(item, known, read)
        if item is not None:
            yield item

    def _new(self, number: int, cells: dict[int, Cell]) -> TableItem:
        written = cells.get(self.places.get(SMART, 0))
        smart = smart_named(written.text) if written is not None else self.smart
        return TableItem(number, self.places, smart, written.text if written is not None else "")

    def _add(self, item: TableItem, cells: dict[int, Cell], read: Read) -> None:
        for place, cell in cells.items():
            column = self.table.columns[place]
            if column.key == SMART or (cell.is_repeated and column.key in item.texts):
                continue
            if text := _with_head(read(self.page, cell), column):
                before = item.texts.get(column.key)
                item.texts[column.key] = f"{before}\n{text}" if before else text

    def _goes_on(self, cells: dict[int, Cell]) -> bool:
        name = cells.get(self.places.get("name", 0))
        return name is not None and name.is_repeated

    def _is_head_again(self, cells: dict[int, Cell]) -> bool:
        """Whether a row repeats the heads, as on a new page of paper."""
        heads = self.page.rows.get(self.table.head, {})
        return bool(cells) and all(
            place in heads and heads[place].text == cell.text for place, cell in cells.items()
        )

    def _names_a_smart(self, cells: dict[int, Cell]) -> bool:
        """Whether a row is a heading: one cell that names a Smart, for the rows below it."""
        if not self.table.sheet.is_by_smart or SMART in self.places or len(cells) != 1:
            return False
        (only,) = cells.values()
        smart = smart_named(only.text) or smart_within(only.text)
        self.smart = smart or self.smart
        return smart is not None

    def _note_beside(self, cells: dict[int, Cell]) -> None:
        for place, cell in cells.items():
            if place not in self.table.columns and cell.text and not cell.is_repeated:
                count, first = self.beside.get(place, (0, cell))
                self.beside[place] = count + 1, first


def _with_head(text: str, column: Column) -> str:
    """Return the text of a cell with what its head says of it: the unit, the year."""
    if text and column.unit and not text.strip("0123456789.,- "):
        text = f"{text} {column.unit}"
    return f"{column.year}: {text}" if text and column.year else text
