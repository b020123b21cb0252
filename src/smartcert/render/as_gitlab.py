"""Assessments as a GitLab Code Quality report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from smartcert.assessment import Assessment
from smartcert.catalog.model import Catalog
from smartcert.finding import Finding
from smartcert.i18n.terms import term

SEVERITIES = {"mandatory": "critical", "recommended": "minor", "fault": "major"}


def render(assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Give one entry a finding; fingerprints are those of the findings, told apart by file."""
    entries = [_entry(assessment, finding) for assessment in assessments for finding in assessment.findings]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(assessment: Assessment, finding: Finding) -> dict[str, Any]:
    description = f"{finding.code} {finding.title}: {finding.message}"
    if finding.suppression is not None:
        description += f" [{term(finding.suppression.kind, assessment.lang)}: {finding.suppression.reason}]"
    return {
        "description": description,
        "check_name": finding.code,
        "fingerprint": sha256(f"{assessment.file}\0{finding.id}".encode(errors="surrogatepass")).hexdigest(),
        "severity": _severity(assessment, finding),
        "location": {
            "path": PurePath(finding.file).as_posix().removeprefix("./"),
            "lines": {"begin": finding.span.line, "end": finding.span.end_line},
        },
    }


def _severity(assessment: Assessment, finding: Finding) -> str:
    if finding.suppression is not None or finding.status == "needs-person":
        return "info"
    return "blocker" if assessment.verdict == "unreadable" else SEVERITIES[finding.level]
