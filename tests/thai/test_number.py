"""Numbers are read exactly or not at all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.number import read_number, read_whole
from smartcert.thai.numeral import ValueReadError

LOOKS_LIKE_A_NUMBER = st.text(alphabet="0123456789๐๕,.-–% ()/eEx_:คนร้อยละล้านประมาณกว่า", max_size=90)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12.5", "12.5"),
        ("1,234,567.89", "1234567.89"),
        ("1234567", "1234567"),
        ("๑๒", "12"),
        ("๑,๒๓๔.๕", "1234.5"),
        ("１２", "12"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("85%", "85"),
        ("85 %", "85"),
        ("ร้อยละ 85", "85"),
        ("ร้อยละ ๘๕.๕", "85.5"),
        ("85 เปอร์เซ็นต์", "85"),
        ("85 percent", "85"),
        ("  7  ", "7"),
        ("007", "7"),
        ("0.1", "1/10"),
        ("1e3", "1000"),
        ("1.5E+3", "1500"),
        ("25e-1", "5/2"),
        ("9" * 40, "9" * 40),
    ],
)
def test_numbers(written, expected):
    assert read_number(written) == Fraction(expected)


@pytest.mark.parametrize(
    ("written", "reason", "hint"),
    [
        ("1,23", "commas", None),
        ("1,5", "commas", None),
        ("12,34,567", "commas", None),
        ("12.500,00", "commas", None),
        ("1 234 567", "number", "1,234,567"),
        ("+5", "number", "5"),
        ("1e400", "number", None),
        ("e5", "number", None),
        ("1_000", "number", None),
        ("0x1F", "number", None),
        ("1:30", "number", None),
        ("1/2", "number", None),
        ("1.2.3", "commas", None),
        ("NaN", "number", None),
        ("inf", "number", None),
        ("٣", "number", None),
        ("½", "number", None),
        ("", "number", None),
        ("มาก", "number", None),
        ("12.5 กม.", "unit", "12.5"),
        ("12 คน", "unit", "12"),
        ("1.2 ล้านคน", "unit", "1,200,000"),
        ("9" * 41 + " คน", "unit", None),
        ("9" * 35 + " ล้านล้านคน", "unit", None),
        ("ประมาณ 5", "estimate", "5"),
        ("ไม่น้อยกว่าร้อยละ 80", "bound", "ร้อยละ 80"),
        ("80 ขึ้นไป", "bound", "80"),
        (">= 80%", "bound", "80%"),
        ("3-5", "range", None),
        ("3 ถึง 5", "range", None),
        ("10–20%", "range", None),
        ("12 และ 15", "two-numbers", None),
        ("ชาย 70,000 หญิง 77,579", "two-numbers", None),
        ("9" * 41, "too-long", None),
        ("1" * 1_000_000, "too-long", None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_number(written, reason, hint):
    with pytest.raises(ValueReadError) as problem:
        read_number(written)
    assert (problem.value.reason, problem.value.hint) == (reason, hint)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("147579", 147_579),
        ("147,579 คน", 147_579),
        ("๑๔๗,๕๗๙ คน", 147_579),
        ("147,579คน", 147_579),
        ("150 ราย", 150),
        ("12 แห่ง", 12),
        ("12 people", 12),
        ("5 แสนคน", 500_000),
        ("8 หมื่นคน", 80_000),
        ("1.2 ล้านคน", 1_200_000),
        ("1e3", 1000),
        ("-3", -3),
        ("0", 0),
    ],
)
def test_whole_numbers(written, expected):
    found = read_whole(written)
    assert found == expected
    assert type(found) is int


@pytest.mark.parametrize(
    ("written", "reason", "hint"),
    [
        ("147,579.0", "not-whole", "147,579"),
        ("-4.00", "not-whole", "-4"),
        ("12.5 คน", "not-whole", None),
        ("1.2345678 ล้านคน", "not-whole", None),
        ("12.500 คน", "point", None),
        ("12 บาท", "unit", None),
        ("85%", "unit", None),
        ("50 ราย/ปี", "unit", None),
        ("ประมาณ 500 คน", "estimate", "500 คน"),
        ("500-600 คน", "range", None),
        ("1,5", "commas", None),
        ("คน", "number", None),
    ],
)
def test_what_is_no_whole_number(written, reason, hint):
    with pytest.raises(ValueReadError) as problem:
        read_whole(written)
    assert (problem.value.reason, problem.value.hint) == (reason, hint)


@given(st.integers(-(10**20), 10**20))
def test_a_written_integer_comes_back(number):
    assert read_whole(f"{number:,}") == read_number(str(number)) == number


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_written_decimal_comes_back_exactly(number):
    assert read_number(f"{number:,f}") == Fraction(number)


@given(st.one_of(st.text(), LOOKS_LIKE_A_NUMBER))
def test_any_text_is_read_or_refused_and_a_hint_can_be_pasted(text):
    for reader in (read_number, read_whole):
        try:
            reader(text)
        except ValueReadError as problem:
            if problem.hint is not None:
                read_number(problem.hint)
