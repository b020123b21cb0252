"""Years and dates in two calendars, compared in one."""

from __future__ import annotations

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcert.thai.date import ThaiDate, format_date, from_date, read_date, read_year
from smartcert.thai.numeral import ValueReadError

LOOKS_LIKE_A_DATE = st.lists(
    st.sampled_from(
        ["10", "8", "31", "63", "2563", "2020", "๒๕๖๓", "-", "/", ".", " ", "ส.ค.", "สิงหาคม",
         "ก.พ.", "aug", "พ.ศ.", "ค.ศ.", "ปี", "งบประมาณ", "ปีงบ",
         "วันที่", "be", "ถึง", "t10:00:00", ",", "ไตรมาส"]
    ),
    max_size=9,
).map("".join)  # fmt: skip

DAY = (2020, 8, 10)


@pytest.mark.parametrize(
    ("written", "era"),
    [
        ("2563-08-10", "be"),
        ("2563-8-10", "be"),
        ("2563/08/10", "be"),
        ("10/8/2563", "be"),
        ("10/08/2563", "be"),
        ("10-08-2563", "be"),
        ("10.8.2563", "be"),
        ("๑๐/๘/๒๕๖๓", "be"),
        ("10 ส.ค. 2563", "be"),
        ("10 ส. ค. 2563", "be"),
        ("10 ส.ค 2563", "be"),
        ("10 สค 2563", "be"),
        ("10ส.ค.2563", "be"),
        ("10 สิงหาคม 2563", "be"),
        ("10 สิงหาคม พ.ศ. 2563", "be"),
        ("10 สิงหาคม พ.ศ.2563", "be"),
        ("10 เดือนสิงหาคม พ.ศ. 2563", "be"),
        ("๑๐ สิงหาคม ๒๕๖๓", "be"),
        ("วันที่ 10 สิงหาคม 2563", "be"),
        ("วันจันทร์ที่ 10 สิงหาคม พ.ศ. 2563", "be"),
        ("10 August 2563", "be"),
        ("2020-08-10", "ce"),
        ("10/8/2020", "ce"),
        ("10 Aug 2020", "ce"),
        ("10 aug. 2020", "ce"),
        ("10-Aug-2020", "ce"),
        ("10-ส.ค.-2563", "be"),
        ("10 August 2020", "ce"),
        ("10th August 2020", "ce"),
        ("August 10, 2020", "ce"),
        ("Monday, 10 August 2020", "ce"),
        ("10 สิงหาคม ค.ศ. 2020", "ce"),
        ("๑๐ สิงหาคม พุทธศักราช ๒๕๖๓", "be"),
        ("10 August 2020 CE", "ce"),
    ],
)
def test_one_day_in_many_ways(written, era):
    found = read_date(written)
    assert found.first == found.last == DAY
    assert (found.era, found.written) == (era, written)


@pytest.mark.parametrize(
    "written",
    [
        "2563-08",
        "8/2563",
        "ส.ค. 2563",
        "สิงหาคม 2563",
        "เดือนสิงหาคม พ.ศ. 2563",
        "August 2020",
        "2020-08",
    ],
)
def test_a_month_alone(written):
    found = read_date(written)
    assert (found.first, found.last, found.day) == ((2020, 8, 1), (2020, 8, 31), None)


@pytest.mark.parametrize(
    ("written", "era"),
    [
        ("2563", "be"),
        ("๒๕๖๓", "be"),
        ("พ.ศ. 2563", "be"),
        ("พ.ศ.2563", "be"),
        ("พศ 2563", "be"),
        ("ปี 2563", "be"),
        ("ปี พ.ศ. 2563", "be"),
        ("B.E. 2563", "be"),
        ("2563 BE", "be"),
        ("พุทธศักราช 2563", "be"),
        ("คริสต์ศักราช 2020", "ce"),
        ("2020", "ce"),
        ("ค.ศ. 2020", "ce"),
        ("C.E. 2020", "ce"),
        ("2020 CE", "ce"),
        ("AD 2020", "ce"),
    ],
)
def test_one_year_in_many_ways(written, era):
    for reader in (read_year, read_date):
        found = reader(written)
        assert (found.first, found.last) == ((2020, 1, 1), (2020, 12, 31))
        assert (found.era, found.fiscal, found.written) == (era, False, written)


@pytest.mark.parametrize(
    "written",
    [
        "ปีงบประมาณ 2570",
        "ปีงบประมาณ พ.ศ. 2570",
        "ประจำปีงบประมาณ พ.ศ. 2570",
        "ปีงบประมาณ ๒๕๗๐",
        "งบประมาณปี 2570",
        "ปีงบ 2570",
        "ปีงบฯ 2570",
        "ปี งปม. 2570",
        "งบ 2570",
        "งบปี 2570",
        "FY2570",
        "FY 2027",
        "fiscal year 2027",
    ],
)
def test_a_fiscal_year_runs_from_october_to_september(written):
    for reader in (read_year, read_date):
        found = reader(written)
        assert found.fiscal
        assert (found.year, found.first, found.last) == (2027, (2026, 10, 1), (2027, 9, 30))


@pytest.mark.parametrize(
    ("written", "year", "era"),
    [("2400", 1857, "be"), ("2700", 2157, "be"), ("1800", 1800, "ce"), ("2200", 2200, "ce")],
)
def test_a_bare_year_tells_its_era(written, year, era):
    assert (read_year(written).year, read_year(written).era) == (year, era)


def test_a_leap_day_is_one_in_the_common_era():
    assert read_date("2567-02-29").first == (2024, 2, 29)
    assert read_date("29 ก.พ. 2567").first == (2024, 2, 29)


@pytest.mark.parametrize(
    ("written", "reason", "hint"),
    [
        ("2566-02-29", "no-such-day", None),
        ("31 เม.ย. 2563", "no-such-day", None),
        ("0/1/2563", "no-such-day", None),
        ("8/25/2020", "no-such-month", "25/8/2020"),
        ("13/13/2563", "no-such-month", None),
        ("2563-13", "no-such-month", None),
        ("10 สิงหาค 2563", "no-such-month", "10 สิงหาคม 2563"),
        ("10/8/63", "short-year", "10/8/2563"),
        ("10 ส.ค. 63", "short-year", "10 ส.ค. 2563"),
        ("10 Aug 20", "short-year", "10 aug 2020"),
        ("63", "short-year", "2563"),
        ("2563-2565", "range", None),
        ("2563/2564", "range", None),
        ("10-12 สิงหาคม 2563", "range", None),
        ("ม.ค. - มี.ค. 2563", "range", None),
        ("ไตรมาส 1/2563", "quarter", None),
        ("Q1/2567", "quarter", None),
        ("ไตรมาสที่ 1 ปีงบประมาณ 2567", "quarter", None),
        ("ม.ค.-มี.ค. 67", "range", None),
        ("1 ต.ค. 2566 - 30 ก.ย. 2567", "range", None),
        ("ต.ค. 66", "short-year", "ต.ค. 2566"),
        ("10/8/20", "short-year", "10/8/2020"),
        ("10/8/50", "short-year", None),
        ("พ.ศ. 50", "short-year", "พ.ศ. 2550"),
        ("63-08-10", "short-year", None),
        ("1 ต.ค. 2566 เวลา 09.00 น.", "date", "1 ต.ค. 2566"),
        ("ภายใน ธ.ค. 2567", "date", "ธ.ค. 2567"),
        ("กลางเดือนตุลาคม 2566", "date", None),
        ("ครึ่งปีแรก 2567", "date", None),
        ("หลังปี 2567", "date", None),
        ("1 และ 3 ต.ค. 2566", "date", None),
        ("ประชุมครั้งที่ 4/2563", "date", None),
        ("ภาคเรียนที่ 1/2566", "date", None),
        ("2020-08-10T00:00:00", "date", "2020-08-10"),
        ("แล้วเสร็จ 10 ส.ค. 2563", "date", "10 ส.ค. 2563"),
        ("พ.ศ. 2020", "year", "ค.ศ. 2020"),
        ("ค.ศ. 2563", "year", "พ.ศ. 2563"),
        ("2300", "year", None),
        ("20200810", "date", None),
        ("เร็ว ๆ นี้", "date", None),
        ("", "date", None),
        ("1" * 1_000_000, "too-long", None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_date(written, reason, hint):
    with pytest.raises(ValueReadError) as problem:
        read_date(written)
    assert (problem.value.reason, problem.value.hint) == (reason, hint)


@pytest.mark.parametrize(
    ("written", "reason", "hint"),
    [
        ("63", "short-year", "2563"),
        ("ปีงบ 70", "short-year", "ปีงบ 2570"),
        ("FY67", "short-year", "fy2567"),
        ("FY27", "short-year", "fy2027"),
        ("50", "short-year", None),
        ("หลัง ปี 2570", "year", None),
        ("ปีการศึกษา 2566", "year", None),
        ("สิ้นปี 2570", "year", "2570"),
        ("10 ส.ค. 2563", "year", "2563"),
        ("2563-08", "year", "2563"),
        ("ภายในปี 2570", "year", "2570"),
        ("2570 เป็นต้นไป", "year", "2570"),
        ("2563-2565", "range", None),
        ("2563/64", "range", None),
        ("พ.ศ. 2563 ถึง พ.ศ. 2565", "range", None),
        ("0สิงห00", "year", None),
        ("0000/0", "year", None),
        ("ก ข ค ง จ ฉ ช ซ ฌ ญ ด ต ถ ท ธ น บ ป 2563 ผ ฝ", "year", None),
        ("โครงการ แล้วเสร็จ ใน ปี พ.ศ. 2570 ตาม แผน ของ เมือง", "year", "ปี พ.ศ. 2570"),
        ("25633", "year", None),
        ("256", "year", None),
        ("2300", "year", None),
        ("1799", "year", None),
        ("2701", "year", None),
        ("", "year", None),
        ("1" * 1_000_000, "too-long", None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_year(written, reason, hint):
    with pytest.raises(ValueReadError) as problem:
        read_year(written)
    assert (problem.value.reason, problem.value.hint) == (reason, hint)


@pytest.mark.parametrize(
    ("written", "thai", "english"),
    [
        ("10 ส.ค. 2563", "10 สิงหาคม 2563", "10 August 2020"),
        ("2020-08", "สิงหาคม 2563", "August 2020"),
        ("ค.ศ. 2020", "2563", "2020"),
        ("งบ 2570", "ปีงบประมาณ 2570", "fiscal year 2027"),
    ],
)
def test_writing(written, thai, english):
    assert format_date(read_date(written), "th") == thai
    assert format_date(read_date(written), "en") == english


def test_a_day_of_the_clock():
    assert from_date(datetime.date(2026, 11, 21)) == ThaiDate(2026, 11, 21, "ce", "2026-11-21")


def test_month_lengths_are_those_of_the_calendar():
    for year in (1900, 2000, 2023, 2024):
        for month in range(1, 13):
            assert read_date(f"{year}-{month:02}").last[2] == calendar.monthrange(year, month)[1]


@given(
    st.dates(datetime.date(1857, 1, 1), datetime.date(2157, 12, 31)), st.sampled_from(["th", "en"])
)
def test_what_is_written_is_read_again(day, lang):
    written = format_date(from_date(day), lang)
    assert read_date(written).first == read_date(written).last == (day.year, day.month, day.day)


@given(st.integers(1858, 2157), st.sampled_from(["th", "en"]))
def test_a_written_fiscal_year_is_read_again(year, lang):
    fiscal = ThaiDate(year, None, None, "ce", "", fiscal=True)
    again = read_year(format_date(fiscal, lang))
    assert (again.first, again.last, again.fiscal) == (fiscal.first, fiscal.last, True)


@given(st.one_of(st.text(), LOOKS_LIKE_A_DATE))
def test_any_text_is_read_or_refused_and_a_hint_can_be_pasted(text):
    for reader in (read_date, read_year):
        try:
            found = reader(text)
        except ValueReadError as problem:
            found = reader(problem.hint) if problem.hint is not None else None
        if found is not None:
            assert (1800, 1, 1) <= found.first <= found.last
            datetime.date(*found.first)
            datetime.date(*found.last)
