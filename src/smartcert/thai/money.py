"""Money in baht, as Thai offices write it: 12,500,000 บาท, 26,963 ล้านบาท."""

from __future__ import annotations

import re
from fractions import Fraction

from smartcert.thai.unreadable import Unreadable
from smartcert.thai.value import LOOSE, NUMERAL, SCALE, SCALES, exact, grouped, hedged, hint, is_range, is_several, plain

_BAHT = "บาท|baht|thb|฿"
_AMOUNT = (
    rf"(?:{_BAHT})? ?({NUMERAL})(?: ?({SCALE}|ลบ\.?))?(?: ?\.-)?(?: ?(?:{_BAHT}))?(?: ?ถ้วน)?(?: ?\.-)?"
    r"(?: ?\([ก-๎ ]*บาท[ก-๎ ]*\))?"  # the amount in words, as on a cheque
)
_MILLIONS = ("ลบ", "ลบ.")
"""Short for ล้านบาท."""

_FOREIGN = r"[$€£¥]|usd|dollar|ดอลลาร์|ดอลล่าร์|eur|ยูโร|yen|เยน|หยวน|ปอนด์"
_LONGEST = 160
"""Characters; an amount may be said again in words behind it."""


def read_amount(text: str) -> Fraction:
    """Give an amount in baht, exact. Raises `Unreadable` for ranges, estimates, negative amounts and other currencies."""
    bare = plain(text, _LONGEST)
    match = re.fullmatch(_AMOUNT, bare)
    if match is None:
        raise _unreadable(bare)
    scale = match[2]
    return exact(match[1]) * (1 if scale is None else 10**6 if scale in _MILLIONS else SCALES[scale])


def format_amount(amount: Fraction, lang: str) -> str:
    """Write an amount of baht; satang only where there are some."""
    satang = round(abs(amount) * 100)
    baht, rest = divmod(satang, 100)
    sign = "-" if amount < 0 and satang else ""
    return f"{sign}{baht:,}{f'.{rest:02}' if rest else ''} {'บาท' if lang == 'th' else 'baht'}"


def _unreadable(bare: str) -> Unreadable:
    """Say what is wrong with text that is no amount."""
    if re.search(_FOREIGN, bare):
        return Unreadable("currency")
    if hedge := hedged(bare):
        return Unreadable(hedge[0], hint(read_amount, _with_unit(hedge[1])))
    if is_range(bare):
        return Unreadable("range")
    if re.match(rf"(?:฿|thb)? ?[-−–] ?{NUMERAL}", bare):
        return Unreadable("negative")
    if is_several(bare):
        return Unreadable("two-numbers")
    numerals = re.findall(LOOSE, bare)
    if (
        len(numerals) == 1
        and (match := re.search(rf"{numerals[0]}(?: ?(?:{SCALE}))?", bare))
        and re.search(rf"{_BAHT}|{SCALE}", bare)
    ):
        meant = match[0].replace(numerals[0], grouped(numerals[0]))
        return Unreadable("amount", hint(read_amount, _with_unit(meant)))
    return Unreadable("amount")


def _with_unit(amount: str) -> str:
    """Name the currency behind an amount that has none."""
    if re.search(_BAHT, amount):
        return amount
    return f"{amount} baht" if amount[-1:].isascii() and amount[-1:].isalpha() else f"{amount}{' ' * amount[-1:].isdigit()}บาท"
