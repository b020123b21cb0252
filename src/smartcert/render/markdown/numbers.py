"""The three numbers in a Markdown report, how they add up, and what would raise them."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.assessment.score import Share, percent_text, points
from smartcert.gap_report.view import Report, ScoreRow
from smartcert.messages.names import named
from smartcert.render.markdown.markup import block, escape, table
from smartcert.render.sentences import adjusted, next_for, summed


def numbers(report: Report) -> Iterator[str]:
    """Yield the three numbers, their arithmetic, and what raises evidence and completeness."""
    t, lang = report.t, report.lang
    yield from block(f"## {t('numbers')}")
    gauges = [
        _share(report, named("metrics", gauge.key, lang), gauge.now, gauge.then)
        for gauge in report.gauges
    ]
    yield from table(_heads(report, "figure"), gauges)
    yield from block(
        *(
            f"- {named('metrics', gauge.key, lang)}: {t(f'meaning.{gauge.key}')}"
            for gauge in report.gauges
        )
    )
    if told := adjusted(report):
        yield from block(told)
    yield from block(f"## {t('arithmetic')}")
    yield from block(f"### {t('by.group')}")
    yield from _sums(report, "group", report.groups)
    yield from block(f"### {t('by.smart')}")
    yield from _sums(report, "smart", report.smarts)
    for title, items in next_for(report):
        yield from block(f"### {title}")
        yield from block(*(f"- {escape(item)}" for item in items))


def _sums(report: Report, head: str, parts: tuple[ScoreRow, ...]) -> Iterator[str]:
    """Yield the points of groups or Smarts with their other two numbers, and what they add up to."""
    rows = []
    for part in parts:
        name = f"{part.key} {part.title}" if head == "group" else part.title
        undeclared = "" if part.declared else f" ({report.t('undeclared')})"
        rows.append(
            _share(report, name + undeclared, part.now, part.then, part.completeness, part.evidence)
        )
    score = report.assessment.score
    fields = score.completeness if score is not None and head == "group" else None
    heads = [
        *_heads(report, head),
        *(report.named("metrics", key) for key in ("completeness", "evidence")),
    ]
    yield from table(heads, [*rows, _share(report, report.t("total"), *summed(parts, fields))])


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
