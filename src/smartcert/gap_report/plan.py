"""What to do first: every place to mend as one step, what unblocks most in front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.assessment.score import Share
from smartcert.findings.finding import Finding
from smartcert.findings.status import FINDING_LEVELS, LEVELS
from smartcert.gap_report.owners import Owner, owner_of
from smartcert.proposal.spec import spec_at
from smartcert.source.path import value_at
from smartcert.source.span import Span
from smartcert.workbook.step_sheet import StepNote

NOTHING_NOTED: Mapping[str, StepNote] = {}
NOT_NOTED = StepNote()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One place to mend, with all the gaps that the same edit closes."""

    number: int
    findings: tuple[Finding, ...]
    """The gap that blocks most comes first."""
    gain: Fraction
    """Points of readiness it brings, once its requirements' other gaps are closed too."""
    owner: Owner
    noted: StepNote = NOT_NOTED
    """What a team has written at it in a workbook."""

    @property
    def finding(self) -> Finding:
        """The gap that stands for the step."""
        return self.findings[0]

    @property
    def codes(self) -> tuple[str, ...]:
        """Each code of its gaps once."""
        return tuple(dict.fromkeys(finding.code for finding in self.findings))

    @property
    def messages(self) -> tuple[str, ...]:
        """Each sentence of its gaps once."""
        return tuple(dict.fromkeys(finding.message for finding in self.findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The steps that reach a verdict."""

    verdict: str
    steps: tuple[Step, ...]
    readiness: Share | None
    """Readiness once they are done; None where something is missing that was not looked into."""
    judged: int
    """How many of them the city can't close by writing: a person has to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All steps in order, and the two stages they make."""

    steps: tuple[Step, ...]
    stages: tuple[Stage, ...]

    @property
    def is_open(self) -> bool:
        """Whether more gaps may come to light once the steps are done."""
        return any(stage.readiness is None for stage in self.stages)


def plan(
    assessment: Assessment, data: dict[str, Any], notes: Mapping[str, StepNote] = NOTHING_NOTED
) -> Plan:
    """Return the gaps of a proposal as steps, and the stages they make.

    `notes` are what a team has written at steps, by the fingerprints of findings.

    A verdict needs every requirement of its level met, so its steps are all places of that level.
    """
    gains = _gains(assessment)
    gaps = [
        finding
        for finding in assessment.findings
        if finding.level in LEVELS and finding.status != "waived"
    ]
    gaps.sort(key=lambda finding: (FINDING_LEVELS.index(finding.level), -len(finding.requirements)))
    unordered = [
        Step(
            number=0,
            findings=tuple(found),
            gain=sum((gains.get(finding.id, Fraction(0)) for finding in found), Fraction(0)),
            owner=_owner(found[0], data, notes.get(found[0].id, NOT_NOTED)),
            noted=notes.get(found[0].id, NOT_NOTED),
        )
        for found in _places(gaps)
    ]
    ordered = enumerate(sorted(unordered, key=_weight), 1)
    steps = tuple(replace(step, number=number) for number, step in ordered)
    return Plan(steps=steps, stages=tuple(_stages(assessment, steps, data)))


def _owner(finding: Finding, data: dict[str, Any], noted: StepNote) -> Owner:
    """Return who answers for a step: whom the team has written, or else the proposal's own."""
    if noted.agency:
        return Owner(name=noted.agency)
    return owner_of(finding.location.path, data)


def _weight(step: Step) -> tuple[int, int, Fraction, Span]:
    """Return what the order of steps goes by; the smallest comes first."""
    first = step.finding
    level = FINDING_LEVELS.index(first.level)
    return level, -len(first.requirements), -step.gain, first.location.span


def _places(gaps: list[Finding]) -> list[list[Finding]]:
    """Put together what one edit closes.

    That is what is said of a place in the same words, and what one requirement says of one value.
    """
    places: list[list[Finding]] = []
    known: dict[tuple[object, ...], list[Finding]] = {}
    for finding in gaps:
        path = finding.location.path
        same_words: tuple[object, ...] = (path, finding.message)
        spec = spec_at(path)
        # One requirement may ask for many things of a section, and each is work of its own.
        whole = spec is None or spec.kind in ("section", "list")
        same_value = (
            same_words if whole else (path, finding.code, finding.smart or "", finding.status)
        )
        place = known.get(same_words) or known.get(same_value)
        if place is None:
            place = []
            places.append(place)
        place.append(finding)
        known[same_words] = known[same_value] = place
    return places


def _gains(assessment: Assessment) -> dict[str, Fraction]:
    """Share what each open requirement still earns among its findings."""
    gains: dict[str, Fraction] = {}
    for row in (row for row in assessment.requirements if row.counts == "always"):
        for finding in row.findings:
            gains[finding] = gains.get(finding, Fraction(0)) + Fraction(
                row.share.out_of - row.share.points, len(row.findings)
            )
    return gains


def _stages(
    assessment: Assessment, steps: tuple[Step, ...], data: dict[str, Any]
) -> Iterator[Stage]:
    if assessment.score is None:
        return
    mandatory = tuple(step for step in steps if step.finding.level == "mandatory")
    recommended = steps[len(mandatory) :]
    if mandatory:
        yield _stage(
            "ready-with-gaps" if recommended else "ready", mandatory, mandatory, assessment, data
        )
    if recommended:
        yield _stage("ready", recommended, steps, assessment, data)


def _stage(
    verdict: str,
    steps: tuple[Step, ...],
    done: tuple[Step, ...],
    assessment: Assessment,
    data: dict[str, Any],
) -> Stage:
    """Return a stage; `done` are all steps up to its end.

    A requirement is met once nothing that was found of it is left.
    """
    assert assessment.score is not None
    found = [finding for step in done for finding in step.findings]
    closed = {finding.id for finding in found}
    now = assessment.score.readiness
    rows = [row for row in assessment.requirements if _is_closed(row, closed)]
    gained = sum(row.share.out_of - row.share.points for row in rows if row.counts == "always")
    # What counts only where it is violated weighs no more once it is mended.
    freed = sum(row.share.out_of for row in rows if row.counts == "when-violated")
    return Stage(
        verdict=verdict,
        steps=steps,
        readiness=None
        if any(_is_hollow(finding, data) for finding in found)
        else Share(now.points + gained, now.out_of - freed),
        judged=sum(1 for step in steps if step.finding.status == "needs-person"),
    )


def _is_closed(row: RequirementResult, closed: set[str]) -> bool:
    return bool(row.findings) and row.status != "waived" and closed.issuperset(row.findings)


def _is_hollow(finding: Finding, data: dict[str, Any]) -> bool:
    """Whether a whole section or list is missing: what will stand there is not assessed yet."""
    path = finding.location.path
    spec = spec_at(path)
    return (
        bool(path)
        and not value_at(path, data)
        and spec is not None
        and spec.kind in ("section", "list")
    )
