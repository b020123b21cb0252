"""Gates: when a check fails a build. Each says why in one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from smartcert.assess import OPEN, Question, assess
from smartcert.assessment import Assessment
from smartcert.beside import look_beside
from smartcert.errors import UsageError
from smartcert.i18n.terms import term
from smartcert.render.numbers import percent, percent_text, points
from smartcert.score import Share
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
                yield term("gate", lang, value=_precisely(share, self.fail_under), limit=self.limit_text)
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
        """Give the requirements that the base met and the proposal no longer does; those of a Smart it has dropped are among them."""
        assert self.no_regress is not None
        base = base_rows(self.no_regress, assessment.file, question)
        now = rows_of(assessment)
        dropped = {part.key for part in assessment.smarts if not part.declared}
        for key, status in base.items():
            name, smart = key
            gone = key not in now and smart in dropped
            if status == "met" and (gone or now.get(key) in OPEN):
                yield f"{name}/{smart}" if smart else name


def _precisely(share: Share, limit: Fraction) -> str:
    """Write a share that is below a limit so that it also reads as below it."""
    rounded = percent(share)
    if rounded is None or Fraction(str(rounded)) < limit:
        return percent_text(share)
    return f"{percent_text(share)} ({points(share.points)}/{points(share.out_of)})"


def base_rows(base: str, file: str, question: Question) -> Rows:
    """Read a base: a proposal, a JSON result, or `git:REV`, the same file at a revision. Raises `UsageError`.

    A file that the revision does not have yet has nothing to lose; standard error says so.
    """
    if base.startswith("git:"):
        raw = _at_revision(base.removeprefix("git:"), file)
        if raw is None:
            print(f"smartcert: {_nothing_yet(file, base, question.lang)}", file=sys.stderr)
            return {}
        return rows_of(assess(read_source(raw, file), question, lambda data: look_beside(data, Path(file).parent)))
    try:
        raw = Path(base).read_bytes()
    except OSError as problem:
        raise UsageError(f"เปิด {base} ไม่ได้: {problem.strerror}", f"--no-regress {base}: {problem.strerror}") from problem
    if raw.lstrip()[:1] == b"{":
        return _from_json(raw, base, file, question.lang)
    return rows_of(assess(read_source(raw, base), question, lambda data: look_beside(data, Path(base).parent)))


def _nothing_yet(file: str, base: str, lang: str) -> str:
    if lang == "th":
        return f"{base} ยังไม่มี {file} จึงไม่มีอะไรให้เทียบ"
    return f"{base} has no {file} yet; there is nothing to compare with"


def rows_of(assessment: Assessment) -> Rows:
    """Give the statuses of an assessment."""
    return {(row.id, row.smart): row.status for row in assessment.requirements}


def _from_json(raw: bytes, base: str, file: str, lang: str) -> Rows:
    try:
        data = json.loads(raw)
        found = data.get("assessments", [data])
        # A result of one proposal is the base whatever its name was then; among several the name decides.
        chosen = found[0] if len(found) == 1 else next((item for item in found if item["proposal"]["file"] == file), None)
        if chosen is None:
            print(f"smartcert: {_nothing_yet(file, base, lang)}", file=sys.stderr)
            return {}
        return {(row["id"], row["smart"]): row["status"] for row in chosen["requirements"]}
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
        raise UsageError(f"{base} ไม่ใช่ผลของ check --format json", f"{base} is no result of check --format json") from problem


def _at_revision(revision: str, file: str) -> bytes | None:
    """Give a file as git has it at a revision, or None when it is not there yet. Raises `UsageError`."""
    if file == "-":
        raise UsageError("--no-regress git: ใช้กับแฟ้มเท่านั้น", "--no-regress git: needs a file, not standard input")
    path = Path(file).resolve()
    known = _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known.returncode:
        told = known.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        why = f": {told[0]}" if told else ""
        raise UsageError(f"git ไม่มีรุ่น {revision}{why}", f"git has no revision {revision}{why}", "git fetch --unshallow")
    place = f"{known.stdout.decode().strip()}:./{path.name}"
    if _git(path.parent, "cat-file", "-e", place).returncode:
        return None
    found = _git(path.parent, "show", place)
    if found.returncode:
        told = found.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["?"]
        raise UsageError(f"git อ่าน {file} ที่รุ่น {revision} ไม่ได้: {told[0]}", f"git: {file} at {revision}: {told[0]}")
    return found.stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder. Raises `UsageError` where there is none."""
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as problem:
        raise UsageError(f"เรียก git ไม่ได้: {problem.strerror}", f"git: {problem.strerror}") from problem
