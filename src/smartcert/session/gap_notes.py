"""The workbook of a proposal: what it is filled with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from smartcert.assessment.submission import Submission
from smartcert.findings.finding import Finding
from smartcert.gap_report.plan import plan
from smartcert.source.path import FieldPath
from smartcert.workbook.step_sheet import SheetStep, StepNote
from smartcert.workbook.writer import Content


def with_gaps(submission: Submission, notes: Mapping[str, StepNote]) -> Content:
    """Return what a proposal says, with its gaps beside it and the steps that close them.

    `notes` are what a team has written at its steps.
    """
    assessment, document = submission.assessment, submission.document
    steps = [
        SheetStep(
            fingerprint=step.finding.id,
            path=step.finding.location.path,
            requirement=f"{step.finding.code} {step.finding.rule.title}",
            what="\n".join(step.messages),
            fix=step.finding.fix,
            noted=step.noted._replace(agency=step.owner.name),
        )
        for step in plan(assessment, document.data, notes).steps
    ]
    return Content(document.source.root, marks=_marks(assessment.findings), steps=steps)


def _marks(findings: tuple[Finding, ...]) -> dict[FieldPath, str]:
    """Return what is said at each place, one note for a cell."""
    notes: dict[FieldPath, list[str]] = defaultdict(list)
    for finding in findings:
        note = f"{finding.code} {finding.rule.title}\n{finding.message}\n{finding.fix}".strip()
        if note not in notes[finding.location.path]:
            notes[finding.location.path].append(note)
    return {path: "\n\n".join(found) for path, found in notes.items()}
