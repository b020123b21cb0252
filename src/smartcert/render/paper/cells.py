"""The cells of a Word table: text, and bars drawn by shading, so that an office can edit them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from smartcert.render.clipping import fit
from smartcert.render.paper.page import Cell, ChartBar, Marked, Scale

MARGIN = 0.19
"""Centimetres between a cell's border and what stands in it, as Word has it on either side."""

THIN = 0.08
"""Centimetres of the shortest bar."""

_BEHIND_BOLD = ("i", "iCs", "color", "spacing", "kern", "sz", "szCs", "lang")


def fill(
    row: Any,
    values: Sequence[Cell],
    widths: Sequence[float],
    figures: Collection[int],
    *,
    style: str | None,
    bar_style: str | None,
) -> None:
    """Write a row, its `figures` to the right.

    Widths are in centimetres; styles are the ids of paragraph styles, of text and of bars.
    """
    # `row.cells` looks through the whole row for every cell, to know those that span several.
    for index, (cell, value, width) in enumerate(zip(row._tr.tc_lst, values, widths, strict=True)):
        cell.width = Cm(width)
        paragraph = Paragraph(cell.p_lst[0], row)
        # By its id: python-docx looks a name up in all styles, for every cell.
        paragraph._p.style = bar_style if isinstance(value, ChartBar) and value.length else style
        if index in figures:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        match value:
            case ChartBar():
                _draw(paragraph, value, width - 2 * MARGIN)
            case Scale():
                _mark(paragraph, value, width - 2 * MARGIN)
            case Marked():
                _mark_words(paragraph, value)
            case _:
                run(paragraph, _text(value))


def _text(value: str | int | Sequence[str]) -> str:
    return str(value) if isinstance(value, str | int) else "\n".join(value)


def _mark_words(paragraph: Any, value: Marked) -> None:
    """Strike what is gone through, and underline what is new, so that ink alone tells them."""
    for index, (label, runs) in enumerate(value.texts):
        run(paragraph, ("\n" if index else "") + label + ("\n" if label and runs else ""))
        for piece in runs:
            added = run(paragraph, piece.text)
            if piece.differs and value.gone:
                added.font.strike = True
            elif piece.differs:
                added.font.underline = True


def run(paragraph: Any, text: str, *, bold: bool = False) -> Any:
    """Add text, bold in Thai as in Latin script, and return it."""
    added = paragraph.add_run(str(fit(text)))
    if bold:
        added.bold = True
        added._r.get_or_add_rPr().insert_element_before(
            OxmlElement("w:bCs"), *(f"w:{name}" for name in _BEHIND_BOLD)
        )
    return added


def _draw(paragraph: Any, bar: ChartBar, room: float) -> None:
    """Draw a bar: a line without text, indented from both sides. Nothing is no bar."""
    if bar.length:
        left = min(bar.left * room / 100, room - THIN)
        paragraph.paragraph_format.left_indent = Cm(left)
        paragraph.paragraph_format.right_indent = Cm(
            room - left - max(bar.length * room / 100, THIN)
        )


def _mark(paragraph: Any, scale: Scale, room: float) -> None:
    for text, percent in scale.marks:
        if percent > 0:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(percent * room / 100))
            text = f"\t{text}"
        run(paragraph, text)
