"""A baseline: the findings a team starts with, by fingerprint. They are marked and shown, and stop failing a build."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from smartcert.assessment import Assessment
from smartcert.errors import UsageError
from smartcert.finding import Finding, Suppression

NAME = "smartcert-baseline.json"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One finding of a baseline."""

    code: str
    path: str
    smart: str | None
    requirements: tuple[str, ...]
    """What it left unmet; empty for a fault of the file."""

    @property
    def name(self) -> str:
        """What a person calls it: its code and where it was."""
        return f"{self.code} {self.path}".rstrip()

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is what remains of this one: a part of the same gap, which has since been half closed."""
        return (
            finding.requirement in self.requirements
            and self.smart in (None, finding.smart)
            and (finding.path == self.path or finding.path.startswith((f"{self.path}.", f"{self.path}[")) or not self.path)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The findings of one day, by proposal."""

    folder: Path
    """Where the file lies; proposals are named from there."""
    written: date
    known: dict[str, dict[str, Known]]
    """For each proposal, its findings by fingerprint."""

    def of(self, file: str) -> dict[str, Known]:
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
    """The fixed ones, by code and path."""


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises `UsageError`."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ValueError(data["format"])
        known = {
            str(file): {str(key): _known(entry) for key, entry in entries.items()} for file, entries in data["findings"].items()
        }
        return Baseline(folder=path.parent, written=date.fromisoformat(data["date"]), known=known)
    except OSError as problem:
        raise UsageError(
            f"เปิดผลตรวจตั้งต้น {path} ไม่ได้: {problem.strerror}", f"baseline {path}: {problem.strerror}", "smartcert baseline write"
        ) from problem
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(f"{path} ไม่ใช่แฟ้มผลตรวจตั้งต้น", f"{path} is no baseline", "smartcert baseline write") from problem


def _known(entry: dict[str, Any]) -> Known:
    smart = entry["smart"]
    return Known(
        code=str(entry["code"]),
        path=str(entry["path"]),
        smart=None if smart is None else str(smart),
        requirements=tuple(map(str, entry["requirements"])),
    )


def dump(assessments: Iterable[Assessment], folder: Path, today: date) -> str:
    """Write the findings of some assessments as a baseline; file by file, sorted, so that differences read well.

    What is waived is left out: it has to come back when the waiver ends.
    """
    files = {key_of(assessment.file, folder): assessment for assessment in assessments}
    told = ",\n".join(f"  {_text(file)}: {{\n{_entries(files[file])}\n  }}" for file in sorted(files))
    return f'{{\n "format": {FORMAT},\n "date": "{today.isoformat()}",\n "findings": {{\n{told}\n }}\n}}\n'


def _entries(assessment: Assessment) -> str:
    """Give one line a finding, so that a change of one is a change of one line."""
    found = sorted(assessment.findings, key=lambda finding: (finding.code, finding.path, finding.id))
    return ",\n".join(f"   {_text(finding.id)}: {_text(_entry(finding))}" for finding in found if finding.suppression is None)


def _entry(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "path": finding.path,
        "smart": finding.smart,
        "requirements": list(finding.requirements),
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def mark(assessment: Assessment, baseline: Baseline) -> Assessment:
    """Mark the findings that the baseline knows, whole or in part; what a waiver set aside stays that."""
    known = baseline.of(assessment.file)
    left = _left(assessment, known)
    suppression = Suppression(kind="baseline", reason=baseline.written.isoformat())
    marked = tuple(
        replace(finding, suppression=suppression)
        if finding.suppression is None and (finding.id in known or any(entry.covers(finding) for entry in left.values()))
        else finding
        for finding in assessment.findings
    )
    return replace(assessment, findings=marked)


def standing(assessment: Assessment, baseline: Baseline) -> Standing:
    """Count what became of the baseline, of an assessment that is not marked yet."""
    known = baseline.of(assessment.file)
    left = _left(assessment, known)
    marked = mark(assessment, baseline).findings
    gone = tuple(entry.name for entry in left.values() if not any(entry.covers(finding) for finding in marked))
    return Standing(
        written=baseline.written,
        age=(assessment.today - baseline.written).days,
        size=len(known),
        fixed=len(gone),
        new=sum(finding.suppression is None for finding in marked),
        gone=gone,
    )


def _left(assessment: Assessment, known: dict[str, Known]) -> dict[str, Known]:
    """Give the findings of a baseline that are not there any more as they were."""
    now = {finding.id for finding in assessment.findings}
    return {key: entry for key, entry in known.items() if key not in now}


def key_of(file: str, folder: Path) -> str:
    """Name a proposal from a folder, with forward slashes."""
    if file == "-":
        return file
    try:
        return Path(file).resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return Path(file).resolve().as_posix()
