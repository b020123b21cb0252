"""Sentences about two rounds and about reviews, as every format and the terminal say them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from smartcert.messages.message import message
from smartcert.thai.date import OFFSET, format_date

if TYPE_CHECKING:
    from smartcert.proposal.reviews import Review
    from smartcert.rounds.comparison import CommentOutcome, Comparison


def edition(year: int, lang: str) -> int:
    """Return the year of an edition, which catalogs have in B.E., in the reader's calendar."""
    return year if lang == "th" else year - OFFSET


def editions(first: int | None, last: int | None, lang: str) -> str:
    """Say which editions ask for something: from the first to the last, either of them open."""
    return "–".join(str(edition(year, lang)) if year else "" for year in (first, last))


def told_counts(both: Comparison, lang: str) -> str:
    """Say how many gaps are fixed, remain and are new."""
    return message(
        "report.gap-counts",
        lang,
        fixed=len(both.fixed),
        remaining=len(both.remaining),
        new=len(both.new_findings),
    )


def told_worse(both: Comparison, lang: str) -> str:
    """Say how many requirements got worse, or that none did."""
    worse = len(both.worse)
    return (
        message("report.regress-count", lang, count=worse)
        if worse
        else message("report.no-regression", lang)
    )


def told_criteria(both: Comparison, lang: str) -> str:
    """Say that two rounds were held against different criteria; nothing where they were not."""
    if both.is_like:
        return ""
    return message(
        "report.not-comparable",
        lang,
        old_edition=edition(both.old.edition, lang),
        old_profile=both.old.profile_title,
        new_edition=edition(both.new.edition, lang),
        new_profile=both.new.profile_title,
    )


def told_review(review: Review, lang: str) -> str:
    """Say whose comments they are: the round, the committee, the day and the file."""
    told = [
        message("report.review-of", lang, round=review.round)
        if review.round is not None
        else message("report.comments", lang),
        review.by,
        format_date(review.date, lang) if review.date else "",
        Path(review.file).name,
    ]
    return " · ".join(filter(None, told))


def told_readings(closures: Sequence[CommentOutcome], lang: str) -> str:
    """Say how many comments read how."""
    counts = Counter(closure.reading for closure in closures)
    return message(
        "report.comment-counts",
        lang,
        count=len(closures),
        closed=counts["closed"],
        answered=counts["answered"],
        unanswered=counts["unanswered"],
        person=counts["by-person"],
    )
