"""Areas that are not written plainly: `ประมาณ 46 ตร.กม.`, `46 ตร.กม. ครอบคลุม 9 หมู่บ้าน`."""

from __future__ import annotations

import re

from smartcert.thai.area import LandArea, read_area
from smartcert.thai.loose import How, Loose
from smartcert.thai.numeral import NUMERAL, ValueReadError, simplify

_LONGEST = 200
_NOTE = (
    r"(.+?) ?\(([^()]+)\)",
    r"(.+?),? ?((?:ครอบคลุม|ประกอบด้วย|แบ่งเป็น|ทั้งเขต|ทั้งหมด|ใน|covering|in) ?[^()]*)",
    r"(.+?),? ([0-9]+ ?(?:ตำบล|หมู่บ้าน|ชุมชน|อำเภอ|แขวง|เขต|จังหวัด))",
)
"""An area and words about it, which may count other things."""


def interpret_area(text: str) -> LandArea | Loose:
    """Return an area, or one that is read loosely. Raises `ValueReadError`."""
    try:
        return read_area(text)
    except ValueReadError as problem:
        if problem.reason in ("estimate", "bound", "area") and problem.hint:
            how: How = "note" if problem.reason == "area" else "about"
            return Loose(read_area(problem.hint)._replace(written=text), how)
        bare = simplify(text, _LONGEST)
        in_unit = re.fullmatch(rf"({NUMERAL}) ?\(([^()]+)\)", bare)
        if in_unit is not None and (area := _read(f"{in_unit[1]} {in_unit[2]}")) is not None:
            return Loose(area._replace(written=text), "unit-in-brackets")
        for pattern in _NOTE:
            match = re.fullmatch(pattern, bare)
            area = _read(match[1]) if match is not None else None
            if match is not None and area is not None and not _says_area(match[2]):
                return Loose(area._replace(written=text), "note")
        raise problem


def _says_area(text: str) -> bool:
    """Whether words about an area say another: `(เขตเมือง 12 ตร.กม.)`, or a number alone."""
    return _read(text) is not None or re.search(r"[0-9] ?(?:ตร|ไร่|rai|km|sq|ha)", text) is not None


def _read(text: str) -> LandArea | None:
    try:
        return read_area(text)
    except ValueReadError:
        return None
