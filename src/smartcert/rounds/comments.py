"""What became of each of the committee's comments: how it was answered, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from smartcert.assessment.result import Assessment
from smartcert.assessment.submission import Submission
from smartcert.findings.status import UNMET, Status
from smartcert.proposal.address import locate
from smartcert.proposal.document import Document
from smartcert.proposal.reviews import CommitteeComment, Review, leads_nowhere
from smartcert.rounds.text_diff import Passage, passages

ResponseStatus = Literal["closed", "answered", "unanswered", "by-person"]
"""What became of a comment; whether the committee is satisfied is never said.

`closed`: it has a response, the text was changed since, and its requirements, not all of them met
before, are met now. `answered`: it has a response and a requirement is still open. `unanswered`:
it has no response. `by-person`: it has a response, and no machine can tell.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentOutcome:
    """One comment, the city's response, what changed, and how that reads."""

    comment: CommitteeComment
    review: Review
    action: str
    where: tuple[str, ...]
    passages: tuple[Passage, ...]
    requirements: tuple[tuple[str, str], ...]
    """The requirements it is about, with their status now; one of a Smart as `C4-R4/mobility`."""
    status: ResponseStatus
    nowhere: tuple[str, ...]
    """Places it names that no round has or could have."""


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
    now = dict(_statuses(comment, new.assessment))
    before = dict(_statuses(comment, old.assessment)) if old is not None else {}
    is_changed = any(passage.changed for passage in found)
    return CommentOutcome(
        comment=comment,
        review=review,
        action=action,
        where=where,
        passages=found,
        requirements=tuple(now.items()),
        status=_status(now, before, is_changed) if action else "unanswered",
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


def _status(now: dict[str, Status], before: dict[str, Status], changed: bool) -> ResponseStatus:
    """Read an answered comment from the status of its requirements, now and before."""
    judged = {name: status for name, status in now.items() if status != "not-applicable"}
    if any(status in UNMET for status in judged.values()):
        return "answered"
    is_met = bool(judged) and all(status == "met" for status in judged.values())
    was_met = all(before.get(name) == "met" for name in judged)
    return "closed" if is_met and changed and not was_met else "by-person"
