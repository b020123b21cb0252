"""Workbooks by other hands: read by their heads, or told by sheet and cell."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

from smartcert.catalog.loader import load_catalog
from smartcert.proposal.document import read_document
from smartcert.workbook import pages
from smartcert.workbook.hints import Hints
from smartcert.workbook.reader import read_workbook
from smartcert.workbook.writer import Content, write
from support import run

HINTS = Hints(load_catalog(), "logo", "th")


def made(*sheets) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def form(change) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(write(Content(), HINTS)))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row_of(page, key):
    return next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == key)


def codes(source):
    return [(fault.code, f"{fault.span.sheet}!{fault.span.cell}") for fault in source.faults]


def test_a_table_of_projects_is_known_by_its_heads():
    raw = made(
        (
            "ผ.02",
            [
                ["แผนงานโครงการ"],
                ["ที่", "ด้าน", "ชื่อโครงการ", "งบประมาณ", "หน่วยงานรับผิดชอบ", "วันเริ่ม"],
                [1, "การเดินทางอัจฉริยะ", "รถโดยสารไฟฟ้า", 12500000, "สำนักช่าง", date(2026, 10, 1)],
                [None] * 6,
                [2, "พลังงาน?", "โซลาร์", "3 ล้านบาท", "กองช่าง", "ต.ค. 2569"],
            ],
        )
    )
    source = read_workbook(raw, "p.xlsx")
    (project,) = read_document(source).data["services"]["mobility"]["projects"]
    assert project["name"] == "รถโดยสารไฟฟ้า"
    assert project["budget"] == 12_500_000
    assert project["start"].first == (2026, 10, 1)
    found = codes(source)
    assert found[0][0] == "Y138"
    assert ("Y137", "ผ.02!B5") in found
    assert len(found) == 2, "the column that numbers the rows is told of by nobody"


def projects(raw, smart="mobility"):
    return read_document(read_workbook(raw, "p.xlsx")).data["services"][smart]["projects"]


def edited(raw, change):
    book = openpyxl.load_workbook(io.BytesIO(raw))
    change(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


PLAN = [
    ["แบบ ผ.02", None, "(หน่วย: ล้านบาท)"],
    ["ที่", "โครงการ", "วัตถุประสงค์", "งบประมาณ", None, None, "หน่วยงานรับผิดชอบหลัก", "ผู้ประสาน"],
    [None, None, None, "2570", "2571", "2572 (บาท)", None, None],
    [None, "ด้านการเดินทาง"],
    [1, "รถโดยสารไฟฟ้า", "ลดฝุ่น", 12.4, 3, 500000, "สำนักช่าง", "สมชาย"],
    [None, "รวม 1 โครงการ", None, 12.4],
    [None, "ด้านพลังงาน"],
    [1, "โซลาร์บนหลังคา", "ลดค่าไฟ", 1, None, None, "กองช่าง", None],
]


def test_the_form_of_local_plans_is_read_with_its_years_units_and_headings():
    raw = made(("ผ.02", PLAN))
    (bus,) = projects(raw)
    assert bus["name"] == "รถโดยสารไฟฟ้า"
    assert bus["budget"] == 15_900_000
    (solar,) = projects(raw, "energy")
    assert solar["budget"] == 1_000_000
    found = codes(read_workbook(raw, "p.xlsx"))
    assert ("Y139", "ผ.02!B6") in found
    assert ("Y140", "ผ.02!H5") in found


def test_a_project_of_several_merged_rows_is_one():
    rows = [
        ["ด้าน", "ชื่อโครงการ", "งบประมาณ (ล้านบาท)", "หน่วยงานรับผิดชอบ"],
        ["การเดินทาง", "รถโดยสาร", 2, "สำนักช่าง"],
        [None, None, None, "กองคลัง"],
        [None, "ทางจักรยาน", 1, "สำนักช่าง"],
    ]

    def merge(page):
        page.merge_cells("A2:A4")
        page.merge_cells("B2:B3")

    found = projects(edited(made(("แผน", rows)), merge))
    assert [item["name"] for item in found] == ["รถโดยสาร", "ทางจักรยาน"]
    assert [item["budget"] for item in found] == [2_000_000, 1_000_000]
    assert len(found[0]["owner"]) == 2


def test_a_row_that_is_hidden_is_read_and_told():
    def hide(page):
        page.row_dimensions[5].hidden = True

    raw = edited(made(("ผ.02", PLAN)), hide)
    assert projects(raw)[0]["name"] == "รถโดยสารไฟฟ้า"
    assert ("Y141", "ผ.02!A5") in codes(read_workbook(raw, "p.xlsx"))


def test_columns_and_sheets_that_are_hidden_are_read_and_told():
    def hide(page):
        page.column_dimensions["C"].hidden = True
        page.sheet_state = "hidden"
        page.parent.create_sheet("ปก")

    raw = edited(made(("ผ.02", PLAN)), hide)
    assert projects(raw) == projects(made(("ผ.02", PLAN)))
    told = [code for code, _ in codes(read_workbook(raw, "p.xlsx"))]
    assert {"Y145", "Y146"} <= {*told}


def test_a_sheet_of_ours_that_is_hidden_and_says_nothing_is_not_told():
    def hide(book):
        book["พื้นที่และเป้าหมาย"].sheet_state = "hidden"

    assert codes(read_workbook(form(hide), "p.xlsx")) == []


def test_notes_of_other_hands_are_told_and_ours_are_not():
    def note(book):
        page = book["พื้นที่และเป้าหมาย"]
        for cell in ("C5", "C3", "D4", "C6", "C7", "C8"):
            page[cell].comment = Comment("ขอข้อมูลเพิ่ม", "ผู้ว่าฯ")
        page["C9"].comment = Comment("smartcert:\nC1-3 ขาด", "")

    source = read_workbook(form(note), "p.xlsx")
    assert codes(source) == [("Y143", "พื้นที่และเป้าหมาย!C3")]
    assert source.faults[0].params["cells"] == "C3, D4, C5, C6, C7 (+1)"
    marked = write(Content(marks={("area", "vision"): "C1-3"}), HINTS)
    assert codes(read_workbook(marked, "p.xlsx")) == []


def test_pictures_and_charts_are_told_where_they_begin():
    def draw(book):
        chart = BarChart()
        chart.add_data(Reference(book.worksheets[1], min_col=1, min_row=1, max_row=3))
        book["พื้นที่และเป้าหมาย"].add_chart(chart, "F4")
        book.worksheets[0].add_chart(BarChart(), "B2")

    assert codes(read_workbook(form(draw), "p.xlsx")) == [("Y144", "พื้นที่และเป้าหมาย!F4")]


def test_the_name_of_a_sheet_says_which_smart():
    rows = [["ชื่อโครงการ", "งบประมาณ"], ["โซลาร์", "3 ล้านบาท"]]
    (solar,) = projects(made(("โครงการด้านพลังงาน", rows)), "energy")
    assert solar["budget"] == 3_000_000


def test_labels_tell_a_form_that_lost_its_hidden_keys():
    rows = [
        ["ชื่อพื้นที่", "เทศบาลนครขอนแก่น"],
        ["วิสัยทัศน์", "เมืองที่ทุกคนเดินทางถึงงานใน 30 นาที"],
        ["ขนาดพื้นที่", "46 ตร.กม."],
    ]
    source = read_workbook(made(("ข้อมูลเมือง", rows)), "p.xlsx")
    assert read_document(source).data["area"]["name"] == "เทศบาลนครขอนแก่น"
    assert codes(source) == [("Y138", "ข้อมูลเมือง!A1")]


def test_years_under_another_head_are_no_money():
    rows = [
        ["ด้าน", "ชื่อโครงการ", "งบประมาณ (บาท)", None, "จำนวนผู้ใช้", None],
        [None, None, "2570", "2571", "2570", "2571"],
        ["พลังงาน", "โซลาร์", 1000000, 2000000, 500, 900],
    ]
    (solar,) = projects(made(("แผน", rows)), "energy")
    assert solar["budget"] == 3_000_000


@pytest.mark.parametrize(
    ("form", "amount"),
    [('#,##0.0 "ล้านบาท"', 12_400_000), ('#,##0.0" ล้านบาท"', 12_400_000), ("#,##0.0", None)],
)
def test_a_number_is_read_with_the_unit_that_its_cell_shows(form, amount):
    rows = [["ด้าน", "ชื่อโครงการ", "งบประมาณ"], ["พลังงาน", "โซลาร์", 12.4]]

    def show(page):
        page["C2"].number_format = form

    (solar,) = projects(edited(made(("แผน", rows)), show), "energy")
    assert solar.get("budget") == amount


def test_thousands_that_a_cell_leaves_out_are_left_out():
    assert pages.shown(12_400_000, '#,##0,"พันบาท"') == "12400 พันบาท"
    assert pages.shown(12_400_000, "#,##0,") == "12400000"


def test_a_sheet_of_somebody_else_is_told_whatever_it_is_called():
    source = read_workbook(made(("อ่านก่อน", [["ชื่อพื้นที่ยังไม่แน่"]])), "p.xlsx")
    assert codes(source) == [("Y132", "อ่านก่อน!A1")]


def test_a_copy_of_a_sheet_is_told_and_not_read_twice():
    def copy(book):
        page = book["พื้นที่และเป้าหมาย"]
        page.cell(row_of(page, "name"), 3).value = "ขอนแก่น"
        twin = book.copy_worksheet(page)
        twin.title = "สำรอง"
        twin.cell(row_of(twin, "name"), 3).value = "เมืองอื่น"

    source = read_workbook(form(copy), "p.xlsx")
    assert source.root["area"]["name"] == "ขอนแก่น"
    assert codes(source) == [("Y142", "สำรอง!A1")]


def test_what_has_no_place_to_go_back_to_is_told():
    rows = [["#rest"], ["area[x].y", "ก"], ["area.notes[7]", "ข"], [None, "ค"]]
    source = read_workbook(made(("ข้อมูลอื่น", rows)), "p.xlsx")
    assert [code for code, _ in codes(source)] == ["Y133", "Y133"]
    assert source.root["area"]["[x]"] == {"y": "ก"}


def test_thai_that_came_apart_is_no_answer_in_a_cell_either():
    def fill(book):
        page = book["พื้นที่และเป้าหมาย"]
        page.cell(row_of(page, "vision"), 3).value = "เมืองแห่งความส าเร็จที่ท าให้ทุกคนเดินทางสะดวก"

    document = read_document(read_workbook(form(fill), "p.xlsx"))
    assert "vision" not in document.data.get("area", {})
    assert [fault.code for fault in document.faults] == ["P018"]


def test_a_file_of_faults_only_is_told_of_once():
    rows = [["ชื่อพื้นที่", "ก"], ["วิสัยทัศน์", "ข"], ["ขนาดพื้นที่", "1 ไร่"]]
    rows += [[None, f"อื่น {number}"] for number in range(1100)]
    found = codes(read_workbook(made(("ข้อมูลเมือง", rows)), "p.xlsx"))
    assert len(found) == 1001
    assert found[-1][0] == "Y019"


def test_import_tells_what_it_could_not_read(tmp_path):
    file = tmp_path / "plan.xlsx"
    rows = [["ด้าน", "ชื่อโครงการ", "งบประมาณ"], ["?", "โซลาร์", 3], ["พลังงาน", "ลม", 4]]
    file.write_bytes(made(("แผน", rows), ("บันทึก", [["โทรหาคุณสมชาย"]])))
    done = run("import", file, "--lang", "en")
    assert done.code == 0
    assert "แผน!A2 Y137" in done.err
    assert "บันทึก!A1 Y132" in done.err


def test_a_sheet_that_is_no_list_is_told():
    source = read_workbook(made(("บันทึก", [["โทรหาคุณสมชาย"], ["พรุ่งนี้"]])), "p.xlsx")
    assert codes(source) == [("Y132", "บันทึก!A1")]


@pytest.mark.parametrize(
    ("value", "form_of_number", "shown"),
    [
        (0.8, "0%", "80%"),
        (12500000, "General", "12500000"),
        (0.1 + 0.2, "General", "0.3"),
        (date(2026, 8, 10), "dd/mm/yyyy", "2026-08-10"),
        (date(2569, 8, 10), "dd/mm/yyyy", "2569-08-10"),
        (True, "General", "true"),
    ],
)
def test_a_cell_is_read_for_what_it_shows(value, form_of_number, shown):
    assert pages.shown(value, form_of_number) == shown


def test_formulas_errors_and_notes_are_told():
    def fill(book):
        page = book["พื้นที่และเป้าหมาย"]
        page.cell(row_of(page, "name"), 3).value = "=A1"
        page.cell(row_of(page, "vision"), 3).value = "#REF!"
        page.cell(row_of(page, "horizon"), 7).value = "ถามหัวหน้า"

    source = read_workbook(form(fill), "p.xlsx")
    assert [code for code, _ in codes(source)] == ["Y135", "Y136"]


@pytest.mark.parametrize("cut", [10, 1000, 20_000, 60_000])
def test_a_damaged_workbook_is_told(cut, tmp_path):
    file = tmp_path / "p.xlsx"
    file.write_bytes(write(Content(), HINTS)[:cut] + b"xl/")
    done = run("check", file, "--lang", "en")
    assert done.code == 3
    assert "Traceback" not in done.out + done.err


def bomb(part: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(write(Content(), HINTS))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def test_what_swells_is_refused_before_it_does():
    raw = bomb("xl/sharedStrings.xml", b" " * (pages.LARGEST + 1))
    assert len(raw) < 200_000
    assert codes(read_workbook(raw, "p"))[0][0] == "Y131"


def test_markup_that_makes_markup_is_refused():
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>'
    assert codes(read_workbook(bomb("xl/sharedStrings.xml", laughs), "p"))[0][0] == "Y130"
