"""The gap report as a Word document that an office can edit: Thai fonts set for complex script, headings as styles, tables to fill in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from smartcert import __version__
from smartcert.i18n.report import word
from smartcert.i18n.terms import term
from smartcert.render.numbers import percent_text, points
from smartcert.render.page import evidence, explained, facts, number, plain
from smartcert.report.plan import Step
from smartcert.report.view import Report
from smartcert.rounds import Closure
from smartcert.thai.date import format_date
from smartcert.thai.money import format_amount

FONT = "TH Sarabun New"
"""The font of Thai official documents; Word takes Sarabun or its own Thai font where it is not there."""

SIZE = 16
"""Points of running text, as official letters have it."""

HEADINGS = {"Title": 26, "Heading 1": 22, "Heading 2": 18, "Heading 3": 16}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(report: Report) -> bytes:
    """Give the report as a DOCX file. The same report gives the same bytes."""
    writer = _Writer(report)
    writer.write()
    stream = io.BytesIO()
    writer.document.save(stream)
    return _timeless(stream.getvalue())


def _timeless(packed: bytes) -> bytes:
    """Pack a document again without the time of day, so that equal documents are equal files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            target.writestr(zipfile.ZipInfo(name, _EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _complex_script(properties: Any, size: int, *, bold: bool) -> None:
    """Set font, size and language for Thai too; Word keeps them apart from those of Latin text."""
    fonts = properties.get_or_add_rFonts()
    for side in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{side}"), FONT)
    for name, value in (("w:szCs", str(size * 2)), ("w:bCs", "1" if bold else None)):
        if value is not None:
            element = OxmlElement(name)
            element.set(qn("w:val"), value)
            properties.append(element)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:bidi"), "th-TH")
    properties.append(language)


class _Writer:
    """Writes one report, chapter by chapter."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.assessment = report.assessment
        self.lang = report.lang
        self.document = Document()
        self.styles()
        self.paper()

    def t(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)

    def styles(self) -> None:
        for name, size in (("Normal", SIZE), ("Table Grid", 14), *HEADINGS.items()):
            style = self.document.styles[name]
            style.font.name = FONT
            style.font.size = Pt(size)
            if name in HEADINGS:
                style.font.bold = True
                style.font.color.rgb = RGBColor(0x12, 0x50, 0x7A)
            _complex_script(style.element.get_or_add_rPr(), size, bold=name in HEADINGS)
        spacing = self.document.styles["Normal"].paragraph_format
        spacing.space_after, spacing.line_spacing = Pt(4), 1.0

    def paper(self) -> None:
        """A4, with the page's number at its foot; the properties name no hour."""
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(2.5), Cm(2), Cm(2.2), Cm(2)
        foot = section.footer.paragraphs[0]
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            run = foot.add_run()
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run._r.append(element)
        day = self.assessment.today
        stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
        properties = self.document.core_properties
        properties.author, properties.title = f"smartcert {__version__}", self.t("report")
        properties.created = properties.modified = stamp

    def write(self) -> None:
        self.head()
        if self.assessment.score is not None:
            self.numbers()
            self.action_plan()
            self.rounds()
            self.steps()
            self.figures()
            self.everything()
        self.faults()
        self.sources()

    def paragraph(self, text: str, *, bold: bool = False, style: str | None = None) -> None:
        run = self.document.add_paragraph(style=style).add_run(str(plain(text)))
        if bold:
            self.embolden(run)

    def embolden(self, run: Any) -> None:
        run.bold = True
        element = OxmlElement("w:bCs")
        run._r.get_or_add_rPr().append(element)

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(str(plain(text)), level)

    def labelled(self, label: str, text: str) -> None:
        paragraph = self.document.add_paragraph()
        self.embolden(paragraph.add_run(f"{self.t(label)}: "))
        paragraph.add_run(str(plain(text)))

    def table(self, heads: Iterable[str], rows: Iterable[Iterable[object]], widths: Iterable[float] = ()) -> None:
        """Add a table whose head repeats on every page. Widths in centimetres."""
        heads = list(heads)
        table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, heads, strict=True):
            self.embolden(cell.paragraphs[0].add_run(text))
        repeat = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        for row in rows:
            cells = table.add_row().cells
            for cell, value in zip(cells, row, strict=True):
                cell.paragraphs[0].add_run(str(plain(str(value))))
        for column, width in zip(table.columns, widths, strict=False):
            for cell in column.cells:
                cell.width = Cm(width)
        self.document.add_paragraph()

    def head(self) -> None:
        self.document.add_heading(self.t("report"), 0)
        self.heading(self.assessment.name or self.assessment.file, 1)
        self.paragraph(f"{self.t('verdict')}: {term(self.assessment.verdict, self.lang)}", bold=True)
        if self.assessment.score is not None:
            blockers = self.report.blockers
            more = len(self.report.plan.steps) - blockers
            told = self.t("blockers", count=blockers) if blockers else self.t("no-blockers")
            self.paragraph(told + (f" {self.t('open-recommended', count=more)}" if more else ""))
        for key, value in facts(self.report):
            self.labelled(key, value)
        self.paragraph(self.t("not-depa"))

    def numbers(self) -> None:
        old = self.report.comparison is not None
        heads = [self.t("points"), self.t("out-of"), self.t("percent"), *([self.t("before")] if old else [])]
        tables = (
            ("numbers", "", [(term(gauge.key, self.lang), gauge.now, gauge.then) for gauge in self.report.gauges]),
            ("by-group", self.t("group"), [(f"{item.key} {item.title}", item.now, item.then) for item in self.report.groups]),
            ("by-smart", self.t("smart"), [(item.title, item.now, item.then) for item in self.report.smarts if item.declared]),
        )
        for title, head, sums in tables:
            self.heading(self.t(title), 2)
            rows = [
                [
                    name,
                    points(now.points),
                    points(now.out_of),
                    percent_text(now),
                    *([percent_text(then) if then else "–"] if old else []),
                ]
                for name, now, then in sums
            ]
            self.table([head, *heads], rows, (8, 2.2, 2.2, 2.2, 2.2))

    def action_plan(self) -> None:
        self.heading(self.t("action-plan"), 1)
        for stage in self.report.plan.stages:
            first, last = stage.steps[0].number, stage.steps[-1].number
            verdict = term(stage.verdict, self.lang)
            told = self.t(
                "stage", count=len(stage.steps), first=first, last=last, verdict=verdict, value=percent_text(stage.readiness)
            )
            self.paragraph(told, style="List Bullet")
        rows = (
            (step.number, f"{step.finding.code} {step.finding.title}: {step.finding.message}", step.owner, "", "")
            for step in self.report.plan.steps
        )
        self.table(map(self.t, ("no", "gap", "owner", "due", "status")), rows, (1.2, 7.8, 3.5, 2, 2))

    def rounds(self) -> None:
        comparison = self.report.comparison
        if comparison is None and not self.report.closures:
            return
        self.heading(self.t("second-round"), 1)
        if comparison is not None:
            counts = {"fixed": comparison.fixed, "remaining": comparison.remaining, "new": comparison.new_findings}
            self.paragraph(self.t("gap-counts", **{key: len(found) for key, found in counts.items()}))
        if self.report.closures:
            self.heading(self.t("comments"), 2)
            heads = ("no", "comment", "response", "what-changed", "reading")
            self.table(map(self.t, heads), map(self.closure_row, self.report.closures), (1.6, 4.6, 4.3, 4, 2))
        if comparison is not None:
            self.heading(self.t("changes"), 2)
            changed = comparison.turned("regressed", "worse", "opened", "fixed", "better", "only-new", "only-old")
            rows = (
                (
                    f"{change.id} {change.title}" + (f" ({self.report.smart_title(change.smart)})" if change.smart else ""),
                    self.t(change.before) if change.before else "–",
                    self.t(change.after) if change.after else "–",
                    self.t(change.turn),
                )
                for change in changed
            )
            self.table(map(self.t, ("requirement", "before", "now", "reading")), rows, (8, 2.8, 2.8, 2.9))

    def closure_row(self, closure: Closure) -> tuple[str, ...]:
        passages = "\n".join(
            f"{passage.path}: {self.t('unchanged')}"
            if not passage.changed
            else f"{passage.path}\n{self.t('old-text')}: {passage.before or self.t('not-there')}\n{self.t('new-text')}: {passage.after or self.t('not-there')}"
            for passage in closure.passages
        )
        reading = "\n".join([self.t(closure.reading), *(f"{key} {self.t(status)}" for key, status in closure.requirements)])
        return closure.comment.id, closure.comment.text, closure.action or self.t("no-response"), passages, reading

    def steps(self) -> None:
        self.heading(self.t("first"), 1)
        if not self.report.plan.steps:
            self.paragraph(self.t("nothing-open"))
        later = explained(self.report)
        for step in self.report.plan.steps:
            self.step(step, later.get(step.finding.id))

    def step(self, step: Step, told_at: int | None) -> None:
        finding = step.finding
        smart = f" · {self.report.smart_title(finding.smart)}" if finding.smart else ""
        self.heading(f"{step.number}. {finding.title}", 3)
        line = self.t("line", line=finding.span.line)
        self.paragraph(f"{self.t(finding.level)} · {finding.code}{smart} · {finding.file} {line} · {finding.path or '–'}")
        self.paragraph(finding.message)
        if told_at is not None:
            self.paragraph(self.t("see-above", number=told_at))
            return
        self.labelled("fix", finding.fix)
        if finding.why:
            self.labelled("why", finding.why)
        if finding.basis:
            keys = f" [{', '.join(finding.sources)}]" if finding.sources else ""
            self.labelled("basis", term(finding.basis, self.lang) + keys)
        if suggested := evidence(self.report, finding):
            self.labelled("evidence-to-add", "; ".join(suggested))
        if finding.stub:
            self.labelled("stub", "")
            self.paragraph(finding.stub.rstrip())

    def figures(self) -> None:
        money = self.report.money
        self.heading(self.t("money"), 1)
        if money.total is not None:
            self.labelled("stated-total", format_amount(money.total, self.lang))
            self.labelled("sum-total", format_amount(money.parts, self.lang))
        for title, items in (
            ("money-by-smart", money.by_smart),
            ("money-by-source", money.by_source),
            ("money-by-year", money.by_year),
        ):
            if items:
                rows = (
                    (item.name + (f" ({item.note})" if item.note else ""), format_amount(item.amount, self.lang))
                    for item in items
                )
                self.table((self.t(title), self.t("amount")), rows, (10, 6.5))
        if self.report.bars:
            self.heading(self.t("timeline"), 1)
            timed = (
                (bar.name, bar.smart, *(format_date(when, self.lang) if when else "–" for when in (bar.start, bar.end)))
                for bar in self.report.bars
            )
            self.table(map(self.t, ("project", "smart", "start", "end")), timed, (7, 4, 2.7, 2.8))
        if self.report.measures:
            self.heading(self.t("kpis"), 1)
            measured = (
                (
                    kpi.name or kpi.id,
                    kpi.unit or "–",
                    self.t(kpi.direction) if kpi.direction else "–",
                    self.figure(kpi.baseline, kpi.baseline_year),
                    self.figure(kpi.target, kpi.target_year),
                    kpi.reference or "–",
                )
                for kpi in self.report.measures
            )
            self.table(
                map(self.t, ("kpi", "unit", "direction", "baseline-value", "target-value", "reference")),
                measured,
                (5, 2, 1.8, 2.4, 2.4, 3),
            )

    def figure(self, value: Any, year: Any) -> str:
        told = "–" if value is None else number(value)
        return f"{told} ({format_date(year, self.lang)})" if year else told

    def everything(self) -> None:
        self.heading(self.t("everything"), 1)
        for chapter in self.report.chapters:
            self.heading(f"{chapter.key} {chapter.title}", 2)
            rows = (
                (
                    f"{row.judged.id} {row.judged.title}" + (f" ({row.smart_title})" if row.smart_title else ""),
                    self.t(row.judged.level),
                    self.t(row.judged.status),
                    f"{points(row.judged.share.points)} / {points(row.judged.share.out_of)}",
                )
                for row in chapter.rows
            )
            self.table(map(self.t, ("requirement", "level", "status", "points")), rows, (9, 2.4, 2.8, 2.3))

    def faults(self) -> None:
        if self.report.faults:
            self.heading(self.t("faults"), 1)
            rows = (
                (finding.code, f"{finding.file} {self.t('line', line=finding.span.line)}", finding.message, finding.fix)
                for finding in self.report.faults
            )
            self.table(map(self.t, ("code", "place", "found", "fix")), rows, (1.8, 4, 5.7, 5))

    def sources(self) -> None:
        if self.report.sources:
            self.heading(self.t("sources"), 1)
            for key, title, url in self.report.sources:
                self.paragraph(f"[{key}] {title} {url}".strip())
