"""Money in baht, as Thai offices write it: 12,500,000 บาท, 26,963 ล้านบาท."""

from __future__ import annotations

import re
from fractions import Fraction

from smartcert.thai.digits import arabic
from smartcert.thai.number import LONGEST, PLAIN
from smartcert.thai.unreadable import Unreadable

_SCALES = {
    "": 1,
    "พัน": 10**3,
    "หมื่น": 10**4,
    "แสน": 10**5,
    "ล้าน": 10**6,
    "สิบล้าน": 10**7,
    "ร้อยล้าน": 10**8,
    "พันล้าน": 10**9,
    "หมื่นล้าน": 10**10,
    "แสนล้าน": 10**11,
    "ล้านล้าน": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
_WORDS = "|".join(sorted(filter(None, _SCALES), key=len, reverse=True))
_AMOUNT = re.compile(rf"(?:฿|thb|บาท)?\s*({PLAIN})\s*({_WORDS}|)\s*(?:บาท|baht|thb|฿)?(?:ถ้วน)?(?:\s*\.-)?", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:-|–|—|ถึง|to)\s*\d")
_ABOUT = re.compile(r"^(?:ประมาณ|ราว|ราว ๆ|ไม่เกิน|เกือบ|กว่า|about|approx\.?|ca\.?|~)\s*")


def read_amount(text: str) -> Fraction:
    """Give an amount in baht, exact. Raises `Unreadable` for ranges, estimates and negative amounts."""
    plain = arabic(text.strip())
    if len(plain) > LONGEST + 20:
        raise Unreadable("too-long")
    match = _AMOUNT.fullmatch(plain)
    if match is not None:
        return Fraction(match[1].replace(",", "")) * _SCALES[match[2].lower()]
    if _RANGE.search(plain):
        raise Unreadable("range")
    estimate = _ABOUT.sub("", plain)
    if estimate != plain and _AMOUNT.fullmatch(estimate):
        raise Unreadable("estimate", estimate)
    raise Unreadable("amount")


def format_amount(amount: Fraction, lang: str) -> str:
    """Write an amount of baht; satang only where there are some."""
    number = f"{int(amount):,}" if amount.denominator == 1 else f"{float(amount):,.2f}"
    return f"{number} {'บาท' if lang == 'th' else 'baht'}"
