"""Checks of what is written at one place: present, text, number, one_of, count, fields."""

from __future__ import annotations

from datetime import date

import pytest

from smartcert.checks import Context, Outcome, Scope, Work, run
from smartcert.proposal.document import read_document
from smartcert.source import read_source

SAY = {"th": "เขียนเอง", "en": "own words"}


def look(text: str, check: dict, smart: str | None = None) -> Outcome:
    data = read_document(read_source(text.encode(), "proposal.yaml")).data
    return run(
        Scope(Context(data=data, today=date(2026, 11, 21), work=Work(0)), (), data, smart), check
    )


def told(outcome: Outcome) -> list[tuple]:
    """Give each gap as its kind, its place and, for what is missing, the fields."""
    return [(gap.kind, gap.path, *gap.fields) for gap in outcome.gaps]


NAME = {"present": {"path": "area.name"}}
LONG = "เทศบาลจะลดปริมาณขยะที่ต้องนำไปฝังกลบลงครึ่งหนึ่งภายในห้าปี"


@pytest.mark.parametrize(
    ("text", "check", "passed", "gaps", "asked"),
    [
        pytest.param("area: {name: A}", NAME, 1, [], {("area", "name"): True}, id="filled"),
        pytest.param(
            "area: {type: new}",
            NAME,
            0,
            [("missing", ("area",), "name")],
            {("area", "name"): False},
            id="absent",
        ),
        pytest.param(
            "area: {name: }",
            NAME,
            0,
            [("missing", ("area",), "name")],
            {("area", "name"): False},
            id="empty",
        ),
        pytest.param(
            "area: {name: '  '}",
            NAME,
            0,
            [("missing", ("area",), "name")],
            {("area", "name"): False},
            id="blank",
        ),
        pytest.param(
            "area: {name: TBD}",
            NAME,
            0,
            [("missing", ("area",), "name")],
            {("area", "name"): False},
            id="placeholder",
        ),
        pytest.param(
            "round: 1",
            NAME,
            0,
            [("missing", ("area",), "name")],
            {("area", "name"): False},
            id="no-section",
        ),
        pytest.param(
            "area: {population: {count: lots}}",
            {"present": {"path": "area.population.count"}},
            0,
            [("missing", ("area", "population"), "count")],
            {("area", "population", "count"): False},
            id="unreadable",
        ),
        pytest.param(
            "area: {name: A}",
            {"present": {"path": "boi"}},
            0,
            [("missing", (), "boi")],
            {("boi",): False},
            id="top",
        ),
        pytest.param(
            "area: {boundary: {description: รอข้อมูล}}",
            {"present": {"path": "area.boundary"}},
            0,
            [("missing", ("area",), "boundary")],
            {("area", "boundary"): False},
            id="a mapping of placeholders is not filled",
        ),
        pytest.param(
            "area: {strengths: [TBD, '-']}",
            {"present": {"path": "area.strengths"}},
            0,
            [("missing", ("area",), "strengths")],
            {("area", "strengths"): False},
            id="a list of placeholders is not filled",
        ),
        pytest.param(
            "area: {strengths: [TBD, ตลาดเก่า]}",
            {"present": {"path": "area.strengths"}},
            1,
            [],
            {("area", "strengths"): True},
            id="a list with one answer is filled",
        ),
        pytest.param(
            "infrastructure: {funding: [{confirmed: no}]}",
            {"present": {"path": "infrastructure.funding[*].confirmed"}},
            1,
            [],
            {("infrastructure", "funding", 0, "confirmed"): True},
            id="no is an answer",
        ),
        pytest.param(
            "area: {population: {count: 0}}",
            {"present": {"path": "area.population.count"}},
            1,
            [],
            {("area", "population", "count"): True},
            id="zero is an answer",
        ),
        pytest.param(
            "area: {goals: [{id: G1, text: A}, {id: G2}, {id: G3, text: TBD}]}",
            {"present": {"path": "area.goals[*].text"}},
            1,
            [("missing", ("area", "goals", 1), "text"), ("missing", ("area", "goals", 2), "text")],
            {
                ("area", "goals", 0, "text"): True,
                ("area", "goals", 1, "text"): False,
                ("area", "goals", 2, "text"): False,
            },
            id="every item",
        ),
        pytest.param(
            "area: {name: A}", {"present": {"path": "area.goals[*].text"}}, 0, [], {}, id="no item"
        ),
    ],
)
def test_present(text, check, passed, gaps, asked):
    outcome = look(text, check)
    assert (outcome.passed, told(outcome), outcome.asked) == (passed, gaps, asked)


VISION = ("area", "vision")


@pytest.mark.parametrize(
    ("vision", "words", "gaps"),
    [
        (LONG, 8, []),
        (LONG, 200, [("short", VISION)]),
        ("เมืองน่าอยู่", 8, [("short", VISION)]),
        ("A city that everybody gladly lives in today", 8, []),
        ("A city that everybody gladly lives in", 8, [("short", VISION)]),
        ("เมือง", None, []),
        ("ดี " * 60, 8, [("short", VISION)]),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1, [("short", VISION)]),
        ("......", 1, [("missing", ("area",), "vision")]),
        ("อยู่ระหว่างดำเนินการ", 1, [("missing", ("area",), "vision")]),
        ("", 1, [("missing", ("area",), "vision")]),
    ],
)
def test_text(vision, words, gaps):
    params = {"path": "area.vision"} | ({} if words is None else {"words": words})
    outcome = look(f"area: {{name: A, vision: '{vision}'}}", {"text": params})
    assert told(outcome) == gaps
    assert outcome.passed == (not gaps)
    assert outcome.asked == {VISION: not gaps}


def test_text_in_thai_is_not_counted_in_spaces():
    one_space_free_sentence = "พัฒนาระบบขนส่งสาธารณะที่ทุกคนเข้าถึงได้อย่างปลอดภัยและตรงเวลา"
    assert (
        look(
            f"area: {{vision: {one_space_free_sentence}}}",
            {"text": {"path": "area.vision", "words": 8}},
        ).passed
        == 1
    )


POPULATION = ("area", "population", "count")


@pytest.mark.parametrize(
    ("written", "bounds", "kind"),
    [
        ("100", {"min": 100}, None),
        ("99", {"min": 100}, "too-low"),
        ("100", {"max": 100}, None),
        ("101", {"max": 100}, "too-high"),
        ("๑๔๗,๕๗๙ คน", {"min": 147579, "max": 147579}, None),
        ("0", {"min": 1}, "too-low"),
        ("0", {"max": 10}, None),
        ("5", {}, None),
    ],
)
def test_number(written, bounds, kind):
    outcome = look(
        f"area: {{population: {{count: '{written}'}}}}",
        {"number": {"path": "area.population.count", **bounds}},
    )
    assert told(outcome) == ([(kind, POPULATION)] if kind else [])
    assert outcome.passed == (kind is None)
    assert outcome.asked == {POPULATION: True}


@pytest.mark.parametrize("written", ["", "TBD", "400-500", "many"])
def test_a_number_that_is_not_there_is_missing(written):
    outcome = look(
        f"area: {{population: {{count: '{written}', year: 2567}}}}",
        {"number": {"path": "area.population.count", "min": 1}},
    )
    assert told(outcome) == [("missing", ("area", "population"), "count")]
    assert outcome.asked == {POPULATION: False}


def test_a_number_between_whole_ones():
    check = {"number": {"path": "area.goals[*].target.value", "min": 0.1, "max": 0.5}}
    outcome = look(
        "area: {goals: [{target: {value: 0.1}}, {target: {value: 0.5}}, {target: {value: 0.51}}]}",
        check,
    )
    assert outcome.passed == 2
    assert told(outcome) == [("too-high", ("area", "goals", 2, "target", "value"))]


@pytest.mark.parametrize(
    ("written", "values", "gaps"),
    [
        ("livable", ["livable", "new"], []),
        ("เมืองเดิมน่าอยู่", ["livable", "new"], []),
        ("new", ["livable"], [("not-one-of", ("area", "type"))]),
        ("", ["livable"], [("missing", ("area",), "type")]),
        ("village", ["livable", "new"], [("missing", ("area",), "type")]),
    ],
)
def test_one_of(written, values, gaps):
    outcome = look(
        f"area: {{name: A, type: '{written}'}}", {"one_of": {"path": "area.type", "values": values}}
    )
    assert told(outcome) == gaps
    assert outcome.passed == (not gaps)
    assert outcome.asked == {("area", "type"): not gaps or gaps[0][0] == "not-one-of"}


PARTNERS = (
    "management: {partners: [{name: A, sector: people}, {name: B, sector: ภาคเอกชน}, {name: C}, "
    "{sector: TBD}]}"
)
AT = ("management", "partners")


@pytest.mark.parametrize(
    ("params", "gaps"),
    [
        ({}, []),
        ({"min": 3}, []),
        ({"min": 4}, [("too-few", AT)]),
        ({"min": 1, "where": {"sector": ["private"]}}, []),
        ({"min": 2, "where": {"sector": ["private", "people"]}}, []),
        ({"min": 2, "where": {"sector": ["private"]}}, [("too-few-of", AT)]),
        ({"where": {"sector": ["academic"]}}, [("too-few-of", AT)]),
        ({"where": {"sector": ["people"], "name": ["B"]}}, [("too-few-of", AT)]),
        ({"max": 3}, []),
        ({"max": 2}, [("too-many", AT)]),
    ],
)
def test_count(params, gaps):
    outcome = look(PARTNERS, {"count": {"path": "management.partners", **params}})
    assert told(outcome) == gaps
    assert outcome.passed == (not gaps)
    assert outcome.asked == {AT: True}


def test_count_tells_how_many_there_are():
    outcome = look(
        PARTNERS,
        {"count": {"path": "management.partners", "min": 2, "where": {"sector": ["private"]}}},
    )
    assert (outcome.gaps[0].params["found"], outcome.gaps[0].params["min"]) == (1, 2)


@pytest.mark.parametrize(
    ("text", "route", "least", "gaps"),
    [
        ("services: {mobility: {goals: [{id: A}]}, energy: {goals: [{id: B}]}}", "services", 2, []),
        (
            "services: {mobility: {goals: [{id: A}]}, energy: {}}",
            "services",
            2,
            [("too-few", ("services",))],
        ),
        (
            "infrastructure: {budget: {by_year: {2567: 1000, 2568: TBD}}}",
            "infrastructure.budget.by_year",
            2,
            "by_year",
        ),
        ("area: {strengths: ตลาดเก่า}", "area.strengths", 1, []),
        ("area: {strengths: []}", "area.strengths", 1, [("missing", ("area",), "strengths")]),
        ("area: {name: A}", "area.strengths", 1, [("missing", ("area",), "strengths")]),
    ],
)
def test_count_of_lists_and_mappings(text, route, least, gaps):
    if gaps == "by_year":
        gaps = [("too-few", ("infrastructure", "budget", "by_year"))]
    assert told(look(text, {"count": {"path": route, "min": least}})) == gaps


def test_count_at_each_smart():
    outcome = look(
        "services: {mobility: {projects: [{id: A}], goals: [{id: G}]}, energy: {goals: [{id: H}]}}",
        {"count": {"path": "services.*.projects"}},
    )
    assert outcome.passed == 1
    assert told(outcome) == [("missing", ("services", "energy"), "projects")]
    assert outcome.asked == {
        ("services", "mobility", "projects"): True,
        ("services", "energy", "projects"): False,
    }


BOUNDARY = ("area", "boundary")


@pytest.mark.parametrize(
    ("text", "ask", "gaps", "passed"),
    [
        ("{description: จรดคลอง, map: M1}", {"description": {}, "map|annex": {}}, [], 2),
        ("{description: จรดคลอง, annex: A1}", {"description": {}, "map|annex": {}}, [], 2),
        (
            "{map: M1}",
            {"description": {}, "map|annex": {}},
            [("missing", BOUNDARY, "description")],
            1,
        ),
        (
            "{description: TBD}",
            {"description": {}, "map|annex": {}},
            [("missing", BOUNDARY, "description", "map|annex")],
            0,
        ),
        (
            "{description: สั้น, map: M1}",
            {"description": {"words": 8}},
            [("short", (*BOUNDARY, "description"))],
            0,
        ),
        (f"{{description: {LONG}}}", {"description": {"words": 8}}, [], 1),
        (f"{{description: สั้น, map: {LONG}}}", {"description|map": {"words": 8}}, [], 1),
        (
            "{annex: A1}",
            {"description|map": {"words": 8}},
            [("missing", BOUNDARY, "description|map")],
            0,
        ),
        ("{map: สั้น}", {"description|map": {"words": 8}}, [("short", (*BOUNDARY, "map"))], 0),
        (
            "{description: สั้น}",
            {"description": {"words": 8}, "map": {}},
            [("short", (*BOUNDARY, "description")), ("missing", BOUNDARY, "map")],
            0,
        ),
    ],
)
def test_fields(text, ask, gaps, passed):
    outcome = look(f"area: {{boundary: {text}}}", {"fields": {"at": "area.boundary", "ask": ask}})
    assert told(outcome) == gaps
    assert outcome.passed == passed
    assert len(outcome.asked) == len(ask)
    assert sum(outcome.asked.values()) == passed


def test_what_one_mapping_lacks_is_one_gap():
    outcome = look(
        "area: {name: A}",
        {"fields": {"at": "area", "ask": {"name": {}, "type": {}, "size": None, "vision": {}}}},
    )
    assert told(outcome) == [("missing", ("area",), "type", "size", "vision")]


def test_fields_of_each_mapping():
    check = {"fields": {"at": "area.goals[*]", "ask": {"id": {}, "text": {}, "unit": {}}}}
    outcome = look("area: {goals: [{id: G1}, {id: G2, text: A, unit: B}, {text: C}]}", check)
    assert told(outcome) == [
        ("missing", ("area", "goals", 0), "text", "unit"),
        ("missing", ("area", "goals", 2), "id", "unit"),
    ]
    assert (outcome.passed, len(outcome.asked), sum(outcome.asked.values())) == (5, 9, 5)


def test_fields_of_a_section_that_is_not_there():
    outcome = look(
        "area: {name: A}", {"fields": {"at": "applicant.contact", "ask": {"name": {}, "email": {}}}}
    )
    assert told(outcome) == [("missing", ("applicant", "contact"), "name", "email")]
    assert outcome.asked == {
        ("applicant", "contact", "name"): False,
        ("applicant", "contact", "email"): False,
    }


def test_fields_without_a_place_are_those_of_the_item():
    check = {"each": {"in": "area.goals[*]", "check": {"fields": {"ask": {"text": {}}}}}}
    assert told(look("area: {goals: [{id: G1}]}", check)) == [
        ("missing", ("area", "goals", 0), "text")
    ]
    assert told(look("round: 1", {"fields": {"ask": {"area": {}}}})) == [("missing", (), "area")]


@pytest.mark.parametrize(
    ("baseline", "passed"), [("{value: 3}", 1), ("{value: TBD}", 0), ("{year: 2567}", 0)]
)
def test_a_dotted_field_goes_deeper(baseline, passed):
    check = {"fields": {"at": "area.goals[*]", "ask": {"baseline.value": {}}}}
    outcome = look(f"area: {{goals: [{{id: G1, baseline: {baseline}}}]}}", check)
    assert outcome.passed == passed
    assert told(outcome) == (
        [] if passed else [("missing", ("area", "goals", 0), "baseline.value")]
    )


@pytest.mark.parametrize(
    "text", ["area: {goals: [{baseline: {value: 3}}]}", "area: {goals: [{id: G1}]}"]
)
def test_a_dotted_field_is_asked_for_at_its_own_place(text):
    """One field is one place, however a check writes it; else completeness counts it twice."""
    dotted = look(text, {"fields": {"at": "area.goals[*]", "ask": {"baseline.value": {}}}})
    routed = look(text, {"present": {"path": "area.goals[*].baseline.value"}})
    assert dotted.asked == routed.asked


PARAMS = {
    "present": {"path": "area.vision"},
    "text": {"path": "area.name", "words": 50},
    "number": {"path": "area.population.count", "min": 1000},
    "one_of": {"path": "area.type", "values": ["new"]},
    "count": {"path": "area.strengths", "min": 9},
    "fields": {"at": "area", "ask": {"vision": {}}},
}
CITY = "area: {name: A, type: livable, strengths: [B], population: {count: 7}}"


@pytest.mark.parametrize("kind", PARAMS)
def test_a_finding_may_begin_with_the_catalog_s_own_words(kind):
    assert [gap.say for gap in look(CITY, {kind: PARAMS[kind]}).gaps] == [None]
    assert [gap.say for gap in look(CITY, {kind: PARAMS[kind] | {"say": SAY}}).gaps] == [SAY]


@pytest.mark.parametrize("kind", ["present", "text", "number", "one_of", "count"])
def test_own_words_stand_for_what_is_missing_too(kind):
    params = PARAMS[kind] | {"say": SAY}
    assert [(gap.kind, gap.say) for gap in look("round: 1", {kind: params}).gaps] == [
        ("missing", SAY)
    ]


@pytest.mark.parametrize("kind", PARAMS)
def test_a_check_applies_once_to_its_smart(kind):
    """`{smart}` leads every kind into the Smart it is applied to, and nowhere else."""
    key = "at" if kind == "fields" else "path"
    route = "services.{smart}" if kind == "fields" else "services.{smart}.goals"
    outcome = look(
        "services: {energy: {goals: [{id: A}]}}",
        {kind: PARAMS[kind] | {key: route}},
        smart="mobility",
    )
    assert {gap.path[:2] for gap in outcome.gaps} == {("services", "mobility")}
