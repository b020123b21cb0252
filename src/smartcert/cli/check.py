"""`smartcert check`: hold proposals against the criteria and say what is missing."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment, Gate
from smartcert.assessment.submission import submit
from smartcert.cli.discovery import given
from smartcert.cli.job_summary import add_summary, commands_stopped
from smartcert.cli.options import CheckOptions
from smartcert.cli.output import Destination, begun, deliver, targets_of
from smartcert.cli.output_files import OutputFiles, refuse_read
from smartcert.cli.progress import watched
from smartcert.cli.repo_paths import from_top
from smartcert.cli.settings import removal_allowed, resolve_all
from smartcert.cli.streams import read_input, say
from smartcert.cli.workers import shared
from smartcert.errors import ExitCode, UsageError
from smartcert.findings.status import Verdict
from smartcert.messages.message import message
from smartcert.render.entries import Joined, OutputEntry, made
from smartcert.render.formats import CHECK_FORMATS, render_whole
from smartcert.render.terminal import columns, plain, write
from smartcert.rounds.gates import Gates
from smartcert.rounds.unchecked import Unchecked, unchecked
from smartcert.session.inputs import review_of
from smartcert.session.proposals import submit_file
from smartcert.workbook.source_file import proposal_source

if TYPE_CHECKING:
    from smartcert.proposal.reviews import Review
    from smartcert.render.text import Style
    from smartcert.rounds.baseline import Baseline

SHOWN_OF_MANY = 3
"""How many findings of one kind are shown of each of several proposals, without `--verbose`."""

Line = tuple[str, str]


class CheckedFile(NamedTuple):
    """What is kept of one checked proposal."""

    file: str
    verdict: Verdict
    gates: tuple[Gate, ...]
    text: list[Line]
    """Empty where no text is asked for."""
    files: tuple[str, ...]
    """The files beside the proposal that it rests on."""
    entries: tuple[Iterable[OutputEntry], ...]
    """What it gives to each format that is put together as proposals are checked."""
    assessment: Assessment | None
    """Kept only for a format that has to know all of them first."""

    @property
    def exit_code(self) -> ExitCode:
        """How a check of this proposal alone would end."""
        if self.verdict == "unreadable":
            return ExitCode.UNREADABLE
        failed = any(gate.outcome == "failed" for gate in self.gates)
        return ExitCode.FAILED if failed else ExitCode.PASSED


def run(options: CheckOptions) -> ExitCode:
    """Check and print; end with the worst that came of a proposal.

    Raises `UsageError` and `CatalogError`.
    """
    settings, found = resolve_all(options, options.proposals)
    files = found.files
    gates = settings.gates(found, allow_removed=removal_allowed(options.allow_removed))
    inputs = [*files, *settings.inputs, *options.reviews]
    targets = targets_of(options.format, options.output, inputs, force=options.force)
    # A process that does not live long frees everything at its end.
    (gc.enable if len(files) > 1 else gc.disable)()
    question = settings.question(options.today)
    others = [target for target in targets if target.name != "text"]
    joined = [target for target in others if not CHECK_FORMATS[target.name].is_whole]
    whole = [target for target in others if CHECK_FORMATS[target.name].is_whole]
    baseline = settings.known_findings()
    task = Task(
        question=question,
        style=_style(options, targets, len(files)),
        gates=gates,
        baseline=baseline,
        reviews=_reviews(options, len(files)),
        keep=bool(whole),
        joined=tuple(target.name for target in joined),
        alone=len(files) == 1,
        tells_progress=any(target.name == "comment" for target in others),
        stdin=_stdin(options),
    )
    report = _Report(targets, question.lang, len(files), options)
    with OutputFiles() as written:
        growing = [_Growing(target, written, alone=task.alone) for target in joined]
        outcomes = []
        for outcome in task.all(files, watch=not options.quiet, text=report.shown):
            for output, entries in zip(growing, outcome.entries, strict=True):
                output.take(entries)
            outcomes.append(report.take(outcome))
        for target in targets:
            if target.file is not None:
                refuse_read(target.file, (file for outcome in outcomes for file in outcome.files))
        rest = unchecked(found.unclear, found.folders, gates.base, baseline)
        for output in growing:
            output.close(rest)
        report.close(outcomes, rest, written)
        kept = [outcome.assessment for outcome in outcomes if outcome.assessment]
        _deliver(kept, question, whole, written)
    codes = [outcome.exit_code for outcome in outcomes]
    return max([*codes, ExitCode.FAILED if gates.fail_for(rest) else ExitCode.PASSED])


def _stdin(options: CheckOptions) -> str | None:
    """Return the name of standard input. Raises `UsageError` where nothing comes by it."""
    if options.stdin_filename is not None and "-" not in options.proposals:
        hint = f"smartcert check - --stdin-filename {options.stdin_filename}"
        raise UsageError("usage.no-stdin", hint=hint)
    return options.stdin_filename


def _reviews(options: CheckOptions, count: int) -> tuple[Review, ...]:
    """Return the reviews that are given. Raises `UsageError`: each is of one proposal alone."""
    if options.reviews and count > 1:
        raise UsageError("usage.review-of-one", count=count)
    return tuple(map(review_of, options.reviews))


def _style(options: CheckOptions, targets: list[Destination], count: int) -> Style | None:
    """Return how text is laid out, or None where nobody asks for text."""
    if not any(target.name == "text" for target in targets):
        return None
    from smartcert.render.text import SHOWN, Style

    to_terminal = all(target.file is None for target in targets)
    return Style(
        columns=columns(sys.stdout) if to_terminal else 80,
        verbose=options.verbose,
        quiet=options.quiet,
        shown=SHOWN if count == 1 else SHOWN_OF_MANY,
    )


def _deliver(
    assessments: list[Assessment],
    question: Question,
    targets: list[Destination],
    written: OutputFiles,
) -> None:
    """Write the formats that know all assessments, and a GitHub job's page beside annotations."""
    for target in targets:
        found = from_top(assessments) if CHECK_FORMATS[target.name].names_from_top else assessments
        write = begun(target, written)
        for text in render_whole(target.name, found, question.catalog):
            write(text)
    if any(target.name == "github" for target in targets):
        add_summary(assessments)


class _Growing:
    """An output that grows as proposals are checked."""

    def __init__(self, target: Destination, files: OutputFiles, *, alone: bool) -> None:
        self._write: Callable[[str], object] = begun(target, files)
        self._joined = Joined(CHECK_FORMATS[target.name].entries, alone=alone)
        self._write(self._joined.opened())

    def take(self, entries: Iterable[OutputEntry]) -> None:
        for text in self._joined.added(entries):
            self._write(text)

    def close(self, rest: Unchecked) -> None:
        self._write(self._joined.closed(rest))


class Task(NamedTuple):
    """The work on one proposal, the same in this process and in others."""

    question: Question
    style: Style | None
    gates: Gates
    baseline: Baseline | None
    keep: bool
    """Whether assessments are kept."""
    joined: tuple[str, ...]
    """The formats that are put together as proposals are checked."""
    alone: bool
    reviews: tuple[Review, ...] = ()
    tells_progress: bool = False
    """Whether a format tells what has changed since the base."""
    stdin: str | None = None
    """The file whose content comes by standard input."""

    def one(self, file: str) -> CheckedFile:
        """Check one file."""
        if file == self.stdin:
            source = proposal_source(read_input(), file)
            submission = submit(source, self.question, Path(file).parent, self.reviews)
        else:
            submission = submit_file(given(file), self.question, self.reviews)
        assessment = submission.assessment
        if self.baseline is not None:
            from smartcert.rounds.baseline import mark

            assessment = mark(assessment, self.baseline)
        gates = self.gates.judge(submission._replace(assessment=assessment))
        assessment = replace(assessment, gates=gates)
        if self.tells_progress:
            assessment = self._with_progress(assessment)
        return CheckedFile(
            file=file,
            verdict=assessment.verdict,
            gates=gates,
            files=assessment.files,
            text=self.text(assessment),
            entries=tuple(self.entries(assessment, name) for name in self.joined),
            assessment=assessment if self.keep else None,
        )

    def _with_progress(self, assessment: Assessment) -> Assessment:
        """Return an assessment with what has changed since its base, where it has one."""
        from smartcert.rounds.progress_since import progress_since

        base = self.gates.base
        reference = base.reference(assessment.file, self.question) if base is not None else None
        if reference is None:
            return assessment
        return replace(assessment, since=progress_since(reference, assessment))

    def entries(self, assessment: Assessment, name: str) -> Iterable[OutputEntry]:
        """Return what a proposal gives to a format, which is made when it is written."""
        form = CHECK_FORMATS[name]
        if form.names_from_top:
            assessment = from_top([assessment])[0]
        return form.entries.entries(assessment, alone=self.alone)

    def text(self, assessment: Assessment) -> list[Line]:
        """Return the lines of text, where it is asked for."""
        if self.style is None:
            return []
        from smartcert.render.text import render

        return list(render(assessment, self.style))

    def all(self, files: list[str], *, watch: bool, text: bool) -> Iterator[CheckedFile]:
        """Check all files in order; many of them in as many processes as there are processors."""
        shown = (
            partial(watched, count=len(files), lang=self.question.lang, text=text)
            if watch
            else iter
        )
        yield from shown(shared(self.one, files, _whole))


def _whole(outcome: CheckedFile) -> CheckedFile:
    """Return what comes of a file as it goes from one process to another."""
    entries = tuple([made(entry) for entry in each] for each in outcome.entries)
    return outcome._replace(entries=entries)


@dataclass(slots=True)
class _Report:
    """Writes text as proposals are checked, to a terminal at once and to a file at the end."""

    targets: list[Destination]
    lang: str
    count: int
    options: CheckOptions
    collected: list[Line] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Whether text goes to standard output."""
        return Destination("text", None) in self.targets

    def take(self, outcome: CheckedFile) -> CheckedFile:
        """Write one proposal; give it without its text.

        Where no text is shown, standard error says why it fails.
        """
        lines = list(outcome.text)
        for gate in outcome.gates:
            if gate.message:
                sentence = gate.message
                lines.append(("head-mandatory" if gate.outcome == "failed" else "dim", sentence))
                if not self.shown:
                    say(f"smartcert: {outcome.file}: {sentence}", sys.stderr)
        if self.count > 1 and not self.options.quiet:
            lines += [("", ""), ("dim", "─" * 40)]
        self.write(lines)
        return outcome._replace(text=[], entries=())

    def close(self, outcomes: list[CheckedFile], rest: Unchecked, written: OutputFiles) -> None:
        """Write the last line of several proposals, what was not checked, and the file.

        What was not checked is told on standard error, where it is seen whatever the format.
        """
        if self.count > 1:
            verdicts = [outcome.verdict for outcome in outcomes]
            counts = {
                "ready": verdicts.count("ready"),
                "gaps": verdicts.count("ready-with-gaps"),
                "not_ready": verdicts.count("not-ready"),
                "unreadable": verdicts.count("unreadable"),
            }
            self.write(
                [
                    (
                        "title",
                        message("terminal.summary.files", self.lang, count=self.count, **counts),
                    )
                ]
            )
        for sentence in rest.sentences(self.lang):
            say(f"smartcert: {sentence}", sys.stderr)
            self.collected.append(("dim", sentence))
        for target in self.targets:
            if target.name == "text" and target.file is not None:
                deliver(plain(self.collected), target, written)

    def write(self, lines: list[Line]) -> None:
        """Write lines where text goes."""
        for target in self.targets:
            if target.name == "text" and target.file is None:
                with commands_stopped():
                    write(lines, no_color=self.options.no_color)
            elif target.name == "text":
                self.collected += lines
