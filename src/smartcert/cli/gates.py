"""Gates: when a check fails a build. Each says why in one sentence."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from smartcert.assess import OPEN, Question, assess
from smartcert.assessment import Assessment
from smartcert.beside import look_beside
from smartcert.errors import UsageError
from smartcert.i18n.terms import term
from smartcert.render.numbers import percent_text
from smartcert.source import read_source

FAIL_ON = {
    "mandatory": frozenset({"mandatory"}),
    "recommended": frozenset({"mandatory", "recommended"}),
    "any": frozenset({"mandatory", "recommended", "fault"}),
}

Rows = dict[tuple[str, str | None], str]
"""The status of each requirement, and of each Smart it is asked of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gates:
    """What a proposal has to pass."""

    fail_on: str = "mandatory"
    fail_under: Fraction | None = None
    limit_text: str = ""
    """`--fail-under` as it was written."""
    no_regress: str | None = None

    def failures(self, assessment: Assessment, question: Question) -> Iterator[str]:
        """Say what fails. An open requirement whose findings all are known since a baseline does not."""
        lang = assessment.lang
        if assessment.score is not None and self.fail_under is not None:
            share = assessment.score.adjusted
            if share.value is not None and share.value < self.fail_under:
                yield term("gate", lang, value=percent_text(share), limit=self.limit_text)
        levels = FAIL_ON[self.fail_on]
        count = sum(finding.level in levels and finding.suppression is None for finding in assessment.findings)
        if count and self.fail_on != "mandatory":
            yield term("gate-fail-on", lang, level=self.fail_on, count=count)
        elif count:
            yield ""
        if self.no_regress is not None:
            lost = list(self.regressed(assessment, question))
            if lost:
                yield term("gate-regress", lang, base=self.no_regress, ids=", ".join(lost))

    def regressed(self, assessment: Assessment, question: Question) -> Iterator[str]:
        """Give the requirements that the base met and the proposal no longer does."""
        assert self.no_regress is not None
        base = base_rows(self.no_regress, assessment.file, question)
        for row in assessment.requirements:
            if row.status in OPEN and base.get((row.id, row.smart)) == "met":
                yield f"{row.id}/{row.smart}" if row.smart else row.id


def base_rows(base: str, file: str, question: Question) -> Rows:
    """Read a base: a proposal, a JSON result, or `git:REV`, the same file at a revision. Raises `UsageError`."""
    if base.startswith("git:"):
        raw = _at_revision(base.removeprefix("git:"), file)
        return rows_of(assess(read_source(raw, file), question, lambda data: look_beside(data, Path(file).parent)))
    try:
        raw = Path(base).read_bytes()
    except OSError as problem:
        raise UsageError(f"เปิด {base} ไม่ได้: {problem.strerror}", f"--no-regress {base}: {problem.strerror}") from problem
    if raw.lstrip()[:1] == b"{":
        return _from_json(raw, base, file)
    return rows_of(assess(read_source(raw, base), question, lambda data: look_beside(data, Path(base).parent)))


def rows_of(assessment: Assessment) -> Rows:
    """Give the statuses of an assessment."""
    return {(row.id, row.smart): row.status for row in assessment.requirements}


def _from_json(raw: bytes, base: str, file: str) -> Rows:
    try:
        data = json.loads(raw)
        found = data.get("assessments", [data])
        chosen = next((item for item in found if item["proposal"]["file"] == file), found[0])
        return {(row["id"], row["smart"]): row["status"] for row in chosen["requirements"]}
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
        raise UsageError(f"{base} ไม่ใช่ผลของ check --format json", f"{base} is no result of check --format json") from problem


def _at_revision(revision: str, file: str) -> bytes:
    """Give a file as git has it at a revision. Raises `UsageError`."""
    path = Path(file).resolve()
    if revision.startswith("-"):
        raise UsageError(f"git ไม่มีรุ่น {revision}", f"git has no revision {revision}")
    command = ["git", "-C", str(path.parent), "show", f"{revision}:./{path.name}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell, and the revision is no option
    except OSError as problem:
        raise UsageError(f"เรียก git ไม่ได้: {problem.strerror}", f"git: {problem.strerror}") from problem
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["?"]
        raise UsageError(f"git ไม่มี {file} ที่รุ่น {revision}: {told[0]}", f"git has no {file} at {revision}: {told[0]}")
    return done.stdout
