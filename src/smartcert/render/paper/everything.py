"""Everything that was checked: every requirement, the faults of the file, and who asks."""

from __future__ import annotations

from smartcert.gap_report.view import Chapter, Report
from smartcert.render import rows
from smartcert.render.paper.page import Page
from smartcert.render.phrases import quoted

SHEET = 16.0
"""Centimetres that a sheet is wide, between its margins."""

NAME = 5.5
"""Centimetres of a requirement's name in the matrix, at least."""


def everything(page: Page, report: Report) -> None:
    """Add what is asked of all Smarts as one table, then what is open and met, by group."""
    page.heading(report.t("everything"), 1)
    _matrix(page, report)
    for chapter in report.chapters:
        _chapter(page, report, chapter)


def _matrix(page: Page, report: Report) -> None:
    found = report.matrix
    if not found.rows:
        return
    page.heading(report.t("matrix"), 2)
    heads = [report.t("requirement"), *(rows.short_title(smart.title) for smart in found.smarts)]
    wide = (SHEET - NAME) / len(found.smarts)
    lines = [
        (f"{row.id} {row.title}", *(rows.matrix_cell(report, cell) for cell in row.cells))
        for row in found.rows
    ]
    page.table(heads, lines, (0, *(min(wide, 3.0) for _ in found.smarts)))


def _chapter(page: Page, report: Report, chapter: Chapter) -> None:
    told, folded = rows.folded(chapter)
    if not told and not folded:
        return
    page.heading(f"{chapter.key} {chapter.title}", 2)
    if told:
        heads = report.heads("requirement", "level", "status", "points", "basis")
        found = [rows.requirement(report, row) for row in told]
        page.table(heads, found, (0, 2.3, 2.5, 1.7, 4.2), figures=(3,))
    for label, names in rows.by_status(report, folded):
        page.labelled(label, names)


def faults(page: Page, report: Report) -> None:
    """Add the faults of the file itself, when it has any."""
    if not report.faults:
        return
    page.heading(report.t("faults"), 1)
    found = [
        (finding.code, rows.place(report, finding), quoted(finding.message), quoted(finding.fix))
        for finding in rows.cut(report.faults)
    ]
    page.table(report.heads("code", "place", "found", "fix"), found, (1.6, 3.6, 0, 5))
    page.bullets(rows.rest(report, report.faults, "more-gaps"))


def readings(page: Page, report: Report) -> None:
    """Add what was read though it is not written plainly, a row a kind, when there is any."""
    if not report.readings:
        return
    page.heading(report.t("readings"), 1)
    page.paragraph(report.t("readings-why"))
    found = [(f"{kind.code} {kind.title}", rows.readings(report, kind)) for kind in report.readings]
    page.table(report.heads("reading-kind", "as-read"), found, (5.5, 0), whole=False)


def sources(page: Page, report: Report) -> None:
    """Add the sources that the requirements name."""
    if report.sources:
        page.heading(report.t("sources"), 1)
        page.sources((f"[{key}] {title}", address) for key, title, address in report.sources)
