"""Whose sheet it is, and which column holds what: by its hidden keys, or by what its heads say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from smartcert.messages.message import message
from smartcert.patterns import lazy_pattern
from smartcert.proposal.spec import proposal_spec
from smartcert.thai.normalize import fold
from smartcert.workbook.layout import HELP, SERVICES, SMART, Field, FormSheet, sheets
from smartcert.workbook.pages import Cell, WorkbookPage

WITHIN = 20
"""Rows and columns in which keys and heads are looked for."""

ENOUGH = 2
"""Heads that must be known before a table is taken for a list of a proposal."""

_OTHERS = Path(__file__).with_name("heads.txt")
_YEAR = lazy_pattern(r"\D{0,14}((?:20|25)[0-9]{2})\s*(?:\(([^()]*)\))?\s*")
"""`2570`, `ปีงบประมาณ 2570 (บาท)`"""
_UNIT = lazy_pattern(r"(.*?)\s*\(([^()]*)\)\s*", re.DOTALL)
"""`งบประมาณ (ล้านบาท)`"""


class Column(NamedTuple):
    """What stands in a column of a table."""

    key: str
    """Of a field, or `smart`."""
    year: str = ""
    """Where the column is one year of the field."""
    unit: str = ""
    """What the head says its numbers are counted in."""


class Table(NamedTuple):
    """A table found on a sheet."""

    sheet: FormSheet
    columns: dict[int, Column]
    start: int
    """The row of its first item."""
    head: int
    """The row of its heads."""


class Form(NamedTuple):
    """A form found on a sheet."""

    sheet: FormSheet
    fields: dict[int, Field]
    """By row."""
    column: int
    """Where the values stand."""


def own_table(page: WorkbookPage) -> Table | None:
    """Return the table that the hidden row of keys says it is; None where there is no such row."""
    known = {sheet.key: sheet for sheet in sheets() if sheet.is_table}
    for row in range(1, WITHIN + 1):
        columns: dict[int, Column] = {}
        owner = ""
        for place, cell in page.rows.get(row, {}).items():
            name, hash_, key = cell.text.partition("#")
            if hash_ and name in known:
                columns[place], owner = Column(key), name
        if columns:
            return Table(known[owner], columns, row + 2, row + 1)
    return None


def own_form(page: WorkbookPage) -> Form | None:
    """Return the form whose keys stand in a hidden column; None where there are none."""
    for sheet in sheets():
        if sheet.is_table:
            continue
        keys = {field.key: field for field in sheet.fields}
        for place in range(1, WITHIN):
            texts = {row: cells[place].text for row, cells in page.rows.items() if place in cells}
            fields = {row: keys[text] for row, text in texts.items() if text in keys}
            if len(fields) * 2 > len(keys) and (sheet.key in texts.values() or not sheet.key):
                return Form(sheet, fields, place + 2)
    return None


def labelled_form(page: WorkbookPage) -> Form | None:
    """Return the form whose labels stand on a sheet without keys; None where too few are known."""
    best: Form | None = None
    for sheet in sheets():
        if sheet.is_table:
            continue
        titles = {name: field for field in sheet.fields for name in names_of(sheet, field)}
        for place in range(1, 6):
            fields: dict[int, Field] = {}
            for row, cells in page.rows.items():
                field = titles.get(_folded(cells[place].text)) if place in cells else None
                if field is not None and field not in fields.values():
                    fields[row] = field
            if len(fields) > max(ENOUGH, len(best.fields) if best else 0):
                best = Form(sheet, fields, place + 1)
    return best


def foreign_table(page: WorkbookPage) -> Table | None:
    """Return the list whose fields the heads of a table name best; None where too few do."""
    best: Table | None = None
    for row in list(page.rows)[:WITHIN]:
        for sheet in sheets():
            if not sheet.is_table:
                continue
            table = _by_heads(page, sheet, row)
            if _known(table) >= ENOUGH and (best is None or _known(table) > _known(best)):
                best = table
    if best is None:
        return None
    unit = next(filter(None, map(_unit_above, _texts_above(page, best.head))), "")
    columns = {
        place: column._replace(unit=column.unit or unit) if column.key == "budget" else column
        for place, column in best.columns.items()
    }
    return best._replace(columns=columns)


def _known(table: Table) -> int:
    return len({column.key for column in table.columns.values()} - {SMART})


def _by_heads(page: WorkbookPage, sheet: FormSheet, row: int) -> Table:
    """Return the columns of a table whose heads stand in a row, or in it and the next."""
    columns: dict[int, Column] = {}
    heads, below = page.rows.get(row, {}), page.rows.get(row + 1, {})
    for place, cell in heads.items():
        column = _column(sheet, cell.text)
        if column is not None and column not in columns.values():
            columns[place] = column
    start, named = row + 1, dict(columns)
    for place, cell in below.items():
        found = _YEAR.fullmatch(cell.text)
        # A head over several years stands over the first of them.
        over = named.get(max((p for p in heads if p <= place), default=0))
        if found and over and over.key == "budget":
            columns[place] = Column("budget", found[1], found[2] or over.unit)
            start = row + 2
    return Table(sheet, columns, start, row)


def _column(sheet: FormSheet, head: str) -> Column | None:
    """Return what a head names: a field, a field in some unit, or a year of the budget."""
    names = _names(sheet.key)
    if key := names.get(_folded(head)):
        return Column(key)
    in_unit = _UNIT.fullmatch(head)
    if in_unit and (key := names.get(_folded(in_unit[1]))):
        return Column(key, unit=in_unit[2])
    year = _YEAR.fullmatch(head)
    if year and year[2] and "budget" in names.values():
        return Column("budget", year[1], year[2] or "")
    return None


@cache
def _names(table: str) -> Mapping[str, str]:
    """Return what the columns of a table may be called, each with its key."""
    sheet = next(sheet for sheet in sheets() if sheet.key == table)
    names: dict[str, str] = {}
    for field in sheet.fields:
        for name in names_of(sheet, field):
            names.setdefault(name, field.key)
    for key, called in _called_by_others().get(sheet.key, {}).items():
        for name in called:
            names.setdefault(name, key)
    if sheet.is_by_smart:
        names |= {_folded(message("workbook.smart", lang)): SMART for lang in ("th", "en")}
    return names


def names_of(sheet: FormSheet, field: Field) -> set[str]:
    """Return what a field may be called, folded: by its title, its own name, its key."""
    titles = {_folded(field.title(lang)) for lang in ("th", "en")}
    titles |= {_folded(f"{field.title(lang)} ({field.key})") for lang in ("th", "en")}
    twins = [other.path[-1] for other in sheet.fields].count(field.path[-1]) > 1
    own = set() if twins or field.within else {_folded(name) for name in field.spec.names.values()}
    return titles | own | {_folded(field.key)}


def _folded(text: str) -> str:
    return fold(text.replace("*", " "))


@cache
def _called_by_others() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in _OTHERS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            owner, key, names = (part.strip() for part in line.split("|"))
            found.setdefault(owner, {})[key] = tuple(map(_folded, names.split(";")))
    return found


def is_number_head(text: str) -> bool:
    """Whether a head says that its column only numbers the rows."""
    return _folded(text) in _called_by_others()["*"]["number"]


def is_total(cells: Mapping[int, Cell]) -> bool:
    """Whether a row adds up those above it: its first words say `รวม`, or `total`."""
    first = next((cell.text for cell in cells.values() if not _is_figure(cell.text)), "")
    return re.sub(r"[0-9]+|:", "", _folded(first)) in _called_by_others()["*"]["total"]


def _is_figure(text: str) -> bool:
    return not text.strip("0123456789.,- ")


def _texts_above(page: WorkbookPage, row: int) -> Iterator[str]:
    for number, cells in page.rows.items():
        if number < row:
            yield from (cell.text for cell in cells.values())


def _unit_above(text: str) -> str:
    """Return the unit that a line above a table gives for its amounts: `หน่วย: ล้านบาท`."""
    folded = _folded(text)
    return next((unit for unit in _called_by_others()["*"]["unit"] if unit in folded), "")


def smart_named(text: str) -> str | None:
    """Return the key of the Smart that a text names; None where it names none, or several."""
    wanted = _folded(text)
    return _smarts().get(wanted) if wanted else None


def smart_within(text: str) -> str | None:
    """Return the key of the one Smart whose name is part of a text."""
    folded = _folded(text)
    found = {key for name, key in _smarts().items() if name in folded}
    return found.pop() if len(found) == 1 else None


@cache
def _smarts() -> dict[str, str]:
    """Return what the Smarts are called, by the format and by the criteria."""
    from smartcert.catalog.loader import load_catalog

    names: dict[str, str] = {}
    for key, spec in proposal_spec().fields[SERVICES].fields.items():
        names |= {_folded(name): key for name in (key, *spec.names.values())}
    for key, smart in load_catalog().smarts.items():
        for name in (*smart.title.values(), *smart.also):
            names.setdefault(_folded(name), key)
    return names


def is_help(page: WorkbookPage) -> bool:
    """Whether a sheet is one that we wrote to be read by people: the cover, lists of words."""
    return any(cell.text == HELP for cell in page.rows.get(1, {}).values())
