"""Words with one meaning each: statuses, levels and verdicts, and how they are ordered."""

from __future__ import annotations

from typing import Literal

Status = Literal["met", "partial", "missing", "not-applicable", "waived", "needs-person"]
STATUSES: tuple[Status, ...] = (
    "met",
    "partial",
    "missing",
    "waived",
    "not-applicable",
    "needs-person",
)
OPEN: tuple[Status, ...] = ("partial", "missing", "needs-person")
"""Statuses of a requirement that is still asked for."""

Level = Literal["mandatory", "recommended"]
Verdict = Literal["ready", "ready-with-gaps", "not-ready", "unreadable"]
