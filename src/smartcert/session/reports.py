"""What a session makes of the proposals it read; a check has no use for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from smartcert.assessment.submission import Submission
from smartcert.catalog.model import Catalog
from smartcert.gap_report.plan import NOTHING_NOTED, plan
from smartcert.gap_report.tasks import tasks
from smartcert.gap_report.view import Report, build
from smartcert.rounds.comments import comment_outcomes
from smartcert.rounds.comparison import compare_rounds
from smartcert.workbook.reader import steps_noted
from smartcert.workbook.step_sheet import StepNote


def report_on(
    new: Submission,
    old: Submission | None,
    catalog: Catalog,
    notes: Mapping[str, StepNote] = NOTHING_NOTED,
) -> Report:
    """Return the gap report on a proposal, compared with an earlier round where there is one.

    `notes` are what a team has written at its steps.
    """
    report = build(
        new.assessment,
        new.document,
        catalog,
        compare_rounds(old, new) if old else None,
        comment_outcomes(new, old),
        new.attachments.reviews,
        old.document if old else None,
    )
    if not notes:
        return report
    steps = plan(new.assessment, new.document.data, {**steps_noted(new.document.source), **notes})
    return replace(report, plan=steps, tasks=tasks(steps.steps))
