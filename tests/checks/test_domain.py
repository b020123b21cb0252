"""Named checks: outcomes, targets, directions, costs, units, density, responses, the logo's age."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from smartcert.checks import Context, Outcome, Scope, Work, run
from smartcert.checks.domain import NAMED
from smartcert.proposal.document import read_document
from smartcert.source import read_source
from support import ROOT

SAY = {"th": "เขียนเอง", "en": "own words"}


class Measure(NamedTuple):
    """The unit of a reference indicator: all that checks ask of one."""

    unit: str
    unit_title: dict[str, str]


INDICATORS = {
    "ENV-A1": Measure("m2/person", {"th": "ตร.ม. ต่อคน", "en": "m² per person"}),
    "GOV-A1": Measure("%", {"th": "ร้อยละ", "en": "percent"}),
}


def look(
    text: str,
    check: str,
    params: dict | None = None,
    *,
    smart: str | None = None,
    today: date = date(2026, 11, 21),
    comments: tuple[tuple[str, str], ...] = (),
    **named: object,
) -> Outcome:
    draft = read_document(read_source(text.encode(), "proposal.yaml"))
    context = Context(
        work=Work(0),
        data=draft.data,
        today=today,
        indicators=INDICATORS,
        source=draft.source,
        comments=comments,
    )
    return run(
        Scope(context, (), draft.data, smart),
        {"named": {"check": check, "with": params or {}, **named}},
    )


def told(outcome: Outcome) -> list[tuple]:
    return [(gap.kind, gap.path) for gap in outcome.gaps]


def kpis(*entries: str, smart: str = "energy") -> str:
    return f"services: {{{smart}: {{kpis: [{', '.join(f'{{{entry}}}' for entry in entries)}]}}}}"


def kpi(*steps: str | int, smart: str = "energy") -> tuple:
    return ("services", smart, "kpis", *steps)


DEVICES = {"units": ["ตัว", "เครื่อง", "unit"], "terms": ["จำนวนกล้อง", "number of cameras"]}


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ("name: ปริมาณขยะฝังกลบ, unit: ตันต่อวัน", None),
        ("name: กล้องวงจรปิด, unit: ตัว", "unit"),
        ("name: กล้องวงจรปิด, unit: ' UNIT '", "unit"),
        ("unit: เครื่อง", "unit"),
        ("name: จำนวนกล้องที่ติดตั้ง", "name"),
        ("name: Number of Cameras installed", "name"),
        ("name: อัตราการเกิดเหตุ, unit: ตัวต่อปี", None),
    ],
)
def test_a_count_of_devices_is_no_outcome(entry, place):
    outcome = look(kpis(entry), "outcome_kpi", DEVICES)
    assert told(outcome) == ([("output-kpi", kpi(0, place))] if place else [])
    assert outcome.passed == (place is None)


def test_outcomes_are_looked_for_in_one_smart():
    text = "services: {energy: {kpis: [{unit: ตัว}]}, people: {kpis: [{unit: คน}, {id: K2}]}}"
    assert told(look(text, "outcome_kpi", DEVICES, smart="energy")) == [
        ("output-kpi", kpi(0, "unit"))
    ]
    people = look(text, "outcome_kpi", DEVICES, smart="people")
    assert (people.passed, told(people)) == (1, [])
    assert look(text, "outcome_kpi", DEVICES, smart="living").nothing


def measured(name: str, value: object, year: object = 2570, more: str = "unit: ตัน") -> str:
    return f"name: {name}, {more}, target: {{value: {value}, year: {year}}}"


@pytest.mark.parametrize(
    ("second", "clash"),
    [
        (measured("ขยะฝังกลบ", 30), False),
        (measured("ขยะฝังกลบ", 30.0), False),
        (measured("ขยะฝังกลบ", 20), True),
        (measured("' ขยะฝังกลบ'", 20), True),
        (measured("ขยะฝังกลบ", 20, 2571), False),
        (measured("ขยะฝังกลบ", 20, 2027), True),
        (measured("ขยะฝังกลบ", 20, more="unit: ตันต่อวัน"), False),
        (measured("ขยะรีไซเคิล", 20), False),
        ("name: ขยะฝังกลบ, unit: ตัน, target: {year: 2570}", False),
    ],
)
def test_one_measure_has_one_target(second, clash):
    outcome = look(kpis(measured("ขยะฝังกลบ", 30), second), "one_target")
    assert told(outcome) == ([("two-targets", kpi(1, "target", "value"))] if clash else [])
    assert [gap.related for gap in outcome.gaps] == (
        [(kpi(0, "target", "value"),)] if clash else []
    )


def test_targets_are_compared_across_smarts():
    text = (
        f"services: {{energy: {{kpis: [{{{measured('ขยะ', 30)}}}]}}, "
        f"people: {{kpis: [{{{measured('ขยะ', 20)}}}]}}}}"
    )
    assert told(look(text, "one_target")) == [
        ("two-targets", kpi(0, "target", "value", smart="people"))
    ]


def test_one_reference_indicator_has_one_target():
    """Two names for the same indicator are the same measure."""
    text = kpis(
        measured("พื้นที่สีเขียว", 10, more="unit: ตร.ม. ต่อคน, indicator: ENV-A1"),
        measured("สวนสาธารณะ", 12, more="unit: ตร.ม. ต่อคน, indicator: ENV-A1"),
    )
    assert told(look(text, "one_target")) == [("two-targets", kpi(1, "target", "value"))]


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "agrees"),
    [
        ("increase", 10, 12, True),
        ("increase", 10, 10, False),
        ("increase", 12, 10, False),
        ("decrease", 12, 10, True),
        ("decrease", 10, 10, False),
        ("ลด", 10, 12, False),
        ("เพิ่ม", "๙", "1,000", True),
        ("maintain", 10, 10, True),
        ("maintain", "99.5%", "99.50", True),
    ],
)
def test_a_direction_agrees_with_its_numbers(direction, baseline, target, agrees):
    text = kpis(
        f"direction: {direction}, baseline: {{value: '{baseline}'}}, target: {{value: '{target}'}}"
    )
    outcome = look(text, "kpi_direction")
    assert told(outcome) == ([] if agrees else [("direction", kpi(0, "direction"))])
    assert outcome.passed == agrees


@pytest.mark.parametrize(
    "entry",
    [
        "direction: ลด, target: {value: 1}",
        "baseline: {value: 1}, target: {value: 2}",
        "direction: ลด",
    ],
)
def test_a_direction_without_numbers_says_nothing(entry):
    assert look(kpis(entry), "kpi_direction").nothing


def project(start: str, end: str, budget: str = "1 ล้านบาท") -> str:
    return (
        f"services: {{energy: {{projects: [{{id: P1, budget: {budget}, start: {start}, "
        f"end: {end}}}]}}}}\n"
    )


P1 = ("services", "energy", "projects", 0, "id")


@pytest.mark.parametrize(
    ("start", "end", "lasts"),
    [
        ("1 ม.ค. 2568", "31 ธ.ค. 2568", False),
        ("1 ม.ค. 2568", "1 ม.ค. 2569", True),
        ("2568", "2568", False),
        ("2568", "2569", True),
        ("ปีงบประมาณ 2568", "ปีงบประมาณ 2568", False),
        ("ปีงบประมาณ 2568", "ปีงบประมาณ 2569", True),
        ("มิ.ย. 2568", "พ.ค. 2569", False),
        ("TBD", "2575", False),
    ],
)
def test_what_runs_on_has_its_operating_cost(start, end, lasts):
    outcome = look(project(start, end), "lasting_opex", {"years": 1})
    assert told(outcome) == ([("no-opex", P1)] if lasts else [])
    assert outcome.nothing is not lasts


def test_without_a_budget_nothing_has_to_be_kept_up():
    assert look(project("2568", "2575", budget="TBD"), "lasting_opex", {"years": 1}).nothing


@pytest.mark.parametrize(
    ("named", "open_"), [(["P1"], ["D1"]), (["p1", "D1"], []), (["P2"], ["P1", "D1"])]
)
def test_operating_cost_names_what_it_is_for(named, open_):
    text = project("2568", "2575")
    costs = ", ".join(f"{{for: {name}, per_year: 1000}}" for name in named)
    text += (
        f"infrastructure: {{digital: [{{id: D1, cost: 5000}}, {{id: D2}}], "
        f"operating_cost: [{costs}]}}"
    )
    outcome = look(text, "lasting_opex", {"years": 1})
    assert {gap.params["id"] for gap in outcome.gaps} == set(open_)
    assert outcome.passed == 2 - len(open_)


def test_an_operating_cost_without_its_amount_is_none_yet():
    text = project("2568", "2575")
    text += "infrastructure: {digital: [{id: D1, cost: 5000}], operating_cost: [{for: [P1, D1]}]}"
    outcome = look(text, "lasting_opex", {"years": 1})
    entry = ("infrastructure", "operating_cost", 0)
    assert [(gap.kind, gap.path, gap.fields) for gap in outcome.gaps] == [
        ("missing", entry, ("per_year",))
    ]
    assert (outcome.passed, outcome.asked) == (0, {(*entry, "per_year"): False})


@pytest.mark.parametrize(
    ("size", "plausible"),
    [
        ("46 ตร.กม.", True),
        ("1 ไร่", True),
        ("300 ตร.วา", False),
        ("513,120 ตร.กม.", True),
        ("600,000 ตร.กม.", False),
    ],
)
def test_an_area_is_plausible(size, plausible):
    outcome = look(f"area: {{size: '{size}'}}", "area_units", {"km2_per_rai": 625})
    assert told(outcome) == ([] if plausible else [("size", ("area", "size"))])
    assert outcome.passed == plausible


@pytest.mark.parametrize("size", ["46", "TBD", ""])
def test_an_area_that_could_not_be_read_is_left_to_who_asks_for_it(size):
    assert look(f"area: {{name: A, size: '{size}'}}", "area_units", {"km2_per_rai": 625}).nothing


@pytest.mark.parametrize(
    ("unit", "indicator", "fits"),
    [
        ("ตร.ม. ต่อคน", "ENV-A1", True),
        ("ตร.ม./คน", "ENV-A1", True),
        ("m2/person", "ENV-A1", True),
        ("m² per person", "ENV-A1", True),
        ("ไร่ต่อคน", "ENV-A1", False),
        ("'%'", "GOV-A1", True),
        ("ร้อยละ", "GOV-A1", True),
        ("percent", "GOV-A1", True),
        ("Percent", "GOV-A1", True),
        ("M² Per Person", "ENV-A1", True),
        ("คน", "GOV-A1", False),
        ("คน", "TBD", None),
    ],
)
def test_a_reference_indicator_keeps_its_unit(unit, indicator, fits):
    outcome = look(
        kpis(f"unit: {unit}, indicator: {indicator}"), "area_units", {"km2_per_rai": 625}
    )
    assert told(outcome) == ([("unit", kpi(0, "unit"))] if fits is False else [])
    assert outcome.nothing is (fits is None)


def test_a_reference_indicator_is_one_of_the_catalog():
    outcome = look(kpis("unit: คน, indicator: ENV-A9"), "area_units", {"km2_per_rai": 625})
    assert told(outcome) == [("no-indicator", (*kpi(0, "indicator"), 0))]


@pytest.mark.parametrize(
    ("population", "size", "place"),
    [
        ("count: 1000", "1 ตร.กม.", None),
        ("count: 60000", "1 ตร.กม.", None),
        ("count: 60001", "1 ตร.กม.", "count"),
        ("count: 9", "10 ตร.กม.", "count"),
        ("count: 10", "10 ตร.กม.", None),
        ("count: 625", "1 ไร่", "count"),
        ("users: 9", "10 ตร.กม.", "users"),
        ("count: 100, users: 999999", "1 ตร.กม.", None),
        ("count: 0", "1 ตร.กม.", "count"),
    ],
)
def test_density(population, size, place):
    outcome = look(
        f"area: {{population: {{{population}}}, size: {size}}}", "density", {"min": 1, "max": 60000}
    )
    assert told(outcome) == ([("density", ("area", "population", place))] if place else [])
    assert [gap.related for gap in outcome.gaps] == ([(("area", "size"),)] if place else [])


@pytest.mark.parametrize(
    "area",
    [
        "{population: {count: 5}}",
        "{size: 1 ไร่}",
        "{size: 0 ไร่, population: {count: 5}}",
        "{name: A}",
    ],
)
def test_density_needs_both(area):
    assert look(f"area: {area}", "density", {"min": 1, "max": 60000}).nothing


COMMENTS = (("R1-01", "ตัวชี้วัดยังไม่ชัด"), ("R1-02", "งบประมาณไม่ตรงกัน"))
ANSWERED = """
round: 2
area: {name: A, goals: [{id: G1}, {id: G2}]}
responses:
  - {comment: R1-01, action: แก้แล้ว, where: [area.name, "area.goals[G2]", "area.goals[0].id"]}
  - {comment: R1-02, action: แก้แล้ว, where: area}
"""


@pytest.mark.parametrize("number", ["", "round: 1", "round: TBD"])
def test_a_first_round_has_nothing_to_answer(number):
    assert not look(f"area: {{name: A}}\n{number}", "responses", comments=COMMENTS).applies


def test_answered():
    outcome = look(ANSWERED, "responses", comments=COMMENTS)
    assert (told(outcome), outcome.passed, outcome.applies) == ([], 4, True)


@pytest.mark.parametrize(
    "text", ["round: 2\narea: {name: A}", "round: 3\nresponses: [{action: TBD}]"]
)
def test_a_later_round_without_responses(text):
    assert told(look(text, "any_responses")) == [("missing", ())]
    outcome = look(text, "any_responses", comments=COMMENTS)
    assert [(gap.kind, gap.path, gap.params["id"]) for gap in outcome.gaps] == [
        ("unanswered", ("responses",), "R1-01"),
        ("unanswered", ("responses",), "R1-02"),
    ]
    assert outcome.asked == {("responses",): False}
    assert not look(text, "responses", comments=COMMENTS).applies


def test_responses_count_among_the_fields_asked_for_when_they_are_there():
    """Else answering would take a field out of completeness instead of filling it."""
    assert look(ANSWERED, "responses", comments=COMMENTS).asked.get(("responses",)) is True


@pytest.mark.parametrize(
    ("response", "gaps"),
    [
        ("{comment: R1-02, where: area.name}", [("missing", ("responses", 1))]),
        ("{comment: R1-02, action: แก้แล้ว}", [("missing", ("responses", 1))]),
        ("{comment: R1-02, action: TBD, where: TBD}", [("missing", ("responses", 1))]),
        (
            "{comment: R1-02, action: แก้แล้ว, where: area.vision}",
            [("nowhere", ("responses", 1, "where", 0))],
        ),
        (
            "{comment: R1-02, action: แก้แล้ว, where: [area, area.goals]}",
            [("nowhere", ("responses", 1, "where", 1))],
        ),
        (
            "{comment: R1-20, action: แก้แล้ว, where: area.name}",
            [("no-comment", ("responses", 1, "comment")), ("unanswered", ("responses",))],
        ),
    ],
)
def test_a_response_says_what_was_done_and_where(response, gaps):
    text = (
        f"round: 2\narea: {{name: A}}\nresponses:\n"
        f"  - {{comment: R1-01, action: แก้แล้ว, where: area.name}}\n  - {response}"
    )
    assert told(look(text, "responses", comments=COMMENTS)) == gaps


def test_a_response_names_its_missing_fields_at_once():
    (gap,) = look(
        "round: 2\nresponses: [{comment: R1-01}]", "responses", comments=COMMENTS[:1]
    ).gaps
    assert gap.fields == ("action", "where")


def test_an_unknown_comment_is_guessed():
    outcome = look(
        "round: 2\nresponses: [{comment: R1-01x, action: A, where: round}]",
        "responses",
        comments=COMMENTS,
    )
    guesses = [gap.params["guess"] for gap in outcome.gaps if gap.kind == "no-comment"]
    assert guesses == ["R1-01"]


LOGO = {"years": 2, "warn_months": 6}


@pytest.mark.parametrize(
    ("logo", "kind", "months"),
    [
        ("21 พ.ย. 2569", None, None),
        ("21 พ.ค. 2568 ", "logo-due", 6),
        ("22 พ.ค. 2568", None, None),
        ("22 พ.ย. 2567", "logo-due", 1),
        ("20 พ.ย. 2567", "logo-expired", None),
        ("2020-01-01", "logo-expired", None),
        ("2025-12-01", None, None),
    ],
)
def test_the_logo_ages(logo, kind, months):
    outcome = look(f"renewal: {{logo_date: '{logo}'}}", "logo_age", LOGO)
    assert told(outcome) == ([(kind, ("renewal", "logo_date"))] if kind else [])
    assert [gap.params.get("months") for gap in outcome.gaps] == ([months] if kind else [])


def test_the_logo_ages_with_the_day_that_is_asked_about():
    text = "renewal: {logo_date: 2024-08-31}"
    found = [
        told(look(text, "logo_age", LOGO, today=day))
        for day in (date(2026, 2, 28), date(2026, 8, 30), date(2026, 9, 1))
    ]
    assert [[kind for kind, _ in gaps] for gaps in found] == [[], ["logo-due"], ["logo-expired"]]


def test_without_a_logo_nothing_ages():
    assert look("renewal: {logo_date: TBD}", "logo_age", LOGO).nothing


def test_a_finding_may_begin_with_the_catalog_s_own_words():
    gaps = look("renewal: {logo_date: 2020-01-01}", "logo_age", LOGO, say=SAY).gaps
    assert [gap.say for gap in gaps] == [SAY]


def test_every_named_check_is_in_the_documentation():
    rows = (
        (ROOT / "docs" / "catalog.md")
        .read_text(encoding="utf-8")
        .partition("### Named checks")[2]
        .partition("## Indicators")[0]
    )
    assert {
        line.split("`")[1] for line in rows.splitlines() if line.startswith("| `")
    } == NAMED.keys()
