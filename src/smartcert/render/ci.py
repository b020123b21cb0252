"""What formats for CI systems share: each finding once, and the note on what sets it aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.findings.finding import Finding
from smartcert.findings.status import Severity
from smartcert.messages.message import message
from smartcert.messages.names import named


def unique_findings(
    assessments: Sequence[Assessment],
) -> Iterator[tuple[Assessment, Finding, str]]:
    """Yield every finding with its assessment and the note on it, empty for most.

    What is wrong with a file that several proposals share, such as the waivers, comes only once.
    """
    seen: set[tuple[str, str, str]] = set()
    for assessment in assessments:
        noted = notes(assessment)
        for finding in assessment.findings:
            key = (finding.location.file, finding.id, finding.message)
            if finding.location.file == assessment.file or key not in seen:
                seen.add(key)
                yield assessment, finding, noted.get(finding.id, "")


def severity(assessment: Assessment, finding: Finding) -> Severity:
    """Return how a build takes a finding; one that is set aside is no more than a note."""
    return assessment.severity(finding) if finding.counts else "note"


def notes(assessment: Assessment) -> dict[str, str]:
    """Return notes by finding id: why it is set aside, or that a waiver only marks its rule."""
    lang = assessment.lang
    found = {
        key: f"{row.id}: {marking(row, lang)}" for row in assessment.marked for key in row.findings
    }
    return found | {finding.id: reason(finding, lang) for finding in assessment.set_aside}


def marking(row: RequirementResult, lang: str) -> str:
    """Say why a requirement stays open although a waiver names it."""
    return message("terminal.labels.marked", lang, reason=row.waiver.reason if row.waiver else "")


def reason(finding: Finding, lang: str) -> str:
    """Say what sets a finding aside, and why; nothing of one that counts."""
    aside = finding.suppression
    return f"{named('suppressions', aside.kind, lang)}: {aside.reason}" if aside else ""
