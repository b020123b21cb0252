"""Numbers: strict, exact, with Thai or Arabic digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from smartcert.thai.unreadable import ValueReadError
from smartcert.thai.value import (
    LONGEST,
    NUMERAL,
    SCALE,
    SCALES,
    exact,
    hedged,
    hint,
    is_mispointed,
    is_range,
    is_several,
    plain,
    respaced,
)

_NUMBER = rf"(?:(?:อัตรา)?ร้อยละ ?)?([-−–]?) ?({NUMERAL})(?: ?(?:[%％]|percent|per cent|เปอร์เซ็นต์|เปอร์เซนต์))?"
_COUNTED = (
    "คน|ราย|ท่าน|แห่ง|จุด|หน่วย|อัตรา|ครั้ง|ครัวเรือน|หลังคาเรือน|หลัง|ชุมชน|หมู่บ้าน|ตำบล|อำเภอ|โครงการ|ระบบ|รายการ|เรื่อง|ข้อ|ฉบับ|ชุด|ตัว|ต้น|คัน|เครื่อง|สาย"
    "|เส้นทาง|สถานี|กิจการ|หลักสูตร|วัน|เดือน|ปี|people|persons?|residents|users|households|places|projects|times|units|years?|months?|days?"
)
_WHOLE = rf"([-−–]?) ?({NUMERAL})(?: ?({SCALE}))?(?: ?(?:{_COUNTED}))?"
_MEASURED = rf"([-−–+]?) ?({NUMERAL})(?: ?({SCALE}))?([^0-9]*)"
"""A number with a sign or a unit that is not read."""


def read_number(text: str) -> Fraction:
    """Return a number; `85%` and `ร้อยละ 85` are 85. Raises `ValueReadError`."""
    if _is_digits(text):
        return Fraction(int(text))
    bare = plain(text)
    match = re.fullmatch(_NUMBER, bare)
    if match is None:
        raise _unreadable(bare, read_number)
    value = exact(match[2])
    return -value if match[1] else value


def read_whole(text: str) -> int:
    """Return a whole number; a counting word may follow (`147,579 คน`, `1.2 ล้านคน`). Raises `ValueReadError`."""
    if _is_digits(text):
        return int(text)
    bare = plain(text)
    match = re.fullmatch(_WHOLE, bare)
    if match is None:
        raise _unreadable(bare, read_whole)
    sign, numeral, scale = match.groups()
    value = exact(numeral) * (SCALES[scale] if scale else 1)
    if value.denominator != 1 or ("." in numeral and not scale):
        raise ValueReadError(
            "not-whole", f"{sign and '-'}{value.numerator:,}" if value.denominator == 1 else None
        )
    return -value.numerator if sign else value.numerator


def _is_digits(text: str) -> bool:
    """Tell the plainest numbers, which need no closer look."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST


def _unreadable(bare: str, reader: Callable[[str], object]) -> ValueReadError:
    """Say what is wrong with text that is no number. A hint is given only for what is surely the same number."""
    if is_mispointed(bare):
        return ValueReadError("commas")
    if hedge := hedged(bare):
        return ValueReadError(hedge[0], hint(reader, hedge[1]))
    if is_range(bare):
        return ValueReadError("range")
    if (spaced := respaced(bare)) != bare:
        return ValueReadError("number", hint(reader, spaced))
    if match := re.fullmatch(_MEASURED, bare):
        sign, numeral, scale, behind = match.groups()
        if not (behind or scale):
            return ValueReadError("number", hint(reader, numeral))
        # What has a unit besides goes into a field of its own; what is counted has none.
        measure = _measure(sign, numeral, scale) if reader is read_number else None
        return ValueReadError("unit", hint(reader, measure) if measure else None)
    return ValueReadError("two-numbers" if is_several(bare) else "number")


def _measure(sign: str, numeral: str, scale: str | None) -> str | None:
    """Write the number in front of a unit, without a word that multiplies it."""
    if scale:
        value = exact(numeral) * SCALES[scale]
        if value.denominator != 1:
            return None
        numeral = f"{value.numerator:,}"
    return f"{'-' if sign not in ('', '+') else ''}{numeral}"
