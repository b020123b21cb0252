"""Numbers: strict, exact, with Thai or Arabic digits."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from smartcert.patterns import lazy_pattern
from smartcert.thai.numeral import (
    LONGEST,
    NUMERAL,
    SCALE,
    SEVERAL,
    UNSURE,
    Sign,
    ValueReadError,
    diagnose,
    exact,
    simplify,
    without,
)
from smartcert.thai.word_list import word_lists

_NUMBER = (
    rf"(?:(?:อัตรา)?ร้อยละ ?)?([-−–]?) ?({NUMERAL})"
    r"(?: ?(?:[%％]|percent|per cent|เปอร์เซ็นต์|เปอร์เซนต์))?"
)
"""`12.5`, `-3`, `85 %`, `ร้อยละ 85`."""

_MEASURED = rf"([-−–+]?) ?({NUMERAL})(?: ?({SCALE}))?[^0-9]*"
"""A number before a unit that is not read: `12.5 กม.`, `1.2 ล้านคน`."""

_POINTED = r"[1-9][0-9]{0,2}\.[0-9]{3}"
"""`45.000`, which may be 45 or 45,000."""


@cache
def _whole() -> re.Pattern[str]:
    """Match a whole number and what it counts: `147,579 คน`, `1.2 ล้านคน`."""
    counted = "|".join(map(re.escape, word_lists("values")["counted"]))
    return lazy_pattern(rf"([-−–]?) ?({NUMERAL})(?: ?({SCALE}))?(?: ?(?:{counted}))?")


def read_number(text: str) -> Fraction:
    """Return a number; `85%` and `ร้อยละ 85` are 85. Raises `ValueReadError`."""
    if _is_digits(text):
        return Fraction(int(text))
    bare = simplify(text)
    match = re.fullmatch(_NUMBER, bare)
    if match is None:
        raise diagnose(bare, "number", read_number, _NUMBER_SIGNS)
    value = exact(match[2])
    return -value if match[1] else value


def read_whole(text: str) -> int:
    """Return a whole number, also `147,579 คน` and `1.2 ล้านคน`. Raises `ValueReadError`."""
    if _is_digits(text):
        return int(text)
    bare = simplify(text)
    match = _whole().fullmatch(bare)
    if match is None:
        raise diagnose(bare, "number", read_whole, _WHOLE_SIGNS)
    sign, numeral, scale = match.groups()
    value = exact(numeral, scale)
    if scale is None and re.fullmatch(_POINTED, numeral):
        # No count has thousandths: `45.000` is a whole number, or lost its commas.
        point = numeral.split(".")[0]
        raise ValueReadError("point", either=(point, f"{int(numeral.replace('.', '')):,}"))
    if value.denominator != 1:
        raise ValueReadError("not-whole")
    if "." in numeral and not scale:
        raise ValueReadError("not-whole", f"{'-' if sign else ''}{value.numerator:,}")
    return -value.numerator if sign else value.numerator


def _is_digits(text: str) -> bool:
    """Whether text is a number of the plainest kind, which needs no closer look."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST


def _without_unit(text: str) -> str | None:
    """Return the number in front of a unit: `1,200,000` of `1.2 ล้านคน`; empty if it is no whole."""
    match = re.fullmatch(_MEASURED, text)
    if match is None:
        return None
    sign, numeral, scale = match.groups()
    if re.search(rf"\( ?(?:{SCALE})", text):
        return ""  # 12 (ล้านบาท) is no 12
    if scale:
        value = exact(numeral, scale)
        if value.denominator != 1:
            return ""
        numeral = f"{value.numerator:,}"
    return numeral if sign in ("", "+") else f"-{numeral}"


_SIGNS = (
    *UNSURE,
    Sign("number", without()),
    Sign("number", rf"^\+ ?({NUMERAL})$"),
)
_NUMBER_SIGNS = (*_SIGNS, Sign("unit", _without_unit), SEVERAL)
# What is counted has no unit; a number that has one belongs in another field.
_WHOLE_SIGNS = (*_SIGNS, Sign("unit", rf"^[-−–+]? ?{NUMERAL}[^0-9]*$"), SEVERAL)
