"""Figures with units, and targets."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.thai.loose import Loose
from smartcert.thai.measure_forms import (
    Aim,
    figure_of,
    interpret_number,
    interpret_target,
    split_year,
    unit_in,
)
from smartcert.thai.numeral import ValueReadError


def value_of(found):
    return found.value if isinstance(found, Loose) else found


@pytest.mark.parametrize(
    ("written", "unit", "number"),
    [
        ("32 ตัน/วัน", "ตันต่อวัน", 32),
        ("32 ตันต่อวัน", "", 32),
        ("1.34 trillion baht", "trillion baht", Fraction("1.34")),
        ("12,400,000 บาท", "ล้านบาท", Fraction("12.4")),
        ("12.4 ล้านบาท", "บาท", 12_400_000),
        ("12 (ล้านบาท)", "ล้านบาท", 12),
        ("12 (ล้านบาท)", "บาท", 12_000_000),
        ("1.2 ล้านคน", "คน", 1_200_000),
        ("1.2 ล้านคน", "", 1_200_000),
        ("96 ชุด", "ชุด", 96),
        ("4.2 จาก 5", "คะแนน", Fraction("4.2")),
        ("ระดับ 4", "", 4),
        ("ร้อยละ 12", "ร้อยละ", 12),
        ("ประมาณ 32", "ตัน", 32),
        ("1.250 ล้านคน", "คน", 1_250_000),
        ("1.250", "ล้านคน", Fraction("1.25")),
        ("1.234.567", "", 1_234_567),
        ("1 000", "คน", 1000),
        ("12 ครั้ง/ปี", "ครั้ง", 12),
        ("ปีละ 12 ครั้ง", "ครั้งต่อปี", 12),
        ("32 µg/m³", "µg/m3", 32),
        ("ร้อยละ 12 ของครัวเรือน", "ร้อยละของครัวเรือน", 12),
        ("ระดับ 4 จาก 5", "", 4),
        ("US$ 15 million", "ล้านดอลลาร์สหรัฐ", 15),
        ("$15 million", "USD", 15_000_000),
    ],
)
def test_numbers_in_a_unit(written, unit, number):
    assert value_of(interpret_number(written, unit)) == number


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("32 กก./วัน", "ตันต่อวัน"),
        ("85%", "ตัน"),
        ("1.2 ล้านตัน", "คน"),
        ("12 (ล้านบาท)", ""),
        ("6 จาก 5", ""),
        ("3-5", ""),
        ("45.000", "คน"),
        ("45.250", "คน"),
        ("45.000", "ตัน"),
        ("45.000 คน", ""),
        ("เดือนละ 12 ครั้ง", "ครั้งต่อปี"),
        ("ร้อยละ 12 ของครัวเรือน", "ตัน"),
        ("ระดับ 6 จาก 5", ""),
    ],
)
def test_another_unit_is_no_number_of_this_one(written, unit):
    with pytest.raises(ValueReadError) as problem:
        interpret_number(written, unit)
    assert problem.value.hint is None


@pytest.mark.parametrize(
    ("written", "unit", "kind", "figure"),
    [
        ("ไม่น้อยกว่าร้อยละ 80", "ร้อยละ", "at-least", 80),
        ("≥ 80", "ร้อยละ", "at-least", 80),
        ("80 ขึ้นไป", "ร้อยละ", "at-least", 80),
        ("อย่างน้อยปีละ 1 ครั้ง", "ครั้ง", "at-least", 1),
        ("at least 30%", "% of the project", "at-least", 30),
        ("ไม่เกิน 16 ตัน/วัน", "ตันต่อวัน", "at-most", 16),
        ("80–90", "ร้อยละ", "range", 80),
        ("ร้อยละ 80-90", "ร้อยละ", "range", 80),
        ("ลดลงร้อยละ 50", "ตันต่อวัน", "change", None),
        ("เพิ่มร้อยละ 10 (ต่อปี)", "คน", "change", None),
        ("ระหว่าง 80 ถึง 90", "ร้อยละ", "range", 80),
        ("ระดับ 4 ขึ้นไป", "", "at-least", 4),
        ("-50%", "ตัน", "change", None),
        ("50% reduction", "ตัน", "change", None),
        ("ลดลงครึ่งหนึ่ง", "ตัน", "change", None),
        ("เพิ่มขึ้นปีละ 10%", "คน", "change", None),
        ("ผ่านเกณฑ์ ISO 27001", "", "reached", None),
        ("มี", "", "reached", None),
        ("ผ่านเกณฑ์", "", "reached", None),
        ("ได้รับการรับรอง", "", "reached", None),
    ],
)
def test_targets(written, unit, kind, figure):
    found = interpret_target(written, unit)
    assert isinstance(found, Loose)
    assert isinstance(found.value, Aim)
    assert (found.value.kind, figure_of(found.value), found.value.written) == (
        kind,
        figure,
        written,
    )


def test_a_change_in_a_unit_of_change_is_a_figure():
    assert interpret_target("เพิ่มร้อยละ 10", "ร้อยละที่เพิ่ม") == Loose(Fraction(10), "target")


@pytest.mark.parametrize(
    ("written", "unit", "figure"),
    [
        ("ลดลงเหลือ 16 ตัน", "ตัน", 16),
        ("ลดจาก 32 เป็น 16", "ตัน", 16),
        ("เพิ่มขึ้นเป็นร้อยละ 80", "ร้อยละ", 80),
        ("แล้วเสร็จ 100%", "ร้อยละ", 100),
    ],
)
def test_where_a_change_leads_is_a_figure(written, unit, figure):
    assert interpret_target(written, unit) == Loose(Fraction(figure), "target")


@pytest.mark.parametrize("written", ["45.000", "ไม่น้อยกว่า 45.000", "45.000-50.000"])
def test_a_point_in_what_is_counted_may_part_thousands(written):
    with pytest.raises(ValueReadError) as problem:
        interpret_target(written, "คน")
    assert problem.value.either == ("45", "45,000")


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("ลดลง 16 ตัน", "ตัน"),
        ("เพิ่ม 2 เท่า", "คน"),
        ("90-80", ""),
        ("ไม่ผ่าน", ""),
        ("มากมาย", ""),
        ("เพิ่มร้อยละ 10", "ร้อยละ"),
        ("ไม่เกิน 16 กก.", "ตัน"),
    ],
)
def test_targets_refused(written, unit):
    with pytest.raises(ValueReadError):
        interpret_target(written, unit)


@pytest.mark.parametrize(
    ("line", "figure", "year", "unit"),
    [
        ("32 ตันต่อวัน (ปี 2567)", "32 ตันต่อวัน", 2024, "ตันต่อวัน"),
        ("ร้อยละ 12 (2567)", "ร้อยละ 12", 2024, ""),
        ("ลดลงร้อยละ 50 ภายในปี 2572", "ลดลงร้อยละ 50", 2029, ""),
        ("32 (ปี 67)", "32", 2024, ""),
        ("96 ชุด", "96 ชุด", None, "ชุด"),
        ("1.2 ล้านคน", "1.2 ล้านคน", None, "คน"),
        ("ร้อยละ 60 2572", "ร้อยละ 60 2572", None, ""),
    ],
)
def test_a_figure_and_its_year(line, figure, year, unit):
    found, when = split_year(line)
    assert (found, when and when.year, unit_in(line)) == (figure, year, unit)


SCALES = {"": 1, "พัน": 10**3, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6}


@settings(max_examples=400, deadline=None)
@given(
    st.integers(1, 10**6),
    st.integers(0, 3),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(["{n} {s}คน", "{n}{s}คน", "{n} {s}คน/ปี", "{n} ({s}คน)", "ไม่เกิน {n} {s}คน"]),
    st.sampled_from(["", "คน", "พันคน", "ล้านคน", "ตัน"]),
)
def test_no_figure_is_read_in_another_size(number, places, scale, form, unit):
    numeral = f"{number // 10**places:,}" + (f".{number % 10**places:0{places}}" if places else "")
    try:
        found = interpret_target(form.format(n=numeral, s=scale), unit)
    except ValueReadError:
        return
    figure = value_of(found)
    figure = (
        (figure.high if figure.kind == "at-most" else figure.low)
        if isinstance(figure, Aim)
        else figure
    )
    wanted = SCALES.get(unit.removesuffix("คน"), 1)
    assert figure * 10**places * wanted == number * SCALES[scale]
