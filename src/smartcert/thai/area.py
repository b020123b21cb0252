"""Areas: 1 km² is 625 rai, and 1 rai is 4 ngan or 400 square wah."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from smartcert.thai.numeral import (
    NUMERAL,
    SCALE,
    SEVERAL,
    UNSURE,
    Sign,
    ValueReadError,
    diagnose,
    exact,
    simplify,
    without,
)

_SQUARE_METRES = {
    "km2": Fraction(10**6),
    "ha": Fraction(10**4),
    "mi2": Fraction("2589988.110336"),
    "acre": Fraction("4046.8564224"),
    "rai": Fraction(1600),
    "ngan": Fraction(400),
    "wah2": Fraction(4),
    "m2": Fraction(1),
}
_NAMES = {
    "km2": "ตารางกิโลเมตร ตรกม ตารางกม ตรกิโลเมตร กม² sqkm km² ㎢ squarekilometres squarekilometers"
    " squarekilometre squarekilometer squarekm",
    "m2": "ตารางเมตร ตรม ตรเมตร ม² sqm m² ㎡ squaremetres squaremeters squaremetre squaremeter",
    "mi2": "ตารางไมล์ ตรไมล์ sqmi squaremile squaremiles sqmile sqmiles mi² mile²",
    "acre": "เอเคอร์ acre acres",
    "ha": "เฮกตาร์ เฮกแตร์ hectares hectare ha",
    "rai": "ไร่ rai",
    "ngan": "งาน ngan",
    "wah2": "ตารางวา ตรว ตรวา วา² sqwah squarewah wah² sqwa squarewa",
}
_UNITS = {name: unit for unit, names in _NAMES.items() for name in names.split()}
"""Names without dots and spaces."""

_POINTED = r"[1-9][0-9]{0,2}\.[0-9]{3}", r"[1-9][0-9]{0,2}\.000"
"""A point that may part thousands; square kilometres do have three decimals."""

_DEED = ("rai", "ngan", "wah2")
"""Units that add up to one area, in the order of a title deed."""

_PART = rf"((?>{NUMERAL})) ?([^0-9()/]++)"
"""A numeral and its unit; neither gives back what it took, so that reading stays linear."""

_RAI_NGAN_WAH = r"([0-9,]+)-([0-3])-([0-9]{1,2}(?:\.[0-9]+)?) ?(?:ไร่|rai)"
"""A title deed's way: `2-1-50 ไร่`."""

_TWICE = r"(.+?)[ ,]*(?:\(|/|หรือ|คิดเป็น|or ) ?(?:หรือ|คิดเป็น|or)? ?(?:ประมาณ|about)? ?([^()]+?)\)?"
"""One area in two units: `46 ตร.กม. (28,750 ไร่)`."""

_LEAD = r"^(?:(?:มี(?=[พเข])|พื้นที่|เนื้อที่|ขนาด|จำนวน|รวมทั้งสิ้น|ทั้งสิ้น|ทั้งหมด|รวม|area|size|total)[ :]*)+"
_SIGNS = (
    Sign("no-unit", rf"^{NUMERAL}(?: ?(?:{SCALE}))?$"),
    *UNSURE,
    Sign("negative", "^[-−–]"),
    Sign("area", without(_LEAD), if_read=True),  # พื้นที่ 46 ตร.กม.
    SEVERAL,
)
_LONGEST = 120
"""Characters; an area may be said in two units."""


class LandArea(NamedTuple):
    """An area."""

    km2: Fraction
    unit: str
    """The unit it is written in: km2, m2, mi2, ha, acre, rai, ngan, wah2; the first of several."""
    written: str


def read_area(text: str) -> LandArea:
    """Return an area; `2 ไร่ 1 งาน 50 ตารางวา` adds up. Raises `ValueReadError`."""
    # ตร.กม.2, km^2 and wah2 have one 2 that is no numeral.
    bare = re.sub(r"(?<=[a-zก-ฮา])\.?\^?2(?![0-9])", "²", simplify(text, _LONGEST))
    found = _measured(bare) or _measured_twice(bare)
    if found is None:
        raise diagnose(bare, "area", read_area, _SIGNS)
    metres, unit = found
    return LandArea(metres / 10**6, unit, text)


def _measured(bare: str) -> tuple[Fraction, str] | None:
    """Return square metres and the first unit, or None when text is no area."""
    if match := re.fullmatch(_RAI_NGAN_WAH, bare):
        rai, ngan, wah = match.groups()
        bare = f"{rai} ไร่ {ngan} งาน {wah} วา"
    if not re.fullmatch(f"(?:{_PART})+", bare):
        return None
    metres = Fraction(0)
    units: list[str] = []
    for numeral, name in re.findall(_PART, bare):
        # In 6.8 ล้านไร่ the name is ล้านไร่; in 2 ไร่ และ 50 ตร.ว. the first is ไร่ และ.
        short = re.sub("[ .,-]", "", name).removesuffix("และ").removesuffix("and")
        match = re.match(SCALE, short)
        scale = match[0] if match else ""
        short = short.removeprefix(scale)
        # A wah alone is a length; behind rai and ngan it is short for a square one.
        unit = "wah2" if short == "วา" and units else _UNITS.get(short)
        if unit is None:
            return None
        if not scale and re.fullmatch(_POINTED[unit == "km2"], numeral):
            # 15.000 ไร่ is 15 or 15,000.
            either = numeral.rstrip("0").rstrip("."), f"{int(numeral.replace('.', '')):,}"
            raise ValueReadError("point", either=tuple(f"{n} {name.strip()}" for n in either))
        metres += exact(numeral, scale) * _SQUARE_METRES[unit]
        units.append(unit)
    in_order = len(units) == 1 or units == [unit for unit in _DEED if unit in units]
    return (metres, units[0]) if in_order else None


def _measured_twice(bare: str) -> tuple[Fraction, str] | None:
    """Return the first of two ways of saying one area; they may differ by no more than rounding."""
    match = re.fullmatch(_TWICE, bare)
    if match is None:
        return None
    found, again = _measured(match[1]), _measured(match[2])
    if found is None or again is None:
        return None
    if abs(found[0] - again[0]) * 100 > found[0]:
        raise ValueReadError("two-numbers")
    return found
