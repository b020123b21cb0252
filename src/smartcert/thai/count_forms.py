"""Counts that are not written plainly: `ประมาณ 45,000 คน`, `540 คน จาก 9 หมู่บ้าน`, `เจ้าหน้าที่ 2 คน`."""

from __future__ import annotations

import re
from functools import cache

from smartcert.patterns import lazy_pattern
from smartcert.thai.loose import How, Loose
from smartcert.thai.number import read_whole
from smartcert.thai.number_words import read_number_words, read_spoken
from smartcert.thai.numeral import (
    NUMERAL,
    SCALE,
    SCALES,
    ValueReadError,
    exact,
    regroup,
    simplify,
)
from smartcert.thai.word_list import word_lists

_LONGEST = 160
_ABOUT_WORDS = (
    r"(?:โดย)?(?:ประมาณ|ราว ?ๆ?|เกือบ|กว่า|ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|อย่างน้อย|มากกว่า|about|around"
    r"|approximately|approx\.?|nearly|at least|up to|more than|over|[~≈≥≤]|[<>]=?)"
)
_ABOUT = (
    rf"{_ABOUT_WORDS} ?(.+)",
    r"(.+?) ?(?:เศษ|กว่า|โดยประมาณ|ขึ้นไป|or more)",
    r"(.*(?:[0-9] ?|ล้าน|แสน|หมื่น|พัน|ร้อย))(?:กว่า|เศษ) ?([ก-๎]+)",
    rf"({NUMERAL})\+( ?[ก-๎a-z]*)",
)
_PERIOD = (
    r"(.+?) ?(?:ต่อ|/|per ) ?(?:ปี|เดือน|วัน|year|month|day)",
    r"(?:[ก-๎]+ ?)??(?:ปี|เดือน|วัน)ละ ?([0-9].*)",
    r"(.+?) a (?:year|month|day)",
)
"""A count in a period; the field says nothing of it, so that it is kept as written."""

_BRACKET = r"(.+?) ?\(([^()]+)\)(?: ?([ก-๎]+))?"
_TAIL = (
    r"([^()]+?),? ?(?:จาก|ใน|ครอบคลุม|ณ|เมื่อ|ข้อมูล|(?:ไม่)?รวม(?=ประชากรแฝง)|ปี|พ\.ศ\."
    r"|(?:หรือ|คิดเป็น)ร้อยละ|from|in|covering|as of) ?[^()]+"
)
_WHOLLY_IN_BRACKETS = r"\(([^()]*[ก-๎a-z][^()]*)\)"
_RATE = "[ก-๎]ละ *(?:[0-9๐-๙]|ประมาณ)|[ก-๎] *(?:ต่อ|/) *[ก-๎]"
"""`หมู่ละประมาณ 60 คน`, `50 คน/ครั้ง`: of how many, nobody knows."""

_PARTS = (
    r"(?P<whole>[^()]+?),? ?(?:(?:แยก|แบ่ง)(?:ออก)?เป็น|ประกอบด้วย|ได้แก่|=|:) ?(?P<inside>[^()]+)",
    r"(?P<whole>[^()]+?) (?P<inside>ชาย [^()]+)",
    r"(?P<inside>ชาย [^()]+?),? ?(?:รวม|=) ?(?P<whole>[^()]+)",
)
"""A count and what it is made of: `45,000 คน แยกเป็นชาย 22,000 หญิง 23,000`."""

_RATE_AND_SUM = (
    rf"({NUMERAL}) ?(?:คน|ราย) ?(?:/|ต่อ) ?[ก-๎]+,? ?"
    r"(?:(?:จำนวน ?)?[0-9]+ ?[ก-๎]+,? ?)?รวม(?:ทั้งสิ้น)? ?(.+)"
)
"""`120 คน/ครั้ง รวม 360 คน`."""

_MEN_AND_WOMEN = rf"ชาย ?({NUMERAL}) ?(?:คน)?,? ?(?:และ)?หญิง ?({NUMERAL}) ?(?:คน)?"
_HOMES = "(?:ครัวเรือน|หลังคาเรือน|หมู่บ้าน|ชุมชน|ตำบล|households|villages)"
_IN_TWO_UNITS = (
    rf"({NUMERAL}(?: ?(?:{SCALE}))? ?คน)(?: ?/ ?|,? )"
    rf"(?:และ ?)?{NUMERAL} ?{_HOMES}"
)
_HOMES_FIRST = rf"{NUMERAL} ?{_HOMES}(?: ?/ ?|,? )(?:และ ?)?({NUMERAL}(?: ?(?:{SCALE}))? ?คน)"
"""Persons, and where they live: `147,579 คน 50,000 ครัวเรือน`."""

_STEP = rf"([0-9]+) ?({SCALE}) ?"
_LETTER = rf"({NUMERAL}) ?([km])( ?(?:[ก-๎]+|people|persons)?)"
_LETTERS = {"k": "thousand", "m": "million"}
_LEAD = (
    r"(?:มี|รวม(?:ทั้งสิ้น|ทั้งหมด)?|จำนวน|ทั้งสิ้น|ทั้งหมด|total[: ]?)? ?"
    rf"([ก-๎]*?)(?: ?จำนวน)? ?({NUMERAL}.*)"
)
_OF_ANOTHER = r"ละ$|ไม่|ครั้งที่|รอบที่|(?<!หน้า)ที่$|ปี|เดือน|พ\.ศ|เกิน|ระหว่าง|จาก|เพิ่ม|ลด|ร้อย|พัน|หมื่น|แสน|ล้าน"
"""Words before a number that make another number of it: `ครัวเรือนละ 1 คน`, `ครั้งที่ 2`."""


@cache
def _counted() -> re.Pattern[str]:
    return lazy_pattern(rf"({NUMERAL})(?: ?({SCALE}))?(?: ?({_units()}))?")


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
        if found is None and re.search(_RATE, text):
            raise ValueReadError("rate") from None
        if found is None:
            raise problem
        return found


def counts_people(text: str) -> bool:
    """Whether a count is one of people, as far as it says: `15,000 ครัวเรือน` is not."""
    unit = None if text.isascii() else _counted().fullmatch(simplify(text, _LONGEST))
    return unit is None or not unit[3] or unit[3] in word_lists("values")["people"]


def _loosely(bare: str) -> Loose | None:
    """Return the count of a text without one form; what is left is read in the same way."""
    for pattern in _ABOUT:
        if match := re.fullmatch(pattern, bare):
            # What is about it says why it can't be read: `ประมาณ 100-120 คน` is a range.
            found = interpret_count("".join(match.groups()).strip())
            return Loose(found.value if isinstance(found, Loose) else found, "about")
    for form in (_in_words, _bracket, _with_parts, _with_note):
        value, how = form(bare)
        if value is not None:
            return Loose(value, how)
    return None


def _in_words(bare: str) -> tuple[int | None, How]:
    """Return a count in words, in steps, with a letter for its size or blanks between thousands."""
    if match := re.fullmatch(_LETTER, bare):
        return _value(f"{match[1]} {_LETTERS[match[2]]}{match[3]}"), "note"
    if (meant := regroup(bare)) != bare:
        return _value(meant), "note"
    of = re.sub(rf" ?(?:{_units()})$", "", bare)
    if match := re.fullmatch(rf"{_STEP}(?:{_STEP})+", of):
        steps = [int(exact(numeral, scale)) for numeral, scale in re.findall(_STEP, of)]
        scales = [SCALES[scale] for _, scale in re.findall(_STEP, of)]
        fits = all(step < size for size, step in zip(scales, steps[1:], strict=False))
        return (sum(steps) if fits else None), "note"
    words = read_number_words(of)
    return (words if words is not None else read_spoken(of, bare[len(of) :])), "in-words"


def _bracket(bare: str) -> tuple[int | None, How]:
    """Return a count with something in brackets behind it: its unit, itself, or a note."""
    match = re.fullmatch(_BRACKET, bare)
    if match is None:
        return None, "note"
    if match[3] and read_number_words(match[2]) is not None:
        # `2 (สอง) คน` says it again in words.
        value = _value(f"{match[1]} {match[3]}")
        return (value if read_number_words(match[2]) == value else None), "note"
    if match[3]:
        return None, "note"
    inside = re.sub(r"^([km])(?= |$)", lambda letter: _LETTERS[letter[1]], match[2])
    if re.match(rf"(?:{SCALE}) ?(?:{_units()}|$)", inside):
        # `45 (พันคน)` is 45,000.
        value = _value(f"{match[1]} {inside}") if re.fullmatch(NUMERAL, match[1]) else None
        return (None if value is None or value > _MOST else value), "unit-in-brackets"
    value = _value(match[1])
    fits = value is not None and _fits(match[2], value, match[1])
    return (value if fits else None), "note"


def _with_parts(bare: str) -> tuple[int | None, How]:
    """Return a count with what it is made of behind it, or the sum of men and women."""
    if match := re.fullmatch(_MEN_AND_WOMEN, bare):
        return int(exact(match[1]) + exact(match[2])), "note"
    if match := re.fullmatch(_RATE_AND_SUM, bare):
        whole = _value(match[2])
        return (
            whole if whole and exact(match[1]) and whole % exact(match[1]) == 0 else None
        ), "note"
    for pattern in _PARTS:
        if match := re.fullmatch(pattern, bare):
            value = _value(match["whole"])
            fits = value is not None and _fits(match["inside"], value, match["whole"])
            return (value if fits else None), "note"
    return None, "note"


def _with_note(bare: str) -> tuple[int | None, How]:
    """Return a count with a period, a time or a place beside it, or a word before it."""
    for pattern in (*_PERIOD, _IN_TWO_UNITS, _HOMES_FIRST, _TAIL, _WHOLLY_IN_BRACKETS):
        if match := re.fullmatch(pattern, bare):
            return _value(match[1]), "note"
    match = re.fullmatch(_LEAD, bare)
    if match is None or match[2] == bare or re.search(_OF_ANOTHER, match[1]):
        return None, "note"
    if match[1] and re.match("[0-9]+ [0-9]", match[2]):
        return None, "note"  # หมู่ 3 120 คน
    return _value(match[2]), "note"


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
    if re.search(rf"(?:{SCALE}) ?(?:{_units()}|$)|ล้าน|[0-9] ?(?:{SCALE})|['’x×*] ?[0-9]", inside):
        return False
    if re.fullmatch(r"(?:ณ ?)?(?:วันที่ ?)?[0-9]{1,2} ?[ก-๎.]{4,10} ?[0-9]{2}", inside):
        return True  # 31 ธ.ค. 67
    words = read_number_words(re.sub(rf" ?(?:{_units()})$", "", inside))
    if words is not None:
        return words == value
    whole = _counted().fullmatch(head.strip())
    unit = whole[3] if whole is not None else None
    if unit not in (None, "คน") and re.search(rf"{NUMERAL} ?คน", inside):
        # `50,000 ครัวเรือน (147,579 คน)` is two counts, and persons are asked for.
        return False
    numbers = [(exact(match[1]), match[3], match.start()) for match in _counted().finditer(inside)]
    years = [n for n, _, _ in numbers if n.denominator == 1 and 1900 <= n <= 2700]
    parts = [n for n, of, at in numbers if n not in years and (of == unit or (of is None and at))]
    if not parts:
        return bool(years) or not re.fullmatch(NUMERAL, inside)
    labelled = not re.match(NUMERAL, inside)
    return sum(parts) == value or (labelled and len(parts) == 1 and parts[0] <= value)


_ORDINAL = (
    r"(?:รอบ|ครั้ง|ฉบับ|round|no\.?)(?:ที่)? ?([0-9]{1,3}|[ก-๎]+)"
    r"|([0-9]{1,3}|first|second|third)(?:st|nd|rd|th)?(?: round)?"
)
_FIRST = {"แรก": 1, "first": 1, "second": 2, "third": 3}


def interpret_ordinal(text: str) -> int | Loose:
    """Return a number that numbers something, from 1: also `รอบที่ 1`, `รอบแรก`."""
    try:
        value = read_whole(text)
    except ValueReadError as problem:
        bare = re.sub(r" ?\([^()]*\)$|/25[0-9]{2}$", "", simplify(text))
        match = re.fullmatch(_ORDINAL, bare)
        said = next(filter(None, match.groups()), "") if match is not None else ""
        number = int(said) if said.isdigit() else _FIRST.get(said) or read_number_words(said)
        if not number:
            raise problem
        return Loose(number, "note")
    if value < 1:
        raise ValueReadError("zero" if value == 0 else "negative")
    return value
