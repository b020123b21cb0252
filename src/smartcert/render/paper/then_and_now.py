"""The second round: the committee's comments, what became of gaps, the texts."""

from __future__ import annotations

from collections.abc import Sequence

from smartcert.findings.finding import Finding
from smartcert.gap_report.response_table import MANY, ResponseRow
from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.paper.filed_table import texts
from smartcert.render.paper.page import Cell, Page, TableKind
from smartcert.rounds.comparison import Change


def then_and_now(page: Page, report: Report) -> None:
    """Add what became of requirements and gaps since the earlier round, when there is one."""
    t, lang, both = report.t, report.lang, report.comparison
    if both is None:
        return
    page.heading(t("second-round"), 1)
    page.paragraph(phrases.gap_counts(both, lang))
    page.paragraph(phrases.regressions(both, lang))
    if text := phrases.dropping(both, lang):
        page.paragraph(text, bold=True)
    if text := phrases.other_criteria(both, lang):
        page.paragraph(text, bold=True)
    _changes(page, report, t("regressions"), both.worse)
    _gaps(page, t("new-gaps"), both.new_findings, rows.kinds(report, both.new_findings))
    _gaps(page, t("remaining-gaps"), both.remaining, rows.kinds(report, both.remaining))


def comments(page: Page, report: Report) -> None:
    """Add every comment of the committee with its response, for sheets on their side."""
    t = report.t
    page.heading(t("comments"), 1)
    if text := phrases.responses(report.outcomes, report.lang):
        page.paragraph(f"{text} {t('reading-is')}")
    for found in report.reviews:
        page.heading(phrases.review(found.review, report.lang), 2)
        if not found.outcomes:
            page.paragraph(t("no-comments"))
            continue
        heads = report.heads("no", "comment", "response", "old-text", "new-text", "reading")
        # Of many comments a report is a list to look things up in, set as small as one.
        many = len(report.outcomes) > MANY
        answered = [_outcome(report, row) for row in found.rows]
        kind: TableKind = "file" if many else "list"
        widths = (1.5, 4.4, 4.4, 0, 0, 3.9) if many else (1.6, 5.0, 5.0, 0, 0, 4.2)
        page.table(heads, answered, widths, kind=kind, whole=not many)


def _outcome(report: Report, row: ResponseRow) -> tuple[Cell, ...]:
    outcome = row.outcome
    lost = [report.t("nowhere", place=place) for place in outcome.nowhere]
    return (
        outcome.comment.id,
        outcome.comment.text,
        outcome.action or report.t("no-response"),
        *texts(report, row, rows.places_told(report)),
        [*phrases.response(outcome, report.lang), " · ".join(rows.asked(report, outcome)), *lost],
    )


def mended(page: Page, report: Report) -> None:
    """Add what was found then and is gone now, and old texts beside new ones."""
    t, both = report.t, report.comparison
    if both is not None:
        _changes(page, report, t("changes"), both.otherwise)
        _gaps(page, t("fixed-gaps"), both.fixed, rows.mended(report, both))
        _gaps(page, t("dropped-gaps"), both.dropped, rows.kinds(report, both.dropped))
    long = rows.long_passages(report)
    if long:
        page.heading(t("what-changed"), 1)
    for title, place in long:
        page.paragraph(title, bold=True, small=True, keep=True)
        page.passages(rows.whole_sides(report, place))


def _gaps(page: Page, title: str, found: Sequence[Finding], items: list[str]) -> None:
    if found:
        page.heading(f"{title} ({len(found)})", 2)
        page.bullets(items)


def _changes(page: Page, report: Report, title: str, found: tuple[Change, ...]) -> None:
    if found:
        page.heading(title, 2)
        heads = report.heads("requirement", "before", "now", "change")
        page.table(heads, rows.changes(report, found), (0, 2.8, 2.8, 4))
