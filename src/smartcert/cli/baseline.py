"""`smartcert baseline write`: record today's findings, so that a team starts clean and can only get better."""

from __future__ import annotations

from pathlib import Path

from smartcert.baseline import NAME, dump
from smartcert.cli.check import asked, assess_file, question_of
from smartcert.cli.options import CheckOptions
from smartcert.cli.output import write_new
from smartcert.i18n.terms import term


def run(options: CheckOptions, *, force: bool) -> int:
    """Write the baseline. Raises `UsageError` rather than lose an older one."""
    settings, files = asked(options)
    target = Path(options.output or settings["baseline"].value or NAME)
    question = question_of(settings, options.today)
    assessments = [assess_file(file, question) for file in files]
    write_new(target, dump(assessments, target.parent, question.today).encode(), force=force)
    count = sum(finding.suppression is None for assessment in assessments for finding in assessment.findings)
    print(term("baseline-written", question.lang, file=target, count=count))
    return 0
