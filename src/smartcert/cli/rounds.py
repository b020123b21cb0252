"""What `report`, `compare` and `review` share: a proposal read together with what lies beside it and an earlier round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from smartcert.assess import Question, assess_draft
from smartcert.assessment import Assessment
from smartcert.beside import Beside, look_beside
from smartcert.errors import UsageError
from smartcert.model.read import Draft, read_draft
from smartcert.reviews import Review, read_review
from smartcert.source import read_source, take


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One proposal, read and assessed."""

    draft: Draft
    beside: Beside
    assessment: Assessment


def submission(file: str, question: Question, reviews: tuple[Review, ...] = (), earlier: Submission | None = None) -> Submission:
    """Read and assess a proposal, which may follow an earlier one. Raises `UsageError` when it can't be opened."""
    draft = read_draft(read_source(bytes_of(file), file))
    beside = look_beside(draft.data, Path(file).parent, reviews)
    if earlier is not None:
        beside = replace(beside, earlier=earlier.draft.source)
    return Submission(draft=draft, beside=beside, assessment=assess_draft(draft, question, beside))


def reviews_of(files: list[str]) -> tuple[Review, ...]:
    """Read review files. Raises `UsageError` when one can't be opened."""
    return tuple(read_review(read_source(bytes_of(file), file)) for file in files)


def bytes_of(file: str) -> bytes:
    """Give a file's bytes. Raises `UsageError`."""
    try:
        with Path(file).open("rb") as stream:
            return take(stream)
    except OSError as problem:
        raise UsageError(f"เปิดแฟ้ม {file} ไม่ได้: {problem.strerror}", f"{file}: {problem.strerror}") from problem
