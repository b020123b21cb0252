"""The three numbers, how they add up, and what would raise them."""

from __future__ import annotations

from smartcert.assessment.score import Share, percent_text, points
from smartcert.gap_report.view import Report, ScoreRow
from smartcert.render import phrases, rows
from smartcert.render.paper.page import Cell, ChartBar, Page

WIDTHS = (0, 1.9, 2.4, 1.6, 1.8, 2.4, 1.6)
"""Centimetres of the columns of a table of points, `BEFORE` among them."""

BEFORE = 4
"""The column of the earlier round, which is left out where there is none."""


def numbers(page: Page, report: Report) -> None:
    """Add the three numbers, their arithmetic, and what raises evidence and completeness."""
    t = report.t
    page.heading(t("numbers"), 1)
    metrics = [
        _cells(report.named("metrics", metric.key), metric.now, metric.then)
        for metric in report.metrics
    ]
    _table(page, report, t("figure"), metrics)
    for metric in report.metrics:
        page.labelled(report.named("metrics", metric.key), t(f"meaning.{metric.key}"))
    if text := phrases.adjusted(report):
        page.paragraph(text)
    page.heading(report.t("arithmetic"), 1)
    page.labelled(t("catalog"), report.assessment.catalog_title)
    page.heading(t("by.group"), 2)
    _sums(page, report, t("group"), report.groups)
    page.heading(t("by.smart"), 2)
    _sums(page, report, t("smart"), report.smarts)
    for heading, items in rows.to_raise(report):
        page.heading(heading, 2)
        page.bullets(items)


def _sums(page: Page, report: Report, head: str, parts: tuple[ScoreRow, ...]) -> None:
    """Add the points of groups or Smarts with their other two numbers, and what they add up to."""
    of_groups = parts is report.groups
    found = [_sum(report, row, keyed=of_groups) for row in (*parts, report.total(parts))]
    _table(page, report, head, found)


def _sum(report: Report, row: ScoreRow, *, keyed: bool) -> list[Cell]:
    now = row.now
    name = f"{now.key} {now.title}" if keyed and now.key else now.title
    if now.declared:
        return _cells(name, now.share, row.then, now.completeness, now.evidence)
    name = f"{name} ({report.t('undeclared')})"
    return [name, "", "–", "–", percent_text(row.then), "–", "–"]


def _cells(name: str, now: Share, *others: Share | None) -> list[Cell]:
    figures = [f"{points(now.points)} / {points(now.out_of)}", *map(percent_text, (now, *others))]
    return [name, ChartBar(0, float(now.value or 0)), *figures]


def _table(page: Page, report: Report, head: str, found: list[list[Cell]]) -> None:
    """Add a table of points: three numbers have no completeness and no evidence of their own."""
    heads = [head, *report.heads("picture", "points", "percent", "before")]
    heads += [report.named("metrics", key) for key in ("completeness", "evidence")]
    kept = [
        index for index in range(len(found[0])) if report.comparison is not None or index != BEFORE
    ]
    page.table(
        [heads[index] for index in kept],
        [[row[index] for index in kept] for row in found],
        [WIDTHS[index] for index in kept],
        figures=range(2, len(kept)),
    )
