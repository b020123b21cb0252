"""Years and dates in B.E. and C.E., with Thai month names and digits; compared in one calendar, kept as written."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from smartcert.thai.digits import arabic
from smartcert.thai.unreadable import Unreadable

OFFSET = 543
"""Years that the Buddhist Era is ahead of the Common Era."""

MONTHS_TH = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SHORT_TH = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]

_MONTHS: dict[str, int] = {}
for _names in (MONTHS_TH, _SHORT_TH, [name.rstrip(".") for name in _SHORT_TH], [name.replace(".", "") for name in _SHORT_TH]):
    _MONTHS |= {name: number for number, name in enumerate(_names, 1)}
for _names in (MONTHS_EN, [name[:3] for name in MONTHS_EN]):
    _MONTHS |= {name.lower(): number for number, name in enumerate(_names, 1)}
_MONTHS["sept"] = 9

Day = tuple[int, int, int]
"""Year of the Common Era, month, day."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, a month, a year or a fiscal year."""

    year: int
    """Of the Common Era; of a fiscal year, the one it ends in."""
    month: int | None
    day: int | None
    era: str
    """`be` or `ce`, as it was written."""
    written: str
    fiscal: bool = False
    """A Thai fiscal year: from 1 October of the year before to 30 September."""

    @property
    def first(self) -> Day:
        """The earliest day it can mean."""
        if self.fiscal:
            return (self.year - 1, 10, 1)
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> Day:
        """The latest day it can mean."""
        if self.fiscal:
            return (self.year, 9, 30)
        month = self.month or 12
        return (self.year, month, self.day or monthrange(self.year, month)[1])


_ERA = r"(?:(พ\.?\s?ศ\.?|b\.?\s?e\.?|ค\.?\s?ศ\.?|c\.?\s?e\.?|a\.?\s?d\.?)\s*)?"
_ERA_AFTER = r"(?:\s*(b\.?\s?e\.?|c\.?\s?e\.?|a\.?\s?d\.?))?"
_YEAR = re.compile(rf"(?:ปี\s*)?(งบประมาณ|งบ|ปีงบประมาณ|ปีงบ|fiscal year|fy)?\s*(?:ปี\s*)?{_ERA}(\d{{4}}){_ERA_AFTER}", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_NAMED = re.compile(rf"(?:วันที่\s*)?(?:(\d{{1,2}})\s*)?([^\d\s,]+)[,\s]*{_ERA}(\d{{4}}){_ERA_AFTER}", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(.*\D)?\d{2}")


def read_year(text: str) -> When:
    """Give a year: `2563`, `พ.ศ. 2563`, `ค.ศ. 2020`, `ปีงบประมาณ 2563`. Raises `Unreadable`."""
    match = _YEAR.fullmatch(arabic(text.strip())) if len(text) < 60 else None
    if match is None:
        raise Unreadable("year")
    year, era = _common(match[3], match[2] or match[4])
    return When(year, None, None, era, text, fiscal=match[1] is not None)


@lru_cache(maxsize=4096)
def read_date(text: str) -> When:
    """Give a day, a month or a year; `10/8/2563` is the tenth of August. Raises `Unreadable`."""
    plain = arabic(text.strip())
    if len(plain) > 60:
        raise Unreadable("date")
    if match := _ISO.fullmatch(plain):
        return _dated(match[1], None, match[2], match[3], text)
    if match := _NUMERIC.fullmatch(plain):
        return _dated(match[3], None, match[2], match[1], text)
    if _YEAR.fullmatch(plain):
        return read_year(text)
    if (match := _NAMED.fullmatch(plain)) and (month := _MONTHS.get(match[2].lower())):
        return _dated(match[4], match[3] or match[5], str(month), match[1], text)
    if _SHORT_YEAR.fullmatch(plain):
        raise Unreadable("short-year", f"{plain[:-2]}25{plain[-2:]}")
    raise Unreadable("date")


def from_date(day: date) -> When:
    """Give a day of the clock."""
    return When(day.year, day.month, day.day, "ce", day.isoformat())


def format_date(when: When, lang: str) -> str:
    """Write a date for a reader: B.E. in Thai, C.E. in English."""
    thai = lang == "th"
    year = str(when.year + OFFSET if thai else when.year)
    if when.fiscal:
        return f"ปีงบประมาณ {year}" if thai else f"fiscal year {year}"
    if when.month is None:
        return year
    month = (MONTHS_TH if thai else MONTHS_EN)[when.month - 1]
    return f"{month} {year}" if when.day is None else f"{when.day} {month} {year}"


def _common(digits: str, marker: str | None) -> tuple[int, str]:
    """Give the year of the Common Era and the era it was written in; without a marker the number tells."""
    number = int(digits)
    era = ("be" if marker[0] in "พbB" else "ce") if marker else ("be" if number >= 2400 else "ce")
    year = number - OFFSET if era == "be" else number
    if not 1800 <= year <= 2200:
        raise Unreadable("year")
    return year, era


def _dated(digits: str, marker: str | None, month: str, day: str | None, written: str) -> When:
    year, era = _common(digits, marker)
    if not 1 <= int(month) <= 12:
        raise Unreadable("no-such-month")
    if day is not None and not 1 <= int(day) <= monthrange(year, int(month))[1]:
        raise Unreadable("no-such-day")
    return When(year, int(month), None if day is None else int(day), era, written)
