"""The three numbers in a Word report, how they add up, and what would raise them."""

from __future__ import annotations

from smartcert.assessment.score import Share, percent_text, points
from smartcert.gap_report.view import Report, ScoreRow
from smartcert.messages.names import named
from smartcert.render.docx.cells import ChartBar
from smartcert.render.docx.document import LIST, UPRIGHT, Page
from smartcert.render.sentences import adjusted, next_for, summed

BEFORE = 4
"""The column of the earlier round in tables of points."""


def numbers(page: Page, report: Report) -> None:
    """Add the three numbers, their arithmetic, and what raises evidence and completeness."""
    t, lang = report.t, report.lang
    page.heading(t("numbers"), 1)
    _shares(
        page,
        report,
        "figure",
        [
            _share(named("metrics", gauge.key, lang), gauge.now, gauge.then)
            for gauge in report.gauges
        ],
    )
    for gauge in report.gauges:
        page.labelled(named("metrics", gauge.key, lang), t(f"meaning.{gauge.key}"))
    if told := adjusted(report):
        page.paragraph(told)
    page.heading(t("arithmetic"), 1)
    page.heading(t("by.group"), 2)
    _sums(page, report, "group", report.groups)
    page.heading(t("by.smart"), 2)
    _sums(page, report, "smart", report.smarts)
    for title, items in next_for(report):
        page.heading(title, 2)
        for item in items:
            page.paragraph(item, style="List Bullet")


def _sums(page: Page, report: Report, head: str, parts: tuple[ScoreRow, ...]) -> None:
    """Add the points of groups or Smarts with their other two numbers, and what they add up to."""
    rows: list[list[object]] = []
    for part in parts:
        name = f"{part.key} {part.title}" if head == "group" else part.title
        if part.declared:
            rows.append(_share(name, part.now, part.then, part.completeness, part.evidence))
        else:
            rows.append(
                [
                    f"{name} ({report.t('undeclared')})",
                    "",
                    "–",
                    "–",
                    percent_text(part.then),
                    "–",
                    "–",
                ]
            )
    score = report.assessment.score
    fields = score.completeness if score is not None and head == "group" else None
    _shares(page, report, head, [*rows, _share(report.t("total"), *summed(parts, fields))])


def _share(name: str, now: Share, *others: Share | None) -> list[object]:
    figures = [f"{points(now.points)} / {points(now.out_of)}", *map(percent_text, (now, *others))]
    return [name, ChartBar(0, float(now.value or 0)), *figures]


def _shares(page: Page, report: Report, head: str, rows: list[list[object]]) -> None:
    """Add a table of points, with the earlier round's percentage when there is one."""
    heads = report.heads(head, "picture", "points", "percent", "before")
    heads += [report.named("metrics", key) for key in ("completeness", "evidence")]
    widths = [2.9, 1.9, 2.5, 1.9, 1.9, 2.5, 2.0]
    kept = [
        index for index in range(len(rows[0])) if report.comparison is not None or index != BEFORE
    ]
    widths[0] += UPRIGHT - sum(widths[index] for index in kept)
    cut = [[row[index] for index in kept] for row in rows]
    page.table(
        [heads[index] for index in kept],
        cut,
        [widths[index] for index in kept],
        len(kept) - 2,
        style=LIST,
    )
