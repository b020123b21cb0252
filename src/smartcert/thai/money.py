"""Money in baht, as Thai offices write it: 12,500,000 บาท, 26,963 ล้านบาท, 5 ล้าน 5 แสนบาท."""

from __future__ import annotations

import re
from fractions import Fraction

from smartcert.thai.number_words import read_amount_words
from smartcert.thai.numeral import (
    NUMERAL,
    SCALE,
    SCALES,
    SEVERAL,
    UNSURE,
    Sign,
    ValueReadError,
    diagnose,
    exact,
    simplify,
    without,
)

_BAHT = r"บาท|baht|thb|฿|บ\."
_MILLIONS = r"ล\.?บ\.?|ล\.|mm? ?thb\.?|m ?baht|m ?บาท|m ?฿|m\.?b\.?"
"""Short for ล้านบาท."""

_AMOUNT = (
    rf"(?:{_BAHT}|bt?(?= ?[0-9]))? ?({NUMERAL})(?: ?(?:({SCALE})|({_MILLIONS})))?"
    rf"(?: ?[./]-)?(?: ?(?:{_BAHT}))?(?: ?ถ้วน)?(?: ?[./]-)?"
    r"(?: ?\(([ก-๎ ]*(?:บาท|สตางค์)[ก-๎ ]*)\))?"  # the amount in words, as on a cheque
)
"""`฿1,200`, `12.5 ล้านบาท`, `26,963 ลบ.`, `1,200.-`, `1,200 บาท (หนึ่งพันสองร้อยบาทถ้วน)`."""

_STEP = rf"([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+) ?({SCALE})"
_STEPS = rf"{_STEP}(?: ?{_STEP})+ ?(?:{_BAHT})?(?: ?ถ้วน)?"
"""One amount in steps: `5 ล้าน 5 แสนบาท`."""

_YEARLY = r"^ปีละ ?|(?: ?(?:ต่อ|/|per) ?(?:ปีงบประมาณ|ปี|year|annum)| a year)$"
"""What a field for yearly cost says already: `ปีละ 5 แสนบาท`, `380,000 บาท/ปี`."""

_RATE = r"ต่อ|/|(?<!แ)ละ|per|\ba (?:year|month|day)\b|[x×*] ?[0-9]"
"""What makes another amount of one: per month, per head, times something."""

_LEAD = (
    r"(?:(?:งบประมาณ|งบ|วงเงิน|จำนวนเงิน|จำนวน|รวมเป็นเงิน|รวมทั้งสิ้น|เป็นเงิน|รวม|มูลค่า|ค่าใช้จ่าย"
    r"|budget|total|amount)[ :]*)+"
)
_SIGNS = (
    Sign("currency", r"[$€£¥]|usd|dollar|ดอลลาร์|ดอลล่าร์|เหรียญ|eur|ยูโร|yen|เยน|หยวน|ปอนด์"),
    *UNSURE,
    Sign("negative", rf"^(?:฿|thb)? ?[-−–] ?{NUMERAL}"),
    Sign("rate", _RATE),
    # งบประมาณ 5 ล้านบาท, 5 ล้านกว่าบาท
    Sign("amount", without(rf"^{_LEAD}|(?<=[ก-๎])กว่า(?=บาท)"), if_read=True),
    SEVERAL,
)
_LONGEST = 160
"""Characters; an amount may be said again in words behind it."""


def read_amount(text: str) -> Fraction:
    """Return an amount in baht, exact, zero or more. Raises `ValueReadError`."""
    bare = simplify(text, _LONGEST)
    match = re.fullmatch(_AMOUNT, bare)
    if match is None:
        return _in_steps(bare)
    numeral, scale, millions, words = match.groups()
    if scale is None and millions is None and re.search(r"\.[0-9]{3}", numeral):
        # No baht has a thousandth: here the point stands between thousands.
        raise ValueReadError("commas")
    amount = exact(numeral, "ล้าน" if millions else scale)
    if words is not None and read_amount_words(words) != amount:
        # `26,963 (ล้านบาท)`, or a cheque whose words say another amount.
        raise ValueReadError("brackets")
    return amount


def read_yearly(text: str) -> Fraction:
    """Return an amount in baht per year, also `380,000 บาทต่อปี`. Raises `ValueReadError`."""
    return read_amount(re.sub(_YEARLY, "", simplify(text, _LONGEST)))


def format_amount(amount: Fraction, lang: str) -> str:
    """Return an amount of baht in words; satang only where there are some."""
    satang = round(abs(amount) * 100)
    baht, rest = divmod(satang, 100)
    sign = "-" if amount < 0 and satang else ""
    return f"{sign}{baht:,}{f'.{rest:02}' if rest else ''} {'บาท' if lang == 'th' else 'baht'}"


def _in_steps(bare: str) -> Fraction:
    """Return the sum of steps, each less than one of the step before. Raises `ValueReadError`."""
    if not re.fullmatch(_STEPS, bare):
        raise diagnose(bare, "amount", read_amount, _SIGNS, _in_baht)
    amount, room = Fraction(0), None
    for numeral, scale in re.findall(_STEP, bare):
        step = exact(numeral, scale)
        if room is not None and step >= room:
            raise ValueReadError("two-numbers")
        amount, room = amount + step, SCALES[scale]
    return amount


def _in_baht(amount: str) -> str:
    """Return an amount with the currency behind it: `500 บาท`, `5 ล้านบาท`, `5 million baht`."""
    if re.search(_BAHT, amount) or not amount:
        return amount
    last = amount[-1]
    if last.isascii() and last.isalpha():
        return f"{amount} baht"
    return f"{amount} บาท" if last.isdigit() else f"{amount}บาท"
