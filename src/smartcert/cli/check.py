"""`smartcert check`: hold proposals against the criteria and say what is missing."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from smartcert.assess import Question, assess
from smartcert.assessment import Assessment, Verdict
from smartcert.beside import look_beside
from smartcert.catalog.load import load_catalog
from smartcert.cli import options as read
from smartcert.cli.configuration import nearest, one_for_all
from smartcert.cli.options import CheckOptions
from smartcert.cli.settings import Setting, resolve_with
from smartcert.errors import UsageError, not_one_of, refuse_unknown
from smartcert.i18n.terms import term
from smartcert.render import as_text
from smartcert.render.formats import NAMES, renderer
from smartcert.render.terminal import columns, wants_colour, write
from smartcert.source import read_source, take
from smartcert.waivers import Waivers

if TYPE_CHECKING:
    from smartcert.baseline import Baseline

MANY = 64
"""From so many proposals on, the work is shared among processes."""

SHOWN_OF_MANY = 3
"""How many findings of one kind are told of each of several proposals, without `--verbose`."""

UNREADABLE = 3

CODE_QUALITY = "gl-code-quality-report.json"
"""Where GitLab's own template looks for the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is kept of one checked proposal."""

    file: str
    verdict: Verdict
    failures: tuple[str, ...]
    """Why it fails; an empty sentence for a verdict that says so itself."""
    text: list[tuple[str, str]]
    assessment: Assessment | None
    """Kept only when another format than text needs it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it goes to; None is standard output."""

    name: str
    file: str | None


def run(options: CheckOptions) -> int:
    """Check, print and give the exit code. Raises `UsageError` and `CatalogError`."""
    settings, files = asked(options)
    targets = targets_of(options)
    if len(files) <= MANY:
        # A short-lived process frees everything at its end.
        gc.disable()
    question = question_of(settings, options.today)
    to_terminal = all(target.file is None for target in targets)
    style = as_text.Style(
        columns=columns(sys.stdout) if to_terminal else 80,
        verbose=options.verbose,
        quiet=options.quiet,
        shown=as_text.SHOWN if len(files) == 1 else SHOWN_OF_MANY,
    )
    others = [target for target in targets if target.name != "text"]
    task = Task(question, style, gate_values(settings), baseline_of(settings["baseline"].value), bool(others))
    report = _Report(targets, question.lang, len(files), options)
    outcomes = [report.take(outcome) for outcome in task.all(files, options.quiet)]
    report.close(outcomes)
    if others:
        kept = [outcome.assessment for outcome in outcomes if outcome.assessment is not None]
        for target in others:
            deliver(renderer(target.name)(kept, question.catalog), target.file)
        _summarize(kept, question, others)
    return exit_code(outcomes)


def asked(options: CheckOptions) -> tuple[dict[str, Setting], list[str]]:
    """Give the settings in force and the files to check, all of which they hold for. Raises `UsageError`."""
    names = ("profile", "edition", "criteria", "lang", "fail_under", "fail_on", "no_regress", "waivers", "baseline")
    flags = {name: getattr(options, name) for name in names}
    if options.proposals:
        files = read.proposals(options.proposals)
        return resolve_with(flags, one_for_all(files)), files
    configuration = nearest(Path())
    paths = resolve_with(flags, configuration)["paths"].value or ""
    files = read.proposals(tuple(paths.splitlines()))
    return resolve_with(flags, one_for_all(files, configuration)), files


def question_of(settings: dict[str, Setting], today: str | None) -> Question:
    """Give how proposals are judged. Raises `UsageError` and `CatalogError`."""
    catalog = load_catalog(settings["criteria"].value)
    profile, edition = settings["profile"], read.edition(settings["edition"].value, settings["edition"].name)
    refuse_unknown(profile.name, profile.value, [entry["id"] for entry in catalog.profiles])
    refuse_unknown(settings["edition"].name, edition, [entry["id"] for entry in catalog.editions])
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
    from smartcert.cli.rounds import bytes_of
    from smartcert.waivers import read_waivers

    return read_waivers(read_source(bytes_of(file), file))


def baseline_of(file: str | None) -> Baseline | None:
    """Read the baseline. Raises `UsageError`."""
    if file is None:
        return None
    from smartcert.cli.baseline import known

    return known(file)


@dataclass(frozen=True, slots=True)
class GateValues:
    """The gates as they are stated, checked."""

    fail_on: str
    fail_under: str | None
    no_regress: str | None


def gate_values(settings: dict[str, Setting]) -> GateValues:
    """Give the gates that are set. Raises `UsageError`."""
    fail_on, fail_under = settings["fail_on"], settings["fail_under"]
    refuse_unknown(fail_on.name, fail_on.value, ["mandatory", "recommended", "any"])
    read.limit(fail_under.value, fail_under.name)
    return GateValues(fail_on.value or "", fail_under.value, settings["no_regress"].value)


def targets_of(options: CheckOptions) -> list[Target]:
    """Give the formats and where each goes; in GitHub Actions and GitLab CI the fitting one comes by itself. Raises `UsageError`."""
    targets = []
    for stated in options.format or default_formats():
        name, equals, file = stated.partition("=")
        if name not in NAMES:
            raise not_one_of("--format", name, list(NAMES))
        if equals and not file:
            raise UsageError(f"--format {name}= ต้องตามด้วยชื่อแฟ้ม", f"--format {name}= needs a file name")
        targets.append(Target(name, file or None))
    if options.output not in (None, "-"):
        free = [index for index, target in enumerate(targets) if target.file is None]
        if len(free) != 1:
            raise UsageError("-o ใช้ได้กับรูปแบบเดียวที่ไม่ได้ระบุแฟ้ม", "-o takes one format that has no file of its own")
        targets[free[0]] = replace(targets[free[0]], file=options.output)
    return targets


def default_formats() -> tuple[str, ...]:
    """Give the formats when none is named: by the CI system, if there is one."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return ("text", "github")
    if os.environ.get("GITLAB_CI") == "true":
        return ("text", f"gitlab={CODE_QUALITY}")
    return ("text",)


@dataclass(frozen=True, slots=True)
class Task:
    """The work on one proposal, the same in this process and in others."""

    question: Question
    style: as_text.Style
    gates: GateValues
    baseline: Baseline | None
    keep: bool

    def one(self, file: str) -> Outcome:
        """Check one file."""
        assessment = assess_file(file, self.question)
        if self.baseline is not None:
            from smartcert.baseline import mark

            assessment = mark(assessment, self.baseline)
        return Outcome(
            file=file,
            verdict=assessment.verdict,
            failures=self.failures(assessment),
            text=list(as_text.render(assessment, self.style)),
            assessment=assessment if self.keep else None,
        )

    def failures(self, assessment: Assessment) -> tuple[str, ...]:
        """Say which gates fail; the usual one needs nothing loaded."""
        gates = self.gates
        if gates.fail_on == "mandatory" and not (gates.fail_under or gates.no_regress):
            blocked = any(finding.level == "mandatory" and finding.suppression is None for finding in assessment.findings)
            return ("",) if blocked else ()
        from smartcert.cli.gates import Gates

        limit = read.limit(gates.fail_under)
        stated = Gates(fail_on=gates.fail_on, fail_under=limit, limit_text=gates.fail_under or "", no_regress=gates.no_regress)
        return tuple(stated.failures(assessment, self.question))

    def all(self, files: list[str], quiet: bool) -> Iterator[Outcome]:
        """Check all files in order; many of them in as many processes as there are processors."""
        if len(files) < MANY:
            for file in files:
                yield self.one(file)
            return
        import multiprocessing

        with multiprocessing.Pool(min(os.cpu_count() or 1, 8), _settle) as pool:
            yield from _with_progress(pool.imap(self.one, files, chunksize=16), len(files), self.question.lang, quiet)


def _settle() -> None:
    """Keep the collector from looking at the catalog again and again, in a process that checks many files."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def assess_file(file: str, question: Question) -> Assessment:
    """Read one file (`-` is standard input) and assess it. Raises `UsageError` when it can't be opened."""
    if file == "-":
        return assess(read_source(read.stdin_bytes(), "-"), question)
    path = Path(file)
    try:
        with path.open("rb") as stream:
            raw = take(stream)
    except OSError as problem:
        raise UsageError(f"เปิดแฟ้ม {file} ไม่ได้: {problem.strerror}", f"{file}: {problem.strerror}") from problem
    return assess(read_source(raw, file), question, lambda data: look_beside(data, path.parent))


def exit_code(outcomes: list[Outcome]) -> int:
    """Give 0 when every proposal passes, 3 when one can't be read, 1 otherwise."""
    codes = [UNREADABLE if outcome.verdict == "unreadable" else 1 if outcome.failures else 0 for outcome in outcomes]
    return max(codes, default=0)


@dataclass(slots=True)
class _Report:
    """Writes text as proposals are checked, to a terminal at once and to a file at the end."""

    targets: list[Target]
    lang: str
    count: int
    options: CheckOptions
    collected: list[tuple[str, str]] = field(default_factory=list)

    def take(self, outcome: Outcome) -> Outcome:
        """Write one proposal; give it without its text."""
        lines = [*outcome.text, *(("head-mandatory", told) for told in outcome.failures if told)]
        if self.count > 1 and not self.options.quiet:
            lines += [("", ""), ("dim", "─" * 40)]
        self.write(lines)
        return replace(outcome, text=[])

    def close(self, outcomes: list[Outcome]) -> None:
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


@contextmanager
def commands_stopped() -> Iterator[None]:
    """Keep GitHub from taking a draft's text in the log for a command of ours; the word that ends this can't be guessed."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        yield
        return
    from secrets import token_hex

    word = token_hex(16)
    print(f"::stop-commands::{word}")
    yield
    print(f"::{word}::")


def deliver(text: str, output: str | None) -> None:
    """Write to standard output, or to a file that appears whole or not at all. Raises `UsageError`."""
    if output in (None, "-"):
        sys.stdout.write(text)
        return
    from smartcert.paths import write_whole

    try:
        write_whole(Path(output), text.encode(errors="replace"))
    except OSError as problem:
        raise UsageError(f"เขียนลง {output} ไม่ได้: {problem.strerror}", f"{output}: {problem.strerror}") from problem


def _summarize(assessments: list[Assessment], question: Question, targets: list[Target]) -> None:
    """Add a summary to the page of a GitHub job, where the environment offers one."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page and any(target.name == "github" for target in targets):
        with Path(page).open("a", encoding="utf-8") as stream:
            stream.write(renderer("markdown")(assessments, question.catalog))


def _with_progress(outcomes: Iterator[Outcome], count: int, lang: str, quiet: bool) -> Iterator[Outcome]:
    """Show a bar on standard error while a long run goes on; only on a terminal."""
    if quiet or not wants_colour(sys.stderr) or sys.stdout.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(outcomes, term("checking", lang), total=count, console=Console(stderr=True), transient=True)
