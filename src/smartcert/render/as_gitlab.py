"""Assessments as a GitLab Code Quality report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath

from smartcert.assessment import Assessment
from smartcert.catalog.model import Catalog

SEVERITIES = {"mandatory": "critical", "recommended": "minor", "fault": "major"}


def render(assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Give one entry a finding; fingerprints are those of the findings, told apart by file."""
    entries = [
        {
            "description": f"{finding.code} {finding.title}: {finding.message}",
            "check_name": finding.code,
            "fingerprint": sha256(f"{assessment.file}\0{finding.id}".encode()).hexdigest(),
            "severity": "info" if finding.suppression or finding.status == "needs-person" else SEVERITIES[finding.level],
            "location": {
                "path": PurePath(finding.file).as_posix().removeprefix("./"),
                "lines": {"begin": finding.span.line, "end": finding.span.end_line},
            },
        }
        for assessment in assessments
        for finding in assessment.findings
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
