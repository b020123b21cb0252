"""The sheet of steps: what is to be done, by whom and when, and how far that is.

What a team fills in stands by the fingerprint of a finding, so that it outlives the next check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from smartcert.messages.message import message
from smartcert.source.path import FieldPath
from smartcert.workbook.looks import Looks, height, internal
from smartcert.workbook.pages import Cell, WorkbookPage

SHEET = "steps"
"""What the hidden row of keys begins with."""

WITHIN = 20
"""Rows in which the keys are looked for."""

HEAD = 3
"""The row of heads, from 0 on; the keys stand hidden above it."""

COLUMNS = {
    "fingerprint": 4,
    "requirement": 20,
    "place": 32,
    "what": 48,
    "fix": 48,
    "agency": 26,
    "due": 16,
    "state": 16,
    "note": 28,
}
"""Their widths. The last four are for the team to fill in."""

STATES = ("open", "begun", "done")


class StepNote(NamedTuple):
    """What a team has written at a step."""

    agency: str = ""
    due: str = ""
    state: str = ""
    note: str = ""


class SheetStep(NamedTuple):
    """A step as the sheet shows it."""

    fingerprint: str
    """Of the finding that stands for it."""
    path: FieldPath
    """The place of the proposal that it speaks of."""
    requirement: str
    """Code and title."""
    what: str
    fix: str
    noted: StepNote
    """What is known of agency, date and state before the team writes."""


def write_steps(
    page: Any,
    looks: Looks,
    steps: Iterable[SheetStep],
    cells: Mapping[FieldPath, tuple[str, int, int]],
) -> None:
    """Write the sheet. `cells` says where each place of the proposal stands."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    lang, widths = looks.lang, [*COLUMNS.values()]
    page.write_string(0, 1, message("workbook.steps.title", lang), looks.title)
    page.write_string(1, 1, message("workbook.steps.how", lang), looks.aside)
    page.set_row(HEAD - 1, None, None, {"hidden": True})
    for column, (key, width) in enumerate(COLUMNS.items()):
        page.set_column(column, column, width, None, {"hidden": column == 0})
        page.write_string(HEAD - 1, column, f"{SHEET}#{key}")
        page.write_string(HEAD, column, message(f"workbook.steps.heads.{key}", lang), looks.must)
    row = HEAD
    for row, step in enumerate(steps, HEAD + 1):
        sheet, at, column = _cell(step.path, cells)
        place = f"{sheet}!{xl_rowcol_to_cell(at, column)}" if sheet else ""
        noted = step.noted
        written = (noted.agency, noted.due, noted.state, noted.note)
        texts = [step.fingerprint, step.requirement, place, step.what, step.fix, *written]
        for number, text in enumerate(texts):
            page.write_string(row, number, text, looks.value)
        if sheet:
            page.write_url(row, 2, internal(sheet, at, column), looks.cell_link, place)
        page.set_row(row, height(*zip(texts[1:], widths[1:], strict=True)))
    if row > HEAD:
        state = [*COLUMNS].index("state")
        words = [message(f"workbook.steps.states.{key}", lang) for key in STATES]
        looks.offer(page, words, SHEET, (HEAD + 1, state, row, state))
        page.autofilter(HEAD, 0, row, len(COLUMNS) - 1)
    page.freeze_panes(HEAD + 1, 2)
    page.repeat_rows(HEAD)


def _cell(path: FieldPath, cells: Mapping[FieldPath, tuple[str, int, int]]) -> tuple[str, int, int]:
    """Return the cell of a place; of what has none, that of what is nearest around it."""
    for end in range(len(path), 0, -1):
        if found := cells.get(path[:end]):
            return found
        inside = (cell for at, cell in cells.items() if at[:end] == path[:end])
        if (first := next(inside, None)) is not None:
            return first
    return "", 0, 0


def read_steps(page: WorkbookPage) -> dict[str, StepNote] | None:
    """Return what a team has written, by fingerprint; None where a sheet is not one of steps."""
    for row in list(page.rows)[:WITHIN]:
        places = {
            cell.text.removeprefix(f"{SHEET}#"): place
            for place, cell in page.rows[row].items()
            if cell.text.startswith(f"{SHEET}#")
        }
        if "fingerprint" in places:
            below = (cells for number, cells in page.rows.items() if number > row + 1)
            return {
                cells[places["fingerprint"]].text: _note(cells, places)
                for cells in below
                if places["fingerprint"] in cells
            }
    return None


def _note(cells: Mapping[int, Cell], places: Mapping[str, int]) -> StepNote:
    texts = (
        cells[place].text if (place := places.get(key, 0)) in cells else ""
        for key in StepNote._fields
    )
    return StepNote(*texts)
