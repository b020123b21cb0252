"""`smartcert check`: hold proposals against the criteria and say what is missing."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from smartcert.assess import Question, assess
from smartcert.assessment import Assessment, Verdict
from smartcert.beside import look_beside
from smartcert.catalog.load import load_catalog
from smartcert.cli import options as read
from smartcert.cli.options import CheckOptions
from smartcert.errors import UsageError, not_one_of
from smartcert.i18n.terms import term
from smartcert.render import as_text
from smartcert.render.numbers import percent_text
from smartcert.render.terminal import columns, wants_colour, write
from smartcert.score import Share
from smartcert.source import read_source

MANY = 64
"""From so many proposals on, the work is shared among processes."""

SHOWN_OF_MANY = 3
"""How many findings of one kind are told of each of several proposals, without `--verbose`."""

EXIT = {"ready": 0, "ready-with-gaps": 0, "not-ready": 1, "unreadable": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is kept of one checked proposal."""

    file: str
    verdict: Verdict
    readiness: Share | None
    text: list[tuple[str, str]]
    data: dict[str, Any] | None


def run(options: CheckOptions) -> int:
    """Check, print and give the exit code. Raises `UsageError` and `CatalogError`."""
    lang = read.language(options.lang)
    if options.format not in read.FORMATS:
        raise not_one_of("--format", options.format, list(read.FORMATS))
    limit = read.limit(options.fail_under)
    files = read.proposals(options.proposals)
    if len(files) <= MANY:
        # A short-lived process frees everything at its end.
        gc.disable()
    question = Question(
        catalog=load_catalog(options.criteria),
        today=read.day(options.today),
        lang=lang,
        profile=options.profile,
        edition=read.edition(options.edition),
    )
    style = as_text.Style(
        columns=80 if options.output else columns(sys.stdout),
        verbose=options.verbose,
        quiet=options.quiet,
        shown=as_text.SHOWN if len(files) == 1 else SHOWN_OF_MANY,
    )
    task = Task(question, style, options.format)
    if options.format == "json":
        outcomes = list(task.all(files, options.quiet))
        _emit_json([outcome.data for outcome in outcomes if outcome.data is not None], options.output)
    else:
        outcomes = _emit_text(task.all(files, options.quiet), len(files), limit, lang, options)
    return exit_code(outcomes, limit)


@dataclass(frozen=True, slots=True)
class Task:
    """The work on one proposal, the same in this process and in others."""

    question: Question
    style: as_text.Style
    format: str

    def one(self, file: str) -> Outcome:
        """Check one file."""
        assessment = assess_file(file, self.question)
        if self.format == "json":
            from smartcert.render.as_json import one

            text, data = [], one(assessment)
        else:
            text, data = list(as_text.render(assessment, self.style)), None
        readiness = assessment.score.readiness if assessment.score else None
        return Outcome(file=file, verdict=assessment.verdict, readiness=readiness, text=text, data=data)

    def all(self, files: list[str], quiet: bool) -> Iterator[Outcome]:
        """Check all files in order; many of them in as many processes as there are processors."""
        if len(files) < MANY:
            yield from map(self.one, files)
            return
        import multiprocessing
        import os

        with multiprocessing.Pool(min(os.cpu_count() or 1, 8)) as pool:
            yield from _with_progress(pool.imap(self.one, files, chunksize=16), len(files), self.question.lang, quiet)


def assess_file(file: str, question: Question) -> Assessment:
    """Read one file (`-` is standard input) and assess it. Raises `UsageError` when it can't be opened."""
    if file == "-":
        return assess(read_source(read.stdin_bytes(), "-"), question)
    path = Path(file)
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise UsageError(f"เปิดแฟ้ม {file} ไม่ได้: {problem.strerror}", f"{file}: {problem.strerror}") from problem
    return assess(read_source(raw, file), question, lambda data: look_beside(data, path.parent))


def exit_code(outcomes: list[Outcome], limit: Fraction | None) -> int:
    """Give 0 when every proposal passes, 3 when one can't be read, 1 otherwise."""
    codes = {EXIT[outcome.verdict] for outcome in outcomes}
    if any(below(outcome, limit) for outcome in outcomes):
        codes.add(1)
    return max(codes)


def below(outcome: Outcome, limit: Fraction | None) -> bool:
    """Tell whether readiness is under the gate; compared exactly, not as printed."""
    if limit is None or outcome.readiness is None:
        return False
    value = outcome.readiness.value
    return value is not None and value < limit


def _emit_json(data: list[dict[str, Any]], output: str | None) -> None:
    from smartcert.render.as_json import dump

    deliver(dump(data), output)


def _emit_text(
    outcomes: Iterator[Outcome], count: int, limit: Fraction | None, lang: str, options: CheckOptions
) -> list[Outcome]:
    done: list[Outcome] = []
    collected: list[tuple[str, str]] = []
    for outcome in outcomes:
        lines = list(outcome.text)
        if below(outcome, limit) and outcome.readiness is not None:
            told = term("gate", lang, value=percent_text(outcome.readiness), limit=options.fail_under)
            lines.append(("head-mandatory", told))
        if count > 1 and not options.quiet:
            lines += [("", ""), ("dim", "─" * 40)]
        if options.output:
            collected += lines
        else:
            write(lines, no_color=options.no_color)
        done.append(Outcome(file=outcome.file, verdict=outcome.verdict, readiness=outcome.readiness, text=[], data=None))
    if count > 1:
        verdicts = [outcome.verdict for outcome in done]
        told = term(
            "files",
            lang,
            count=count,
            ready=verdicts.count("ready"),
            gaps=verdicts.count("ready-with-gaps"),
            not_ready=verdicts.count("not-ready"),
            unreadable=verdicts.count("unreadable"),
        )
        collected.append(("title", told))
        if not options.output:
            write([("title", told)], no_color=options.no_color)
    if options.output:
        deliver("".join(f"{text}\n" for _, text in collected), options.output)
    return done


def deliver(text: str, output: str | None) -> None:
    """Write to standard output, or to a file that appears whole or not at all. Raises `UsageError`."""
    if output in (None, "-"):
        sys.stdout.write(text)
        return
    from smartcert.paths import write_whole

    try:
        write_whole(Path(output), text.encode())
    except OSError as problem:
        raise UsageError(f"เขียนลง {output} ไม่ได้: {problem.strerror}", f"--output {output}: {problem.strerror}") from problem


def _with_progress(outcomes: Iterator[Outcome], count: int, lang: str, quiet: bool) -> Iterator[Outcome]:
    """Show a bar on standard error while a long run goes on; only on a terminal."""
    if quiet or not wants_colour(sys.stderr) or sys.stdout.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(outcomes, term("checking", lang), total=count, console=Console(stderr=True), transient=True)
