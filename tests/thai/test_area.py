"""Areas have a unit; the units of a title deed add up."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.area import read_area
from smartcert.thai.normalize import to_arabic
from smartcert.thai.numeral import ValueReadError

LOOKS_LIKE_AN_AREA = st.lists(
    st.sampled_from(
        ["5", "1,200", "12.5", "๕", ",", ".", "-", " ", "ไร่", "งาน", "ตารางวา", "ตร.กม.", "km2",
         "ha", "(", ")", "หรือ", "ประมาณ", "2", "²", "/"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "km2", "unit"),
    [
        ("46 ตร.กม.", "46", "km2"),
        ("46 ตร. กม.", "46", "km2"),
        ("46 ตารางกิโลเมตร", "46", "km2"),
        ("๔๖ ตารางกิโลเมตร", "46", "km2"),
        ("46 km2", "46", "km2"),
        ("46 km²", "46", "km2"),
        ("46 km^2", "46", "km2"),
        ("46 KM2", "46", "km2"),
        ("46 sq. km.", "46", "km2"),
        ("46 square kilometres", "46", "km2"),
        ("1,234.5 ตร.กม.", "1234.5", "km2"),
        ("385 ไร่", "77/125", "rai"),
        ("625 rai", "1", "rai"),
        ("4 งาน", "2/1250", "ngan"),
        ("400 ตร.ว.", "2/1250", "wah2"),
        ("400 sq wah", "2/1250", "wah2"),
        ("2 ไร่ 1 งาน 50 ตารางวา", "19/5000", "rai"),
        ("2 ไร่ 1 งาน 50 ตร.ว.", "19/5000", "rai"),
        ("2 rai 1 ngan 50 sq wah", "19/5000", "rai"),
        ("2 ไร่ และ 50 ตารางวา", "17/5000", "rai"),
        ("2 ไร่ 1 งาน 50 วา", "19/5000", "rai"),
        ("2-1-50 ไร่", "19/5000", "rai"),
        ("12,000 ตร.ม.", "3/250", "m2"),
        ("5 ha", "1/20", "ha"),
        ("5 เฮกตาร์", "1/20", "ha"),
        ("46 ตร.กม. (28,750 ไร่)", "46", "km2"),
        ("46 ตร.กม. หรือประมาณ 28,800 ไร่", "46", "km2"),
        ("0 ไร่", "0", "rai"),
        ("28,750 ไร่ 2 งาน", "57501/1250", "rai"),
        ("6.8 ล้านไร่", "10880", "rai"),
        ("6.8 ล้าน ไร่", "10880", "rai"),
        ("2.5 แสนไร่", "400", "rai"),
        ("1.5 million rai", "2400", "rai"),
    ],
)
def test_areas(written, km2, unit):
    found = read_area(written)
    assert (found.km2, found.unit, found.written) == (Fraction(km2), unit, written)


@pytest.mark.parametrize(
    ("written", "reason", "hint"),
    [
        ("46", "no-unit", None),
        ("๔๖", "no-unit", None),
        ("1,234.5", "no-unit", None),
        ("6.8 ล้าน", "no-unit", None),
        ("ประมาณ 46 ตร.กม.", "estimate", "46 ตร.กม."),
        ("ประมาณ 46", "estimate", None),
        ("ไม่น้อยกว่า 385 ไร่", "bound", "385 ไร่"),
        ("4-5 ไร่", "range", None),
        ("-5 ไร่", "negative", None),
        ("1,23 ไร่", "commas", None),
        ("12.500,00 ไร่", "commas", None),
        ("28 750 ไร่", "area", "28,750 ไร่"),
        ("46 ตร.กม./คน", "area", None),
        ("ครึ่งหนึ่งของ 46 ตร.กม.", "area", None),
        ("พื้นที่ 46 ตร.กม.", "area", "46 ตร.กม."),
        ("46 กม.", "area", None),
        ("50 วา", "area", None),
        ("50 ตร.ว. 2 ไร่", "two-numbers", None),
        ("46 ตร.กม. 385 ไร่", "two-numbers", None),
        ("46 ตร.กม. หรือ 30,000 ไร่", "two-numbers", None),
        ("", "area", None),
        ("9" * 41 + " ไร่", "too-long", None),
        ("1" * 1_000_000, "too-long", None),
        ("1." * 50 + "1", "commas", None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_area(written, reason, hint):
    with pytest.raises(ValueReadError) as problem:
        read_area(written)
    assert (problem.value.reason, problem.value.hint) == (reason, hint)


@given(st.integers(0, 10**6), st.integers(0, 3), st.integers(0, 99))
def test_rai_ngan_and_wah_add_up(rai, ngan, wah):
    written = read_area(f"{rai} ไร่ {ngan} งาน {wah} ตารางวา")
    assert written.km2 == Fraction((rai * 400 + ngan * 100 + wah) * 4, 10**6)
    assert read_area(f"{rai}-{ngan}-{wah} ไร่").km2 == written.km2


@given(st.one_of(st.text(), LOOKS_LIKE_AN_AREA))
def test_any_text_is_read_or_refused_and_a_hint_is_the_same_area(text):
    try:
        assert read_area(text).km2 >= 0
    except ValueReadError as problem:
        meant = problem.hint
    else:
        meant = None
    if meant is not None:
        read_area(meant)
        assert re.findall("[0-9]", meant) == re.findall("[0-9]", to_arabic(text))
