"""The first page of a Word report: the proposal's name, the verdict, what blocks submission, and what was assessed."""

from __future__ import annotations

from smartcert.gap_report.view import Report
from smartcert.messages.names import named
from smartcert.render.clipping import clip
from smartcert.render.docx.document import UPRIGHT, Page
from smartcert.render.rows import blockers
from smartcert.render.sentences import NAME, facts, next_steps, summary, told_comments, told_levels

GROUNDS = {
    "ready": "E5F3EA",
    "ready-with-gaps": "FDF1D8",
    "not-ready": "FBE7E9",
    "unreadable": "FBE7E9",
}
"""What verdicts are laid on."""


def head(page: Page, report: Report) -> None:
    """Add the title, the verdict, and what the report is about."""
    t, assessment = report.t, report.assessment
    page.title(t("report"))
    page.paragraph(clip(assessment.name or assessment.file, NAME), bold=True)
    page.banner(
        f"{t('verdict')}: {named('verdicts', assessment.verdict, report.lang)}",
        GROUNDS[assessment.verdict],
    )
    page.paragraph(summary(report) if assessment.score is not None else t("unreadable-why"))
    if assessment.score is not None:
        page.paragraph(told_levels(report))
        if told := told_comments(report):
            page.paragraph(told)
        if steps := next_steps(report):
            page.paragraph(f"{t('next-steps')}:", bold=True, keep=True)
            for step in steps:
                page.paragraph(step, style="List Bullet")
    for blocker in blockers(report):
        page.paragraph(blocker, style="List Bullet")
    rows = [(t(key), value) for key, value in facts(report)]
    page.table(report.heads("item", "detail"), rows, (4.5, UPRIGHT - 4.5))
    page.paragraph(t("not-depa"))
