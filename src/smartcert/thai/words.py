"""Words of Thai text, which has no blanks between them: counting them, and breaking lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import category, east_asian_width

from smartcert.patterns import lazy_pattern
from smartcert.thai.lexicon import join_compounds, recut
from smartcert.thai.placeholder import is_filler
from smartcert.thai.segmenter import words_of

_RUN = lazy_pattern("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")
"""Thai letters and marks; ๆ and ฯ are signs, and no words."""

_LETTERS = lazy_pattern("[\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e45]+")
"""Thai letters that take a place of their own; marks above and below do not."""

_OTHER = lazy_pattern(r"(?:[^\W_\u0e00-\u0e4f])+(?:[.,'’-][^\W_\u0e00-\u0e4f]+)*")
"""Words of other scripts and numbers; `7-Smarts` and `12,500` are one each."""

LETTERS_OF_SHORT_WORDS, LETTERS_OF_LONG_WORDS = 2, 10
"""Letters that a word has on average, at least and at most; in the criteria it is 2.1 to 9.3."""

LETTERS_OF_TWO_WORDS = 7
"""Letters of a verb and its object, which the segmenter may leave in one: `ดูแลระบบ`."""


def count_words(text: str) -> int:
    """Return how many words a text has; punctuation is none, `พ.ร.บ.` is one."""
    text = re.sub(r"(?<=[ก-ฮ])\.(?=[ก-ฮเ-ไ])", "", text)
    thai = (piece for run in _RUN.findall(text) for piece in _pieces(run))
    return len(_OTHER.findall(text)) + sum(1 for piece in thai if _LETTERS.search(piece))


def has_words(text: str, least: int) -> bool:
    """Whether a text says at least so many words; repetition says nothing."""
    text = text[: 2000 + 100 * least]  # whether it does shows in its beginning
    others = len(_OTHER.findall(text))
    letters = sum(map(len, _LETTERS.findall(text)))
    if others + letters // LETTERS_OF_SHORT_WORDS + 1 < least or is_filler(text):
        return False
    if least == 2 and letters >= LETTERS_OF_TWO_WORDS:
        return True
    # Cutting into words takes long; often the letters leave no doubt.
    return others + letters // LETTERS_OF_LONG_WORDS >= least or count_words(text) >= least


def segment(text: str) -> list[str]:
    """Return the pieces of a text between which a line may break; joined they are the text."""
    return [piece for chunk in re.findall(_CHUNK, text) for piece in _breakable(chunk)]


def width(text: str) -> int:
    """Return how many terminal columns a text takes: marks above and below none, wide ones two."""
    if text.isascii():
        return len(text)
    marks = len(re.findall("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", text))
    return len(text) - marks + sum(map(_extra, re.findall("[^\x00-\x7f\u0e00-\u0e7f]", text)))


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """Return text in lines of at most `columns`, broken between words and where it is already.

    A Thai word longer than a line is cut between letters; a link or a path stays whole, so that
    it can be copied.
    """
    room = max(10, columns - width(indent))
    return [
        f"{indent}{line}".rstrip()
        for paragraph in text.splitlines() or [""]
        for line in _lines(paragraph, room)
    ]


@lru_cache(maxsize=4096)
def _lines(paragraph: str, room: int) -> tuple[str, ...]:
    """Break one paragraph; remembered, since the criteria say the same of every proposal."""
    return (paragraph,) if width(paragraph) <= room else tuple(_fill(paragraph, room))


_CHUNK = r"\s+|(?:[^\s]|\u00a0)+(?: ๆ)*[^\S\u00a0]*"
"""What stands between blanks, with the blanks behind it; ๆ belongs to the word before it."""

_NEVER_FIRST = frozenset(" ะัาำิีึืฺุูๅๆ็่้๊๋์ํ๎ฯ.,;:!?%)]}>”’»/…-–—")
_NEVER_LAST = frozenset("เแโใไ([{<“‘«฿$#.")


def _pieces(run: str) -> list[str]:
    """Cut a run of Thai into words."""
    return _joined(recut(words_of(run)))


def _breakable(chunk: str) -> list[str]:
    """Cut what stands between blanks where a line may break."""
    if chunk.isascii() or chunk.isspace():
        return [chunk]
    pieces: list[str] = []
    for index, part in enumerate(re.split("([\u0e01-\u0e4e]+)", chunk)):
        if part:
            pieces += join_compounds(recut(words_of(part))) if index % 2 else [part]
    return _joined(pieces)


def _joined(pieces: list[str]) -> list[str]:
    """Put pieces together again that no line may part."""
    joined = pieces[:1]
    for piece in pieces[1:]:
        if _sticks(joined[-1], piece):
            joined[-1] += piece
        else:
            joined.append(piece)
    if len(joined) > 1 and _is_lone(joined[-1]):
        last = joined.pop()
        joined[-1] += last
    return joined


def _sticks(left: str, right: str) -> bool:
    """Whether two pieces stand together: a mark with its letter, a bracket with its content."""
    return right[0] in _NEVER_FIRST or left[-1] in _NEVER_LAST or _is_lone(left)


def _is_lone(piece: str) -> bool:
    """Whether a piece is a consonant alone, which is no word."""
    return len(piece) == 1 and "\u0e01" <= piece <= "\u0e2e" and piece != "ณ"


def _fill(paragraph: str, room: int) -> Iterator[str]:
    """Yield lines that are as full as can be."""
    line, used = "", 0
    for chunk in re.findall(_CHUNK, paragraph):
        for piece in [chunk] if used + width(chunk.rstrip()) <= room else _breakable(chunk):
            if used + width(piece.rstrip()) > room:
                if line.strip():
                    yield line
                line, used = "", 0
            while width(piece.rstrip()) > room and not piece.isascii():
                head = _head(piece, room)
                yield head
                piece = piece[len(head) :]
            line += piece
            used += width(piece)
    yield line


def _head(text: str, room: int) -> str:
    """Return the longest beginning that fits; a letter keeps its marks and its vowel."""
    end = used = 0
    while end < len(text) and (used := used + width(text[end])) <= room:
        end += 1
    fits = end
    while end > 1 and (text[end] in _NEVER_FIRST or text[end - 1] in _NEVER_LAST):
        end -= 1
    return text[: end if end > 1 else max(1, fits)]


@cache
def _extra(character: str) -> int:
    """Return the columns a character takes beyond one."""
    if category(character) in ("Mn", "Me", "Cf"):
        return -1
    return 1 if east_asian_width(character) in "WF" else 0
