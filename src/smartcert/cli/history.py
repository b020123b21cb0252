"""`smartcert history`: how one proposal stood over its commits."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from smartcert.assessment.question import Question
from smartcert.cli.job_summary import commands_stopped
from smartcert.cli.options import HistoryOptions
from smartcert.cli.output import Destination, targets_of
from smartcert.cli.output_files import OutputFiles
from smartcert.cli.settings import resolve, start_of
from smartcert.errors import ExitCode, UsageError, not_one_of
from smartcert.portfolio.chronicle import Chronicle, Moment
from smartcert.portfolio.city import change_between
from smartcert.portfolio.entry import RoundEntry, entry_of
from smartcert.render.history_formats import FORMATS, render, render_text
from smartcert.render.terminal import plain, write
from smartcert.rounds.file_history import FileVersion, versions_of
from smartcert.rounds.past_state import proposal_at
from smartcert.session.inputs import existing
from smartcert.session.past import submit_past

AS_OF = ("today", "commit")


def run(options: HistoryOptions) -> ExitCode:
    """Print how the proposal stood. Raises `UsageError` and `CatalogError`."""
    if options.as_of not in AS_OF:
        raise not_one_of("--as-of", options.as_of, list(AS_OF))
    if options.max is not None and not (options.max.isdecimal() and int(options.max)):
        raise UsageError("usage.no-count", option="--max", value=options.max)
    settings = resolve(options, start_of((options.proposal,)))
    file = existing(options.proposal)
    inputs = [file, *settings.inputs]
    targets = targets_of(options.format, options.output, inputs, force=options.force, names=FORMATS)
    question = settings.question(options.today)
    most = int(options.max) if options.max else None
    versions = versions_of(file, options.since, options.tags, most)
    moments = tuple(_moments(versions, question, options.as_of))
    chronicle = Chronicle(file, question.lang, question.today, options.as_of, moments)
    if not moments:
        raise UsageError("usage.no-history", file=file)
    with OutputFiles() as written:
        for target in targets:
            _deliver(chronicle, target, written, no_color=options.no_color)
    return ExitCode.PASSED


def _moments(versions: list[FileVersion], question: Question, as_of: str) -> Iterator[Moment]:
    """Yield each state that differs from the one before."""
    before: RoundEntry | None = None
    known = None
    for version in versions:
        found = version.commit.find(version.name)
        past = proposal_at(version.commit, version.name, f"{version.commit.id[:8]}:{version.name}")
        if past is None or (found == known and not version.tags):
            continue
        known = found
        asked = replace(question, today=version.day) if as_of == "commit" else question
        state = entry_of(submit_past(past, asked), (), with_gaps=False)
        read = state if isinstance(state, RoundEntry) else None
        change = change_between(before, read)
        before = read or before
        commit = version.commit.id[:8]
        yield Moment(version.day, commit, version.subject, version.tags, state, change)


def _deliver(
    chronicle: Chronicle, target: Destination, written: OutputFiles, *, no_color: bool
) -> None:
    if target.name == "text":
        lines = list(render_text(chronicle))
        if target.file is not None:
            written.add(target.file, "text", plain(lines).encode(errors="replace"))
            return
        with commands_stopped():
            write(lines, no_color=no_color)
        return
    text = render(target.name, chronicle)
    if target.file is not None:
        written.add(target.file, target.name, text.encode(errors="replace"))
    else:
        sys.stdout.write(text)
