"""Text that holds a place is known from an answer, and what says nothing from what does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.normalize import normalize
from smartcert.thai.placeholder import (
    LONGEST_PLACEHOLDER,
    is_filler,
    is_placeholder,
    says_none,
    says_state,
)

THAI = st.text(
    alphabet=[chr(code) for code in range(0x0E01, 0x0E5C) if not 0x0E3B <= code <= 0x0E3E]
    + list(" \u200baA1"),
    max_size=30,
)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "--", "—", "......", "…", "???", "___", "*", "ๆ",
        "TBD", "tbd", "TBC", "(TBD)", "TBD.", "N/A", "n/a", "NA", "xxx", "XXXXX", "To be confirmed",
        "TODO",
        "Lorem ipsum", "lorem  ipsum...", "[...]", "[ชื่อหน่วยงาน]", "<กรอกชื่อ>", "{{name}}",
        "ชื่อ ..................", "ชื่อ ________",
        "รอข้อมูล", "รอ ข้อมูล", "“รอข้อมูล”", "รอข้อมูลเพิ่มเติม...", "รอการยืนยัน", "อยู่ระหว่างดำเนินการ",
        "อยู่ระหว่างการดำเนินการ",
        "อยู่ในระหว่างการจัดทำ", "อยู่ระหว่างจัดทำ", "(อยู่ระหว่างรวบรวมข้อมูล)", "ยังไม่มีข้อมูล", "ไม่มีข้อมูล",
        "จะแจ้งภายหลัง", "โปรดระบุ",
        "โปรดระบุ..............", "อยู่\u200bระหว่างดำเนินการ", "กองช่าง (TBD)", "กองช่าง (รอการยืนยัน)",
        "ทดสอบ",
        "กำลังดำเนินการ", "อยู่ระหว่างดำเนินการจัดทำ", "ระหว่างดำเนินการ", "กำลังรวบรวมข้อมูลอยู่", "ยังไม่มี",
        "ยังไม่มีรายละเอียด", "ยังไม่ได้กำหนด", "ไม่ทราบ",
        "ไม่ทราบค่ะ", "รอข้อมูลครับ", "รอข้อมูลค่ะ", "รอข้อมูลนะคะ", "รอข้อมูลจากหน่วยงานที่เกี่ยวข้อง",
        "ตามเอกสารแนบ", "รายละเอียดตามเอกสารแนบ", "ดูไฟล์แนบ",
        "ไม่มี", "none", "None.", "pending", "test", "asdf", "asdf qwer zxcv", "asdfasdf", "ฟหกด",
        "ฟหกด ผปแอ", "qwerty",
    ],
)  # fmt: skip
def test_placeholders(text):
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "มี", "%", "฿", "0", "5", "/", "✓", "A", "X", "K1", "กม.", "ก", "รออนุมัติ", "อยู่ระหว่างพิจารณา",
        "รอข้อมูลจากกรมที่ดินแล้วปรับแผนที่",
        "อยู่ระหว่างดำเนินการก่อสร้างระยะที่ 2 แล้วเสร็จร้อยละ 60", "ตัวอย่างน้ำ", "[a] และ [b]",
        "5 < 6 และ 7 > 6", "เทศบาลนครขอนแก่น", "TBD Group Co., Ltd.",
        "Naresuan University", "รอยเท้าคาร์บอน", "โครงการทดสอบรถเมล์ไร้คนขับ", "example.go.th",
        "ถนนมิตรภาพ ฯลฯ", "1.0", "(TBD) กองช่าง",
        "กำลังคน", "กำลังดำเนินการก่อสร้าง", "ระหว่างประเทศ", "รองผู้ว่าราชการจังหวัด", "รอบเดือน",
        "รอยืนยันจากสภาเทศบาลครั้งที่ 2/2569", "ตามเอกสารแนบ 3",
        "ตามแผนพัฒนาท้องถิ่น", "ยังไม่มีข้อพิพาทในพื้นที่", "ไม่มีข้อมูลส่วนบุคคลที่มีความอ่อนไหว", "ไม่ต้องขออนุญาต", "อู่ทอง",
        "กรมโยธาธิการค่ะ", "WERA", "DFG", "KMUTT",
    ],
)  # fmt: skip
def test_answers(text):
    assert not is_placeholder(text)


def test_a_long_text_is_never_a_placeholder():
    assert is_placeholder("." * LONGEST_PLACEHOLDER)
    assert not is_placeholder("." * (LONGEST_PLACEHOLDER + 1))


@pytest.mark.parametrize(
    "text", ["กำลังดำเนินการ", "อยู่ระหว่างจัดทำ", "ยังไม่ดำเนินการ", "รอดำเนินการ", "Pending", "in progress"]
)
def test_some_placeholders_say_a_state(text):
    assert is_placeholder(text)
    assert says_state(text)
    assert not says_none(text)


@pytest.mark.parametrize("text", ["ไม่มี", "ยังไม่มี", "- ไม่มี -", "None"])
def test_some_say_that_there_is_none(text):
    assert is_placeholder(text)
    assert says_none(text)
    assert not says_state(text)


@pytest.mark.parametrize(
    "text", ["รอข้อมูล", "ยังไม่มีข้อมูล", "TBD", "-", "ไม่ทราบ", "ตามเอกสารแนบ", "กำลังรวบรวมข้อมูล", "ทดสอบ"]
)
def test_most_do_not(text):
    assert is_placeholder(text)
    assert not says_state(text)
    assert not says_none(text)


@given(THAI)
def test_a_placeholder_is_one_however_it_is_spelt(text):
    if len(text) <= LONGEST_PLACEHOLDER and is_placeholder(normalize(text)):
        assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "ทดสอบ ทดสอบ ทดสอบ", "ทดสอบทดสอบทดสอบ", "aaaa", "กกกกกกกก", "lorem ipsum dolor",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit",
        "ไม่มีข้อมูลไม่มีข้อมูลไม่มีข้อมูลไม่มี", "asdf asdf asdf asdf", "abcabcabcabc", "blah " * 500,
        "................", "- - - - - -", "ขขขขกกกกขขขขกกกก",
        "asdf qwer zxcv asdf qwerty uiop hjkl", "asdf qwer zxcv …", "ฟหกด ผปแอ ฟหกด ๆไำพ",
    ],
)  # fmt: skip
def test_fillers(text):
    assert is_filler(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "ก", "ok", "www", "ทดสอบระบบ", "ใคร ๆ ก็รู้", "เทศบาลนครขอนแก่น", "2563", "1111 ถนนพหลโยธิน",
        "10.1.1.1",
        "ประชาชนเข้าถึงบริการของเทศบาลได้ตลอดเวลา ประชาชนร้องเรียนผ่านแอปพลิเคชัน และประชาชนติดตามผลได้",
        "สาย 1 สาย 2 และสาย 3", "The city plans, builds and runs the network with the university.",
    ],
)  # fmt: skip
def test_texts_that_say_something(text):
    assert not is_filler(text)


@given(st.text(alphabet="abกข ้", min_size=2, max_size=12), st.integers(3, 200))
def test_anything_said_over_and_over_is_filler(text, times):
    packed = "".join(text.split())
    if len(packed) * times >= 12:
        assert is_filler(packed * times)


@given(st.text())
def test_no_text_breaks_them(text):
    assert is_placeholder(text) in (True, False)
    assert is_filler(text) in (True, False)
