"""A finding's id: stays when the file is moved about, and tells different gaps apart."""

from __future__ import annotations

import pytest

from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.proposal.document import read_document
from smartcert.source import read_source
from support import EXAMPLES, TODAY, assessed, catalog

CITY = """
smartcert: 1
area:
  name: เมืองทดสอบ
  type: livable
  vision: TBD
  goals:
    - {id: G1, text: ลดขยะ}
    - {id: G2, text: น้ำสะอาดทุกครัวเรือน}
  problems:
    - {text: น้ำท่วม}
infrastructure:
  budget: {total: 100000, by_year: {2567: 30000, 2568: 50000}}
services:
  environment:
    projects:
      - {id: ENV-P1, name: คัดแยกขยะ, goals: [G9], owner: กองช่าง}
      - {id: ENV-P2, name: ธนาคารขยะ, kpis: [K9]}
    kpis:
      - {id: ENV-K1, name: ขยะฝังกลบ, direction: decrease, baseline: {value: 5, year: 2567}, target: {value: 9, year: 2566}}
      - {id: ENV-K2, name: จำนวนถังขยะ, unit: ใบ}
  mobility:
    projects:
      - {id: MOB-P1, name: รถประจำทาง, goals: [G8]}
management:
  agencies:
    - {name: กองสาธารณสุข}
    - {name: สำนักปลัด, role: ประสานงาน}
annexes:
  - {id: A1, file: ../secret.pdf}
visoin: ลืม
"""  # noqa: E501  an item is one line: tests move lines


def ids(text: str, **question: object) -> dict[str, tuple[str, str]]:
    """Give each finding's code and path by its id; ids are all different."""
    found = assessed(text, **question).findings
    told = {finding.id: (finding.code, finding.location.dotted) for finding in found}
    assert len(told) == len(found)
    return told


def by_item(text: str, **question: object) -> set[str]:
    return set(ids(text, **question))


def test_the_city_of_these_tests_has_gaps_of_many_kinds():
    codes = {code for code, _ in ids(CITY).values()}
    assert {"S001", "P003", "C1-3", "X-1", "X-2", "X-4"} <= codes
    assert len(ids(CITY)) > 20


@pytest.mark.parametrize(
    "moved",
    [
        pytest.param("# a note\n\n\n" + CITY, id="lines above"),
        pytest.param(CITY.replace("\n  type:", "\n\n  # which?\n  type:"), id="lines between"),
        pytest.param(CITY.replace("\n", "\r\n"), id="line ends"),
        pytest.param("\ufeff" + CITY, id="byte order mark"),
        pytest.param(CITY.replace("name: เมืองทดสอบ", 'name:    "เมืองทดสอบ"'), id="quotes"),
        pytest.param(
            CITY.replace(
                "budget: {total: 100000, by_year: {2567: 30000, 2568: 50000}}",
                "budget:\n    by_year: {2568: 50000, 2567: 30000}\n    total: 100000",
            ),
            id="block",
        ),
    ],
)
def test_ids_stay_when_lines_move(moved):
    assert ids(moved) == ids(CITY)


def test_ids_stay_when_sections_change_places():
    head, *sections = (
        ("\n" + CITY.strip()).replace("\n", "\n\x00").replace("\x00 ", " ").split("\n\x00")[1:]
    )
    assert len(sections) == 6
    assert ids("\n".join([head, *reversed(sections)])) == ids(CITY)


def test_ids_stay_when_the_file_is_renamed():
    asked = Question(catalog=catalog(), today=TODAY, lang="en")
    names = ("proposal.yaml", "C:\\เมือง\\ร่าง 2.yaml")
    first, second = (
        {finding.id for finding in assess(read_document(source), asked).findings}
        for source in (read_source(CITY.encode(), name) for name in names)
    )
    assert first == second != set()


def test_ids_are_the_same_in_both_languages_and_on_another_day():
    assert (
        by_item(CITY, lang="th")
        == by_item(CITY, lang="en")
        == by_item(CITY, today=TODAY.replace(year=2027))
    )


def swapped(text: str, first: str, second: str) -> str:
    """Give the text with two of its lines changed over."""
    lines = text.splitlines()
    (one,), (two,) = (
        [i for i, line in enumerate(lines) if mark in line] for mark in (first, second)
    )
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("id: G1", "id: G2"),
        ("id: ENV-P1", "id: ENV-P2"),
        ("id: ENV-K1", "id: ENV-K2"),
        ("กองสาธารณสุข", "สำนักปลัด"),
    ],
)
def test_ids_stay_when_items_with_an_id_or_a_name_change_places(first, second):
    moved = swapped(CITY, first, second)
    assert ids(moved) != ids(CITY), "the paths have other numbers now"
    assert by_item(moved) == by_item(CITY)


@pytest.mark.parametrize("item", ["- {id: ENV-P0, name: ใหม่}", "- TBD", "- {name: ไม่มีรหัส}"])
def test_ids_stay_when_an_item_is_put_before_them(item):
    mark = "      - {id: ENV-P1"
    assert mark in CITY
    kept = {
        key
        for key, (_, path) in ids(CITY).items()
        if path.startswith("services.environment.projects[")
    }
    assert kept
    assert kept <= by_item(CITY.replace(mark, f"      {item}\n{mark}"))


NAMELESS = """
area:
  participation:
    - {event: เวทีประชาคม, date: 2567}
  problems:
    - {text: น้ำท่วม}
data_platform:
  exchange:
    - {with: กรมทางหลวง}
infrastructure:
  operating_cost:
    - {for: [PI-1, PI-2]}
services:
  environment:
    projects:
      - {id: ENV-P1, name: คัดแยกขยะ, goals: [G9]}
"""


@pytest.mark.parametrize(
    ("place", "item", "section"),
    [
        ("    - {event", "    - {event: เวทีเยาวชน}", "area.participation["),
        ("    - {text", "    - {text: รถติด, data: 12}", "area.problems["),
        ("    - {with", "    - {with: กรมที่ดิน, standard: TGIX}", "data_platform.exchange["),
        ("    - {for", "    - {for: [PI-9]}", "infrastructure.operating_cost["),
        ("G9", "G8, ", "services.environment.projects[0].goals["),
    ],
)
def test_ids_stay_when_something_is_put_before_items_without_id_or_name(place, item, section):
    kept = {key for key, (_, path) in ids(NAMELESS).items() if path.startswith(section)}
    assert kept
    assert kept <= by_item(
        NAMELESS.replace(place, f"{item}\n{place}" if place.startswith(" ") else f"{item}{place}")
    )


def test_ids_stay_when_other_gaps_are_mended_or_added():
    mended = CITY.replace(
        "vision: TBD", "vision: เมืองที่ทุกคนอยู่ได้อย่างมีความสุข ปลอดภัย และพึ่งพาตนเองได้ในระยะยาว"
    ).replace("visoin: ลืม\n", "")
    before, after = ids(CITY), ids(mended)
    gone = {path for key, (_, path) in before.items() if key not in after}
    assert gone == {"area.vision", "visoin"}
    assert after.keys() < before.keys()


def test_an_id_stays_when_the_numbers_of_its_gap_change():
    """80 of 100 became 90 of 100: still the same gap."""
    changed = CITY.replace("2568: 50", "2568: 60")
    assert ids(changed) == ids(CITY)
    assert {finding.message for finding in assessed(changed).findings} != {
        finding.message for finding in assessed(CITY).findings
    }


def test_the_same_gap_of_two_items_has_two_ids():
    found = {path: key for key, (code, path) in ids(CITY).items() if code == "X-1"}
    assert (
        len(
            {
                found["services.environment.projects[0].goals[0]"],
                found["services.mobility.projects[0].goals[0]"],
            }
        )
        == 2
    )


def test_the_same_gap_of_two_smarts_has_two_ids():
    text = "services: {energy: {kpis: [{id: K1, name: A}]}, people: {kpis: [{id: K1, name: B}]}}"
    found = [(key, path) for key, (code, path) in ids(text).items() if code == "C4-R5"]
    assert len(found) == len({path.split(".")[1] for _, path in found}) == 2


@pytest.mark.parametrize(
    ("one", "other", "path"),
    [
        ("area: {name: A}", "area: {name: A, vision: สั้น}", "area.vision"),
        ("area: {visoin: A}", "area: {vsion: A}", "area.v"),
        ("area: {type: village}", "area: {type: town}", "area.type"),
        (
            "area: {population: {count: lots}}",
            "area: {population: {count: few}}",
            "area.population.count",
        ),
    ],
)
def test_what_is_wrong_in_another_way_is_another_finding(one, other, path):
    first, second = (
        {key for key, (_, at) in ids(text).items() if at.startswith(path)} for text in (one, other)
    )
    assert first
    assert second
    assert first - second
    assert second - first


def test_two_gaps_alike_at_one_place_have_two_ids():
    text = "management: {agencies: [{name: กองช่าง}, {name: กองช่าง}]}"
    found = {
        path: key for key, (_, path) in ids(text).items() if path.startswith("management.agencies[")
    }
    assert {path.split(".")[1] for path in found} == {"agencies[0]", "agencies[1]"}
    assert ids(text) == ids("\n" + text)


def test_ids_say_nothing_of_the_place_in_the_file():
    assessment = assessed(CITY)
    moved = assessed("\n" + CITY)
    places = {found.id: found.location for found in moved.findings}
    for found in assessment.findings:
        assert places[found.id]._replace(span=found.location.span) == found.location
    assert any(places[found.id] != found.location for found in assessment.findings)
    assert [
        found._replace(location=places[found.id], related=()) for found in assessment.findings
    ] == [found._replace(related=()) for found in moved.findings]


PROPOSALS = [
    file
    for file in sorted(EXAMPLES.rglob("*.yaml"))
    if "\nsmartcert:" in "\n" + file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("file", PROPOSALS, ids=lambda file: str(file.relative_to(EXAMPLES)))
def test_no_two_findings_of_an_example_share_an_id(file):
    goals_renamed = file.read_text(encoding="utf-8").replace("id: G", "id: H")
    assert ids(goals_renamed)


SLIPS = ("name:ก", "kind:ข", "profile:ค", "note:ง\u200b", "round:จ\u200b")


def test_ids_of_slips_are_of_their_lines_and_not_of_their_order():
    def slips(*lines):
        found = assessed("\n".join(("smartcert: 1", *lines))).findings
        return {finding.id for finding in found if finding.code.startswith("Y1")}

    one_by_one = [slips(line) for line in SLIPS]
    assert slips(*SLIPS[:3]) == set.union(*one_by_one[:3])
    assert slips(*reversed(SLIPS[:3])) == slips(*SLIPS[:3])
    assert slips("", *SLIPS[1:3]) == slips(*SLIPS[:3]) - one_by_one[0]
    assert not any("-" in each for each in slips(*SLIPS))
