"""The proposal's own figures: its money, its projects in time, and its KPIs."""

from __future__ import annotations

from fractions import Fraction

from smartcert.gap_report.charts import TimelineBar, stripes, timeline
from smartcert.gap_report.figures import Amount
from smartcert.gap_report.view import Report
from smartcert.render import rows
from smartcert.render.number_format import baht, figure, in_millions, share, year
from smartcert.render.paper.page import Cell, ChartBar, Page, Scale

YEARS = 4
"""How many years are named above the time line at most."""

BEYOND = {"before": " ◂", "after": " ▸", "": ""}
"""The mark of a project that goes beyond the time line, by the side it goes."""


def money(page: Page, report: Report) -> None:
    """Add the budget, and how it is split."""
    t, lang, money = report.t, report.lang, report.money
    page.heading(t("money"), 1)
    if not money.is_known:
        page.paragraph(t("no-money"))
        return
    stated = in_millions(money.total, lang) if money.total is not None else "–"
    page.labelled(t("stated-total"), stated)
    page.labelled(t("sum-total"), in_millions(money.parts, lang))
    if money.invested:
        page.labelled(t("invested"), in_millions(money.invested, lang))
    for key, items in money.splits:
        page.heading(t(f"by.{key}"), 2)
        _amounts(page, report, t(key), items)


def _amounts(page: Page, report: Report, head: str, items: tuple[Amount, ...]) -> None:
    whole = sum((item.amount for item in items), Fraction(0))
    found: list[tuple[Cell, ...]] = [
        (
            stripe.item.title,
            ChartBar(0, float(stripe.length)),
            share(stripe.item.amount, whole),
            baht(stripe.item.amount),
        )
        for stripe in stripes(items)
    ]
    found.append((report.t("total"), "", "", baht(whole)))
    heads = [head, *report.heads("picture", "percent", "amount")]
    page.table(heads, found, (0, 4, 2.2, 4), figures=(2, 3))


def projects(page: Page, report: Report) -> None:
    """Add the projects as bars on a time line."""
    t, lang = report.t, report.lang
    page.heading(t("timeline"), 1)
    line = timeline(report.bars, report.assessment.today)
    if line is None:
        page.paragraph(t("no-projects"))
        return
    marks = ((str(year(common, lang)), float(left)) for common, left in line.marks(YEARS))
    heads: list[Cell] = [*report.heads("project", "timeline"), Scale(tuple(marks))]
    page.table(heads, [_project(report, span) for span in rows.cut(line.spans)], (0, 3.6, 5.6))
    page.bullets(rows.rest(report, line.spans, "more-in-file"))


def _project(report: Report, span: TimelineBar) -> tuple[Cell, ...]:
    bar, lang = span.bar, report.lang
    status = report.named("progress", bar.status) if bar.status else ""
    time = f"{figure(None, bar.start, lang)} – {figure(None, bar.end, lang)}{BEYOND[span.beyond]}"
    late = report.t("late") if span.is_late else ""
    about = ", ".join(filter(None, (bar.smart, status, late)))
    return [bar.name, about], time, ChartBar(float(span.left), float(span.width))


def kpis(page: Page, report: Report) -> None:
    """Add the KPIs beside what they are held against."""
    page.heading(report.t("kpis"), 1)
    if not report.kpis:
        page.paragraph(report.t("no-kpis"))
        return
    heads = report.heads("kpi", "unit", "direction", "baseline-value", "target-value", "reference")
    found = [([row.name, row.smart], *rows.kpi(report, row)) for row in rows.cut(report.kpis)]
    page.table(heads, found, (0, 1.9, 1.4, 2.2, 2.2, 3.2))
    page.bullets(rows.rest(report, report.kpis, "more-in-file"))
