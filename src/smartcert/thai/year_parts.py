"""Parts of a year: quarters, halves, its beginning and its end."""

from __future__ import annotations

import re
from typing import Literal

from smartcert.thai.date import OFFSET, ThaiDate, read_date, read_year
from smartcert.thai.loose import Loose
from smartcert.thai.numeral import ValueReadError

Role = Literal["date", "start", "end"]
"""Which end of something a field asks for, or a date alone."""

EARLIEST_SHORT = 57
"""The first two-digit year that is one of the Buddhist Era; a smaller one may be of the Common."""

_YEAR_WORD = r"(?:ปี)? ?(งบประมาณ|งบฯ?|fiscal year)?(?:ปี)? ?(?:พ\.?ศ\.? ?)?([0-9]{4}|[0-9]{2})"
_FIRST_OF = rf"(?:ต้น|early) ?{_YEAR_WORD}"
_LAST_OF = rf"(?:ภายใน)?(?:สิ้น|ปลาย|end of|late) ?{_YEAR_WORD}"
_IN_MONTH = r"(?:ภายใน)?(?:ต้น|กลาง|ปลาย|สิ้น)เดือน ?(.+)"
_OF_YEAR = (
    r" ?(?:[/-]|ของ|ปี)? ?(?:ปี)?(งบประมาณ|งบฯ?|fiscal year|fy)? ?(?:พ\.?ศ\.? ?)?([0-9]{4}|[0-9]{2})"
)
_QUARTER = (
    r"(?:ภายใน)?(?:ไตรมาส(?:ที่)?|q) ?([1-4]|แรก|หนึ่ง|สอง|สาม|สี่|สุดท้าย)" + _OF_YEAR,
    r"(?:ภายใน)?ครึ่ง(?:ปี)?(แรก|หลัง)" + _OF_YEAR,
)
_ORDER = {"แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "สุดท้าย": 4, "หลัง": 2}
_CALENDAR = (
    ("ม.ค.-มี.ค.", "เม.ย.-มิ.ย.", "ก.ค.-ก.ย.", "ต.ค.-ธ.ค."),
    ("ม.ค.-มิ.ย.", "ก.ค.-ธ.ค."),
)
"""Quarters and halves of the calendar year."""


def quarter(bare: str, role: Role) -> Loose | None:
    """Return the months of a quarter or half: fiscal where it says so, or where work is planned."""
    for pattern, months in zip(_QUARTER, (3, 6), strict=True):
        match = re.fullmatch(pattern, bare)
        year = _full_year(match[3]) if match is not None else None
        if match is not None and year is not None:
            number = _ORDER.get(match[1]) or int(match[1])
            if not match[2] and (role == "date" or months == 6 or year.era == "ce"):
                later = year.year + (OFFSET if year.era == "be" else 0)
                part = f"ครึ่งปี{match[1]}" if months == 6 else f"ไตรมาส {number}"
                last = _CALENDAR[months // 3 - 1][number - 1]
                either = (f"{part} ปีงบประมาณ {later}", f"{last} {later}")
                raise ValueReadError("quarter", either=either)
            return _fiscal_months(number, months, year, role)
    return None


def _full_year(digits: str) -> ThaiDate | None:
    """Return the year of four digits, or of two that are of the Buddhist Era."""
    if len(digits) == 2:
        return read_year(f"25{digits}") if int(digits) >= EARLIEST_SHORT else None
    return read_year(digits)


def _fiscal_months(number: int, months: int, year: ThaiDate, role: Role) -> Loose:
    """Return what a field asks for of a part of a fiscal year, which begins in October."""
    before = (number - 1) * months  # months from October
    first, last = (
        year._replace(year=year.year - (at < 3), month=(at + 9) % 12 + 1)
        for at in (before, before + months - 1)
    )
    if role == "date":
        return Loose(first._replace(until=last.last), "fiscal")
    return Loose(last if role == "end" else first, "fiscal")


def part_of_year(bare: str, _: Role) -> Loose | None:
    """Return the first or the last month of a year: `ต้นปี 2569`, `สิ้นปีงบประมาณ 2569`."""
    for pattern, calendar, fiscal in ((_FIRST_OF, 1, 10), (_LAST_OF, 12, 9)):
        match = re.fullmatch(pattern, bare)
        year = _full_year(match[2]) if match is not None else None
        if match is not None and year is not None:
            is_before = match[1] is not None and fiscal == 10
            month = fiscal if match[1] else calendar
            return Loose(year._replace(year=year.year - is_before, month=month), "period")
    match = re.fullmatch(_IN_MONTH, bare)
    if match is None:
        return None
    try:
        # ก.ย. 71 has a year of two digits.
        return Loose(read_date(re.sub("(?<=[^0-9])([6-9][0-9])$", r"25\1", match[1])), "period")
    except ValueReadError:
        return None
