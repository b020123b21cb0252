"""The response table, as an office files it: comments, answers, texts then and now, signatures.

Nothing of what smartcert thinks of them stands in it.
"""

from __future__ import annotations

from smartcert.gap_report.response_table import ResponseRow
from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.paper.page import Cell, Marked, Page

SIGNERS = ("author", "checker", "decider")
"""Who signs, from the left."""


def response_table(page: Page, report: Report) -> None:
    """Add the table on sheets on their side, and who answers for it."""
    t = report.t
    page.turn(landscape=True)
    page.heading(t("comments"), 1)
    page.paragraph(phrases.filed_for(report), bold=True)
    for found in report.reviews:
        page.paragraph(phrases.meeting(found.review, report.lang), keep=True)
        heads = [t("no"), *report.heads("comment", "answer", "old-text", "new-text", "annexes")]
        heads[3:5] = [f"{head} ({t('page-head')})" for head in heads[3:5]]
        answered = [_row(report, row) for row in found.rows]
        page.table(heads, answered, (1.7, 4.4, 4.4, 0, 0, 2.7), kind="form")
    page.paragraph(t("certified"), keep=True)
    names = [t(f"roles.{role}") for role in SIGNERS]
    page.table(names, [[rows.signature(report)] * len(SIGNERS)], [0] * len(SIGNERS), kind="form")


def _row(report: Report, row: ResponseRow) -> tuple[Cell, ...]:
    comment = row.outcome.comment
    return (
        row.number,
        [comment.id, comment.text],
        row.outcome.action,
        *texts(report, row),
        list(row.annexes),
    )


def texts(report: Report, row: ResponseRow, places: int | None = None) -> tuple[Cell, Cell]:
    """Return what stood and what stands at `places` of a comment, with the words that differ."""
    old, new = rows.sides(report, row, places)
    return Marked(tuple(old), gone=True), Marked(tuple(new), gone=False)
