"""Numbers: strict, exact, with Thai or Arabic digits."""

from __future__ import annotations

import re
from fractions import Fraction

from smartcert.thai.digits import arabic
from smartcert.thai.unreadable import Unreadable

LONGEST = 40
"""Characters; a longer number is no number of this world, and costs time to read."""

PLAIN = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A number without its sign; commas stand between thousands or not at all."""

_NUMBER = re.compile(rf"([-−–]?)\s*({PLAIN})")
_PERCENT = re.compile(r"^(?:ร้อยละ|อัตราร้อยละ)\s*|\s*(?:%|เปอร์เซ็นต์|percent)$")
_COUNTER = re.compile(
    r"\s*(?:คน|ราย|แห่ง|จุด|หน่วย|อัตรา|ครั้ง|ครัวเรือน|หลังคาเรือน|หลัง|ชุมชน|หมู่บ้าน|โครงการ|people|persons|residents|users)$"
)


def read_number(text: str) -> Fraction:
    """Give a number; `85%` and `ร้อยละ 85` are 85. Raises `Unreadable`."""
    return _read(_PERCENT.sub("", text.strip(), count=1))


def read_whole(text: str) -> int:
    """Give a whole number; a counting word may follow (`147,579 คน`). Raises `Unreadable`."""
    value = _read(_COUNTER.sub("", text.strip()))
    if value.denominator != 1 or "." in text:
        raise Unreadable("not-whole", f"{round(value):,}")
    return int(value)


def _read(text: str) -> Fraction:
    if len(text) > LONGEST:
        raise Unreadable("too-long")
    match = _NUMBER.fullmatch(arabic(text))
    if match is None:
        raise Unreadable("number", _meant(text))
    value = Fraction(match[2].replace(",", ""))
    return -value if match[1] else value


def _meant(text: str) -> str | None:
    """Guess at a number with misplaced commas or a unit behind it."""
    found = re.match(r"\s*([-−–]?\d[\d,]*(?:\.\d+)?)", arabic(text))
    if found is None:
        return None
    digits = found[1].replace(",", "").replace("−", "-").replace("–", "-")
    return f"{int(digits):,}" if "." not in digits else digits
