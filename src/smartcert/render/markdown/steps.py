"""The plan in a Markdown report, and every step in full."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.findings.finding import Finding
from smartcert.gap_report.plan import Step
from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.markdown.markup import block, code, escape, fenced


def steps(report: Report) -> Iterator[str]:
    """Yield every step: where it is, what is wrong, and how to mend it."""
    t, plan = report.t, report.plan
    yield from block(f"## {t('first')}")
    if not plan.steps:
        yield from block(t("nothing-open"))
    yield from block(
        *(
            f"{number}. {phrases.stage(stage, report.lang)}"
            for number, stage in enumerate(plan.stages, 1)
        )
    )
    for step in plan.steps:
        yield from _step(report, step, step.explained_at)


def _step(report: Report, step: Step, told_at: int | None) -> Iterator[str]:
    t, finding = report.t, step.finding
    smart = f" · {escape(report.smart_title(finding.smart))}" if finding.smart else ""
    path = f" · {code(finding.location.dotted)}" if finding.location.path else ""
    gain = f" · {phrases.gain(step, report.lang)}" if step.gain else ""
    where = escape(rows.place(report, finding)) + path
    yield from block(f"### {step.number}. {escape(finding.rule.title)}")
    yield from block(
        f"{report.named('levels', finding.level)} · {', '.join(step.codes)}{smart} · {where}{gain}"
    )
    for message in step.messages:
        yield from block(escape(message))
    if told_at is not None:
        yield from block(t("see-above", number=told_at))
    else:
        yield from block(*_remedy(report, finding))
    yield from block(f"{t('owner')}: {escape(rows.owner(report, step))}")


def _remedy(report: Report, finding: Finding) -> Iterator[str]:
    """Say how to mend it, why, and who asks, with text to copy at the end."""
    for key, text in rows.remedy(report, finding):
        yield f"- **{key}**: {escape(text)}"
    if finding.stub:
        yield ""
        yield from fenced(finding.stub)
