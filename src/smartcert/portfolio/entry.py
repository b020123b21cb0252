"""Entries: what is kept of one proposal among many, small enough for thousands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from smartcert.assessment.result import Assessment, RequirementResult, Subscore
from smartcert.assessment.score import NOTHING, Share
from smartcert.assessment.submission import Submission
from smartcert.findings.status import OPEN, STATUSES, Level, Status, Verdict
from smartcert.rounds.comments import CommentOutcome, CommentStatus

LETTERS: dict[Status, str] = dict(zip(STATUSES, "mpxwnj", strict=True))
"""How an entry writes a status: a letter a requirement."""

_MEANT: dict[str, Status] = {letter: status for status, letter in LETTERS.items()}


class Asked(NamedTuple):
    """A requirement as it is asked of a proposal."""

    id: str
    smart: str | None
    level: Level
    title: str

    @property
    def name(self) -> str:
        """What it is called in lists: `C1-3`, or of a Smart `C4-R5/mobility`."""
        return f"{self.id}/{self.smart}" if self.smart else self.id


class CriteriaUsed(NamedTuple):
    """By what a proposal was judged; only figures by the same criteria compare."""

    id: str
    edition: int
    profile: str
    digest: str


class PartShare(NamedTuple):
    """A group or a Smart, with its points."""

    key: str
    title: str
    declared: bool
    share: Share


class BriefComment(NamedTuple):
    """A comment of the committee, and how it is answered."""

    id: str
    file: str
    """The review in which it stands."""
    round: int | None
    text: str
    status: CommentStatus
    settled: bool | None
    """The committee's word; None while it says nothing."""

    @property
    def is_owed(self) -> bool:
        """Whether the city owes an answer: it gave none, and the committee has not closed it."""
        return self.status == "unanswered" and self.settled is not True


class BriefWaiver(NamedTuple):
    """A waiver that sets a requirement aside today."""

    name: str
    until: date
    """Its last day."""
    approver: str


class BriefGap(NamedTuple):
    """Where an open requirement is not met, and what is found there."""

    requirement: Asked
    status: Status
    place: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundEntry:
    """One proposal that can be read."""

    file: str
    name: str
    """What it calls its city; its applicant where it names none."""
    round: int | None
    verdict: Verdict
    digest: str
    criteria: CriteriaUsed
    readiness: Share
    completeness: Share = NOTHING
    evidence: Share = NOTHING
    asked: tuple[Asked, ...]
    statuses: str
    """A letter for each that is asked."""
    faults: int = 0
    groups: tuple[PartShare, ...] = ()
    smarts: tuple[PartShare, ...] = ()
    comments: tuple[BriefComment, ...] = ()
    waivers: tuple[BriefWaiver, ...] = ()
    files: tuple[str, ...] = ()
    """The files beside it that it rests on."""
    gaps: tuple[BriefGap, ...] = ()
    """Only where a format lists them."""

    def rows(self) -> dict[Asked, Status]:
        """Return the status of every requirement."""
        return {
            asked: _MEANT[letter] for asked, letter in zip(self.asked, self.statuses, strict=True)
        }

    def open(self, level: Level) -> int:
        """Return how many requirements of a level are open."""
        return sum(
            asked.level == level and _MEANT[letter] in OPEN
            for asked, letter in zip(self.asked, self.statuses, strict=True)
        )

    @property
    def waiting(self) -> int:
        """How many requirements wait for a person."""
        return self.statuses.count(LETTERS["needs-person"])

    @property
    def owed(self) -> tuple[BriefComment, ...]:
        """The comments to which the city owes an answer."""
        return tuple(comment for comment in self.comments if comment.is_owed)


class UnreadableFile(NamedTuple):
    """A proposal that can't be read, and why."""

    file: str
    code: str
    message: str
    fix: str
    digest: str = ""


def entry_of(
    submission: Submission, outcomes: tuple[CommentOutcome, ...], *, with_gaps: bool
) -> RoundEntry | UnreadableFile:
    """Return what is kept of a proposal."""
    found = submission.assessment
    if found.score is None:
        first = found.findings[0]
        return UnreadableFile(found.file, first.code, first.message, first.fix, found.digest)
    applicant = submission.document.text(("applicant", "name"), found.lang)
    return RoundEntry(
        file=found.file,
        name=found.name or applicant,
        round=found.round,
        verdict=found.verdict,
        digest=found.digest,
        criteria=criteria_of(found),
        readiness=found.score.readiness,
        completeness=found.score.completeness,
        evidence=found.score.evidence,
        asked=tuple(_asked(row) for row in found.requirements),
        statuses="".join(LETTERS[row.status] for row in found.requirements),
        faults=sum(finding.level == "fault" for finding in found.counting),
        groups=tuple(map(_part, found.groups)),
        smarts=tuple(map(_part, found.smarts)),
        comments=tuple(map(_comment, outcomes)),
        waivers=tuple(_waivers(found)),
        files=found.files,
        gaps=tuple(_gaps(found)) if with_gaps else (),
    )


def criteria_of(found: Assessment) -> CriteriaUsed:
    """Return by what a proposal was judged."""
    return CriteriaUsed(found.catalog_id, found.edition, found.profile, found.catalog_digest)


def _asked(row: RequirementResult) -> Asked:
    return Asked(row.id, row.smart, row.level, row.title)


def _part(part: Subscore) -> PartShare:
    return PartShare(part.key, part.title, part.declared, part.share)


def _comment(outcome: CommentOutcome) -> BriefComment:
    comment = outcome.comment
    return BriefComment(
        comment.id,
        outcome.review.file,
        outcome.review.round,
        comment.text,
        outcome.status,
        outcome.settled,
    )


def _waivers(found: Assessment) -> list[BriefWaiver]:
    return [
        BriefWaiver(_asked(row).name, date(*row.waiver.until.last), row.waiver.approver)
        for row in found.requirements
        if row.waiver is not None
    ]


def _gaps(found: Assessment) -> list[BriefGap]:
    findings = {finding.id: finding for finding in found.findings}
    gaps = []
    for row in found.requirements:
        if row.status in OPEN:
            first = findings.get(row.findings[0]) if row.findings else None
            place = first.location.place if first else ""
            gaps.append(BriefGap(_asked(row), row.status, place, first.message if first else ""))
    return gaps
