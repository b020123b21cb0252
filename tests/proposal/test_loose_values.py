"""What is not written plainly is read as what it can only mean, and listed."""

from __future__ import annotations

import pytest

from schema_judge import keeps_to_schema
from smartcert.findings.wording import Wording
from smartcert.proposal.document import Document, read_document
from smartcert.proposal.spec import review_spec
from smartcert.source import read_source
from smartcert.source.path import value_at


def read(text: str) -> Document:
    """Read a proposal; what is read without a fault must be no fault for an editor."""
    document = read_document(read_source(text.encode(), "proposal.yaml"))
    assert keeps_to_schema(text, document)
    return document


def said(document: Document) -> list[tuple[str, object, str]]:
    return [(loose.written, loose.value, loose.how) for loose in document.loose]


@pytest.mark.parametrize(
    ("written", "value", "how"),
    [
        ("เทศบาลตำบลบึงตะเคียน", "municipality", "named"),
        ("อบต.บ้านทิ", "sao", "named"),
        ("สำนักงานจังหวัดพะเยา", "province", "named"),
        ("บริษัทขอนแก่นพัฒนาเมือง จำกัด", "company", "named"),
        ("หน่วยงานของรัฐ (องค์การมหาชน)", "agency", "explained"),
    ],
)
def test_a_kind_with_a_name_or_an_explanation(written, value, how):
    document = read(f"applicant: {{kind: {written}}}")
    assert (document.faults, said(document)) == ((), [(written, value, how)])
    assert document.data["applicant"]["kind"] == value


@pytest.mark.parametrize("written", ["สำนักงานเทศบาลตำบลแม่เมาะ", "ชมรมผู้สูงอายุ"])
def test_what_begins_with_two_kinds_or_none_is_asked_about(written):
    (fault,) = read(f"applicant: {{kind: {written}}}").faults
    assert (fault.code, fault.params["guess"]) == ("P006", "")


@pytest.mark.parametrize(
    ("path", "written", "value"),
    [
        ("services.energy.projects.0.status", "อยู่ระหว่างดำเนินการ", "running"),
        ("services.energy.projects.0.status", "อยู่ระหว่างจัดซื้อจัดจ้าง", "funded"),
        ("services.energy.projects.0.status", "ยังไม่ดำเนินการ", "planned"),
        ("services.energy.projects.0.status", "เสร็จสิ้น", "done"),
        ("services.energy.projects.0.status", "ยกเลิก", "stopped"),
        ("data_platform.datasets.0.class", "ข้อมูลสาธารณะ", "open"),
        ("data_platform.datasets.0.class", "ข้อมูลส่วนบุคคล", "personal"),
        ("data_platform.datasets.0.class", "ข้อมูลใช้ภายใน", "internal"),
        ("data_platform.datasets.0.class", "ข้อมูลความลับทางราชการ", "confidential"),
        ("data_platform.datasets.0.class", "ข้อมูลความมั่นคง", "confidential"),
        ("services.energy.kpis.0.direction", "ลดลง", "decrease"),
        ("management.partners.0.sector", "ภาคประชาชน", "people"),
        ("infrastructure.funding.0.model", "เงินอุดหนุนเฉพาะกิจ", "grant"),
        ("area.zone", "ไม่มี", "none"),
    ],
)
def test_words_of_official_forms(path, written, value):
    document = read(nested(path, written))
    assert (document.faults, document.loose) == ((), ())
    steps = tuple(int(step) if step.isdigit() else step for step in path.split("."))
    assert value_at(steps, document.data) == value


def nested(path: str, written: str) -> str:
    """Write a value at a path, each list with the one item that leads to it."""
    for step in reversed(path.split(".")):
        written = f"[{written}]" if step.isdigit() else f"{{{step}: {written}}}"
    return written


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("services.energy.projects.0.status", "ล่าช้า"),
        ("services.energy.projects.0.status", "เบิกจ่ายแล้ว"),
        ("infrastructure.funding.0.model", "งบประมาณรายจ่ายประจำปี"),
        ("infrastructure.funding.0.model", "BTO"),
    ],
)
def test_words_that_mean_many_things_are_asked_about(path, written):
    (fault,) = read(nested(path, written)).faults
    assert (fault.code, fault.params["guess"], fault.params["unsure"]) == ("P006", "", "unsure")


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("data_platform.datasets.0.class", "ไม่เปิดเผย"),
        ("data_platform.datasets.0.class", "non-personal"),
        ("applicant.promotion_area.status", "ยังไม่ได้รับประกาศ"),
        ("area.zone", "Southern Economic Corridor"),
    ],
)
def test_the_opposite_is_not_proposed(path, written):
    (fault,) = read(nested(path, written)).faults
    assert (fault.code, fault.params["guess"]) == ("P006", "")


@pytest.mark.parametrize(
    ("written", "confirmed", "state"),
    [
        ("อยู่ระหว่างเสนอ ครม.", False, "requested"),
        ("เสนอขอแล้ว", False, "requested"),
        ("ยังไม่ได้รับ", False, "requested"),
        ("อนุมัติในหลักการ", False, "agreed"),
        ("ผ่านเทศบัญญัติแล้ว", True, "confirmed"),
    ],
)
def test_only_confirmed_money_is_confirmed(written, confirmed, state):
    document = read(f"infrastructure: {{funding: [{{confirmed: {written}}}]}}")
    assert document.data["infrastructure"]["funding"] == [{"confirmed": confirmed, "state": state}]
    assert said(document) == [(written, confirmed, "money-state")]


def test_amounts_in_a_whole_proposal():
    document = read(
        """
infrastructure:
  budget:
    total: 12.4 (ล้านบาท)
    by_year:
      ปีงบประมาณ 2569: 4.2 (ล้านบาท)
      ปีงบประมาณ 2570: 5 (ล้านบาท)
      2571: 3.2 (ล้านบาท)
  operating_cost: [{per_year: "30,000 (บาทต่อเดือน)"}]
services: {energy: {projects: [{budget: 7.4 (ล้านบาท)}]}}
"""
    )
    assert document.faults == ()
    assert document.data["infrastructure"]["budget"] == {
        "total": 12_400_000,
        "by_year": {
            "ปีงบประมาณ 2569": 4_200_000,
            "ปีงบประมาณ 2570": 5_000_000,
            "2571": 3_200_000,
        },
    }
    assert document.data["infrastructure"]["operating_cost"] == [{"per_year": 360_000}]
    assert document.data["services"]["energy"]["projects"] == [{"budget": 7_400_000}]
    assert len(document.loose) == 6


def test_a_number_without_a_unit_counts_as_absent():
    document = read("infrastructure: {budget: {total: 12.4, by_year: {2569: 4.2}}}")
    assert [fault.params["either"] for fault in document.faults] == [
        "12.4 ล้านบาท|12.4 บาท",
        "4.2 ล้านบาท|4.2 บาท",
    ]
    assert document.data == {}


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        (
            "{2569: 5 ล้านบาท, 2570: 6 ล้านบาท, รวม: 11 ล้านบาท}",
            {"2569": 5 * 10**6, "2570": 6 * 10**6},
        ),
        ("[{2569: 5 ล้านบาท}, {2570: 6 ล้านบาท}]", {"2569": 5 * 10**6, "2570": 6 * 10**6}),
        ("{พ.ศ. 2566: '-', 2567: 30000}", {"พ.ศ. 2566": 0, "2567": 30_000}),
        ("{2569: เดือนละ 30000 บาท}", {"2569": 360_000}),
    ],
)
def test_rows_by_year(rows, values):
    document = read(f"infrastructure: {{budget: {{by_year: {rows}}}}}")
    assert document.faults == ()
    assert document.data["infrastructure"]["budget"]["by_year"] == values


def test_a_total_that_differs_is_a_fault_and_no_year():
    document = read("infrastructure: {budget: {by_year: {2569: 5 ล้านบาท, รวมทั้งสิ้น: 6 ล้านบาท}}}")
    (fault,) = document.faults
    assert (fault.code, fault.params["total"]) == ("P017", "5000000")
    assert document.data["infrastructure"]["budget"]["by_year"] == {"2569": 5_000_000}


def test_a_year_that_cannot_be_read_leaves_the_total_alone():
    text = "infrastructure: {budget: {by_year: {2569: 5 ล้านบาท, 2570: มาก, รวม: 9 ล้านบาท}}}"
    assert [fault.code for fault in read(text).faults] == ["P001"]


@pytest.mark.parametrize(
    ("fields", "budget"),
    [
        ("budget: {2567: 300000, 2568: 500000}", 800_000),
        ("budget: [2567: 300000, 2568: 500000]", 800_000),
        ("budget: 15000 x 4 ปี", 60_000),
        ("budget: 'ปีละ 100,000', start: 2567, end: 2570", 400_000),
        ("budget: 'ปีละ 100,000', start: 1 ต.ค. 2568, end: 30 ก.ย. 2571", 300_000),
    ],
)
def test_budgets_of_a_project(fields, budget):
    document = read(f"services: {{energy: {{projects: [{{{fields}}}]}}}}")
    assert document.faults == ()
    assert document.data["services"]["energy"]["projects"][0]["budget"] == budget


def test_an_amount_a_year_without_the_years_is_asked_about():
    document = read("services: {energy: {projects: [{name: A, budget: 'ปีละ 100,000'}]}}")
    assert [fault.params["reason"] for fault in document.faults] == ["years"]
    assert document.data["services"]["energy"]["projects"] == [{"name": "A"}]
    assert document.loose == ()


HALVED = "unit: ตันต่อวัน, baseline: 32 ตัน/วัน (ปี 2567), target: ลดลงร้อยละ 50 ภายในปี 2572"
KPI = "services: {{energy: {{kpis: [{{{}}}]}}}}"


@pytest.mark.parametrize(
    ("fields", "baseline", "target", "year", "direction"),
    [
        (HALVED, 32, 16, 2029, "decrease"),
        ("unit: ร้อยละ, baseline: ร้อยละ 12 (2567), target: ร้อยละ 60 (2572)", 12, 60, 2029, None),
        ("unit: ร้อยละ, baseline: {value: 12}, target: {2570: 40, 2571: 60}", 12, 60, 2028, None),
        ("baseline: {value: 32 ตัน}, target: {value: 16 ตัน}", 32, 16, None, None),
        ("baseline: {value: 32 (2567)}, target: {value: 16 (ภายในปี 2572)}", 32, 16, 2029, None),
    ],
)  # fmt: skip
def test_measures_on_a_line(fields, baseline, target, year, direction):
    document = read(KPI.format(fields))
    assert document.faults == ()
    (kpi,) = document.data["services"]["energy"]["kpis"]
    assert (kpi["baseline"]["value"], kpi["target"]["value"]) == (baseline, target)
    assert kpi["target"].get("year", kpi).__class__ is dict or kpi["target"]["year"].year == year
    assert kpi.get("direction") == direction


def test_a_unit_behind_a_figure_is_that_of_an_item_without_one():
    document = read(KPI.format("baseline: {value: 32 ตัน}, target: {value: 16 กก.}"))
    assert [(fault.path[-2:], fault.params["reason"]) for fault in document.faults] == [
        (("target", "value"), "unit")
    ]
    assert document.data["services"]["energy"]["kpis"][0]["unit"] == "ตัน"


@pytest.mark.parametrize(
    ("target", "baseline", "direction"),
    [
        ("ไม่น้อยกว่า 80", 60, "increase"),
        ("ไม่น้อยกว่า 80", 85, "maintain"),
        ("ไม่เกิน 16", 32, "decrease"),
    ],
)
def test_a_limit_says_the_direction(target, baseline, direction):
    document = read(KPI.format(f"baseline: {{value: {baseline}}}, target: {{value: {target}}}"))
    assert document.data["services"]["energy"]["kpis"][0]["direction"] == direction


LAYERS = {
    "applications": "ก", "exchange": "ข", "paas": "ค", "iaas": "ง", "infrastructure": "จ"
}  # fmt: skip
PHONES = {"phone": ["1", "2"]}
ROADS = {"name": "กองช่าง", "role": "ดูแลถนน"}
PERSON = {"name": "นาย ก", "phone": ["081-234-5678"]}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("management: {business_model: ก}", {"management": {"business_model": {"value": "ก"}}}),
        ("data_platform: {skills: ก}", {"data_platform": {"skills": {"training": "ก"}}}),
        ("area: {goals: [ก, ข]}", {"area": {"goals": [{"text": "ก"}, {"text": "ข"}]}}),
        ("area: {goals: ลดขยะ}", {"area": {"goals": [{"text": "ลดขยะ"}]}}),
        ("annexes: [ภาคผนวก ก แผนที่]", {"annexes": [{"id": "ภาคผนวก ก", "title": "แผนที่"}]}),
        ("area: {boundary: [{description: A}]}", {"area": {"boundary": {"description": "A"}}}),
        ("data_platform: {layers: [ก, ข, ค, ง, จ]}", {"data_platform": {"layers": LAYERS}}),
        ("management: {agencies: 'กองช่าง, สำนักปลัด'}",
         {"management": {"agencies": [{"name": "กองช่าง"}, {"name": "สำนักปลัด"}]}}),
        ('management: {agencies: ["กองช่าง: ดูแลถนน"]}', {"management": {"agencies": [ROADS]}}),
        ("applicant: {contact: นาย ก โทร. 081-234-5678}", {"applicant": {"contact": PERSON}}),
        ("applicant: {contact: {phone: [1, 2]}}", {"applicant": {"contact": PHONES}}),
    ],
)  # fmt: skip
def test_texts_and_lists_for_sections(text, data):
    document = read(text)
    assert (document.faults, document.data) == ((), data)


def test_several_people_to_ask_are_all_read():
    text = "applicant: {contact: [{name: ก, phone: 02-1}, {name: ข, phone: [02-2], email: a@b.th}]}"
    document = read(text)
    contact = {"name": "ก, ข", "phone": ["02-1", "02-2"], "email": ["a@b.th"]}
    assert document.data == {"applicant": {"contact": contact}}
    assert [loose.how for loose in document.loose] == ["form"]


@pytest.mark.parametrize(
    "text",
    ["area: {boundary: [ทิศเหนือ, ทิศใต้]}", "data_platform: {layers: [ก, ข]}", "area: []"],
)
def test_a_list_that_may_be_any_fields_is_a_fault(text):
    assert [fault.code for fault in read(text).faults] == ["P004"]


def test_no_data_is_no_answer_about_personal_data():
    document = read("data_platform: {datasets: [{personal_data: ไม่มีข้อมูล}]}")
    assert [fault.code for fault in document.faults] == ["P002"]
    assert document.data == {}


def test_an_area_in_two_fields():
    assert read("area: {size: {value: 120, unit: ตร.กม.}}").data["area"]["size"].km2 == 120


def test_ranges_fill_the_other_end_where_it_is_empty():
    (one, two) = read(
        "infrastructure: {phases: [{start: ต.ค. 2568 - ก.ย. 2571}, "
        "{start: ต.ค. 2568 - ก.ย. 2571, end: ก.ย. 2569}]}"
    ).data["infrastructure"]["phases"]
    assert (one["start"].first, one["end"].last) == ((2025, 10, 1), (2028, 9, 30))
    assert two["end"].last == (2026, 9, 30)


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        ("start", "ต.ค. 2568 - ก.ย. 2571", "ตุลาคม 2568 – กันยายน 2571"),
        ("end", "ต.ค. 2568 - ก.ย. 2571", "ตุลาคม 2568 – กันยายน 2571"),
        ("start", "ต.ค. 2568 เป็นต้นไป", "ตุลาคม 2568 – ต่อเนื่อง"),
        ("start", "ต.ค. 2568 - ก.ย. 2571, end: 2570", "ตุลาคม 2568"),
    ],
)
def test_a_range_is_told_with_what_it_fills(field, written, told):
    text = f"infrastructure: {{phases: [{{name: A, {field}: {written}}}]}}"
    document = read(text)
    (loose,) = document.loose
    assert Wording(document, "th").value(loose.kind, loose.value, loose.path) == told


NAMED = """
services:
  energy:
    goals: [{id: เป้าหมาย 1, text: ลดขยะ}]
    projects: [{id: P1, name: ระบบติดตามรถขยะ}, {id: P2, name: ระบบยื่นคำขอ}]
    kpis: [{id: ตัวชี้วัด 1, name: ปริมาณขยะฝังกลบ}]
  mobility:
    projects:
      - {id: P3, owner: OWNER, kpis: KPIS, data: DATA, annex: ANNEX}
infrastructure:
  digital: [{id: D1, serves: SERVES}]
  funding: [{id: ทุน 1, source: งบเทศบาล}, {id: ทุน 2, source: เงินอุดหนุน}]
data_platform: {datasets: [{id: DS1, name: พิกัดรถ}]}
management: {agencies: [{name: กองช่าง}, {name: กองสาธารณสุขและสิ่งแวดล้อม}]}
annexes: [{id: A1, title: แผนที่, file: map.pdf}]
"""


@pytest.mark.parametrize(
    ("field", "written", "leads"),
    [
        ("KPIS", "ปริมาณขยะฝังกลบ", ["ตัวชี้วัด 1"]),
        ("KPIS", "ตัวชี้วัดที่ 1", ["ตัวชี้วัด 1"]),
        ("DATA", "พิกัดรถ", ["DS1"]),
        ("ANNEX", "แผนที่", ["A1"]),
        ("ANNEX", "map.pdf", ["A1"]),
        ("SERVES", "ระบบติดตามรถขยะ และระบบยื่นคำขอ", ["P1", "P2"]),
        ("SERVES", "'P1, P2'", ["P1", "P2"]),
        ("SERVES", "'P1, P9'", ["P1, P9"]),
        ("OWNER", "กองสาธารณสุขและสิ่งแวดล้อม", "กองสาธารณสุขและสิ่งแวดล้อม"),
        ("OWNER", "กองช่าง และกองสาธารณสุขและสิ่งแวดล้อม", "กองช่าง และกองสาธารณสุขและสิ่งแวดล้อม"),
        ("OWNER", "กอง ช่าง", "กองช่าง"),
        ("OWNER", "[กองช่าง, กองคลัง]", ["กองช่าง", "กองคลัง"]),
    ],
)
def test_references_by_name(field, written, leads):
    fields = {
        "OWNER": "owner",
        "KPIS": "kpis",
        "DATA": "data",
        "ANNEX": "annex",
        "SERVES": "serves",
    }
    text = NAMED.replace(f" {field}", f" {written}")
    for other in fields.keys() - {field}:
        text = text.replace(f", {fields[other]}: {other}", "")
    data = read(text).data
    place = data["services"]["mobility"]["projects"][0]
    place = data["infrastructure"]["digital"][0] if field == "SERVES" else place
    assert place[fields[field]] == leads


PHASES = "infrastructure: {phases: [{start: ต.ค. 2568}, {start: 2566}]}\n"


@pytest.mark.parametrize(
    ("head", "fields", "year"),
    [
        (PHASES, "target: {value: 16, year: 10 ปี}", 2033),
        (PHASES, "target: {value: 16, year: ภายใน 5 ปี}", 2028),
        (PHASES, "target: 16 ภายใน 5 ปี, baseline: {value: 32, year: 2560}", 2028),
        (PHASES, "target: 16 (5 years)", 2028),
        ("", "target: {value: 16, year: within 5 years}, baseline: {value: 32, year: 2567}", 2029),
    ],
)
def test_a_target_in_so_many_years_is_counted_from_the_start(head, fields, year):
    document = read(head + KPI.format(fields))
    assert document.faults == ()
    (kpi,) = document.data["services"]["energy"]["kpis"]
    assert (kpi["target"]["value"], kpi["target"]["year"].year) == (16, year)
    assert document.loose[-1].value == kpi["target"]["year"]


def test_so_many_years_from_no_known_start_are_asked_about():
    document = read(KPI.format("target: {value: 16, year: 10 ปี}"))
    assert [fault.params["reason"] for fault in document.faults] == ["duration"]
    assert document.data["services"]["energy"]["kpis"] == [{"target": {"value": 16}}]


def test_so_many_years_and_a_change_are_both_read():
    document = read(
        PHASES + KPI.format("unit: ตัน, baseline: {value: 32 ตัน}, target: ลดลงร้อยละ 50 ภายใน 5 ปี")
    )
    assert document.faults == ()
    target = document.data["services"]["energy"]["kpis"][0]["target"]
    assert (target["value"], target["year"].year) == (16, 2028)


def test_a_review_is_read_as_it_stands_marks_and_all():
    source = read_source("smartcert-review: 1\nround: 2 คน*\n".encode(), "review.yaml")
    document = read_document(source, review_spec())
    assert ([fault.code for fault in document.faults], document.loose) == (["P001"], ())
