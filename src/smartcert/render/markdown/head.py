"""The beginning of a Markdown report: the proposal's name, the verdict, what blocks submission, and what was assessed."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.markdown.markup import block, escape, table


def head(report: Report) -> Iterator[str]:
    """Yield the title, the verdict, and what the report is about."""
    t, assessment = report.t, report.assessment
    yield from block(f"# {t('report')}: {escape(rows.proposal_name(report))}")
    yield from block(f"**{report.t('verdict')}: {report.named('verdicts', assessment.verdict)}**")
    if assessment.score is not None:
        yield from block(phrases.summary(report))
        yield from block(phrases.levels(report))
        if told := phrases.responses(report.outcomes, report.lang):
            yield from block(told)
        if steps := rows.next_steps(report):
            yield from block(f"{t('next-steps')}:")
            yield from block(*(f"- {escape(step)}" for step in steps))
        if report.blocking:
            yield from block(*(f"- {escape(blocker)}" for blocker in rows.blockers(report)))
    yield from block(f"> {t('not-depa')}")
    yield from table(report.heads("item", "detail"), rows.facts(report))
