"""Drafts as offices write them, read in one run: every slip at its line, and what is meant."""

from __future__ import annotations

import pytest

from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.source import read_source


def read(text):
    return read_document(read_source(text.encode(), "proposal.yaml", keys=key_forms))


def told(document):
    faults = document.source.faults
    return [f"{fault.code} {fault.span.line}:{fault.span.column}" for fault in faults]


FIRST_DRAFT = """\
# ข้อเสนอเมืองอัจฉริยะ เติมค่าหลังเครื่องหมาย : ข้อที่ยังไม่มีปล่อยว่างไว้
smartcert: 1
profile: logo
round: 1

applicant:  # ผู้ยื่นข้อเสนอ
  name: เทศบาลตำบลบึงตะเคียน อำเภอธารทอง จังหวัดนครธารา
  kind: เทศบาลตำบล
  committee:
    name:คณะกรรมการขับเคลื่อนเมืองอัจฉริยะเทศบาลตำบลบึงตะเคียน
    order_no: คำสั่งเทศบาลตำบลบึงตะเคียน ที่ 214/2568
    chair: นายประเสริฐ วงศ์ทอง นายกเทศมนตรี
    members:
    1. นางวิไล  แสงจันทร์  ปลัดเทศบาล
    2. นายสุรชัย พรมดี  ผู้อำนวยการกองช่าง
    3. ผู้แทนชุมชน ๕ ชุมชน
  consent:
    meeting: ครั้งที่ ๗/๒๕๖๘
    resolution: มติที่ประชุมคณะกรมการจังหวัด: เห็นชอบให้เทศบาลยื่นข้อเสนอ

area:
  name: เขตเทศบาลตำบลบึงตะเคียน ทั้งตำบล 9 หมู่บ้าน
  boundary:
    description: ทิศเหนือ ติดต่อกับ ตำบลโนนสูง  ทิศใต้ ติดต่อกับ คลองบึงตะเคียน
      ทิศตะวันออก ติดต่อกับ ทางหลวงหมายเลข 226
  population:
    count: 45,000 คน
    users: -
  vision: “บึงตะเคียนเมืองน่าอยู่ คลองสวยน้ำใส ทุกวัยเข้าถึงบริการของเทศบาลได้ทุกที่ทุกเวลา”
  strengths:
    • บึงตะเคียน
    • ตลาดนัดวันเสาร์

infrastructure:  # โครงสร้างพื้นฐานและการลงทุน
  digital:  # โครงสร้างพื้นฐานดิจิทัล
    - id:  # รหัสโครงสร้างพื้นฐาน
      name:  # ชื่อ
      serves:  # โครงการที่รองรับ (หลายรายการเขียนเป็น [ก, ข])
"""


def test_a_first_draft_is_read_in_its_first_run():
    document = read(FIRST_DRAFT)
    assert told(document) == [
        "Y101 10:9", "Y103 14:5", "Y112 19:45", "Y113 28:12", "Y103 31:5"
    ]  # fmt: skip
    assert [fault.code for fault in document.faults] == ["P002"]
    committee, area = document.data["applicant"]["committee"], document.data["area"]
    assert committee["name"] == "คณะกรรมการขับเคลื่อนเมืองอัจฉริยะเทศบาลตำบลบึงตะเคียน"
    assert committee["members"] == [
        "นางวิไล  แสงจันทร์  ปลัดเทศบาล",
        "นายสุรชัย พรมดี  ผู้อำนวยการกองช่าง",
        "ผู้แทนชุมชน ๕ ชุมชน",
    ]
    assert committee["chair"] == "นายประเสริฐ วงศ์ทอง นายกเทศมนตรี"
    assert document.data["applicant"]["consent"]["resolution"] == (
        "มติที่ประชุมคณะกรมการจังหวัด: เห็นชอบให้เทศบาลยื่นข้อเสนอ"
    )
    assert area["population"] == {"count": 45000}
    assert area["strengths"] == ["บึงตะเคียน", "ตลาดนัดวันเสาร์"]
    assert area["vision"].startswith("“บึงตะเคียน")


def value(data, path):
    for step in path.split("."):
        data = data[int(step)] if step.isdigit() and isinstance(data, list) else data[step]
    return data


CASES = [
    ("applicant:\n  name:เทศบาลตำบลบึงตะเคียน\n  kind: municipality\n", "Y101 3:7",
     {"applicant.name": "เทศบาลตำบลบึงตะเคียน", "applicant.kind": "municipality"}),
    ("area:\n  name:เมืองสายธาร\n", "Y101 3:7", {"area.name": "เมืองสายธาร"}),
    ("area:\n  goals:\n    - id: G1\n      text:ลดขยะ\n      unit: ตัน\n", "Y101 5:11",
     {"area.goals.0": {"id": "G1", "text": "ลดขยะ", "unit": "ตัน"}}),
    (("applicant:\n  committee:\n    members:\n    1. นางวิไล  แสงจันทร์\n    2. นายสุรชัย พรมดี\n"
     "    chair: นาย ก\n"), "Y103 5:5",
     {"applicant.committee": {"members": ["นางวิไล  แสงจันทร์", "นายสุรชัย พรมดี"], "chair": "นาย ก"}}),
    ("area:\n  strengths:\n    • ตลาดริมน้ำ\n    • วิทยาลัย\n", "Y103 4:5",
     {"area.strengths": ["ตลาดริมน้ำ", "วิทยาลัย"]}),
    ("area:\n  strengths:\n  -บึงตะเคียน\n  -ตลาดนัดวันเสาร์\n  goals:\n  -id: G1\n   text: ลดขยะ\n",
     "Y102 4:3, Y102 7:3",
     {"area.strengths": ["บึงตะเคียน", "ตลาดนัดวันเสาร์"], "area.goals.0": {"id": "G1", "text": "ลดขยะ"}}),
    ("profile: “logo”\napplicant:\n  name: “เทศบาลตำบลบึงตะเคียน: เมืองน่าอยู่”\n  kind: ‘municipality’\n",
     "Y107 2:10, Y107 4:9, Y107 5:9",
     {"profile": "logo", "applicant.name": "เทศบาลตำบลบึงตะเคียน: เมืองน่าอยู่",
      "applicant.kind": "municipality"}),
    ("applicant:\n  name： เทศบาลตำบลบึงตะเคียน\n  kind： municipality\n", "Y104 3:7, Y104 4:7",
     {"applicant.name": "เทศบาลตำบลบึงตะเคียน", "applicant.kind": "municipality"}),
    ("applicant:\n\xa0\xa0name: เทศบาล\n\xa0\xa0kind: municipality\n", "Y105 3:1",
     {"applicant": {"name": "เทศบาล", "kind": "municipality"}}),
    ("applicant:\n  name: เท\u200bศบาล\u200bตำบล\n  kind: \u200bmunicipality\n", "Y106 3:11",
     {"applicant": {"name": "เทศบาลตำบล", "kind": "municipality"}}),
    (("applicant:\n  name: เทศบาลตำบลบึงตะเคียน #สำนักปลัด\n  committee:\n    order_no: #214/2568\n"
     "area:\n  vision: #บึงตะเคียนน่าอยู่ เมืองของทุกคน\n"), "Y109 3:30, Y109 5:15, Y109 7:11",
     {"applicant.name": "เทศบาลตำบลบึงตะเคียน #สำนักปลัด", "applicant.committee.order_no": "#214/2568",
      "area.vision": "#บึงตะเคียนน่าอยู่ เมืองของทุกคน"}),
    ("area:\n  vision: เมืองริมน้ำที่ปลอดภัย #ทุกวัยเข้าถึงบริการ\n", "Y109 3:33",
     {"area.vision": "เมืองริมน้ำที่ปลอดภัย #ทุกวัยเข้าถึงบริการ"}),
    ("infrastructure:\n  digital:\n    - {id: D1, name: Smart Pole, CCTV และ IoT, kind: IoT, AI}\n",
     "Y110 4:22, Y110 4:54",
     {"infrastructure.digital.0": {"id": "D1", "name": "Smart Pole, CCTV และ IoT", "kind": "IoT, AI"}}),
    ("area:\n  population: {count: 147,579, year: 2567, source: ทะเบียนราษฎร}\n", "Y110 3:23",
     {"area.population.count": 147579}),
    ("infrastructure:\n  funding:\n    - {id: F1, source: งบ, model: own, amount: 12,000,000}\n", "Y110 4:48",
     {"infrastructure.funding.0.amount": 12000000}),
    ("infrastructure:\n  budget:\n    by_year: {2570: 5,000,000, 2571: 7,000,000}\n", "Y110 4:21, Y110 4:38",
     {"infrastructure.budget.by_year": {"2570": 5000000, "2571": 7000000}}),
    ("annexes:\n  - id: ค\n    title: รายงาน\n    file: \"C:\\Users\\กมลชนก\\รายงาน.docx\"\n", "Y108 5:11",
     {"annexes.0.file": "C:\\Users\\กมลชนก\\รายงาน.docx"}),
    (("ประเภทคำขอ: logo\nผู้ยื่นข้อเสนอ:\n  ชื่อหน่วยงานผู้ยื่น: เทศบาลตำบลบึงตะเคียน\n  contact:\n"
     "    ชื่อ: นางสาวกมลชนก\n    โทรศัพท์: 044-567890\n"),
     "Y120 2:1, Y120 3:1, Y120 4:3, Y120 6:5, Y120 7:5",
     {"profile": "logo", "applicant.name": "เทศบาลตำบลบึงตะเคียน",
      "applicant.contact": {"name": "นางสาวกมลชนก", "phone": ["044-567890"]}}),
    ("applicant:\nname: เทศบาลตำบลบึงตะเคียน\nkind: municipality\ncontact:\n  name: ก\n", "Y121 3:1",
     {"applicant": {"name": "เทศบาลตำบลบึงตะเคียน", "kind": "municipality", "contact": {"name": "ก"}}}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "values"), CASES, ids=[case[1] for case in CASES])
def test_what_is_written_is_read_as_it_is_meant(text, expected, values):
    document = read(f"smartcert: 1\n{text}")
    assert told(document) == expected.split(", ")
    assert document.faults == ()
    assert {path: value(document.data, path) for path in values} == values


def test_names_that_came_apart_lead_where_they_should():
    document = read(
        "smartcert: 1\nmanagement:\n  agencies:\n  - {name: สำนักงานจังหวัด}\nservices:\n"
        "  environment:\n    projects:\n    - {id: P1, owner: ส านักงานจังหวัด, kpis: [ท ี่ 1]}\n"
        "    kpis:\n    - {id: K1, name: ที่ 1}\n"
    )
    assert told(document) == ["Y118 8:23"]
    project = document.data["services"]["environment"]["projects"][0]
    assert project == {"id": "P1", "owner": "สำนักงานจังหวัด", "kpis": ["K1"]}


@pytest.mark.parametrize(
    "text",
    [
        "การพฒั นาเมอื งอจั ฉรยิ ะเพอื่ ใหป้ ระชาชนในจงั หวดั มคี ณุ ภาพชวี ติ",
        "à¸\ufffdà¸?à¹",
        "à¸\x81à¹",
    ],
)
def test_what_nobody_can_put_together_does_not_count(text):
    field = f"smartcert: 1\narea:\n  vision: {text}\n  type: {text}\n  size: {text}\n  name: ก\n"
    document = read(field)
    torn = [(fault.code, fault.path) for fault in document.faults]
    assert torn == [("P018", ("area", key)) for key in ("vision", "type", "size")]
    assert document.data["area"] == {"name": "ก"}


MANY = """\
smartcert: 1
ประเภทคำขอ: “logo”
applicant:
\tname:เทศบาล: บึงตะเคียน
\tcontact: {name: กมลชนก, สำนักปลัด, phone: 02 #123}
area:
  vision: เมืองน่าอยู่
ของทุกคน
  strengths:
  • ตลาด
  -วัด
  size： 46 ตร.กม.
  goals: [
"""


def test_all_slips_are_told_in_one_run_though_something_stays_unreadable():
    document = read(MANY)
    assert told(document) == [
        "Y107 2:13", "Y114 4:1", "Y101 4:6", "Y112 4:13", "Y110 5:18", "Y109 5:47", "Y111 8:1",
        "Y103 10:3", "Y102 11:3", "Y104 12:7", "Y120 2:1", "Y001 13:10",
    ]  # fmt: skip
    assert document.source.fatal
    mended = read(MANY.replace("  goals: [\n", ""))
    assert set(told(mended)) == {*told(document)} - {"Y001 13:10"}
    assert mended.data["applicant"]["contact"] == {"name": "กมลชนก, สำนักปลัด", "phone": ["02 #123"]}
    assert mended.data["area"]["strengths"] == ["ตลาด", "วัด"]
