"""Counts that are not written plainly are read where they can mean one number, else refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.thai.count_forms import interpret_count, interpret_ordinal
from smartcert.thai.loose import Loose
from smartcert.thai.numeral import ValueReadError


@pytest.mark.parametrize(
    ("written", "count", "how"),
    [
        ("ประมาณ 45,000 คน", 45_000, "about"),
        ("45,000 คน (ชาย 22,000 หญิง 23,000)", 45_000, "note"),
        ("147,579 คน (ธ.ค. 2567)", 147_579, "note"),
        ("147,579 คน (2567)", 147_579, "note"),
        ("147,579 คน ณ ธ.ค. 2567", 147_579, "note"),
        ("540 คน จาก 9 หมู่บ้าน", 540, "note"),
        ("540 คน (9 หมู่บ้าน)", 540, "note"),
        ("2 คน (จ้างเหมา 1 คน)", 2, "note"),
        ("เจ้าหน้าที่ 2 คน", 2, "note"),
        ("รวม 540 คน", 540, "note"),
        ("1.2 ล้านคน/ปี", 1_200_000, "note"),
        ("ปีละ 100,000", 100_000, "note"),
        ("45 (พันคน)", 45_000, "unit-in-brackets"),
        ("45,000 กว่าคน", 45_000, "about"),
        ("100,000+ คน", 100_000, "about"),
        ("45 000 คน", 45_000, "note"),
        ("45, 000 คน", 45_000, "note"),
        ("1.475.790 คน", 1_475_790, "note"),
        ("1.2M", 1_200_000, "note"),
        ("120k คน", 120_000, "note"),
        ("4 หมื่น 5 พันคน", 45_000, "note"),
        ("สี่หมื่นห้าพันคน", 45_000, "in-words"),
        ("สองคน", 2, "in-words"),
        ("2 (สอง) คน", 2, "note"),
        ("147,579 คน ปี 2567", 147_579, "note"),
        ("147,579 คน 50,000 ครัวเรือน", 147_579, "note"),
        ("147,579 คน/50,000 ครัวเรือน", 147_579, "note"),
        ("ชาย 70,000 คน หญิง 77,579 คน", 147_579, "note"),
        ("ชาย 70,000 หญิง 77,579 รวม 147,579 คน", 147_579, "note"),
        ("45,000 คน แยกเป็นชาย 22,000 คน หญิง 23,000 คน", 45_000, "note"),
        ("45,000 คน = ชาย 22,000 + หญิง 23,000", 45_000, "note"),
        ("เจ้าหน้าที่ไอที จำนวน 2 คน", 2, "note"),
    ],
)
def test_read_loosely(written, count, how):
    assert interpret_count(written)[:2] == (count, how)


@pytest.mark.parametrize(
    ("written", "count"),
    [("5 ตำแหน่ง", 5), ("147，579 คน", 147_579), ("3 นาย", 3), ("300,000 people", 300_000)],
)
def test_read_plainly(written, count):
    assert interpret_count(written) == count


@pytest.mark.parametrize(
    "written",
    [
        "ครัวเรือนละ 1 คน",
        "50 คน/ครั้ง",
        "45,000 คน (ชาย 22,000 หญิง 22,000)",
        "540 คน (500 คน)",
        "540 คน 3 ครั้ง",
        "45,000 (ล้านคน)",
        "45,000 คน (45 พันคน)",
        "ชาย 70,000 เด็ก 7,579",
        "50,000 ครัวเรือน (147,579 คน)",
        "2 คน (สามคน)",
        "หมู่ 3 120 คน",
        "45,000 คน แยกเป็นชาย 22,000 หญิง 22,000",
        "ครั้งละ 60 คน 9 ครั้ง",
        "147,579 คน ประชากรแฝง 50,000 คน",
        "5-10 คน",
        "ครั้งที่ 2",
        "ไม่มี",
    ],
)
def test_refused(written):
    with pytest.raises(ValueReadError):
        interpret_count(written)


@pytest.mark.parametrize(
    "written", ["หมู่ละประมาณ 60 คน", "ครัวเรือนละ 1 คน", "50 คน/ครั้ง", "540 คนต่อครั้ง"]
)
def test_a_rate_is_refused_as_one(written):
    with pytest.raises(ValueReadError) as problem:
        interpret_count(written)
    assert problem.value.reason == "rate"


def test_a_point_may_part_thousands():
    with pytest.raises(ValueReadError) as problem:
        interpret_count("45.000 คน")
    assert (problem.value.hint, problem.value.either) == (None, ("45", "45,000"))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1", 1),
        ("รอบที่ 1", 1),
        ("รอบแรก", 1),
        ("รอบที่สอง", 2),
        ("ครั้งที่ ๒", 2),
        ("2/2568", 2),
        ("รอบที่ 2/2568", 2),
        ("รอบ 2 (แก้ไข)", 2),
        ("1st", 1),
        ("second round", 2),
        ("ครั้งแรก", 1),
    ],
)
def test_rounds(written, number):
    found = interpret_ordinal(written)
    assert (found.value if isinstance(found, Loose) else found) == number


SCALES = {"": 1, "พัน": 10**3, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6}
FORMS = (
    "{n} {s}คน", "{n}{s}คน", "{n} ({s}คน)", "ประมาณ {n} {s}คน", "{n} {s}คน/ปี", "ปีละ {n} {s}คน",
    "{n} {s}คน (ธ.ค. 2567)", "เจ้าหน้าที่ {n} {s}คน", "{n} {s}คน จาก 9 หมู่บ้าน", "จำนวน {n} {s}คน",
    "{n} {s}คน ({n} {s}คน)", "{n} {s}คน ({s}คน)", "{n} คน ({s}คน)",
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(
    st.integers(1, 10**7),
    st.integers(0, 3),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(FORMS),
)
def test_no_count_is_read_a_thousand_times_too_small_or_too_large(number, places, scale, form):
    numeral = f"{number // 10**places:,}" + (f".{number % 10**places:0{places}}" if places else "")
    try:
        found = interpret_count(form.format(n=numeral, s=scale))
    except ValueReadError:
        return
    count = found.value if isinstance(found, Loose) else found
    assert count * 10**places == number * SCALES[scale if form != "{n} คน ({s}คน)" else ""]
