"""Assessments as CSV for a spreadsheet: one row a finding, or a requirement without any.

Points stand on the first row of a requirement only, so that a column adds up.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import points
from smartcert.assessment.waivers import Waiver
from smartcert.findings.finding import Finding
from smartcert.patterns import lazy_pattern
from smartcert.render.entries import OutputEntry
from smartcert.render.sanitize import for_page
from smartcert.rounds.unchecked import Unchecked

COLUMNS = (
    "file", "id", "group", "smart", "title", "level", "basis", "status", "points", "out_of",
    "line", "column", "path", "message", "fix", "suppressed", "fingerprint", "reason", "until",
    "cell",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula, in some spreadsheet and language."""

_NUMBER = lazy_pattern(r"\d+(?:[eE]\d+)?")

_COMMAND = lazy_pattern(r"##(?=\w*\[)")
"""What begins a command anywhere in a line: `##[group]`, `##vso[task.complete]`."""

_BREAK = lazy_pattern(r"\r\n|[\r\n]")


BETWEEN = ""
"""What parts two rows: each has its own end."""


def opening(*, alone: bool) -> str:
    """Return the head of the table, behind a byte-order mark, by which Excel knows UTF-8."""
    return "\ufeff" + _line(COLUMNS)


def entries(assessment: Assessment, *, alone: bool) -> Iterator[OutputEntry]:
    """Yield the rows of a proposal."""
    yield OutputEntry(_line([cell(value) for value in row]) for row in _rows(assessment))


def closing(rest: Unchecked, *, alone: bool, empty: bool) -> str:
    """Return nothing: a table has no foot."""
    return ""


def _line(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(values)
    return out.getvalue()


def cell(value: object) -> object:
    """Return a value that is no formula to a spreadsheet and no command to a CI runner."""
    if not isinstance(value, str):
        return value
    guard = "'" if value.startswith((*FORMULA, "::")) else ""
    return guard + _COMMAND.sub("# #", for_page(_BREAK.sub(" ", value)))


def _rows(assessment: Assessment) -> Iterator[tuple[object, ...]]:
    findings = {finding.id: finding for finding in assessment.findings}
    file = assessment.file
    for gate in assessment.reported_gates:
        head = (file, gate.name, "gate", "", f"--{gate.name}", "gate", "", gate.outcome, "", "")
        yield (*head, "", "", "", gate.message, *("",) * 6)
    for row in assessment.requirements:
        names = (file, row.id, row.group, row.smart or "", row.title)
        earned: tuple[object, object] = (points(row.share.points), points(row.share.out_of))
        for key in row.findings or ("",):
            found = _finding(findings.get(key), row.waiver)
            yield (*names, row.level, row.basis, row.status, *earned, *found)
            earned = ("", "")
    for finding in assessment.findings:
        if finding.level == "fault":
            names = (finding.location.file, finding.code, "file", "", finding.rule.title)
            yield (*names, "fault", "", finding.status, "", "", *_finding(finding, None))


def _told(fingerprint: str) -> str:
    """Return a fingerprint that no spreadsheet takes for a number, as it would `1234e5678901`."""
    return f"'{fingerprint}" if _NUMBER.fullmatch(fingerprint) else fingerprint


def _finding(finding: Finding | None, waiver: Waiver | None) -> tuple[object, ...]:
    """Return the columns of a finding; a waiver that only marks is seen by its reason."""
    if finding is None:
        return ("",) * 10
    aside, place = finding.suppression, finding.location
    kind, reason = (aside.kind, aside.reason) if aside else ("", "")
    return (
        *(place.span.line, place.span.column, place.dotted, finding.message, finding.fix),
        *(kind, _told(finding.id), waiver.reason if waiver else reason),
        waiver.until.written if waiver else "",
        place.cell,
    )
