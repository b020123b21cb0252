"""What programs call: `smartcert.check`, `smartcert.report` and the others.

Nothing is printed, and no file is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal, TypedDict, Unpack, overload

from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment
from smartcert.catalog.loader import load_catalog
from smartcert.errors import refuse_unknown
from smartcert.messages.message_files import LANGUAGES, Language
from smartcert.proposal.repairs import Repairs, mendable, repairs_of
from smartcert.render.formats import CHECK_FORMATS, REPORT_FORMATS, render_check, render_report
from smartcert.rounds.baseline import mark, read_baseline
from smartcert.rounds.comparison import Comparison, compare_rounds
from smartcert.rounds.gates import Gates
from smartcert.session.draft import plain, rewritten
from smartcert.session.form_fields import form_fields
from smartcert.session.gap_notes import with_gaps
from smartcert.session.inputs import (
    Given,
    review_of,
    source_of,
    today_in_thailand,
    waivers_of,
)
from smartcert.session.proposals import (
    in_edition,
    read_earlier_round,
    read_round,
    refuse_unreadable,
    submit_file,
)
from smartcert.session.reports import report_on
from smartcert.session.review_draft import draft
from smartcert.workbook.hints import Hints
from smartcert.workbook.reader import steps_noted
from smartcert.workbook.writer import Content
from smartcert.workbook.writer import write as write_workbook
from smartcert.workbook.yaml_text import yaml_text

CheckFormatName = Literal[
    "concise", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "badge"
]


class Terms(TypedDict, total=False):
    """How a proposal is judged; each may be left out."""

    lang: Language
    """The language of all that is said: `th`, the default, or `en`."""
    today: date | None
    """The day of the assessment; that in Thailand, when it is left out."""
    profile: str | None
    """What is applied for, such as `logo`; what the proposal says, when it is left out."""
    edition: int | None
    """The year of the edition in B.E.; the catalog's usual one, when it is left out."""
    criteria: str | PathLike[str] | None
    """Another catalog: its folder, or the id of one that is built in."""
    waivers: Given | None
    """The file of waivers."""


def check(
    proposal: Given,
    *,
    baseline: str | PathLike[str] | None = None,
    reviews: Iterable[Given] = (),
    folder: str | PathLike[str] | None = None,
    **terms: Unpack[Terms],
) -> Assessment:
    """Return what is missing in a proposal, where, and how to mend it.

    `proposal` is a path, the bytes of a file, or what it would say as plain data. Annexes and
    reviews are looked for beside a path, else in `folder`, if one is given. `baseline` is what
    `smartcert baseline write` wrote: its findings are marked as known. `reviews` are files of a
    committee, whose judgements count, as in `compare`.

    Whatever the proposal says is told by findings; `UsageError` is raised for an argument that
    can't be used, and `CatalogError` for criteria that can't.
    """
    given = tuple(map(review_of, reviews))
    beside = Path(folder) if folder is not None else None
    submission = submit_file(proposal, _question(**terms), given, beside)
    assessment = submission.assessment
    if baseline is not None:
        assessment = mark(assessment, read_baseline(Path(baseline)))
    gates = Gates().judge(submission._replace(assessment=assessment))
    return replace(assessment, gates=gates)


def compare(
    old: Given,
    new: Given,
    *,
    old_edition: int | None = None,
    reviews: Iterable[Given] = (),
    **terms: Unpack[Terms],
) -> Comparison:
    """Return what is fixed, open, new and worse between two rounds of a proposal.

    `reviews` are files of the committee's comments, taken instead of those that the new round names
    for the same round. `old_edition` is the edition that the old round is held against. Raises
    `UnreadableError` where one of the two can't be read, and else as `check` does.
    """
    question = _question(**terms)
    before = read_earlier_round(old, in_edition(question, old_edition, "old_edition"))
    after = read_round(new, question, map(review_of, reviews), before)
    refuse_unreadable(after, "usage.new-round-unreadable")
    return compare_rounds(before, after)


@overload
def report(
    proposal: Given,
    *,
    format: Literal["html", "markdown"] = "html",
    baseline: Given | None = None,
    old_edition: int | None = None,
    reviews: Iterable[Given] = (),
    **terms: Unpack[Terms],
) -> str: ...


@overload
def report(
    proposal: Given,
    *,
    format: Literal["docx", "pdf"],
    baseline: Given | None = None,
    old_edition: int | None = None,
    reviews: Iterable[Given] = (),
    **terms: Unpack[Terms],
) -> bytes: ...


def report(
    proposal: Given,
    *,
    format: Literal["html", "markdown", "docx", "pdf"] = "html",  # noqa: A002  as `--format`
    baseline: Given | None = None,
    old_edition: int | None = None,
    reviews: Iterable[Given] = (),
    **terms: Unpack[Terms],
) -> str | bytes:
    """Return the gap report: a page as text (HTML, Markdown), or a file's bytes (Word, PDF).

    `baseline` is the proposal of an earlier round, to which this one is compared; the other
    arguments are those of `compare`. PDF needs WeasyPrint, the extra `pdf`. Raises as `compare`
    does, but a proposal that can't be read has a report that says so.
    """
    refuse_unknown("format", format, [*REPORT_FORMATS])
    question = _question(**terms)
    given = [review_of(review) for review in reviews]
    old = None
    if baseline is not None:
        old = read_earlier_round(baseline, in_edition(question, old_edition, "old_edition"))
    made = report_on(read_round(proposal, question, given, old), old, question.catalog)
    page = render_report(format, made)
    return page.decode() if format in ("html", "markdown") else page


def write(
    assessment: Assessment | Iterable[Assessment],
    format: CheckFormatName = "json",  # noqa: A002  as `--format`
) -> str:
    """Return one assessment, or several, as the text that `check --format` prints."""
    refuse_unknown("format", format, [*CHECK_FORMATS])
    found = [assessment] if isinstance(assessment, Assessment) else [*assessment]
    return render_check(format, found, load_catalog(found[0].catalog_id if found else None))


def fix(proposal: Given, *, only: Iterable[str] = ()) -> Repairs:
    """Return what mends the slips of the pen in a file, and what only a person can mend.

    `only` are the codes of those that are wanted. `Repairs.text()` is the text without them.
    """
    codes = tuple(only)
    for code in codes:
        refuse_unknown("only", code, mendable())
    return repairs_of(source_of(proposal), codes)


def form(proposal: Given | None = None, *, gaps: bool = False, **terms: Unpack[Terms]) -> bytes:
    """Return the workbook of a proposal, or an empty one for all Smarts.

    With `gaps`, what is open stands at its cell, and the steps that close it on a sheet of their
    own. Raises `UnreadableError` for a proposal that can't be read.
    """
    question = _question(**terms)
    catalog = question.catalog
    profile = question.profile or catalog.default_profile
    content = Content(smarts=tuple(catalog.smarts))
    if proposal is not None:
        submission = read_round(proposal, question)
        refuse_unreadable(submission, "usage.cannot-be-a-form")
        profile = submission.assessment.profile
        source = submission.document.source
        content = with_gaps(submission, steps_noted(source)) if gaps else Content(source.root)
    return write_workbook(content, Hints(catalog, profile, question.lang))


def to_yaml(proposal: Given, *, into: Given | None = None) -> str:
    """Return a proposal, such as a workbook, as the text of a YAML file.

    `into` is a file that says nearly the same: lines of it that need no change stay as they are.
    """
    source = source_of(proposal)
    if into is not None:
        return rewritten(source_of(into), source.root or {})
    return yaml_text(plain(source.root or {}))


def draft_review(proposal: Given, **terms: Unpack[Terms]) -> str:
    """Return the YAML of a review that a committee can edit: a comment for each requirement."""
    submission = read_round(proposal, _question(**terms))
    return "\n".join(draft(submission.assessment, submission.document.source.root)) + "\n"


def fields(**terms: Unpack[Terms]) -> list[dict[str, Any]]:
    """Return the fields of a proposal as plain data: what a form needs that asks for them."""
    question = _question(**terms)
    profile = question.profile or question.catalog.default_profile
    return form_fields(question.catalog, profile, question.lang)


def data_of(proposal: Given) -> dict[str, Any]:
    """Return what a proposal says as dictionaries, lists and text, for a form to hold."""
    root = source_of(proposal).root
    return plain(root) if isinstance(root, Mapping) else {}


def _question(
    *,
    lang: Language = "th",
    today: date | None = None,
    profile: str | None = None,
    edition: int | None = None,
    criteria: str | PathLike[str] | None = None,
    waivers: Given | None = None,
) -> Question:
    refuse_unknown("lang", lang, LANGUAGES)
    return Question(
        catalog=load_catalog(None if criteria is None else fspath(criteria)),
        today=today or today_in_thailand(),
        lang=lang,
        profile=profile,
        edition=edition,
        waivers=waivers_of(waivers),
    )
