"""Words with one meaning each: statuses, levels and verdicts, and how they are ordered."""

from __future__ import annotations

from typing import Literal, assert_never

from smartcert.catalog.model import Level as Level

Status = Literal["met", "partial", "missing", "not-applicable", "waived", "needs-person"]
STATUSES: tuple[Status, ...] = (
    "met",
    "partial",
    "missing",
    "waived",
    "not-applicable",
    "needs-person",
)
UNMET: tuple[Status, ...] = ("partial", "missing")
"""Statuses of a requirement that was looked into and not found."""
OPEN: tuple[Status, ...] = (*UNMET, "needs-person")
"""Statuses of a requirement that is still asked for."""

LEVELS: tuple[Level, ...] = ("mandatory", "recommended")
"""What blocks submission comes first."""
FindingLevel = Literal["mandatory", "recommended", "fault"]
FINDING_LEVELS: tuple[FindingLevel, ...] = (*LEVELS, "fault")
"""The order in which findings are listed: faults of the file itself come last."""
FindingStatus = Literal["missing", "partial", "needs-person", "waived", "fault"]
"""Of a finding; `fault` is one of the file itself."""

Severity = Literal["fatal", "error", "warning", "advice", "note"]
SEVERITIES: tuple[Severity, ...] = ("fatal", "error", "warning", "advice", "note")
"""How grave a CI system takes a finding to be, the gravest first; each format has its own names."""

Verdict = Literal["ready", "ready-with-gaps", "not-ready", "unreadable"]


def severity_of(level: FindingLevel) -> Severity:
    """Return how grave a finding is. A fault may hide gaps, so it weighs more than advice."""
    match level:
        case "mandatory":
            return "error"
        case "fault":
            return "warning"
        case "recommended":
            return "advice"
        case _:
            assert_never(level)
