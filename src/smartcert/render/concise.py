"""Assessments as one line a finding, as compilers write them: for editors and for grep."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.assessment.result import Assessment
from smartcert.messages.names import named
from smartcert.render import phrases
from smartcert.render.ci import noted_findings
from smartcert.render.entries import OutputEntry
from smartcert.render.sanitize import for_line
from smartcert.rounds.unchecked import Unchecked

BETWEEN = ""
"""What parts two lines: each has its own end."""


def opening(*, alone: bool) -> str:
    """Return nothing: there is no head."""
    return ""


def entries(assessment: Assessment, *, alone: bool) -> Iterator[OutputEntry]:
    """Yield a line for each gate that says something, for the verdict, and for each finding.

    `round-1.yaml:72:11: C1-3 mandatory: only says how the city is`; what is set aside says why.
    """
    for gate in assessment.reported_gates:
        yield _line(f"{assessment.file}: --{gate.name}: {gate.message}")
    if assessment.score is not None:
        verdict = named("verdicts", assessment.verdict, assessment.lang)
        rests = phrases.basis(assessment.score, assessment.lang)
        yield _line(f"{assessment.file}: {verdict}: {rests}")
    for finding, note, shared in noted_findings(assessment):
        level = named("levels", finding.level, assessment.lang)
        aside = f" [{note}]" if note else ""
        text = f"{finding.location.place}: {finding.code} {level}: {finding.message}{aside}"
        yield _line(text, shared)


def _line(text: str, shared: object = None) -> OutputEntry:
    return OutputEntry((f"{for_line(text)}\n",), shared)


def closing(rest: Unchecked, *, alone: bool, empty: bool) -> str:
    """Return nothing: there is no foot."""
    return ""
