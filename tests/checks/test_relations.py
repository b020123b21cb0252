"""Checks of how parts of a proposal agree: refers, referred, adds_up, within, ordered, mentions."""

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
    return [(gap.kind, gap.path) for gap in outcome.gaps]


PROJECT = ("services", "energy", "projects", 0)


def project(**fields: str) -> str:
    inner = ", ".join(f"{key}: {value}" for key, value in fields.items())
    return f"services: {{energy: {{projects: [{{{inner}}}]}}}}\n"


GOALS = "area: {goals: [{id: G1, text: A}, {id: G2, text: B}]}\n"
TO_GOALS = {
    "refers": {
        "from": "services.*.projects[*].goals",
        "to": ["area.goals[*].id", "services.*.goals[*].id"],
    }
}


@pytest.mark.parametrize(
    ("goals", "passed", "gaps"),
    [
        ("G1", 1, []),
        ("[G1, G2]", 2, []),
        ("[g1]", 1, []),
        ("[' G1 ']", 1, []),
        ("[G๑]", 1, []),
        (
            "[G1, G9, G2, G8]",
            2,
            [("dangling", (*PROJECT, "goals", 1)), ("dangling", (*PROJECT, "goals", 3))],
        ),
        ("[TBD, G9]", 0, [("dangling", (*PROJECT, "goals", 1))]),
        ("[]", 0, []),
        ("TBD", 0, []),
        ("[G]", 0, [("dangling", (*PROJECT, "goals", 0))]),
    ],
)
def test_refers(goals, passed, gaps):
    outcome = look(GOALS + project(goals=goals), TO_GOALS)
    assert (outcome.passed, told(outcome), outcome.asked) == (passed, gaps, {})


def test_a_reference_may_go_to_any_of_the_targets():
    text = (
        "area: {goals: [{id: G1}]}\nservices: {energy: {goals: [{id: E1}], "
        "projects: [{goals: [E1, G1]}]}}"
    )
    assert look(text, TO_GOALS).passed == 2


def test_with_no_target_every_reference_dangles():
    assert told(look(project(goals="[G1]"), TO_GOALS)) == [("dangling", (*PROJECT, "goals", 0))]


def test_words_that_are_always_right():
    check = {
        "refers": {
            "from": "data_platform.decisions[*].data",
            "to": "data_platform.datasets[*].id",
            "also": ["general", "ทั่วไป"],
        }
    }
    outcome = look("data_platform: {decisions: [{data: [General, ทั่วไป, D9]}]}", check)
    assert (outcome.passed, told(outcome)) == (
        2,
        [("dangling", ("data_platform", "decisions", 0, "data", 2))],
    )


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("wastegoal", "wastegaol"),
        ("ขยะชุมชน", "ขยะชุมชม"),
        ("waste-goal", "waste-gaol"),
        ("ENV-G12", "ENV-GG12"),
        ("ENV-G12", "ENV_G12"),
    ],
)
def test_a_dangling_reference_guesses_what_is_meant(known, written):
    outcome = look(f"area: {{goals: [{{id: {known}}}]}}\n" + project(goals=written), TO_GOALS)
    assert (outcome.gaps[0].params["value"], outcome.gaps[0].params["guess"]) == (written, known)


BY_NAME = {"refers": {"from": "services.*.projects[*].owner", "to": "management.agencies[*].name"}}


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("กองช่าง", True),
        ("'กองช่าง '", True),
        ("กอง\u200bช่าง", True),
        ("กองช่างสุขาภิบาล", False),
        ("กอง ช่าง", True),
    ],
)
def test_names_are_compared_as_they_are_read(owner, found):
    outcome = look("management: {agencies: [{name: กองช่าง}]}\n" + project(owner=owner), BY_NAME)
    assert told(outcome) == ([] if found else [("dangling", (*PROJECT, "owner"))])


USED = {
    "referred": {
        "ids": "services.*.kpis[*].id",
        "by": ["services.*.projects[*].kpis", "management.reporting.kpis"],
    }
}


@pytest.mark.parametrize(
    ("rest", "gaps"),
    [
        ("", [0, 1, 2]),
        ("management: {reporting: {kpis: [K1, k3]}}", [1]),
        ("management: {reporting: {kpis: K2}}", [0, 2]),
        ("management: {reporting: {kpis: [K1, K2, K3]}}", []),
    ],
)
def test_referred(rest, gaps):
    outcome = look("services: {people: {kpis: [{id: K1}, {id: K2}, {id: K3}]}}\n" + rest, USED)
    assert told(outcome) == [
        ("unused", ("services", "people", "kpis", index, "id")) for index in gaps
    ]
    assert outcome.passed == 3 - len(gaps)


def test_one_smart_may_use_what_another_measures():
    text = (
        "services: {people: {kpis: [{id: K1}, {name: nameless}]}, "
        "energy: {projects: [{kpis: [K1]}]}}"
    )
    outcome = look(text, USED)
    assert (outcome.passed, told(outcome)) == (1, [])


def test_without_ids_nothing_is_unused():
    assert look("area: {name: A}", USED).nothing


TOTAL = ("infrastructure", "budget", "total")


def budget(total: str, *amounts: str, tolerance: float | None = 1) -> Outcome:
    total, *amounts = (f"{text} บาท" if text[-1].isdigit() else text for text in (total, *amounts))
    lines = "".join(f"\n    {2567 + index}: {amount}" for index, amount in enumerate(amounts))
    params = {"parts": ["infrastructure.budget.by_year.*"], "total": "infrastructure.budget.total"}
    if tolerance is not None:
        params["tolerance"] = tolerance
    return look(
        f"infrastructure:\n budget:\n  total: {total}\n  by_year:{lines}\n", {"adds_up": params}
    )


@pytest.mark.parametrize(
    ("total", "amounts", "tolerance", "adds"),
    [
        ("100", ("40", "60"), 1, True),
        ("100", ("40", "61"), 1, True),
        ("100", ("40", "59"), 1, True),
        ("100", ("40", "61.01"), 1, False),
        ("100", ("40", "58.99"), 1, False),
        ("100", ("40", "60.01"), 0, False),
        ("100", ("40", "60.01"), None, False),
        ("100", ("40", "60"), None, True),
        ("1000", ("1001.5",), 0.15, True),
        ("1000", ("1001.51",), 0.15, False),
        ("0.3", ("0.1", "0.2"), 0, True),
        ("0", ("0",), 1, True),
        ("0", ("1",), 1, False),
        ("2 ล้านบาท", ("500,000 บาท", "๑,๕๐๐,๐๐๐"), 0, True),
    ],
)
def test_adds_up(total, amounts, tolerance, adds):
    outcome = budget(total, *amounts, tolerance=tolerance)
    assert outcome.passed == adds
    assert told(outcome) == ([] if adds else [("sum", TOTAL)])


def test_a_sum_tells_what_it_is_off_by_and_where_the_parts_begin():
    (gap,) = budget("100", "TBD", "30", "50").gaps
    assert {key: gap.params[key] for key in ("sum", "total", "difference", "count")} == {
        "sum": 80,
        "total": 100,
        "difference": 20,
        "count": 2,
    }
    assert gap.related == (("infrastructure", "budget", "by_year", "2568"),)


@pytest.mark.parametrize(("total", "amounts"), [("TBD", ("40",)), ("100", ()), ("100", ("TBD",))])
def test_without_a_total_or_parts_nothing_adds_up(total, amounts):
    assert budget(total, *amounts).nothing


def test_parts_from_several_places():
    check = {
        "adds_up": {
            "parts": ["services.*.projects[*].budget", "infrastructure.digital[*].cost"],
            "total": "infrastructure.budget.total",
        }
    }
    text = (
        "services: {energy: {projects: [{budget: 1000}, {budget: 2000}]}, "
        "people: {projects: [{budget: 3000}]}}\n"
    )
    text += "infrastructure: {digital: [{cost: 4000}], budget: {total: 10000}}"
    assert look(text, check).passed == 1


WITHIN = {
    "each": {
        "in": "services.*.projects[*]",
        "check": {
            "within": {
                "start": "start",
                "end": "end",
                "from": "/infrastructure.phases[*].start",
                "to": "/infrastructure.phases[*].end",
            }
        },
    }
}
PHASES = (
    "infrastructure: {phases: [{start: 2568, end: 2569}, {start: 1 เม.ย. 2567, "
    "end: 30 มิ.ย. 2568}]}\n"
)


@pytest.mark.parametrize(
    ("start", "end", "gaps"),
    [
        ("2568", "2569", []),
        ("1 เม.ย. 2567", "31 ธ.ค. 2569", []),
        ("2024-04-01", "2026-12-31", []),
        ("31 มี.ค. 2567", "2569", ["start"]),
        ("2568", "1 ม.ค. 2570", ["end"]),
        ("2566", "2571", ["start", "end"]),
        ("2570", "2571", ["start", "end"]),
        ("ปีงบประมาณ 2568", "ปีงบประมาณ 2569", []),
        ("ปีงบประมาณ 2567", "2569", ["start"]),
        ("2568", "TBD", []),
    ],
)
def test_within(start, end, gaps):
    outcome = look(PHASES + project(start=start, end=end), WITHIN)
    assert told(outcome) == [("outside", (*PROJECT, field)) for field in gaps]
    assert outcome.passed == 2 - len(gaps) - (end == "TBD")


@pytest.mark.parametrize("turn", [1, -1])
def test_a_plan_reaches_from_its_earliest_start_to_its_latest_end_in_whatever_order(turn):
    phases = ["{start: 2568, end: 2568}", "{start: 2567, end: 2570}", "{start: 2569, end: 2569}"][
        ::turn
    ]
    outcome = look(
        f"infrastructure: {{phases: [{', '.join(phases)}]}}\n" + project(start="2567", end="2570"),
        WITHIN,
    )
    assert (outcome.passed, told(outcome)) == (2, [])


@pytest.mark.parametrize(
    "phases",
    [
        "round: 1\n",
        "infrastructure: {phases: [{start: 2568}]}\n",
        "infrastructure: {phases: [{end: 2568}]}\n",
    ],
)
def test_without_a_plan_nothing_lies_outside(phases):
    assert look(phases + project(start="2500", end="2600"), WITHIN).nothing


GOAL = ("area", "goals", 0)


@pytest.mark.parametrize(
    ("first", "then", "ordered"),
    [
        ("2567", "2568", True),
        ("2567", "2567", False),
        ("2568", "2567", False),
        ("2567", "2025", True),
        ("2568", "2025", False),
        ("พ.ศ. ๒๕๖๗", "ค.ศ. 2025", True),
    ],
)
def test_years_in_order(first, then, ordered):
    check = {
        "each": {
            "in": "area.goals[*]",
            "check": {"ordered": {"first": "baseline.year", "then": "target.year"}},
        }
    }
    outcome = look(
        f"area: {{goals: [{{baseline: {{year: {first}}}, target: {{year: {then}}}}}]}}", check
    )
    assert outcome.passed == ordered
    assert told(outcome) == ([] if ordered else [("order", (*GOAL, "target", "year"))])
    assert [gap.related for gap in outcome.gaps] == (
        [] if ordered else [((*GOAL, "baseline", "year"),)]
    )


@pytest.mark.parametrize(
    ("first", "then", "ordered"),
    [("9", "10", True), ("10", "9.5", False), ("10", "10", False), ("-3", "-2", True)],
)
def test_numbers_in_order(first, then, ordered):
    check = {
        "ordered": {"first": "area.goals[*].baseline.value", "then": "area.goals[*].target.value"}
    }
    outcome = look(
        f"area: {{goals: [{{baseline: {{value: {first}}}, target: {{value: {then}}}}}]}}", check
    )
    assert told(outcome) == ([] if ordered else [("order", (*GOAL, "target", "value"))])


@pytest.mark.parametrize(
    ("start", "end", "ordered"),
    [
        ("1 ม.ค. 2567", "2 ม.ค. 2567", True),
        ("2 ม.ค. 2567", "1 ม.ค. 2567", False),
        ("31 ธ.ค. 2567", "2568", True),
    ],
)
def test_days_in_order(start, end, ordered):
    outcome = look(
        project(start=start, end=end),
        {
            "ordered": {
                "first": "services.*.projects[*].start",
                "then": "services.*.projects[*].end",
            }
        },
    )
    assert told(outcome) == ([] if ordered else [("order", (*PROJECT, "end"))])


@pytest.mark.parametrize(
    ("start", "end", "ordered"),
    [
        ("2567", "2567", True),
        ("1 ม.ค. 2567", "1 ม.ค. 2567", True),
        ("30 ธ.ค. 2567", "2567", True),
        ("2567", "ม.ค. 2567", True),
        ("2568", "2567", False),
        ("2 ม.ค. 2567", "1 ม.ค. 2567", False),
    ],
)
def test_days_that_may_be_the_same(start, end, ordered):
    routes = {
        "first": "services.*.projects[*].start",
        "then": "services.*.projects[*].end",
        "same": True,
    }
    outcome = look(project(start=start, end=end), {"ordered": routes})
    assert told(outcome) == ([] if ordered else [("order", (*PROJECT, "end"))])


def test_numbers_that_may_be_the_same():
    routes = {
        "first": "area.goals[*].baseline.value",
        "then": "area.goals[*].target.value",
        "same": True,
    }
    assert (
        look(
            "area: {goals: [{baseline: {value: 5}, target: {value: 5}}]}", {"ordered": routes}
        ).passed
        == 1
    )


def test_a_phase_the_wrong_way_round_still_spans_its_years():
    phases = "infrastructure: {phases: [{start: 2570, end: 2567}]}\n"
    assert look(phases + project(start="2568", end="2569"), WITHIN).passed == 2
    assert told(look(phases + project(start="2566", end="2569"), WITHIN)) == [
        ("outside", (*PROJECT, "start"))
    ]


def test_each_pair_is_compared_with_its_own():
    check = {
        "ordered": {"first": "area.goals[*].baseline.value", "then": "area.goals[*].target.value"}
    }
    goals = (
        "{baseline: {value: 5}}, {baseline: {value: 1}, target: {value: 2}}, "
        "{target: {value: 0}}, {baseline: {value: 9}, target: {value: 8}}"
    )
    outcome = look(f"area: {{goals: [{goals}]}}", check)
    assert (outcome.passed, told(outcome)) == (
        1,
        [("order", ("area", "goals", 3, "target", "value"))],
    )


WASTE = {"paths": ["area.problems", "area.vision"], "terms": ["ขยะ", "Waste", "PM2.5"]}


@pytest.mark.parametrize(
    ("text", "least", "gaps"),
    [
        ("area: {vision: ลดขยะมูลฝอย}", 1, []),
        ("area: {vision: Less WASTE for all}", 1, []),
        ("area: {vision: 'ฝุ่น pm๒.๕'}", 1, []),
        ("area: {vision: เมืองน่าอยู่}", 1, [("not-mentioned", ("area", "vision"))]),
        ("area: {vision: เมืองน่าอยู่, problems: [{text: น้ำท่วม}, {data: 'ขยะ 40 ตัน'}]}", 1, []),
        (
            "area: {vision: ขยะ, problems: [{text: น้ำท่วม}]}",
            2,
            [("not-mentioned", ("area", "problems"))],
        ),
        ("area: {vision: ขยะ, problems: [{text: waste}]}", 2, []),
        ("area: {vision: ขยะ ขยะ ขยะ}", 2, [("not-mentioned", ("area", "vision"))]),
    ],
)
def test_mentions(text, least, gaps):
    outcome = look(text, {"mentions": WASTE | {"min": least}})
    assert told(outcome) == gaps
    assert outcome.passed == (not gaps)


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [("ค่าน้ำมัน", False), ("น้ำมันและน้ำเสีย", True), ("แม่น้ำ", True), ("น้ํามัน", False)],
)
def test_a_term_inside_another_word_is_not_mentioned(text, mentioned):
    check = {"mentions": {"paths": ["area.vision"], "terms": ["น้ำ"], "except": ["น้ำมัน"]}}
    assert look(f"area: {{vision: {text}}}", check).passed == mentioned


@pytest.mark.parametrize("text", ["area: {name: ขยะ}", "area: {vision: TBD}", "round: 1"])
def test_where_nothing_is_written_nothing_can_be_mentioned(text):
    assert look(text, {"mentions": WASTE}).nothing


def test_mentions_below_a_smart():
    check = {"mentions": {"paths": ["services.{smart}"], "terms": ["ขยะ"]}}
    text = (
        "services: {environment: {projects: [{objective: ลดขยะ}]}, "
        "energy: {projects: [{objective: ประหยัดไฟ}]}}"
    )
    assert look(text, check, smart="environment").passed == 1
    assert told(look(text, check, smart="energy")) == [("not-mentioned", ("services", "energy"))]


BROKEN = GOALS + PHASES.replace(
    "infrastructure: {", "infrastructure: {budget: {total: 5000, by_year: {2567: 1000}}, "
)
BROKEN += project(goals="[G9]", start="2500", end="2501", name="A")


@pytest.mark.parametrize(
    "check",
    [
        TO_GOALS,
        {"referred": {"ids": "area.goals[*].id", "by": ["services.*.projects[*].kpis"]}},
        {
            "adds_up": {
                "parts": "infrastructure.budget.by_year.*",
                "total": "infrastructure.budget.total",
            }
        },
        WITHIN["each"]["check"],
        {
            "ordered": {
                "first": "services.*.projects[*].end",
                "then": "services.*.projects[*].start",
            }
        },
        {"mentions": {"paths": ["services"], "terms": ["waste"]}},
    ],
    ids=lambda check: next(iter(check)),
)
def test_a_finding_may_begin_with_the_catalog_s_own_words(check):
    ((kind, params),) = check.items()
    if kind == "within":
        params = params | {
            "start": "services.*.projects[*].start",
            "end": "services.*.projects[*].end",
        }
    plain, own = look(BROKEN, {kind: params}), look(BROKEN, {kind: params | {"say": SAY}})
    assert plain.gaps
    assert {str(gap.say) for gap in plain.gaps} == {"None"}
    assert told(own) == told(plain)
    assert all(gap.say == SAY for gap in own.gaps)
