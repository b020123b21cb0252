"""Two texts word by word: which words of the old one are gone, and which of the new one came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from smartcert.thai.words import segment


@dataclass(frozen=True, slots=True)
class TextRun:
    """A piece of a text."""

    text: str
    differs: bool
    """Whether the other text is without it."""


Runs = tuple[TextRun, ...]


def word_diff(old: str, new: str) -> tuple[Runs, Runs]:
    """Return both texts in pieces; joined they are the texts."""
    before, after = segment(old), segment(new)
    blocks = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    return (
        tuple(_runs(before, ((kind, start, end) for kind, start, end, _, _ in blocks))),
        tuple(_runs(after, ((kind, start, end) for kind, _, _, start, end in blocks))),
    )


def _runs(pieces: list[str], blocks: Iterator[tuple[str, int, int]]) -> Iterator[TextRun]:
    for kind, start, end in blocks:
        if start < end:
            yield TextRun("".join(pieces[start:end]), kind != "equal")
