"""`smartcert form`: a proposal as an Excel workbook, filled in or empty."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from smartcert.cli.options import FormOptions
from smartcert.cli.output_files import write_new
from smartcert.cli.settings import resolve, start_of
from smartcert.cli.streams import say
from smartcert.errors import ExitCode, UnreadableError, UsageError
from smartcert.findings.finding import Finding
from smartcert.messages.message import message
from smartcert.session.inputs import existing
from smartcert.session.proposals import read_round
from smartcert.source.path import FieldPath
from smartcert.workbook.hints import Hints
from smartcert.workbook.writer import write

WORKBOOK = "proposal.xlsx"
"""What an empty form is called."""


def run(options: FormOptions) -> ExitCode:
    """Write the workbook, and say what to do next. Raises `UsageError` and `CatalogError`."""
    if options.gaps and options.proposal is None:
        raise UsageError("usage.gaps-of-a-proposal", hint="smartcert form proposal.yaml --gaps")
    settings = resolve(options, start_of((options.proposal or ".",))).in_thai_unless_stated()
    question = settings.question(None)
    root, profile, marks = None, question.profile or question.catalog.default_profile, {}
    if options.proposal is not None:
        submission = read_round(existing(options.proposal), question)
        assessment, document = submission.assessment, submission.document
        if assessment.verdict == "unreadable":
            hint = f"smartcert check {options.proposal}"
            raise UnreadableError("usage.cannot-be-a-form", file=options.proposal, hint=hint)
        root, profile = document.source.root, assessment.profile
        marks = _marks(assessment.findings) if options.gaps else {}
    usual = Path(options.proposal).with_suffix(".xlsx") if options.proposal else Path(WORKBOOK)
    target = options.output or str(usual)
    hints = Hints(question.catalog, profile, question.lang)
    inputs = [options.proposal, *settings.inputs]
    write_new(target, write(root, hints, marks), inputs, force=options.force)
    say(message("terminal.form.next", question.lang, file=target))
    return ExitCode.PASSED


def _marks(findings: tuple[Finding, ...]) -> dict[FieldPath, str]:
    """Return what is said at each place, one note for a cell."""
    notes: dict[FieldPath, list[str]] = defaultdict(list)
    for finding in findings:
        note = f"{finding.code} {finding.rule.title}\n{finding.message}\n{finding.fix}".strip()
        if note not in notes[finding.location.path]:
            notes[finding.location.path].append(note)
    return {path: "\n\n".join(found) for path, found in notes.items()}
