"""Dates that are not written plainly are read where they can mean one time, else refused."""

from __future__ import annotations

import pytest

from smartcert.thai.date import format_date
from smartcert.thai.date_forms import interpret_date, interpret_year
from smartcert.thai.loose import Loose
from smartcert.thai.numeral import ValueReadError


@pytest.mark.parametrize(
    ("written", "read", "how"),
    [
        ("10/8/63", "10 สิงหาคม 2563", "short-year"),
        ("22 ก.ย. 68", "22 กันยายน 2568", "short-year"),
        ("ปี 69", "2569", "short-year"),
        ("ลงวันที่ 10 สิงหาคม 2568", "10 สิงหาคม 2568", "note"),
        ("ลว. 10 สิงหาคม 2568", "10 สิงหาคม 2568", "note"),
        ("MOU ลงวันที่ 1 ก.ย. 2568", "1 กันยายน 2568", "note"),
        ("10 ส.ค. 2568 (ครั้งที่ 1)", "10 สิงหาคม 2568", "note"),
        ("ก.ย. 2571 (3 ปี)", "กันยายน 2571", "note"),
        ("2037 (Expected)", "2580", "note"),
        ("2569 (2026)", "2569", "note"),
        ("ภายในเดือนกันยายน 2569", "กันยายน 2569", "period"),
        ("ภายในปี 2570", "2570", "period"),
        ("สิ้นปีงบประมาณ 2569", "กันยายน 2569", "period"),
        ("สิ้นปี 2569", "ธันวาคม 2569", "period"),
        ("ต้นปี 2569", "มกราคม 2569", "period"),
        ("ต้นปีงบประมาณ 2569", "ตุลาคม 2568", "period"),
        ("ไตรมาส 1 ปีงบประมาณ 2569", "1 ตุลาคม 2568 – 31 ธันวาคม 2568", "fiscal"),
        ("5-20 ต.ค. 2568", "5 ตุลาคม 2568 – 20 ตุลาคม 2568", "range"),
        ("20 ต.ค. 2568 และ 5 พ.ย. 2568", "20 ตุลาคม 2568 – 5 พฤศจิกายน 2568", "range"),
        ("พ.ศ. 2566–2570", "1 มกราคม 2566 – 31 ธันวาคม 2570", "range"),
        ("ต.ค. 2568 เป็นต้นไป", "ตุลาคม 2568", "open-end"),
        ("10/1/2026", "10 มกราคม 2569", "day-first"),
        ("22 กันยา 68", "22 กันยายน 2568", "short-year"),
        ("1-ม.ค.-70", "1 มกราคม 2570", "short-year"),
        ("ที่ 214/2568 ลงวันที่ 10 สิงหาคม 2568", "10 สิงหาคม 2568", "note"),
        ("ประชุมครั้งที่ 4/2563 เมื่อวันที่ 10 ส.ค. 2563", "10 สิงหาคม 2563", "note"),
        ("10 ส.ค. 2568 ครั้งที่ 1", "10 สิงหาคม 2568", "note"),
        ("10 สิงหาคม 2568 / August 10, 2025", "10 สิงหาคม 2568", "note"),
        ("2569/2026", "2569", "note"),
        ("ไม่เกินเดือนกันยายน 2570", "กันยายน 2570", "period"),
        ("ก่อนสิ้นปี 2570", "ธันวาคม 2570", "period"),
        ("ครึ่งปีหลัง ปีงบประมาณ 2569", "1 เมษายน 2569 – 30 กันยายน 2569", "fiscal"),
        ("5-20 ต.ค. 68", "5 ตุลาคม 2568 – 20 ตุลาคม 2568", "range"),
        ("5-6/10/2568", "5 ตุลาคม 2568 – 6 ตุลาคม 2568", "range"),
    ],
)
def test_dates_read_loosely(written, read, how):
    found = interpret_date(written)
    assert isinstance(found, Loose)
    assert (format_date(found.value, "th"), found.how) == (read, how)
    assert found.value.written == written


@pytest.mark.parametrize("written", ["10/8/2568", "10/10/2026", "20/8/2026", "ปีงบประมาณ 2569"])
def test_dates_read_plainly(written):
    assert not isinstance(interpret_date(written), Loose)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("ต.ค. 2568 - ก.ย. 2571", "ตุลาคม 2568", "กันยายน 2571"),
        ("ต.ค.-ธ.ค. 2568", "ตุลาคม 2568", "ธันวาคม 2568"),
        ("1 ต.ค. 2568 ถึง 30 ก.ย. 2569", "1 ตุลาคม 2568", "30 กันยายน 2569"),
        ("พ.ศ. 2566–2570", "2566", "2570"),
        ("ปีงบประมาณ 2569–2571", "ปีงบประมาณ 2569", "ปีงบประมาณ 2571"),
        ("ต.ค. 2568 เป็นต้นไป", "ตุลาคม 2568", "ต่อเนื่อง"),
        ("2568 - ต่อเนื่อง", "2568", "ต่อเนื่อง"),
        ("ม.ค.-มี.ค. 69", "มกราคม 2569", "มีนาคม 2569"),
        ("1 ต.ค. 68 – 30 ก.ย. 71", "1 ตุลาคม 2568", "30 กันยายน 2571"),
        ("ระหว่างวันที่ 1 ต.ค. 2568 ถึงวันที่ 30 ก.ย. 2571", "1 ตุลาคม 2568", "30 กันยายน 2571"),
        ("2569 - 71", "2569", "2571"),
        ("2569, 2570, 2571", "2569", "2571"),
        ("๒๕๖๙–๒๕๗๑ (3 ปี)", "2569", "2571"),
    ],
)
def test_a_range_has_a_start_and_an_end(written, start, end):
    from_start, from_end = (interpret_date(written, role) for role in ("start", "end"))
    assert (
        format_date(from_start.value, "th") == format_date(from_end.beside["start"], "th") == start
    )
    assert format_date(from_start.beside["end"], "th") == format_date(from_end.value, "th") == end


@pytest.mark.parametrize(
    ("written", "role", "read"),
    [
        ("ไตรมาส 1/2569", "start", "ตุลาคม 2568"),
        ("ไตรมาส 1/2569", "end", "ธันวาคม 2568"),
        ("ไตรมาสที่ 4/2569", "end", "กันยายน 2569"),
        ("ต่อเนื่อง", "end", "ต่อเนื่อง"),
        ("ทุกปี", "end", "ต่อเนื่อง"),
        ("ดำเนินการต่อเนื่องทุกปี", "end", "ต่อเนื่อง"),
        ("ไตรมาส 4/69", "end", "กันยายน 2569"),
        ("ไตรมาสสุดท้ายของปีงบประมาณ 2569", "end", "กันยายน 2569"),
        ("Q2 FY2026", "start", "มกราคม 2569"),
        ("ครึ่งปีแรก ปีงบประมาณ 2570", "start", "ตุลาคม 2569"),
    ],
)
def test_quarters_of_work_are_fiscal_and_an_end_may_be_open(written, role, read):
    assert format_date(interpret_date(written, role).value, "th") == read


@pytest.mark.parametrize(
    ("written", "either"),
    [
        ("ไตรมาส 1/2569", ("ไตรมาส 1 ปีงบประมาณ 2569", "ม.ค.-มี.ค. 2569")),
        ("ครึ่งปีแรก 2570", ("ครึ่งปีแรก ปีงบประมาณ 2570", "ม.ค.-มิ.ย. 2570")),
        ("ปี 30", ("ปี 2530", "ปี 2030")),
        ("15/03/25", ("15/03/2525", "15/03/2025")),
        ("2569 (2026 - 2027)", ()),
        ("10 ส.ค. 2568 (เลื่อนเป็น 20 ส.ค. 2568)", ()),
        ("2569/2571", ()),
        ("2571 - 2569", ()),
        ("2569, 2571", ()),
        ("2569 (2027)", ()),
        ("กลางปี 2567", ()),
        ("หลังปี 2567", ()),
        ("ทุกปี", ()),
        ("ครั้งที่ 7/2568", ()),
        ("ต.ค. - ม.ค. 2569", ()),
        ("10 years", ()),
    ],
)
def test_dates_refused(written, either):
    with pytest.raises(ValueReadError) as problem:
        interpret_date(written)
    assert problem.value.either == either


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("ณ 31 ธ.ค. 2567", 2024),
        ("ธ.ค. 2567", 2024),
        ("ปีการศึกษา 2568", 2025),
        ("ภายในปี 2572", 2029),
        ("2569 (2026)", 2026),
        ("ปี 67", 2024),
        ("ข้อมูล ณ ธ.ค. 2567", 2024),
        ("ปีฐาน 2567", 2024),
        ("2567 กรมการปกครอง", 2024),
        ("ภาคเรียนที่ 1/2567", 2024),
        ("ปีที่ 3 (2572)", 2029),
    ],
)
def test_years(written, year):
    found = interpret_year(written).value
    assert (found.year, found.month, found.day) == (year, None, None)


@pytest.mark.parametrize("written", ["2566-2570", "ทุกปี", "10 years", "กลางปี 2567"])
def test_years_refused(written):
    with pytest.raises(ValueReadError):
        interpret_year(written)
