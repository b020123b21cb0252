from __future__ import annotations

import io
import re
import zipfile
from typing import get_args

import pytest
from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from smartcert.findings.status import Verdict
from smartcert.paths import data_dir
from smartcert.render.mark import is_ours
from smartcert.render.paper.word import BAR, GAP, TEMPLATE, TEXT, render
from smartcert.render.rows import BOX

FONT = "TH Sarabun New"
"""The font of Thai official documents."""


@pytest.fixture(scope="module")
def thai(second):
    return Document(io.BytesIO(render(second("th"))))


def words(document):
    texts = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join(
        [
            *texts,
            *(cell.text for table in document.tables for row in table.rows for cell in row.cells),
        ]
    )


@pytest.mark.parametrize("lang", ["th", "en"])
def test_equal_reports_are_equal_files(second, lang):
    assert render(second(lang)) == render(second(lang))


def test_every_style_speaks_thai(thai):
    properties = list(thai.styles.element.iter(qn("w:rPr")))
    assert properties
    for one in properties:
        fonts = one.find(qn("w:rFonts"))
        assert {fonts.get(qn(f"w:{side}")) for side in ("ascii", "hAnsi", "cs")} == {FONT}
        assert not [name for name in fonts.attrib if "Theme" in name or name.endswith("theme")]
        assert one.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
        for latin, complex_script in (("sz", "szCs"), ("b", "bCs")):
            if one.find(qn(f"w:{latin}")) is not None:
                value = one.find(qn(f"w:{latin}")).get(qn("w:val"))
                assert one.find(qn(f"w:{complex_script}")).get(qn("w:val")) == value


def test_bold_runs_are_bold_in_thai_too(thai):
    runs = [
        run
        for run in thai.element.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
    ]
    assert runs
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:bCs')}") is not None for run in runs)


def test_run_properties_stand_in_the_order_word_wants(thai):
    order = [
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "color",
        "spacing",
        "kern",
        "sz",
        "szCs",
        "u",
        "lang",
    ]
    for part in (thai.styles.element, thai.element):
        for properties in part.iter(qn("w:rPr")):
            names = [child.tag.rpartition("}")[2] for child in properties]
            known = [order.index(name) for name in names if name in order]
            assert known == sorted(known), names


def test_contents_are_headed_by_styles(thai):
    heads = [paragraph.text for paragraph in thai.paragraphs if paragraph.style.name == "Heading 1"]
    assert heads == [
        "แผนดำเนินการแก้ไข",
        "วิธีแก้ไขแต่ละเรื่อง",
        "ข้อผิดพลาดของไฟล์ข้อเสนอ",
        "ตารางชี้แจงการแก้ไขตามข้อคิดเห็น",
        "การแก้ไขจากรอบก่อน",
        "ตัวเลขสำคัญสามรายการ",
        "ที่มาของคะแนนความพร้อม",
        "งบประมาณ",
        "กำหนดเวลาดำเนินโครงการ",
        "ตัวชี้วัด",
        "รายการที่ตรวจทั้งหมด",
        "แหล่งอ้างอิง",
    ]


def table(document, head):
    return next(one for one in document.tables if [cell.text for cell in one.rows[0].cells] == head)


def test_action_plan_is_to_be_filled_in(thai, second):
    head = ["เสร็จ", "ลำดับ", "เรื่องที่เสนอให้แก้ไข", "กำหนดเสร็จ", "สถานะการดำเนินการ"]
    lists = [one for one in thai.tables if [cell.text for cell in one.rows[0].cells] == head]
    found = [row.cells for one in lists for row in one.rows[1:]]
    numbers = [step.number for step in second("th").plan.steps]
    assert sorted(int(cells[1].text) for cells in found) == numbers
    assert {cells[0].text for cells in found} == {BOX}
    assert {cell.text for cells in found for cell in cells[3:]} == {""}
    agencies = [
        one.text for one in thai.paragraphs if one.text.startswith("หน่วยงานที่เสนอให้รับผิดชอบ: ")
    ]
    assert len(agencies) == len(lists) > 1
    assert any("กองช่าง" in agency for agency in agencies)


def test_every_comment_has_its_response(thai):
    head = ["ลำดับ", "ข้อคิดเห็น", "คำชี้แจง", "ข้อความเดิม", "ข้อความที่แก้ไข", "ผลการตรวจของ smartcert"]
    comments = table(thai, head)
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in comments.rows[1:]}
    comment, response, old, new, reading = rows["R1-02"]
    assert comment.startswith("โครงการติดตามคุณภาพอากาศยังไม่แสดงแหล่งทุน")
    assert response.startswith("ปรับวงเงิน")
    assert old.startswith("สิ่งแวดล้อมอัจฉริยะ › โครงการ P0\n")
    assert "1,500,000 บาท" in old
    assert "1,750,000 บาท" in new
    assert reading.startswith("มีคำชี้แจงและแก้ไขข้อความแล้ว รอคณะกรรมการพิจารณา\nC4-R4/environment ผ่าน")
    assert rows["R1-04"][1] == "ยังไม่มีคำชี้แจง"


@pytest.mark.parametrize("head", ["หมวด", "ด้าน"])
def test_points_of_groups_and_of_smarts_are_added_up(thai, head):
    sums = table(thai, [head, "แผนภูมิ", "คะแนน", "ร้อยละ", "รอบก่อน", "ความครบถ้วน", "หลักฐาน"])
    *parts, total = [[cell.text for cell in row.cells] for row in sums.rows[1:]]
    assert total[0] == "รวม"
    for side in (0, 1):
        assert float(total[2].split(" / ")[side]) == sum(
            float(part[2].split(" / ")[side]) for part in parts if part[2] != "–"
        )


def shaded(cell):
    """The ground of a cell's line, and how far it reaches in centimetres."""
    paragraph = cell.paragraphs[0]
    if paragraph.style.element.pPr.find(qn("w:shd")) is None:
        return 0.0
    indents = paragraph.paragraph_format
    return round(cell.width.cm - 0.38 - indents.left_indent.cm - indents.right_indent.cm, 1)


def test_bars_are_as_long_as_their_figures(thai):
    figures = table(thai, ["รายการ", "แผนภูมิ", "คะแนน", "ร้อยละ", "รอบก่อน"])
    for row in figures.rows[1:]:
        percent = float(row.cells[4].text.rstrip("%"))
        assert shaded(row.cells[1]) == pytest.approx(
            max(percent * (row.cells[1].width.cm - 0.38) / 100, 0.08), abs=0.15
        )


def test_projects_have_bars_in_time(thai):
    line = next(one for one in thai.tables if one.rows[0].cells[0].text == "โครงการ")
    assert line.rows[0].cells[2].text.split()[0].startswith("25")
    assert all(shaded(row.cells[2]) > 0 for row in line.rows[1:])


def test_heads_repeat(thai):
    assert all(one.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for one in thai.tables)


def test_tables_fit_their_sheet(thai):
    widths = {round(sum(column.width.cm for column in one.columns), 1) for one in thai.tables}
    assert widths == {16.0, 24.7}


def test_pages_are_numbered(thai):
    assert all("PAGE" in section.footer._element.xml for section in thai.sections)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_hostile_proposal_stays_text(hostile, lang):
    packed = render(hostile(lang))
    document = Document(io.BytesIO(packed))
    assert "{{ 7*7 }}" in words(document)
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        parts = {
            name: files.read(name).decode()
            for name in files.namelist()
            if name.endswith((".xml", ".rels"))
        }
    assert not [
        name
        for name, text in parts.items()
        if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]", text)
    ]
    assert not [name for name, text in parts.items() if 'Target="javascript' in text]


def test_a_report_that_was_filled_in_is_known(second):
    packed = render(second())
    assert is_ours("docx", packed)
    document = Document(io.BytesIO(packed))
    document.core_properties.last_modified_by = "นายช่างโยธา"
    edited = io.BytesIO()
    document.save(edited)
    assert not is_ours("docx", edited.getvalue())
    assert not is_ours("docx", b"no document")


STYLES = {
    *("Title", "Heading 1", "Heading 2", "Heading 3", "Normal", "List Bullet", "List Number"),
    *(*TEXT.values(), BAR, GAP, "File Block", "Report Table"),
    *(f"Verdict {verdict}" for verdict in get_args(Verdict)),
}
"""What an office finds to restyle in the template, and a report is written in."""


def test_the_template_has_every_style_and_shows_it():
    template = Document(str(data_dir("templates") / TEMPLATE))
    assert {style.name for style in template.styles} >= STYLES
    shown = {paragraph.style.name for paragraph in template.paragraphs}
    assert shown | {table.style.name for table in template.tables} >= STYLES - {"Report Table"}
    assert template.tables[0].style.name == "Report Table"


def test_a_report_is_written_in_the_styles_of_the_template_and_in_no_looks_of_its_own(thai):
    used = {paragraph.style.name for paragraph in thai.paragraphs}
    used |= {table.style.name for table in thai.tables}
    for table in thai.tables:
        used |= {cell.paragraphs[0].style.name for row in table.rows for cell in row.cells}
    assert used <= STYLES
    assert used >= {"Verdict not-ready", "Report Table", "File Block", BAR}
    assert list(thai.element.iter(qn("w:shd"))) == []
    assert list(thai.element.iter(qn("w:rFonts"), qn("w:sz"), qn("w:color"))) == []


def test_a_report_looks_as_an_office_styled_the_template(second, monkeypatch, tmp_path):
    template = Document(str(data_dir("templates") / TEMPLATE))
    template.styles["Verdict not-ready"].font.size = Pt(30)
    template.sections[0].left_margin = Cm(4)
    template.save(str(tmp_path / TEMPLATE))
    monkeypatch.setattr("smartcert.render.paper.word.data_dir", lambda _: tmp_path)
    document = Document(io.BytesIO(render(second())))
    assert document.styles["Verdict not-ready"].font.size == Pt(30)
    widths = {round(sum(column.width.cm for column in one.columns), 1) for one in document.tables}
    assert widths == {15.0, 23.7}, "tables take what the margins leave, upright and on its side"


def test_nothing_that_the_template_shows_is_in_a_report(thai):
    assert not {"Title", "Verdict ready", "File Block"} & {one.text for one in thai.paragraphs}


def test_lines_are_as_high_whatever_font_is_there(thai):
    """A machine without the font of official documents has the first page on one sheet too."""

    def is_exact(style):
        while style.base_style and style.paragraph_format.line_spacing_rule is None:
            style = style.base_style
        return style.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY

    names = STYLES - {"Report Table"} | {"footer"}
    assert [name for name in sorted(names) if not is_exact(thai.styles[name])] == []
