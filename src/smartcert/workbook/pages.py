"""Opening a workbook: its sheets as the text that their cells show."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple

from smartcert.patterns import lazy_pattern
from smartcert.source.span import CellSpan, Span
from smartcert.workbook.beside import Beside, beside

LARGEST = 32 * 1024 * 1024
"""Bytes of all parts of a workbook together, unpacked; one of 60 projects has 2 MB."""

PARTS = 2000
"""Files that a workbook may be made of."""

CELLS, ROWS = 200_000, 50_000
"""Cells and rows of all sheets together, empty ones too; the largest of ours has 10,000 cells."""

TEXT = 10 * 1024 * 1024
"""Characters that cells may hold together; a string that many cells share counts for each."""

MERGES, MERGED_ROWS = 2000, 500
"""Merged cells of a sheet, and rows of one, that are looked at."""

_CELL, _ROW = lazy_pattern(rb"<(?:\w+:)?c[\s>/]"), lazy_pattern(rb"<(?:\w+:)?row[\s>/]")
_UNIT = lazy_pattern(r'[0#?](,*)[^0#?"]*"([^"]+)"')
"""What a number is shown with, `#,##0.0 "ล้านบาท"`; commas behind the digits leave out thousands."""

_HIDDEN = lazy_pattern(rb'<(?:\w+:)?row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_MERGED = lazy_pattern(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)"')


class Cell(NamedTuple):
    """A cell that says something."""

    row: int
    column: int
    """Both from 1 on."""
    text: str
    is_formula: bool = False
    is_repeated: bool = False
    """Whether it only goes on with the cell above, with which it is merged."""


class WorkbookPage(NamedTuple):
    """A sheet as it was read."""

    name: str
    rows: dict[int, dict[int, Cell]]
    """Cells by row and column."""
    hidden_rows: tuple[int, ...] = ()
    """Rows with something in them that nobody sees: folded away, or filtered out."""
    is_hidden: bool = False
    beside: Beside = Beside()

    def span(self, row: int, column: int) -> Span:
        """Return the place of a cell."""
        return CellSpan(row, column, self.name)

    def cells(self) -> Iterator[Cell]:
        """Yield all cells in order."""
        return (cell for row in self.rows.values() for cell in row.values())


class RefusedWorkbookError(Exception):
    """A workbook that is not read at all."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def refuse_bombs(raw: bytes) -> None:
    """Raise `RefusedWorkbookError` for what would swell, and for markup that makes markup."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = archive.infolist()
        if len(parts) > PARTS:
            raise _too_large("workbook-parts", PARTS)
        unpacked = cells = rows = 0
        for part in parts:
            if not part.filename.endswith((".xml", ".rels")):
                continue
            with archive.open(part) as stream:
                content = stream.read(LARGEST - unpacked + 1)
            unpacked += len(content)
            cells += len(_CELL.findall(content))
            rows += len(_ROW.findall(content))
            if unpacked > LARGEST:
                raise _too_large("workbook-bytes", LARGEST)
            if cells > CELLS:
                raise _too_large("workbook-cells", CELLS)
            if rows > ROWS:
                raise _too_large("workbook-rows", ROWS)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise RefusedWorkbookError("Y130")


def _too_large(what: str, limit: int) -> RefusedWorkbookError:
    return RefusedWorkbookError("Y131", reason=what, limit=f"{limit:,}")


def pages_of(raw: bytes) -> Iterator[WorkbookPage]:
    """Yield the sheets of a workbook. Raises whatever a damaged one makes the library raise."""
    from openpyxl import load_workbook

    archive = zipfile.ZipFile(io.BytesIO(raw))
    values = load_workbook(io.BytesIO(raw), data_only=True, read_only=True)
    formulas = load_workbook(io.BytesIO(raw), read_only=True) if _has_formulas(raw) else None
    room = TEXT
    for sheet in values.worksheets:
        known = _formula_cells(formulas[sheet.title]) if formulas else set()
        sheet.reset_dimensions()
        rows: dict[int, dict[int, Cell]] = {}
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.value is None:
                    continue
                place = (cell.row, cell.column)
                text = shown(cell.value, cell.number_format or "")
                room -= len(text)
                if room < 0:
                    raise _too_large("workbook-letters", TEXT)
                if text or place in known:
                    rows.setdefault(cell.row, {})[cell.column] = Cell(*place, text, place in known)
        for row, column in known:
            rows.setdefault(row, {}).setdefault(column, Cell(row, column, "", is_formula=True))
        # It says more than is kept of it when it is read as a stream.
        xml = archive.read(sheet._worksheet_path)
        _repeat_merged(rows, xml)
        hidden = tuple(int(row) for row in _HIDDEN.findall(xml) if int(row) in rows)
        yield WorkbookPage(
            name=sheet.title,
            rows={row: dict(sorted(rows[row].items())) for row in sorted(rows)},
            hidden_rows=hidden,
            is_hidden=sheet.sheet_state != "visible",
            beside=beside(archive, sheet._worksheet_path, xml),
        )


def _repeat_merged(rows: dict[int, dict[int, Cell]], xml: bytes) -> None:
    """Let a cell that is merged over several rows speak for each of them that says something."""
    from openpyxl.utils import range_boundaries

    for reference in _MERGED.findall(xml)[:MERGES]:
        left, top, _, bottom = range_boundaries(reference.decode())
        first = rows.get(top, {}).get(left)
        if first is None:
            continue
        for row in range(top + 1, min(bottom, top + MERGED_ROWS) + 1):
            if row in rows:
                rows[row][left] = Cell(row, left, first.text, is_repeated=True)


def _has_formulas(raw: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return any(
            b"<f" in archive.read(name)
            for name in archive.namelist()
            if name.startswith("xl/worksheets/")
        )


def _formula_cells(sheet: Any) -> set[tuple[int, int]]:
    sheet.reset_dimensions()
    return {
        (cell.row, cell.column)
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.data_type == "f"
    }


def shown(value: Any, form: str) -> str:
    """Return what a cell shows, as text: a date as a date, a share with its sign."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime() | date():
            return f"{value.year}-{value.month:02}-{value.day:02}"
        case time():
            return value.isoformat("minutes")
        case int() | float():
            return _number(value, form.partition(";")[0])
        case _:
            return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip("\n ")


def _number(value: int | float, form: str) -> str:
    """Return a number with the sign or the unit that its format shows beside it."""
    unit, end = _UNIT.search(form), ""
    if "%" in form:
        value, end = value * 100, "%"
    elif unit:
        value, end = value / 1000 ** len(unit[1]) if unit[1] else value, f" {unit[2].strip()}"
    text = f"{value:.10f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return text + end
