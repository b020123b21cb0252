"""Money is read in baht, exactly."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.money import format_amount, read_amount, read_yearly
from smartcert.thai.normalize import to_arabic
from smartcert.thai.numeral import ValueReadError

LOOKS_LIKE_MONEY = st.lists(
    st.sampled_from(
        ["5", "1,200", "12.5", "๕", ",", ".", "-", " ", "พัน", "หมื่น", "ล้าน", "บาท", "ถ้วน", "฿",
         "thb", "million", "ประมาณ", "กว่า", "(", ")", "ลบ."]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "baht"),
    [
        ("12,500,000", "12500000"),
        ("12500000", "12500000"),
        ("12.5 ล้านบาท", "12500000"),
        ("12.5ล้านบาท", "12500000"),
        ("26,963 ล้านบาท", "26963000000"),
        ("๒๖,๙๖๓ ล้านบาท", "26963000000"),
        ("26,963 ลบ.", "26963000000"),
        ("1.2 พันล้านบาท", "1200000000"),
        ("5 แสนบาท", "500000"),
        ("3 หมื่น", "30000"),
        ("2 แสนล้านบาท", "200000000000"),
        ("1 ล้านล้านบาท", "1000000000000"),
        ("800 บาท", "800"),
        ("฿1,200", "1200"),
        ("1,200.50 บาท", "1200.5"),
        ("1,200.-", "1200"),
        ("1,200 บาทถ้วน", "1200"),
        ("1,200 บาท (หนึ่งพันสองร้อยบาทถ้วน)", "1200"),
        ("THB 5 million", "5000000"),
        ("1.5 million baht", "1500000"),
        ("1.5 Million Baht", "1500000"),
        ("2 billion", "2000000000"),
        ("0", "0"),
        ("0 บาท", "0"),
        ("1e6", "1000000"),
        ("5 ล้าน 5 แสนบาท", "5500000"),
        ("1 ล้าน 2 แสน 5 หมื่นบาทถ้วน", "1250000"),
        ("1,200 ล้าน 5 แสนบาท", "1200500000"),
        ("5 ล.บ.", "5000000"),
        ("11.5 MTHB", "11500000"),
        ("11.5 MB", "11500000"),
        ("5,000 บ.", "5000"),
        ("1.234 ล้านบาท", "1234000"),
    ],
)
def test_amounts(written, baht):
    assert read_amount(written) == Fraction(baht)


@pytest.mark.parametrize(
    ("written", "reason", "hint"),
    [
        ("ประมาณ 5 ล้าน", "estimate", "5 ล้านบาท"),
        ("about 5 million", "estimate", "5 million baht"),
        ("5 ล้านบาทเศษ", "estimate", "5 ล้านบาท"),
        ("ไม่เกิน 500", "bound", "500 บาท"),
        ("3-5 ล้านบาท", "range", None),
        ("3 ล้านบาท ถึง 5 ล้านบาท", "range", None),
        ("-5 บาท", "negative", None),
        ("฿-5", "negative", None),
        ("$5 million", "currency", None),
        ("5 ล้านดอลลาร์", "currency", None),
        ("1,23 บาท", "commas", None),
        ("5,00,000 บาท", "commas", None),
        ("12.500,00 บาท", "commas", None),
        ("12.500 บาท", "commas", None),
        ("12 500 000", "amount", "12,500,000 บาท"),
        ("50,000 บาท/เดือน", "rate", None),
        ("เดือนละ 50,000 บาท", "rate", None),
        ("380,000 บาทต่อปี", "rate", None),
        ("500 บาท x 12 เดือน", "rate", None),
        ("30k บาท", "amount", None),
        ("5 ล้านกว่าบาท", "amount", "5 ล้านบาท"),
        ("งบ 5 ล้านบาท", "amount", "5 ล้านบาท"),
        ("12 คน", "amount", None),
        ("ล้านบาท", "amount", None),
        ("", "amount", None),
        ("5 ล้าน 5", "two-numbers", None),
        ("5 แสน 2 ล้านบาท", "two-numbers", None),
        ("5 ล้าน 20 แสนบาท", "two-numbers", None),
        ("500 และ 600 บาท", "two-numbers", None),
        ("9" * 41, "too-long", None),
        ("1" * 1_000_000, "too-long", None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_amount(written, reason, hint):
    with pytest.raises(ValueReadError) as problem:
        read_amount(written)
    assert (problem.value.reason, problem.value.hint) == (reason, hint)


@pytest.mark.parametrize(
    "written",
    [
        "380,000", "380,000 บาท", "380,000 บาทต่อปี", "380,000 บาท ต่อ ปี", "380,000 บาท/ปี",
        "380,000/ปี", "ปีละ 380,000 บาท", "3.8 แสนบาทต่อปีงบประมาณ",
        "3 แสน 8 หมื่นบาทต่อปี", "380,000 baht per year", "380,000 baht a year",
    ],
)  # fmt: skip
def test_amounts_per_year(written):
    assert read_yearly(written) == 380_000


@pytest.mark.parametrize(
    "written", ["50,000 บาท/เดือน", "เดือนละ 50,000 บาท", "ปีละ 50,000 บาทต่อคน", "50,000 บาทต่อ 2 ปี"]
)
def test_another_rate_is_no_amount_per_year(written):
    with pytest.raises(ValueReadError) as problem:
        read_yearly(written)
    assert (problem.value.reason, problem.value.hint) == ("rate", None)


@pytest.mark.parametrize(
    ("amount", "thai", "english"),
    [
        ("12500000", "12,500,000 บาท", "12,500,000 baht"),
        ("1200.5", "1,200.50 บาท", "1,200.50 baht"),
        ("0", "0 บาท", "0 baht"),
        ("-5", "-5 บาท", "-5 baht"),
        ("1/3", "0.33 บาท", "0.33 baht"),
        ("0.999", "1 บาท", "1 baht"),
        ("-0.001", "0 บาท", "0 baht"),
        (
            "123456789012345678901.25",
            "123,456,789,012,345,678,901.25 บาท",
            "123,456,789,012,345,678,901.25 baht",
        ),
    ],
)
def test_writing(amount, thai, english):
    assert format_amount(Fraction(amount), "th") == thai
    assert format_amount(Fraction(amount), "en") == english


@given(st.integers(0, 10**17), st.sampled_from(["th", "en"]))
def test_what_is_written_is_read_again(satang, lang):
    amount = Fraction(satang, 100)
    assert read_amount(format_amount(amount, lang)) == amount


@given(st.one_of(st.text(), LOOKS_LIKE_MONEY))
def test_any_text_is_read_or_refused_and_a_hint_is_the_same_amount(text):
    try:
        assert read_amount(text) >= 0
    except ValueReadError as problem:
        meant = problem.hint
    else:
        meant = None
    if meant is not None:
        read_amount(meant)
        assert re.findall("[0-9]", meant) == re.findall("[0-9]", to_arabic(text))
