"""Words are counted, and lines broken, where a Thai reader sees them."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from smartcert.thai.words import count_words, has_words, segment, width, wrap

PROSE = (
    "เทศบาลนครขอนแก่นพัฒนาโครงข่ายใยแก้วนำแสงเพื่อเชื่อมกล้องวงจรปิดและเซ็นเซอร์วัดคุณภาพอากาศทั่วเมือง "
    "ประชาชนร้องเรียนผ่านแอปพลิเคชันและติดตามผลได้ภายใน 3 วันทำการ ส่วนข้อมูลส่วนบุคคลเก็บตาม พ.ร.บ. "
    "คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 "
    "The city’s data platform (CDP) publishes open data under "
    "https://data.example.go.th/khon-kaen/datasets/air-quality every hour."
)
WORDS = st.sampled_from(
    re.findall(r"\S+", PROSE)
    + segment(PROSE)
    + ["\n", " ", "\u00a0", "ๆ", "น้ำ", "ความปลอดภัย", "AI", "“เมือง”", "漢字", "🚌"]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=40).map("".join))


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n", 0),
        ("... — !? ๆ ฯ", 0),
        ("\u0e48", 0),  # a mark alone
        ("ณ", 1),
        ("smart city", 2),
        ("7-Smarts", 1),
        ("12,500,000", 1),
        ("๑๒,๕๐๐", 1),
        ("city’s don't", 2),
        ("ขอนแก่น", 1),
        ("ความปลอดภัย", 2),
        ("AIระบบ", 2),
        ("ขอนแก่น 2563 Smart City", 4),
        ("東京", 1),
        ("พ.ร.บ. พ.ศ. 2562", 3),
    ],
)
def test_counts(text, count):
    assert count_words(text) == count


def test_spaces_between_thai_words_change_nothing():
    assert count_words("เทศบาล นคร ขอนแก่น") == count_words("เทศบาลนครขอนแก่น") == 3


@pytest.mark.parametrize("least", [1, 2, 4, 8, 20, 40, 60])
@pytest.mark.parametrize(
    "text", [PROSE, PROSE[:30], PROSE[100:160], "ขอนแก่น", "เมืองน่าอยู่ของทุกคน", "Smart City", "ณ"]
)
def test_enough_words_is_what_counting_says(text, least):
    assert has_words(text, least) == (count_words(text) >= least)


@given(
    st.lists(st.sampled_from(segment(PROSE)), min_size=1, max_size=60, unique=True),
    st.integers(1, 40),
)
def test_the_shortcuts_agree_with_counting(words, least):
    text = " ".join(words)
    assert has_words(text, least) == (count_words(text) >= least)


@pytest.mark.parametrize(
    "text",
    [
        "ทดสอบ " * 50,
        "ไม่มีข้อมูล" * 50,
        "กกกกกกกกกกกกกกกกกกกกกกกกกก",
        "lorem ipsum dolor sit amet",
        "",
        ".....",
    ],
)
def test_repetition_says_nothing(text):
    assert not has_words(text, 3)


def test_a_very_long_text_is_judged_by_its_beginning():
    assert has_words(PROSE * 1000 + "จบ", 8) is has_words(PROSE, 8)
    assert has_words("".join(map(str, range(100_000))), 2) is False


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("เทศบาลนครขอนแก่น", ["เทศบาล", "นคร", "ขอนแก่น"]),
        ("โครงข่ายใยแก้วนำแสง", ["โครงข่าย", "ใยแก้ว", "นำแสง"]),
        ("ความปลอดภัย", ["ความปลอดภัย"]),
        ("การบริหารจัดการน้ำ", ["การบริหารจัดการ", "น้ำ"]),
        ("ผู้รับผิดชอบภายในเมื่อใด", ["ผู้รับผิดชอบ", "ภายใน", "เมื่อใด"]),
        ("แหล่งทุนและตัวชี้วัด", ["แหล่งทุน", "และ", "ตัวชี้วัด"]),
        ("ข้อมูลส่วนบุคคล", ["ข้อมูล", "ส่วนบุคคล"]),
        ("กิจกรรมการเรียนรู้", ["กิจกรรม", "การเรียนรู้"]),
        ("จังหวัดนครราชสีมา", ["จังหวัด", "นครราชสีมา"]),
        ("กองช่าง (อบต.) และอื่น ๆ", ["กอง", "ช่าง ", "(อบต.) ", "และ", "อื่น ๆ"]),
        ("ม.ค. 2563", ["ม.ค. ", "2563"]),
        ("“เมือง”ดี", ["“เมือง”", "ดี"]),
        ("smart city", ["smart ", "city"]),
        ("10\u00a0บาท", ["10\u00a0", "บาท"]),
        ("", []),
    ],
)
def test_segments(text, pieces):
    assert segment(text) == pieces


@given(TEXTS)
def test_segments_are_the_text(text):
    assert "".join(segment(text)) == text


@given(st.lists(st.sampled_from(segment(PROSE)), max_size=20).map("".join))
def test_no_piece_starts_with_a_mark_or_ends_with_a_leading_vowel(text):
    for before, after in zip(segment(text), segment(text)[1:], strict=False):
        assert not re.match("[ะัาำ-ฺๅๆ็-๎]", after)
        assert before[-1] not in "เแโใไ"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("city", 4),
        ("ที่นี่", 2),
        ("น้ำ", 2),
        ("กำ", 2),
        ("ผู้ว่าฯ", 4),
        ("漢字", 4),
        ("🚌", 2),
        ("cafe\u0301", 4),
        ("ก\u200bข", 2),
        ("“ก”", 3),
    ],
)
def test_widths(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize(
    "code", [code for code in range(0x0E01, 0x0E5C) if not 0x0E3B <= code <= 0x0E3E]
)
def test_thai_widths_are_those_of_the_terminal_library(code):
    assert width(f"ก{chr(code)}") == cell_len(f"ก{chr(code)}")


@given(st.text(), st.text())
def test_widths_add_up(one, other):
    assert width(one + other) == width(one) + width(other)


def test_lines_break_between_words():
    assert wrap("เทศบาลนครขอนแก่นพัฒนาโครงข่ายใยแก้วนำแสง", 20, "  ") == [
        "  เทศบาลนครขอนแก่น",
        "  พัฒนาโครงข่ายใยแก้ว",
        "  นำแสง",
    ]


def test_lines_of_the_text_stay():
    assert wrap("หนึ่ง\n\n  สอง\n", 20, "> ") == ["> หนึ่ง", ">", ">   สอง"]
    assert wrap("", 20) == [""]


def test_a_long_thai_word_is_cut_between_letters():
    lines = wrap("ฮา" * 30, 20)
    assert all(width(line) <= 20 for line in lines)
    assert not any(line.startswith("า") for line in lines)


def test_a_link_stays_whole():
    link = "https://data.example.go.th/khon-kaen/datasets/air-quality"
    assert wrap(f"ดูข้อมูลที่ {link} ทุกวัน", 30) == ["ดูข้อมูลที่", link, "ทุกวัน"]


@given(TEXTS, st.integers(10, 100), st.sampled_from(["", "  ", "    "]))
def test_wrapping_loses_nothing_and_fits(text, columns, indent):
    lines = wrap(text, columns + len(indent), indent)
    assert bare("".join(lines)) == bare(text)
    for line in lines:
        assert line.startswith(indent) or not line.strip()
        assert width(line) <= columns + len(indent) or any(
            word.isascii() and len(word) > 10 for word in line.split()
        )


@given(
    st.lists(st.sampled_from(segment(PROSE)), min_size=10, max_size=60).map("".join),
    st.integers(40, 100),
)
def test_lines_end_where_words_do(text, columns):
    ends = set(accumulate(len(bare(piece)) for piece in segment(text)))
    assert set(accumulate(len(bare(line)) for line in wrap(text, columns))) <= ends
