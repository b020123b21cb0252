"""A baseline: the findings a team starts with, by fingerprint. They are marked and shown, and stop failing a build."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from smartcert.assessment import Assessment
from smartcert.errors import UsageError
from smartcert.finding import Suppression

NAME = "smartcert-baseline.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The findings of one day, by proposal."""

    folder: Path
    """Where the file lies; proposals are named from there."""
    written: date
    known: dict[str, dict[str, str]]
    """For each proposal, the fingerprints of its findings, and what a person calls each: its code and path."""

    def of(self, file: str) -> dict[str, str]:
        """Give the findings known of a proposal, by fingerprint."""
        return self.known.get(key_of(file, self.folder), {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a proposal stands against a baseline."""

    written: date
    age: int
    """Days."""
    size: int
    fixed: int
    """Findings of the baseline that are gone."""
    new: int
    """Findings that it does not have; what is waived today is not among them."""
    gone: tuple[str, ...] = ()
    """What is fixed, by code and path."""


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises `UsageError`."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        known = {str(file): {str(key): str(name) for key, name in told.items()} for file, told in data["findings"].items()}
        return Baseline(folder=path.parent, written=date.fromisoformat(data["date"]), known=known)
    except OSError as problem:
        raise UsageError(
            f"เปิดเส้นฐาน {path} ไม่ได้: {problem.strerror}", f"baseline {path}: {problem.strerror}", "smartcert baseline write"
        ) from problem
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(f"{path} ไม่ใช่แฟ้มเส้นฐาน", f"{path} is no baseline", "smartcert baseline write") from problem


def dump(assessments: Iterable[Assessment], folder: Path, today: date) -> str:
    """Write the findings of some assessments as a baseline; file by file, sorted, so that differences read well.

    What is waived is left out: it has to come back when the waiver ends.
    """
    findings = {
        key_of(assessment.file, folder): {
            finding.id: f"{finding.code} {finding.path}".rstrip()
            for finding in sorted(assessment.findings, key=lambda finding: (finding.code, finding.path, finding.id))
            if finding.suppression is None
        }
        for assessment in assessments
    }
    data = {"format": 1, "date": today.isoformat(), "findings": dict(sorted(findings.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def mark(assessment: Assessment, baseline: Baseline) -> Assessment:
    """Mark the findings that the baseline knows; what a waiver set aside stays that."""
    known = baseline.of(assessment.file)
    reason = baseline.written.isoformat()
    marked = tuple(
        replace(finding, suppression=Suppression(kind="baseline", reason=reason))
        if finding.id in known and finding.suppression is None
        else finding
        for finding in assessment.findings
    )
    return replace(assessment, findings=marked)


def standing(assessment: Assessment, baseline: Baseline) -> Standing:
    """Count what became of the baseline, of an assessment that is not marked yet."""
    known = baseline.of(assessment.file)
    now = {finding.id for finding in assessment.findings}
    gone = tuple(name for key, name in known.items() if key not in now)
    return Standing(
        written=baseline.written,
        age=(assessment.today - baseline.written).days,
        size=len(known),
        fixed=len(gone),
        new=sum(finding.id not in known and finding.suppression is None for finding in assessment.findings),
        gone=gone,
    )


def key_of(file: str, folder: Path) -> str:
    """Name a proposal from a folder, with forward slashes."""
    if file == "-":
        return file
    try:
        return Path(file).resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return Path(file).resolve().as_posix()
