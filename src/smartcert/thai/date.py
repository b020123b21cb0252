"""Years and dates in B.E. and C.E., compared in one calendar and kept as written."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from smartcert.thai.numeral import Sign, ValueReadError, diagnose, hint, simplify

if TYPE_CHECKING:
    from datetime import date

OFFSET = 543
"""Years that the Buddhist Era is ahead of the Common Era."""

BUDDHIST, COMMON = range(2400, 2701), range(1800, 2201)
"""Years that can be meant in each era; none is in both, so that a bare year tells its era."""

MONTHS_TH = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_TH = ("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค")
_SPOKEN_TH = [re.sub("(?:คม|ยน|พันธ์)$", "", name) for name in MONTHS_TH]
_LOWER_EN = [name.lower() for name in MONTHS_EN]
_MONTHS = {
    name: number
    for names in (MONTHS_TH, _SHORT_TH, _SPOKEN_TH, _LOWER_EN, [name[:3] for name in _LOWER_EN])
    for number, name in enumerate(names, 1)
} | {"sept": 9}
"""Names without dots and spaces, in lower case."""

Day = tuple[int, int, int]
"""Year of the Common Era, month, day."""

NEVER = 9999
"""The year of an end that never comes."""


class ThaiDate(NamedTuple):
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
    until: Day | None = None
    """The last day, where it is more than a day, a month or a year: `5-20 ต.ค. 2568`."""
    is_open: bool = False
    """An end that never comes: `ต่อเนื่อง`."""

    @property
    def first(self) -> Day:
        """The earliest day it can mean."""
        if self.fiscal:
            return (self.year - 1, 10, 1)
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> Day:
        """The latest day it can mean."""
        if self.until is not None:
            return self.until
        if self.fiscal:
            return (self.year, 9, 30)
        month = self.month or 12
        return (self.year, month, self.day or _days(self.year, month))


_MARKER = (
    r"พ\. ?ศ\.?|พศ\.?|พุทธศักราช|b\. ?e\.?|be"
    r"|ค\. ?ศ\.?|คศ\.?|คริสต์ศักราช|c\. ?e\.?|ce|a\. ?d\.?|ad"
)
_BE_MARK = r"b\. ?e|\bbe|พ\. ?ศ|พศ|พุทธ"
_CE_MARK = r"c\. ?e|\bce|a\. ?d|\bad|ค\. ?ศ|คศ|คริสต์"

_ERA_YEAR = rf"(?:(?P<before>{_MARKER}) ?)?(?P<year>[0-9]{{4}})(?: ?(?P<after>{_MARKER}))?"
"""`2563`, `พ.ศ. 2563`, `2563 BE`."""

_FISCAL = r"(?P<fiscal>(?:ปี ?)?(?:งบ(?:ประมาณ|ฯ)?|งปม\.?)|fiscal year|fy)"
_YEAR = rf"(?:ประจำ ?)?(?:{_FISCAL} ?)?(?:ปี ?)?{_ERA_YEAR}"
"""`ปี 2563`, `ประจำปีงบประมาณ พ.ศ. 2570`, `งบประมาณปี 2570`, `FY2570`."""

_WEEKDAY = r"(?:(?:เมื่อ|ณ) ?)?(?:วัน[ก-๎]{0,12}ที่ ?|[a-z]+day,? )?"
"""`วันที่`, `เมื่อวันจันทร์ที่`, `monday,`."""

_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_FORMS = (
    # 2563-08-10, 2563/8, 2020.08.10
    r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?",
    # 10/8/2563, 8/2563, 10.8.2563
    r"(?:(?P<day>[0-9]{1,2})[-/.])?(?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})",
    # 10 ส.ค. 2563, วันจันทร์ที่ 10 เดือนสิงหาคม พ.ศ. 2563, ส.ค. 2563, 10-aug-2020, 10th august 2020
    rf"{_WEEKDAY}(?:{_DAY}[ -]?)?(?:เดือน ?)?(?P<name>[ก-๎a-z. ]+?)(?:, |[ -])?{_ERA_YEAR}",
    # august 10, 2020
    rf"{_WEEKDAY}(?P<name>[a-z.]+) {_DAY},? {_ERA_YEAR}",
)

_TWO = (
    r"[0-9]{4}.*[^0-9][0-9]{4}"  # 1 ต.ค. 2566 - 30 ก.ย. 2567, 2563/2564
    r"|[0-9]{4}/[0-9]{2}$"  # 2563/64
    r"|[0-9ก-๎.] ?[-–—] ?[0-9ก-๎]"  # 10-12 สิงหาคม 2563, ม.ค. - มี.ค. 2563
    r"|ถึง|\b(?:to|until)\b"
)
"""More than one date."""

_CLOCK = (
    r"(?:[t ][0-9]{1,2}:[0-9:.]+(?:z|[-+][0-9:]+)?"  # 2020-08-10T09:00:00+07:00
    # 1 ต.ค. 2566 เวลา 09.00 น., 09.00-12.00 น.
    r"| (?:เวลา ?)?(?:[0-9]{1,2}[:.][0-9]{2} ?(?:-|–|ถึง) ?)?[0-9]{1,2}[:.][0-9]{2} ?น\.?)$"
)
_ELSEWHEN = r"[0-9]|ก่อน|หลัง|พ้น|การศึกษา|ภาคเรียน|before|after|academic|semester"
"""Words and figures that make another time of the one beside them: `หลังปี 2567`."""

_PART_OF_YEAR = "|".join(
    [
        "ต้น|กลาง|ปลาย|สิ้น|ครึ่ง|early|mid|late|half",
        *MONTHS_TH,
        *(rf"{name[:-1]}\.?{name[-1]}\.?" for name in _SHORT_TH),  # ส.ค. and สค
    ]
)
"""What is lost when a date is cut down to its year: `กลางปี 2567`."""


@lru_cache(maxsize=4096)
def read_year(text: str) -> ThaiDate:
    """Return a year: `2563`, `พ.ศ. 2563`, `ปีงบประมาณ 2563`. Raises `ValueReadError`."""
    bare = simplify(text)
    if found := _year(bare, text):
        return found
    raise diagnose(bare, "year", read_year, _YEAR_SIGNS)


@lru_cache(maxsize=4096)
def read_date(text: str) -> ThaiDate:
    """Return a day, a month or a year; `10/8/2563` is in August. Raises `ValueReadError`."""
    bare = simplify(text)
    if found := _year(bare, text) or _date(bare, text):
        return found
    raise diagnose(bare, "date", read_date, _DATE_SIGNS)


def from_date(day: date) -> ThaiDate:
    """Return a day of the clock."""
    return ThaiDate(day.year, day.month, day.day, "ce", day.isoformat())


def format_date(when: ThaiDate, lang: str) -> str:
    """Write a date for a reader: B.E. in Thai, C.E. in English."""
    thai = lang == "th"
    if when.is_open:
        return "ต่อเนื่อง" if thai else "no end"
    if when.until is not None:
        first, last = (ThaiDate(*day, when.era, "") for day in (when.first, when.until))
        return f"{format_date(first, lang)} – {format_date(last, lang)}"
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
        name = groups.get("name")
        month = _MONTHS.get(re.sub("[. ]", "", name)) if name else int(groups["month"])
        if month is not None:
            return _dated(groups, month, written)
    return None


def _common(digits: str, marker: str | None) -> tuple[int, str]:
    """Return a year of the Common Era and the era it was written in, which a bare year shows."""
    number = int(digits)
    shown = "be" if number in BUDDHIST else "ce" if number in COMMON else None
    marked = shown if marker is None else "be" if marker[0] in "พb" else "ce"
    if shown is None or marked != shown:
        # A year with the other era's mark more likely has the wrong mark than lies in another age.
        right = {"be": f"พ.ศ. {digits}", "ce": f"ค.ศ. {digits}", None: None}
        raise ValueReadError("year", right[shown])
    return (number - OFFSET if shown == "be" else number), shown


def _dated(groups: dict[str, str | None], month: int, written: str) -> ThaiDate:
    """Return the date that the parts make. Raises `ValueReadError` when the calendar has none."""
    assert groups["year"] is not None
    year, era = _common(groups["year"], groups.get("before") or groups.get("after"))
    day = None if groups["day"] is None else int(groups["day"])
    if not 1 <= month <= 12:
        swapped = day is not None and 1 <= day <= 12 and 1 <= month <= _days(year, day)
        meant = f"{month}/{day}/{groups['year']}" if swapped else None
        raise ValueReadError("no-such-month", meant)
    if day is not None and not 1 <= day <= _days(year, month):
        raise ValueReadError("no-such-day")
    return ThaiDate(year, month, day, era, written)


def _year_of_date(bare: str) -> str | None:
    """Return the year alone where a date says more than a year: `2563` of `10 ส.ค. 2563`."""
    year = re.search("[0-9]{4}", bare)
    return year[0] if year and _is_readable(bare, "date") else None


def _without_clock(bare: str) -> str | None:
    day = re.sub(_CLOCK, "", bare)
    return None if day == bare else day


def _long_year(bare: str, century: str = "") -> str | None:
    """Return text with four digits for a year of two, where it is clear which; else `century`."""
    match = re.fullmatch("(.*[^0-9])?([0-9]{2})", bare)  # 10 ส.ค. 63, FY67, 50
    if match is None:
        return None
    front, two = match[1] or "", match[2]
    clear = _century(front, int(two))
    if bool(clear) is bool(century):
        return None
    return f"{front}{clear or century}{two}"


def _century(front: str, two: int) -> str:
    """Return the first half of a year of two digits, or nothing when it may be either."""
    if re.search(_BE_MARK, front):
        return "25"
    if re.search(_CE_MARK, front):
        return "20"
    # Which calendar puts it near our time: 63 is 2563, 27 is 2027.
    return "25" if two > 56 else "20" if two < 43 else ""


def _has_short_year(bare: str, reader: Callable[[str], object]) -> str | None:
    """Return nothing to guess where text would be a date with either century."""
    either = _long_year(bare, "25")
    return "" if either and hint(reader, either) else None


def _with_right_month(bare: str) -> str | None:
    """Return the date with a misspelt month put right: `10 สิงหาคม 2563` for `10 สิงหา 2563`."""
    match = re.fullmatch("([0-9]{1,2}) ?([ก-๎a-z. ]{3,}?) ?([0-9]{4})", bare)
    if match is None:
        return None
    from difflib import get_close_matches

    day, name, year = match.groups()
    near = get_close_matches(name, [*MONTHS_TH, *_LOWER_EN], n=1, cutoff=0.7)
    return f"{day} {near[0]} {year}" if near else None


def _among_words(bare: str, wanted: str) -> str | None:
    """Return the longest part of text that is surely the date it speaks of.

    `งาน แล้วเสร็จ ใน ปี 2570`: of the first twelve words all runs are tried; `ปี 2570` is read.
    """
    words = bare.split()[:12]
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            rest = " ".join([*words[:start], *words[start + size :]])
            if _is_meant(part, rest, wanted):
                return part
    return None


def _is_meant(part: str, rest: str, wanted: str) -> bool:
    """Whether a part of text is the date it speaks of: the rest must not make another of it."""
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


def _signs(wanted: str, reader: Callable[[str], object], *more: Sign) -> tuple[Sign, ...]:
    return (
        Sign(wanted, _without_clock),
        Sign("short-year", _long_year, if_read=True),
        Sign("short-year", partial(_has_short_year, reader=reader)),
        Sign("short-year", "^[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}$"),  # 63-08-10
        Sign("quarter", r"ไตรมาส|quarter|\bq[1-4]"),
        Sign("range", _TWO),
        *more,
        Sign(wanted, partial(_among_words, wanted=wanted)),
    )


_YEAR_SIGNS = (Sign("year", _year_of_date), *_signs("year", read_year))
_DATE_SIGNS = _signs("date", read_date, Sign("no-such-month", _with_right_month))
