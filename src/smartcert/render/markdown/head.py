"""The beginning of a Markdown report: the proposal's name, the verdict, what blocks submission, and what was assessed."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.gap_report.view import Report
from smartcert.messages.names import named
from smartcert.render.clipping import clip
from smartcert.render.markdown.markup import block, escape, table
from smartcert.render.rows import blockers
from smartcert.render.sentences import NAME, facts, next_steps, summary, told_comments, told_levels


def head(report: Report) -> Iterator[str]:
    """Yield the title, the verdict, and what the report is about."""
    t, assessment = report.t, report.assessment
    yield from block(f"# {t('report')}: {escape(clip(assessment.name or assessment.file, NAME))}")
    yield from block(f"**{t('verdict')}: {named('verdicts', assessment.verdict, report.lang)}**")
    if assessment.score is not None:
        yield from block(summary(report))
        yield from block(told_levels(report))
        if told := told_comments(report):
            yield from block(told)
        if steps := next_steps(report):
            yield from block(f"{t('next-steps')}:")
            yield from block(*(f"- {escape(step)}" for step in steps))
        if report.blocking:
            yield from block(*(f"- {escape(blocker)}" for blocker in blockers(report)))
    yield from block(f"> {t('not-depa')}")
    yield from table(
        report.heads("item", "detail"), ((t(key), value) for key, value in facts(report))
    )
