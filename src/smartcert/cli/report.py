"""`smartcert report`: the gap report as HTML, Word, PDF or Markdown."""

from __future__ import annotations

import sys
from pathlib import Path

from smartcert.cli.option_values import edition
from smartcert.cli.options import ReportOptions
from smartcert.cli.output_files import OutputFiles, refuse_loss, refuse_read
from smartcert.cli.settings import Settings, resolve, start_of
from smartcert.cli.sides import read_old
from smartcert.cli.streams import say
from smartcert.errors import ExitCode, UsageError
from smartcert.files import is_folder, read_file
from smartcert.gap_report.view import Report
from smartcert.render.formats import REPORT_FORMATS, Part, render_report
from smartcert.rounds.reference import REVISION
from smartcert.session.inputs import existing, review_of, source_of
from smartcert.session.proposals import in_edition, read_round
from smartcert.session.reports import report_on
from smartcert.workbook.reader import steps_noted


def run(options: ReportOptions) -> ExitCode:
    """Write the report in every format that is asked for, and print where.

    Raises `UsageError` and `CatalogError`.
    """
    formats = [name for name in REPORT_FORMATS if getattr(options, name)] or ["html"]
    output = options.output
    if output is not None and len(formats) > 1 and (output == "-" or not is_folder(output)):
        raise UsageError("usage.several-need-a-folder")
    settings = resolve(options, start_of((options.proposal,))).in_thai_unless_stated()
    inputs = [options.proposal, options.earlier, options.plan, *options.reviews, *settings.inputs]
    part = part_of(options)
    endings = {name: f"{part}.{REPORT_FORMATS[name].ending}" for name in formats}
    targets = {name: _target(options, ending) for name, ending in endings.items()}
    named = {name: target for name, target in targets.items() if target is not None}
    for name, target in named.items():
        refuse_loss(target, name, inputs, force=options.force)
    report = make(options, settings)
    if part == "response-table" and not report.outcomes:
        raise UsageError("usage.nothing-to-answer", hint="--review review-1.yaml")
    for target in named.values():
        refuse_read(target, report.assessment.files)
    with OutputFiles() as files:
        for name in formats:
            content = render_report(name, report, part, thai_digits=options.thai_digits)
            if name in named:
                files.add(named[name], name, content)
            else:
                sys.stdout.buffer.write(content)
    if not options.quiet:
        for target in named.values():
            say(target)
    return ExitCode.PASSED


def part_of(options: ReportOptions) -> Part:
    """Return which part of the report is asked for. Raises `UsageError`."""
    if options.summary and options.response_table:
        raise UsageError("usage.one-part")
    if options.response_table:
        return "response-table"
    return "summary" if options.summary else "report"


def make(options: ReportOptions, settings: Settings) -> Report:
    """Return the report on a proposal, compared with an earlier round where one is named."""
    question = settings.question(options.today)
    reviews = [review_of(file) for file in options.reviews]
    old = None
    if options.earlier:
        _refuse_findings(options.earlier)
        flag = "--old-edition"
        then = in_edition(question, edition(options.old_edition or None, flag), flag)
        old = read_old(options.earlier, options.proposal, then)
    new = read_round(existing(options.proposal), question, reviews, old)
    notes = steps_noted(source_of(existing(options.plan))) if options.plan else {}
    return report_on(new, old, question.catalog, notes)


def _refuse_findings(file: str) -> None:
    """Raise `UsageError` for a file of findings, as `check --baseline` takes it."""
    if file == "-" or file.startswith(REVISION):
        return
    if read_file(existing(file)).lstrip()[:1] == b"{":
        hint = f"smartcert check --baseline {file}"
        raise UsageError("usage.proposal-is-a-baseline", file=file, hint=hint)


def _target(options: ReportOptions, ending: str) -> str | None:
    """Return the file to write: beside the proposal, in a folder, as named; None for the screen."""
    proposal = Path(options.proposal)
    name = f"{proposal.stem}.{ending}"
    if options.output is None:
        return str(proposal.parent / name)
    if options.output == "-":
        return None
    return str(Path(options.output) / name) if is_folder(options.output) else options.output
