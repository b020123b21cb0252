"""The reason that is given is the true one, and the remedy fits it."""

from __future__ import annotations

import pytest

from support import assessed, statuses

PROJECT = """\
smartcert: 1
profile: logo
services:
  energy:
    projects:
      - id: P1
        name: โคมไฟถนน
        budget: {budget}
        start: {start}
        end: 30 ก.ย. 2571
"""


def told(text: str, code: str, smart: str = "energy"):
    found = assessed(text, lang="th").findings
    return [finding for finding in found if finding.code == code and finding.smart in (smart, None)]


def test_what_is_written_and_cannot_be_read_is_not_called_empty():
    (gap,) = told(PROJECT.format(budget="มาก", start="รอข้อมูล"), "C4-R4")
    missing, waiting, unread = gap.message.removeprefix("P1: ").split("; ")
    assert "budget" not in missing
    assert "(start)" in waiting
    assert unread == "ระบบอ่าน งบประมาณ (budget) ไม่ได้ จึงยังไม่นับ โปรดระบุตามรูปแบบที่กำหนด"


def test_the_remedy_of_a_value_that_cannot_be_read_is_how_to_write_it():
    population = "{count: มาก, year: 2567, source: ก}"
    text = f"smartcert: 1\nprofile: logo\narea: {{name: A, population: {population}}}\n"
    gaps = [gap for gap in assessed(text, lang="th").findings if "ไม่ได้ จึงยังไม่นับ" in gap.message]
    assert {gap.stub for gap in gaps} == {""}
    assert gaps[0].fix.startswith("เขียนค่าใน จำนวนประชากร (count)")
    assert gaps[0].fix.endswith("ใหม่ให้เป็นรูปแบบที่อ่านได้ ตัวอย่างรูปแบบที่ถูกต้อง: 147,579")


def test_a_section_that_cannot_be_read_is_not_called_empty():
    text = "smartcert: 1\nprofile: logo\ninfrastructure: {funding: [{amount: มาก}]}\n"
    gaps = [
        gap for gap in assessed(text).findings if gap.location.dotted == "infrastructure.funding"
    ]
    assert gaps
    assert all("is still empty" not in gap.message and not gap.stub for gap in gaps)


@pytest.mark.parametrize(
    ("vision", "status"),
    [
        ("แม่เมาะเมืองน่าอยู่ ผู้คนมีอาชีพ", "met"),
        ("เมืองต้นแบบสังคมพหุวัฒนธรรมที่ยั่งยืน", "met"),
        ("Smart Natural Innovation Platform", "met"),
        ("เมืองน่าอยู่", "missing"),
        ("สะอาด สวย ปลอดภัย น่าอยู่ ทันสมัย", "missing"),
        ("smart modern safe clean", "missing"),
    ],
)
def test_a_vision_has_four_words_that_are_no_list_of_adjectives(vision, status):
    found = statuses(assessed(f"smartcert: 1\nprofile: logo\narea: {{vision: {vision}}}\n"))
    assert found["C1-3"] == status


@pytest.mark.parametrize(
    ("smart", "project"),
    [
        ("mobility", "High-speed rail linking three airports"),
        ("mobility", "รถไฟเชื่อมสามสนามบิน"),
        ("living", "ความรู้สุขาภิบาลอาหาร"),
        ("living", "เครือข่ายคุ้มครองผู้บริโภค"),
        ("living", "เสาอัจฉริยะ"),
        ("governance", "บัตรสมาร์ทการ์ดชาวเมือง"),
        ("governance", "One-stop service"),
    ],
)
def test_subjects_of_a_smart_that_published_plans_have(smart, project):
    services = f"{{{smart}: {{projects: [{{id: P1, name: {project}}}]}}}}"
    text = f"smartcert: 1\nprofile: logo\nservices: {services}\n"
    code = {"mobility": "C4-MOB", "living": "C4-LIV", "governance": "C4-GOV"}[smart]
    assert next(s for key, s in statuses(assessed(text)).items() if key.startswith(code)) == "met"


def test_what_an_operating_cost_is_for_is_referred_to():
    text = (
        "smartcert: 1\nprofile: logo\ninfrastructure:\n  physical: [{id: PI-1, name: A}]\n"
        "  operating_cost: [{for: PI-1, per_year: 120000}]\n"
    )
    assert not [gap for gap in assessed(text).findings if "PI-1” (looked" in gap.message]


@pytest.mark.parametrize("role", ["ดูแลระบบ", "พัฒนาระบบ"])
def test_a_verb_with_its_object_is_two_words(role):
    text = f"smartcert: 1\nprofile: logo\nmanagement: {{partners: [{{name: ก, role: {role}}}]}}\n"
    assert not [gap for gap in assessed(text, lang="th").findings if "สั้นเกินไป" in gap.message]


def test_a_section_that_only_holds_a_place_is_not_called_unreadable():
    text = "smartcert: 1\nprofile: logo\narea:\n  name: เมืองสายธาร\n  boundary: รอข้อมูล\n"
    (gap,) = (gap for gap in assessed(text).findings if gap.location.dotted == "area.boundary"
              and gap.level != "fault")  # fmt: skip
    assert gap.message.startswith("nothing in the section Boundary (area.boundary) is an answer")
    assert gap.fix.startswith("Write your own facts")


@pytest.mark.parametrize(
    ("area", "fix"),
    [
        ("{name: [ก, ข]}", "Write one text behind the key."),
        ("{goals: {ก: ข}}", "Write a list"),
        ("{population: [ก, ข]}", "Write “key: value” below it"),
    ],
)
def test_the_remedy_of_a_wrong_form_is_the_form_that_is_asked_for(area, fix):
    found = assessed(f"smartcert: 1\nprofile: logo\narea: {area}\n").findings
    assert next(fault.fix for fault in found if fault.code == "P004").startswith(fix)
