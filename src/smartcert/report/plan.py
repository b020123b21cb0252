"""What to do first: every gap as one step, in the order in which it unblocks most, and the fewest steps to each verdict."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from smartcert.assessment import Assessment, Judged
from smartcert.finding import Finding
from smartcert.route import locate
from smartcert.score import Points, Share


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All steps in order, and the two stages they make."""

    steps: tuple[Step, ...]
    stages: tuple[Stage, ...]


def plan(assessment: Assessment, data: dict[str, Any]) -> Plan:
    """Order the gaps. A verdict needs every requirement of its level met, so its fewest steps are all gaps of that level."""
    gains = _gains(assessment)
    rank = {"mandatory": 0, "recommended": 1}
    gaps = [finding for finding in assessment.findings if finding.level in rank]
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


def _stages(assessment: Assessment, steps: tuple[Step, ...]) -> list[Stage]:
    if assessment.score is None:
        return []
    now = assessment.score.readiness
    mandatory = tuple(step for step in steps if step.finding.level == "mandatory")
    stages = []
    if mandatory:
        reached = Share(now.points + _open_points(assessment.requirements, ("mandatory",)), now.out_of)
        open_recommended = any(step.finding.level == "recommended" for step in steps)
        stages.append(Stage(verdict="ready-with-gaps" if open_recommended else "ready", steps=mandatory, readiness=reached))
    if len(steps) > len(mandatory):
        reached = Share(now.points + _open_points(assessment.requirements, ("mandatory", "recommended")), now.out_of)
        stages.append(Stage(verdict="ready", steps=steps[len(mandatory) :], readiness=reached))
    return stages


def _open_points(rows: tuple[Judged, ...], levels: tuple[str, ...]) -> Points:
    return sum(row.share.out_of - row.share.points for row in rows if row.level in levels)


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
