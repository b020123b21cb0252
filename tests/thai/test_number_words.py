"""Numbers in Thai words are read, or they are none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from smartcert.thai.number_words import read_amount_words, read_number_words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ศูนย์", 0),
        ("สิบ", 10),
        ("สิบเอ็ด", 11),
        ("ยี่สิบเอ็ด", 21),
        ("หนึ่งพันสองร้อย", 1200),
        ("ห้าแสน", 500_000),
        ("สิบสองล้านสี่แสน", 12_400_000),
        ("สองหมื่นหกพันเก้าร้อยหกสิบสามล้าน", 26_963_000_000),
        ("สองล้านล้าน", 2 * 10**12),
        ("สอง แสน ห้า หมื่น", 250_000),
    ],
)
def test_numbers(words, number):
    assert read_number_words(words) == number


@pytest.mark.parametrize(
    "words", ["", "ล้าน", "แสน", "ห้าห้า", "ห้าหมื่นสองแสน", "ห้าแสนกว่า", "เมือง", "5"]
)
def test_what_is_no_number(words):
    assert read_number_words(words) is None


@pytest.mark.parametrize(
    ("words", "baht"),
    [
        ("ห้าแสนบาทถ้วน", 500_000),
        ("ห้าแสนบาท", 500_000),
        ("ห้าบาทห้าสิบสตางค์", Fraction(11, 2)),
        ("ล้านบาท", None),
        ("ห้าแสน", None),
    ],
)
def test_amounts(words, baht):
    assert read_amount_words(words) == baht
