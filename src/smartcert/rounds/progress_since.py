"""What a proposal has gained and lost since its base, for who reads a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcert.assessment.result import Assessment, ProgressSince
from smartcert.findings.status import OPEN

if TYPE_CHECKING:
    from smartcert.rounds.reference import Reference


def progress_since(reference: Reference, now: Assessment) -> ProgressSince:
    """Return what has changed since the base; its readiness only where the base is a proposal."""
    turned: dict[str, list[str]] = {"fixed": [], "lost": [], "opened": []}
    for row in now.requirements:
        before = reference.rows.get(row.key)
        name = f"{row.id}/{row.smart}" if row.smart else row.id
        if before in OPEN and row.status not in OPEN:
            turned["fixed"].append(name)
        elif row.status in OPEN and before not in OPEN:
            turned["lost" if before == "met" else "opened"].append(name)
    submission = reference.submission
    score = submission.assessment.score if submission else None
    return ProgressSince(
        readiness=score.readiness if score else None,
        fixed=tuple(turned["fixed"]),
        lost=tuple(turned["lost"]),
        opened=tuple(turned["opened"]),
    )
