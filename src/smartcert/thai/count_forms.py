"""Counts that are not written plainly: `ประมาณ 45,000 คน`, `540 คน จาก 9 หมู่บ้าน`, `เจ้าหน้าที่ 2 คน`."""

from __future__ import annotations

import re
from functools import cache

from smartcert.thai.loose import Loose
from smartcert.thai.number import read_whole
from smartcert.thai.number_words import read_number_words
from smartcert.thai.numeral import NUMERAL, SCALE, ValueReadError, exact, simplify
from smartcert.thai.word_list import word_lists

_LONGEST = 160
_ABOUT_WORDS = (
    r"(?:โดย)?(?:ประมาณ|ราว ?ๆ?|เกือบ|กว่า|ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|อย่างน้อย|มากกว่า|about|around"
    r"|approximately|approx\.?|nearly|at least|up to|more than|over|[~≈≥≤]|[<>]=?)"
)
_ABOUT = (
    rf"{_ABOUT_WORDS} ?(.+)",
    r"(.+?) ?(?:เศษ|กว่า|โดยประมาณ|ขึ้นไป|or more)",
    r"(.+(?:ล้าน|แสน|หมื่น|พัน|ร้อย))กว่า([ก-๎]+)",
)
_PERIOD = (
    r"(.+?) ?(?:ต่อ|/|per ) ?(?:ปี|เดือน|วัน|year|month|day)",
    r"(?:ปี|เดือน|วัน)ละ ?(.+)",
    r"(.+?) a (?:year|month|day)",
)
"""A count in a period; the field says nothing of it, so that it is kept as written."""

_BRACKET = r"(.+?) ?\(([^()]+)\)"
_TAIL = r"([^()]+?),? ?(?:จาก|ใน|ครอบคลุม|ประกอบด้วย|ณ|เมื่อ|ข้อมูล|from|in|covering|as of) ?[^()]+"
_LEAD = r"(?:มี|รวม(?:ทั้งสิ้น|ทั้งหมด)?|จำนวน|ทั้งสิ้น|ทั้งหมด|total[: ]?)? ?([ก-๎]*?) ?(" + NUMERAL + r".*)"
_OF_ANOTHER = r"ละ$|ไม่|ครั้งที่|รอบที่|(?<!หน้า)ที่$|ปี|เดือน|พ\.ศ|เกิน|ระหว่าง|จาก|เพิ่ม|ลด|ร้อย|พัน|หมื่น|แสน|ล้าน"
"""Words before a number that make another number of it: `ครัวเรือนละ 1 คน`, `ครั้งที่ 2`."""


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"({NUMERAL})(?: ?({SCALE}))?(?: ?({_units()}))?")


@cache
def _units() -> str:
    return "|".join(map(re.escape, word_lists("values")["counted"]))


_MOST = 10**10
"""More people than there are; a larger count in brackets has the wrong unit."""


def interpret_count(text: str) -> int | Loose:
    """Return a count, or one that is read loosely. Raises `ValueReadError`."""
    try:
        return read_whole(text)
    except ValueReadError as problem:
        found = _loosely(simplify(text, _LONGEST))
        if found is None:
            raise problem
        return found


def _loosely(bare: str) -> Loose | None:
    """Return the count of a text without one form; what is left is read in the same way."""
    for pattern in _ABOUT:
        if match := re.fullmatch(pattern, bare):
            value = _value("".join(match.groups()))
            return None if value is None else Loose(value, "about")
    if match := re.fullmatch(_BRACKET, bare):
        if re.match(rf"(?:{SCALE}) ?(?:{_units()}|$)", match[2]):
            # `45 (พันคน)` is 45,000.
            value = _value(match[1] + match[2]) if re.fullmatch(NUMERAL, match[1]) else None
            return None if value is None or value > _MOST else Loose(value, "unit-in-brackets")
        value = _value(match[1])
        fits = value is not None and _fits(match[2], value, match[1])
        return Loose(value, "note") if fits else None
    for pattern in (*_PERIOD, _TAIL):
        if match := re.fullmatch(pattern, bare):
            value = _value(match[1])
            return None if value is None else Loose(value, "note")
    match = re.fullmatch(_LEAD, bare)
    if match is None or match[2] == bare or re.search(_OF_ANOTHER, match[1]):
        return None
    value = _value(match[2])
    return None if value is None else Loose(value, "note")


def _value(text: str) -> int | None:
    try:
        found = interpret_count(text.strip())
    except ValueReadError:
        return None
    return found.value if isinstance(found, Loose) else found


def _fits(inside: str, value: int, head: str) -> bool:
    """Whether what stands in brackets is a note about a count, or its parts.

    Of `45,000 คน (ชาย 22,000 หญิง 23,000)` the parts add up; `(ธ.ค. 2567)` and `(9 หมู่บ้าน)` count
    other things.
    """
    if re.search(rf"(?:{SCALE}) ?(?:{_units()}|$)|ล้าน|[0-9] ?(?:{SCALE})", inside):
        return False
    whole = _counted().fullmatch(head.strip())
    unit = whole[3] if whole is not None else None
    numbers = [(exact(match[1]), match[3], match.start()) for match in _counted().finditer(inside)]
    years = [n for n, _, _ in numbers if n.denominator == 1 and 1900 <= n <= 2700]
    parts = [n for n, of, at in numbers if n not in years and (of == unit or (of is None and at))]
    if not parts:
        return bool(years) or not re.fullmatch(NUMERAL, inside)
    labelled = not re.match(NUMERAL, inside)
    return sum(parts) == value or (labelled and len(parts) == 1 and parts[0] <= value)


def interpret_ordinal(text: str) -> int | Loose:
    """Return a number that numbers something, from 1: also `รอบที่ 1`, `รอบแรก`."""
    try:
        value = read_whole(text)
    except ValueReadError as problem:
        bare = simplify(text)
        match = re.fullmatch(r"(?:รอบ|ครั้ง|ฉบับ|round|no\.?)(?:ที่)? ?([0-9]{1,3}|[ก-๎]+)", bare)
        said = match[1] if match is not None else ""
        number = int(said) if said.isdigit() else 1 if said == "แรก" else read_number_words(said)
        if not number:
            raise problem
        return Loose(number, "note")
    if value < 1:
        raise ValueReadError("zero" if value == 0 else "negative")
    return value
