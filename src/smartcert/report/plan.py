"""What to do first: every gap as one step, in the order in which it unblocks most, and the fewest steps to each verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from smartcert.assessment import Assessment, Judged
from smartcert.finding import Finding
from smartcert.route import locate
from smartcert.score import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One gap to close."""

    number: int
    finding: Finding
    gain: Fraction
    """Points of readiness that closing it brings, when its requirement's other gaps are closed too."""
    owner: str
    """The agency that the proposal names for the place, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The fewest steps that reach a verdict."""

    verdict: str
    steps: tuple[Step, ...]
    readiness: Share
    """Readiness once they are done."""
    judged: int
    """How many of them the city can't close by writing: a person has to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All steps in order, and the two stages they make."""

    steps: tuple[Step, ...]
    stages: tuple[Stage, ...]


def plan(assessment: Assessment, data: dict[str, Any]) -> Plan:
    """Order the gaps. A verdict needs every requirement of its level met, so its fewest steps are all gaps of that level."""
    gains = _gains(assessment)
    rank = {"mandatory": 0, "recommended": 1}
    gaps = [finding for finding in assessment.findings if finding.level in rank and finding.status != "waived"]
    gaps.sort(
        key=lambda finding: (rank[finding.level], -len(finding.requirements), -gains.get(finding.id, Fraction(0)), finding.span)
    )
    steps = tuple(
        Step(number=number, finding=finding, gain=gains.get(finding.id, Fraction(0)), owner=owner_of(finding.path, data))
        for number, finding in enumerate(gaps, 1)
    )
    return Plan(steps=steps, stages=tuple(_stages(assessment, steps)))


def _gains(assessment: Assessment) -> dict[str, Fraction]:
    """Share what each open requirement still earns among its findings."""
    gains: dict[str, Fraction] = {}
    for row in assessment.requirements:
        for finding in row.findings:
            gains[finding] = gains.get(finding, Fraction(0)) + Fraction(row.share.out_of - row.share.points, len(row.findings))
    return gains


def _stages(assessment: Assessment, steps: tuple[Step, ...]) -> Iterator[Stage]:
    if assessment.score is None:
        return
    mandatory = tuple(step for step in steps if step.finding.level == "mandatory")
    recommended = steps[len(mandatory) :]
    if mandatory:
        yield _stage("ready-with-gaps" if recommended else "ready", mandatory, mandatory, assessment)
    if recommended:
        yield _stage("ready", recommended, steps, assessment)


def _stage(verdict: str, steps: tuple[Step, ...], done: tuple[Step, ...], assessment: Assessment) -> Stage:
    """Give a stage; `done` are all steps up to its end. A requirement is met once nothing that was found of it is left."""
    assert assessment.score is not None
    closed = {step.finding.id for step in done}
    now = assessment.score.readiness
    gained = sum(row.share.out_of - row.share.points for row in assessment.requirements if _is_closed(row, closed))
    return Stage(
        verdict=verdict,
        steps=steps,
        readiness=Share(now.points + gained, now.out_of),
        judged=sum(1 for step in steps if step.finding.status == "needs-person"),
    )


def _is_closed(row: Judged, closed: set[str]) -> bool:
    return bool(row.findings) and row.status != "waived" and closed.issuperset(row.findings)


def owner_of(path: str, data: dict[str, Any]) -> str:
    """Give the agency responsible for a place: the owner written nearest above it, else the plan's lead agency."""
    node: Any = data
    owner = ""
    for step in locate(path, data):
        if isinstance(node, dict):
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            break
        if isinstance(node, dict) and isinstance(node.get("owner"), str):
            owner = node["owner"]
    return owner or _lead(data)


def _lead(data: dict[str, Any]) -> str:
    agencies = [agency for agency in (data.get("management") or {}).get("agencies") or () if agency and agency.get("name")]
    return next((agency["name"] for agency in agencies if agency.get("lead")), "")
