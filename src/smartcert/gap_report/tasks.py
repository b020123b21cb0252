"""The steps of the plan by kind: what one decision or one office takes on at once."""

from __future__ import annotations

from dataclasses import dataclass

from smartcert.gap_report.plan import Step
from smartcert.proposal.fault import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """All steps that mend one kind of gap, for the same reason and in the same way."""

    steps: tuple[Step, ...]

    @property
    def step(self) -> Step:
        """The first of its steps, which explains them all."""
        return self.steps[0]

    @property
    def title(self) -> str:
        """What its requirement, or its missing section, is called."""
        return self.step.finding.rule.title

    @property
    def owners(self) -> tuple[str, ...]:
        """The agencies of its steps, each once."""
        return tuple(dict.fromkeys(step.owner.name for step in self.steps if step.owner.name))


def tasks(steps: tuple[Step, ...]) -> tuple[PlanTask, ...]:
    """Put steps together by kind, in the order of the plan."""
    kinds: dict[tuple[str, ...], list[Step]] = {}
    for step in steps:
        finding = step.finding
        # Missing sections share a code, and each is mended in its own way.
        own = (finding.rule.title,) if finding.code == Code.MISSING_SECTION else ()
        kinds.setdefault((finding.level, finding.code, *own), []).append(step)
    return tuple(PlanTask(steps=tuple(found)) for found in kinds.values())
