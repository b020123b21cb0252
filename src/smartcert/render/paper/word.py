"""The gap report as a Word document for an office to edit, with tables to fill in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length

from smartcert import __version__
from smartcert.findings.status import Verdict
from smartcert.gap_report.view import Report
from smartcert.paths import data_dir
from smartcert.render import phrases
from smartcert.render.clipping import fit
from smartcert.render.formats import Part
from smartcert.render.mark import NO_TIME
from smartcert.render.paper.cells import fill, run
from smartcert.render.paper.chapters import write
from smartcert.render.paper.page import Cell, TableKind
from smartcert.render.thai_digits import in_thai_digits

TEMPLATE = "report.docx"
"""The document in `templates/` whose styles, footer and margins a report has."""

SMALL, BAR, GAP = "Small Text", "Chart Bar", "Table Gap"
TEXT: dict[TableKind, str] = {"form": "Table Text", "list": SMALL, "file": "File Text"}
"""Names of styles, such as those of text in tables."""

WRITER = "smartcert"
"""Who changed the file last, as long as nobody else did."""


def render(report: Report, part: Part = "report", *, thai_digits: bool = False) -> bytes:
    """Return the report as a DOCX file. The same report gives the same bytes."""
    title = report.t("comments" if part == "response-table" else "report")
    page = WordPage(title, f"smartcert {__version__}", report.assessment.today)
    page.foot(phrases.running(report))
    write(page, report, part)
    if thai_digits:
        page.use_thai_digits()
    return page.packed()


class WordPage:
    """A page that is a Word document."""

    def __init__(self, title: str, author: str, day: date) -> None:
        self.document = Document(str(data_dir("templates") / TEMPLATE))
        # The template shows its styles to those who open it.
        self.document._body.clear_content()
        self._styles = {style.name: style.style_id for style in self.document.styles}
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
                    zipfile.ZipInfo(name, NO_TIME), source.read(name), zipfile.ZIP_DEFLATED
                )
        return out.getvalue()

    def foot(self, text: str) -> None:
        """Write what every sheet belongs to before its number."""
        paragraph = self.document.sections[0].footer.paragraphs[0]
        first = run(paragraph, f"{text} · ")
        paragraph._p.insert(1, first._r)

    def use_thai_digits(self) -> None:
        """Turn the digits of what was written so far into Thai ones."""
        foot = self.document.sections[0].footer.paragraphs[0]._p
        for part in (self.document.element, foot):
            for text in part.iter(qn("w:t")):
                text.text = in_thai_digits(text.text or "")
        for section in self.document.sections:
            digits = OxmlElement("w:pgNumType")
            digits.set(qn("w:fmt"), "thaiNumbers")
            section._sectPr.find(qn("w:pgMar")).addnext(digits)
        # How many sheets there are is a field that LibreOffice would write in letters.
        number = next(run for run in foot.r_lst if run.find(qn("w:instrText")) is not None)
        for extra in foot.r_lst[foot.r_lst.index(number) + 2 :]:
            foot.remove(extra)

    def turn(self, *, landscape: bool) -> None:
        """Go on on a new sheet, upright or on its side."""
        is_blank = len(self.document.element.body) == 1
        if is_blank:
            section = self.document.sections[0]
        else:
            section = self.document.add_section(WD_SECTION.NEW_PAGE)
        sides = sorted((section.page_width or 0, section.page_height or 0), reverse=landscape)
        section.page_width, section.page_height = map(Length, sides)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT

    def heading(self, text: str, level: int) -> None:
        """Add a heading, of its style."""
        self.document.add_heading(fit(text), level)

    def paragraph(
        self, text: str, *, bold: bool = False, small: bool = False, keep: bool = False
    ) -> None:
        """Add a paragraph."""
        self._add(text, SMALL if small else None, bold=bold, keep=keep)

    def bullets(self, items: Iterable[str]) -> None:
        """Add a list without an order."""
        for item in items:
            self._add(item, "List Bullet")

    def numbered(self, items: Iterable[str]) -> None:
        """Add a list that counts, on one sheet with what follows."""
        for item in items:
            self._add(item, "List Number", keep=True)

    def labelled(self, label: str, text: str, *, small: bool = False) -> None:
        """Add a paragraph that begins with what it is about."""
        paragraph = self._add(f"{label}: ", SMALL if small else None, bold=True)
        run(paragraph, text)

    def banner(self, text: str, verdict: Verdict, /) -> None:
        """Add a paragraph in the style of a verdict."""
        self._add(text, f"Verdict {verdict}")

    def code(self, text: str) -> None:
        """Add text as it stands in a file: line by line, indented, on a light ground."""
        self._add(text.replace("\t", "  ").rstrip(), "File Block")

    def sources(self, items: Iterable[tuple[str, str]]) -> None:
        """Add a list of sources."""
        for text, address in items:
            self._add(f"{text} {address}".strip(), SMALL)

    def passages(self, sides: Sequence[tuple[str, str]]) -> None:
        """Add texts of a file side by side, each under its label."""
        labels, texts = zip(*sides, strict=True)
        self.table(labels, [texts], [0] * len(sides), kind="file", whole=False)

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
        table = self.document.add_table(rows=1, cols=len(heads), style="Report Table")
        table.autofit = False
        widths = self._widths(widths)
        styles = {"style": self._styles.get(TEXT[kind]), "bar_style": self._styles.get(BAR)}
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        fill(table.rows[0], heads, widths, figures, **styles)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for values in rows:
            row = table.add_row()
            if whole:
                row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            fill(row, values, widths, figures, **styles)
        self._add("", GAP)

    def _add(self, text: str, style: str | None, *, bold: bool = False, keep: bool = False) -> Any:
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._styles.get(style)
        run(paragraph, text, bold=bold)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _widths(self, widths: Sequence[float]) -> list[float]:
        """Share what is left of the sheet among the columns that state no width."""
        section = self.document.sections[-1]
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        sheet = Length((section.page_width or 0) - margins).cm
        rest = (sheet - sum(widths)) / max(1, sum(width == 0 for width in widths))
        return [width or rest for width in widths]
