"""Dates that are not written plainly: `22 ก.ย. 68`, `ภายในปี 2569`, `ต.ค. 2568 - ก.ย. 2571`.

A form is read where it can mean one time only. What is left of a text when a form is taken off is
read in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from smartcert.thai.date import NEVER, OFFSET, ThaiDate, read_date, read_year
from smartcert.thai.loose import How, Loose
from smartcert.thai.numeral import ValueReadError, simplify
from smartcert.thai.word_list import word_lists

Role = Literal["date", "start", "end"]
"""Which end of something a field asks for, or a date alone."""

_LONGEST = 120
_EARLIEST_SHORT = 57
"""The first two-digit year that is one of the Buddhist Era; a smaller one may be of the Common."""

_BRACKET = r"(.+?) ?\(([^()]+)\)"
_LEAD = (
    r"(?:ลงวันที่|ลว\.?|ลงวัน|เมื่อ|ณ|ประชุม|เริ่ม(?:ดำเนินการ|ต้น)?|สิ้นสุด|แล้วเสร็จ|ภายใน|ใน(?=ปี|เดือน)"
    r"|ตั้งแต่|คาดว่า|ประมาณ|within|by|on|in|from|about) ?(.+)"
)
_ONWARDS = r"(?:ตั้งแต่ ?)?(.+?) ?(?:เป็นต้นไป|ต่อเนื่อง|onwards?)"
_YEAR_WORD = r"(?:ปี)? ?(งบประมาณ|งบฯ?|fiscal year)?(?:ปี)? ?(?:พ\.?ศ\.? ?)?([0-9]{4})"
_FIRST_OF = rf"(?:ต้น|early) ?{_YEAR_WORD}"
_LAST_OF = rf"(?:ภายใน)?(?:สิ้น|ปลาย|end of|late) ?{_YEAR_WORD}"
_IN_MONTH = r"(?:ภายใน)?(?:ต้น|กลาง|ปลาย|สิ้น)เดือน ?(.+)"
_QUARTER = (
    r"(?:ภายใน)?(?:ไตรมาส(?:ที่)?|q) ?([1-4]) ?(?:[/-]|ของ|ปี)? ?"
    r"(?:ปี)?(งบประมาณ)? ?(?:พ\.?ศ\.? ?)?([0-9]{4})"
)
_TO = re.compile(r" ?(?:-|–|—|~|ถึง|(?<= )to(?= )|(?<= )until(?= )) ?")
_AND = re.compile(r" ?(?:,|และ|(?<= )and(?= )|&) ?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.](?:19|20|21)[0-9]{2}")
_DURATION = r"(?:ภายใน|ใน|within|in)? ?[0-9]{1,2} ?(?:ปี|เดือน|years?|months?)"


def interpret_date(text: str, role: Role = "date") -> ThaiDate | Loose:
    """Return a day, a month or a year, or one that is read loosely. Raises `ValueReadError`."""
    try:
        found = read_date(text)
    except ValueReadError as problem:
        loose = _loosely(simplify(text, _LONGEST), role) or _meant(problem)
        if loose is None:
            raise _named(text, problem) from None
        return loose._replace(value=loose.value._replace(written=text))
    day_first = _DAY_FIRST.fullmatch(text.strip()) if len(text) < 24 else None
    if day_first and int(day_first[1]) <= 12 and day_first[1].zfill(2) != day_first[2].zfill(2):
        return Loose(found, "day-first")
    return found


def interpret_year(text: str) -> ThaiDate | Loose:
    """Return a year, or that of a date: `ณ 31 ธ.ค. 2567`. Raises `ValueReadError`."""
    try:
        return read_year(text)
    except ValueReadError as problem:
        bare = simplify(text, _LONGEST)
        bare = re.sub("^ปีการศึกษา ?", "ปี ", bare)
        found = _loosely(bare, "date") or _plain(bare)
        if found is None or found.value.until is not None or found.value.is_open:
            raise _named(text, problem) from None
        year = found.value._replace(month=None, day=None, written=text)
        return Loose(year, "note" if found.how == "period" else found.how)


def _plain(bare: str) -> Loose | None:
    found = _read(bare)
    return None if found is None else Loose(found, "note")


def _named(text: str, problem: ValueReadError) -> ValueReadError:
    """Return the problem of a text, with its own reason where it is how long something takes."""
    is_long = re.fullmatch(_DURATION, simplify(text, _LONGEST)) is not None
    return ValueReadError("duration") if is_long else problem


def _meant(problem: ValueReadError) -> Loose | None:
    """Return the date among words that a reader has found; its hint is sure."""
    if problem.reason != "date" or not problem.hint:
        return None
    return Loose(read_date(problem.hint), "note")


def _read(bare: str) -> ThaiDate | None:
    """Return a date that is written plainly, else None."""
    try:
        return read_date(bare)
    except ValueReadError:
        return None


def _loosely(bare: str, role: Role) -> Loose | None:
    """Return the date of a text without one form, or None where no form fits."""
    for form in (_open, _quarter, _part_of_year, _bracket, _lead, _range, _short_year, _several):
        found = form(bare, role)
        if found is not None:
            return found
    return None


def _inside(bare: str, role: Role, how: How) -> Loose | None:
    """Return a date from which a form was taken off; a form inside tells more than `how`."""
    plain = _read(bare)
    if plain is not None:
        return Loose(plain, how)
    return _loosely(bare, role)


def _open(bare: str, role: Role) -> Loose | None:
    """Return an end that never comes, and the start that may stand before it."""
    never = ThaiDate(NEVER, None, None, "be", bare, is_open=True)
    if bare.replace(" ", "") in word_lists("values")["open-end"]:
        return Loose(never, "open-end") if role == "end" else None
    match = re.fullmatch(_ONWARDS, bare)
    start = _inside(match[1], role, "open-end") if match is not None else None
    if start is None or start.beside:
        return None
    if role == "end":
        return Loose(never, "open-end", {"start": start.value})
    beside = {"end": never} if role == "start" else {}
    return Loose(start.value, "open-end", beside)


def _quarter(bare: str, role: Role) -> Loose | None:
    """Return a quarter's first or last month: fiscal where it says so, or where work is planned."""
    match = re.fullmatch(_QUARTER, bare)
    if match is None:
        return None
    number, fiscal, digits = int(match[1]), match[2], match[3]
    year = read_year(digits)
    if not fiscal and (role == "date" or year.era == "ce"):
        later = year.year + OFFSET if year.era == "be" else year.year
        either = (f"ไตรมาส {number} ปีงบประมาณ {later}", f"{_months(number)} {later}")
        raise ValueReadError("quarter", either=either)
    # The first quarter of fiscal 2569 is October to December 2568.
    month = (number * 3 + 6) % 12 + 1
    begins = year.year - (number == 1)
    first, last = (year._replace(year=begins, month=at) for at in (month, month + 2))
    if role == "date":
        return Loose(first._replace(until=last.last), "period")
    return Loose(last if role == "end" else first, "period")


def _months(number: int) -> str:
    return ("ม.ค.-มี.ค.", "เม.ย.-มิ.ย.", "ก.ค.-ก.ย.", "ต.ค.-ธ.ค.")[number - 1]


def _part_of_year(bare: str, _: Role) -> Loose | None:
    """Return the first or the last month of a year: `ต้นปี 2569`, `สิ้นปีงบประมาณ 2569`."""
    for pattern, calendar, fiscal in ((_FIRST_OF, 1, 10), (_LAST_OF, 12, 9)):
        if match := re.fullmatch(pattern, bare):
            year = read_year(match[2])
            is_before = match[1] is not None and fiscal == 10
            month = fiscal if match[1] else calendar
            return Loose(year._replace(year=year.year - is_before, month=month), "period")
    match = re.fullmatch(_IN_MONTH, bare)
    month_of = _read(match[1]) if match is not None else None
    return None if month_of is None else Loose(month_of, "period")


def _bracket(bare: str, role: Role) -> Loose | None:
    """Return a date with a note in brackets; a date there must be the same: `2569 (2026)`."""
    match = re.fullmatch(_BRACKET, bare)
    if match is None:
        return None
    found = _inside(match[1], role, "note")
    again = _read(match[2].strip())
    if found is None or (again is not None and not _overlap(found.value, again)):
        return None
    return found


def _overlap(first: ThaiDate, second: ThaiDate) -> bool:
    return first.first <= second.last and second.first <= first.last


def _lead(bare: str, role: Role) -> Loose | None:
    match = re.fullmatch(_LEAD, bare)
    if match is None:
        return None
    is_within = bare.startswith(("ภายใน", "within", "by "))
    return _inside(match[1], role, "period" if is_within else "note")


def _range(bare: str, role: Role) -> Loose | None:
    """Return one end of a range with the other beside it, or the whole of it for a date alone."""
    for match in _TO.finditer(bare):
        left, right = bare[: match.start()].strip(), bare[match.end() :].strip()
        for first, last in _ends(left, right):
            if last.is_open:
                return Loose(last if role == "end" else first, "range", _beside(first, last, role))
            if first.first > last.first or first.last > last.last:
                continue
            if role == "date":
                return Loose(_spanning(first, last), "range")
            return Loose(first if role == "start" else last, "range", _beside(first, last, role))
    return None


def _beside(first: ThaiDate, last: ThaiDate, role: Role) -> dict[str, ThaiDate]:
    return {"end": last} if role == "start" else {"start": first} if role == "end" else {}


def _spanning(first: ThaiDate, last: ThaiDate) -> ThaiDate:
    year, month, day = first.first
    return ThaiDate(year, month, day, first.era, first.written, until=last.last)


def _ends(left: str, right: str) -> Iterator[tuple[ThaiDate, ThaiDate]]:
    """Yield what the sides of a range can be, where one says for both what the other leaves out.

    `5` and `20 ต.ค. 2568`; `ต.ค.` and `ธ.ค. 2568`; `ปีงบประมาณ 2569` and `2571`.
    """
    if right.replace(" ", "") in word_lists("values")["open-end"]:
        first = _read(left)
        if first is not None:
            yield first, ThaiDate(NEVER, None, None, "be", right, is_open=True)
        return
    fiscal = re.match(r"(?:ปี ?)?งบประมาณ ?(?:ปี ?)?|fiscal year ", left)
    is_year = re.fullmatch(r"(?:พ\.?ศ\.? ?)?[0-9]{4}", right)
    last = _read(f"{fiscal[0]}{right}" if fiscal and is_year else right)
    if last is None:
        return
    year, month = re.search("[0-9]{4}$", right), re.sub("^[0-9]{1,2} ?", "", right)
    for text in (left, f"{left} {year[0]}" if year else left, f"{left} {month}"):
        first = _read(text)
        if first is not None:
            yield first, last


def _short_year(bare: str, _: Role) -> Loose | None:
    """Return a date whose year has two digits, where these are of the Buddhist Era."""
    match = re.fullmatch("(.*[^0-9])?([0-9]{2})", bare)
    if match is None:
        return None
    front, two = match[1] or "", int(match[2])
    if re.search(r"ค\.? ?ศ|c\. ?e|a\. ?d", front):
        return _short(f"{front}20{match[2]}")
    is_thai = two >= _EARLIEST_SHORT or re.search(r"พ\.? ?ศ|b\. ?e", front)
    return _short(f"{front}25{match[2]}") if is_thai else None


def _short(text: str) -> Loose | None:
    found = _read(text)
    return None if found is None else Loose(found, "short-year")


def _several(bare: str, role: Role) -> Loose | None:
    """Return the time from the first to the last of several days on which one thing was."""
    parts = _AND.split(bare)
    if role != "date" or not 2 <= len(parts) <= 6:
        return None
    last = _read(parts[-1])
    year, month = re.search("[0-9]{4}$", parts[-1]), re.sub("^[0-9]{1,2} ?", "", parts[-1])
    if last is None or year is None:
        return None
    found = []
    for part in parts[:-1]:
        texts = (part, f"{part} {year[0]}", f"{part} {month}")
        found.append(next(filter(None, map(_read, texts)), None))
    days = [when for when in (*found, last) if when is not None and when.day is not None]
    if len(days) < len(parts) or days != sorted(days, key=lambda when: when.first):
        return None
    return Loose(_spanning(days[0], last), "range")
