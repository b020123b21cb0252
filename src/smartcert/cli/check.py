"""`smartcert check`: hold proposals against the criteria and say what is missing."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from smartcert.assessment.assessor import Question, assess
from smartcert.assessment.result import Assessment, Gate
from smartcert.assessment.waivers import Waivers
from smartcert.catalog.loader import load_catalog
from smartcert.cli import options as read
from smartcert.cli.configuration import nearest, one_for_all
from smartcert.cli.job_summary import add_summary, commands_stopped
from smartcert.cli.options import CheckOptions
from smartcert.cli.output import deliver, not_read
from smartcert.cli.progress import watched
from smartcert.cli.repo_paths import from_top
from smartcert.cli.settings import Setting, gates_of, resolve_with
from smartcert.cli.targets import Target, targets_of
from smartcert.errors import ExitCode, UsageError, refuse_unknown
from smartcert.findings.status import Verdict
from smartcert.messages.terms import term
from smartcert.proposal.attachments import find_attachments
from smartcert.proposal.document import read_document
from smartcert.render.formats import CHECK_FORMATS, render_check
from smartcert.render.sanitize import for_terminal
from smartcert.render.terminal import columns, write
from smartcert.rounds.gates import Gates
from smartcert.source import read_source, take

if TYPE_CHECKING:
    from smartcert.render.text import Style
    from smartcert.rounds.baseline import Baseline

MANY = 64
"""From so many proposals on, the work is shared among processes."""

SHOWN_OF_MANY = 3
"""How many findings of one kind are told of each of several proposals, without `--verbose`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """What is kept of one checked proposal."""

    file: str
    verdict: Verdict
    gates: tuple[Gate, ...]
    text: list[tuple[str, str]]
    files: tuple[str, ...]
    """The files beside the proposal that it rests on."""
    assessment: Assessment | None
    """Kept only when another format than text needs it."""


def run(options: CheckOptions) -> int:
    """Check, print and give the exit code. Raises `UsageError` and `CatalogError`."""
    settings, files = asked(options)
    gates = gates_of(settings)
    targets = targets_of(
        options, [*files, *(settings[name].value for name in ("waivers", "baseline", "no_regress"))]
    )
    if len(files) <= MANY:
        # A short-lived process frees everything at its end.
        gc.disable()
    question = question_of(settings, options.today)
    to_terminal = all(target.file is None for target in targets)
    style = (
        _style(options, len(files), to_terminal=to_terminal)
        if any(target.name == "text" for target in targets)
        else None
    )
    others = [target for target in targets if target.name != "text"]
    task = Task(question, style, gates, baseline_of(settings["baseline"].value), bool(others))
    report = _Report(targets, question.lang, len(files), options)
    outcomes = [
        report.take(outcome)
        for outcome in task.all(files, watch=not options.quiet, text=report.shown)
    ]
    for target in targets:
        if target.file is not None:
            not_read(target.file, (file for outcome in outcomes for file in outcome.files))
    report.close(outcomes)
    if others:
        _deliver_others(
            [outcome.assessment for outcome in outcomes if outcome.assessment is not None],
            question,
            others,
        )
    return exit_code(outcomes)


def _style(options: CheckOptions, count: int, *, to_terminal: bool) -> Style:
    """Return how text is written, of one proposal or of each of several."""
    from smartcert.render.text import SHOWN, Style

    return Style(
        columns=columns(sys.stdout) if to_terminal else 80,
        verbose=options.verbose,
        quiet=options.quiet,
        shown=SHOWN if count == 1 else SHOWN_OF_MANY,
    )


def _deliver_others(kept: list[Assessment], question: Question, targets: list[Target]) -> None:
    """Write every format but text, and the page of a GitHub job beside its annotations."""
    for target in targets:
        found = from_top(kept) if CHECK_FORMATS[target.name].names_from_top else kept
        deliver(render_check(target.name, found, question.catalog), target.file)
    if any(target.name == "github" for target in targets):
        add_summary(kept)


def asked(options: CheckOptions) -> tuple[dict[str, Setting], list[str]]:
    """Return the settings in force and the files to check, all of which they hold for. Raises `UsageError`."""
    names = (
        "profile",
        "edition",
        "criteria",
        "lang",
        "fail_under",
        "fail_on",
        "no_regress",
        "waivers",
        "baseline",
    )
    flags = {name: getattr(options, name) for name in names}
    if options.proposals:
        files = read.proposals(options.proposals)
        return resolve_with(flags, one_for_all(files)), files
    configuration = nearest(Path())
    paths = resolve_with(flags, configuration)["paths"].value or ""
    files = read.proposals(tuple(paths.splitlines()))
    return resolve_with(flags, one_for_all(files, configuration)), files


def question_of(settings: dict[str, Setting], today: str | None) -> Question:
    """Return how proposals are judged. Raises `UsageError` and `CatalogError`."""
    catalog = load_catalog(settings["criteria"].value)
    profile, edition = (
        settings["profile"],
        read.edition(settings["edition"].value, settings["edition"].name),
    )
    refuse_unknown(profile.name, profile.value, [*catalog.profiles])
    refuse_unknown(settings["edition"].name, edition, [*catalog.editions])
    return Question(
        catalog=catalog,
        today=read.day(today),
        lang=read.language(settings["lang"].value, settings["lang"].name),
        profile=profile.value,
        edition=edition,
        waivers=waivers_of(settings["waivers"].value),
    )


def waivers_of(file: str | None) -> Waivers | None:
    """Read the waivers. Raises `UsageError`."""
    if file is None:
        return None
    from smartcert.assessment.waivers import read_waivers
    from smartcert.cli.session import bytes_of

    return read_waivers(read_source(bytes_of(file), file))


def baseline_of(file: str | None) -> Baseline | None:
    """Read the baseline. Raises `UsageError`."""
    if file is None:
        return None
    from smartcert.cli.baseline import known

    return known(file)


@dataclass(frozen=True, slots=True)
class Task:
    """The work on one proposal, the same in this process and in others."""

    question: Question
    style: Style | None
    """How text is written; None where nobody asks for text."""
    gates: Gates
    baseline: Baseline | None
    keep: bool

    def one(self, file: str) -> CheckedFile:
        """Check one file."""
        assessment = assess_file(file, self.question)
        if self.baseline is not None:
            from smartcert.rounds.baseline import mark

            assessment = mark(assessment, self.baseline)
        gates = self.gates.judge(assessment, self.question)
        return CheckedFile(
            file=file,
            verdict=assessment.verdict,
            gates=gates,
            files=assessment.files,
            text=self._lines(assessment),
            assessment=replace(assessment, gates=gates) if self.keep else None,
        )

    def _lines(self, assessment: Assessment) -> list[tuple[str, str]]:
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
        if len(files) < MANY:
            # A plain `map` would take a bug's StopIteration for its own end.
            yield from shown(self.one(file) for file in files)
            return
        import multiprocessing

        with multiprocessing.Pool(min(os.cpu_count() or 1, 8), _settle, (self,)) as pool:
            yield from shown(pool.imap(_one, files, chunksize=16))


_settled: list[Task] = []
"""The work of this process, where it is one of several; handed over once, since the catalog is large."""


def _settle(task: Task) -> None:
    """Take on the work, and keep the collector from looking at the catalog again and again."""
    _settled[:] = [task]
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _one(file: str) -> CheckedFile:
    return _settled[0].one(file)


def assess_file(file: str, question: Question) -> Assessment:
    """Read one file (`-` is standard input) and assess it. Raises `UsageError` when it can't be opened."""
    if file == "-":
        return assess(read_document(read_source(read.stdin_bytes(), "-")), question)
    path = Path(file)
    try:
        with path.open("rb") as stream:
            raw = take(stream)
    except OSError as problem:
        raise UsageError(
            f"เปิดแฟ้ม {file} ไม่ได้: {problem.strerror}", f"{file}: {problem.strerror}"
        ) from problem
    document = read_document(read_source(raw, file))
    return assess(document, question, find_attachments(document.data, path.parent))


def exit_code(outcomes: list[CheckedFile]) -> ExitCode:
    """Return how the run ends: with the worst that came of a proposal."""
    return max(map(_code_of, outcomes), default=ExitCode.PASSED)


def _code_of(outcome: CheckedFile) -> ExitCode:
    if outcome.verdict == "unreadable":
        return ExitCode.UNREADABLE
    failed = any(gate.outcome == "failed" for gate in outcome.gates)
    return ExitCode.FAILED if failed else ExitCode.PASSED


@dataclass(slots=True)
class _Report:
    """Writes text as proposals are checked, to a terminal at once and to a file at the end."""

    targets: list[Target]
    lang: str
    count: int
    options: CheckOptions
    collected: list[tuple[str, str]] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Whether text goes to standard output."""
        return Target("text", None) in self.targets

    def take(self, outcome: CheckedFile) -> CheckedFile:
        """Write one proposal; give it without its text. Where no text is shown, standard error says why it fails."""
        told = [
            (gate.outcome, for_terminal(gate.message)) for gate in outcome.gates if gate.message
        ]
        lines = [
            *outcome.text,
            *(("head-mandatory" if came == "failed" else "dim", message) for came, message in told),
        ]
        if not self.shown:
            for _, message in told:
                print(f"smartcert: {for_terminal(outcome.file)}: {message}", file=sys.stderr)
        if self.count > 1 and not self.options.quiet:
            lines += [("", ""), ("dim", "─" * 40)]
        self.write(lines)
        return replace(outcome, text=[])

    def close(self, outcomes: list[CheckedFile]) -> None:
        """Write the last line of several proposals, and the file."""
        if self.count > 1:
            verdicts = [outcome.verdict for outcome in outcomes]
            told = term(
                "files",
                self.lang,
                count=self.count,
                ready=verdicts.count("ready"),
                gaps=verdicts.count("ready-with-gaps"),
                not_ready=verdicts.count("not-ready"),
                unreadable=verdicts.count("unreadable"),
            )
            self.write([("title", told)])
        for target in self.targets:
            if target.name == "text" and target.file is not None:
                deliver("".join(f"{text}\n" for _, text in self.collected), target.file)

    def write(self, lines: list[tuple[str, str]]) -> None:
        for target in self.targets:
            if target.name == "text" and target.file is None:
                with commands_stopped():
                    write(lines, no_color=self.options.no_color)
            elif target.name == "text":
                self.collected += lines
