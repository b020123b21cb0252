"""Figures with their unit and year, and targets: `32 ตันต่อวัน (ปี 2567)`, `ไม่น้อยกว่าร้อยละ 80`.

A figure that has a unit must have that of its item. A target may be a limit, a range, a change from
the baseline, or that something is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from smartcert.patterns import lazy_pattern
from smartcert.thai.date_forms import interpret_year
from smartcert.thai.loose import Loose
from smartcert.thai.number import read_number
from smartcert.thai.numeral import (
    NUMERAL,
    SCALE,
    SCALES,
    ValueReadError,
    exact,
    regroup,
    simplify,
)
from smartcert.thai.unit import fold_unit
from smartcert.thai.word_list import word_lists

_LONGEST = 160

Direction = Literal["increase", "decrease", "maintain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What is aimed at, where that is no single figure."""

    kind: Literal["at-least", "at-most", "range", "change", "reached"]
    low: Fraction | None = None
    high: Fraction | None = None
    change: Fraction | None = None
    """Percent of the baseline, with its sign."""
    written: str

    @property
    def figure(self) -> Fraction | None:
        """The figure that is reached at the least; None where that takes a baseline, or none."""
        return self.low if self.low is not None else self.high


def figure_of(value: Any) -> Any:
    """Return the figure that a target comes to, or any other value as it is."""
    return value.figure if isinstance(value, Aim) else value


_PERCENT = rf"(?:(?:อัตรา)?ร้อยละ ?)?({NUMERAL}) ?(?:[%％]|percent|per cent|เปอร์เซ็นต์|เปอร์เซนต์)?"
_IS_PERCENT = lazy_pattern("ร้อยละ|[%％]|percent|per cent|เปอร์เซ็?นต์")
_TAKES_PERCENT = lazy_pattern(
    "ร้อยละ|[%％]|percent|per cent|เปอร์เซ็?นต์|สัดส่วน|อัตรา|share|rate|ratio|proportion|คะแนน|score"
)
_OF_SCALE = (
    rf"({NUMERAL}) ?(?:(?:คะแนน|points?) ?)?\(?(?:จาก|ใน|เต็ม|out of|/) ?({NUMERAL})"
    r"(?: ?(?:คะแนน|points?))?\)?"
)
_LEVEL = rf"(?:ระดับ|level) ?({NUMERAL})(?: ?(?:จาก|เต็ม|/|of|out of) ?({NUMERAL})(?: ?ระดับ)?)?"
_WITH_UNIT = rf"([-−–]?) ?({NUMERAL}) ?((?:[^0-9()]|(?<=m)[23])*)"
_IN_PERIOD = rf"(ปี|เดือน|วัน|ไตรมาส)ละ ?({NUMERAL}) ?([^0-9]*)"
_MONEY_FIRST = rf"((?:us ?)?\$|usd|€|£|¥) ?({NUMERAL}(?: ?(?:{SCALE}))?)"
_POINTED = r"[1-9][0-9]{0,2}\.[0-9]{3}"
_WHOLLY = rf"(?:แล้วเสร็จ|ครบ|บรรลุ|สำเร็จ|เป็น|อยู่ที่) ?(?P<value>(?:ร้อยละ ?)?{NUMERAL}.*)"
"""What is reached, before the figure: `แล้วเสร็จ 100%`."""
_YEAR = (
    r"(.+?) ?\(((?:ภายใน|ใน|ณ|สิ้น|by|in|ข้อมูล)? ?[^()]*[0-9]{4}|(?:ปี|พ\.?ศ\.?) ?[0-9]{2})\)",
    r"(.+?) ?((?:ภายใน|ใน|ณ|สิ้น|by|in) ?(?:สิ้น)?(?:ปี|พ\.?ศ)?[^0-9()]*[0-9]{4})",
    r"(.+?) ((?:ปี|พ\.?ศ\.?)[^0-9()]*[0-9]{4})",
)
"""A figure and behind it the year it stands for."""

_YEAR_FIRST = (
    r"(?P<year>(?:ภายใน|ใน|ณ)? ?(?:สิ้น)?ปี[^0-9()]{0,12}[0-9]{4}) ?(?:[:=]|เหลือ|เป็น|เท่ากับ|อยู่ที่|มี)? ?"
    rf"(?P<figure>[^0-9]*{NUMERAL}[^0-9]*)"
)
"""`ปี 2572 เหลือ 16 ตัน`."""

_LEAST = (
    r"(?:(?:มากกว่า|สูงกว่า)หรือเท่ากับ|ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|ขั้นต่ำ|มากกว่า|เกินกว่า|เกิน(?!กำหนด)"
    r"|at least|more than|over|no less than|not less than|≥|>=?)"
)
_MOST = (
    r"(?:(?:น้อยกว่า|ต่ำกว่า)หรือเท่ากับ|ไม่เกิน(?:กว่า)?|ไม่มากกว่า|ไม่สูงกว่า|น้อยกว่า|ต่ำกว่า|อย่างมาก|สูงสุด"
    r"|at most|less than|under|no more than|not more than|up to|≤|<=?)"
)
_OR_MORE = r"(?:ขึ้นไป|เป็นอย่าง(?:น้อย|ต่ำ)|or more|or above|up|\+)"
_OR_LESS = "(?:ลงมา|เป็นอย่างมาก|or less|or below)"
_IN_TIME = rf"ภายใน(?:ระยะ)?(?:เวลา)? ?({NUMERAL} ?(?:วินาที|นาที|ชั่วโมง|ชม|วัน|สัปดาห์|เดือน).*)"
"""A limit of time: `ภายใน 3 วัน`."""

_PERIOD = r"(?:(?:ปี|เดือน|วัน|ไตรมาส)ละ ?)?"
_UP = r"(?:เพิ่มขึ้น|เพิ่ม|สูงขึ้น|มากขึ้น|increase(?:d)?(?: by| of)?|\+)"
_DOWN = r"(?:ลดลง|ลด|ต่ำลง|น้อยลง|[-−–]|decrease(?:d)?(?: by| of)?|reduc(?:e|ed|tion)(?: by| of)?)"
_CHANGE = (
    rf"(?:({_UP})|({_DOWN})) ?(?:จากเดิม|จากปีฐาน|จากค่าฐาน)? ?(ปีละ)? ?({_LEAST}|{_MOST})? ?{_PERCENT}"
    r"(?: ?(?:จาก(?:เดิม|ปีฐาน|ค่าฐาน|ปี ?[0-9]{4})|of the baseline))?"
    r"( ?\(?(?:ต่อ|/|per ?)(?:ปี|year)\)?)?"
)
_RANGE = (
    rf"(?:ระหว่าง|between)? ?({_PERCENT}) ?(?:-|–|—|~|ถึง|to|(?<= )and) ?({_PERCENT})(?: ?([^0-9]+))?"
)
_STANDARD = r"(?:iso(?:/iec)?|iec|มอก\.?|tis|มาตรฐาน) ?[0-9][0-9:.-]*"
_REACHED = (
    r"(?:(?:มี|ผ่าน|ได้รับ(?:การ)?(?:รับรอง|ประกาศ|รางวัล)|แล้วเสร็จ|เปิด(?:ใช้|ให้)|บรรลุ|ครบ"
    rf"|achieved|certified|in place|passed)(?:[^0-9]|{_STANDARD}){{0,60}}"
    r"|ใช่|สำเร็จ|ดำเนินการแล้ว(?:เสร็จ)?|yes|done|completed)"
)
_FROM_TO = (
    (
        rf"จาก(?:เดิม)? ?(?:ร้อยละ ?)?{NUMERAL}[^0-9]{{0,20}}?(?:เหลือ(?:เพียง)?|เป็น)"
        rf" ?(?P<value>(?:ร้อยละ ?)?{NUMERAL}.*)"
    ),
    rf"{NUMERAL}[^0-9]{{0,20}}? ?(?:→|->|=>) ?(?P<value>{NUMERAL}.*)",
)
"""`จาก 32 เหลือ 16 ตัน`, `32 → 16`."""

_TO = (
    rf"(?:{_UP}|{_DOWN}) ?(?:จาก(?:เดิม)? ?(?:ร้อยละ ?)?(?:{NUMERAL})?[^0-9]{{0,20}})??"
    rf" ?(?:เหลือ(?:เพียง)?|เป็น|to) ?(?P<value>[^0-9]{{0,20}}{NUMERAL}.*)"
)
"""A figure that is reached by a change: `ลดลงเหลือ 16 ตัน`, `เพิ่มจาก 60 เป็นร้อยละ 80`."""


_REACHING = (_TO, *_FROM_TO, _WHOLLY)


def interpret_number(text: str, unit: str = "") -> Fraction | Loose:
    """Return a number in a unit, or one that is read loosely. Raises `ValueReadError`."""
    try:
        number = read_number(text)
    except ValueReadError as problem:
        found = _in_unit(simplify(text, _LONGEST), unit)
        if found is None and unit and problem.reason == "unit":
            # Without its unit it would be another figure, so that none is proposed.
            raise ValueReadError("unit") from None
        if found is None:
            raise problem
        return found
    if unit and _IS_PERCENT.search(text) and not _TAKES_PERCENT.search(unit.casefold()):
        raise ValueReadError("unit")
    _check_point(simplify(text), unit)
    return number


def _check_point(numeral: str, unit: str) -> None:
    """Raise `ValueReadError` for a point that may stand between thousands.

    Nothing that is counted has thousandths, and `45.000` is hardly 45 of anything.
    """
    size, of = _sized(re.sub("ต่อ(?:ปี|เดือน|วัน)$", "", fold_unit(unit)))
    if size > 1 or not re.fullmatch(_POINTED, numeral):
        return
    if numeral.endswith("000") or of in map(fold_unit, word_lists("values")["counted"]):
        either = (f"{float(numeral):g}", f"{int(numeral.replace('.', '')):,}")
        raise ValueReadError("point", either=either)


def unit_in(text: str) -> str:
    """Return the unit that stands behind a figure, where one does: `ตันต่อวัน` of `32 ตันต่อวัน`."""
    bare = simplify(text[:_LONGEST], _LONGEST)
    for pattern in _YEAR:
        if match := re.fullmatch(pattern, bare):
            bare = match[1]
    match = re.search(rf"{NUMERAL} ?([^0-9()]+)$", bare)
    return _sized(match[1].strip())[1] if match is not None else ""


def _in_unit(bare: str, unit: str) -> Loose | None:
    """Return the number of a text with its unit, of a scale, or with words around it."""
    if match := re.fullmatch(_OF_SCALE, bare):
        return Loose(exact(match[1]), "note") if exact(match[1]) <= exact(match[2]) else None
    if match := re.fullmatch(_LEVEL, bare):
        is_of = match[2] is None or exact(match[1]) <= exact(match[2])
        return Loose(exact(match[1]), "note") if is_of else None
    if (match := re.fullmatch(rf"ร้อยละ ?({NUMERAL}) ?(ของ[^0-9]+)", bare)) and unit:
        fits = fold_unit(unit) in ("ร้อยละ", fold_unit(f"ร้อยละ{match[2]}"))
        return Loose(exact(match[1]), "note") if fits else None
    if (meant := _as_usual(bare)) != bare:
        return _in_unit(meant, unit)
    if match := re.fullmatch(r"(?:ประมาณ|ราว|เฉลี่ย|about|around|approximately|[~≈]) ?(.+)", bare):
        number = _number(match[1], unit)
        return None if number is None else Loose(number, "about")
    if match := re.fullmatch(r"(.+?) ?\(([^0-9()]+)\)", bare):
        is_unit = bool(unit) and _factor(match[2], unit) is not None
        number = _number(f"{match[1]} {match[2]}" if is_unit else match[1], unit)
        is_size = not is_unit and (_sized(match[2])[0] > 1 or match[2] in ("k", "m"))
        return None if number is None or is_size else Loose(number, "note")
    number = _number(bare, unit)
    return None if number is None else Loose(number, "note")


def _number(text: str, unit: str) -> Fraction | None:
    """Return a number that has the unit behind it, or none; None for another unit."""
    if match := re.fullmatch(_IN_PERIOD, text.strip()):
        period, numeral, behind = match.groups()
        # `ปีละ 12 ครั้ง` is `12 ครั้งต่อปี`.
        units = {fold_unit(f"{behind}ต่อ{period}"), fold_unit(behind) if period == "ปี" else ""}
        if fold_unit(unit) in units or not behind:
            return exact(numeral)
        return None
    match = re.fullmatch(_WITH_UNIT, text.strip())
    if match is None:
        return _plain(text)
    sign, numeral, behind = match.groups()
    _check_point(numeral, behind or unit)
    if fold_unit(behind) == f"{fold_unit(unit)}ต่อปี":
        behind = unit
    factor = _factor(behind.strip(), unit)
    if factor is None:
        return _plain(text) if _TAKES_PERCENT.search(unit.casefold()) or not unit else None
    value = exact(numeral) * factor
    return -value if sign else value


def _as_usual(bare: str) -> str:
    """Return a figure with its currency behind it and commas between thousands."""
    if match := re.fullmatch(_MONEY_FIRST, bare):
        bare = f"{match[2]} {match[1]}"
    return regroup(bare)


def _plain(text: str) -> Fraction | None:
    try:
        return read_number(text)
    except ValueReadError:
        return None


def _factor(behind: str, unit: str) -> Fraction | None:
    """Return what a figure with a unit behind it is multiplied with to be in the item's unit."""
    if not behind or (unit and fold_unit(behind) == fold_unit(unit)):
        return Fraction(1)
    if behind in ("k", "m"):
        return None  # 12 m are metres or millions
    (own, of), (wanted, base) = _sized(behind), _sized(unit)
    same = not of or not unit or fold_unit(of) == fold_unit(base)
    return Fraction(own, wanted) if same else None


def _sized(unit: str) -> tuple[int, str]:
    """Part a unit into its size and the rest: `ล้านบาท` is a million and `บาท`."""
    match = re.match(rf"(?:{SCALE})(?![a-z])|[km](?= ?(?:[ก-๎]|thb|baht))", unit.strip())
    if match is None:
        return 1, unit
    size = SCALES.get(match[0]) or {"k": 10**3, "m": 10**6}[match[0]]
    return size, unit.strip()[match.end() :].strip()


def interpret_target(text: str, unit: str = "") -> Fraction | Aim | Loose:
    """Return a target: a figure, a limit, a range, a change, or that something is there."""
    try:
        return interpret_number(text, unit)
    except ValueReadError as problem:
        bare = simplify(text, _LONGEST)
        if match := next(filter(None, (re.fullmatch(to, bare) for to in _REACHING)), None):
            found = interpret_target(match["value"], unit)
            return Loose(found.value if isinstance(found, Loose) else found, "target")
        target = _limit(bare, unit, text) or _change(bare, unit, text) or _range(bare, unit, text)
        if target is None and re.fullmatch(_REACHED, bare) and "ไม่" not in bare:
            target = Aim(kind="reached", written=text)
        if target is None:
            raise problem
        return Loose(target, "target")


def _limit(bare: str, unit: str, text: str) -> Aim | None:
    if match := re.fullmatch(_IN_TIME, bare):
        bare = f"ไม่เกิน {match[1]}"
    for before, behind, is_least in ((_LEAST, _OR_MORE, True), (_MOST, _OR_LESS, False)):
        match = re.fullmatch(rf"{before} ?{_PERIOD}(.+)", bare) or re.fullmatch(
            rf"(.+?) ?{behind}", bare
        )
        if match is None:
            continue
        try:
            found = interpret_number(match[1], unit)
        except ValueReadError as problem:
            if problem.either:
                raise
            continue
        value = found.value if isinstance(found, Loose) else found
        if is_least:
            return Aim(kind="at-least", low=value, written=text)
        return Aim(kind="at-most", high=value, written=text)
    return None


def _change(bare: str, unit: str, text: str) -> Aim | Fraction | None:
    """Return a change in percent of the baseline; one that comes every year has no figure.

    Where the unit is the change itself (`ร้อยละที่เพิ่มขึ้น`) it is a figure. Of a share it may be points
    or a part of it, which is two things: `ValueReadError`.
    """
    bare = re.sub("ครึ่งหนึ่ง$|by half$", "ร้อยละ 50", bare)
    bare = re.sub(rf"^({_PERCENT}) (increase|reduction|decrease)$", r"\3 \1", bare)
    match = re.fullmatch(_CHANGE, bare)
    if match is None or not _IS_PERCENT.search(bare):
        return None
    percent = exact(match[5]) * (1 if match[1] else -1)
    if re.search("เพิ่ม|ลด|increase|decrease|reduc|change", unit.casefold()):
        return abs(percent)
    if _IS_PERCENT.search(unit.casefold()):
        raise ValueReadError("change-of-percent")
    is_yearly = match[3] or match[6]
    return Aim(kind="change", change=None if is_yearly else percent, written=text)


def _range(bare: str, unit: str, text: str) -> Aim | None:
    match = re.fullmatch(_RANGE, bare)
    if match is None:
        return None
    low, high, behind = exact(match[2]), exact(match[4]), (match[5] or "").strip()
    for numeral in (match[2], match[4]):
        _check_point(numeral, behind or unit)
    factor = _factor(behind, unit) if not _IS_PERCENT.fullmatch(behind) else Fraction(1)
    if factor is None or low >= high:
        return None
    return Aim(kind="range", low=low * factor, high=high * factor, written=text)


def split_year(text: str) -> tuple[str, Any]:
    """Return a text without the year behind it, and that year; no year where there is none."""
    bare = simplify(text, _LONGEST)
    for pattern in _YEAR:
        match = re.fullmatch(pattern, bare)
        if match is None:
            continue
        # `(กองสาธารณสุข, 2567)`: who says it, and when.
        if (year := _year(re.sub("^[^0-9]+, ?", "", match[2]))) is not None:
            return match[1].rstrip(" ,"), year
    match = re.fullmatch(_YEAR_FIRST, bare)
    if match is not None and (year := _year(match["year"].strip())) is not None:
        return match["figure"], year
    return text, None


def _year(text: str) -> Any:
    try:
        found = interpret_year(text)
    except ValueReadError:
        return None
    return found.value if isinstance(found, Loose) else found


def read_quantity(text: str) -> dict[str, Any] | None:
    """Return how many of what a text says and nothing else, or None: `96 ชุด`."""
    match = re.fullmatch(_WITH_UNIT, simplify(text[:_LONGEST], _LONGEST))
    if match is None or match[1] or not match[3].strip():
        return None
    size, unit = _sized(match[3].strip())
    return {"quantity": exact(match[2]) * size, "unit": unit} if unit else None
