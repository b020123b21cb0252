"""`smartcert compare OLD NEW`: what is fixed, open, new and worse between two rounds."""

from __future__ import annotations

import sys

from smartcert.cli.job_summary import commands_stopped
from smartcert.cli.option_values import edition
from smartcert.cli.options import CompareOptions
from smartcert.cli.output import Destination, deliver
from smartcert.cli.output_files import OutputFiles, refuse_loss, refuse_read
from smartcert.cli.settings import resolve, start_of
from smartcert.cli.sides import read_old, side
from smartcert.errors import ExitCode, not_one_of
from smartcert.render.comparison_text import render
from smartcert.render.json_ import compared, text_of
from smartcert.render.terminal import columns, plain, write
from smartcert.rounds.comments import comment_outcomes
from smartcert.rounds.comparison import compare_rounds
from smartcert.session.inputs import review_of
from smartcert.session.proposals import (
    in_edition,
    read_round,
    refuse_unreadable,
)


def run(options: CompareOptions) -> ExitCode:
    """Print the comparison. Raises `UsageError`, `UnreadableError` and `CatalogError`."""
    if options.format not in ("text", "json"):
        raise not_one_of("--format", options.format, ["text", "json"])
    target = Destination(options.format, None if options.output == "-" else options.output)
    settings = resolve(options, start_of((options.new,)))
    if target.file is not None:
        read = [options.old, options.new, *options.reviews, *settings.inputs]
        refuse_loss(target.file, target.name, read, force=options.force)
    question = settings.question(options.today)
    flag = "--old-edition"
    then = in_edition(question, edition(options.old_edition or None, flag), flag)
    old = read_old(options.old, options.new, then)
    reviews = map(review_of, options.reviews)
    new = read_round(side(options.new), question, reviews, old)
    refuse_unreadable(new, "usage.new-round-unreadable")
    both = compare_rounds(old, new)
    outcomes = comment_outcomes(new, old)
    if target.file is not None:
        refuse_read(target.file, (*old.assessment.files, *new.assessment.files))
    with OutputFiles() as written:
        if target.name == "json":
            deliver(text_of(compared(both, outcomes)), target, written)
            return ExitCode.PASSED
        width = columns(sys.stdout) if target.file is None else 80
        lines = list(render(both, outcomes, width, verbose=options.verbose))
        if target.file is not None:
            deliver(plain(lines), target, written)
            return ExitCode.PASSED
    with commands_stopped():
        write(lines, no_color=options.no_color)
    return ExitCode.PASSED
