"""Yes and no, in Thai and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.boolean import read_boolean
from smartcert.thai.numeral import ValueReadError


@pytest.mark.parametrize(
    "written",
    ["ใช่", "มี", "มีแล้ว", "จริง", "ยืนยัน", "ยืนยันแล้ว", "true", "True", "YES", "y", " yes ", "✓"],
)
def test_yes(written):
    assert read_boolean(written) is True


@pytest.mark.parametrize(
    "written", ["ไม่ใช่", "ไม่มี", "ยังไม่มี", "เท็จ", "ไม่", "ยังไม่ยืนยัน", "ยังไม่ได้ยืนยัน", "false", "False", "NO", "n", "ไม่\u200bมี"]
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
