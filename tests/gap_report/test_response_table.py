from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from report_fixtures import DATA, TODAY, make
from smartcert.cli.options import ReportOptions
from smartcert.gap_report.place_names import PlaceNames
from smartcert.gap_report.response_table import MANY, response_rows
from smartcert.gap_report.word_diff import word_diff
from smartcert.proposal.document import read_document
from smartcert.render.formats import render_report
from smartcert.render.paper import filed_table
from smartcert.render.paper.word import render
from smartcert.source import read_source
from support import run


def texts(row):
    return [(side.place, joined(side.old), joined(side.new)) for side in row.sides]


def joined(runs):
    return None if runs is None else "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "gone", "came"),
    [
        ("งบประมาณ 5 ล้านบาท", "งบประมาณ 7 ล้านบาท", ["5 "], ["7 "]),
        ("เมืองน่าอยู่", "เมืองน่าอยู่", [], []),
        ("", "เมืองน่าอยู่", [], ["เมืองน่าอยู่"]),
        ("a b", "", ["a b"], []),
    ],
)
def test_words_that_differ_are_marked_and_texts_stay_whole(old, new, gone, came):
    before, after = word_diff(old, new)
    assert (joined(before), joined(after)) == (old, new)
    assert [run.text for run in before if run.differs] == gone
    assert [run.text for run in after if run.differs] == came


def test_old_and_new_text_stand_beside_their_comment_under_thai_names(second):
    rows = {row.outcome.comment.id: row for row in second("th").reviews[0].rows}
    ((place, old, new),) = texts(rows["R1-02"])
    assert place == "สิ่งแวดล้อมอัจฉริยะ › โครงการ P0"
    assert "1,500,000 บาท" in old
    assert "1,750,000 บาท" in new


PAGES = """pages:
  - {at: services.environment, page: 40–45}
  - {at: "services.environment.projects[P0]", page: ๔๒}
"""


@pytest.fixture
def paged(tmp_path):
    """The second round with pages, its review with a meeting and a letter."""
    for name in ("round-1.yaml", "round-2.yaml", "review-1.yaml"):
        (tmp_path / name).write_text((DATA / name).read_text(encoding="utf-8"), encoding="utf-8")
    with (tmp_path / "round-2.yaml").open("a", encoding="utf-8") as file:
        file.write(PAGES)
    with (tmp_path / "review-1.yaml").open("a", encoding="utf-8") as file:
        file.write('meeting: "3/2568"\nletter: ดศ 0301/112\n')
    return tmp_path


def report(folder: Path):
    return make(
        ReportOptions(
            proposal=str(folder / "round-2.yaml"),
            earlier=str(folder / "round-1.yaml"),
            lang="th",
            today=TODAY,
        )
    )


def test_the_nearest_page_is_named_and_the_head_says_where_comments_come_from(paged):
    found = report(paged)
    rows = {row.outcome.comment.id: row for row in found.reviews[0].rows}
    assert [(side.old_page, side.new_page) for side in rows["R1-02"].sides] == [("", "๔๒")]
    text = render_report("markdown", found, "response-table").decode()
    assert "หน้า ๔๒ สิ่งแวดล้อมอัจฉริยะ" in text
    assert "ในการประชุมครั้งที่ 3/2568 วันที่ 10 สิงหาคม 2568 หนังสือที่ ดศ 0301/112" in text
    assert run("check", paged / "round-2.yaml", "--lang", "th").out.count("pages") == 0


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_nothing_of_ours_stands_in_it(second, name):
    found = second("th")
    made = render_report(name, found, "response-table")
    text = words(made) if name == "docx" else made.decode().partition("<body>")[2] or made.decode()
    text = text.partition("<!--")[0]
    assert "R1-02" in text
    for ours in (
        "smartcert",
        found.named("verdicts", found.assessment.verdict),
        found.t("waits-for-committee", state=""),
        *(found.named("responses", row.outcome.status) for row in found.reviews[0].rows),
    ):
        assert ours not in text


def words(packed):
    document = Document(io.BytesIO(packed))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_word_lies_on_its_side_keeps_rows_whole_and_leaves_answers_blank(second):
    document = Document(io.BytesIO(render(second("th"), "response-table")))
    assert [section.orientation for section in document.sections] == [WD_ORIENT.LANDSCAPE]
    table, signed = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "ลำดับ",
        "ข้อคิดเห็น",
        "คำชี้แจงและการแก้ไข",
        "ข้อความเดิม (หน้า)",
        "ข้อความที่แก้ไข (หน้า)",
        "เอกสารอ้างอิง",
    ]
    for row in table.rows[1:]:
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    answers = {row.cells[1].text.partition("\n")[0]: row.cells[2].text for row in table.rows[1:]}
    assert answers["R1-02"].startswith("ปรับวงเงิน")
    assert answers["R1-04"] == ""
    old = next(row for row in table.rows if row.cells[1].text.startswith("R1-02")).cells[3]
    struck = [run.text for run in old.paragraphs[0].runs if run.font.strike]
    assert any("1,500,000" in text for text in struck)
    assert [cell.text for cell in signed.rows[0].cells] == ["ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้มีอำนาจลงนาม"]


def test_a_review_goes_out_as_a_table_and_its_answers_come_back_as_responses(tmp_path):
    proposal = "smartcert: 1\nprofile: logo\nround: 1\narea: {name: เมืองน้ำใส, vision: TBD}\n"
    draft, review = tmp_path / "draft.yaml", tmp_path / "review-1.yaml"
    draft.write_text(proposal, encoding="utf-8")
    assert run("review", "new", draft, "--today", TODAY).code == 0
    options = ("--review", review, "--response-table", "--docx", "--today", TODAY)
    assert run("report", draft, *options).code == 0
    table = tmp_path / "draft.response-table.docx"
    blank = run("review", "answers", table)
    ids = re.findall(r"comment: \"(R1-\d+)\"", blank.out)
    assert ids[0] == "R1-01"
    assert len(ids) == blank.out.count("    action:\n")

    document = Document(str(table))
    document.tables[0].rows[1].cells[2].text = "เพิ่มวิสัยทัศน์แล้ว: ตาม “มติ” ที่ประชุม"
    document.save(str(table))
    draft.write_text(proposal + run("review", "answers", table).out, encoding="utf-8")
    found = make(ReportOptions(proposal=str(draft), reviews=(str(review),), today=TODAY))
    actions = {outcome.comment.id: outcome.action for outcome in found.outcomes}
    assert actions["R1-01"] == "เพิ่มวิสัยทัศน์แล้ว: ตาม “มติ” ที่ประชุม"
    assert found.unanswered == len(actions) - 1


def test_what_has_no_such_table_is_refused(tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"no document")
    done = run("review", "answers", tmp_path / "letter.docx")
    assert done.code == 2


def test_a_table_of_no_rows_is_passed_over(tmp_path):
    document = Document()
    document.add_table(rows=0, cols=3)
    document.save(str(tmp_path / "letter.docx"))
    done = run("review", "answers", tmp_path / "letter.docx")
    assert done.code == 2


def test_a_proposal_without_comments_has_no_such_table(tmp_path):
    (tmp_path / "draft.yaml").write_text("smartcert: 1\n", encoding="utf-8")
    done = run("report", tmp_path / "draft.yaml", "--response-table", "--docx", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "there are no comments to answer" in done.err
    assert [file.name for file in tmp_path.iterdir()] == ["draft.yaml"]


def test_one_part_is_asked_for():
    done = run("report", DATA / "round-2.yaml", "--response-table", "--summary", "--lang", "en")
    assert done.code == 2


def test_of_many_comments_each_has_less_room(second):
    rows = second("th").reviews[0].rows
    outcome = next(row.outcome for row in rows if row.outcome.comment.id == "R1-01")
    document = read_document(read_source((DATA / "round-2.yaml").read_bytes(), "round-2.yaml"))
    names = PlaceNames(document, "th")
    few, many = (
        response_rows([outcome] * count, document.data, names, None) for count in (1, MANY + 1)
    )
    longest = [max(len(joined(side.new)) for side in found[0].sides) for found in (few, many)]
    assert longest[1] < longest[0]
    assert all(side.is_cut for side in many[0].sides)


def test_of_many_comments_paper_tells_one_place_each(second):
    report = second("th")
    found = next(row for row in report.reviews[0].rows if row.sides)
    row = replace(found, sides=found.sides * 3)
    few, many = (filed_table.texts(report, row, places)[1].texts for places in (None, 1))
    assert len(few) == len(row.sides)
    assert many == (few[0], (report.t("more-places", count=len(row.sides) - 1), ()))
