"""The plan: a table for the office to fill in, and every step in full."""

from __future__ import annotations

from smartcert.findings.finding import Finding
from smartcert.gap_report.plan import Step
from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.paper.page import Page
from smartcert.render.phrases import quoted


def action_plan(page: Page, report: Report) -> None:
    """Add what is to do, with room for days and progress."""
    t, plan = report.t, report.plan
    page.heading(t("action-plan"), 1)
    page.numbered(phrases.stage(stage, report.lang) for stage in plan.stages)
    if not plan.steps:
        page.paragraph(t("nothing-open"))
        return
    heads = report.heads("no", "to-do", "level", "owner", "due", "progress")
    lines = [
        (
            step.number,
            f"{_codes(step)} {_title(report, step)}: {quoted('; '.join(step.messages))}",
            report.named("levels", step.finding.level),
            phrases.owner(step, report.lang),
            "",
            "",
        )
        for step in plan.steps
    ]
    page.table(heads, lines, (1.6, 0, 3.2, 3.9, 2.6, 3.4), kind="form")


def steps(page: Page, report: Report) -> None:
    """Add every step: where it is, what is wrong, and how to mend it."""
    page.heading(report.t("first"), 1)
    if not report.plan.steps:
        page.paragraph(report.t("nothing-open"))
    for step in report.plan.steps:
        _step(page, report, step)


def _step(page: Page, report: Report, step: Step) -> None:
    t, finding = report.t, step.finding
    page.heading(f"{step.number}. {_title(report, step)}", 3)
    where = f"{rows.place(report, finding)} · {finding.location.dotted or '–'}"
    gain = [phrases.gain(step, report.lang)] if step.gain else []
    head = (report.named("levels", finding.level), _codes(step), where, *gain)
    page.paragraph(" · ".join(head), keep=True)
    for message in step.messages:
        page.paragraph(quoted(message))
    if step.explained_at is not None:
        page.paragraph(t("see-above", number=step.explained_at))
    else:
        _remedy(page, report, finding)
    page.labelled(t("owner"), rows.owner(report, step))


def _codes(step: Step) -> str:
    return ", ".join(step.codes)


def _title(report: Report, step: Step) -> str:
    return f"{step.finding.rule.title}{report.about(step.finding.smart)}"


def _remedy(page: Page, report: Report, finding: Finding) -> None:
    """Add how to mend a gap, with text to copy right behind, why, and who asks."""
    fix, *reasons = rows.remedy(report, finding)
    _labelled(page, *fix)
    if finding.stub:
        page.paragraph(f"{report.t('stub')}:", bold=True, keep=True)
        page.code(finding.stub)
    for reason in reasons:
        _labelled(page, *reason)


def _labelled(page: Page, label: str, text: str) -> None:
    page.labelled(label, quoted(text))
