"""Money is read in baht, exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.money import format_amount, read_amount
from smartcert.thai.unreadable import Unreadable

LOOKS_LIKE_MONEY = st.lists(
    st.sampled_from(
        ["5", "1,200", "12.5", "๕", ",", ".", "-", " ", "พัน", "หมื่น", "ล้าน", "บาท", "ถ้วน", "฿", "thb", "million", "ประมาณ", "กว่า", "(", ")", "ลบ."]
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
        ("1,23 บาท", "amount", "123 บาท"),
        ("งบ 5 ล้านบาท", "amount", "5 ล้านบาท"),
        ("12 คน", "amount", None),
        ("ล้านบาท", "amount", None),
        ("1e6", "amount", None),
        ("", "amount", None),
        ("5 ล้าน 2 แสนบาท", "two-numbers", None),
        ("9" * 41, "too-long", None),
        ("1" * 1_000_000, "too-long", None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_amount(written, reason, hint):
    with pytest.raises(Unreadable) as problem:
        read_amount(written)
    assert (problem.value.reason, problem.value.hint) == (reason, hint)


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
        ("123456789012345678901.25", "123,456,789,012,345,678,901.25 บาท", "123,456,789,012,345,678,901.25 baht"),
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
def test_any_text_is_read_or_refused_and_a_hint_can_be_pasted(text):
    try:
        assert read_amount(text) >= 0
    except Unreadable as problem:
        if problem.hint is not None:
            read_amount(problem.hint)
