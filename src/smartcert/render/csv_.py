"""Assessments as CSV for a spreadsheet: one row for each requirement and finding.

Points stand on the first row of a requirement only.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import points
from smartcert.assessment.waivers import Waiver
from smartcert.findings.finding import Finding

COLUMNS = (
    "file", "id", "group", "smart", "title", "level", "basis", "status", "points", "out_of",
    "line", "column", "path", "message", "fix", "suppressed", "fingerprint", "reason", "until",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula, in some spreadsheet and language."""

_BREAK = re.compile(r"\r\n|[\r\n]")


def render(assessments: Sequence[Assessment]) -> str:
    """Return a table with a head.

    It begins with a byte-order mark, by which Excel knows Thai in UTF-8.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for assessment in assessments:
        writer.writerows([cell(value) for value in row] for row in _rows(assessment))
    return "\ufeff" + out.getvalue()


def cell(value: object) -> object:
    """Keep text from being a formula to a spreadsheet, or a command to a GitHub runner."""
    if not isinstance(value, str):
        return value
    guard = "'" if value.startswith((*FORMULA, "::")) else ""
    return guard + _BREAK.sub(" ", value).replace("##[", "# #[")


def _rows(assessment: Assessment) -> Iterator[tuple[object, ...]]:
    findings = {finding.id: finding for finding in assessment.findings}
    for gate in assessment.told_gates:
        told: tuple[object, ...] = (
            assessment.file,
            gate.name,
            "gate",
            "",
            f"--{gate.name}",
            "gate",
            "",
            gate.outcome,
        )
        yield (*told, "", "", "", "", "", gate.message, *("",) * 5)
    for row in assessment.requirements:
        head = (
            assessment.file,
            row.id,
            row.group,
            row.smart or "",
            row.title,
            row.level,
            row.basis,
            row.status,
        )
        earned: tuple[object, object] = (points(row.share.points), points(row.share.out_of))
        for key in row.findings or ("",):
            yield (*head, *earned, *_told(findings.get(key), row.waiver))
            earned = ("", "")
    for finding in assessment.findings:
        if finding.level == "fault":
            told = (
                finding.location.file,
                finding.code,
                "file",
                "",
                finding.rule.title,
                "fault",
                "",
                finding.status,
            )
            yield (*told, "", "", *_told(finding, None))


def _told(finding: Finding | None, waiver: Waiver | None) -> tuple[object, ...]:
    """Return the columns of a finding; a waiver that only marks is seen by its reason."""
    if finding is None:
        return ("",) * 9
    aside = finding.suppression
    reason = waiver.reason if waiver else aside.reason if aside else ""
    span = finding.location.span
    told = (
        span.line,
        span.column,
        finding.location.dotted,
        finding.message,
        finding.fix,
        aside.kind if aside else "",
        finding.id,
    )
    return (*told, reason, waiver.until.written if waiver else "")
