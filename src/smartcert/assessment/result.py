"""What became of one proposal, as immutable values that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from smartcert.assessment.score import Score, Share
from smartcert.assessment.waivers import Waiver
from smartcert.catalog.model import Counts
from smartcert.findings.finding import Finding, RequirementKey
from smartcert.findings.readings import Reading
from smartcert.findings.status import STATUSES, Level, Severity, Status, Verdict, severity_of
from smartcert.source.path import FieldPath
from smartcert.thai.substance import Reason

if TYPE_CHECKING:
    from smartcert.assessment.judged_text import JudgedText
    from smartcert.proposal.judgement import Judgement


class RequirementResult(NamedTuple):
    """One requirement and what became of it."""

    id: str
    group: str
    smart: str | None
    title: str
    level: Level
    basis: str
    status: Status
    weight: int
    """0 where it counts only when violated and is not."""
    share: Share
    """Its points: weight times credit."""
    counts: Counts
    """When it weighs: always, or only where it is violated."""
    backed: bool | None
    """Whether an annex that is there supports it.

    None where that counts for nothing: it is not met, or no evidence is suggested.
    """
    findings: tuple[str, ...]
    """Ids of the findings that are about it."""
    waiver: Waiver | None = None
    """The waiver that holds for it, be it only marked: mandatory by official basis stays open."""
    judgement: Judgement | None = None
    """What a person judged, where no machine could and that holds."""
    judged_text: JudgedText | None = None
    """What a person has to judge, or did; None where no person is asked."""

    @property
    def key(self) -> RequirementKey:
        """Its id and its Smart."""
        return self.id, self.smart

    @property
    def is_marked(self) -> bool:
        """Whether its waiver only marks it: it stays open and counts as if there were none."""
        return self.waiver is not None and self.status != "waived"


class Subscore(NamedTuple):
    """A group's or a Smart's points."""

    key: str
    title: str
    share: Share
    completeness: Share
    """Of the fields that its requirements ask for."""
    evidence: Share
    """Of its requirements that are met."""
    declared: bool = True


class Substance(NamedTuple):
    """What of a proposal's texts is no answer, in fields and in items."""

    no_answers: Mapping[Reason, int] = {}
    """The fields whose text is none, by why."""
    waiting: int = 0
    """The fields whose text only holds the place."""
    repeated: int = 0
    """The fields whose sentence stands in another that asks something else."""
    unlike: int = 0
    """The long texts of a file where most are unlike sentences."""
    copies: int = 0
    """The items of lists that are copies of others."""

    def __bool__(self) -> bool:
        """Whether there is any."""
        return any(self)


ALL_ANSWERS = Substance()
"""Of a proposal whose texts all answer something."""


class Gate(NamedTuple):
    """A gate that was set, and what came of it."""

    name: str
    """The option that sets it, without its hyphens in front."""
    outcome: Literal["passed", "failed", "skipped"]
    """`skipped`: there was nothing to hold the proposal against."""
    message: str = ""
    """Why it did not pass; empty where the verdict says so itself."""

    @property
    def severity(self) -> Severity:
        """How grave a CI system takes it to be."""
        return "error" if self.outcome == "failed" else "note"


class BaselineDiff(NamedTuple):
    """How a proposal stands against a baseline."""

    written: date
    age: int
    """Days; negative where the assessment is of an earlier day."""
    size: int
    fixed: tuple[str, ...]
    """Findings of the baseline that are gone, by code and path."""
    dropped: tuple[str, ...]
    """Those that are gone because nothing asks for them any more.

    The profile or the edition is another, or a Smart was taken out.
    """
    new: int
    """Findings that it does not have; what is waived today is not among them."""


class ProgressSince(NamedTuple):
    """What a proposal has gained and lost since its base, by names of requirements."""

    readiness: Share | None
    """That of the base; None where only its results are known."""
    fixed: tuple[str, ...]
    lost: tuple[str, ...]
    """They were met and are open now."""
    opened: tuple[str, ...]
    """They are open and were not asked, or not met either way, before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What smartcert says of one proposal."""

    lang: str
    today: date
    catalog_id: str
    catalog_title: str
    catalog_digest: str
    edition: int
    profile: str
    profile_title: str
    file: str
    name: str
    note: str
    """What the proposal wants said of itself wherever it is shown: that it is an example."""
    round: int | None
    digest: str
    verdict: Verdict
    score: Score | None
    """None when the file can't be read at all."""
    groups: tuple[Subscore, ...]
    smarts: tuple[Subscore, ...]
    requirements: tuple[RequirementResult, ...]
    findings: tuple[Finding, ...]
    """What blocks submission first, then by group and place."""
    empty: tuple[FieldPath, ...]
    """The fields that are asked for and hold nothing of substance."""
    lines: dict[int, str]
    """The lines of the file that findings point at."""
    mendable: int = 0
    """Faults of the file that `fix` can mend."""
    readings: tuple[Reading, ...] = ()
    """What was read though it is not written plainly, in the order of the file."""
    substance: Substance = ALL_ANSWERS
    """What of its texts is no answer."""
    files: tuple[str, ...] = ()
    """The files it comes with: annexes that are there, and the committee's reviews."""
    gates: tuple[Gate, ...] = ()
    """What a build asks of it, judged."""
    since: ProgressSince | None = None
    """What changed since its base, where a format tells it."""
    standing: BaselineDiff | None = None
    """How it stands against a baseline, where one is given."""

    @property
    def counting(self) -> tuple[Finding, ...]:
        """The findings that count today."""
        return tuple(finding for finding in self.findings if finding.counts)

    @property
    def set_aside(self) -> tuple[Finding, ...]:
        """The findings that a waiver or a baseline sets aside; they are shown all the same."""
        return tuple(finding for finding in self.findings if not finding.counts)

    @property
    def marked(self) -> tuple[RequirementResult, ...]:
        """The requirements that a waiver only marks."""
        return tuple(row for row in self.requirements if row.is_marked)

    @property
    def judged(self) -> tuple[RequirementResult, ...]:
        """The requirements whose status is what a person judged."""
        return tuple(row for row in self.requirements if row.judgement is not None)

    @property
    def reported_gates(self) -> tuple[Gate, ...]:
        """The gates that say more than the verdict does."""
        return tuple(gate for gate in self.gates if gate.message)

    def weight(self, finding: Finding) -> Severity:
        """Return how grave a finding is by its level, or `fatal` where the file can't be read."""
        return "fatal" if self.verdict == "unreadable" else severity_of(finding.level)

    def severity(self, finding: Finding) -> Severity:
        """Return how a build takes a finding that counts: what a person has to judge is a note."""
        return "note" if finding.status == "needs-person" else self.weight(finding)

    def count(self, level: Level) -> dict[Status, int]:
        """Return how many requirements of a level have each status."""
        counts: dict[Status, int] = dict.fromkeys(STATUSES, 0)
        for requirement in self.requirements:
            if requirement.level == level:
                counts[requirement.status] += 1
        return counts
