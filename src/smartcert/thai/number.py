"""Numbers: strict, exact, with Thai or Arabic digits."""

from __future__ import annotations

import re
from fractions import Fraction

from smartcert.thai.unreadable import Unreadable
from smartcert.thai.value import LONGEST, NUMERAL, SCALE, SCALES, exact, grouped, hedged, hint, is_range, is_several, plain

_NUMBER = rf"(?:(?:อัตรา)?ร้อยละ ?)?([-−–]?) ?({NUMERAL})(?: ?(?:[%％]|percent|per cent|เปอร์เซ็นต์|เปอร์เซนต์))?"
_WHOLE = (
    rf"([-−–]?) ?({NUMERAL})(?: ?(?:คน|ราย|ท่าน|แห่ง|จุด|หน่วย|อัตรา|ครั้ง|ครัวเรือน|หลังคาเรือน|หลัง|ชุมชน|หมู่บ้าน|ตำบล|อำเภอ|โครงการ|ระบบ|รายการ"
    r"|เรื่อง|ข้อ|ฉบับ|ชุด|ตัว|ต้น|คัน|เครื่อง|สาย|เส้นทาง|สถานี|กิจการ|หลักสูตร|วัน|เดือน|ปี|people|persons?|residents|users|households|places|projects"
    r"|times|units|years?|months?|days?))?"
)
_LOOSE = rf"([-−–+]?) ?([0-9]{{1,3}}(?: [0-9]{{3}})+|[0-9][0-9,]*)(\.[0-9]+)?(?: ?({SCALE}))?([^0-9]*)"
"""A number with misplaced commas, blanks between thousands, or something behind it."""


def read_number(text: str) -> Fraction:
    """Give a number; `85%` and `ร้อยละ 85` are 85. Raises `Unreadable`."""
    if _is_digits(text):
        return Fraction(int(text))
    bare = plain(text)
    match = re.fullmatch(_NUMBER, bare)
    if match is None:
        raise _unreadable(bare)
    value = exact(match[2])
    return -value if match[1] else value


def read_whole(text: str) -> int:
    """Give a whole number; a counting word may follow (`147,579 คน`). Raises `Unreadable`."""
    if _is_digits(text):
        return int(text)
    bare = plain(text)
    match = re.fullmatch(_WHOLE, bare)
    if match is None:
        raise _unreadable(bare)
    value = exact(match[2])
    if "." in match[2]:
        raise Unreadable("not-whole", f"{match[1] and '-'}{value.numerator:,}" if value.denominator == 1 else None)
    return -value.numerator if match[1] else value.numerator


def _is_digits(text: str) -> bool:
    """Tell the plainest numbers, which need no closer look."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST


def _unreadable(bare: str) -> Unreadable:
    """Say what is wrong with text that is no number."""
    if hedge := hedged(bare):
        return Unreadable(hedge[0], hint(read_number, hedge[1]))
    if is_range(bare):
        return Unreadable("range")
    if match := re.fullmatch(_LOOSE, bare):
        sign, whole, part, scale, behind = match.groups()
        numeral = grouped(f"{whole}{part or ''}")
        if scale:
            value = exact(numeral) * SCALES[scale]
            numeral = f"{value.numerator:,}" if value.denominator == 1 else ""
        meant = f"{'' if sign in ('', '+') else '-'}{numeral}" if numeral else None
        return Unreadable("unit" if behind or scale else "number", meant)
    return Unreadable("two-numbers" if is_several(bare) else "number")
