"""`smartcert baseline write`: record today's findings, so that only new ones fail."""

from __future__ import annotations

import sys
from pathlib import Path

from smartcert.cli.discovery import given
from smartcert.cli.options import BaselineOptions
from smartcert.cli.output_files import write_new
from smartcert.cli.settings import resolve_all
from smartcert.cli.streams import say
from smartcert.errors import ExitCode
from smartcert.messages.message import message
from smartcert.rounds.baseline import NAME, dump, recorded
from smartcert.session.proposals import assess_file


def run(options: BaselineOptions) -> ExitCode:
    """Write the baseline. Raises `UsageError` rather than lose an older one."""
    settings, found = resolve_all(options, options.proposals)
    to_screen = options.output == "-"
    target = Path(NAME if to_screen else options.output or settings.baseline or NAME)
    question = settings.question(options.today)
    assessments = [assess_file(given(file), question) for file in found.files]
    content = dump(assessments, target.parent, question.today)
    if to_screen:
        sys.stdout.write(content)
        return ExitCode.PASSED
    inputs = [*found.files, *settings.inputs, *(file for one in assessments for file in one.files)]
    write_new(str(target), content.encode(), inputs, force=options.force)
    count = sum(len(recorded(assessment)) for assessment in assessments)
    say(message("terminal.baseline.written", question.lang, file=target, count=count))
    return ExitCode.PASSED
