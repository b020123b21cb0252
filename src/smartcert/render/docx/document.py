"""A Word document for a Thai office: A4, Thai fonts set for complex script, headings as styles, tables whose heads repeat."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from smartcert.render.clipping import fit
from smartcert.render.docx.cells import fill, run, shade

FONT = "TH Sarabun New"
"""The font of Thai official documents; where it is not there, Word takes Sarabun or its own Thai font."""

SIZE = 16
"""Points of running text, as official letters have it."""

TABLE, LIST, CODE = "Table Text", "Small Text", "File Text"
"""Styles of paragraphs in tables to fill in, in long lists, and of what stands in a file: an office changes each in one place."""

SIZES = {TABLE: 14, LIST: 12, CODE: 10}
HEADINGS = {"Title": 24, "Heading 1": 20, "Heading 2": 18, "Heading 3": 16}
ACCENT = RGBColor(0x12, 0x50, 0x7A)
SHORT, LONG = 21.0, 29.7
"""The sides of A4, in centimetres."""

LEFT, RIGHT = 2.5, 2.0
TOP, BOTTOM = 2.2, 2.0
UPRIGHT, ASIDE = SHORT - LEFT - RIGHT, LONG - LEFT - RIGHT
"""How wide text is, in centimetres, on an upright sheet and on its side."""

WRITER = "smartcert"
"""Who changed the file last, as long as nobody else did."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_BEHIND = {
    "bCs": ("i", "iCs", "color", "spacing", "kern", "sz", "szCs", "lang"),
    "szCs": ("u", "lang"),
    "lang": (),
}
"""What may stand behind an element of run properties, of what we and the template use: Word insists on an order."""


class Page:
    """A document that is written from top to bottom."""

    def __init__(self, title: str, author: str, day: date) -> None:
        self.document = Document()
        self._styles()
        section = self.document.sections[0]
        _lay(section, landscape=False)
        _number(section.footer.paragraphs[0])
        properties = self.document.core_properties
        properties.title, properties.author, properties.comments = title, author, ""
        properties.last_modified_by = WRITER
        # The day is the report's: the hour of writing would make equal documents differ.
        properties.created = properties.modified = datetime(
            day.year, day.month, day.day, tzinfo=UTC
        )

    def packed(self) -> bytes:
        """Return the file. Equal documents are equal bytes: the time of packing is left out."""
        stream, out = io.BytesIO(), io.BytesIO()
        self.document.save(stream)
        with (
            zipfile.ZipFile(stream) as source,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for name in sorted(source.namelist()):
                target.writestr(
                    zipfile.ZipInfo(name, _EPOCH), source.read(name), zipfile.ZIP_DEFLATED
                )
        return out.getvalue()

    def turn(self, *, landscape: bool) -> None:
        """Go on on a new sheet, upright or on its side."""
        _lay(self.document.add_section(WD_SECTION.NEW_PAGE), landscape=landscape)

    def title(self, text: str) -> None:
        """Add the document's title."""
        self.document.add_heading(str(fit(text)), 0)

    def heading(self, text: str, level: int) -> None:
        """Add a heading, of its style."""
        self.document.add_heading(str(fit(text)), level)

    def paragraph(
        self, text: str, *, bold: bool = False, style: str | None = None, keep: bool = False
    ) -> None:
        """Add a paragraph. `keep`: on one page with the next."""
        paragraph = self.document.add_paragraph(style=style)
        run(paragraph, text, bold=bold)
        if keep:
            paragraph.paragraph_format.keep_with_next = True

    def labelled(self, label: str, text: str) -> None:
        """Add a paragraph that begins with what it is about."""
        paragraph = self.document.add_paragraph()
        run(paragraph, f"{label}: ", bold=True)
        run(paragraph, text)

    def banner(self, text: str, colour: str) -> None:
        """Add a bold paragraph on a ground of its own."""
        paragraph = self.document.add_paragraph()
        shade(paragraph._p.get_or_add_pPr(), colour, "w:spacing", "w:ind", "w:jc")
        run(paragraph, text, bold=True)

    def code(self, text: str) -> None:
        """Add text as it stands in a file: line by line, indented, on a light ground."""
        paragraph = self.document.add_paragraph(style=CODE)
        paragraph.paragraph_format.left_indent = Cm(0.6)
        shade(paragraph._p.get_or_add_pPr(), "F4F6F8", "w:spacing", "w:ind", "w:jc")
        run(paragraph, text.replace("\t", "  ").rstrip())

    def table(
        self,
        heads: Sequence[object],
        rows: Iterable[Sequence[object]],
        widths: Sequence[float],
        figures: int = 0,
        *,
        style: str = TABLE,
        whole: bool = True,
    ) -> None:
        """Add a table. Widths in centimetres; the last `figures` columns hold figures; `whole` rows are not cut by a page's end."""
        table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        first_figure = len(heads) - figures
        fill(table.rows[0], heads, widths, first_figure, style=style, head=True)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for values in rows:
            row = table.add_row()
            if whole:
                row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            fill(row, values, widths, first_figure, style=style)
        self.document.add_paragraph(style=LIST)

    def _styles(self) -> None:
        """Return every style the font, for Thai as for Latin text, which Word keeps apart."""
        styles = self.document.styles
        for name, size in SIZES.items():
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.font.size = styles["Normal"], Pt(size)
            style.paragraph_format.space_after = Pt(0)
        for name, size in (("Normal", SIZE), ("List Bullet", SIZES[TABLE]), *HEADINGS.items()):
            styles[name].font.size = Pt(size)
        for name in HEADINGS:
            styles[name].font.bold = True
            styles[name].font.italic = False
            styles[name].font.color.rgb = ACCENT
            styles[name].paragraph_format.keep_with_next = True
        for properties in styles.element.iter(qn("w:rPr")):
            _speak_thai(properties)
        spacing = styles["Normal"].paragraph_format
        spacing.space_after, spacing.line_spacing = Pt(4), 1.0


def is_untouched(packed: bytes) -> bool:
    """Whether a document is as we wrote it: an office program names itself or its user when it saves."""
    try:
        return bool(Document(io.BytesIO(packed)).core_properties.last_modified_by == WRITER)
    except (KeyError, ValueError, zipfile.BadZipFile):
        return False


def _speak_thai(properties: Any) -> None:
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        # A font named by the theme would win over ours.
        del fonts.attrib[name]
    for side in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{side}"), FONT)
    for name in ("spacing", "kern"):
        # Letters of Thai are not spaced out.
        for element in properties.findall(qn(f"w:{name}")):
            properties.remove(element)
    size, bold = properties.find(qn("w:sz")), properties.find(qn("w:b"))
    if size is not None:
        _put(properties, "szCs", val=size.get(qn("w:val")))
    if bold is not None:
        _put(properties, "bCs", **({"val": value} if (value := bold.get(qn("w:val"))) else {}))
    _put(properties, "lang", val="en-US", bidi="th-TH")


def _put(properties: Any, name: str, **values: str) -> None:
    for element in properties.findall(qn(f"w:{name}")):
        properties.remove(element)
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    properties.insert_element_before(made, *(f"w:{behind}" for behind in _BEHIND[name]))


def _lay(section: Any, *, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (Cm(LONG), Cm(SHORT)) if landscape else (Cm(SHORT), Cm(LONG))
    )
    section.left_margin, section.right_margin = Cm(LEFT), Cm(RIGHT)
    section.top_margin, section.bottom_margin = Cm(TOP), Cm(BOTTOM)


def _number(paragraph: Any) -> None:
    """Write the page's number, and how many there are, in the middle of the foot."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (
        ("begin", ""),
        ("", "PAGE"),
        ("end", ""),
        (None, " / "),
        ("begin", ""),
        ("", "NUMPAGES"),
        ("end", ""),
    ):
        run = paragraph.add_run(text if kind is None else None)
        if kind is None:
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
