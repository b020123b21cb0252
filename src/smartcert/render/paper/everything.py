"""Everything that was checked: every requirement, the faults of the file, and who asks."""

from __future__ import annotations

from smartcert.gap_report.view import Report
from smartcert.render import rows
from smartcert.render.paper.page import Page
from smartcert.render.phrases import quoted


def everything(page: Page, report: Report) -> None:
    """Add every requirement with its status, group by group."""
    page.heading(report.t("everything"), 1)
    for chapter in report.chapters:
        page.heading(f"{chapter.key} {chapter.title}", 2)
        heads = report.heads("requirement", "level", "status", "points", "basis")
        found = [rows.requirement(report, row) for row in chapter.rows]
        page.table(heads, found, (0, 2.9, 2.5, 1.7, 3.7), figures=(3,))


def faults(page: Page, report: Report) -> None:
    """Add the faults of the file itself, when it has any."""
    if not report.faults:
        return
    page.heading(report.t("faults"), 1)
    found = [
        (finding.code, rows.place(report, finding), quoted(finding.message), quoted(finding.fix))
        for finding in report.faults
    ]
    page.table(report.heads("code", "place", "found", "fix"), found, (1.6, 3.6, 0, 5))


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
