"""The proposal's own figures in a Markdown report: its money, its projects in time, and its KPIs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from smartcert.gap_report.figures import Amount
from smartcert.gap_report.view import Report
from smartcert.render import rows
from smartcert.render.markdown.markup import block, table
from smartcert.render.number_format import baht, figure, in_baht


def money(report: Report) -> Iterator[str]:
    """Yield the budget, and how it is split."""
    t, lang, money = report.t, report.lang, report.money
    yield from block(f"## {t('money')}")
    if money.total is not None:
        stated, summed = in_baht(money.total, lang), in_baht(money.parts, lang)
        yield from block(f"{t('stated-total')}: {stated} · {t('sum-total')}: {summed}")
    if money.invested:
        yield from block(f"{t('invested')}: {in_baht(money.invested, lang)}")
    if not money.splits:
        yield from block(t("no-money"))
    for key, items in money.splits:
        yield from block(f"### {t(f'by.{key}')}")
        yield from _amounts(report, key, items)


def _amounts(report: Report, head: str, items: tuple[Amount, ...]) -> Iterator[str]:
    found = [(item.title, baht(item.amount)) for item in items]
    total = (report.t("total"), baht(sum((item.amount for item in items), Fraction(0))))
    yield from table(report.heads(head, "amount"), [*found, total])


def projects(report: Report) -> Iterator[str]:
    """Yield the projects with their beginnings and ends."""
    t, lang = report.t, report.lang
    yield from block(f"## {t('timeline')}")
    if not report.bars:
        yield from block(t("no-projects"))
        return
    yield from table(
        report.heads("project", "smart", "start", "end", "project-status"),
        (
            (
                bar.name,
                bar.smart,
                figure(None, bar.start, lang),
                figure(None, bar.end, lang),
                report.named("progress", bar.status) if bar.status else "–",
            )
            for bar in report.bars
        ),
    )


def kpis(report: Report) -> Iterator[str]:
    """Yield the KPIs beside what they are held against."""
    yield from block(f"## {report.t('kpis')}")
    if not report.kpis:
        yield from block(report.t("no-kpis"))
        return
    heads = report.heads(
        "kpi", "smart", "unit", "direction", "baseline-value", "target-value", "reference"
    )
    yield from table(heads, ((kpi.name, kpi.smart, *rows.kpi(report, kpi)) for kpi in report.kpis))
