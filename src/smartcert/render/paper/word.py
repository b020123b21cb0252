"""The gap report as a Word document for an office to edit, with tables to fill in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from smartcert import __version__
from smartcert.findings.status import Verdict
from smartcert.gap_report.view import Report
from smartcert.render.clipping import fit
from smartcert.render.paper.cells import fill, run, shade
from smartcert.render.paper.chapters import write
from smartcert.render.paper.page import Cell, TableKind

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

GROUNDS: dict[Verdict, str] = {
    "ready": "E5F3EA",
    "ready-with-gaps": "FDF1D8",
    "not-ready": "FBE7E9",
    "unreadable": "FBE7E9",
}
"""What verdicts are laid on."""

WRITER = "smartcert"
"""Who changed the file last, as long as nobody else did."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_BEHIND = {
    "bCs": ("i", "iCs", "color", "spacing", "kern", "sz", "szCs", "lang"),
    "szCs": ("u", "lang"),
    "lang": (),
}
"""What may stand behind an element of run properties, of what we and the template use: Word insists on an order."""


def render(report: Report) -> bytes:
    """Return the report as a DOCX file. The same report gives the same bytes."""
    page = WordPage(report.t("report"), f"smartcert {__version__}", report.assessment.today)
    write(page, report)
    return page.packed()


class WordPage:
    """A page that is a Word document."""

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
        self.document.add_heading(fit(text), 0)

    def heading(self, text: str, level: int) -> None:
        """Add a heading, of its style."""
        self.document.add_heading(fit(text), level)

    def paragraph(
        self, text: str, *, bold: bool = False, small: bool = False, keep: bool = False
    ) -> None:
        """Add a paragraph."""
        self._add(text, LIST if small else None, bold=bold, keep=keep)

    def bullets(self, items: Iterable[str]) -> None:
        """Add a list without an order."""
        for item in items:
            self._add(item, "List Bullet")

    def numbered(self, items: Iterable[str]) -> None:
        """Add a list that counts, on one sheet with what follows."""
        for item in items:
            self._add(item, "List Number", keep=True)

    def labelled(self, label: str, text: str) -> None:
        """Add a paragraph that begins with what it is about."""
        paragraph = self._add(f"{label}: ", None, bold=True)
        run(paragraph, text)

    def banner(self, text: str, verdict: Verdict, /) -> None:
        """Add a bold paragraph on the ground of a verdict."""
        paragraph = self._add(text, None, bold=True)
        shade(paragraph._p.get_or_add_pPr(), GROUNDS[verdict], "w:spacing", "w:ind", "w:jc")

    def code(self, text: str) -> None:
        """Add text as it stands in a file: line by line, indented, on a light ground."""
        paragraph = self._add(text.replace("\t", "  ").rstrip(), CODE)
        paragraph.paragraph_format.left_indent = Cm(0.6)
        shade(paragraph._p.get_or_add_pPr(), "F4F6F8", "w:spacing", "w:ind", "w:jc")

    def sources(self, items: Iterable[tuple[str, str]]) -> None:
        """Add a list of sources."""
        for text, address in items:
            self._add(f"{text} {address}".strip(), LIST)

    def passages(self, sides: Sequence[tuple[str, str]]) -> None:
        """Add texts of a file side by side, each under its label."""
        labels, texts = zip(*sides, strict=True)
        self._table(labels, [texts], [0] * len(sides), style=CODE, whole=False)

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
        """Add a table, whose head is repeated on every sheet."""
        style = TABLE if kind == "form" else LIST
        self._table(heads, rows, widths, figures, style=style, whole=whole)

    def _add(self, text: str, style: str | None, *, bold: bool = False, keep: bool = False) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        run(paragraph, text, bold=bold)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _table(
        self,
        heads: Sequence[Cell],
        rows: Iterable[Sequence[Cell]],
        widths: Sequence[float],
        figures: Collection[int] = (),
        *,
        style: str,
        whole: bool,
    ) -> None:
        table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        table.autofit = False
        widths = self._widths(widths)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        fill(table.rows[0], heads, widths, figures, style=style, head=True)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for values in rows:
            row = table.add_row()
            if whole:
                row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            fill(row, values, widths, figures, style=style)
        self.document.add_paragraph(style=LIST)

    def _widths(self, widths: Sequence[float]) -> list[float]:
        """Share what is left of the sheet among the columns that state no width."""
        section = self.document.sections[-1]
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        sheet = Length((section.page_width or 0) - margins).cm
        rest = (sheet - sum(widths)) / max(1, sum(width == 0 for width in widths))
        return [width or rest for width in widths]

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
