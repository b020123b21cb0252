"""Yes and no, in Thai and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.boolean import interpret_boolean, read_boolean
from smartcert.thai.loose import Loose
from smartcert.thai.numeral import ValueReadError


@pytest.mark.parametrize(
    "written",
    ["ใช่", "มี", "มีแล้ว", "จริง", "ยืนยัน", "ยืนยันแล้ว", "true", "True", "YES", "y", " yes ", "✓"],
)
def test_yes(written):
    assert read_boolean(written) is True


@pytest.mark.parametrize(
    "written", ["ไม่ใช่", "ไม่มี", "ยังไม่มี", "เท็จ", "ไม่", "ยังไม่ยืนยัน", "ยังไม่ได้ยืนยัน", "false", "False",
    "NO", "n", "ไม่\u200bมี"]
)  # fmt: skip
def test_no(written):
    assert read_boolean(written) is False


@pytest.mark.parametrize("written", ["", "maybe", "ใช่ไหม", "0", "1", "on", "มีบางส่วน", "ใช่" * 1000])
def test_neither(written):
    with pytest.raises(ValueReadError):
        read_boolean(written)


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        found = read_boolean(text)
    except ValueReadError:
        return
    assert type(found) is bool


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("ใช่ (ชื่อ ที่อยู่)", True),
        ("มีข้อมูลส่วนบุคคล", True),
        ("ไม่เก็บข้อมูลส่วนบุคคล ใช้เฉพาะพิกัด", False),
        ("ไม่มีข้อมูลส่วนบุคคล", False),
        ("ยังไม่มีการจัดเก็บ", False),
        ("มิได้เก็บข้อมูลส่วนบุคคล", False),
        ("ไม่เป็นข้อมูลส่วนบุคคล", False),
        ("เป็นข้อมูลส่วนบุคคล", True),
        ("รอการยืนยันจากจังหวัด", False),
        ("ยังไม่ได้รับการยืนยัน", False),
        ("อนุมัติแล้วตามมติ ครม.", True),
    ],
)
def test_what_follows_explains(written, answer):
    assert interpret_boolean(written) == Loose(answer, "explained")


@pytest.mark.parametrize(
    ("written", "answer"),
    [("ไม่ใช้", False), ("อนุมัติแล้ว", True), ("รอการยืนยัน", False), ("หน่วยงานหลัก", True)],
)
def test_other_words_that_say_yes_or_no(written, answer):
    assert interpret_boolean(written) is answer


@pytest.mark.parametrize(
    "written",
    [
        "ไม่แน่ใจ",
        "ไม่ทราบ",
        "มี แต่ไม่ระบุชื่อ",
        "มี ไม่มี",
        "มีบ้าง",
        "อนุมัติในหลักการ",
        "มีข้อมูลรวม",
        "เก็บเฉพาะสถิติ",
        "เป็นข้อมูลสาธารณะ",
        "ไม่ใช่ข้อมูลทั่วไป",
        "ไม่เป็นความลับ",
        "ไม่มีปัญหา มีข้อมูล",
    ],
)
def test_what_leaves_it_open_is_no_answer(written):
    with pytest.raises(ValueReadError):
        interpret_boolean(written)
