"""Assessments as CSV for a spreadsheet: one row a requirement and finding, points on the first row of a requirement only."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from smartcert.assessment import Assessment
from smartcert.catalog.model import Catalog
from smartcert.finding import Finding
from smartcert.render.numbers import points

COLUMNS = (
    "file", "id", "group", "smart", "title", "level", "basis", "status", "points", "out_of",
    "line", "column", "path", "message", "fix", "suppressed", "fingerprint",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula, in some spreadsheet and language."""


def render(assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Give a table with a head. It begins with a byte-order mark, by which Excel knows Thai in UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for assessment in assessments:
        writer.writerows([cell(value) for value in row] for row in _rows(assessment))
    return "\ufeff" + out.getvalue()


def cell(value: object) -> object:
    """Keep a spreadsheet from taking text for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _rows(assessment: Assessment) -> Iterator[tuple[object, ...]]:
    findings = {finding.id: finding for finding in assessment.findings}
    for row in assessment.requirements:
        head = (assessment.file, row.id, row.group, row.smart or "", row.title, row.level, row.basis, row.status)
        earned: tuple[object, object] = (points(row.share.points), points(row.share.out_of))
        for key in row.findings or ("",):
            yield (*head, *earned, *_told(findings.get(key)))
            earned = ("", "")
    for finding in assessment.findings:
        if finding.level == "fault":
            told = (finding.file, finding.code, "file", "", finding.title, "fault", "", finding.status)
            yield (*told, "", "", *_told(finding))


def _told(finding: Finding | None) -> tuple[object, ...]:
    if finding is None:
        return ("",) * 7
    suppressed = finding.suppression.kind if finding.suppression else ""
    span = finding.span
    return span.line, span.column, finding.path, finding.message, finding.fix, suppressed, finding.id
