"""Assessments as GitHub workflow commands, the gravest first: only ten of a kind are shown.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment, Gate
from smartcert.assessment.score import Score
from smartcert.findings.finding import Finding
from smartcert.findings.status import SEVERITIES, Severity
from smartcert.messages.names import named
from smartcert.render import phrases
from smartcert.render.ci import severity, unique_findings
from smartcert.render.sanitize import for_command
from smartcert.source.span import Span

KINDS = ("error", "warning", "notice")
COMMANDS: dict[Severity, str] = {
    "fatal": "error",
    "error": "error",
    "warning": "warning",
    "advice": "warning",
    "note": "notice",
}


def render(assessments: Sequence[Assessment]) -> Iterator[str]:
    """Yield one command a gate and finding.

    Of what weighs the same, each proposal has its turn: one with many gaps hides no other.
    """
    found = [
        (KINDS.index(COMMANDS[gate.severity]), -1, 0, _gate(assessment, gate))
        for assessment in assessments
        for gate in assessment.reported_gates
    ]
    found += [
        (KINDS.index("notice"), -1, 0, _basis(assessment, assessment.score))
        for assessment in assessments
        if assessment.score is not None
    ]
    turns: Counter[tuple[int, int, str]] = Counter()
    for assessment, finding, note in unique_findings(assessments):
        kind = COMMANDS[severity(assessment, finding)]
        weight = SEVERITIES.index(assessment.weight(finding))
        queue = (KINDS.index(kind), weight, assessment.file)
        found.append((*queue[:2], turns[queue], _command(kind, finding, note)))
        turns[queue] += 1
    found.sort(key=lambda item: item[:3])
    yield from (f"{command}\n" for *_, command in found)


def _gate(assessment: Assessment, gate: Gate) -> str:
    properties = _properties(file=assessment.file, title=f"--{gate.name}")
    return f"::{COMMANDS[gate.severity]} {properties}::{in_message(gate.message)}"


def _basis(assessment: Assessment, score: Score) -> str:
    """Return what the verdict rests on."""
    verdict = named("verdicts", assessment.verdict, assessment.lang)
    properties = _properties(file=assessment.file, title=f"smartcert: {verdict}")
    return f"::notice {properties}::{in_message(phrases.basis(score, assessment.lang))}"


def _command(kind: str, finding: Finding, note: str) -> str:
    location = finding.location
    properties = _properties(
        file=location.file,
        **({} if location.cell else _lines(location.span)),
        title=f"{finding.code} {finding.rule.title}",
    )
    text = "\n".join(filter(None, (location.cell, finding.message, finding.fix, note)))
    return f"::{kind} {properties}::{in_message(text)}"


def _lines(span: Span) -> dict[str, int]:
    columns = {"col": span.column, "endColumn": span.end_column}
    lines = {"line": span.line, "endLine": span.end_line}
    return lines | columns if span.end_line == span.line else lines


def _properties(**values: object) -> str:
    return ",".join(f"{key}={in_property(str(value))}" for key, value in values.items())


def in_message(text: str) -> str:
    """Return text as a command's message: harmless in the log, with what would end it escaped."""
    return for_command(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """Return text as a command's property, with what would end it escaped."""
    return in_message(text).replace(":", "%3A").replace(",", "%2C")
