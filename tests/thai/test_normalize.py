"""Spellings of one text have one form, and Thai and full-width digits are Arabic ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.normalize import fold, normalize, to_arabic

THAI = st.text(
    alphabet=[chr(code) for code in range(0x0E01, 0x0E5C) if not 0x0E3B <= code <= 0x0E3E]
    + list(" \u200baA1"),
    max_size=30,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("น้ำ", "น\u0e49\u0e4d\u0e32"),  # SARA AM in two parts
        ("น้ำ", "น\u0e4d\u0e49\u0e32"),
        ("น้ำ", "น\u0e33\u0e49"),  # tone after SARA AM
        ("ที่", "ท\u0e48\u0e35"),  # tone before its vowel
        ("ผู้", "ผ\u0e49\u0e39"),
        ("ที่", "ท\u0e35\u0e48\u0e48"),  # a mark twice
        ("สิทธิ์", "สิทธ\u0e4c\u0e34"),
        ("แม่", "เเม่"),  # SARA E twice for SARA AE
        ("ขอนแก่น", "ขอน\u200bแก่น"),
        ("ขอนแก่น", "\ufeffขอน\u00adแก่น"),
        ("เทศบาลนคร ขอนแก่น", "  เทศบาลนคร\u00a0\n ขอนแก่น "),
        ("พ.ศ. 2563", "พ.ศ. ๒๕๖๓"),
        ("Smart City", "SMART  city"),
        ("caf\u00e9", "cafe\u0301"),
    ],
)
def test_two_spellings_of_one_text(one, other):
    assert normalize(one) == normalize(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ขอนแก่น", "ขอนแกน"), ("มา", "ม้า"), ("K-1", "K1"), ("บาท", "บาด"), ("น้ำ", "นำ")],
)
def test_two_texts(one, other):
    assert normalize(one) != normalize(other)


@given(st.one_of(st.text(), THAI))
def test_twice_the_same_is_the_normalize(text):
    assert normalize(normalize(text)) == normalize(text)


@pytest.mark.parametrize(
    ("one", "other"), [("อบต", "อ.บ.ต."), ("ตร. กม.", "ตรกม"), ("City Type", "citytype")]
)
def test_names_that_differ_in_blanks_and_dots(one, other):
    assert fold(one) == fold(other)
    assert normalize(one) != normalize(other)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
        ("０１２３４５６７８９", "0123456789"),
        ("พ.ศ. ๒๕๖๓", "พ.ศ. 2563"),
        ("plain 2563", "plain 2563"),
        ("٣", "٣"),
        ("", ""),
    ],
)
def test_digits(written, expected):
    assert to_arabic(written) == expected


@given(st.text())
def test_length_and_other_characters_stay(text):
    written = to_arabic(text)
    assert len(written) == len(text)
    assert all(new == old or new in "0123456789" for new, old in zip(written, text, strict=True))
