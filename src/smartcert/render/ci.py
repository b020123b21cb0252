"""What formats for CI systems share: each finding once, and what a waiver or a baseline says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.findings.finding import Finding
from smartcert.messages.terms import term


def unique_findings(assessments: Sequence[Assessment]) -> Iterator[tuple[Assessment, Finding]]:
    """Yield every finding with its assessment; what is wrong with a file that several share, such as the waivers, only once."""
    told: set[tuple[str, str, str]] = set()
    for assessment in assessments:
        for finding in assessment.findings:
            key = (finding.file, finding.id, finding.message)
            if finding.file == assessment.file or key not in told:
                told.add(key)
                yield assessment, finding


def marked_by_waiver(assessment: Assessment) -> dict[str, RequirementResult]:
    """Return the requirement of each finding that a waiver only marks: what is mandatory by official basis stays open."""
    return {
        key: row
        for row in assessment.requirements
        if row.waiver is not None and row.status != "waived"
        for key in row.findings
    }


def remarks(assessment: Assessment) -> dict[str, str]:
    """Return what is said of findings that are set aside, or that a waiver marks, by their ids."""
    lang = assessment.lang
    said = {
        key: f"{row.id}: {term('marked', lang, reason=row.waiver.reason)}"
        for key, row in marked_by_waiver(assessment).items()
        if row.waiver is not None
    }
    for finding in assessment.findings:
        if finding.suppression is not None:
            said[finding.id] = (
                f"{term(finding.suppression.kind, lang)}: {finding.suppression.reason}"
            )
    return said
