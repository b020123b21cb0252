"""What became of each of the committee's comments: how it was answered, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from smartcert.assessment.result import Assessment
from smartcert.assessment.submission import Submission
from smartcert.findings.status import OPEN, Status
from smartcert.proposal.address import locate
from smartcert.proposal.document import Document
from smartcert.proposal.reviews import CommitteeComment, Review, leads_nowhere
from smartcert.rounds.text_diff import Passage, passages
from smartcert.thai.response import stance_of

CommentStatus = Literal[
    "unanswered", "answered", "answered-unchanged", "answered-changed", "refused", "deferred"
]
"""What a machine may say of a comment; whether it is settled is the committee's to say.

`answered`: nobody can tell whether the text was changed, since no earlier round is at hand or no
place is named.
`refused` and `deferred`: so the words of the response read, whatever was changed.
"""

ABOUT_ITSELF = ("smartcert", "profile", "round", "note", "revisions", "responses", "pages")
"""Sections of a proposal that are about the file; what changes there answers no comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentOutcome:
    """One comment, the city's response, what changed, and how that reads."""

    comment: CommitteeComment
    review: Review
    action: str
    where: tuple[str, ...]
    passages: tuple[Passage, ...]
    requirements: tuple[tuple[str, Status], ...]
    """The requirements it is about, with their status now; one of a Smart as `C4-R4/mobility`."""
    status: CommentStatus
    settled: bool | None
    """What the committee's own file says of it; None while it says nothing."""
    nowhere: tuple[str, ...]
    """Places it names that no round has or could have."""

    @property
    def is_open(self) -> bool | None:
        """Whether a requirement it names is open; None where it names none that is asked."""
        asked = [status for _, status in self.requirements if status != "not-applicable"]
        return any(status in OPEN for status in asked) if asked else None


def comment_outcomes(new: Submission, old: Submission | None) -> tuple[CommentOutcome, ...]:
    """Return what became of every comment. The earlier round tells what was changed since."""
    reviews = new.attachments.reviews
    answers = _answers(new.document, reviews)
    return tuple(
        _outcome(comment, review, answers.get((number, comment.id), []), new, old)
        for number, review in enumerate(reviews)
        for comment in review.comments
    )


def _answers(
    document: Document, reviews: Sequence[Review]
) -> dict[tuple[int, str], list[dict[str, Any]]]:
    """Return the responses to each comment, by the number of its review and its id.

    Where two reviews use one id, a response counts that says its round.
    """
    holders: dict[str, list[int]] = {}
    for number, review in enumerate(reviews):
        for name in dict.fromkeys(comment.id for comment in review.comments):
            holders.setdefault(name, []).append(number)
    answers: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for answer in document.data.get("responses") or ():
        name, round_ = (answer or {}).get("comment", ""), (answer or {}).get("round")
        meant = [
            number
            for number in holders.get(name, ())
            if round_ is None or reviews[number].round in (None, round_)
        ]
        if len(meant) == 1:
            answers.setdefault((meant[0], name), []).append(answer)
    return answers


def _outcome(
    comment: CommitteeComment,
    review: Review,
    answers: list[dict[str, Any]],
    new: Submission,
    old: Submission | None,
) -> CommentOutcome:
    source = new.document.source
    earlier = old.document.source if old is not None else None
    rounds = [source] if earlier is None else [source, earlier]
    where = tuple(place for answer in answers for place in answer.get("where") or () if place)
    action = "\n".join(answer["action"] for answer in answers if answer.get("action"))
    places = dict.fromkeys([*comment.at, *where])
    found = tuple(passages(places, source, earlier, new.assessment.lang))
    speaks = review.speaker(new.document) == "committee"
    spoken_of = [passage for passage in found if passage.path in comment.at or _is_content(passage)]
    return CommentOutcome(
        comment=comment,
        review=review,
        action=action,
        where=where,
        passages=found,
        requirements=tuple(_statuses(comment, new.assessment)),
        status=_status(action, spoken_of, known=earlier is not None and bool(places)),
        settled=comment.settled if speaks else None,
        nowhere=tuple(place for place in comment.at if leads_nowhere(place, rounds)),
    )


def _statuses(comment: CommitteeComment, assessment: Assessment) -> Iterator[tuple[str, Status]]:
    """Yield the status of each requirement a comment names.

    Of one that each Smart is asked, only the Smart that the comment speaks of.
    """
    paths = [locate(place, None) for place in comment.at]
    spoken = {str(path[1]) for path in paths if path[:1] == ("services",) and len(path) > 1}
    for row in assessment.requirements:
        is_meant = row.smart is None or not spoken or row.smart in spoken
        if row.id in comment.requirements and is_meant:
            yield f"{row.id}/{row.smart}" if row.smart else row.id, row.status


def _is_content(passage: Passage) -> bool:
    """Whether a place says something of the city; the round's number changes by itself."""
    return locate(passage.path, None)[:1] not in {(key,) for key in ABOUT_ITSELF}


def _status(action: str, found: Sequence[Passage], *, known: bool) -> CommentStatus:
    """Read a comment from the words of its response, and from what the places say since."""
    if not action:
        return "unanswered"
    stance = stance_of(action)
    if stance != "answered":
        return stance
    if any(passage.changed for passage in found):
        return "answered-changed"
    return "answered-unchanged" if known else "answered"
