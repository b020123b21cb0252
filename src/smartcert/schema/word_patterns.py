"""A pattern for the words of a closed list, as loosely as the reader takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from smartcert.thai.normalize import fold

_BETWEEN = r"[ .\u200b]*"
"""Blanks, dots and Word's invisible spaces say nothing, as to the reader."""

_IN_BRACKETS = r"([ .]*\([^()]+\))?"
"""An explanation behind a word."""


def pattern_of(words: Iterable[str], *, is_named: bool) -> str:
    """Return a regular expression, of ECMA-262 as JSON Schema has it, for some words.

    The words may be in capitals or not, and have blanks and dots anywhere; behind one that
    `is_named` anything may follow.
    """
    folded = sorted({fold(word) for word in words})
    one = "|".join(_BETWEEN.join(map(_letter, word)) for word in folded)
    return f"^[ .]*({one}){'.*' if is_named else _IN_BRACKETS}[ .]*$"


def _letter(letter: str) -> str:
    cases = sorted({letter.lower(), letter.upper()})
    if len(cases) == 1:
        digit = letter.isdecimal() and f"[{letter}{chr(0x0E50 + int(letter))}]"
        return digit or re.sub(r"([\\^$.*+?()\[\]{}|/])", r"\\\1", letter)
    return f"[{''.join(cases)}]"
