"""Amounts that are not written plainly are read where they can mean one amount, else refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.thai.loose import Loose
from smartcert.thai.money_forms import interpret_amount
from smartcert.thai.numeral import ValueReadError


@pytest.mark.parametrize(
    ("written", "per", "baht", "how"),
    [
        ("26,963 (ล้านบาท)", "total", 26_963_000_000, "unit-in-brackets"),
        ("12.4 (ล้านบาท)", "total", 12_400_000, "unit-in-brackets"),
        ("๑๒.๔ (ล้านบาท)", "total", 12_400_000, "unit-in-brackets"),
        ("12.4 (หน่วย: ล้านบาท)", "total", 12_400_000, "unit-in-brackets"),
        ("1,200 (พันบาท)", "total", 1_200_000, "unit-in-brackets"),
        ("12,500,000 (บาท)", "total", 12_500_000, "unit-in-brackets"),
        ("5 (ล้านบาท/ปี)", "year", 5_000_000, "unit-in-brackets"),
        ("30,000 (บาทต่อเดือน)", "year", 360_000, "unit-in-brackets"),
        ("30,000 บาท/เดือน", "year", 360_000, "per-month"),
        ("เดือนละ 30,000 บาท", "year", 360_000, "per-month"),
        ("ประมาณ 6 ล้านบาท", "total", 6_000_000, "about"),
        ("ประมาณ 12.4 (ล้านบาท)", "total", 12_400_000, "unit-in-brackets"),
        ("ไม่เกิน 6 ล้านบาท", "total", 6_000_000, "about"),
        ("5 ล้านกว่าบาท", "total", 5_000_000, "about"),
        ("6,000,000 (ประมาณการ)", "total", 6_000_000, "about"),
        ("12,500,000 บาท (รวม VAT)", "total", 12_500_000, "note"),
        ("12,500,000 บาท รวมภาษีมูลค่าเพิ่ม", "total", 12_500_000, "note"),
        ("5,000,000 (ปี 2569)", "total", 5_000_000, "note"),
        ("5 ล้านบาท (5,000,000 บาท)", "total", 5_000_000, "note"),
        ("360,000 (30,000 บาท x 12 เดือน)", "year", 360_000, "note"),
        ("430 million baht (US$13 million)", "total", 430_000_000, "note"),
        ("งบประมาณ 12 500 000 บาท", "total", 12_500_000, "note"),
        ("60,000 (ปีละ 15,000)", "project", 60_000, "note"),
        ("ปีละ 100,000", "project", 100_000, "each-year"),
        ("15,000 x 4 ปี", "project", 60_000, "product"),
        ("100 ชุด x 5,000 บาท", "total", 500_000, "product"),
        ("15,000 x 4 = 60,000 บาท", "total", 60_000, "product"),
        ("ห้าแสนบาทถ้วน", "total", 500_000, "in-words"),
        ("ไม่ใช้งบประมาณ", "total", 0, "zero"),
        ("ไม่มีค่าใช้จ่าย", "year", 0, "zero"),
        ("(จังหวัดจ่ายให้)", "year", 0, "zero"),
        ("จังหวัดสนับสนุนทั้งหมด", "year", 0, "zero"),
        ("12.4 [ล้านบาท]", "total", 12_400_000, "unit-in-brackets"),
        ("12.4（ล้านบาท）", "total", 12_400_000, "unit-in-brackets"),
        ("หน่วย: ล้านบาท 12.4", "total", 12_400_000, "unit-in-brackets"),
        ("12.4 หน่วย ล้านบาท", "total", 12_400_000, "unit-in-brackets"),
        ("26,963 (x 1,000 บาท)", "total", 26_963_000, "unit-in-brackets"),
        ("26,963 ('000)", "total", 26_963_000, "unit-in-brackets"),
        ("12.4M", "total", 12_400_000, "note"),
        ("THB 500k", "total", 500_000, "note"),
        ("12, 400, 000 บาท", "total", 12_400_000, "note"),
        ("12.400.000 บาท", "total", 12_400_000, "note"),
        ("(12.4 ล้านบาท)", "total", 12_400_000, "note"),
        ("งบเทศบาล 12.4 ล้านบาท", "total", 12_400_000, "note"),
        ("12.4 ล้านบาท จากงบจังหวัด", "total", 12_400_000, "note"),
        ("12.4 ล้านบาท (เทศบาล 8 ล้าน จังหวัด 4.4 ล้าน)", "total", 12_400_000, "note"),
        ("US$13 million (430 million baht)", "total", 430_000_000, "note"),
        ("360,000 บาท (เดือนละ 30,000 บาท)", "year", 360_000, "note"),
        ("360,000 บาท (30,000 บาท/เดือน)", "year", 360_000, "note"),
        ("ปีละประมาณ 5 แสนบาท", "year", 500_000, "about"),
        ("แห่งละ 2 ล้านบาท 3 แห่ง", "total", 6_000_000, "product"),
        ("3 แห่ง แห่งละ 2 ล้านบาท", "total", 6_000_000, "product"),
        ("(ห้าแสนบาทถ้วน)", "total", 500_000, "in-words"),
        ("สิบสองล้านสี่แสน", "total", 12_400_000, "in-words"),
    ],
)
def test_read_loosely(written, per, baht, how):
    found = interpret_amount(written, per)
    assert isinstance(found, Loose)
    assert (found.value, found.how) == (baht, how)


@pytest.mark.parametrize(
    ("written", "baht"),
    [
        ("500,000.-", 500_000),
        ("1,800,000.- บาท", 1_800_000),
        ("3,350 ล.", 3_350_000_000),
        ("B30.5 million", 30_500_000),
        ("Bt 30.5 million", 30_500_000),
        ("500,000/-", 500_000),
        ("131 billion", 131_000_000_000),
        ("1,200 บาท (หนึ่งพันสองร้อยบาทถ้วน)", 1200),
        ("900 บาท", 900),
        ("0", 0),
    ],
)
def test_read_plainly(written, baht):
    assert interpret_amount(written) == baht


@pytest.mark.parametrize(
    ("written", "per", "reason"),
    [
        ("12.4", "total", "no-money-unit"),
        ("900", "year", "no-money-unit"),
        ("12.4 (รวม VAT)", "total", "no-money-unit"),
        ("30,000 (บาทต่อเดือน)", "total", "rate"),
        ("500 บาทต่อคน", "year", "rate"),
        ("500 (บาทต่อคน)", "year", "rate"),
        ("5,000 (ต่อคน)", "total", "rate"),
        ("15,000 x 4 ปี", "year", "rate"),
        ("US$13 million", "total", "currency"),
        ("5 ล้านบาท (พันบาท)", "total", "brackets"),
        ("5 ล้านบาท (4,000,000 บาท)", "total", "brackets"),
        ("5 ล้านบาท (งวดแรก 4 ล้านบาท)", "total", "brackets"),
        ("5,000,000 (12)", "total", "brackets"),
        ("1,300 บาท (หนึ่งพันสองร้อยบาทถ้วน)", "total", "brackets"),
        ("350,000 (30,000 บาท x 12 เดือน)", "year", "brackets"),
        ("12,400,000 (ล้านบาท)", "total", "brackets"),
        ("15,000 x 4 = 70,000 บาท", "total", "two-numbers"),
        ("3-5 ล้านบาท", "total", "range"),
        ("5,000,000 ล้านบาท", "total", "too-large"),
        ("360,000 บาท (เดือนละ 20,000 บาท)", "year", "brackets"),
        ("360,000 (เดือนละ 20,000)", "year", "brackets"),
        ("12.4 ล้านบาท (เทศบาล 8 ล้าน จังหวัด 4 ล้าน)", "total", "brackets"),
        ("12,400,000 (เทศบาล 8,000,000 จังหวัด 4,000,000)", "total", "brackets"),
        ("26,963 (1,000 บาท)", "total", "brackets"),
        ("งบโครงการ 2 500 ล้านบาท", "total", "two-numbers"),
        ("2 ล้านบาท จังหวัดละ", "total", "rate"),
        ("จังหวัดไม่จ่ายให้", "total", "amount"),
        ("(12,400,000)", "total", "amount"),
        ("เทศบาล 8 ล้านบาท จังหวัด 4 ล้านบาท", "total", "two-numbers"),
        ("ปีละ 100,000", "total", "rate"),
    ],
)
def test_refused(written, per, reason):
    with pytest.raises(ValueReadError) as problem:
        interpret_amount(written, per)
    assert problem.value.reason == reason


def test_a_small_number_without_a_unit_may_be_two_amounts():
    with pytest.raises(ValueReadError) as problem:
        interpret_amount("12.4")
    assert problem.value.either == ("12.4 ล้านบาท", "12.4 บาท")


SCALES = {"": 1, "พัน": 10**3, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6, "พันล้าน": 10**9}
AROUND = ("{}", "ประมาณ {}", "ไม่เกิน {}", "{} (รวม VAT)", "งบประมาณ {}", "{} (โดยประมาณ)", "{}ถ้วน")
UNIT = ("{n} {s}บาท", "{n}{s}บาท", "{n} ({s}บาท)", "{n} (หน่วย: {s}บาท)", "{n} {s}บาท (บาท)", "{n}")


@settings(max_examples=500, deadline=None)
@given(
    st.integers(1, 10**7),
    st.integers(0, 2),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(UNIT),
    st.sampled_from(AROUND),
    st.booleans(),
)
def test_no_amount_is_read_a_thousand_times_too_small_or_too_large(
    number, places, scale, unit, around, thai
):
    """What is read is what was written out, however it was; what is doubtful is refused."""
    value = Fraction(number, 10**places)
    numeral = f"{number // 10**places:,}" + (f".{number % 10**places:0{places}}" if places else "")
    if thai:
        numeral = numeral.translate({ord("0") + digit: ord("๐") + digit for digit in range(10)})
    text = around.format(unit.format(n=numeral, s=scale))
    try:
        found = interpret_amount(text)
    except ValueReadError:
        return
    amount = found.value if isinstance(found, Loose) else found
    assert amount == value * (1 if unit == "{n}" else SCALES[scale])
