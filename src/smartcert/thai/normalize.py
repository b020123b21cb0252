"""One form for the many spellings of a text: digits, marks in order, blanks; for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from smartcert.patterns import lazy_pattern

_ARABIC = {zero + value: ord("0") + value for zero in (ord("๐"), ord("０")) for value in range(10)}

_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"

_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
"""Vowels above and below, tones, and other signs that stand over a letter."""

_DISORDER = (
    f"[\u0e47-\u0e4e]{_MARK}"  # a tone before its vowel: ท่ี for ที่
    "|[\u0e31\u0e34-\u0e3a]{2}"  # a vowel twice
    "|\u0e33[\u0e47-\u0e4c]"  # a tone behind SARA AM: นำ้ for น้ำ
    "|\u0e4d\u0e32"  # SARA AM in two parts
    "|\u0e40\u0e40"  # two SARA E for one SARA AE: เเม่ for แม่
)
"""What cleanly typed Thai text does not have."""

_UNUSUAL = lazy_pattern(f"{_INVISIBLE}|[๐-๙０-９]|{_DISORDER}")

_REMEMBERED = 200
"""Characters; a shorter text is remembered, since names, units and ids come again and again."""


def to_arabic(text: str) -> str:
    """Return text with every Thai or full-width digit as an Arabic one."""
    # Looking first is cheap, and most text has none.
    return text.translate(_ARABIC) if re.search("[๐-๙０-９]", text) else text


def normalize(text: str) -> str:
    """Return the form in which two spellings of one text are equal. To compare, never to show."""
    return _remembered(text) if len(text) <= _REMEMBERED else _normalize(text)


def fold(text: str) -> str:
    """Return the form in which names are equal that differ in blanks or dots: `อบต`, `อ.บ.ต.`."""
    return normalize(text).replace(" ", "").replace(".", "")


def _normalize(text: str) -> str:
    text = text.casefold()
    if not text.isascii() and (_UNUSUAL.search(text) or not unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", to_arabic(re.sub(_INVISIBLE, "", text)))
        if re.search(_DISORDER, text):
            text = _in_order(text)
    return " ".join(text.split())


_remembered = lru_cache(maxsize=8192)(_normalize)


def _in_order(text: str) -> str:
    """Put marks in Unicode's order, vowel before tone; NFC leaves most of Thai as it was typed."""
    text = _sorted(text.replace("\u0e40\u0e40", "\u0e41").replace("\u0e33", "\u0e4d\u0e32"))
    text = re.sub("(?:\u0e4d\u0e32[\u0e47-\u0e4c]*)+", _tones_first, text)
    return _sorted(text).replace("\u0e4d\u0e32", "\u0e33")


def _sorted(text: str) -> str:
    """Put each run of marks in order, each mark once."""
    return re.sub(f"{_MARK}{{2,}}", lambda run: "".join(sorted(set(run[0]))), text)


def _tones_first(run: re.Match[str]) -> str:
    """Put tones typed after a SARA AM, here in its two parts, before it."""
    pairs = run[0].count("\u0e4d\u0e32")
    return run[0].replace("\u0e4d\u0e32", "") + "\u0e4d\u0e32" * pairs
