"""From a source to its assessment: read, with the files it comes with, and assessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment
from smartcert.proposal.attachments import Attachments, find_attachments
from smartcert.proposal.document import Document, read_document
from smartcert.source import Source

if TYPE_CHECKING:
    from smartcert.proposal.reviews import Review


class Submission(NamedTuple):
    """One proposal, read and assessed."""

    document: Document
    attachments: Attachments
    assessment: Assessment
    question: Question
    """How it was judged."""


def submit(
    source: Source,
    question: Question,
    folder: Path | None = None,
    reviews: tuple[Review, ...] = (),
    earlier: Source | None = None,
) -> Submission:
    """Return a proposal, read and assessed together with what it names in its folder.

    Without a folder there is nothing that it could name: it came as bytes. Never raises for what
    the file says.
    """
    document = read_document(source)
    if question.waivers is not None:
        question = replace(question, waivers=question.waivers.of(source.name))
    if folder is None:
        attachments = Attachments(reviews=reviews, given=len(reviews), earlier=earlier)
    else:
        attachments = find_attachments(document.data, folder, reviews, earlier, Path(source.name))
    return Submission(
        document=document,
        attachments=attachments,
        assessment=assess(document, question, attachments),
        question=question,
    )
