"""Assessments as a GitLab Code Quality report."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from smartcert.assessment.result import Assessment, Gate
from smartcert.findings.finding import Finding
from smartcert.findings.status import Severity
from smartcert.render.ci import severity, unique_findings
from smartcert.render.json_ import text_of

NAMES: dict[Severity, str] = {
    "fatal": "blocker",
    "error": "critical",
    "warning": "major",
    "advice": "minor",
    "note": "info",
}


def render(assessments: Sequence[Assessment]) -> str:
    """Return one entry a gate that says something and one a finding; fingerprints are told apart by file."""
    entries = [
        _gate(assessment, gate) for assessment in assessments for gate in assessment.told_gates
    ]
    entries += [
        _finding(assessment, finding, note)
        for assessment, finding, note in unique_findings(assessments)
    ]
    return text_of(entries)


def _gate(assessment: Assessment, gate: Gate) -> dict[str, Any]:
    severity = "critical" if gate.outcome == "failed" else "info"
    return _entry(
        assessment,
        gate.name,
        f"--{gate.name}",
        f"--{gate.name}: {gate.message}",
        severity,
        assessment.file,
        (1, 1),
    )


def _finding(assessment: Assessment, finding: Finding, note: str) -> dict[str, Any]:
    told = f"{finding.code} {finding.rule.title}: {finding.message}" + (
        f" [{note}]" if note else ""
    )
    lines = (finding.location.span.line, finding.location.span.end_line)
    return _entry(
        assessment,
        finding.code,
        finding.id,
        told,
        NAMES[severity(assessment, finding)],
        finding.location.file,
        lines,
    )


def _entry(
    assessment: Assessment,
    name: str,
    key: str,
    description: str,
    severity: str,
    file: str,
    lines: tuple[int, int],
) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": name,
        "fingerprint": sha256(
            f"{assessment.file}\0{key}".encode(errors="surrogatepass")
        ).hexdigest(),
        "severity": severity,
        "location": {
            "path": PurePath(file).as_posix(),
            "lines": {"begin": lines[0], "end": lines[1]},
        },
    }
