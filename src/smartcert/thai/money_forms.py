"""Amounts that are not written plainly: `12.4 (ล้านบาท)`, `ประมาณ 6 ล้านบาท`, `30,000 บาท/เดือน`.

A form is read where it can mean one amount only. What is left of a text when a form is taken off is
read in the same way, so that `ประมาณ 12.4 (ล้านบาท)` has two.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from smartcert.thai.loose import How, Loose
from smartcert.thai.money import read_amount, read_yearly
from smartcert.thai.number_words import read_amount_words
from smartcert.thai.numeral import NUMERAL, SCALE, ValueReadError, exact, simplify
from smartcert.thai.word_list import word_lists

Per = Literal["total", "year", "project"]
"""What a field asks for: an amount, one per year, or that of a project, which may be one a year."""

LEAST_BARE = 1000
"""Baht. Nothing in a proposal costs less: a smaller number without a unit is in millions."""

_LONGEST = 160
_MONEY = rf"(?:(?<![ก-๎a-z])(?:{SCALE}))?(?:บาท|baht|thb)|(?<![ก-๎a-z])(?:{SCALE})(?![ก-๎a-z])|ลบ|ล้าน"
"""A unit of money, wherever it stands."""

_UNIT = rf"(?:(?:{SCALE}) ?)?(?:บาท|baht|thb|฿)|{SCALE}|ล\.?บ\.?|m ?baht|mb"
_RATE = r"(?: ?(?:ต่อ|/|per) ?[a-zก-๎]+)?"
_BRACKET = r"(.+?) ?\(([^()]+)\)(?: ?(บาท|baht))?"
"""`12.4 (ล้านบาท)`, `360,000 (30,000 บาท x 12 เดือน)`."""

_ABOUT_WORDS = (
    r"(?:เป็น)?(?:โดย)?(?:ประมาณ(?:การ)?|ราว ?ๆ?|เกือบ|กว่า|คาดว่า|estimated|estimate|about|around"
    r"|approximately|approx\.?|nearly|ca\.?|[~≈±])"
)
_LIMIT_WORDS = (
    r"(?:วงเงิน)?(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|ไม่มากกว่า|มากกว่า|น้อยกว่า|อย่างน้อย|อย่างมาก|ขั้นต่ำ|สูงสุด|เกิน"
    r"|at least|at most|up to|more than|less than|over|under|[<>]=?|[≤≥])"
)
_ABOUT = (
    rf"(?:{_ABOUT_WORDS}|{_LIMIT_WORDS}) ?(.+)",
    r"(.+?) ?(?:เศษ|กว่า|โดยประมาณ|ขึ้นไป|or more|or less)",
    r"(.+(?:ล้าน|แสน|หมื่น|พัน|ร้อย))กว่า(บาท)",
)
"""What leaves an amount open a little: it is kept as written."""

_LEAD = (
    r"(?:(?:งบประมาณ|งบ|วงเงิน|จำนวนเงิน|จำนวน|รวมเป็นเงิน|รวมทั้งสิ้น|เป็นเงิน|รวม|มูลค่า|ค่าใช้จ่าย"
    r"|ทั้งสิ้น|budget|total|amount)[ :]*)+(.+)"
)
_TAIL = (
    r"(.+?),? (?:(?:ไม่)?รวม|รวมทั้ง|excluding|including|incl\.|excl\.) ?"
    r"(?:ภาษี[ก-๎ ]*|vat)(?: ?7 ?%)?(?:แล้ว)?"
)
_SPACED = r"[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?"

_PER_MONTH = (
    r"(.+?) ?(?:(?:ต่อ|/|per) ?(?:เดือน|month)|a month)",
    r"(?:เดือนละ|รายเดือน) ?(.+)",
)
_EACH_YEAR = (
    r"(.+?) ?(?:(?:ต่อ|/|per) ?(?:ปีงบประมาณ|ปี|year|annum)|a year)",
    r"ปีละ ?(.+)",
)
_TIMES = r" ?(?:[x×*]|คูณ) ?(?=[0-9])"
_FACTOR = rf"({NUMERAL}) ?(?![0-9])([ก-๎a-z.]*)"

_PRIORITY: tuple[How, ...] = (
    "unit-in-brackets", "per-month", "each-year", "product", "in-words", "zero", "about", "note",
)  # fmt: skip
"""Of several forms of one text, the one that changes most is told."""


class _Found(NamedTuple):
    amount: Fraction
    forms: tuple[How, ...] = ()


def interpret_amount(text: str, per: Per = "total") -> Fraction | Loose:
    """Return an amount in baht, or one that is read loosely. Raises `ValueReadError`."""
    bare = simplify(text, _LONGEST)
    found = _read(bare, per)
    how = next((form for form in _PRIORITY if form in found.forms), None)
    return found.amount if how is None else Loose(found.amount, how)


def _read(bare: str, per: Per) -> _Found:
    """Return the amount of a text as it stands, or of what is left of it without a form."""
    try:
        return _Found(_plain(bare, per))
    except ValueReadError as problem:
        for form in (_zero, _words, _about, _bracket, _rate, _product, _around):
            found = form(bare, per)
            if found is not None:
                return found
        raise problem


def _plain(bare: str, per: Per) -> Fraction:
    """Return an amount that is written plainly; a small one needs a unit."""
    amount = read_yearly(bare) if per == "year" else read_amount(bare)
    if 0 < amount < LEAST_BARE and re.fullmatch(NUMERAL, bare):
        raise ValueReadError("no-money-unit", either=(f"{bare} ล้านบาท", f"{bare} บาท"))
    return amount


def _zero(bare: str, _: Per) -> _Found | None:
    packed = bare.strip("() .").replace(" ", "")
    says = packed in word_lists("values")["no-money"] or re.fullmatch("[ก-๎]{2,40}จ่ายให้", packed)
    return _Found(Fraction(0), ("zero",)) if says else None


def _words(bare: str, _: Per) -> _Found | None:
    amount = read_amount_words(bare)
    return None if amount is None else _Found(amount, ("in-words",))


def _about(bare: str, per: Per) -> _Found | None:
    for pattern in _ABOUT:
        if match := re.fullmatch(pattern, bare):
            return _with("about", _read("".join(match.groups()), per))
    return None


def _rate(bare: str, per: Per) -> _Found | None:
    """Return the yearly amount of a monthly rate, where a year is asked for."""
    for pattern in _PER_MONTH if per == "year" else ():
        if match := re.fullmatch(pattern, bare):
            found = _read(match[1], "total")
            return _Found(found.amount * 12, ("per-month", *found.forms))
    for pattern in _EACH_YEAR if per == "project" else ():
        if match := re.fullmatch(pattern, bare):
            return _with("each-year", _read(match[1], "total"))
    return None


def _product(bare: str, per: Per) -> _Found | None:
    amount = _multiplied(bare, per)
    return None if amount is None else _Found(amount, ("product",))


def _multiplied(bare: str, per: Per) -> Fraction | None:
    """Return what a product comes to: `30,000 บาท x 12 เดือน`, `15,000 x 4 ปี = 60,000 บาท`."""
    product, _, result = bare.partition("=")
    parts = re.split(_TIMES, product.strip())
    if len(parts) < 2:
        return None
    amounts: list[Fraction] = []
    for part in parts:
        match = re.fullmatch(_FACTOR, part.strip())
        if match is not None and not re.search(_MONEY, match[2]):
            if per == "year" and match[2] in ("ปี", "year", "years"):
                return None  # the amount of several years
            amounts.append(exact(match[1]))
            continue
        amounts.append(_read(part.strip(), "total").amount)
    total = Fraction(1)
    for amount in amounts:
        total *= amount
    if result and read_amount(result.strip()) != total:
        raise ValueReadError("two-numbers")
    return total


def _around(bare: str, per: Per) -> _Found | None:
    """Return the amount among words that say nothing more: `งบประมาณ 5 ล้านบาท`."""
    meant = re.sub(_SPACED, lambda n: n[0].replace(" ", ","), bare)
    for pattern in (_LEAD, _TAIL):
        if match := re.fullmatch(pattern, meant):
            meant = match[1]
    return None if meant == bare else _with("note", _read(meant, per))


def _bracket(bare: str, per: Per) -> _Found | None:
    """Return an amount with something in brackets behind it.

    That may be its unit, the amount itself, or a note. Raises `ValueReadError` for a number or a
    unit that does not fit.
    """
    match = re.fullmatch(_BRACKET, bare)
    if match is None:
        return None
    head, inside, baht = match.groups()
    head = f"{head} {baht}" if baht else head
    inside = re.sub(r"^(?:หน่วย|unit) ?(?:[:=]|เป็น)? ?", "", inside.strip())
    if re.fullmatch(f"(?:{_UNIT}){_RATE}(?: ?ถ้วน)?", inside):
        return _with_unit(head, inside, per)
    if re.fullmatch(_ABOUT_WORDS, inside):
        return _with("about", _read(head, per))
    if re.fullmatch(r"(?:ต่อ|/|per ).+", inside):
        return _with("unit-in-brackets", _read(f"{head}{inside}", per))
    found = _read(head, per)
    if not _fits(inside, found.amount):
        raise ValueReadError("brackets")
    return _with("note", found)


def _with_unit(head: str, unit: str, per: Per) -> _Found:
    """Return an amount whose unit stands in brackets; one that it has already must be the same."""
    if re.fullmatch(NUMERAL, head):
        if exact(head) >= 10**6 and re.match("ล|หมื่นล|แสนล|[mbt]", unit):
            # Whole baht under a heading in millions: no plan costs millions of millions.
            raise ValueReadError("brackets", either=(f"{head} บาท", f"{head} {unit}"))
        return _with("unit-in-brackets", _read(f"{head} {unit}", per))
    numeral = re.match(NUMERAL, head)
    found = _read(head, per)
    if numeral is None or _read(f"{numeral[0]} {unit}", per).amount != found.amount:
        raise ValueReadError("brackets")
    return _with("note", found)


def _fits(inside: str, amount: Fraction) -> bool:
    """Whether what stands in brackets says the amount again, or is a note about it."""
    if re.search(r"[$€£¥]|usd|dollar|ดอลลาร์|eur|ยูโร|เยน|yen", inside):
        return True
    said = _amount_said(inside)
    if said is not None:
        return said == amount
    each = re.fullmatch(r"(?:ปีละ|งวดละ|แห่งละ|เฉลี่ยปีละ) ?(.+)", inside)
    if each is not None:
        part = _amount_said(each[1])
        return part is not None and part > 0 and (amount / part).denominator == 1
    # A number alone, or with a unit of money, is no note: `(งวดแรก 4 ล้านบาท)`.
    return not re.search(_MONEY, inside) and not re.fullmatch(NUMERAL, inside)


def _amount_said(text: str) -> Fraction | None:
    """Return the amount that a text says, plainly, in words or as a product."""
    if (words := read_amount_words(text)) is not None:
        return words
    try:
        return read_amount(text)
    except ValueReadError:
        pass
    try:
        return _multiplied(text, "total")
    except ValueReadError:
        return None


def _with(form: How, found: _Found) -> _Found:
    return _Found(found.amount, (form, *found.forms))
