"""Keys by other names, and keys beside their section, are told and read as they are meant."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms, review_spec, spec_at
from smartcert.source import read_source
from smartcert.source.edit import edited

HEAD = "smartcert: 1\n"


def read(text, spec=None):
    return read_document(read_source(text.encode(), "x", keys=key_forms), spec)


def told(document):
    faults = document.source.faults
    return [f"{fault.code} {fault.span.line}:{fault.span.column}" for fault in faults]


CASES = [
    # By the name in the form, in either language, and with capitals.
    ("ประเภทคำขอ: logo\n", "Y120 2:1", "profile: logo\n"),
    ("Profile: logo\n", "Y120 2:1", "profile: logo\n"),
    ("'Area and goals':\n  name: ก\n", "Y120 2:1", "area:\n  name: ก\n"),
    ("ผู้ยื่นข้อเสนอ:\n  contact:\n    ชื่อ: ก\n    โทรศัพท์: 02\n", "Y120 2:1, Y120 4:5, Y120 5:5",
     "applicant:\n  contact:\n    name: ก\n    phone: 02\n"),
    ("services:\n  สิ่งแวดล้อมอัจฉริยะ:\n    Projects:\n    - ID: P1\n", "Y120 3:3, Y120 4:5, Y120 5:7",
     "services:\n  environment:\n    projects:\n    - id: P1\n"),
    ("services: {Smart Living: {goals: []}}\n", "Y120 2:12", "services: {living: {goals: []}}\n"),
    # Numbered, and cut short where one name only begins like it.
    ("1. applicant:\n  1.1 name: ก\n  1.2 ประเภท: เทศบาล\n", "Y120 2:1, Y120 3:3, Y120 4:3",
     "applicant:\n  name: ก\n  kind: เทศบาล\n"),
    ("พื้นที่:\n  ชื่อ: ก\n", "Y120 2:1, Y120 3:3", "area:\n  name: ก\n"),
    ("infrastructure:\n  phases:\n  - เริ่ม: 2570\n    สิ้นสุด: 2571\n", "Y120 4:5, Y120 5:5",
     "infrastructure:\n  phases:\n  - start: 2570\n    end: 2571\n"),
    ("วิสัย\u200bทัศน์:ก\narea:\n  วิสัย\u200bทัศน์: ข\n", "Y101 2:12, Y106 2:6, Y106 4:8, Y120 4:3",
     "วิสัยทัศน์: ก\narea:\n  vision: ข\n"),
    # Beside the section.
    ("applicant:\nname: ก\nkind: เทศบาล\ncontact:\n  name: ข\n", "Y121 3:1",
     "applicant:\n  name: ก\n  kind: เทศบาล\n  contact:\n    name: ข\n"),
    ("applicant:\nname: ก\n# ข\n\ncommittee:\n  members:\n  - ค\narea:\n  name: ง\n", "Y121 3:1",
     "applicant:\n  name: ก\n  # ข\n\n  committee:\n    members:\n    - ค\narea:\n  name: ง\n"),
    ("applicant:\nname: ก\narea:\nname: ข\nvision: |\n  ค\n", "Y121 3:1, Y121 5:1",
     "applicant:\n  name: ก\narea:\n  name: ข\n  vision: |\n    ค\n"),
    ("applicant:\n    contact:\n        name: ก\n    phone: 02\n    kind: เทศบาล\n", "Y121 5:5",
     "applicant:\n    contact:\n        name: ก\n        phone: 02\n    kind: เทศบาล\n"),
    ("area:\n  goals:\n  - target:\n    value: 5\n    id: G1\n", "Y121 5:5",
     "area:\n  goals:\n  - target:\n      value: 5\n    id: G1\n"),
    ("applicant:\nชื่อหน่วยงานผู้ยื่น: ก\n", "Y121 3:1, Y120 3:1", "applicant:\n  name: ก\n"),
    ("note:\nth: ก\nen: b\nround: 1\n", "Y121 3:1", "note:\n  th: ก\n  en: b\nround: 1\n"),
    # A text in which YAML saw a key.
    ("area:\n  strengths:\n  - ตลาด: ริมน้ำ\n  - วัด\n", "Y112 4:9",
     'area:\n  strengths:\n  - "ตลาด: ริมน้ำ"\n  - วัด\n'),
    ("area:\n  problems:\n  - ขยะ: ตกค้างวันละ 4 ตัน\n", "Y112 4:8",
     'area:\n  problems:\n  - "ขยะ: ตกค้างวันละ 4 ตัน"\n'),
    ("area:\n  strengths: [ตลาด: ริมน้ำ, วัด]\n", "Y112 3:19",
     'area:\n  strengths: ["ตลาด: ริมน้ำ", วัด]\n'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected", "meant"), CASES, ids=[repr(case[0]) for case in CASES]
)
def test_keys_are_told_and_read_as_they_are_meant(text, expected, meant):
    document = read(HEAD + text)
    assert sorted(told(document)) == sorted(expected.split(", "))
    assert edited(document.source.text, document.source.edits) == HEAD + meant
    proper = read(HEAD + meant)
    if "วิสัยทัศน์: ก" not in meant:
        assert proper.source.faults == () == proper.faults
    assert (document.data, document.faults) == (proper.data, proper.faults)


LEFT = [
    # Nobody knows which of two is meant, or what a part of a name stands for.
    ("area:\n  Vision: ก\n  vision: ข\n", "P003"),
    ("area:\n  Vision: ก\n  VISION: ข\n", "P003, P003"),
    ("ข้อมูลเมือง:\n  name: ก\n", "P003"),
    ("applicant:\n  หน่วยงาน: ก\n", "P003"),
    ("area:\n  population:\n    จำนวน: 5\n", "P003"),
    ("applicant:\n  contact:\n    phone: 02\n  phone: 03\n", "P003"),
    ("applicant: {contact: , phone: 02}\n", "P003"),
    ("applicant:\n  contact:\n  name: ก\n  phone: 02\n", "P003"),
    ("area:\n  strengths:\n  - ตลาด: ริมน้ำ\n    วัด: เก่า\n", "P004"),
    ("area:\n  strengths:\n  - {ตลาด: ริมน้ำ}\n", "P004"),
]


@pytest.mark.parametrize(("text", "codes"), LEFT)
def test_what_may_mean_two_things_is_left(text, codes):
    document = read(HEAD + text)
    assert document.source.faults == ()
    assert ", ".join(fault.code for fault in document.faults) == codes


def test_a_section_that_is_told_names_what_belongs_to_it():
    (fault,) = read(f"{HEAD}applicant:\nname: ก\nkind: เทศบาล\n").source.faults
    assert fault.params["written"] == "name, kind"
    assert (fault.params["key"], fault.params["indent"]) == ("applicant", "2")
    assert [tuple(span)[:4] for span in fault.related] == [(2, 1, 2, 10)]


def test_keys_are_read_along_the_spec_of_the_file():
    text = "smartcert-review: 1\nComments:\n- id: R1\n  text: ก\n"
    document = read(text, review_spec())
    assert told(document) == ["Y120 2:1"]
    assert document.data["comments"] == [{"id": "R1", "text": "ก"}]


def test_a_file_whose_slips_are_not_mended_keeps_its_keys():
    document = read_document(read_source(f"{HEAD}Profile: logo\n".encode(), "x"))
    assert [fault.code for fault in document.faults] == ["P003"]


def test_every_key_is_known_by_all_its_names():
    forms = key_forms()
    assert forms["name"] == {"prose"}
    assert forms["วิสัยทัศน์"] == forms["vision"] == {"prose"}
    assert forms["area and goals"] == {"section"}
    assert forms["strengths"] == forms["members"] == {"list"}
    assert forms["smartcert-review"] == {"value"}
    assert spec_at(("area", "vision")).names["th"] == "วิสัยทัศน์"


NAMES = st.sampled_from(
    ["applicant", "Applicant", "ผู้ยื่นข้อเสนอ", "area", "name", "ชื่อ", "contact", "phone", "kind",
     "goals", "id", "text", "strengths", "services", "Environment", "projects", "ก", "th", "2570"]
)  # fmt: skip
VALUES = st.recursive(
    st.sampled_from([None, "ก", "ก: ข", "#ค", "5", "", "- ง"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(NAMES, VALUES, max_size=6),
    st.sampled_from([None, True, False]),
    st.integers(0, 3),
)
@settings(max_examples=150, deadline=None)
def test_whatever_the_keys_are(data, flow, dedent):
    text = HEAD + yaml.dump(data, allow_unicode=True, sort_keys=False, default_flow_style=flow)
    text = text.replace("\n" + " " * dedent, "\n") if dedent else text
    document = read(text)
    mended = edited(text, document.source.edits)
    assert mended.count("\n") == text.count("\n")
    if not document.source.fatal:
        again = read(mended)
        assert (again.source.edits, again.data) == ((), document.data)
    for fault in document.faults:
        assert document.source.span(fault.path, key=fault.at_key).line <= text.count("\n") + 1
