"""Words of Thai text, which has no spaces between them: counting, and breaking lines where a reader would."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from unicodedata import combining, east_asian_width

from smartcert.thai.text import is_filler

_LATIN = re.compile(r"[A-Za-z0-9À-ɏ][\w.,'’-]*")
_LETTERS = re.compile("[\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46]")
"""Thai letters that take a place of their own; marks above and below do not."""

_RUN = re.compile("[\u0e01-\u0e4e]+")
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")

SHORTEST_WORD, LONGEST_WORD = 2, 8
"""Letters of an average Thai word lie surely between these; measured at about five."""


@cache
def _parser() -> Any:
    """Load the segmenter when the first text needs it."""
    import budoux

    return budoux.load_default_thai_parser()


def count_words(text: str) -> int:
    """Count words: Thai by the segmenter, others by spaces; punctuation is none."""
    others = len(_LATIN.findall(text))
    return others + sum(len(_parser().parse(run)) for run in _RUN.findall(text))


def has_words(text: str, least: int) -> bool:
    """Tell whether a text says at least so many words; repetition says nothing. Segments only when a count of letters can't tell."""
    others = len(_LATIN.findall(text[:20_000]))
    letters = len(_LETTERS.findall(text[:20_000]))
    if others + letters // SHORTEST_WORD < least:
        return False
    if is_filler(text):
        return False
    return others + letters // LONGEST_WORD >= least or count_words(text[:20_000]) >= least


def segment(text: str) -> list[str]:
    """Cut text where a line may break; put together again it is the text."""
    pieces: list[str] = []
    for chunk in re.findall(r"\S+\s*|\s+", text):
        pieces += [chunk] if chunk.isascii() or len(chunk) > 5000 else _parser().parse(chunk)
    return pieces


def width(text: str) -> int:
    """Give how many terminal columns a text takes; marks above and below take none."""
    if text.isascii():
        return len(text)
    length = len(text) - len(_MARKS.findall(text))
    return length + sum(_extra(character) for character in text if not "\u0e00" <= character <= "\u0e7f" and character > "\u007f")


@cache
def _extra(character: str) -> int:
    """Give the columns a character takes beyond one."""
    if combining(character) or character in "\u200b\u200c\u200d\u2060\ufe0f":
        return -1
    return 1 if east_asian_width(character) in "WF" else 0


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """Break text into lines of at most `columns`, between words; a word longer than a line is cut between letters."""
    lines: list[str] = []
    room = max(10, columns - width(indent))
    for paragraph in text.splitlines() or [""]:
        if width(paragraph) <= room:
            lines.append(f"{indent}{paragraph}".rstrip())
            continue
        lines += [f"{indent}{line}".rstrip() for line in _fill(segment(paragraph), room)]
    return lines


def _fill(pieces: list[str], room: int) -> list[str]:
    lines, line, used = [], "", 0
    for piece in pieces:
        size = width(piece.rstrip())
        if used + size > room and line.strip():
            lines.append(line)
            line, used = "", 0
            piece = piece.lstrip()
        while width(piece.rstrip()) > room:
            head = _cut(piece, room)
            lines.append(head)
            piece = piece[len(head) :]
        line += piece
        used += width(piece)
    return [*lines, line] if line.strip() or not lines else lines


def _cut(text: str, room: int) -> str:
    """Give the longest beginning that fits and does not part a letter from its marks."""
    end = used = 0
    for index, character in enumerate(text):
        used += width(character)
        if used > room:
            break
        end = index + 1
    while 1 < end < len(text) and _MARKS.match(text[end]):
        end -= 1
    return text[: max(1, end)]
