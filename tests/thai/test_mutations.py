"""Figures are read as a person reads them, however they are spaced, bracketed and worded; or not.

Known figures are written in thousands of ways: what is read must be the figure that was written
out, so that nothing is read a thousand times smaller or larger; what is doubtful is refused.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

import pytest

from smartcert.proposal.document_reader import read_unmarked
from smartcert.thai.area_forms import interpret_area
from smartcert.thai.count_forms import interpret_count
from smartcert.thai.date_forms import interpret_date, interpret_year
from smartcert.thai.loose import Loose
from smartcert.thai.measure_forms import figure_of, interpret_number, interpret_target
from smartcert.thai.money_forms import interpret_amount
from smartcert.thai.numeral import ValueReadError

pytestmark = pytest.mark.long

SEED = 2569
EACH = 1500
"""Texts of each kind of value."""

SIZES = {"": 1, "พัน": 10**3, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6, "พันล้าน": 10**9,
         "thousand ": 10**3, "million ": 10**6, "K ": 10**3, "M ": 10**6}  # fmt: skip
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
WIDE = str.maketrans("0123456789,.()", "０１２３４５６７８９，．（）")


class Written(NamedTuple):
    """A text, how it is read, and what a person reads in it."""

    text: str
    reader: Callable[[str], Any]
    meant: Any


def numeral(number: int, places: int, may_point: bool, rng: random.Random) -> str:
    """Write a number, with thousands parted as people do.

    A point does not part them before decimals, before a size (`1.234 ล้าน` is no 1,234 million), nor
    in a measure, which may have decimals.
    """
    whole, rest = divmod(number, 10**places)
    by = rng.choice(
        [",", ",", ",", "", " ", ", ", "’", *(["."] if may_point and not places else [])]
    )
    point = rng.choice([".", ".", ","]) if places < 3 else "."  # 1,234 is no 1.234
    return f"{whole:,}".replace(",", by) + (f"{point}{rest:0{places}}" if places else "")


def spelt(text: str, rng: random.Random) -> str:
    """Change digits, blanks and brackets, which changes no meaning."""
    for change in rng.sample(range(6), 2):
        match change:
            case 0:
                text = text.translate(THAI)
            case 1:
                text = text.translate(WIDE)
            case 2:
                text = text.replace(" ", "\u00a0")
            case 3:
                text = text.replace("(", "[").replace(")", "]")
            case 4:
                text = f" {text}  "
    return text


AMOUNTS = ("{n} {s}บาท", "{n}{s}บาท", "{n} ({s}บาท)", "{n} (หน่วย: {s}บาท)", "ประมาณ {n} {s}บาท",
           "ไม่เกิน {n} {s}บาท", "{n} {s}บาท (รวม VAT)", "งบประมาณ {n} {s}บาท", "{n} {s}baht",
           "THB {n} {s}", "{n} {s}บาท (ปี 2569)", "{n} {s}บาทเศษ", "({n} {s}บาท)", "หน่วย {s}บาท {n}",
           "{n} {s}บาท จากงบเทศบาล", "งบจังหวัด {n} {s}บาท", "{n} {s}บาท ({n} {s}บาท)",
           "{n}.- {s}บาท", "{n} {s}บาท*", "{n} {s}บาท 1/", "{n} {s}บาท¹", "“{n} {s}บาท”",
           "{n} {s}บาท หรือ {n} {s}บาท", "ขอรับการสนับสนุน {n} {s}บาท", "{n} {s}บาท ปีงบประมาณ 2570",
           "ปี 2570 จำนวน {n} {s}บาท", "{n} {s}บาท ระยะเวลา 3 ปี", "รวม 3 ปี {n} {s}บาท",
           "{n} {s}บาท แบ่งเป็น 3 งวด", "{n} {s}บาท รอจัดสรร", "{s}บาท: {n}", "{n} {s}+ บาท",
           "งบประมาณ ปี 70: {n} {s}บาท", "= {n} {s}บาท", "{n} {s}THB.",
           "{n} {s}บาท ({s}บาท)", "{n} {s}บาท (US$ 1 million)", "รวม {n} {s}บาทถ้วน")  # fmt: skip
COUNTS = ("{n} {s}คน", "{n}{s}คน", "{n} ({s}คน)", "ประมาณ {n} {s}คน", "{n} {s}คน (ธ.ค. 2567)",
          "จำนวน {n} {s}คน", "{n} {s}คน/ปี", "ปีละ {n} {s}คน", "{n} {s}คน จาก 9 หมู่บ้าน",
          "{n} {s}คน 50 ครัวเรือน", "กว่า {n} {s}คน", "{n} {s}คนขึ้นไป", "ประชากร {n} {s}คน",
          "{n} {s}people", "{n}+ {s}คน", "{n} {s}คน*", "{n}* {s}คน", "({n} {s}คน)",
          "{n} {s}คน (31 ธ.ค. 67)", "{n} {s}คน ไม่รวมประชากรแฝง", "{n} {s}กว่าคน",
          "{n} {s}คน ปี 2567")  # fmt: skip
AREAS = ("{n} {s}{u}", "ประมาณ {n} {s}{u}", "{n} ({s}{u})", "พื้นที่ {n} {s}{u}", "{n}-{u}",
         "{n} {s}{u} ครอบคลุม 9 หมู่บ้าน", "{n} {s}{u} (9 หมู่บ้าน)", "ไม่น้อยกว่า {n} {s}{u}")  # fmt: skip
UNITS = {"ตร.กม.": 10**6, "ไร่": 1600, "ตารางวา": 4, "ตร.ม.": 1, "sq km": 10**6, "rai": 1600,
         "เฮกตาร์": 10**4, "square kilometers": 10**6}  # fmt: skip
FIGURES = ("{n} {s}{u}", "{n}{s}{u}", "{n} ({s}{u})", "ประมาณ {n} {s}{u}", "{n}", "{n} {s}",
           "ไม่น้อยกว่า {n} {s}{u}", "≤ {n} {s}{u}", "{n} {s}{u} ขึ้นไป", "ลดลงเหลือ {n} {s}{u}",
           "เพิ่มเป็น {n} {s}{u}", "{n} {s}{u}/ปี", "ปีละ {n} {s}{u}")  # fmt: skip


def sized(forms: tuple[str, ...], rng: random.Random) -> Iterator[tuple[str, Fraction, bool]]:
    """Yield texts in one of the forms, their figure, and whether it has neither size nor unit."""
    for _ in range(EACH):
        places, size = rng.choice([0, 0, 0, 1, 2, 3]), rng.choice(list(SIZES))
        number = rng.choice([rng.randint(1, 999), rng.randint(1000, 10**7)])
        form = rng.choice(forms)
        size = size if "{s}" in form else ""
        text = form.replace(
            "{n}", numeral(number, places, forms in (AMOUNTS, COUNTS) and not size, rng)
        ).replace("{s}", size)
        yield text, Fraction(number, 10**places) * SIZES[size], "{u}" not in form and not size


def amounts(rng: random.Random) -> Iterator[Written]:
    for text, figure, _ in sized(AMOUNTS, rng):
        yield Written(spelt(text, rng), interpret_amount, figure)


def counts(rng: random.Random) -> Iterator[Written]:
    for text, figure, _ in sized(COUNTS, rng):
        yield Written(spelt(text, rng), interpret_count, figure)


def areas(rng: random.Random) -> Iterator[Written]:
    for text, figure, _ in sized(AREAS, rng):
        unit = rng.choice(list(UNITS))
        written = spelt(text.replace("{u}", unit), rng)
        meant = figure * UNITS[unit] / 10**6
        yield Written(written, interpret_area, meant)


def figures(rng: random.Random) -> Iterator[Written]:
    for text, figure, is_bare in sized(FIGURES, rng):
        unit = rng.choice(["คน", "ตัน", "บาท", "ครั้ง"])
        own, scale = rng.choice([("", 1), (unit, 1), (f"พัน{unit}", 10**3), (f"ล้าน{unit}", 10**6)])
        written = spelt(text.replace("{u}", unit), rng)
        meant = figure if is_bare else figure / scale
        reader = rng.choice([interpret_number, interpret_target])
        yield Written(written, partial(reader, unit=own), meant)


MONTHS = ("ม.ค.", "กุมภาพันธ์", "มี.ค.", "เม.ย.", "พฤษภา", "มิ.ย.", "กรกฎาคม", "ส.ค.", "กันยา", "ต.ค.",
          "พฤศจิกายน", "ธ.ค.")  # fmt: skip
ENGLISH = (
    "Jan",
    "February",
    "Mar",
    "Apr",
    "May",
    "June",
    "Jul",
    "August",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
DAYS = ("{d} {m} {be}", "{d} {m} พ.ศ. {be}", "{d} {m} {s}", "{d}/{n}/{be}", "{d}/{n}/{s}",
        "{d}-{m}-{s}",
        "ลงวันที่ {d} {m} {be}", "{be}-{n:02}-{d:02}", "{d} {e} {ce}", "{e} {d}, {ce}", "{d}/{n}/{ce}",
        "ภายในวันที่ {d} {m} {be}", "{d} {m} {be} (ครั้งที่ 1)", "ที่ 21/{be} ลงวันที่ {d} {m} {be}",
        "{d} {m} {be} ({d} {e} {ce})", "วันที่ {d} เดือน{m} {be}", "{d} {m} {be} ครั้งที่ 2",
        "ประชุมเมื่อวันที่ {d} {m} {s}", "{d}.{n}.{s}", "{d} {m} {be} เวลา 09.30 น.")  # fmt: skip


def days(rng: random.Random) -> Iterator[Written]:
    for _ in range(EACH):
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2558, 2590)
        text = rng.choice(DAYS).format(
            d=day, m=MONTHS[month - 1], e=ENGLISH[month - 1], n=month, be=year, ce=year - 543,
            s=year - 2500,
        )  # fmt: skip
        reader = rng.choice([interpret_date, interpret_year])
        meant = (year - 543, month, day) if reader is interpret_date else (year - 543, None, None)
        yield Written(spelt(text, rng), reader, meant)


def plain(found: Any) -> Any:
    """Return what was read, as it is compared."""
    value = found.value if isinstance(found, Loose) else found
    if hasattr(value, "km2"):
        return value.km2
    if hasattr(value, "month"):
        return (value.year, value.month, value.day)
    return figure_of(value)


WORDS = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
PLACES = {"ล้าน": 10**6, "แสน": 10**5, "หมื่น": 10**4, "พัน": 1000, "ร้อย": 100}
SAID = ("{w}บาท", "{w}", "{w}บาทถ้วน", "ประมาณ{w}บาท", "{n} บาท ({w}บาทถ้วน)", "{w} บาท*",
        "ไม่เกิน {w}บาท", "{f} บาท", "{f}", "งบ {f}บาท", "ครึ่ง{p}บาท", "{d} {p}ครึ่ง", "{w1}{p}ครึ่งบาท",
        "ปีละ {d} {p}บาท รวม 3 ปี",
        "ปีละ {d} {p}บาท รวม {t} บาท", "{d} {p}บาท/ปี (3 ปี)")  # fmt: skip


def spoken(rng: random.Random) -> Iterator[Written]:
    """Yield amounts in words, in steps, with a half, and said for each year with the sum."""
    for _ in range(EACH):
        places = sorted(rng.sample(list(PLACES), rng.randint(1, 3)), key=lambda p: -PLACES[p])
        digits = [rng.randint(1, 9) for _ in places]
        total = sum(d * PLACES[p] for d, p in zip(digits, places, strict=True))
        words = "".join(WORDS[d - 1] + p for d, p in zip(digits, places, strict=True))
        steps = " ".join(f"{d} {p}" for d, p in zip(digits, places, strict=True))
        form, place, digit = rng.choice(SAID), rng.choice(list(PLACES)), rng.randint(1, 9)
        if place == "ร้อย" or (len(words) < 9 and "ล้าน" not in words):
            continue
        meant = total
        if "ครึ่ง" in form:
            meant = PLACES[place] * (0 if form[0] == "ค" else digit) + PLACES[place] // 2
        elif "ปี" in form:
            meant = 3 * digit * PLACES[place]
        text = form.format(
            w=words, f=steps, n=f"{total:,}", p=place, d=digit, w1=WORDS[digit - 1],
            t=f"{3 * digit * PLACES[place]:,}",
        )  # fmt: skip
        yield Written(spelt(text, rng), interpret_amount, meant)


@pytest.mark.parametrize(
    ("texts", "at_least"),
    [(amounts, 0.5), (counts, 0.4), (areas, 0.4), (figures, 0.4), (days, 0.95), (spoken, 0.5)],
)
def test_what_is_read_is_what_was_written(texts, at_least):
    wrong, read = [], 0
    for written in texts(random.Random(SEED)):
        try:
            found = plain(written.reader(written.text))
        except ValueReadError:
            unmarked = read_unmarked(written.reader, written.text)
            if unmarked is None:
                continue
            found = plain(unmarked)
        read += 1
        if found != written.meant:
            wrong.append((written.text, str(found), str(written.meant)))
    assert wrong == []
    assert read >= EACH * at_least
