"""The proposals of a session: one, or two rounds of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment
from smartcert.assessment.submission import Submission, submit
from smartcert.errors import UnreadableError, UsageError
from smartcert.proposal.fault import Code
from smartcert.proposal.reviews import Review
from smartcert.session.inputs import Given, folder_of, source_of


def assess_file(given: Given, question: Question, reviews: tuple[Review, ...] = ()) -> Assessment:
    """Return the assessment of any file.

    Raises `UsageError` when it can't be opened, and never for what it says.
    """
    return submit_file(given, question, reviews).assessment


def submit_file(
    given: Given,
    question: Question,
    reviews: tuple[Review, ...] = (),
    folder: Path | None = None,
) -> Submission:
    """Return any file, read and assessed. Raises as `assess_file` does.

    `folder` is where the annexes lie of what has no name.
    """
    return submit(source_of(given), question, folder_of(given) or folder, reviews)


def read_round(
    given: Given,
    question: Question,
    reviews: Iterable[Review] = (),
    earlier: Submission | None = None,
) -> Submission:
    """Return a proposal, read and assessed, which may follow an earlier one.

    Raises `UsageError` when it can't be opened, or is another kind of file.
    """
    before = earlier.document.source if earlier else None
    submission = submit(source_of(given), question, folder_of(given), tuple(reviews), before)
    for fault in submission.document.faults:
        if fault.code == Code.OTHER_FILE and fault.params["found"] != "foreign":
            raise UsageError("usage.no-proposal", file=submission.assessment.file)
    return submission


def read_earlier_round(given: Given, question: Question) -> Submission:
    """Return the earlier of two proposals as `read_round` does. Raises `UnreadableError` too."""
    submission = read_round(given, question)
    refuse_unreadable(submission, "usage.old-round-unreadable")
    return submission


def refuse_unreadable(submission: Submission, key: str) -> None:
    """Raise `UnreadableError`, with the sentence of a key, for a proposal that can't be read."""
    if submission.assessment.verdict == "unreadable":
        file = submission.assessment.file
        raise UnreadableError(key, file=file, hint=f"smartcert check {file}")


def in_edition(question: Question, edition: int | None, said_by: str) -> Question:
    """Return the question asked of another edition, or the same where there is none.

    `said_by` is what a message calls the edition. Raises `UsageError` for one that is not there.
    """
    if edition is None:
        return question
    return replace(question, edition=edition, said_by={**question.said_by, "edition": said_by})
