"""Faults of the files themselves: of the proposal, of the reviews and of the waivers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from smartcert.assessment.evidence import named_annexes
from smartcert.assessment.question import Question
from smartcert.catalog.model import Catalog
from smartcert.catalog.naming import all_names, listed_names, named_id
from smartcert.findings.faults import fault_findings
from smartcert.findings.finding import Finding, RequirementKey, Suppression
from smartcert.findings.wording import Wording
from smartcert.proposal.annexes import annex_label
from smartcert.proposal.attachments import Attachments
from smartcert.proposal.document import Document
from smartcert.proposal.fault import Code, Fault, fault_at
from smartcert.proposal.reviews import Review
from smartcert.suggest import Guesses, closest

if TYPE_CHECKING:
    from smartcert.assessment.judging import Judging


def file_findings(
    document: Document,
    question: Question,
    attachments: Attachments,
    wording: Wording,
    judging: Judging | None = None,
) -> list[Finding]:
    """Return what is wrong with the files: the proposal, then the waivers, then each review."""
    return [
        *fault_findings(_of_proposal(document, question, attachments), wording),
        *_of_waivers(question),
        *_of_reviews(document, question, attachments, judging),
    ]


def _of_proposal(
    document: Document, question: Question, attachments: Attachments
) -> Iterator[Fault]:
    yield from document.faults
    yield from attachments.annexes.faults
    yield from attachments.faults
    yield from _unknown_profile(document, question)
    version = document.data.get("smartcert", 1)
    if version != 1:
        yield fault_at(("smartcert",), Code.NEWER_FORMAT, written=str(version))
    yield from _unknown_supports(document, question.catalog)
    yield from _unknown_annexes(document)


def _unknown_profile(document: Document, question: Question) -> Iterator[Fault]:
    known = question.catalog.profiles
    written = document.data.get("profile")
    if question.profile is None and written is not None and not named_id(written, known):
        yield fault_at(
            ("profile",),
            Code.UNKNOWN_PROFILE,
            written=written,
            used=known[question.chosen_profile(written)].title[question.lang],
            guess=closest(written, all_names(known)) or "",
            choices=listed_names(known, question.lang),
        )


def _unknown_supports(document: Document, catalog: Catalog) -> Iterator[Fault]:
    """Yield the annexes that name a requirement the catalog does not have."""
    known = catalog.requirements
    guesses = Guesses(known)
    for index, annex in enumerate(document.data.get("annexes") or ()):
        for name in (annex or {}).get("supports") or ():
            if name is not None and name.strip() not in known:
                path = ("annexes", index, "supports")
                guess = guesses.closest(name) or ""
                yield fault_at(path, Code.UNKNOWN_SUPPORT, written=name, guess=guess)


def _unknown_annexes(document: Document) -> Iterator[Fault]:
    """Yield the annexes that a field names and the proposal does not list."""
    annexes = document.data.get("annexes") or ()
    listed = dict.fromkeys(annex_label(annex) for annex in annexes if annex)
    guesses = Guesses(listed)
    for path, names in named_annexes(document.data):
        for index, name in enumerate(names):
            if name is not None and name not in listed:
                place = (*path, "annex", index)
                guess = guesses.closest(name) or ""
                yield fault_at(place, Code.UNKNOWN_ANNEX, written=name, guess=guess)


def _of_waivers(question: Question) -> list[Finding]:
    waivers = question.waivers
    if waivers is None:
        return []
    faults = waivers.faults(_possible_keys(question.catalog), question.today)
    found = fault_findings(faults, Wording(waivers.document, question.lang))
    # One that is still to come is listed among what does not count today, and fails nothing.
    return [
        finding._replace(suppression=Suppression(kind="waiver", reason=finding.message))
        if finding.code == Code.WAIVER_TO_COME
        else finding
        for finding in found
    ]


def _possible_keys(catalog: Catalog) -> Iterator[RequirementKey]:
    """Yield every requirement of a catalog, with each Smart that it can be asked of."""
    for requirement in catalog.requirements.values():
        yield requirement.id, requirement.smart
        if requirement.per_smart:
            yield from ((requirement.id, smart) for smart in catalog.smarts)


def _of_reviews(
    document: Document, question: Question, attachments: Attachments, judging: Judging | None
) -> Iterator[Finding]:
    known = [*question.catalog.requirements]
    rounds = (
        [document.source] if attachments.earlier is None else [document.source, attachments.earlier]
    )
    taken: dict[str, str] = {}
    apart = _told_apart(document)
    for review in attachments.reviews:
        faults = [*review.faults(known, rounds, taken), *_without_authority(review, document)]
        faults += judging.faults(review) if judging is not None else ()
        yield from fault_findings(faults, Wording(review.document, question.lang))
        ids = {comment.id for comment in review.comments} - apart
        taken |= dict.fromkeys(ids, Path(review.file).name)


def _without_authority(review: Review, document: Document) -> Iterator[Fault]:
    """Yield the fault of a review that settles or judges, and is no committee's."""
    speaker = review.speaker(document)
    speaks = review.judgements or any(one.settled is not None for one in review.comments)
    if speaks and speaker != "committee":
        yield fault_at(("by",), Code.REVIEW_BY_NOBODY, written=review.by, reason=speaker)


def _told_apart(document: Document) -> set[str]:
    """Return the comment ids whose every response says which round's comment it answers."""
    responses = document.data.get("responses") or ()
    answers = [answer for answer in responses if answer and "comment" in answer]
    open_ones = {answer["comment"] for answer in answers if "round" not in answer}
    return {answer["comment"] for answer in answers} - open_ones
