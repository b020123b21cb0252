"""Dates that are not written plainly: `22 ก.ย. 68`, `ภายในปี 2569`, `ต.ค. 2568 - ก.ย. 2571`.

A form is read where it can mean one time only. What is left of a text when a form is taken off is
read in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smartcert.patterns import lazy_pattern
from smartcert.thai.date import NEVER, ThaiDate, read_date, read_year
from smartcert.thai.loose import How, Loose
from smartcert.thai.numeral import ValueReadError, simplify
from smartcert.thai.word_list import word_lists
from smartcert.thai.year_parts import EARLIEST_SHORT, Role, part_of_year, quarter

_LONGEST = 120
_BRACKET = r"(.+?) ?\(([^()]+)\)"
_LEAD = (
    r"(?:ลงวันที่|ลว\.?|ลงวัน|เมื่อ|ณ|ประชุม|เริ่ม(?:ดำเนินการ|ต้น)?|สิ้นสุด|แล้วเสร็จ|ภายใน|ไม่เกิน|ก่อน(?=สิ้น)"
    r"|ใน(?=ปี|เดือน)|ข้อมูล|ปีฐาน|ระหว่าง|ช่วง|ตั้งแต่|คาดว่า|ประมาณ"
    r"|within|by|on|in|from|between|about) ?(.+)"
)
_NUMBERED = r"(?:[ก-๎a-z. ]*(?:ที่|no\.?) ?[0-9]{1,5}(?:/[0-9]{4})?)"
_OF_A_DOCUMENT = (
    rf"{_NUMBERED},? ?(?:ลงวันที่|ลว\.?|(?:เมื่อ|ณ)? ?วันที่|dated) ?(.+)",
    r"([^()]+?),? (?:ครั้งที่|วาระที่|มติที่|ข้อที่) ?[0-9]{1,5}(?:/[0-9]{4})?",
)
"""`ที่ 214/2568 ลงวันที่ 10 สิงหาคม 2568`, `10 ส.ค. 2568 ครั้งที่ 1`."""

_MOVED = "เลื่อน|ขยาย|เปลี่ยน|แก้ไข|ยกเลิก|postpone|extend|moved|cancel"
"""What makes another time of the one before it."""

_ONWARDS = r"(?:ตั้งแต่ ?)?(.+?) ?(?:เป็นต้นไป|ต่อเนื่อง|onwards?)"
_TO = lazy_pattern(r" ?(?:-|–|—|~|ถึง|(?<= )to(?= )|(?<= )until(?= )) ?")
_AND = lazy_pattern(r" ?(?:,|และ|(?<= )and(?= )|&) ?")
_DAY_FIRST = lazy_pattern(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.](?:19|20|21)[0-9]{2}")
_WITHIN = "(?:ภายใน|ใน|ระยะเวลา|within|in|over)"
_DURATION = rf"{_WITHIN}? ?[0-9]{{1,2}} ?(?:ปี|เดือน|years?|months?)"
_YEARS = rf"{_WITHIN}? ?([0-9]{{1,2}}) ?(?:ปี|years?)"
_BEHIND = rf"(.+?),? ?(?:\({_YEARS}\)|{_WITHIN} ?([0-9]{{1,2}}) ?(?:ปี|years?))"


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
        bare = re.sub("^(?:ปีการศึกษา|ภาคเรียนที่|ภาคการศึกษาที่) ?(?:[123]/)?", "ปี ", bare)
        bare = re.sub("^([0-9]{4}) [ก-๎ ]{4,}$", r"\1", bare) if problem.hint else bare
        found = _loosely(bare, "date") or _plain(bare)
        if found is None or found.value.until is not None or found.value.is_open:
            raise _named(text, problem) from None
        year = found.value._replace(month=None, day=None, written=text)
        return Loose(year, "note" if found.how == "period" else found.how)


def read_years(text: str) -> int | None:
    """Return how many years a text says, or None where it says none: `ภายใน 10 ปี`, `10 years`."""
    if len(text) > _LONGEST:
        return None
    match = re.fullmatch(_YEARS, simplify(text))
    return int(match[1]) if match is not None else None


def split_years(text: str) -> tuple[str, int | None]:
    """Return a text without the years behind it, and how many: `ลดลงร้อยละ 50 ภายใน 5 ปี`."""
    match = re.fullmatch(_BEHIND, simplify(text, _LONGEST)) if len(text) <= _LONGEST else None
    return (text, None) if match is None else (match[1], int(match[2] or match[3]))


def _plain(bare: str) -> Loose | None:
    found = _read(bare)
    return None if found is None else Loose(found, "note")


def _named(text: str, problem: ValueReadError) -> ValueReadError:
    """Return the problem of a text, with its own reason where it is how long something takes.

    A year of two digits that may be of either calendar is named in both.
    """
    bare = simplify(text, _LONGEST)
    if re.fullmatch(_DURATION, bare):
        return ValueReadError("duration")
    short = re.fullmatch("(.*[^0-9])?([0-9]{2})", bare) if problem.reason == "short-year" else None
    if short is None:
        return problem
    either = tuple(f"{short[1] or ''}{century}{short[2]}" for century in ("25", "20"))
    return ValueReadError("short-year", either=either) if all(map(_read, either)) else problem


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
    for form in _LOOSE_FORMS:
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


def _bracket(bare: str, role: Role) -> Loose | None:
    """Return a date with a note in brackets; a date there must be the same: `2569 (2026)`."""
    match = re.fullmatch(_BRACKET, bare)
    if match is None or re.search(_MOVED, match[2]):
        return None
    again = _read(match[2].strip())
    if again is not None and re.fullmatch(r"(?:ปีที่|year) ?[0-9]{1,2}", match[1]):
        return Loose(again, "note")
    found = _inside(match[1], role, "note")
    if found is None or (again is not None and not _overlap(found.value, again)):
        return None
    span = None if again is not None else _range(match[2].strip(), "date")
    if span is not None and not _holds(found.value, span.value):
        return None
    return found


def _holds(whole: ThaiDate, part: ThaiDate) -> bool:
    return whole.first <= part.first and part.last <= whole.last


def _twice(bare: str, _: Role) -> Loose | None:
    """Return a date that is said in both calendars: `2569/2026`."""
    for match in re.finditer(" ?[/=] ?", bare):
        found, again = _read(bare[: match.start()]), _read(bare[match.end() :])
        if found and again and found.era != again.era and _overlap(found, again):
            return Loose(found, "note")
    return None


def _document(bare: str, role: Role) -> Loose | None:
    """Return the date of a document or a meeting that has a number too."""
    for pattern in _OF_A_DOCUMENT:
        match = re.fullmatch(pattern, bare)
        found = _inside(match[1], role, "note") if match is not None else None
        if found is not None and found.value.day is not None:
            return found
    return None


def _overlap(first: ThaiDate, second: ThaiDate) -> bool:
    return first.first <= second.last and second.first <= first.last


def _lead(bare: str, role: Role) -> Loose | None:
    match = re.fullmatch(_LEAD, bare)
    if match is None:
        return None
    is_within = bare.startswith(("ภายใน", "ไม่เกิน", "ก่อน", "within", "by "))
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

    `5` and `20 ต.ค. 2568`; `ต.ค.` and `ธ.ค. 68`; `5` and `6/10/2568`; `ปีงบประมาณ 2569` and `2571`.
    """
    if right.replace(" ", "") in word_lists("values")["open-end"]:
        first = _read_short(left)
        if first is not None:
            yield first, ThaiDate(NEVER, None, None, "be", right, is_open=True)
        return
    fiscal = re.match(r"(?:ปี ?)?งบประมาณ ?(?:ปี ?)?|fiscal year ", left)
    is_year = re.fullmatch(r"(?:พ\.?ศ\.? ?)?[0-9]{2,4}", right)
    last = _read_short(f"{fiscal[0]}{right}" if fiscal and is_year else right)
    if last is None:
        return
    for text in _completed(left, right):
        first = _read_short(text)
        if first is not None:
            yield first, last


def _completed(left: str, right: str) -> Iterator[str]:
    """Yield the first of two dates as it stands, and with what the second says for both."""
    yield left
    if year := re.search("(?:[0-9]{4}|[0-9]{2})$", right):
        yield f"{left} {year[0]}"
    yield f"{left} {re.sub('^[0-9]{1,2} ?', '', right)}"
    if right.count("/") == 2:
        yield left + right[right.index("/") :]


def _read_short(bare: str) -> ThaiDate | None:
    """Return a date whose year may have two digits."""
    found = _read(bare)
    if found is None and (short := _short_year(bare, "date")) is not None:
        found = short.value
    return found


def _short_year(bare: str, _: Role) -> Loose | None:
    """Return a date whose year has two digits, where these are of the Buddhist Era."""
    match = re.fullmatch("(.*[^0-9])?([0-9]{2})", bare)
    if match is None:
        return None
    front, two = match[1] or "", int(match[2])
    if re.search(r"ค\.? ?ศ|c\. ?e|a\. ?d", front):
        return _short(f"{front}20{match[2]}")
    is_thai = two >= EARLIEST_SHORT or re.search(r"พ\.? ?ศ|b\. ?e", front)
    return _short(f"{front}25{match[2]}") if is_thai else None


def _short(text: str) -> Loose | None:
    found = _read(text)
    return None if found is None else Loose(found, "short-year")


def _several(bare: str, role: Role) -> Loose | None:
    """Return the time from the first to the last of several days or years of one thing."""
    parts = _AND.split(bare)
    if not 2 <= len(parts) <= 12:
        return None
    last = _read_short(parts[-1])
    if last is None:
        return None
    found = [next(filter(None, map(_read_short, _completed(p, parts[-1]))), None) for p in parts]
    days = [when for when in found if when is not None]
    if len(days) < len(parts) or days != sorted(days, key=lambda when: when.first):
        return None
    if all(when.month is None for when in days):
        if [when.year for when in days] != list(range(days[0].year, last.year + 1)):
            return None
    elif role != "date" or any(when.day is None for when in days):
        return None
    if role == "date":
        return Loose(_spanning(days[0], last), "range")
    return Loose(days[0] if role == "start" else last, "range", _beside(days[0], last, role))


_LOOSE_FORMS = (
    _open, quarter, part_of_year, _bracket, _lead, _document, _twice, _short_year, _range, _several,
)  # fmt: skip
