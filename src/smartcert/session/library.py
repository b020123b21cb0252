"""What programs call: `smartcert.check`, `smartcert.compare` and `smartcert.report`.

Nothing is printed, and no file is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import Literal, TypedDict, Unpack, overload

from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment
from smartcert.catalog.loader import load_catalog
from smartcert.errors import refuse_unknown
from smartcert.messages.message_files import LANGUAGES, Language
from smartcert.render.formats import REPORT_FORMATS, render_report
from smartcert.rounds.baseline import mark, read_baseline
from smartcert.rounds.comparison import Comparison, compare_rounds
from smartcert.session.inputs import Given, review_of, today_in_thailand, waivers_of
from smartcert.session.proposals import (
    assess_file,
    in_edition,
    read_earlier_round,
    read_round,
    refuse_unreadable,
)
from smartcert.session.reports import report_on


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
    **terms: Unpack[Terms],
) -> Assessment:
    """Return what is missing in a proposal, where, and how to mend it.

    `proposal` is a path or the bytes of a file; only beside a path are annexes and reviews looked
    for. `baseline` is what `smartcert baseline write` wrote: its findings are marked as known.
    `reviews` are files of a committee, whose judgements count, as in `compare`.

    Whatever the proposal says is told by findings; `UsageError` is raised for an argument that
    can't be used, and `CatalogError` for criteria that can't.
    """
    given = tuple(map(review_of, reviews))
    assessment = assess_file(proposal, _question(**terms), given)
    return mark(assessment, read_baseline(Path(baseline))) if baseline is not None else assessment


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
