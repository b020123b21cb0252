"""What is not written plainly is read as what it can only mean, and listed."""

from __future__ import annotations

import pytest

from smartcert.proposal.document import Document, read_document
from smartcert.source import read_source
from smartcert.source.path import value_at


def read(text: str) -> Document:
    return read_document(read_source(text.encode(), "proposal.yaml"))


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
