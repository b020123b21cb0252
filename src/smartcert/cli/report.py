"""`smartcert report`: the gap report as HTML, Word, PDF or Markdown."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from smartcert.cli import options as read
from smartcert.cli.baseline import as_proposal
from smartcert.cli.check import question_of
from smartcert.cli.output import free, not_read, write
from smartcert.cli.session import earlier_round, reviews_of, submission
from smartcert.cli.settings import Setting, in_thai_unless_stated, resolve, start_of
from smartcert.errors import UsageError
from smartcert.render.formats import REPORT_FORMATS, render_report
from smartcert.report.view import Report, build
from smartcert.rounds.comparison import closures, compare


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """What `report` was asked to do, as text from the command line."""

    proposal: str = read.DEFAULT_PROPOSAL
    formats: tuple[str, ...] = ()
    output: str | None = None
    baseline: str | None = None
    old_edition: str | None = None
    reviews: tuple[str, ...] = ()
    lang: str | None = None
    criteria: str | None = None
    edition: str | None = None
    profile: str | None = None
    today: str | None = None
    waivers: str | None = None
    quiet: bool = False


def run(options: ReportOptions) -> int:
    """Write the report in every format that is asked for, and print where. Raises `UsageError` and `CatalogError`."""
    formats = options.formats or ("html",)
    if (
        options.output is not None
        and len(formats) > 1
        and (options.output == "-" or not Path(options.output).is_dir())
    ):
        raise UsageError(
            "เมื่อขอหลายรูปแบบ -o ต้องเป็นโฟลเดอร์ที่มีอยู่",
            "with several formats, -o must be a folder that is there",
        )
    inputs = [options.proposal, options.baseline, options.waivers, *options.reviews]
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
    return 0


def make(options: ReportOptions) -> Report:
    """Read, assess and compare; give the report."""
    question = question_of(_settings(options), options.today)
    reviews = reviews_of(list(options.reviews))
    old = (
        earlier_round(as_proposal(options.baseline), question, options.old_edition)
        if options.baseline
        else None
    )
    new = submission(read.existing(options.proposal), question, reviews, old)
    comparison = compare(old.assessment, new.assessment) if old else None
    closed = closures(
        new.attachments.reviews,
        new.assessment,
        new.document,
        old.assessment if old else None,
        old.document.source if old else None,
    )
    return build(
        new.assessment, new.document, question.catalog, comparison, closed, new.attachments.reviews
    )


def _settings(options: ReportOptions) -> dict[str, Setting]:
    """Return the settings in force, the same as for `check`."""
    names = ("profile", "edition", "criteria", "lang", "waivers")
    return in_thai_unless_stated(
        resolve({name: getattr(options, name) for name in names}, start_of((options.proposal,)))
    )


def _keep_work(target: Path) -> None:
    """Refuse to write over a Word report that somebody has filled in. Raises `UsageError`."""
    if target.suffix == ".docx" and target.is_file():
        from smartcert.render.docx.document import is_untouched

        if not is_untouched(target.read_bytes()):
            raise UsageError(
                f"{target} มีผู้แก้ไขแล้ว จึงไม่เขียนทับ ให้เปลี่ยนชื่อแฟ้มเดิม หรือใช้ -o ตั้งชื่อใหม่",
                f"{target} has been edited and is not written over; rename it, or name another file",
                "-o NEW.docx",
            )


def _target(options: ReportOptions, ending: str) -> Path | None:
    """Return the file to write: beside the proposal, in a folder, as named, or none for standard output."""
    proposal = Path(options.proposal)
    name = f"{proposal.stem}.report.{ending}"
    if options.output is None:
        return proposal.with_name(name)
    if options.output == "-":
        return None
    named = Path(options.output)
    return named / name if named.is_dir() else named
