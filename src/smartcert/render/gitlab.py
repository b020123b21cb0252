"""Assessments as a GitLab Code Quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from smartcert.assessment.result import Assessment, Gate
from smartcert.findings.finding import Finding
from smartcert.findings.status import Severity
from smartcert.render.ci import noted_findings, severity
from smartcert.render.entries import OutputEntry
from smartcert.render.json_ import pieces
from smartcert.rounds.unchecked import Unchecked

NAMES: dict[Severity, str] = {
    "fatal": "blocker",
    "error": "critical",
    "warning": "major",
    "advice": "minor",
    "note": "info",
}


ENGINE = {"engine_name": "smartcert"}
"""Who found it: a key of Code Climate's, by which a report is known as ours."""


BETWEEN = ",\n  "
"""What parts two entries."""


def opening(*, alone: bool) -> str:
    """Return the start of the list."""
    return "[\n  "


def entries(assessment: Assessment, *, alone: bool) -> Iterator[OutputEntry]:
    """Yield one entry a gate that says something and one a finding, told apart by file."""
    for gate in assessment.reported_gates:
        yield OutputEntry(pieces(_gate(assessment, gate), "\n  "))
    for finding, note, shared in noted_findings(assessment):
        yield OutputEntry(pieces(_finding(assessment, finding, note), "\n  "), shared)


def closing(rest: Unchecked, *, alone: bool, empty: bool) -> str:
    """Return the end of the list."""
    return "]\n" if empty else "\n]\n"


def _gate(assessment: Assessment, gate: Gate) -> dict[str, Any]:
    name = f"--{gate.name}"
    return {
        **ENGINE,
        "description": f"{name}: {gate.message}",
        "check_name": gate.name,
        "fingerprint": _fingerprint(assessment, name),
        "severity": NAMES[gate.severity],
        "location": _location(assessment.file, 1, 1),
    }


def _finding(assessment: Assessment, finding: Finding, note: str) -> dict[str, Any]:
    span, cell = finding.location.span, finding.location.cell
    where = f"{cell} " if cell else ""
    text = f"{where}{finding.code} {finding.rule.title}: {finding.message}"
    return {
        **ENGINE,
        "description": f"{text} [{note}]" if note else text,
        "check_name": finding.code,
        "fingerprint": _fingerprint(assessment, finding.id),
        "severity": NAMES[severity(assessment, finding)],
        "location": _location(finding.location.file, span.line, span.end_line),
    }


def _fingerprint(assessment: Assessment, key: str) -> str:
    return sha256(f"{assessment.file}\0{key}".encode(errors="surrogatepass")).hexdigest()


def _location(file: str, begin: int, end: int) -> dict[str, Any]:
    return {"path": PurePath(file).as_posix(), "lines": {"begin": begin, "end": end}}
