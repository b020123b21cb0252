"""What `report`, `compare` and `review` share: a proposal read together with what lies beside it and an earlier round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from smartcert.assessment.assessor import Question, assess
from smartcert.assessment.result import Assessment
from smartcert.cli.options import edition as edition_of
from smartcert.cli.options import existing
from smartcert.errors import UnreadableError, UsageError
from smartcert.proposal.attachments import Attachments, find_attachments
from smartcert.proposal.document import Document, read_document
from smartcert.proposal.reviews import Review, read_review
from smartcert.source import Map, read_source, take


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One proposal, read and assessed."""

    document: Document
    attachments: Attachments
    assessment: Assessment


def submission(
    file: str,
    question: Question,
    reviews: tuple[Review, ...] = (),
    earlier: Submission | None = None,
) -> Submission:
    """Read and assess a proposal, which may follow an earlier one. Raises `UsageError` when it can't be opened, or is none."""
    document = read_document(read_source(bytes_of(file), file))
    if any(
        fault.code == "P014" and fault.params["found"] != "foreign" for fault in document.faults
    ):
        raise UsageError(
            f"{file} ไม่ใช่แฟ้มข้อเสนอ (ไม่มีบรรทัด smartcert: 1)",
            f"{file} is not a proposal: no line smartcert: 1",
        )
    attachments = find_attachments(document.data, Path(file).parent, reviews)
    if earlier is not None:
        attachments = replace(attachments, earlier=earlier.document.source)
    return Submission(
        document=document,
        attachments=attachments,
        assessment=assess(document, question, attachments),
    )


def earlier_round(file: str, question: Question, edition: str | None = None) -> Submission:
    """Read and assess the earlier of two proposals, perhaps against another edition. Raises `UnreadableError` and `UsageError`."""
    old = submission(
        existing(file), replace(question, edition=edition_of(edition)) if edition else question
    )
    if old.assessment.verdict == "unreadable":
        raise UnreadableError(
            f"อ่านรอบก่อนไม่ได้: {file}",
            f"the earlier round can't be read: {file}",
            f"smartcert check {file}",
        )
    return old


def reviews_of(files: list[str]) -> tuple[Review, ...]:
    """Read review files. Raises `UsageError` when one can't be opened, or is none."""
    reviews = []
    for file in files:
        source = read_source(bytes_of(file), file)
        if (
            isinstance(source.root, Map)
            and not {"smartcert-review", "comments"} & source.root.keys()
        ):
            raise UsageError(
                f"{file} ไม่ใช่แฟ้มข้อคิดเห็น (ไม่มีบรรทัด smartcert-review: 1)",
                f"{file} is not a review file: no line smartcert-review: 1",
                "smartcert review new PROPOSAL.yaml",
            )
        reviews.append(read_review(source))
    return tuple(reviews)


def bytes_of(file: str) -> bytes:
    """Return a file's bytes. Raises `UsageError`."""
    try:
        with Path(file).open("rb") as stream:
            return take(stream)
    except OSError as problem:
        raise UsageError(
            f"เปิดแฟ้ม {file} ไม่ได้: {problem.strerror}", f"{file}: {problem.strerror}"
        ) from problem
