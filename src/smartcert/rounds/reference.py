"""References: what an earlier state of each proposal had reached."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from smartcert.assessment.question import Question
from smartcert.assessment.submission import Submission, submit
from smartcert.errors import UsageError
from smartcert.files import read_file
from smartcert.findings.status import STATUSES
from smartcert.proposal.document import read_document
from smartcert.rounds.git import Repository
from smartcert.rounds.lost_proposal import LostProposal
from smartcert.source import Limits, Map
from smartcert.workbook.source_file import proposal_source, recognise_file

REVISION = "git:"


class Reference(NamedTuple):
    """What an earlier state of a proposal had reached."""

    profile: str
    rows: dict[tuple[str, str | None], str]
    """The status of each requirement, and of each Smart it is asked of."""
    submission: Submission | None = None
    """The earlier proposal itself; None where only its results are known."""


class Blob(NamedTuple):
    """An earlier proposal as git has it; it is read when it is needed."""

    repository: Repository
    object: str


Earlier = Blob | bytes | dict[str, Any]
"""An earlier state of a proposal: in git, as bytes, or as a result in JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The earlier states of the proposals of a run."""

    written: str
    """The value of `--no-regress`."""
    known: dict[str, Earlier] = field(default_factory=dict)
    """By the file that is checked."""
    missing: tuple[str, ...] = ()
    """Earlier proposals that are gone, and that no checked file is known to come from.

    So one that is not known here may be one of them, moved and rewritten.
    """
    lost: tuple[LostProposal, ...] = ()
    """Those of `missing` in the folders that were searched."""

    def reference(self, file: str, question: Question) -> Reference | None:
        """Return what a proposal had reached, or None where it is not known.

        Raises `UsageError` for what is no proposal and no result.
        """
        earlier = self.known.get(file)
        if earlier is None:
            return None
        if isinstance(earlier, dict):
            return _of_result(earlier, self.written)
        if isinstance(earlier, bytes):
            named = file if self.written.startswith(REVISION) else self.written
            return _of_proposal(earlier, named, self.written, question)
        found = earlier.repository.read([earlier.object])
        if earlier.object not in found:
            raise self._unread(earlier, file)
        return _of_proposal(found[earlier.object], file, self.written, question)

    def _unread(self, blob: Blob, file: str) -> UsageError:
        limit = Limits().size
        if blob.repository.sizes([blob.object]).get(blob.object, 0) > limit:
            named = f"--no-regress {self.written}"
            return UsageError("usage.too-large", name=named, limit=f"{limit:,}")
        revision = self.written.removeprefix(REVISION)
        reason = blob.object
        return UsageError("usage.git-cannot-read", file=file, revision=revision, reason=reason)


def not_a_reference(written: str) -> UsageError:
    """Return the error for a base that is no proposal and no result."""
    return UsageError("usage.no-reference", file=written, hint="--no-regress BASE.yaml")


def name_of(raw: bytes) -> str:
    """Return what a proposal calls its city; empty where it does not say."""
    document = read_document(proposal_source(raw, ""))
    return document.text(("area", "name"), "th") or document.text(("applicant", "name"), "th")


def names_of(files: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each file with what its proposal calls its city."""
    for file in files:
        try:
            yield file, name_of(read_file(file))
        except OSError:
            continue


def by_name(unknown: list[str], gone: dict[str, str]) -> dict[str, str]:
    """Return, by file, the earlier proposal of the same city that is gone.

    `gone` are the names of cities by what the base calls their proposals. Where there are two of
    one name, nobody can tell which it was.
    """
    now: dict[str, list[str]] = {}
    for file, name in names_of(unknown) if gone else ():
        now.setdefault(name, []).append(file)
    before: dict[str, list[str]] = {}
    for place, name in gone.items():
        before.setdefault(name, []).append(place)
    return {
        files[0]: before[name][0]
        for name, files in now.items()
        if name and len(files) == 1 and len(before.get(name, ())) == 1
    }


def is_gone(path: Path) -> bool:
    """Whether there is no proposal at a place any more."""
    return not os.path.lexists(path) or recognise_file(path) != "proposal"


def lost_at(path: Path, written: str) -> LostProposal:
    """Return the loss of a proposal that stood at a place, by the base that knows it."""
    reason: Literal["removed", "no-proposal"]
    reason = "no-proposal" if os.path.lexists(path) else "removed"
    return LostProposal(os.path.relpath(path), reason, written)


def _of_proposal(raw: bytes, file: str, written: str, question: Question) -> Reference:
    submission = submit(proposal_source(raw, file), question, Path(file).parent)
    root = submission.document.source.root
    # Any text is YAML of some kind; without a key of ours it would be a proposal without content.
    if not (isinstance(root, Map) and ("smartcert" in root or submission.document.data)):
        raise not_a_reference(written)
    assessment = submission.assessment
    return Reference(
        profile=assessment.profile,
        rows={(row.id, row.smart): row.status for row in assessment.requirements},
        submission=submission,
    )


def _of_result(result: dict[str, Any], written: str) -> Reference:
    try:
        rows = {
            (str(row["id"]), row["smart"]): str(row["status"]) for row in result["requirements"]
        }
        profile = str(result["catalog"]["profile"])
    except (KeyError, TypeError) as problem:
        raise not_a_reference(written) from problem
    if not rows or not set(rows.values()) <= set(STATUSES):
        raise not_a_reference(written)
    return Reference(profile=profile, rows=rows)
