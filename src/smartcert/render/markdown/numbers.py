"""The three numbers in a Markdown report, how they add up, and what would raise them."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.assessment.score import Share, percent_text, points
from smartcert.gap_report.view import Report, ScoreRow
from smartcert.render import phrases, rows
from smartcert.render.markdown.markup import block, escape, table


def numbers(report: Report) -> Iterator[str]:
    """Yield the three numbers, their arithmetic, and what raises evidence and completeness."""
    t = report.t
    yield from block(f"## {t('numbers')}")
    gauges = [
        _share(report, report.named("metrics", gauge.key), gauge.now, gauge.then)
        for gauge in report.metrics
    ]
    yield from table(_heads(report, "figure"), gauges)
    yield from block(
        *(
            f"- {report.named('metrics', gauge.key)}: {t(f'meaning.{gauge.key}')}"
            for gauge in report.metrics
        )
    )
    if told := phrases.adjusted(report):
        yield from block(told)
    yield from block(f"## {report.t('arithmetic')}")
    yield from block(f"### {t('by.group')}")
    yield from _sums(report, "group", report.groups)
    yield from block(f"### {t('by.smart')}")
    yield from _sums(report, "smart", report.smarts)
    for title, items in rows.to_raise(report):
        yield from block(f"### {title}")
        yield from block(*(f"- {escape(item)}" for item in items))


def _sums(report: Report, head: str, parts: tuple[ScoreRow, ...]) -> Iterator[str]:
    """Yield the points of groups or Smarts with their other two numbers, and what they add up to."""
    found = []
    for part in parts:
        name = f"{part.now.key} {part.now.title}" if head == "group" else part.now.title
        undeclared = "" if part.now.declared else f" ({report.t('undeclared')})"
        found.append(
            _share(
                report,
                name + undeclared,
                part.now.share,
                part.then,
                part.now.completeness,
                part.now.evidence,
            )
        )
    total = report.total(parts)
    heads = [
        *_heads(report, head),
        *(report.named("metrics", key) for key in ("completeness", "evidence")),
    ]
    yield from table(
        heads,
        [
            *found,
            _share(
                report,
                total.now.title,
                total.now.share,
                total.then,
                total.now.completeness,
                total.now.evidence,
            ),
        ],
    )


def _heads(report: Report, head: str) -> list[str]:
    return report.heads(
        head, "points", "out-of", "percent", *(["before"] if report.comparison is not None else [])
    )


def _share(report: Report, name: str, now: Share, then: Share | None, *others: Share) -> list[str]:
    """Return points, and the earlier round's percentage when there is one."""
    before = [then] if report.comparison is not None else []
    return [
        name,
        str(points(now.points)),
        str(points(now.out_of)),
        *map(percent_text, (now, *before, *others)),
    ]
