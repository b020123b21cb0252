"""Numbers in Thai words: `ห้าแสน`, `สิบสองล้านสี่แสน`."""

from __future__ import annotations

import re
from fractions import Fraction

from smartcert.patterns import lazy_pattern
from smartcert.thai.numeral import ValueReadError, exact

_DIGITS = {
    word: value
    for value, words in enumerate(
        ("ศูนย์", "หนึ่ง เอ็ด", "สอง ยี่", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
    )
    for word in words.split()
}
_DIGIT = "|".join(_DIGITS)
_PLACES = {"แสน": 10**5, "หมื่น": 10**4, "พัน": 10**3, "ร้อย": 100}
_MILLION = {"ล้าน": 10**6}
_BELOW_MILLION = lazy_pattern(
    "".join(f"(?:({_DIGIT}){place})?" for place in _PLACES) + f"(?:({_DIGIT})?(สิบ))?({_DIGIT})?"
)
"""`สองแสนสี่หมื่น`, `สิบเอ็ด`: each place at most once, from the largest down."""

_AMOUNT = lazy_pattern(r"([ก-๎]+?)บาท(ถ้วน|([ก-๎]+)สตางค์)?")
_LONGEST = 160

_IMPLIED = lazy_pattern(f"(?:แสน|หมื่น|พัน|ร้อย)(?={_DIGIT})")
"""`แสนสองหมื่น` leaves out that it is one; `แสนบาท` alone is a unit without its number."""

_MILLION_AND_MORE = lazy_pattern(f"ล้าน(?={_DIGIT})")
_HALVES = tuple(
    lazy_pattern(half.replace("SCALE", "(ล้าน|แสน|หมื่น|พัน|ร้อย)"))
    for half in ("(.*)SCALEครึ่ง", "()ครึ่งSCALE")
)
"""`สองล้านครึ่ง`, `ครึ่งล้าน`."""

_CLIPPED = lazy_pattern(rf"(?:ล้าน|แสน|หมื่น|พัน)(?!เอ็ด|ศูนย์)(?:{_DIGIT})(?:ล้าน|$)")
"""`สองล้านห้า` is 2,500,000 where people talk, and 2,000,005 on a cheque."""

_SPOKEN = lazy_pattern(
    rf"([1-9][0-9,]*|[ก-๎ ]*?) ?(ล้าน|แสน|หมื่น|พัน) ?(ครึ่ง|(?!เอ็ด|ศูนย์)(?:{_DIGIT})|[1-9])"
)
"""`1 ล้านครึ่ง`, `2 ล้าน 5`: the last digit is of the next smaller place, or of the ones."""


def read_number_words(text: str) -> int | None:
    """Return the number that Thai words say, or None when they say none: `ห้าแสน` is 500,000.

    What may be two numbers, such as `สองล้านห้า`, is none.
    """
    packed = text.replace(" ", "")
    if not packed or len(packed) > _LONGEST or _CLIPPED.search(packed):
        return None
    return _number(packed)


def _number(packed: str) -> int | None:
    for pattern in _HALVES:
        if match := pattern.fullmatch(packed):
            unit = (_PLACES | _MILLION)[match[2]]
            whole = _number(match[1] + match[2]) if match[1] else unit * packed.endswith("ครึ่ง")
            return None if whole is None else whole + unit // 2
    if _MILLION_AND_MORE.match(packed):
        packed = f"หนึ่ง{packed}"
    head, *others = packed.split("ล้าน")
    whole = _below_million(head)
    for part in others:
        # สองล้านล้าน has nothing between its two.
        below = _below_million(part) if part else 0
        if whole is None or below is None:
            return None
        whole = whole * 10**6 + below
    return whole


def read_amount_words(text: str) -> Fraction | None:
    """Return the amount in baht that Thai words say, or None: `ห้าแสนบาทถ้วน`."""
    match = _AMOUNT.fullmatch(text.replace(" ", ""))
    if match is None:
        return None
    # Who closes an amount with ถ้วน or satang writes it as on a cheque, every place in full.
    baht = _number(match[1]) if match[2] else read_number_words(match[1])
    satang = read_number_words(match[3]) if match[3] else 0
    if baht is None or satang is None or satang > 99:
        return None
    return Fraction(baht * 100 + satang, 100)


def read_spoken(bare: str, unit: str = "") -> int | None:
    """Return the number of `1 ล้านครึ่ง` or `ล้านห้า`, or None where text is not said like that.

    Raises `ValueReadError` for `สองล้านห้า` and `2 ล้าน 5`; `unit` is what it has behind it.
    """
    match = _SPOKEN.fullmatch(bare)
    if match is None or len(bare) > _LONGEST:
        return None
    number, size, more = match[1].replace(" ", ""), (_PLACES | _MILLION)[match[2]], match[3]
    if more == "ครึ่ง" and not re.match("[0-9]", number):
        return None  # in words all through
    if number[:1].isdigit():
        base = int(exact(number)) * size
    else:
        base = (_number(f"{number}{match[2]}") if number else size) or 0
    if not base:
        return None
    if more == "ครึ่ง":
        return base + size // 2
    digit = _DIGITS.get(more) or int(more)
    spoken = base + digit * size // 10
    if not number:
        return spoken  # ล้านห้า is never 1,000,005
    raise ValueReadError("spoken", either=(f"{spoken:,}{unit}", f"{base + digit:,}{unit}"))


def _below_million(text: str) -> int | None:
    if _IMPLIED.match(text):
        text = f"หนึ่ง{text}"
    match = _BELOW_MILLION.fullmatch(text) if text else None
    if match is None:
        return None
    *places, tens, ten, ones = match.groups()
    number = sum(
        _DIGITS[digit] * place
        for digit, place in zip(places, _PLACES.values(), strict=True)
        if digit
    )
    number += 10 * _DIGITS[tens or "หนึ่ง"] if ten else 0
    return number + (_DIGITS[ones] if ones else 0)
