"""The first page: the proposal's name, the verdict, what blocks submission, what was assessed."""

from __future__ import annotations

from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.paper.page import Page


def first_page(page: Page, report: Report) -> None:
    """Add the title, the verdict, and what the report is about."""
    t, verdict = report.t, report.assessment.verdict
    page.heading(t("report"), 0)
    page.paragraph(rows.proposal_name(report), bold=True)
    page.banner(f"{report.t('verdict')}: {report.named('verdicts', verdict)}", verdict)
    if report.assessment.score is None:
        page.paragraph(t("unreadable-why"))
    else:
        _result(page, report)
    page.table(report.heads("item", "detail"), rows.facts(report), (4.5, 0), kind="form")
    page.paragraph(t("not-depa"))


def _result(page: Page, report: Report) -> None:
    """Add the verdict in sentences, and what to do next."""
    page.paragraph(phrases.summary(report))
    page.paragraph(phrases.levels(report))
    if score := report.assessment.score:
        page.paragraph(phrases.basis(score, report.lang))
    if text := phrases.judged(report.assessment, report.lang):
        page.paragraph(text)
    if text := phrases.responses(report.outcomes, report.lang):
        page.paragraph(text)
    if steps := rows.next_steps(report):
        page.paragraph(f"{report.t('next-steps')}:", bold=True, keep=True)
        page.bullets(steps)
    page.bullets(rows.blockers(report))
