"""Thai that came apart is put together where it can have been one thing; other Thai is let be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smartcert.thai.torn import is_torn, may_be_torn, mended_parts
from smartcert.thai.word_list import word_lists
from support import EXAMPLES, ROOT
from work import calls


def mended(line):
    for part in reversed(mended_parts(line)):
        line = line[: part.start] + part.text + line[part.end :]
    return line


def misread(text, encoding):
    """Read UTF-8 as another encoding, as a careless program does."""
    other = {byte: bytes([byte]).decode("latin-1") for byte in range(256)}
    if encoding == "cp1252":
        undefined = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
        other |= {b: bytes([b]).decode("cp1252") for b in range(256) if b not in undefined}
    return "".join(other[byte] for byte in text.encode())


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        # SARA AM in two parts.
        ("ส าเร็จ", "สำเร็จ"),
        ("จ านวนน ้าเสีย จัดท าแผนด าเนินงานประจ าปี", "จำนวนน้ำเสีย จัดทำแผนดำเนินงานประจำปี"),
        ("ส านักงานก ากับ อ าเภอ ต าบล ล าดับ", "สำนักงานกำกับ อำเภอ ตำบล ลำดับ"),
        ("ท างาน น ามา เหลื่อมล ้า ต ่ากว่า สม ่าเสมอ", "ทำงาน นำมา เหลื่อมล้ำ ต่ำกว่า สม่ำเสมอ"),
        ("นํา น้ํา นํ้า นำ้ น ้ำ น ้ า", "นำ น้ำ น้ำ น้ำ น้ำ น้ำ"),
        # SARA AA apart from its letter.
        ("ก ารพัฒนาบริก าร", "การพัฒนาบริการ"),
        ("ศ าล ภ าพ ผ ่าน ล ้านบาท บ ้าน ค ่าใช้จ่าย", "ศาล ภาพ ผ่าน ล้านบาท บ้าน ค่าใช้จ่าย"),
        # Marks alone, or in disorder.
        ("ท ี่ด ิน เม ือง ก ็ได ้", "ที่ดิน เมือง ก็ได้"),
        ("ท่ี ส้ิน ภูมิท้ัศน์", "ที่ สิ้น ภูมิทั้ศน์"),
        ("พร ะ", "พระ"),
        ("เเม่เเตง", "แม่แตง"),
        # Numbers of old fonts.
        ("ป\uf701น\uf70aา ท\u0e35\uf70a", "ปิน่า ที่"),
        ("\uf70fา\uf718\uf700", "ญาุฐ"),
        # Blanks between all letters.
        ("เ ท ศ บ า ล", "เทศบาล"),
        ("เ ท ศ บ า ล  เ มื อ ง", "เทศบาล เมือง"),
        ("ชื่อ (ส า ย ธ า ร)", "ชื่อ (สายธาร)"),
    ],
)
def test_what_came_apart_is_put_together(torn, whole):
    assert may_be_torn(torn)
    assert mended(torn) == whole
    assert not is_torn(whole)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("text", ["กองยุทธศาสตร์ ฝ่ายแผนฯ", "เมืองญี่ปุ่น “น่าอยู่”", "๑๒ ฐานข้อมูล"])
def test_utf_8_that_was_taken_for_another_encoding(text, encoding):
    line = f"name: {misread(text, encoding)}  # ก"
    assert may_be_torn(line)
    assert mended(line) == f"name: {text}  # ก"


@pytest.mark.parametrize(
    "text",
    [
        "เมอื งอจั ฉรยิ ะ",
        "การพฒั นาเมอื งอจั ฉรยิ ะเพอื่ ใหป้ ระชาชนในจงั หวดั มคี ณุ ภาพชวี ติ ทดี่ ขี น้ึ",
        "เมอื ง",
        "à¹€à¸¡à¸·à¸",
        "à¸?à¸?à¸?",
        "ส \u0e48\u0e49า ี ื",
        "ท\ue123ก\ue124น",
    ],
)
def test_what_can_have_been_several_things_is_no_text(text):
    assert may_be_torn(text)
    assert mended(text) == text
    assert is_torn(text)


@pytest.mark.parametrize(
    "text",
    [
        "กลุ่ม ก ข ค ง จ",
        "มติ ที่ประชุม ครั้งที่ 5 วัดสี่ แห่ง",
        "จัดทำแผนพื้นทื่ ตำบล",  # a slip of the hand
        "ก็ดี ชั่วๆ ทั่วๆ ไป สุพรรณฯ พ.ศ. ๒๕๖๗",
        "déjà vu à la carte façade",
        "ตลาด\uf0b7วัด",
        "สระอำ า ใช้ในคำว่า สำเร็จ และไม้เอกเขียนไว้เหนือพยัญชนะทุกตัวของคำ",
    ],
)
def test_ordinary_text_is_a_text(text):
    assert mended(text) == text
    assert not is_torn(text)


PROPER = [
    path
    for pattern in ("examples/**/*.yaml", "criteria/**/*.yaml", "messages/[fghlnrtu]*.yaml", "*.md")
    for path in sorted(ROOT.glob(pattern))
]


@pytest.mark.parametrize("path", PROPER, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_of_ours_came_apart(path):
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "ส าเร็จ" not in line]
    assert not may_be_torn("\n".join(lines))
    assert [line for line in lines if mended_parts(line)] == []


WORDS = sorted(
    {word for name in ("lexicon", "values", "placeholders", "torn")
     for words in word_lists(name).values() for word in words}
)  # fmt: skip
LINES = (EXAMPLES / "khon-kaen" / "round-2.yaml").read_text(encoding="utf-8").splitlines()


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(["", " ", ", "]))
def test_words_of_our_lists_are_let_be(words, between):
    line = between.join(words)
    assert mended_parts(line) == []
    assert not is_torn(line)
    assert between or not may_be_torn(line)


@given(st.sampled_from([line for line in LINES if "ำ" in line]))
def test_any_line_with_every_sara_am_in_two_parts(line):
    torn = line.replace("น้ำ", "น ้า")
    for word in ("สำเร็จ", "ดำเนิน", "กำหนด", "ทำ", "จำ", "อำเภอ", "ตำบล", "สำนัก", "สำหรับ", "นำ"):
        torn = torn.replace(word, word.replace("ำ", " า"))
    left = mended(torn)
    # What is left as it was is not wrong: `ท างบ` may be ทางบ or ทำงบ.
    assert left == line or left.replace(" \u0e32", "\u0e33") == line


@given(st.sampled_from(LINES), st.sampled_from(["cp1252", "latin-1"]))
def test_any_line_in_another_encoding(line, encoding):
    assume("\xa0" not in line and any(character >= "ก" for character in line))
    assert mended(misread(line, encoding)) == line


TORN = st.text(
    alphabet=[chr(code) for code in range(0x0E01, 0x0E5C) if not 0x0E3B <= code <= 0x0E3E]
    + [*"  \tà¸¹¡\x81\uf701\uf70a\uf8ff\u200ba1:"],
    max_size=40,
)


@given(TORN)
@settings(max_examples=300)
def test_what_is_mended_stays_so(line):
    parts = mended_parts(line)
    assert all(part.start < part.end for part in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    if parts:
        assert may_be_torn(line)
    again = mended(line)
    assert mended(again) == again
    is_torn(line)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "ก า" * n, lambda n: "ก  " * n, lambda n: "า ก " * n, lambda n: "é" * n,
        lambda n: "à¸" * n, lambda n: "เ " * n, lambda n: "ก" + " ่" * n, lambda n: "ั " * n,
        lambda n: "ก  า  " * n, lambda n: "\uf701" * n,
    ],
)  # fmt: skip
def test_work_grows_with_the_line_and_not_faster(make):
    def work(line):
        return calls(lambda: (may_be_torn(line), mended_parts(line), is_torn(line)))

    assert work(make(2000)) <= 4.5 * work(make(500)) + 200
