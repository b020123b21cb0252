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
from smartcert.thai.number_words import read_amount_words, read_number_words, read_spoken
from smartcert.thai.numeral import NUMERAL, SCALE, ValueReadError, exact, regroup, simplify
from smartcert.thai.word_list import word_lists

Per = Literal["total", "year", "project"]
"""What a field asks for: an amount, one per year, or that of a project, which may be one a year."""

LEAST_BARE = 1000
"""Baht. Nothing in a proposal costs less: a smaller number without a unit is in millions."""

MOST = 10**12
"""Baht. A third of what the whole country spends in a year; no city's plan costs as much."""

_LONGEST = 160
_MONEY = rf"(?:(?<![ก-๎a-z])(?:{SCALE}))?(?:บาท|baht|thb)|(?<![ก-๎a-z])(?:{SCALE})(?![ก-๎a-z])|ลบ|ล้าน"
"""A unit of money, wherever it stands."""

_UNIT = rf"(?:(?:{SCALE}) ?)?(?:บาท|baht|thb|฿)|{SCALE}|ล\.?บ\.?|[km] ?(?:baht|thb|฿)|mb"
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
    r"(.+(?:บาท|ล้าน|แสน|หมื่น|พัน)) ?\+",
    r"(.+(?:ล้าน|แสน|หมื่น|พัน|ร้อย))กว่า(บาท)",
)
"""What leaves an amount open a little: it is kept as written."""

_SOURCE = (
    r"เทศบาล|อบต\.?|อบจ\.?|จังหวัด|กลุ่มจังหวัด|ท้องถิ่น|แผ่นดิน|กลาง|กระทรวง|กรม|กองทุน|เงินอุดหนุน"
    r"|อุดหนุน(?:เฉพาะกิจ|ทั่วไป)?|เงินสะสม|เงินกู้|เอกชน|รายจ่าย|ลงทุน|ดำเนินการ|โครงการ|ตนเอง"
)
_YEAR_WORD = r"(?:ปี ?งบประมาณ|งบประมาณ(?:ปี)?|งบปี|รอบปี|ปี) ?(?:พ\.ศ\. ?)?"
_YEAR = rf"{_YEAR_WORD}(?:25[0-9]{{2}}|[6-9][0-9])(?![0-9,.])"
"""The year that an amount is of: `ปีงบประมาณ 2570`, `ปี 70`."""

_OF_A_YEAR = (
    rf"((?:{_YEAR_WORD}(?:25[0-9]{{2}}|[6-9][0-9]) ?(?=[ :=จเ])|25[0-9]{{2}} ?(?=[:=])))"
    rf"(?:[:=]|จำนวน|เป็นเงิน)* ?({NUMERAL} ?(?:{SCALE})? ?(?:บาท)?)(?: ?(?:[,;/+]|และ) ?|$| )"
)
"""`ปี 2569 4 ล้านบาท`, `2569: 4,000,000`."""

_ASKED = (
    r"(?:เสนอ)?ขอ(?:รับ(?:การ)?(?:สนับสนุน)?)?(?= ?[0-9งเ])|ได้รับ(?:การ)?(?:จัดสรร|อนุมัติ)?"
    r"|ตั้ง(?:งบประมาณ|งบ)?ไว้|ใช้"
)
_LEAD = (
    rf"(?:{_YEAR} ?)?(?:(?:{_ASKED}|งบประมาณ|งบ ?(?:{_SOURCE})?|วงเงิน|จำนวนเงิน|จำนวน"
    r"|รวมเป็นเงิน|รวมทั้งสิ้น|เป็นเงิน|รวม|มูลค่า|ค่าใช้จ่าย|(?:เงิน)?อุดหนุน(?:เฉพาะกิจ|ทั่วไป)?|เงินสะสม|เงินกู้|ทั้งสิ้น|ทั้งโครงการ"
    r"|budget|total|amount|[:=])[ :]*)*"
    r"(.+)"
)
_WITH_BAHT = r"(.+(?:บาท|ล้าน|baht|thb|ลบ\.?))"
_TAIL = (
    (
        r"(.+?),? (?:(?:ไม่)?รวม|รวมทั้ง|excluding|including|incl\.|excl\.) ?"
        r"(?:ภาษี[ก-๎ ]*|vat)(?: ?7 ?%)?(?:แล้ว)?"
    ),
    (
        rf"(?!.*(?:(?<!แ)ละ(?![ก-๎])|ต่อ|ไม่|ขาด|เพิ่ม)){_WITH_BAHT}"
        rf",? ?(?:จาก|โดย|ใช้)?(?:งบ(?:ประมาณ)?)?(?:ของ)?(?:{_SOURCE})[ก-๎ ]*"
    ),
    rf"(?!.*(?:(?<!แ)ละ(?![ก-๎])|ต่อ|ไม่)){_WITH_BAHT},? ?(?:ตาม|จาก)[ก-๎ ]+(?:พ\.ศ\. ?)?25[0-9]{{2}}",
    rf"{_WITH_BAHT},? ?(?:ทั้งสิ้น|ทั้งโครงการ|ตลอดโครงการ|in total)",
    rf"(?!.*(?:(?<!แ)ละ(?![ก-๎])|ต่อ|ไม่)){_WITH_BAHT},? (?:ใน|ของ|สำหรับ)?{_YEAR}",
    (
        rf"{_WITH_BAHT},? (?:(?:ได้รับ(?:การ)?)?(?:อนุมัติ|จัดสรร)(?:แล้ว)?|เสนอขอ(?:แล้ว)?"
        r"|(?:รอ|อยู่ระหว่าง)(?:การ)?(?:จัดสรร|อนุมัติ|พิจารณา|เสนอขอ))"
    ),
    r"(.+บาท)ไทย",
    r"\(([^()]*[^0-9.,() ][^()]*)\)",
)
"""Words behind an amount that say nothing more, or brackets around all of it.

A numeral alone in brackets is negative for an accountant.
"""

_NO_RATE = r"(?!.*(?:(?<!แ)ละ(?![ก-๎])|ต่อ|/|ไม่))"
_TAIL_OF_ALL = (
    (
        rf"{_NO_RATE}{_WITH_BAHT},? ?(?:"
        r"(?:รวม|ภายใน|ใน|ตลอด|สำหรับ|เป็นเวลา|ระยะเวลา|ระยะ)+ ?[0-9]{1,2} ?ปี"
        r"|แบ่ง(?:จ่าย)?(?:ออก)?เป็น ?[0-9]{1,2} ?(?:งวด|ระยะ|ปี|เฟส|แห่ง|จุด))"
    ),
    rf"{_NO_RATE}{_WITH_BAHT},? {_YEAR_WORD}(?:25)?[0-9]{{2}} ?[-–] ?(?:25)?[0-9]{{2}}",
    rf"รวม ?[0-9]{{1,2}} ?ปี ?(?:เป็นเงิน|จำนวน|[:=])? ?({NUMERAL}.*)",
)
"""For how long, or in how many parts, an amount is, which is none of one year."""

_ENGLISH = {"k": "thousand", "m": "million", "mn": "million", "mil": "million", "bn": "billion"}
_LETTER = rf"({NUMERAL}) ?(k|mn|mil|m|bn)\.?(?= ?(?:บาท|baht|thb)?$)"
"""`12.4M`, `THB 500k`, `12.4 mn baht`."""

_UNIT_FIRST = (
    rf"(?:หน่วย|unit)? ?[:=]? ?\(?(?P<unit>{_UNIT})\)? ?[:=]? ?(?P<numeral>{NUMERAL})",
    rf"(?P<numeral>{NUMERAL}) ?(?:หน่วย|unit) ?[:=]? ?(?P<unit>{_UNIT})",
)
"""`หน่วย: ล้านบาท 12.4`, `12.4 หน่วย ล้านบาท`."""

_PER_MONTH = (
    r"(.+?) ?(?:(?:ต่อ|/|per) ?(?:เดือน|month)|a month)",
    r"(?:เดือนละ|รายเดือน) ?(.+)",
)
_EACH_YEAR = (
    r"(.+?) ?(?:(?:ต่อ|/|per) ?(?:ปีงบประมาณ|ปี|year|annum)|a year)",
    r"ปีละ ?(.+)",
)
_OF_EACH = r" ?(?:ต่อ|/|per) ?(เดือน|ปี|month|year)(?= ?(?:[x×*]|คูณ) ?[0-9]+ ?\1)"
"""A rate before its factor: `30,000 บาท/เดือน x 12 เดือน`."""

_YEARS = r"(?:[ก-๎a-z]+ ?)?(?:[2-9]|[1-9][0-9]) ?(?:ปี|years?)"
"""For how many years an amount is, which is none per year."""

_TIMES = r" ?(?:[x×*]|คูณ) ?(?=[0-9])"
_FACTOR = rf"({NUMERAL}) ?(?![0-9])([ก-๎a-z.]*)"
_FOR = r"(?:รวมทั้งสิ้น|รวม|ตลอด|ทั้งหมด|จำนวน|เป็นเวลา|ระยะเวลา|[x×*]|คูณ)"
_EACH_OF = (
    (
        rf"(?P<of>[ก-๎]+)ละ ?(?P<amount>.+?),? ?(?:{_FOR} ?|\()?"
        rf"(?P<count>{NUMERAL}) ?(?P=of)\)?"
    ),
    rf"(?:จำนวน ?)?(?P<count>{NUMERAL}) ?(?P<of>[ก-๎]+?),? ?(?P=of)ละ ?(?P<amount>.+)",
    (
        rf"(?P<amount>[^/]+?) ?(?:ต่อ|/) ?(?P<of>[ก-๎]+?),? ?(?:{_FOR}|\() ?(?P<count>{NUMERAL}) ?"
        r"(?P=of)\)?"
    ),
)
"""`แห่งละ 2 ล้านบาท 3 แห่ง`, `3 แห่ง แห่งละ 2 ล้านบาท`, `2 ล้านบาท/แห่ง (3 แห่ง)`."""

_IN_ALL = (
    r"(?P<parts>.+?),? (?:(?:เป็นเวลา|ระยะเวลา|จำนวน) ?)?(?:(?P<for>[0-9]{1,2}) ?(?:ปี|เดือน),? ?)?"
    r"(?:รวม|=)(?:เป็นเงิน|เป็น|ทั้งสิ้น|ทั้งหมด|เงิน)*"
    r"(?: ?(?P<in>[0-9]{1,2}) ?(?:ปี|เดือน) ?(?:เป็นเงิน|เป็น|จำนวน|=)*)?"
    r" ?(?P<total>(?![0-9]{1,2} ?(?:ปี|เดือน|งวด))[0-9].*)"
)
"""`ปีละ 4 ล้านบาท รวม 12 ล้านบาท`, `เทศบาล 6 ล้านบาท จังหวัด 6 ล้านบาท รวม 12 ล้านบาท`."""
_OF_TIME = r"(?:ปี|เดือน)ละ ?(.+)|(.+?) ?(?:ต่อ|/) ?(?:ปี|เดือน)"

_STEPS_OF_MILLIONS = r"((?:[0-9]+ ?(?:แสน|หมื่น|พัน|ร้อย) ?){2,5})ล้าน ?(?:บาท)?"
_STEP_AND_REST = (
    rf"({NUMERAL}) ?(ล้าน|แสน|หมื่น) ?([1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+|[1-9][0-9]{{3,5}}) ?(?:บาท)?"
)
"""`1 พัน 2 ร้อยล้านบาท`, `12 ล้าน 400,000 บาท`."""

_PART_OF_ONE = r"(?:([0-9]+) )?([13])/([24])(?= ?(?:ล้าน|แสน|หมื่น|million))"
_SIGNS_OF_PARTS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
"""`1/2 ล้านบาท`, `2½ ล้านบาท`."""

_PAID_BY_OTHERS = (
    "(?!.*(?:ไม่|ยัง|รอ|ขอ|คาด|ถ้า|หาก|อาจ))[ก-๎]{2,40}"
    "(?:จ่ายให้|ออกให้|(?:จ่าย|ออก|สนับสนุน|รับผิดชอบ)(?:ค่าใช้จ่าย|งบประมาณ)?(?:ให้)?ทั้งหมด)"
)
_EACH = (
    rf"(?:เฉลี่ย)?(?P<of>[ก-๎]+)ละ ?(?P<amount>{NUMERAL}.*)",
    rf"(?P<amount>{NUMERAL}.*?) ?(?:ต่อ|/|per) ?(?P<of>[a-zก-๎]+)",
)
"""What of an amount falls to each of something: `(เดือนละ 30,000 บาท)`."""

_THOUSANDS = r"[x×*] ?1,?000(?: ?(?:บาท|baht))?|['’]000(?: ?(?:บาท|baht))?"
"""What a column in thousands is headed with: `x 1,000`, `'000 บาท`."""

_CURRENCY = r"[$€£¥]|usd|dollar|ดอลลาร์|เหรียญ|eur|ยูโร|เยน|yen|หยวน|ปอนด์|ริงกิต|\brm\b"

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


def split_by_year(text: str) -> list[tuple[str, str]] | None:
    """Return year and amount of each row of a line that says amounts by year, else None."""
    if "ปี" not in text and ":" not in text:
        return None
    bare = simplify(text[:_LONGEST], _LONGEST)
    is_all = len(text) <= _LONGEST and re.fullmatch(rf"(?:{_OF_A_YEAR}){{2,}}", bare)
    return (
        [(row[0].strip(), row[1].strip()) for row in re.findall(_OF_A_YEAR, bare)]
        if is_all
        else None
    )


def _read(bare: str, per: Per) -> _Found:
    """Return the amount of a text as it stands, or of what is left of it without a form."""
    try:
        return _Found(_plain(bare, per))
    except ValueReadError as problem:
        for form in _FORMS:
            found = form(bare, per)
            if found is not None:
                return found
        raise problem


def _plain(bare: str, per: Per) -> Fraction:
    """Return an amount that is written plainly; a small one needs a unit."""
    amount = read_yearly(bare) if per == "year" else read_amount(bare)
    if amount >= MOST and (scaled := re.match(rf"([0-9]{{7,}}|[0-9,]{{9,}}) ?(?:{SCALE})", bare)):
        # Whole baht under a heading in millions: no plan costs millions of millions.
        raise ValueReadError("too-large", either=(f"{scaled[1]} บาท", bare))
    if 0 < amount < LEAST_BARE and re.fullmatch(NUMERAL, bare):
        raise ValueReadError("no-money-unit", either=(f"{bare} ล้านบาท", f"{bare} บาท"))
    return amount


def _zero(bare: str, _: Per) -> _Found | None:
    packed = bare.strip("() .").replace(" ", "")
    says = packed in word_lists("values")["no-money"] or re.fullmatch(_PAID_BY_OTHERS, packed)
    return _Found(Fraction(0), ("zero",)) if says else None


def _words(bare: str, _: Per) -> _Found | None:
    amount = read_amount_words(bare)
    if amount is None:
        number = read_number_words(bare) or 0
        amount = Fraction(number) if number >= LEAST_BARE else None
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
            if _has_factor(match[1], found):
                return None
            return _Found(found.amount * 12, ("per-month", *found.forms))
    for pattern in _EACH_YEAR if per != "total" else ():
        if match := re.fullmatch(pattern, bare):
            found = _read(match[1], "total")
            if _has_factor(match[1], found):
                return None
            return found if per == "year" else _with("each-year", found)
    return None


def _has_factor(text: str, found: _Found) -> bool:
    """Whether an amount was multiplied by its time already: `เดือนละ 30,000 x 12 เดือน = 360,000`."""
    return "product" in found.forms and re.search("[0-9] ?(?:เดือน|ปี|month|year)", text) is not None


def _in_all(bare: str, per: Per) -> _Found | None:
    """Return the sum that is said behind its parts, or behind a rate of which it is some times."""
    match = re.fullmatch(_IN_ALL, bare)
    if match is None:
        return None
    total = _read(match["total"], "total")
    rate = re.fullmatch(_OF_TIME, match["parts"])
    if rate is None:
        parts = [exact(n, scale) for n, scale, baht in _parts(match["parts"]) if scale or baht]
        if len(parts) < 2:
            return None
        if per == "year" or sum(parts) != total.amount:
            raise ValueReadError("two-numbers")
        return _with("note", total)
    each = _read(rate[1] or rate[2], "total")
    times = total.amount / (each.amount or 1)
    said = match["for"] or match["in"]
    if times.denominator > 1 or times < 2 or (said and int(said) != times):
        raise ValueReadError("two-numbers")
    if per == "year":
        return _with("note", each) if "ปี" in match["parts"] else None
    return _with("note", total)


def _steps(bare: str, _: Per) -> _Found | None:
    if match := re.fullmatch(_STEPS_OF_MILLIONS, bare):
        return _Found(read_amount(f"{match[1].strip()}บาท") * 10**6, ("note",))
    match = re.fullmatch(_STEP_AND_REST, bare)
    if match is None or exact(match[3]) >= exact("1", match[2]):
        return None
    return _Found(exact(match[1], match[2]) + exact(match[3]), ("note",))


def _spoken(bare: str, _: Per) -> _Found | None:
    if re.fullmatch(f"(?:{SCALE}) ?(?:บาท)?|บาท", bare):
        raise ValueReadError("no-number")
    amount = read_spoken(re.sub(" ?(?:บาท|baht|thb)$", "", bare), " บาท")
    return None if amount is None else _Found(Fraction(amount), ("in-words",))


def _said_twice(bare: str, _: Per) -> _Found | None:
    """Return an amount that is said in two ways: `5 ล้านบาท หรือ 5,000,000 บาท`."""
    if not re.search(rf"(?:{_MONEY}|[0-9]{{3}}).*?(?:[ )=/]|หรือ).*(?:{_MONEY}|[0-9]{{3}})", bare):
        return None
    for between in re.finditer(r" ?(?:=|/|หรือ|คือ|คิดเป็น) ?| ", bare):
        first, again = bare[: between.start()].strip("()"), bare[between.end() :]
        amount = _amount_said(first)
        if amount is not None and amount >= LEAST_BARE and amount == _amount_said(again):
            return _Found(amount, ("note",))
    return None


def _each_of(bare: str, per: Per) -> _Found | None:
    bare = re.sub("([ก-๎]+) ?ๆ ?ละ", r"\1 \1ละ", bare)  # `96 ชุด ๆ ละ 5,000 บาท`
    product, _, result = bare.partition("=")
    for pattern in _EACH_OF:
        match = re.fullmatch(pattern, product.strip())
        if match is not None and not (per == "year" and match["of"] == "ปี"):
            each = _read(match["amount"], "total")
            amount = each.amount * exact(match["count"])
            if result and read_amount(result.strip()) != amount:
                raise ValueReadError("two-numbers")
            return _with("product", _Found(amount, each.forms))
    return None


def _product(bare: str, per: Per) -> _Found | None:
    if "+" in bare[1:]:
        bare = re.sub(rf"(?:^|(?<=\+)) ?(?:{_SOURCE}) (?=[0-9])", "", bare)
        parts = [_read(part.strip(), "total") for part in bare.split("+")]
        return _Found(sum((part.amount for part in parts), Fraction(0)), ("product",))
    amount = _multiplied(bare, per)
    return None if amount is None else _Found(amount, ("product",))


def _multiplied(bare: str, per: Per) -> Fraction | None:
    """Return what a product comes to: `30,000 บาท x 12 เดือน`, `15,000 x 4 ปี = 60,000 บาท`."""
    product, _, result = re.sub(_OF_EACH, "", bare).partition("=")
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


def _unit_first(bare: str, per: Per) -> _Found | None:
    """Return an amount whose unit stands before it, or is called one."""
    for pattern in _UNIT_FIRST:
        if match := re.fullmatch(pattern, bare):
            return _with("unit-in-brackets", _read(f"{match['numeral']} {match['unit']}", per))
    return None


def _around(bare: str, per: Per) -> _Found | None:
    """Return the amount among words that say nothing more: `งบประมาณ 5 ล้านบาท`."""
    meant = _as_usual(bare)
    for pattern in (*(() if per == "year" else _TAIL_OF_ALL), _LEAD, *_TAIL):
        match = re.fullmatch(pattern, meant)
        if match is not None and not re.match("[0-9]+ [0-9]", match[1]):  # งบโครงการ 2 500 ล้านบาท
            meant = match[1]
    return None if meant == bare else _with("note", _read(meant, per))


def _as_usual(bare: str) -> str:
    """Return an amount with the usual words and points: `12.4M`, `1/2 ล้านบาท`, `500,000,-`."""
    bare = re.sub(_LETTER, lambda n: f"{n[1]} {_ENGLISH[n[2]]}", regroup(bare))
    bare = re.sub(",[-–](?= ?(?:บาท|$))", ".-", re.sub(r"^\.(?=[0-9])", "0.", bare))
    bare = re.sub(
        "([0-9]*)([½¼¾])", lambda n: f"{float(int(n[1] or 0) + _SIGNS_OF_PARTS[n[2]]):g}", bare
    )
    return re.sub(
        _PART_OF_ONE, lambda n: f"{float(int(n[1] or 0) + Fraction(int(n[2]), int(n[3]))):g}", bare
    )


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
    if re.fullmatch(_THOUSANDS, inside):
        inside = "พันบาท"
    if re.fullmatch(f"(?:{_UNIT}){_RATE}(?: ?ถ้วน)?", inside):
        return _with_unit(head, inside, per)
    if re.fullmatch(_ABOUT_WORDS, inside):
        return _with("about", _read(head, per))
    if re.fullmatch(r"(?:ต่อ|/|per ).+", inside):
        return _with("unit-in-brackets", _read(f"{head}{inside}", per))
    if re.search(_CURRENCY, head) and re.search("บาท|baht|thb", inside):
        return _with("note", _read(inside, per))
    found = _read(head, per)
    if not _fits(inside, found.amount, per):
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


def _fits(inside: str, amount: Fraction, per: Per) -> bool:
    """Whether what stands in brackets says the amount again, parts of it, or is a note about it."""
    if re.search(_CURRENCY, inside):
        return True
    if per == "year" and re.fullmatch(_YEARS, inside):
        return False
    said = _amount_said(inside)
    if said is not None:
        return said == amount
    for pattern in _EACH:
        if match := re.fullmatch(pattern, inside):
            part = _amount_said(match["amount"])
            if part is None or part <= 0:
                return False
            times = amount / part
            return times == 12 if (per, match["of"]) == ("year", "เดือน") else times.denominator == 1
    if re.search(rf"[x×*^] ?[0-9]|^{NUMERAL}$", inside):
        return False
    parts = [exact(n, scale) for n, scale, baht in _parts(inside) if scale or baht or "," in n]
    # A unit of money without a number, or a part alone, is no note: `(งวดแรก 4 ล้านบาท)`.
    return sum(parts) == amount if parts else not re.search(_MONEY, inside)


def _parts(inside: str) -> list[tuple[str, str, str]]:
    """Return numeral, scale and currency of each amount that a note has."""
    return re.findall(rf"({NUMERAL}) ?((?:{SCALE})?) ?((?:บาท|baht|thb)?)", inside)


def _amount_said(text: str) -> Fraction | None:
    """Return the amount that a text says, plainly, in words or as a product."""
    if (words := read_amount_words(text)) is not None:
        return words
    try:
        return read_amount(text)
    except ValueReadError:
        pass
    try:
        found = _each_of(text, "total") or _product(text, "total")
        return None if found is None else found.amount
    except ValueReadError:
        return None


def _with(form: How, found: _Found) -> _Found:
    return _Found(found.amount, (form, *found.forms))


_FORMS = (
    _zero, _words, _spoken, _steps, _about, _each_of, _bracket, _product, _in_all, _rate,
    _unit_first, _said_twice, _around,
)  # fmt: skip
