"""The table that a city files: each comment, its response, and the text then and now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from smartcert.gap_report.owners import owner_of
from smartcert.gap_report.place_names import PlaceNames
from smartcert.gap_report.word_diff import Runs, TextRun, word_diff
from smartcert.proposal.address import locate
from smartcert.rounds.comments import CommentOutcome
from smartcert.rounds.text_diff import Passage, PassageLine

LETTERS, FEWER, LEAST = 420, 120, 50
"""Letters of texts that stand beside a comment, beside each of many, and of one of many texts."""

MANY = 40
"""Comments beyond which each has less room: the table stays one that is read."""

MORE = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseSide:
    """What one place said and says, with the words that differ."""

    place: str
    """In the words of people."""
    address: str
    """As the file has it."""
    old_page: str
    new_page: str
    """Empty where no page is known."""
    old: Runs | None
    """Empty where the earlier round has no such place; None where it is not at hand."""
    new: Runs
    changed: bool
    is_cut: bool
    """Whether there is more to read at the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRow:
    """One comment as the table has it."""

    number: int
    outcome: CommentOutcome
    sides: tuple[ResponseSide, ...]
    annexes: tuple[str, ...]
    """The annexes that support what the comment asks, by id and title."""
    agency: str
    """Who answers for the first place that it is about; empty where nobody is named."""


def response_rows(
    outcomes: Sequence[CommentOutcome],
    data: dict[str, Any],
    new: PlaceNames,
    old: PlaceNames | None,
) -> tuple[ResponseRow, ...]:
    """Return a row for each comment."""
    room = FEWER if len(outcomes) > MANY else LETTERS
    return tuple(
        ResponseRow(
            number=number,
            outcome=outcome,
            sides=tuple(_sides(outcome.passages, new, old, room)),
            annexes=tuple(_annexes(outcome, data)),
            agency=_agency(outcome, data, new),
        )
        for number, outcome in enumerate(outcomes, 1)
    )


def _annexes(outcome: CommentOutcome, data: dict[str, Any]) -> Iterator[str]:
    asked = set(outcome.comment.requirements)
    for annex in data.get("annexes") or ():
        if annex and asked & set(annex.get("supports") or ()):
            yield " ".join(filter(None, (annex.get("id"), annex.get("title"))))


def _agency(outcome: CommentOutcome, data: dict[str, Any], new: PlaceNames) -> str:
    places = [locate(passage.path, new.root) for passage in outcome.passages]
    return owner_of(places[0], data).name if places else ""


def _sides(
    passages: Sequence[Passage], new: PlaceNames, old: PlaceNames | None, room: int
) -> Iterator[ResponseSide]:
    each = max(LEAST, room // max(1, len(passages)))
    for passage in passages:
        yield _side(passage, new, old, each)


def _side(passage: Passage, new: PlaceNames, old: PlaceNames | None, room: int) -> ResponseSide:
    path = locate(passage.path, new.root)
    then = locate(passage.path, old.root) if old else path
    before, after = (_text(lines, passage, room) for lines in (passage.old or (), passage.new))
    runs: tuple[Runs | None, Runs] = (None, (TextRun(after, False),) if after else ())
    if passage.old is not None:
        runs = word_diff(before, after)
    return ResponseSide(
        place=new.words(path),
        address=passage.path,
        old_page=old.page(then) if old else "",
        new_page=new.page(path),
        old=runs[0],
        new=runs[1],
        changed=passage.changed,
        is_cut=MORE in (before[-1:], after[-1:]),
    )


def _text(lines: Sequence[PassageLine], passage: Passage, room: int) -> str:
    """Return the lines that differ, or all where none does, as far as there is room."""
    shown = [
        line.text.strip().removeprefix("- ")
        for line in lines
        if line.differs or not passage.changed
    ]
    # The head of a section only names what follows it.
    text = "; ".join(shown).replace(":; ", ": ")
    return text if len(text) <= room else f"{text[:room]} {MORE}"
