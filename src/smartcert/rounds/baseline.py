"""A baseline: the findings a team starts with, by fingerprint. They are marked and shown, and stop failing a build."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from smartcert.assessment.result import Assessment, BaselineDiff
from smartcert.errors import UsageError
from smartcert.findings.finding import Finding, Suppression
from smartcert.source import read_bytes, refuse_cut
from smartcert.source.path import dotted, enclosing

NAME = "smartcert-baseline.json"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineEntry:
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

    def is_asked(self, rows: Set[tuple[str, str | None]]) -> bool:
        """Whether any of what it left unmet is still asked; a fault of the file always is mended and never dropped."""
        return not self.requirements or any(
            name in self.requirements and (self.smart is None or smart == self.smart)
            for name, smart in rows
        )

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is what remains of this one: a part of the same gap, which has since been half closed.

        Never inside a list: another item may stand at the same number by now, and its gaps are new.
        """
        return (
            finding.rule.requirement in self.requirements
            and self.smart in (None, finding.smart)
            and "[" not in self.path
            and self.path in map(dotted, (finding.location.path, *enclosing(finding.location.path)))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The findings of one day, by proposal."""

    folder: Path
    """Where the file lies; proposals are named from there."""
    written: date
    known: dict[str, dict[str, BaselineEntry]]
    """For each proposal, its findings by fingerprint."""

    def of(self, file: str) -> dict[str, BaselineEntry]:
        """Return the findings known of a proposal, by fingerprint."""
        return self.known.get(key_of(file, self.folder), {})


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises `UsageError`."""
    try:
        raw = read_bytes(path)
        refuse_cut(raw, str(path))
        data = json.loads(raw.decode())
        if data["format"] != FORMAT:
            raise ValueError(data["format"])
        known = {
            str(file): {
                str(key): _known(entry)
                for key, entry in entries.items()
                if not _is_of_waivers(entry["code"])
            }
            for file, entries in data["findings"].items()
        }
        return Baseline(folder=path.parent, written=date.fromisoformat(data["date"]), known=known)
    except OSError as problem:
        raise UsageError(
            "usage.baseline-unreadable",
            file=path,
            reason=problem.strerror,
            hint="smartcert baseline write",
        ) from problem
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise UsageError(
            "usage.no-baseline", file=path, hint="smartcert baseline write"
        ) from problem


def _known(entry: dict[str, Any]) -> BaselineEntry:
    smart = entry["smart"]
    return BaselineEntry(
        code=str(entry["code"]),
        path=str(entry["path"]),
        smart=None if smart is None else str(smart),
        requirements=tuple(map(str, entry["requirements"])),
    )


def dump(assessments: Iterable[Assessment], folder: Path, today: date) -> str:
    """Write the findings of some assessments as a baseline; file by file, sorted, so that differences read well."""
    files = {key_of(assessment.file, folder): assessment for assessment in assessments}
    told = ",\n".join(
        f"  {_text(file)}: {{\n{_entries(files[file])}\n  }}" for file in sorted(files)
    )
    return f'{{\n "format": {FORMAT},\n "date": "{today.isoformat()}",\n "findings": {{\n{told}\n }}\n}}\n'


def _entries(assessment: Assessment) -> str:
    """Return one line a finding, so that a change of one is a change of one line."""
    found = sorted(
        recorded(assessment),
        key=lambda finding: (finding.code, finding.location.dotted, finding.id),
    )
    return ",\n".join(f"   {_text(finding.id)}: {_text(_entry(finding))}" for finding in found)


def recorded(assessment: Assessment) -> list[Finding]:
    """Return the findings that a baseline may have.

    What is waived has to come back when the waiver ends, and a waiver that has expired or is refused must not go unseen.
    """
    return [finding for finding in assessment.counting if not _is_of_waivers(finding.code)]


def _is_of_waivers(code: str) -> bool:
    return bool(re.fullmatch(r"W\d{3}", code))


def _entry(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "path": finding.location.dotted,
        "smart": finding.smart,
        "requirements": list(finding.requirements),
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def mark(assessment: Assessment, baseline: Baseline) -> Assessment:
    """Mark the findings that the baseline knows, whole or in part, and count what became of it; what a waiver set aside stays that."""
    known = baseline.of(assessment.file)
    now = {finding.id for finding in assessment.findings}
    left = [entry for key, entry in known.items() if key not in now]
    suppression = Suppression(kind="baseline", reason=baseline.written.isoformat())
    marked = tuple(
        replace(finding, suppression=suppression)
        if finding.counts and (finding.id in known or any(entry.covers(finding) for entry in left))
        else finding
        for finding in assessment.findings
    )
    gone = [entry for entry in left if not any(entry.covers(finding) for finding in marked)]
    asked = {
        (row.id, row.smart) for row in assessment.requirements if row.status != "not-applicable"
    }
    standing = BaselineDiff(
        written=baseline.written,
        age=(assessment.today - baseline.written).days,
        size=len(known),
        fixed=tuple(entry.name for entry in gone if entry.is_asked(asked)),
        dropped=tuple(entry.name for entry in gone if not entry.is_asked(asked)),
        new=sum(finding.counts for finding in marked),
    )
    return replace(assessment, findings=marked, standing=standing)


def key_of(file: str, folder: Path) -> str:
    """Name a proposal from a folder, with forward slashes."""
    if file == "-":
        return file
    try:
        return Path(file).resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return Path(file).resolve().as_posix()
