"""`smartcert compare OLD NEW`: what is fixed, open, new and worse between two rounds."""

from __future__ import annotations

import sys

from smartcert.cli.job_summary import commands_stopped
from smartcert.cli.option_values import edition
from smartcert.cli.options import CompareOptions
from smartcert.cli.output import deliver, free
from smartcert.cli.settings import resolve, start_of
from smartcert.errors import ExitCode, not_one_of
from smartcert.render.comparison_text import render
from smartcert.render.json_ import compared, text_of
from smartcert.render.terminal import columns, write
from smartcert.rounds.comments import comment_outcomes
from smartcert.rounds.comparison import compare_rounds
from smartcert.session.inputs import existing, review_of
from smartcert.session.proposals import (
    in_edition,
    read_earlier_round,
    read_round,
    refuse_unreadable,
)


def run(options: CompareOptions) -> ExitCode:
    """Print the comparison. Raises `UsageError`, `UnreadableError` and `CatalogError`."""
    if options.format not in ("text", "json"):
        raise not_one_of("--format", options.format, ["text", "json"])
    output = None if options.output == "-" else options.output
    if output is not None:
        free(output, options.format, [options.old, options.new, *options.reviews])
    question = resolve(options, start_of((options.new,))).question(options.today)
    flag = "--old-edition"
    then = in_edition(question, edition(options.old_edition or None, flag), flag)
    old = read_earlier_round(existing(options.old), then)
    reviews = map(review_of, options.reviews)
    new = read_round(existing(options.new), question, reviews, old)
    refuse_unreadable(new, "usage.new-round-unreadable")
    both = compare_rounds(old, new)
    outcomes = comment_outcomes(new, old)
    if options.format == "json":
        deliver(text_of(compared(both, outcomes)), output)
        return ExitCode.PASSED
    width = columns(sys.stdout) if output is None else 80
    lines = list(render(both, outcomes, width, verbose=options.verbose))
    if output is not None:
        deliver("".join(f"{text}\n" for _, text in lines), output)
        return ExitCode.PASSED
    with commands_stopped():
        write(lines, no_color=options.no_color)
    return ExitCode.PASSED
