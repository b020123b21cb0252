"""The plan in a Word report: a table for the office to fill in, and every step in full."""

from __future__ import annotations

from smartcert.findings.finding import Finding
from smartcert.gap_report.plan import Step
from smartcert.gap_report.view import Report
from smartcert.render.docx.document import ASIDE, Page
from smartcert.render.rows import owner, place, remedy
from smartcert.render.sentences import explained, quoted, told_gain, told_owner, told_stage


def action_plan(page: Page, report: Report) -> None:
    """Add what is to do, with room for days and progress."""
    t, plan = report.t, report.plan
    page.heading(t("action-plan"), 1)
    for stage in plan.stages:
        page.paragraph(told_stage(stage, report.lang), style="List Number", keep=True)
    if not plan.steps:
        page.paragraph(t("nothing-open"))
        return
    rows = (
        (
            step.number,
            f"{', '.join(step.codes)} {step.finding.rule.title}{report.about(step.finding.smart)}: {quoted('; '.join(step.messages))}",
            report.named("levels", step.finding.level),
            told_owner(step, report.lang),
            "",
            "",
        )
        for step in plan.steps
    )
    heads = report.heads("no", "to-do", "level", "owner", "due", "progress")
    page.table(heads, rows, (1.6, ASIDE - 14.7, 3.2, 3.9, 2.6, 3.4))


def steps(page: Page, report: Report) -> None:
    """Add every step: where it is, what is wrong, and how to mend it."""
    page.heading(report.t("first"), 1)
    if not report.plan.steps:
        page.paragraph(report.t("nothing-open"))
    later = explained(report)
    for step in report.plan.steps:
        _step(page, report, step, later.get(step.finding.id))


def _step(page: Page, report: Report, step: Step, told_at: int | None) -> None:
    t, finding = report.t, step.finding
    page.heading(f"{step.number}. {finding.rule.title}{report.about(finding.smart)}", 3)
    gain = f" · {told_gain(step, report.lang)}" if step.gain else ""
    where = f"{place(report, finding)} · {finding.location.dotted or '–'}"
    page.paragraph(
        f"{report.named('levels', finding.level)} · {', '.join(step.codes)} · {where}{gain}",
        keep=True,
    )
    for message in step.messages:
        page.paragraph(quoted(message))
    if told_at is not None:
        page.paragraph(t("see-above", number=told_at))
    else:
        _remedy(page, report, finding)
    page.labelled(t("owner"), owner(report, step))


def _remedy(page: Page, report: Report, finding: Finding) -> None:
    """Say how to mend it, with text to copy right behind, why, and who asks."""
    for key, text in remedy(report, finding):
        page.labelled(report.t(key), quoted(text))
        if key == "fix" and finding.stub:
            page.paragraph(f"{report.t('stub')}:", bold=True, keep=True)
            page.code(finding.stub)
