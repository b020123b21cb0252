"""Two rounds side by side: what is fixed, what is open, what got worse, and what became of each of the committee's comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.findings.finding import Finding
from smartcert.findings.status import OPEN, UNMET, Level
from smartcert.proposal.document import Document
from smartcert.proposal.reviews import CommitteeComment, Review, leads_nowhere
from smartcert.rounds.text_diff import Passage, passages
from smartcert.source import Source
from smartcert.source.path import FieldPath, enclosing

ChangeKind = Literal[
    "fixed",
    "better",
    "remaining",
    "worse",
    "regressed",
    "opened",
    "unchanged",
    "only-old",
    "only-new",
]
"""What became of a requirement. `regressed`: it was met and no longer is; `opened`: it newly applies and is not met;
`only-old` and `only-new`: one of the two does not ask for it."""

ResponseStatus = Literal["closed", "answered", "unanswered", "by-person"]
"""What became of a comment. `closed`: it has a response, the text was changed since, and its requirements, not all of them met
before, are met now; `answered`: it has a response and a requirement is still open; `unanswered`: it has no response; `by-person`:
it has a response, and no machine can tell. Whether the committee is satisfied is never said."""

RANK = {"missing": 0, "needs-person": 1, "partial": 1, "met": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One requirement in two rounds."""

    id: str
    smart: str | None
    group: str
    title: str
    level: Level
    before: str | None
    """Its status then; None where it was not asked."""
    after: str | None
    turn: ChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentOutcome:
    """One comment, the city's response, what changed, and how that reads."""

    comment: CommitteeComment
    review: Review
    action: str
    where: tuple[str, ...]
    passages: tuple[Passage, ...]
    requirements: tuple[tuple[str, str], ...]
    """The requirements it is about, with their status now."""
    reading: ResponseStatus
    nowhere: tuple[str, ...]
    """Places it names that no round has or could have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A round held against an earlier one."""

    old: Assessment
    new: Assessment
    changes: tuple[Change, ...]
    fixed: tuple[Finding, ...]
    """Findings of the old round that are gone."""
    dropped: tuple[Finding, ...]
    """Findings of the old round that are gone because nothing asks for them any more."""
    remaining: tuple[Finding, ...]
    """Findings of the new round that the old one had too, be it with more to mend at the same place."""
    new_findings: tuple[Finding, ...]
    """Findings that the old round did not have."""

    @property
    def is_like(self) -> bool:
        """Whether both rounds were held against the same criteria, so that their figures can be compared."""
        return _criteria(self.old) == _criteria(self.new)

    @property
    def worse(self) -> tuple[Change, ...]:
        """The requirements that got worse."""
        return self.turned("regressed", "worse")

    @property
    def otherwise(self) -> tuple[Change, ...]:
        """The requirements that changed, and did not get worse."""
        return self.turned("opened", "fixed", "better", "only-new", "only-old")

    def turned(self, *turns: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds."""
        return tuple(change for change in self.changes if change.turn in turns)


def _criteria(assessment: Assessment) -> tuple[str, int, str]:
    return assessment.catalog_id, assessment.edition, assessment.profile


def compare(old: Assessment, new: Assessment) -> Comparison:
    """Hold a round against an earlier one. Findings are told apart by fingerprint, so moved lines and renamed files do not matter."""
    alike = _criteria(old) == _criteria(new)
    before = {finding.id for finding in old.findings}
    after = {finding.id for finding in new.findings}
    gone = [finding for finding in old.findings if finding.id not in after]
    come = [finding for finding in new.findings if finding.id not in before]
    left = dict(_kept(gone, come, any_code=not alike))
    gone = [finding for finding in gone if finding.id not in left]
    asked = {(row.id, row.smart) for row in new.requirements}
    dropped = {
        finding.id for finding in gone if finding.rule.requirement and not _is_asked(finding, asked)
    }
    rest = before.union(*left.values())
    return Comparison(
        old=old,
        new=new,
        changes=tuple(_changes(old, new)),
        fixed=tuple(finding for finding in gone if finding.id not in dropped),
        dropped=tuple(finding for finding in gone if finding.id in dropped),
        remaining=tuple(finding for finding in new.findings if finding.id in rest),
        new_findings=tuple(finding for finding in new.findings if finding.id not in rest),
    )


def _kept(
    gone: list[Finding], come: list[Finding], *, any_code: bool
) -> Iterator[tuple[str, set[str]]]:
    """Yield the old findings that go on as others: of the same requirement, at the same place, inside it or around it.

    A fault of a value goes on as the gap of whatever requirement asks for it; with `any_code`, as between two editions of the
    criteria, so does every finding.
    """
    at: dict[tuple[str, FieldPath], set[str]] = {}
    below: dict[tuple[str, FieldPath], set[str]] = {}
    places: dict[FieldPath, list[Finding]] = {}
    for finding in come:
        places.setdefault(finding.location.path, []).append(finding)
        for name in finding.requirements:
            at.setdefault((name, finding.location.path), set()).add(finding.id)
            for place in enclosing(finding.location.path):
                below.setdefault((name, place), set()).add(finding.id)
    for finding in gone:
        same = {
            other.id
            for other in places.get(finding.location.path, ())
            if finding.location.path
            and (any_code or finding.rule.requirement is None or other.rule.requirement is None)
        }
        for name in finding.requirements:
            same |= below.get((name, finding.location.path), set())
            for place in enclosing(finding.location.path):
                same |= at.get((name, place), set())
        if same:
            yield finding.id, same


def _is_asked(finding: Finding, asked: set[tuple[str, str | None]]) -> bool:
    """Whether any of the requirements of a finding is asked; a missing section may stand for many, and for many Smarts."""
    ids = {name for name, _ in asked}
    return any(
        (name, finding.smart) in asked or (len(finding.requirements) > 1 and name in ids)
        for name in finding.requirements
    )


def _changes(old: Assessment, new: Assessment) -> Iterator[Change]:
    before = {(row.id, row.smart): row for row in old.requirements}
    after = {(row.id, row.smart): row for row in new.requirements}
    for key in dict.fromkeys([*after, *before]):
        then, now = before.get(key), after.get(key)
        row = now or then
        assert row is not None
        yield Change(
            id=row.id,
            smart=row.smart,
            group=row.group,
            title=row.title,
            level=row.level,
            before=then.status if then else None,
            after=now.status if now else None,
            turn=_turn(then, now),
        )


def _turn(then: RequirementResult | None, now: RequirementResult | None) -> ChangeKind:
    if now is None:
        return "only-old"
    if then is None:
        return "only-new"
    if then.status == now.status:
        return "remaining" if now.status in OPEN else "unchanged"
    if now.status in ("not-applicable", "waived"):
        return "fixed" if then.status in OPEN else "unchanged"
    if then.status in ("not-applicable", "waived"):
        return "opened" if now.status in OPEN else "unchanged"
    if now.status == "met":
        return "fixed"
    if then.status == "met":
        return "regressed"
    return (
        "better"
        if RANK[now.status] > RANK[then.status]
        else "worse"
        if RANK[now.status] < RANK[then.status]
        else "remaining"
    )


def closures(
    reviews: Sequence[Review],
    new: Assessment,
    document: Document,
    old: Assessment | None = None,
    earlier: Source | None = None,
) -> tuple[CommentOutcome, ...]:
    """Return what became of every comment. The earlier round, assessed and as it was read, tells what was changed since."""
    answers = _answers(document, reviews)
    return tuple(
        _closure(
            comment,
            review,
            answers.get((number, comment.id), []),
            new,
            document.source,
            old,
            earlier,
        )
        for number, review in enumerate(reviews)
        for comment in review.comments
    )


def _answers(
    document: Document, reviews: Sequence[Review]
) -> dict[tuple[int, str], list[dict[str, Any]]]:
    """Return the responses to each comment of each review. Where two reviews use one id, a response counts that says its round."""
    holders: dict[str, list[int]] = {}
    for number, review in enumerate(reviews):
        for name in dict.fromkeys(comment.id for comment in review.comments):
            holders.setdefault(name, []).append(number)
    answers: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for answer in document.data.get("responses") or ():
        name, said = (answer or {}).get("comment", ""), (answer or {}).get("round")
        meant = [
            number
            for number in holders.get(name, ())
            if said is None or reviews[number].round in (None, said)
        ]
        if len(meant) == 1:
            answers.setdefault((meant[0], name), []).append(answer)
    return answers


def _closure(
    comment: CommitteeComment,
    review: Review,
    answers: list[dict[str, Any]],
    new: Assessment,
    source: Source,
    old: Assessment | None,
    earlier: Source | None,
) -> CommentOutcome:
    where = tuple(place for answer in answers for place in answer.get("where") or () if place)
    action = "\n".join(answer["action"] for answer in answers if answer.get("action"))
    found = tuple(passages(dict.fromkeys([*comment.at, *where]), source, earlier, new.lang))
    statuses = dict(_statuses(comment, new))
    before = dict(_statuses(comment, old)) if old is not None else {}
    return CommentOutcome(
        comment=comment,
        review=review,
        action=action,
        where=where,
        passages=found,
        requirements=tuple(statuses.items()),
        reading=_reading(statuses, before, any(place.changed for place in found))
        if action
        else "unanswered",
        nowhere=tuple(
            place
            for place in comment.at
            if leads_nowhere(place, [side for side in (source, earlier) if side is not None])
        ),
    )


def _statuses(comment: CommitteeComment, assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Yield the status of each requirement a comment names; of one that each Smart is asked, only the Smart it speaks of."""
    spoken = {
        place.split(".")[1]
        for place in comment.at
        if place.startswith("services.") and place.count(".")
    }
    for row in assessment.requirements:
        if row.id in comment.requirements and (
            row.smart is None or not spoken or row.smart in spoken
        ):
            yield f"{row.id}/{row.smart}" if row.smart else row.id, row.status


def _reading(now: dict[str, str], before: dict[str, str], changed: bool) -> ResponseStatus:
    """Read an answered comment from the status of its requirements, now and before."""
    judged = {name: status for name, status in now.items() if status != "not-applicable"}
    if any(status in UNMET for status in judged.values()):
        return "answered"
    met = bool(judged) and all(status == "met" for status in judged.values())
    was_met = all(before.get(name) == "met" for name in judged)
    return "closed" if met and changed and not was_met else "by-person"
