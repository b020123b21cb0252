"""What stands in the cells of a Word table: text, and bars that are drawn by shading, so that an office can edit them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from smartcert.render.clipping import fit

INK, WASH = "12507A", "E9EDF1"
"""Of bars, and of heads of tables."""

MARGIN = 0.19
"""Centimetres between a cell's border and what stands in it, as Word has it on either side."""

THIN = 0.08
"""Centimetres of the shortest bar."""

CELL = 4000
"""Characters of one table cell; a longer text is cut, and says so."""

_BEHIND_BOLD = ("i", "iCs", "color", "spacing", "kern", "sz", "szCs", "lang")


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A bar: where it begins, and how long it is, in percent of the cell's width."""

    left: float
    length: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands above bars, each mark at its percent of the cell's width."""

    marks: tuple[tuple[str, float], ...]


def fill(
    row: Any,
    values: Sequence[object],
    widths: Sequence[float],
    first_figure: int,
    *,
    style: str,
    head: bool = False,
) -> None:
    """Write a row. Columns from `first_figure` on are set to the right."""
    for index, (cell, value, width) in enumerate(zip(row.cells, values, widths, strict=True)):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        if index >= first_figure:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if head:
            shade(cell._tc.get_or_add_tcPr(), WASH)
        match value:
            case ChartBar():
                _draw(paragraph, value, width - 2 * MARGIN)
            case Scale():
                _mark(paragraph, value, width - 2 * MARGIN)
            case _:
                text = str(value)
                run(paragraph, text if len(text) <= CELL else f"{text[:CELL]} …", bold=head)


def run(paragraph: Any, text: str, *, bold: bool = False) -> None:
    """Add text, bold in Thai as in Latin script."""
    added = paragraph.add_run(str(fit(text)))
    if bold:
        added.bold = True
        added._r.get_or_add_rPr().insert_element_before(
            OxmlElement("w:bCs"), *(f"w:{name}" for name in _BEHIND_BOLD)
        )


def shade(properties: Any, colour: str, *before: str) -> None:
    """Lay a ground under what has these properties."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    properties.insert_element_before(ground, *before)


def _draw(paragraph: Any, bar: ChartBar, room: float) -> None:
    """Draw a bar: an empty line on a dark ground, indented from both sides. Nothing is no bar."""
    if bar.length > 0:
        left = min(bar.left * room / 100, room - THIN)
        paragraph.paragraph_format.left_indent = Cm(left)
        paragraph.paragraph_format.right_indent = Cm(
            room - left - max(bar.length * room / 100, THIN)
        )
        shade(paragraph._p.get_or_add_pPr(), INK, "w:tabs", "w:spacing", "w:ind", "w:jc")


def _mark(paragraph: Any, scale: Scale, room: float) -> None:
    for text, percent in scale.marks:
        if percent > 0:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(percent * room / 100))
            text = f"\t{text}"
        run(paragraph, text, bold=True)
