"""The first page, which a decision is taken on: complete on one sheet."""

from __future__ import annotations

from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.paper.page import Page


def first_page(page: Page, report: Report) -> None:
    """Add the verdict, what is next, what was asked, the money, and room for the decision."""
    t, verdict = report.t, report.assessment.verdict
    page.paragraph(t("report"), small=True)
    page.heading(rows.proposal_name(report), 0)
    page.paragraph(" · ".join(f"{label} {fact}" for label, fact in rows.facts(report)), small=True)
    page.banner(phrases.verdict(report), verdict)
    if report.assessment.score is None:
        page.paragraph(t("unreadable-why"))
    else:
        _result(page, report)
    page.table(
        [t("decision.room"), t("roles.decider")],
        [(rows.decisions(report), rows.signature(report))],
        (0, 7.6),
    )
    page.paragraph(t("not-depa"), small=True)


def _result(page: Page, report: Report) -> None:
    """Add the verdict in sentences, the actions, and how the proposal stands."""
    page.paragraph(phrases.summary(report), small=True)
    for text in phrases.rests_on(report):
        page.paragraph(text, small=True)
    if actions := rows.actions(report):
        heads = [rows.actions_head(report), *report.heads("owner", "due")]
        page.table(heads, actions, (0, 6.2, 2.8))
    for label, text in rows.standing(report):
        page.labelled(label, text, small=True)
    heads = report.heads("figure", "before", "now", "change")
    page.table(heads, rows.then_and_now(report), (3.2, 3.4, 0, 3.0), figures=(1, 2, 3))
