"""The plan: a list to tick for every agency, and how each kind of gap is mended."""

from __future__ import annotations

from smartcert.gap_report.tasks import PlanTask
from smartcert.gap_report.view import Report
from smartcert.render import phrases, rows
from smartcert.render.paper.page import Page
from smartcert.render.phrases import quoted


def work_lists(page: Page, report: Report) -> None:
    """Add what each agency has to do, with boxes and room for days and progress."""
    t, plan = report.t, report.plan
    page.heading(t("action-plan"), 1)
    page.numbered(phrases.stage(stage, report.lang) for stage in plan.stages)
    if not plan.steps:
        page.paragraph(t("nothing-open"))
        return
    heads = report.heads("done", "no", "to-do", "due", "progress")
    for agency, found, whole in rows.by_agency(report):
        count = t("steps-count", count=whole)
        page.paragraph(f"{t('owner')}: {agency} ({count})", bold=True, small=True, keep=True)
        lines = [
            (
                rows.BOX,
                step.number,
                [
                    rows.step_title(report, step),
                    *map(quoted, step.messages),
                    report.places.words(step.finding.location.path),
                ],
                step.noted.due,
                " · ".join(filter(None, (step.noted.state, step.noted.note))),
            )
            for step in found
        ]
        page.table(heads, lines, (1.4, 1.7, 0, 2.5, 2.7))
    page.bullets(rows.rest(report, plan.steps, "more-gaps"))


def steps(page: Page, report: Report) -> None:
    """Add how to mend each kind of gap, once, with the numbers of its steps."""
    if not report.tasks:
        return
    page.heading(report.t("first"), 1)
    for task in report.tasks:
        _task(page, report, task)


def _task(page: Page, report: Report, task: PlanTask) -> None:
    t, finding = report.t, task.step.finding
    page.heading(f"{phrases.numbers(task)}. {task.title}", 3)
    head = (report.named("levels", finding.level), *rows.places_of(report, task))
    page.paragraph(" · ".join(head), small=True, keep=True)
    fix, *reasons = rows.remedy(report, finding)
    _labelled(page, *fix)
    if finding.stub:
        page.paragraph(f"{t('stub')}:", bold=True, keep=True)
        page.code(finding.stub)
    for reason in reasons:
        _labelled(page, *reason, small=True)


def _labelled(page: Page, label: str, text: str, *, small: bool = False) -> None:
    page.labelled(label, quoted(text), small=small)
