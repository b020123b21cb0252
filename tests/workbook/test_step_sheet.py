"""The sheet of steps: what a team writes there outlives the next check."""

from __future__ import annotations

import re

import openpyxl
import pytest

from smartcert.session.inputs import source_of
from smartcert.workbook.reader import steps_noted
from smartcert.workbook.step_sheet import STATES, StepNote
from support import EXAMPLES, run

pytestmark = pytest.mark.long

DRAFT = EXAMPLES / "khon-kaen" / "round-1.yaml"
TITLE = "ขั้นตอนที่ต้องทำ"


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    file = tmp_path_factory.mktemp("steps") / "draft.xlsx"
    assert run("form", DRAFT, "--gaps", "-o", file).code == 0
    return file


def fill(file, target, row, **texts):
    book = openpyxl.load_workbook(file)
    page = book[TITLE]
    keys = {cell.value.removeprefix("steps#"): cell.column for cell in page[3]}
    for key, text in texts.items():
        page.cell(row, keys[key]).value = text
    book.save(target)
    return page.cell(row, keys["fingerprint"]).value


@pytest.fixture(scope="module")
def filled(marked):
    """Fill in one step; return the workbook, and the fingerprint of the step's finding."""
    file = marked.with_name("filled.xlsx")
    return file, fill(
        marked, file, 6,
        agency="กองช่างพิเศษ", due="30 ก.ย. 2569", state="กำลังดำเนินการ", note="รอแบบ",
    )  # fmt: skip


def test_each_step_is_a_row_with_a_link_to_its_cell(marked):
    book = openpyxl.load_workbook(marked)
    page = book[TITLE]
    link = page["C5"].hyperlink.location
    sheet, _, cell = link.rpartition("!")
    assert page["C5"].value == f"{sheet.strip(chr(39))}!{cell}"
    assert sheet.strip("'") in book.sheetnames
    notes = [cell.comment.text for cell in book["พื้นที่และเป้าหมาย"]["C"] if cell.comment]
    assert any("C1-3" in note for note in notes)


def test_what_is_written_at_a_step_stays(filled, tmp_path):
    file, fingerprint = filled
    written = StepNote("กองช่างพิเศษ", "30 ก.ย. 2569", "กำลังดำเนินการ", "รอแบบ")
    assert steps_noted(source_of(file))[fingerprint] == written
    again = tmp_path / "again.xlsx"
    assert run("form", file, "--gaps", "-o", again).code == 0
    assert steps_noted(source_of(again))[fingerprint] == written
    anew = tmp_path / "anew.xlsx"
    assert run("form", DRAFT, "--gaps", "--plan", file, "-o", anew).code == 0
    assert steps_noted(source_of(anew))[fingerprint] == written


def test_a_sheet_of_steps_is_no_part_of_the_proposal(marked):
    source = source_of(marked)
    assert source.faults == ()
    assert len(STATES) == 3


def test_a_file_without_steps_notes_nothing():
    assert steps_noted(source_of(DRAFT)) == {}


def test_the_reports_work_lists_have_what_is_written_at_a_step(filled, tmp_path):
    page = tmp_path / "report.html"
    assert run("report", DRAFT, "--plan", filled[0], "--html", "-o", page).code == 0
    said = re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8"))
    assert all(text in said for text in ("กองช่างพิเศษ", "กำลังดำเนินการ", "รอแบบ"))
