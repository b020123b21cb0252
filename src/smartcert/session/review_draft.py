"""A draft of a committee's comments and judgements, for it to edit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.characters import yaml_scalar
from smartcert.findings.finding import Finding
from smartcert.messages.message import message
from smartcert.proposal.address import Addresses
from smartcert.render.sanitize import for_page
from smartcert.thai.date import format_date, from_date

LONGEST_TEXT = 4000
"""Characters of a text that an entry shows; a longer one goes by its fingerprint alone."""

SEEN = 5
"""How many of a requirement's gaps a comment tells; it names the place of every one."""


def draft(assessment: Assessment, root: Any) -> Iterator[str]:
    """Yield the lines of a review: one comment a requirement, what blocks submission first.

    What waits for a person is no comment; it stands there to be judged.
    """
    lang, number = assessment.lang, assessment.round or 1
    yield f"# {message('files.review', lang)}"
    yield f"# {message('files.review.keys', lang)}"
    yield f"# {message('files.review.settled', lang)}"
    yield "smartcert-review: 1"
    yield f"round: {number}"
    yield f"date: {quoted(format_date(from_date(assessment.today), lang))}"
    # Empty, so that a draft speaks for nobody until a committee has put its name there.
    yield f"by:  # {message('files.review.by', lang)}"
    addresses = Addresses(root)
    subjects: dict[tuple[str, ...], list[Finding]] = {}
    for finding in assessment.findings:
        if finding.rule.requirement is not None and finding.status != "needs-person":
            subjects.setdefault(finding.requirements, []).append(finding)
    yield "comments:" if subjects else "comments: []"
    for index, (requirements, found) in enumerate(subjects.items(), 1):
        paths = (finding.location.path for finding in found if finding.location.path)
        places = dict.fromkeys(map(addresses.written, paths))
        yield f"  - id: R{number}-{index:02}"
        if places:
            yield f"    at: [{', '.join(map(quoted, places))}]"
        yield f"    requirement: [{', '.join(requirements)}]"
        yield f"    text: {quoted(comment(found, lang))}"
        yield "    settled:"
        yield "    settled_on:"
    waiting = [row for row in assessment.requirements if row.status == "needs-person"]
    if waiting:
        yield f"# {message('files.review.judgements', lang)}"
        yield f"# {message('files.review.judged', lang)}"
        yield "judgements:"
    questions = {finding.id: finding.message for finding in assessment.findings}
    for row in waiting:
        yield from _judgement(row, questions)


def _judgement(row: RequirementResult, questions: dict[str, str]) -> Iterator[str]:
    """Yield an entry for one requirement that waits for a person, with what is to be judged."""
    for finding in row.findings:
        yield f"  # {comment_line(f'{row.title}: {questions[finding]}')}"
    yield f"  - requirement: {row.id}"
    if row.smart:
        yield f"    smart: {row.smart}"
    if row.judged_text is not None:
        if len(row.judged_text.text) <= LONGEST_TEXT:
            yield f"    text: {quoted(row.judged_text.text)}"
        yield f'    of: "{row.judged_text.fingerprint}"'
    yield from ("    met:", "    reason:", "    by:", "    date:")


def comment(found: list[Finding], lang: str) -> str:
    """Say as a reviewer does what has to be revised, and what was seen at the first places."""
    seen = list(dict.fromkeys(finding.message for finding in found))
    rest = message("files.review.more", lang, count=len(seen) - SEEN) if len(seen) > SEEN else ""
    return message(
        "files.review.comment", lang, title=found[0].rule.title, seen="; ".join(seen[:SEEN]) + rest
    )


def comment_line(text: str) -> str:
    """Write text on one line behind `#`, where nothing ends a comment but the line."""
    return for_page(" ".join(text.split()))


def quoted(text: str) -> str:
    """Write text on one line, as a quoted scalar that YAML reads whatever it quotes."""
    return yaml_scalar(" ".join(text.split()))
