"""Assessments as GitHub workflow commands, the most important first, since only ten of a kind are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smartcert.assessment import Assessment
from smartcert.catalog.model import Catalog
from smartcert.finding import Finding
from smartcert.i18n.terms import term

LEVELS = {"mandatory": "error", "recommended": "warning", "fault": "warning"}
KINDS = ("error", "warning", "notice")
ORDER = {"mandatory": 0, "fault": 1, "recommended": 2}

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def render(assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Give one command a finding; what is waived, known since a baseline or for a person to judge is a notice."""
    found = [(_kind(assessment, finding), assessment, finding) for assessment in assessments for finding in assessment.findings]
    found.sort(key=lambda item: (KINDS.index(item[0]), ORDER[item[2].level]))
    return "".join(f"{_command(*item)}\n" for item in found)


def _kind(assessment: Assessment, finding: Finding) -> str:
    if finding.suppression is not None or finding.status == "needs-person":
        return "notice"
    return "error" if assessment.verdict == "unreadable" else LEVELS[finding.level]


def _command(kind: str, assessment: Assessment, finding: Finding) -> str:
    span = finding.span
    places = {"file": finding.file.removeprefix("./"), "line": span.line, "endLine": span.end_line}
    if span.end_line == span.line:
        places |= {"col": span.column, "endColumn": span.end_column}
    places["title"] = f"{finding.code} {finding.title}"
    properties = ",".join(f"{key}={in_property(str(value))}" for key, value in places.items())
    told = [finding.message, finding.fix]
    if finding.suppression is not None:
        told.append(f"{term(finding.suppression.kind, assessment.lang)}: {finding.suppression.reason}")
    return f"::{kind} {properties}::{in_message(chr(10).join(told))}"


def in_message(text: str) -> str:
    """Escape what would end a command's message, and make control characters harmless in the log."""
    return _CONTROL.sub("\ufffd", text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """Escape what would end a command's property."""
    return in_message(text).replace(":", "%3A").replace(",", "%2C")
