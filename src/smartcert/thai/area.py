"""Areas: square kilometres, and rai, ngan and square wah. 1 km² is 625 rai; 1 rai is 4 ngan or 400 square wah."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from smartcert.thai.digits import arabic
from smartcert.thai.number import LONGEST, PLAIN
from smartcert.thai.unreadable import Unreadable

_SQUARE_METRES = {
    "km2": Fraction(10**6),
    "m2": Fraction(1),
    "ha": Fraction(10**4),
    "rai": Fraction(1600),
    "ngan": Fraction(400),
    "wah2": Fraction(4),
}
_NAMES = {
    "km2": ("ตารางกิโลเมตร", "ตร.กม.", "ตร.กม", "ตร. กม.", "sq km", "sq.km", "sqkm", "km²", "km2", "กม.²", "กม²"),
    "m2": ("ตารางเมตร", "ตร.ม.", "ตร.ม", "ตร. ม.", "sq m", "sqm", "m²", "m2"),
    "ha": ("เฮกตาร์", "hectares", "hectare", "ha"),
    "rai": ("ไร่", "rai"),
    "ngan": ("งาน", "ngan"),
    "wah2": ("ตารางวา", "ตร.ว.", "ตร.วา", "ตร.ว", "square wah", "sq wah", "sq.wah", "wah²", "wah2"),
}
_UNITS = {name: unit for unit, names in _NAMES.items() for name in names}
_WORDS = "|".join(re.escape(name) for name in sorted(_UNITS, key=len, reverse=True))
_PART = re.compile(rf"\s*({PLAIN})\s*({_WORDS})\s*,?(?:และ|and)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Extent:
    """An area."""

    km2: Fraction
    unit: str
    """The unit it is written in: km2, m2, ha, rai, ngan or wah2; the largest when there are several."""
    written: str


def read_area(text: str) -> Extent:
    """Give an area; `2 ไร่ 1 งาน 50 ตารางวา` adds up. Raises `Unreadable`, with the reason `no-unit` for a bare number."""
    plain = arabic(text.strip())
    if len(plain) > 2 * LONGEST:
        raise Unreadable("too-long")
    position, metres, unit = 0, Fraction(0), ""
    while position < len(plain):
        match = _PART.match(plain, position)
        if match is None:
            break
        here = _UNITS[match[2].lower()]
        metres += Fraction(match[1].replace(",", "")) * _SQUARE_METRES[here]
        unit, position = unit or here, match.end()
    if unit and not plain[position:].strip():
        return Extent(metres / 10**6, unit, text)
    if re.fullmatch(PLAIN, plain):
        raise Unreadable("no-unit", f"{plain} ตร.กม.")
    raise Unreadable("area")
