"""References: what a proposal is held against so that it cannot get worse.

A proposal, a JSON result, or the file in git.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from smartcert.assessment.question import Question
from smartcert.assessment.submission import Submission, submit
from smartcert.errors import UsageError
from smartcert.files import read_file
from smartcert.findings.status import STATUSES
from smartcert.rounds.git import at_revision
from smartcert.source import Map, refuse_cut
from smartcert.workbook.source_file import proposal_source

REVISION = "git:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What an earlier state of a proposal had reached."""

    profile: str
    rows: dict[tuple[str, str | None], str]
    """The status of each requirement, and of each Smart it is asked of."""
    submission: Submission | None = None
    """The earlier proposal itself; None where only its results are known."""


def reference_of(written: str, file: str, question: Question) -> Reference | None:
    """Return what a proposal is held against, or None where there is nothing to compare with yet.

    `written` is `--no-regress`: a proposal, a JSON result, or `git:REV`. Raises `UsageError` for
    what is none of them.
    """
    from_git = written.startswith(REVISION)
    raw = at_revision(written.removeprefix(REVISION), file) if from_git else _bytes_of(written)
    if raw is None:
        return None
    refuse_cut(raw, f"--no-regress {written}")
    if from_git:
        return _from_proposal(raw, file, written, question)
    results = _results(raw)
    if results is None:
        return _from_proposal(raw, written, written, question)
    return _from_results(results, file, written)


def _bytes_of(written: str) -> bytes:
    try:
        return read_file(written)
    except OSError as problem:
        reason = problem.strerror
        raise UsageError("usage.reference-unreadable", file=written, reason=reason) from problem


def _not_a_reference(written: str) -> UsageError:
    return UsageError("usage.no-reference", file=written, hint="--no-regress BASE.yaml")


def _from_proposal(raw: bytes, file: str, written: str, question: Question) -> Reference:
    submission = submit(proposal_source(raw, file), question, Path(file).parent)
    root = submission.document.source.root
    # Any text is YAML of some kind; without a key of ours it would be a proposal without content.
    if not (isinstance(root, Map) and ("smartcert" in root or submission.document.data)):
        raise _not_a_reference(written)
    assessment = submission.assessment
    return Reference(
        profile=assessment.profile,
        rows={(row.id, row.smart): row.status for row in assessment.requirements},
        submission=submission,
    )


@cache
def _results(raw: bytes) -> list[Any] | None:
    """Return the results that a JSON file holds, or None; a proposal may be JSON too."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or "format" not in data:
        return None
    found = data.get("assessments", [data])
    return found if isinstance(found, list) else []


def _from_results(results: list[Any], file: str, written: str) -> Reference | None:
    """Take a single result whatever its name was; among several the file decides."""
    try:
        chosen = results[0] if len(results) == 1 else _of_file(results, file)
        if chosen is None:
            return None
        rows = {
            (str(row["id"]), row["smart"]): str(row["status"]) for row in chosen["requirements"]
        }
        profile = str(chosen["catalog"]["profile"])
    except (KeyError, TypeError, ValueError) as problem:
        raise _not_a_reference(written) from problem
    if not rows or not set(rows.values()) <= set(STATUSES):
        raise _not_a_reference(written)
    return Reference(profile=profile, rows=rows)


def _of_file(results: list[Any], file: str) -> Any:
    if not results:
        raise KeyError("assessments")
    place = os.path.realpath(file)
    return next(
        (item for item in results if os.path.realpath(item["proposal"]["file"]) == place), None
    )
