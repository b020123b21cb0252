"""Money in baht, as Thai offices write it: 12,500,000 บาท, 26,963 ล้านบาท, 5 ล้าน 5 แสนบาท."""

from __future__ import annotations

import re
from fractions import Fraction

from smartcert.thai.unreadable import ValueReadError
from smartcert.thai.value import (
    NUMERAL,
    SCALE,
    SCALES,
    exact,
    hedged,
    hint,
    is_mispointed,
    is_range,
    is_several,
    plain,
    respaced,
)

_BAHT = r"บาท|baht|thb|฿|บ\."
_MILLIONS = r"ล\.?บ\.?|m ?thb|m ?baht|m ?บาท|mb"
"""Short for ล้านบาท."""

_AMOUNT = (
    rf"(?:{_BAHT})? ?({NUMERAL})(?: ?(?:({SCALE})|({_MILLIONS})))?(?: ?\.-)?(?: ?(?:{_BAHT}))?(?: ?ถ้วน)?(?: ?\.-)?"
    r"(?: ?\([ก-๎ ]*บาท[ก-๎ ]*\))?"  # the amount in words, as on a cheque
)
_STEP = rf"([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+) ?({SCALE})"
_STEPS = rf"{_STEP}(?: ?{_STEP})+ ?(?:{_BAHT})?(?: ?ถ้วน)?"
"""One amount in steps: `5 ล้าน 5 แสนบาท`."""

_YEARLY = r"^ปีละ ?|(?: ?(?:ต่อ|/|per) ?(?:ปีงบประมาณ|ปี|year|annum)| a year)$"
_RATE = r"ต่อ|/|(?<!แ)ละ|per|\ba (?:year|month|day)\b|[x×*] ?[0-9]"
"""What makes another amount of one: per month, per head, times something."""

_LEAD = r"(?:(?:งบประมาณ|งบ|วงเงิน|จำนวนเงิน|จำนวน|รวมเป็นเงิน|รวมทั้งสิ้น|เป็นเงิน|รวม|มูลค่า|ค่าใช้จ่าย|budget|total|amount)[ :]*)+"
_FOREIGN = r"[$€£¥]|usd|dollar|ดอลลาร์|ดอลล่าร์|eur|ยูโร|yen|เยน|หยวน|ปอนด์"
_LONGEST = 160
"""Characters; an amount may be said again in words behind it."""


def read_amount(text: str) -> Fraction:
    """Return an amount in baht, exact. Raises `ValueReadError` for ranges, estimates, negative amounts and other currencies."""
    bare = plain(text, _LONGEST)
    match = re.fullmatch(_AMOUNT, bare)
    if match is None:
        return _in_steps(bare)
    numeral, scale, millions = match.groups()
    if scale is None and millions is None and re.search(r"\.[0-9]{3}", numeral):
        # No baht has a thousandth: here the point stands between thousands.
        raise ValueReadError("commas")
    return exact(numeral) * (10**6 if millions else SCALES[scale] if scale else 1)


def read_yearly(text: str) -> Fraction:
    """Return an amount in baht per year; `380,000 บาทต่อปี` says what the field says already. Raises `ValueReadError`."""
    bare = plain(text, _LONGEST)
    return read_amount(re.sub(_YEARLY, "", bare))


def format_amount(amount: Fraction, lang: str) -> str:
    """Write an amount of baht; satang only where there are some."""
    satang = round(abs(amount) * 100)
    baht, rest = divmod(satang, 100)
    sign = "-" if amount < 0 and satang else ""
    return f"{sign}{baht:,}{f'.{rest:02}' if rest else ''} {'บาท' if lang == 'th' else 'baht'}"


def _in_steps(bare: str) -> Fraction:
    """Add up an amount in steps, each of which is less than one of the step before. Raises `ValueReadError` for anything else."""
    if not re.fullmatch(_STEPS, bare):
        raise _unreadable(bare)
    amount, room = Fraction(0), None
    for numeral, scale in re.findall(_STEP, bare):
        step = exact(numeral) * SCALES[scale]
        if room is not None and step >= room:
            raise ValueReadError("two-numbers")
        amount, room = amount + step, SCALES[scale]
    return amount


def _unreadable(bare: str) -> ValueReadError:
    """Say what is wrong with text that is no amount. A hint is given only for what is surely the same amount."""
    if re.search(_FOREIGN, bare):
        return ValueReadError("currency")
    if is_mispointed(bare):
        return ValueReadError("commas")
    if hedge := hedged(bare):
        return ValueReadError(hedge[0], hint(read_amount, _with_unit(hedge[1])))
    if is_range(bare):
        return ValueReadError("range")
    if re.match(rf"(?:฿|thb)? ?[-−–] ?{NUMERAL}", bare):
        return ValueReadError("negative")
    if re.search(_RATE, bare):
        return ValueReadError("rate")
    meant = respaced(re.sub(rf"^{_LEAD}|(?<=[ก-๎])กว่า(?=บาท)", "", bare))
    if meant != bare and (sure := hint(read_amount, _with_unit(meant))):
        return ValueReadError("amount", sure)
    return ValueReadError("two-numbers" if is_several(bare) else "amount")


def _with_unit(amount: str) -> str:
    """Name the currency behind an amount that has none."""
    if re.search(_BAHT, amount) or not amount:
        return amount
    return (
        f"{amount} baht"
        if amount[-1:].isascii() and amount[-1:].isalpha()
        else f"{amount}{' ' * amount[-1:].isdigit()}บาท"
    )
