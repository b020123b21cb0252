"""A baseline: the findings a team starts with, by fingerprint.

They are marked and shown, and stop failing a build.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from smartcert.assessment.result import Assessment, BaselineDiff
from smartcert.characters import as_json
from smartcert.errors import UsageError
from smartcert.files import read_file
from smartcert.findings.finding import Finding, RequirementKey, Suppression
from smartcert.source import refuse_cut
from smartcert.source.path import dotted, enclosing

NAME = "smartcert-baseline.json"
FORMAT = 1
WRITE = "smartcert baseline write"
"""The command that writes one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineEntry:
    """One finding of a baseline."""

    code: str
    path: str
    """As a person writes it."""
    smart: str | None
    requirements: tuple[str, ...]
    """What it left unmet; empty for a fault of the file."""

    @property
    def name(self) -> str:
        """What a person calls it: its code and where it was."""
        return f"{self.code} {self.path}".rstrip()

    def is_asked(self, keys: Set[RequirementKey]) -> bool:
        """Whether any of what it left unmet is still asked; a fault of the file always is."""
        return not self.requirements or any(
            name in self.requirements and (self.smart is None or smart == self.smart)
            for name, smart in keys
        )

    def is_about(self, finding: Finding) -> bool:
        """Whether it left the finding's requirement unmet, for the finding's Smart."""
        return finding.rule.requirement in self.requirements and self.smart in (None, finding.smart)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The findings of one day, by proposal."""

    file: Path
    written: date
    known: dict[str, dict[str, BaselineEntry]]
    """For each proposal, its findings by fingerprint."""

    @property
    def folder(self) -> Path:
        """Where the file lies; proposals are named from there."""
        return self.file.parent

    def of(self, file: str) -> dict[str, BaselineEntry]:
        """Return the findings known of a proposal, by fingerprint."""
        return self.known.get(key_of(file, self.folder), {})


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises `UsageError`."""
    try:
        raw = read_file(path)
        refuse_cut(raw, str(path))
        data = json.loads(raw.decode())
        if data["format"] != FORMAT:
            raise ValueError(data["format"])
        known = {str(file): _read_entries(entries) for file, entries in data["findings"].items()}
        return Baseline(file=path, written=date.fromisoformat(data["date"]), known=known)
    except OSError as problem:
        reason = problem.strerror
        raise UsageError(
            "usage.baseline-unreadable", file=path, reason=reason, hint=WRITE
        ) from problem
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise UsageError("usage.no-baseline", file=path, hint=WRITE) from problem


def _read_entries(entries: dict[str, Any]) -> dict[str, BaselineEntry]:
    return {
        str(key): BaselineEntry(
            code=str(entry["code"]),
            path=str(entry["path"]),
            smart=None if entry["smart"] is None else str(entry["smart"]),
            requirements=tuple(map(str, entry["requirements"])),
        )
        for key, entry in entries.items()
        if not _is_of_waivers(entry["code"])
    }


def dump(assessments: Iterable[Assessment], folder: Path, today: date) -> str:
    """Write the findings of some assessments as a baseline.

    File by file, sorted, a line a finding, so that differences read well.
    """
    files = {key_of(assessment.file, folder): assessment for assessment in assessments}
    findings = ",\n".join(
        f"  {_json(file)}: {{\n{_lines(assessment)}\n  }}"
        for file, assessment in sorted(files.items(), key=lambda item: item[0])
    )
    head = f'{{\n "format": {FORMAT},\n "date": "{today.isoformat()}",\n'
    return f'{head} "findings": {{\n{findings}\n }}\n}}\n'


def _lines(assessment: Assessment) -> str:
    entries = sorted(
        (finding.code, finding.location.dotted, finding.id, finding.smart, finding.requirements)
        for finding in recorded(assessment)
    )
    return ",\n".join(
        f"   {_json(key)}: "
        + _json({"code": code, "path": path, "smart": smart, "requirements": requirements})
        for code, path, key, smart, requirements in entries
    )


def recorded(assessment: Assessment) -> list[Finding]:
    """Return the findings that a baseline may have.

    What is waived has to come back when the waiver ends, and a waiver that has expired or is
    refused must not go unseen.
    """
    return [finding for finding in assessment.counting if not _is_of_waivers(finding.code)]


def _is_of_waivers(code: str) -> bool:
    return bool(re.fullmatch(r"W\d{3}", code))


def _json(value: object) -> str:
    return as_json(json.dumps(value, ensure_ascii=False))


def mark(assessment: Assessment, baseline: Baseline) -> Assessment:
    """Mark the findings that the baseline knows, whole or in part, and count what became of it.

    What a waiver set aside stays that.
    """
    known = baseline.of(assessment.file)
    now = {finding.id for finding in assessment.findings}
    left = [entry for key, entry in known.items() if key not in now]
    origins = _origins(assessment.findings, left)
    suppression = Suppression(kind="baseline", reason=baseline.written.isoformat())
    marked = tuple(
        finding._replace(suppression=suppression)
        if finding.counts and (finding.id in known or finding.id in origins)
        else finding
        for finding in assessment.findings
    )
    going_on = {entry for entries in origins.values() for entry in entries}
    gone = [entry for entry in left if entry not in going_on]
    asked = {row.key for row in assessment.requirements if row.status != "not-applicable"}
    standing = BaselineDiff(
        written=baseline.written,
        age=(assessment.today - baseline.written).days,
        size=len(known),
        fixed=tuple(entry.name for entry in gone if entry.is_asked(asked)),
        dropped=tuple(entry.name for entry in gone if not entry.is_asked(asked)),
        new=sum(finding.counts for finding in marked),
    )
    return replace(assessment, findings=marked, standing=standing)


def _origins(
    findings: Iterable[Finding], left: list[BaselineEntry]
) -> dict[str, list[BaselineEntry]]:
    """Return, by the id of a finding, the entries of which it is what remains.

    It is a part of the same gap, at its place or inside it: the gap has been half closed since.
    """
    by_path: dict[str, list[BaselineEntry]] = defaultdict(list)
    for entry in left:
        # Never inside a list: another item may stand at the same number by now, whose gaps are new.
        if "[" not in entry.path:
            by_path[entry.path].append(entry)
    origins = {}
    for finding in findings if by_path else ():
        path = finding.location.path
        around = map(dotted, enclosing(path) if path else [path])
        entries = [entry for place in around for entry in by_path.get(place, ())]
        if found := [entry for entry in entries if entry.is_about(finding)]:
            origins[finding.id] = found
    return origins


def key_of(file: str, folder: Path) -> str:
    """Name a proposal from a folder, with forward slashes; `-` is standard input."""
    if file == "-":
        return file
    try:
        return Path(file).resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return Path(file).resolve().as_posix()
