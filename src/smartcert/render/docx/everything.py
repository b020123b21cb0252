"""Everything that was checked, in a Word report: every requirement, the faults of the file, and who asks."""

from __future__ import annotations

from smartcert.gap_report.view import Report, Row
from smartcert.render.docx.document import LIST, UPRIGHT, Page
from smartcert.render.rows import place, requirement
from smartcert.render.sentences import quoted


def everything(page: Page, report: Report) -> None:
    """Add every requirement with its status, group by group."""
    page.heading(report.t("everything"), 1)
    for chapter in report.chapters:
        page.heading(f"{chapter.key} {chapter.title}", 2)
        heads = report.heads("requirement", "level", "status", "basis", "points")
        rows = [_row(report, row) for row in chapter.rows]
        page.table(heads, rows, (UPRIGHT - 10.8, 2.9, 2.5, 3.7, 1.7), 1, style=LIST)


def _row(report: Report, row: Row) -> tuple[str, ...]:
    title, level, status, points, basis = requirement(report, row)
    return title, level, "\n".join(status), basis, points


def faults(page: Page, report: Report) -> None:
    """Add the faults of the file itself, when it has any."""
    if report.faults:
        page.heading(report.t("faults"), 1)
        rows = [
            (finding.code, place(report, finding), quoted(finding.message), quoted(finding.fix))
            for finding in report.faults
        ]
        page.table(
            report.heads("code", "place", "found", "fix"),
            rows,
            (1.6, 3.6, UPRIGHT - 10.2, 5),
            style=LIST,
        )


def sources(page: Page, report: Report) -> None:
    """Add the sources that the requirements name."""
    if report.sources:
        page.heading(report.t("sources"), 1)
        for key, title, url in report.sources:
            page.paragraph(f"[{key}] {title} {url}".strip(), style=LIST)
