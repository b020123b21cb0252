"""What things are called where others refer to them, and people on one line."""

from __future__ import annotations

import pytest

from smartcert.thai.contact import read_contact
from smartcert.thai.labels import bare_label, read_annex, spellings, split_labels


def test_spellings_of_one_name():
    assert list(spellings("ตัวชี้วัดที่ ๑")) == list(spellings("ตัวชี้วัด 1"))
    assert list(spellings("ชมรมอาสาสมัคร (อสม.)")) == ["ชมรมอาสาสมัคร(อสม.)", "ชมรมอาสาสมัคร"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("โครงการ 1, โครงการ 2", ["โครงการ 1", "โครงการ 2"]),
        ("ทุน 1 และทุน 2", ["ทุน 1", "ทุน 2"]),
        ("P1; P2 and P3", ["P1", "P2", "P3"]),
        ("โครงการ 1", ["โครงการ 1"]),
    ],
)
def test_several_names_on_a_line(line, parts):
    assert split_labels(line) == parts


@pytest.mark.parametrize(
    ("line", "annex"),
    [
        ("ภาคผนวก ก แผนที่แนบท้าย", {"id": "ภาคผนวก ก", "title": "แผนที่แนบท้าย"}),
        ("ภาคผนวก ก", {"id": "ภาคผนวก ก"}),
        ("เอกสารแนบ 3: งบประมาณ.xlsx", {"id": "เอกสารแนบ 3", "file": "งบประมาณ.xlsx"}),
        ("แผนที่.pdf", {"file": "แผนที่.pdf"}),
        ("แผนที่", {"title": "แผนที่"}),
    ],
)
def test_annexes_on_a_line(line, annex):
    assert read_annex(line) == annex


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        (
            "นางสาวกมลชนก ศรีสุข โทร. 044-567-890 ต่อ 12 kamon@example.go.th",
            {
                "name": "นางสาวกมลชนก ศรีสุข",
                "phone": ["044-567-890 ต่อ 12"],
                "email": ["kamon@example.go.th"],
            },
        ),
        (
            "นาย ก (ปลัด) 081-234-5678, 082-345-6789",
            {"name": "นาย ก (ปลัด)", "phone": ["081-234-5678", "082-345-6789"]},
        ),
        ("นาย ก", None),
    ],
)
def test_people_on_a_line(line, contact):
    assert read_contact(line) == contact


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("แล้วเสร็จ (2567)", "แล้วเสร็จ"),
        ("ดำเนินการแล้วเสร็จ ปี 2567", "ดำเนินการแล้วเสร็จ"),
        ("อยู่ในแผนปีงบประมาณ ๒๕๗๐", "อยู่ในแผน"),
        ("2567", "2567"),
        ("(2567)", "(2567)"),
        ("8.4.1", "8.4.1"),
    ],
)
def test_a_label_without_its_note_or_year(written, bare):
    assert bare_label(written) == bare
