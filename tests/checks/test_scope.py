"""Where a selector leads: keys, wildcards, `{smart}`, and `/` back to the top."""

from __future__ import annotations

from datetime import date

import pytest

from smartcert.checks import Context, Gap, Outcome, Scope, Work, run
from smartcert.proposal.document import read_document
from smartcert.source import read_source

CITY = """
area:
  name: เมืองทดสอบ
  goals:
    - {id: G1, text: ลดขยะ}
    - {id: TBD}
    - {id: G3}
infrastructure:
  budget:
    by_year: {2567: 1000, 2568: 2000}
services:
  environment:
    projects: [{id: E1, goals: [G1, TBD, G3]}, {id: E2}]
  mobility:
    projects: [{id: M1, goals: G1}]
"""


def scope(text: str = CITY, smart: str | None = None) -> Scope:
    data = read_document(read_source(text.encode(), "proposal.yaml")).data
    return Scope(Context(data=data, today=date(2026, 11, 21), work=Work(0)), (), data, smart)


SELECTORS = [
    ("area.name", [(("area", "name"), "เมืองทดสอบ")]),
    ("area.vision", [(("area", "vision"), None)]),
    ("boi.approval.by", [(("boi", "approval", "by"), None)]),
    ("area.name.deeper", [(("area", "name", "deeper"), None)]),
    ("area.goals[*].id", [(("area", "goals", 0, "id"), "G1"), (("area", "goals", 2, "id"), "G3")]),
    (
        "area.goals[*].text",
        [(("area", "goals", 0, "text"), "ลดขยะ"), (("area", "goals", 2, "text"), None)],
    ),
    ("area.problems[*].text", []),
    ("area.name[*]", []),
    ("area.name.*", []),
    ("management.*", []),
    (
        "infrastructure.budget.by_year.*",
        [(("infrastructure", "budget", "by_year", str(2567 + i)), 1000 * (i + 1)) for i in (0, 1)],
    ),
    (
        "services.*.projects[*].id",
        [
            (("services", "environment", "projects", 0, "id"), "E1"),
            (("services", "environment", "projects", 1, "id"), "E2"),
            (("services", "mobility", "projects", 0, "id"), "M1"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("selector", "places"), SELECTORS, ids=[selector for selector, _ in SELECTORS]
)
def test_a_selector_leads_to_its_places(selector, places):
    assert scope().select(selector) == places


@pytest.mark.parametrize(
    ("selector", "places"), SELECTORS, ids=[selector for selector, _ in SELECTORS]
)
def test_from_an_item_a_slash_leads_to_the_same_places(selector, places):
    top = scope()
    item = top.inside(("area", "goals", 0), top.value["area"]["goals"][0])
    assert item.select(f"/{selector}") == places


def test_inside_an_item_a_selector_is_relative_to_it():
    top = scope()
    item = top.inside(("area", "goals", 0), top.value["area"]["goals"][0])
    assert item.select("text") == [(("area", "goals", 0, "text"), "ลดขยะ")]
    assert item.select("area.name") == [(("area", "goals", 0, "area", "name"), None)]


def test_a_dot_is_the_place_itself():
    top = scope()
    item = top.inside(("area", "name"), "เมืองทดสอบ")
    assert item.select(".") == [(("area", "name"), "เมืองทดสอบ")]


@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize(
    ("smart", "ids"), [("environment", ["E1", "E2"]), ("mobility", ["M1"]), ("energy", [])]
)
def test_a_smart_stands_for_its_key(smart, ids, slash):
    found = scope(smart=smart).select(slash + "services.{smart}.projects[*].id")
    assert [value for _, value in found] == ids
    assert all(path[1] == smart for path, _ in found)


def test_an_item_keeps_its_smart():
    top = scope(smart="mobility")
    item = top.inside(("area",), top.value["area"])
    assert item.select("/services.{smart}.projects[*].id") == [
        (("services", "mobility", "projects", 0, "id"), "M1")
    ]


def test_one_selector_serves_every_smart():
    """Selectors are parsed once; what one Smart asked must not answer another."""
    selector = "services.{smart}.projects[*].id"
    assert [value for _, value in scope(smart="environment").select(selector)] == ["E1", "E2"]
    assert [value for _, value in scope(smart="mobility").select(selector)] == ["M1"]


def test_values_are_filled_and_a_list_stands_for_its_items():
    assert list(scope().values("services.*.projects[*].goals")) == [
        (("services", "environment", "projects", 0, "goals", 0), "G1"),
        (("services", "environment", "projects", 0, "goals", 2), "G3"),
        (("services", "mobility", "projects", 0, "goals", 0), "G1"),
    ]
    assert list(scope().values("area.vision")) == []
    assert list(scope().values("area.name")) == [(("area", "name"), "เมืองทดสอบ")]


def test_an_outcome_takes_in_another():
    gap = Gap(kind="missing", path=("area",), fields=("name",))
    outcome = Outcome(passed=1, asked={("area", "type"): True})
    outcome.add(Outcome(passed=2, gaps=[gap], asked={("area", "name"): False}, person=True))
    assert outcome == Outcome(
        passed=3, gaps=[gap], asked={("area", "type"): True, ("area", "name"): False}, person=True
    )


@pytest.mark.parametrize(
    ("outcome", "nothing"),
    [
        (Outcome(), True),
        (Outcome(applies=False, passed=1), True),
        (Outcome(passed=1), False),
        (Outcome(person=True), False),
        (Outcome(gaps=[Gap(kind="missing", path=())]), False),
        (Outcome(asked={("area",): True}), True),
    ],
)
def test_nothing_is_judged_without_a_pass_a_gap_or_a_person(outcome, nothing):
    assert outcome.nothing is nothing


def test_what_does_not_apply_stays_empty():
    """The outcome that says so is shared by every check."""
    check = {
        "when": {"if": {"present": {"path": "boi"}}, "then": {"present": {"path": "area.name"}}}
    }
    each = {"each": {"in": "area.goals[*]", "check": check}}
    run(scope(), {"all": [check, {"present": {"path": "area.vision"}}]})
    run(scope(), each)
    outcome = run(scope(), check)
    assert (outcome.applies, outcome.passed, outcome.gaps, outcome.asked) == (False, 0, [], {})
