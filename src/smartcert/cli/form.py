"""`smartcert form`: a proposal as an Excel workbook, filled in or empty."""

from __future__ import annotations

from pathlib import Path

from smartcert.assessment.submission import Submission
from smartcert.catalog.naming import chosen_smarts
from smartcert.cli.options import FormOptions
from smartcert.cli.output_files import write_new
from smartcert.cli.settings import resolve, start_of
from smartcert.cli.streams import say
from smartcert.errors import ExitCode, UnreadableError, UsageError
from smartcert.messages.message import message
from smartcert.session.gap_notes import with_gaps
from smartcert.session.inputs import existing, source_of
from smartcert.session.proposals import read_round
from smartcert.workbook.hints import Hints
from smartcert.workbook.reader import steps_noted
from smartcert.workbook.writer import Content, write

WORKBOOK = "proposal.xlsx"
"""What an empty form is called."""


def run(options: FormOptions) -> ExitCode:
    """Write the workbook, and say what to do next. Raises `UsageError` and `CatalogError`."""
    if options.gaps and options.proposal is None:
        raise UsageError("usage.gaps-of-a-proposal", hint="smartcert form proposal.yaml --gaps")
    settings = resolve(options, start_of((options.proposal or ".",))).in_thai_unless_stated()
    question = settings.question(None)
    catalog, lang = question.catalog, question.lang
    profile = question.profile or catalog.default_profile
    content = Content(smarts=chosen_smarts(options.smarts or "", catalog.smarts))
    if options.proposal is not None:
        submission = read_round(existing(options.proposal), question)
        profile = submission.assessment.profile
        content = _filled(submission, options)
    usual = Path(options.proposal).with_suffix(".xlsx") if options.proposal else Path(WORKBOOK)
    target = options.output or str(usual)
    made = write(content, Hints(catalog, profile, lang))
    write_new(target, made, [options.proposal, options.plan, *settings.inputs], force=options.force)
    say(message("terminal.form.next", lang, file=target))
    return ExitCode.PASSED


def _filled(submission: Submission, options: FormOptions) -> Content:
    """Return what the workbook of a proposal says. Raises `UnreadableError`."""
    document = submission.document
    if submission.assessment.verdict == "unreadable":
        hint = f"smartcert check {options.proposal}"
        raise UnreadableError("usage.cannot-be-a-form", file=options.proposal, hint=hint)
    if not options.gaps:
        return Content(document.source.root)
    notes = steps_noted(document.source)
    if options.plan:
        notes |= steps_noted(source_of(existing(options.plan)))
    return with_gaps(submission, notes)
