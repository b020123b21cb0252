"""Assessments as GitHub workflow commands, the most important first, since only ten of a kind are shown."""

from __future__ import annotations

from collections.abc import Sequence

from smartcert.assessment import Assessment
from smartcert.catalog.model import Catalog
from smartcert.finding import Finding

LEVELS = {"mandatory": "error", "recommended": "warning", "fault": "warning"}
ORDER = {"mandatory": 0, "fault": 1, "recommended": 2}


def render(assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Give one command a finding; what is waived or known since a baseline is a notice."""
    findings = [finding for assessment in assessments for finding in assessment.findings]
    findings.sort(key=lambda finding: (finding.suppression is not None, ORDER[finding.level]))
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    quiet = finding.suppression is not None or finding.status == "needs-person"
    kind = "notice" if quiet else LEVELS[finding.level]
    span = finding.span
    places = {"file": finding.file.removeprefix("./"), "line": span.line, "endLine": span.end_line}
    if span.end_line == span.line:
        places |= {"col": span.column, "endColumn": span.end_column}
    places["title"] = f"{finding.code} {finding.title}"
    told = ",".join(f"{key}={in_property(str(value))}" for key, value in places.items())
    message = in_message(finding.message + "\n" + finding.fix)
    return f"::{kind} {told}::{message}"


def in_message(text: str) -> str:
    """Escape what would end a command's message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """Escape what would end a command's property."""
    return in_message(text).replace(":", "%3A").replace(",", "%2C")
