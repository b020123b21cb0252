"""Years and dates in B.E. and C.E., with Thai month names and digits; compared in one calendar, kept as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from smartcert.thai.unreadable import ValueReadError
from smartcert.thai.value import hint, plain

if TYPE_CHECKING:
    from datetime import date

OFFSET = 543
"""Years that the Buddhist Era is ahead of the Common Era."""

BUDDHIST, COMMON = range(2400, 2701), range(1800, 2201)
"""Years that can be meant in each era; nothing is in both, so that a bare year tells its era."""

MONTHS_TH = (
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
)
MONTHS_EN = (
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
)
_SHORT_TH = ("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค")
_MONTHS = {
    name: number
    for names in (
        MONTHS_TH,
        _SHORT_TH,
        [name.lower() for name in MONTHS_EN],
        [name[:3].lower() for name in MONTHS_EN],
    )
    for number, name in enumerate(names, 1)
} | {"sept": 9}
"""Names without dots and spaces, in lower case."""

Day = tuple[int, int, int]
"""Year of the Common Era, month, day."""


@dataclass(frozen=True, slots=True)
class ThaiDate:
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
        return (self.year, month, self.day or _days(self.year, month))


_MARKER = (
    r"พ\. ?ศ\.?|พศ\.?|พุทธศักราช|b\. ?e\.?|be|ค\. ?ศ\.?|คศ\.?|คริสต์ศักราช|c\. ?e\.?|ce|a\. ?d\.?|ad"
)
_ERA_YEAR = rf"(?:(?P<before>{_MARKER}) ?)?(?P<year>[0-9]{{4}})(?: ?(?P<after>{_MARKER}))?"
_YEAR = rf"(?:ประจำ ?)?(?:(?P<fiscal>(?:ปี ?)?(?:งบ(?:ประมาณ|ฯ)?|งปม\.?)|fiscal year|fy) ?)?(?:ปี ?)?{_ERA_YEAR}"
_WEEKDAY = r"(?:(?:เมื่อ|ณ) ?)?(?:วัน[ก-๎]{0,12}ที่ ?|[a-z]+day,? )?"
_DAY = "(?P<day>[0-9]{1,2})"
_FORMS = (
    r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?",
    rf"(?:{_DAY}[-/.])?(?P<month>[0-9]{{1,2}})[-/.](?P<year>[0-9]{{4}})",
    rf"{_WEEKDAY}(?:{_DAY}(?:st|nd|rd|th)?[ -]?)?(?:เดือน ?)?(?P<name>[ก-๎a-z. ]+?)(?:, |[ -])?{_ERA_YEAR}",
    rf"{_WEEKDAY}(?P<name>[a-z.]+) {_DAY}(?:st|nd|rd|th)?,? {_ERA_YEAR}",
)
_TWO = r"[0-9]{4}.*[^0-9][0-9]{4}|[0-9]{4}/[0-9]{2}$|[0-9ก-๎.] ?[-–—] ?[0-9ก-๎]|ถึง|\b(?:to|until)\b"
"""More than one date."""

_QUARTER = r"ไตรมาส|quarter|\bq[1-4]"
_CLOCK = r"(?:[t ][0-9]{1,2}:[0-9:.]+(?:z|[-+][0-9:]+)?| (?:เวลา ?)?[0-9]{1,2}[:.][0-9]{2} ?น\.?)$"
_SHORT_YEAR = r"(.*[^0-9])?([0-9]{2})"
_CE_MARK = r"c\. ?e|\bce|a\. ?d|\bad|ค\. ?ศ|คศ|คริสต์"
_BE_MARK = r"b\. ?e|\bbe|พ\. ?ศ|พศ|พุทธ"
_ELSEWHEN = r"[0-9]|ก่อน|หลัง|พ้น|การศึกษา|ภาคเรียน|before|after|academic|semester"
"""Words and figures that make another time of the one beside them."""

_PART_OF_YEAR = "|".join(
    [
        "ต้น|กลาง|ปลาย|สิ้น|ครึ่ง|early|mid|late|half",
        *MONTHS_TH,
        *(rf"{name[:-1]}\.?{name[-1]}\.?" for name in _SHORT_TH),
    ]
)
"""What is lost when a date is cut down to its year."""


@lru_cache(maxsize=4096)
def read_year(text: str) -> ThaiDate:
    """Return a year: `2563`, `พ.ศ. 2563`, `ค.ศ. 2020`, `ปีงบประมาณ 2563`. Raises `ValueReadError`."""
    bare = plain(text)
    if found := _year(bare, text):
        return found
    if _is_readable(bare, "date") and (year := re.search("[0-9]{4}", bare)):
        raise ValueReadError("year", year[0])
    raise _unreadable(bare, "year")


@lru_cache(maxsize=4096)
def read_date(text: str) -> ThaiDate:
    """Return a day, a month or a year; `10/8/2563` is the tenth of August. Raises `ValueReadError`."""
    bare = plain(text)
    if found := _year(bare, text) or _date(bare, text):
        return found
    raise _unreadable(bare, "date")


def from_date(day: date) -> ThaiDate:
    """Return a day of the clock."""
    return ThaiDate(day.year, day.month, day.day, "ce", day.isoformat())


def format_date(when: ThaiDate, lang: str) -> str:
    """Write a date for a reader: B.E. in Thai, C.E. in English."""
    thai = lang == "th"
    year = str(when.year + OFFSET if thai else when.year)
    if when.fiscal:
        return f"ปีงบประมาณ {year}" if thai else f"fiscal year {year}"
    if when.month is None:
        return year
    month = (MONTHS_TH if thai else MONTHS_EN)[when.month - 1]
    return f"{month} {year}" if when.day is None else f"{when.day} {month} {year}"


def _days(year: int, month: int) -> int:
    """Return the days of a month; the standard calendar module takes longer to load than to ask."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _year(bare: str, written: str) -> ThaiDate | None:
    """Return the year that text is, or None when it is something else."""
    match = re.fullmatch(_YEAR, bare)
    if match is None:
        return None
    year, era = _common(match["year"], match["before"] or match["after"])
    return ThaiDate(year, None, None, era, written, fiscal=match["fiscal"] is not None)


def _date(bare: str, written: str) -> ThaiDate | None:
    """Return the day or month that text is, or None when it is something else."""
    for form in _FORMS:
        match = re.fullmatch(form, bare)
        if match is None:
            continue
        groups = match.groupdict()
        month = (
            _MONTHS.get(re.sub("[. ]", "", groups["name"]))
            if "name" in groups
            else int(groups["month"])
        )
        if month is not None:
            return _dated(groups, month, written)
    return None


def _common(digits: str, marker: str | None) -> tuple[int, str]:
    """Return the year of the Common Era and the era it was written in; without a marker the number tells."""
    number = int(digits)
    told = "be" if number in BUDDHIST else "ce" if number in COMMON else None
    era = told if marker is None else "be" if marker[0] in "พb" else "ce"
    if told is None or era != told:
        # A year with the other era's mark more likely has the wrong mark than lies in another age.
        raise ValueReadError(
            "year", {"be": f"พ.ศ. {digits}", "ce": f"ค.ศ. {digits}", None: None}[told]
        )
    return (number - OFFSET if told == "be" else number), told


def _dated(groups: dict[str, str | None], month: int, written: str) -> ThaiDate:
    """Return the date that the parts make. Raises `ValueReadError` when the calendar has none."""
    assert groups["year"] is not None
    year, era = _common(groups["year"], groups.get("before") or groups.get("after"))
    day = None if groups["day"] is None else int(groups["day"])
    if not 1 <= month <= 12:
        swapped = day is not None and 1 <= day <= 12 and 1 <= month <= _days(year, day)
        raise ValueReadError(
            "no-such-month", f"{month}/{day}/{groups['year']}" if swapped else None
        )
    if day is not None and not 1 <= day <= _days(year, month):
        raise ValueReadError("no-such-day")
    return ThaiDate(year, month, day, era, written)


def _unreadable(bare: str, wanted: str) -> ValueReadError:
    """Say what is wrong with text that is no `year` or no `date`."""
    reader = read_year if wanted == "year" else read_date
    day = re.sub(_CLOCK, "", bare)
    if day != bare:
        return ValueReadError(wanted, hint(reader, day))
    if match := re.fullmatch(_SHORT_YEAR, bare):
        front, two = match[1] or "", match[2]
        century = _century(front, two)
        if meant := hint(reader, f"{front}{century or 25}{two}"):
            return ValueReadError("short-year", meant if century else None)
    if re.fullmatch(r"[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}", bare):
        return ValueReadError("short-year")
    if re.search(_QUARTER, bare):
        return ValueReadError("quarter")
    if re.search(_TWO, bare):
        return ValueReadError("range")
    if wanted == "date" and (meant := _month_mended(bare)):
        return ValueReadError("no-such-month", hint(read_date, meant))
    return ValueReadError(
        wanted, next((part for part, rest in _parts(bare) if _is_told(part, rest, wanted)), None)
    )


def _century(front: str, two: str) -> str:
    """Return the first half of a year of two digits: by its mark, or by which calendar puts it near our time; else nothing."""
    if re.search(_BE_MARK, front):
        return "25"
    if re.search(_CE_MARK, front):
        return "20"
    return "25" if int(two) > 56 else "20" if int(two) < 43 else ""


def _is_told(part: str, rest: str, wanted: str) -> bool:
    """Whether a part of a text is surely the date it speaks of: the rest must not make another of it."""
    if re.search(_ELSEWHEN, rest) or re.fullmatch("[0-9]{1,2}[-/.][0-9]{4}", part):
        # `ครั้งที่ 4/2563` is the fourth meeting, not April.
        return False
    return not (wanted == "date" and re.search(_PART_OF_YEAR, rest)) and _is_readable(part, wanted)


def _is_readable(bare: str, wanted: str) -> bool:
    """Whether a part of a text is a date by itself."""
    try:
        return _year(bare, bare) is not None or (wanted == "date" and _date(bare, bare) is not None)
    except ValueReadError:
        return False


def _month_mended(bare: str) -> str | None:
    """Return the date with a misspelt month put right."""
    match = re.fullmatch(r"(?P<day>[0-9]{1,2}) ?(?P<name>[ก-๎a-z. ]{3,}?) ?(?P<year>[0-9]{4})", bare)
    if match is None:
        return None
    from difflib import get_close_matches

    names = [*MONTHS_TH, *(name.lower() for name in MONTHS_EN)]
    near = get_close_matches(match["name"], names, n=1, cutoff=0.7)
    return f"{match['day']} {near[0]} {match['year']}" if near else None


def _parts(bare: str) -> Iterator[tuple[str, str]]:
    """Yield what text holds, longest first, each with the rest: the date may stand among other words."""
    words = bare.split()[:12]
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            yield (
                " ".join(words[start : start + size]),
                " ".join([*words[:start], *words[start + size :]]),
            )
