"""What formats for CI systems share: each finding once, and the note on what sets it aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.findings.finding import Finding
from smartcert.findings.status import Severity
from smartcert.messages.message import message
from smartcert.messages.names import named

Shared = tuple[str, str, str]
"""A finding of a file that several proposals share: the file, its id, its sentence."""


def unique_findings(
    assessments: Sequence[Assessment],
) -> Iterator[tuple[Assessment, Finding, str]]:
    """Yield every finding with its assessment and the note on it, empty for most.

    What is wrong with a file that several proposals share, such as the waivers, comes only once.
    """
    seen: set[Shared] = set()
    for assessment in assessments:
        for finding, note, shared in noted_findings(assessment):
            if shared is None or shared not in seen:
                yield assessment, finding, note
            if shared is not None:
                seen.add(shared)


def noted_findings(assessment: Assessment) -> Iterator[tuple[Finding, str, Shared | None]]:
    """Yield each finding with the note on it, and what several proposals may tell alike."""
    noted = notes(assessment)
    for finding in assessment.findings:
        file = finding.location.file
        shared = None if file == assessment.file else (file, finding.id, finding.message)
        yield finding, noted.get(finding.id, ""), shared


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
