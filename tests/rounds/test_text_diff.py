"""What a reader is shown of a place: the changed values, what they belong to, and nothing else."""

from __future__ import annotations

import pytest

from smartcert.rounds.text_diff import passages
from smartcert.source import read_source

OLD = """smartcert: 1
area:
  size: 46 ตร.กม.  # ยังไม่แน่ใจ ถามกองช่างก่อน
  strengths: [ใกล้ท่าเรือ]
services:
  mobility:
    projects:
      - {id: M1, name: รถเมล์, owner: กองช่าง, budget: 5 ล้านบาท}
      - {id: M2, name: จักรยาน, owner: กองคลัง}
    kpis:
      - id: K1
        name: เวลารอรถ
        direction: decrease
        target: {value: 5, year: 2570}
"""


def shown(old, new, *places, lang="en"):
    """Give the lines of each passage: those that differ begin with - or +."""
    files = [read_source(text.encode(), "proposal.yaml") if text else None for text in (new, old)]
    told = {}
    for passage in passages(places, *files, lang):
        sides = [("-", passage.old or ()), ("+", passage.new)]
        told[passage.path] = [
            f"{mark if line.differs else ' '} {line.text}" for mark, side in sides for line in side
        ]
    return told


def test_only_what_changed_with_its_item():
    new = OLD.replace("5 ล้านบาท", "7 ล้านบาท")
    assert shown(OLD, new, "services.mobility.projects") == {
        "services.mobility.projects": [
            "  Projects:",
            "    - M1 รถเมล์",
            "-     Budget: 5 ล้านบาท",
            "  Projects:",
            "    - M1 รถเมล์",
            "+     Budget: 7 ล้านบาท",
        ]
    }


def test_a_value_is_shown_under_the_name_of_its_item():
    new = OLD.replace("value: 5", "value: 4")
    assert shown(OLD, new, "services.mobility.kpis[K1].target.value", lang="th") == {
        "services.mobility.kpis[K1].target.value": [
            "  - K1 เวลารอรถ",
            "-   ค่า: 5",
            "  - K1 เวลารอรถ",
            "+   ค่า: 4",
        ]
    }


def test_words_of_the_form_are_said_in_the_language():
    told = shown(
        OLD, OLD.replace("decrease", "increase"), "services.mobility.kpis[K1].direction", lang="th"
    )
    assert told["services.mobility.kpis[K1].direction"][1::2] == ["-   ทิศทาง: ลด", "+   ทิศทาง: เพิ่ม"]


@pytest.mark.parametrize(
    "new",
    [
        OLD.replace("ถามกองช่างก่อน", "ถามแล้ว"),
        OLD.replace("  size: 46 ตร.กม.  # ยังไม่แน่ใจ ถามกองช่างก่อน", '  size: "46 ตร.กม."'),
        OLD.replace("{id: M1, name: รถเมล์,", "{name: รถเมล์, id: M1,"),
        OLD.replace("[ใกล้ท่าเรือ]", "\n    - ใกล้ท่าเรือ"),
    ],
)
def test_remarks_and_layout_are_no_change(new):
    files = [read_source(text.encode(), "proposal.yaml") for text in (new, OLD)]
    found = list(passages(["area", "services"], *files, "th"))
    assert [passage.changed for passage in found] == [False, False]


def test_remarks_are_not_shown():
    told = shown(None, OLD.replace("46 ตร.กม.", '"46 # 1 ตร.กม."'), "area.size")
    assert told == {"area.size": ["  Size: 46 # 1 ตร.กม."]}


def test_items_are_told_apart_by_id_wherever_they_stand():
    lines = OLD.splitlines(keepends=True)
    first, second = lines[7:9]
    swapped = "".join([*lines[:7], second, first, *lines[9:]])
    files = [read_source(text.encode(), "proposal.yaml") for text in (swapped, OLD)]
    assert [
        passage.changed for passage in passages(["services.mobility.projects"], *files, "en")
    ] == [False]


def test_an_item_that_was_added_and_one_that_was_taken_out():
    new = OLD.replace("{id: M2, name: จักรยาน, owner: กองคลัง}", "{id: M3, name: เรือ}")
    assert shown(OLD, new, "services.mobility.projects")["services.mobility.projects"] == [
        "  Projects:",
        "-   - M2 จักรยาน",
        "-     Owner: กองคลัง",
        "  Projects:",
        "+   - M3 เรือ",
    ]


def test_of_a_place_and_one_inside_it_the_inner_is_shown_once():
    places = [
        "services.mobility",
        "services.mobility.projects[M1].budget",
        "services.mobility.projects[0].budget",
        "area",
    ]
    assert list(shown(OLD, OLD, *places)) == ["services.mobility.projects[M1].budget", "area"]


def test_an_inner_place_that_is_not_there_hides_nothing():
    assert list(shown(OLD, OLD, "services.mobility", "services.mobility.projects[M9].budget")) == [
        "services.mobility"
    ]


def test_what_was_not_there_is_empty():
    new = OLD + "data_platform: {design: {description: ผังระบบ}}\n"
    assert shown(OLD, new, "data_platform.design") == {
        "data_platform.design": ["+ Design:", "+   Description of the design: ผังระบบ"]
    }


def test_equal_items_are_told_one_by_one():
    new = OLD.replace("[ใกล้ท่าเรือ]", "[ใกล้ท่าเรือ, ใกล้ท่าเรือ]")
    assert shown(OLD, new, "area.strengths")["area.strengths"][-1] == "+   - ใกล้ท่าเรือ"
