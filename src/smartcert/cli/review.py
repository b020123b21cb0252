"""`smartcert review new`: a draft of a committee's comments and judgements, for it to edit."""

from __future__ import annotations

import sys
from pathlib import Path

from smartcert.cli.options import ReviewOptions
from smartcert.cli.output_files import write_new
from smartcert.cli.settings import resolve, start_of
from smartcert.cli.streams import say
from smartcert.errors import ExitCode
from smartcert.session.inputs import existing
from smartcert.session.proposals import read_round
from smartcert.session.review_draft import draft


def run(options: ReviewOptions) -> ExitCode:
    """Write the draft beside the proposal, or where `-o` says, and print where.

    Raises `UsageError` rather than overwrite somebody's work.
    """
    settings = resolve(options, start_of((options.proposal,))).in_thai_unless_stated()
    submission = read_round(existing(options.proposal), settings.question(options.today))
    assessment = submission.assessment
    text = "\n".join(draft(assessment, submission.document.source.root)) + "\n"
    if options.output == "-":
        sys.stdout.write(text)
        return ExitCode.PASSED
    beside = Path(options.proposal).parent / f"review-{assessment.round or 1}.yaml"
    target = Path(options.output) if options.output else beside
    inputs = [options.proposal, *settings.inputs, *assessment.files]
    write_new(str(target), text.encode(), inputs, force=options.force)
    if not options.quiet:
        say(str(target))
    return ExitCode.PASSED
