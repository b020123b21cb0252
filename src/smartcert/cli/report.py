"""`smartcert report`: the gap report as HTML, Word, PDF or Markdown."""

from __future__ import annotations

import sys
from pathlib import Path

from smartcert.cli.option_values import edition
from smartcert.cli.options import ReportOptions
from smartcert.cli.output import free, not_read, write
from smartcert.cli.settings import resolve, start_of
from smartcert.errors import ExitCode, UsageError
from smartcert.gap_report.view import Report
from smartcert.render.formats import REPORT_FORMATS, render_report
from smartcert.session.inputs import existing, review_of
from smartcert.session.proposals import in_edition, read_earlier_round, read_round
from smartcert.session.reports import report_on
from smartcert.source import read_bytes


def run(options: ReportOptions) -> ExitCode:
    """Write the report in every format that is asked for, and print where.

    Raises `UsageError` and `CatalogError`.
    """
    formats = [name for name in REPORT_FORMATS if getattr(options, name)] or ["html"]
    output = options.output
    if output is not None and len(formats) > 1 and (output == "-" or not Path(output).is_dir()):
        raise UsageError("usage.several-need-a-folder")
    inputs = [options.proposal, options.earlier, options.waivers, *options.reviews]
    targets = {name: _target(options, REPORT_FORMATS[name].ending) for name in formats}
    for name, target in targets.items():
        if target is not None:
            free(str(target), name, inputs)
            _keep_work(target)
    report = make(options)
    for target in filter(None, targets.values()):
        not_read(str(target), report.assessment.files)
    # Everything is made before anything is written.
    made = {name: render_report(name, report) for name in formats}
    for name, content in made.items():
        target = targets[name]
        if target is None:
            sys.stdout.buffer.write(content)
            continue
        write(target, content)
        if not options.quiet:
            print(target)
    return ExitCode.PASSED


def make(options: ReportOptions) -> Report:
    """Return the report on a proposal, compared with an earlier round where one is named."""
    settings = resolve(options, start_of((options.proposal,))).in_thai_unless_stated()
    question = settings.question(options.today)
    reviews = [review_of(file) for file in options.reviews]
    old = None
    if options.earlier:
        _refuse_findings(options.earlier)
        flag = "--old-edition"
        then = in_edition(question, edition(options.old_edition or None, flag), flag)
        old = read_earlier_round(existing(options.earlier), then)
    new = read_round(existing(options.proposal), question, reviews, old)
    return report_on(new, old, question.catalog)


def _refuse_findings(file: str) -> None:
    """Raise `UsageError` for a file of findings, as `check --baseline` takes it."""
    if read_bytes(Path(existing(file))).lstrip()[:1] == b"{":
        hint = f"smartcert check --baseline {file}"
        raise UsageError("usage.proposal-is-a-baseline", file=file, hint=hint)


def _keep_work(target: Path) -> None:
    """Refuse to write over a Word report that somebody has filled in. Raises `UsageError`."""
    if target.suffix == ".docx" and target.is_file():
        from smartcert.render.paper.word import is_untouched

        if not is_untouched(target.read_bytes()):
            raise UsageError("usage.edited-since", file=target, hint="-o NEW.docx")


def _target(options: ReportOptions, ending: str) -> Path | None:
    """Return the file to write: beside the proposal, in a folder, as named; None for the screen."""
    proposal = Path(options.proposal)
    name = f"{proposal.stem}.report.{ending}"
    if options.output is None:
        return proposal.with_name(name)
    if options.output == "-":
        return None
    named = Path(options.output)
    return named / name if named.is_dir() else named
