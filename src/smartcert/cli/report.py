"""`smartcert report`: the gap report as HTML, Word, PDF or Markdown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from smartcert.assess import Question
from smartcert.catalog.load import load_catalog
from smartcert.cli import options as read
from smartcert.cli.rounds import reviews_of, submission
from smartcert.errors import UsageError
from smartcert.paths import write_whole
from smartcert.report.view import Report, build
from smartcert.rounds import closures, compare


def _html(report: Report) -> bytes:
    from smartcert.render.as_html import render

    return render(report).encode()


def _docx(report: Report) -> bytes:
    from smartcert.render.as_docx import render

    return render(report)


def _pdf(report: Report) -> bytes:
    from smartcert.render.as_pdf import render

    return render(report)


def _markdown(report: Report) -> bytes:
    from smartcert.render.as_markdown import render

    return render(report).encode()


FORMATS: dict[str, tuple[str, Callable[[Report], bytes]]] = {
    "html": ("html", _html),
    "docx": ("docx", _docx),
    "pdf": ("pdf", _pdf),
    "markdown": ("md", _markdown),
}
"""Each format: the ending of its file, and what writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """What `report` was asked to do, as text from the command line."""

    proposal: str = read.DEFAULT_PROPOSAL
    formats: tuple[str, ...] = ()
    output: str | None = None
    baseline: str | None = None
    reviews: tuple[str, ...] = ()
    lang: str | None = None
    criteria: str | None = None
    edition: str | None = None
    profile: str | None = None
    today: str | None = None
    quiet: bool = False


def run(options: ReportOptions) -> int:
    """Write the report in every format that is asked for, and print where. Raises `UsageError` and `CatalogError`."""
    formats = options.formats or ("html",)
    if options.output is not None and len(formats) > 1 and (options.output == "-" or not Path(options.output).is_dir()):
        raise UsageError(
            "เมื่อขอหลายรูปแบบ -o ต้องเป็นโฟลเดอร์ที่มีอยู่",
            "with several formats, -o must be a folder that is there",
        )
    report = make(options)
    made = {name: FORMATS[name][1](report) for name in formats}
    for name, content in made.items():
        target = _target(options, FORMATS[name][0])
        if target is None:
            sys.stdout.buffer.write(content)
            continue
        try:
            write_whole(target, content)
        except OSError as problem:
            raise UsageError(f"เขียนลง {target} ไม่ได้: {problem.strerror}", f"{target}: {problem.strerror}") from problem
        if not options.quiet:
            print(target)
    return 0


def make(options: ReportOptions) -> Report:
    """Read, assess and compare; give the report."""
    # The report is Thai unless it is asked for in English: its readers are, whatever the computer's language.
    lang = read.language(options.lang or read.stated_language() or read.DEFAULT_LANGUAGE)
    catalog = load_catalog(options.criteria)
    question = Question(
        catalog=catalog,
        today=read.day(options.today),
        lang=lang,
        profile=options.profile,
        edition=read.edition(options.edition),
    )
    new = submission(read.existing(options.proposal), question, reviews_of(list(options.reviews)))
    old = submission(read.existing(options.baseline), question) if options.baseline else None
    comparison = compare(old.assessment, new.assessment) if old else None
    closed = closures(new.beside.reviews, new.assessment, new.draft, old.draft.source if old else None)
    return build(new.assessment, new.draft, catalog, comparison, closed)


def _target(options: ReportOptions, ending: str) -> Path | None:
    """Give the file to write: beside the proposal, in a folder, as named, or none for standard output."""
    proposal = Path(options.proposal)
    name = f"{proposal.stem}.report.{ending}"
    if options.output is None:
        return proposal.with_name(name)
    if options.output == "-":
        return None
    named = Path(options.output)
    return named / name if named.is_dir() else named
