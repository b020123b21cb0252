"""The proposal's own figures in a Word report: its money, its projects in time, and its KPIs."""

from __future__ import annotations

from fractions import Fraction

from smartcert.gap_report.charts import stripes, timeline
from smartcert.gap_report.figures import Amount
from smartcert.gap_report.view import Report
from smartcert.render.docx.cells import ChartBar, Scale
from smartcert.render.docx.document import LIST, UPRIGHT, Page
from smartcert.render.rows import measure
from smartcert.render.sentences import baht, figure, in_baht
from smartcert.thai.date import OFFSET

YEARS = 4
"""How many years are named above the time line at most."""


def money(page: Page, report: Report) -> None:
    """Add the budget, and how it is split."""
    t, lang, money = report.t, report.lang, report.money
    page.heading(t("money"), 1)
    if money.total is not None:
        page.labelled(t("stated-total"), in_baht(money.total, lang))
        page.labelled(t("sum-total"), in_baht(money.parts, lang))
    if money.invested:
        page.labelled(t("invested"), in_baht(money.invested, lang))
    if not money.splits:
        page.paragraph(t("no-money"))
    for key, items in money.splits:
        page.heading(t(f"by.{key}"), 2)
        _amounts(page, report, key, items)


def _amounts(page: Page, report: Report, head: str, items: tuple[Amount, ...]) -> None:
    rows = [
        (
            stripe.item.title,
            ChartBar(0, float(stripe.length)),
            f"{float(stripe.share):.1f}%",
            baht(stripe.item.amount),
        )
        for stripe in stripes(items)
    ]
    total = (report.t("total"), "", "", baht(sum((item.amount for item in items), Fraction(0))))
    heads = report.heads(head, "picture", "percent", "amount")
    page.table(heads, [*rows, total], (UPRIGHT - 10.2, 4, 2.2, 4), 2, style=LIST)


def projects(page: Page, report: Report) -> None:
    """Add the projects as bars on a time line."""
    t, lang = report.t, report.lang
    page.heading(t("timeline"), 1)
    line = timeline(report.bars)
    if line is None:
        page.paragraph(t("no-projects"))
        return
    mark = {"before": " ◂", "after": " ▸", "": ""}
    rows = (
        (
            f"{span.bar.name}\n"
            + ", ".join(
                filter(
                    None,
                    (span.bar.smart, span.bar.status and report.named("progress", span.bar.status)),
                )
            ),
            f"{figure(None, span.bar.start, lang)} – {figure(None, span.bar.end, lang)}{mark[span.beyond]}",
            ChartBar(float(span.left), float(span.width)),
        )
        for span in line.spans
    )
    offset = OFFSET if lang == "th" else 0
    years = Scale(tuple((str(year + offset), float(left)) for year, left in line.marks(YEARS)))
    page.table(
        [*report.heads("project", "timeline"), years], rows, (UPRIGHT - 10.1, 4, 6.1), style=LIST
    )


def kpis(page: Page, report: Report) -> None:
    """Add the KPIs beside what they are held against."""
    page.heading(report.t("kpis"), 1)
    if not report.measures:
        page.paragraph(report.t("no-kpis"))
        return
    heads = report.heads("kpi", "unit", "direction", "baseline-value", "target-value", "reference")
    rows = [(kpi.name, *measure(report, kpi)) for kpi in report.measures]
    page.table(heads, rows, (UPRIGHT - 12, 2.1, 2, 2.3, 2.3, 3.3), style=LIST)
