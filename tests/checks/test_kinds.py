"""Checks made of checks: each, all, any, not, when, person."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from smartcert.checks import Context, Outcome, Scope, Work, run
from smartcert.checks.scope import GapKind
from smartcert.errors import CatalogError
from smartcert.messages.message import messages_under
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


def has(path: str) -> dict:
    return {"present": {"path": path}}


NAME, TYPE, VISION, BOI = has("area.name"), has("area.type"), has("area.vision"), has("boi")
CITY = "area: {name: A, type: new}"
NO_NAME = ("missing", ("area",), "name")
NO_VISION = ("missing", ("area",), "vision")
NO_BOI = ("missing", (), "boi")
NO_ITEM = {"each": {"in": "area.goals[*]", "check": has("text")}}
"""Has nothing to say about a proposal without goals."""
NOT_ASKED = {"when": {"if": BOI, "then": VISION}}
"""Does not apply to a proposal without `boi`."""


def test_each_item_is_held_to_the_check():
    outcome = look("area: {goals: [{id: G1, text: A}, {id: G2}, {text: B}, {id: G4}]}", NO_ITEM)
    assert outcome.passed == 2
    assert told(outcome) == [
        ("missing", ("area", "goals", 1), "text"),
        ("missing", ("area", "goals", 3), "text"),
    ]
    assert {path: filled for path, filled in outcome.asked.items() if not filled} == {
        ("area", "goals", 1, "text"): False,
        ("area", "goals", 3, "text"): False,
    }
    assert len(outcome.asked) == 4


@pytest.mark.parametrize(
    "text",
    ["area: {name: A}", "area: {goals: []}", "area: {goals: [TBD]}", "area: {goals: }", "round: 1"],
)
def test_without_an_item_there_is_nothing_to_say(text):
    outcome = look(text, NO_ITEM)
    assert outcome.nothing
    assert outcome.asked == {}


def test_an_item_that_says_nothing_is_no_item():
    outcome = look("area: {goals: [{id: TBD}, {text: A}]}", NO_ITEM)
    assert (outcome.passed, told(outcome)) == (1, [])


def test_each_in_each():
    check = {
        "each": {
            "in": "services.*",
            "check": {"each": {"in": "projects[*]", "check": has("owner")}},
        }
    }
    outcome = look(
        "services: {energy: {projects: [{id: A, owner: X}, {id: B}]}, "
        "mobility: {projects: [{id: C}]}}",
        check,
    )
    assert outcome.passed == 1
    assert told(outcome) == [
        ("missing", ("services", "energy", "projects", 1), "owner"),
        ("missing", ("services", "mobility", "projects", 0), "owner"),
    ]


def test_each_may_look_back_at_the_top():
    check = {
        "each": {
            "in": "services.{smart}.projects[*]",
            "check": {"refers": {"from": "owner", "to": "/management.agencies[*].name"}},
        }
    }
    text = (
        "services: {energy: {projects: [{owner: A}, {owner: B}]}, "
        "people: {projects: [{owner: C}]}}\nmanagement: {agencies: [{name: A}]}"
    )
    outcome = look(text, check, smart="energy")
    assert outcome.passed == 1
    assert told(outcome) == [("dangling", ("services", "energy", "projects", 1, "owner"))]


@pytest.mark.parametrize(
    ("checks", "passed", "gaps", "applies"),
    [
        ([NAME, TYPE], 2, [], True),
        ([NAME, VISION, BOI], 1, [NO_VISION, NO_BOI], True),
        ([VISION, BOI], 0, [NO_VISION, NO_BOI], True),
        ([NAME, NOT_ASKED], 1, [], True),
        ([NOT_ASKED, VISION], 0, [NO_VISION], True),
        ([NOT_ASKED, NOT_ASKED], 0, [], False),
        ([NAME, NO_ITEM], 1, [], True),
        ([{"all": [NOT_ASKED]}, NAME], 1, [], True),
    ],
)
def test_all(checks, passed, gaps, applies):
    outcome = look(CITY, {"all": checks})
    assert (outcome.passed, told(outcome), outcome.applies) == (passed, gaps, applies)


def test_all_asks_for_what_each_asks_for():
    assert look(CITY, {"all": [NAME, VISION, NOT_ASKED]}).asked == {
        ("area", "name"): True,
        ("area", "vision"): False,
    }


@pytest.mark.parametrize("turn", [1, -1])
def test_a_field_that_fails_one_check_is_not_filled_whatever_the_order(turn):
    checks = [NAME, {"text": {"path": "area.name", "words": 50}}]
    assert look(CITY, {"all": checks[::turn]}).asked == {("area", "name"): False}


@pytest.mark.parametrize(
    ("checks", "passed", "gaps", "applies"),
    [
        ([NAME, VISION], 1, [], True),
        ([VISION, NAME], 1, [], True),
        ([VISION, BOI], 0, [NO_VISION], True),
        ([BOI, VISION], 0, [NO_BOI], True),
        ([NOT_ASKED, NAME], 1, [], True),
        ([NOT_ASKED, VISION], 0, [NO_VISION], True),
        ([NOT_ASKED, NOT_ASKED], 0, [], False),
        ([{"all": [NAME, VISION]}, TYPE], 1, [], True),
        ([{"all": [NAME, VISION]}, BOI], 1, [NO_VISION], True),
    ],
)
def test_any(checks, passed, gaps, applies):
    outcome = look(CITY, {"any": checks})
    assert (outcome.passed, told(outcome), outcome.applies) == (passed, gaps, applies)


@pytest.mark.parametrize("turn", [1, -1])
def test_what_has_nothing_to_say_does_not_hide_a_gap(turn):
    """None of the two is met, so the requirement is open; in `all` it is so too."""
    checks = [NO_ITEM, VISION]
    assert told(look(CITY, {"all": checks[::turn]})) == [NO_VISION]
    assert told(look(CITY, {"any": checks[::turn]})) == [NO_VISION]


def test_any_is_met_by_what_a_person_judges():
    outcome = look(CITY, {"any": [VISION, {"person": {"path": "area.name", "question": SAY}}]})
    assert (outcome.person, outcome.gaps) == (True, [])


def test_any_asks_for_what_it_judged():
    assert look(CITY, {"any": [VISION, NAME]}).asked == {("area", "name"): True}
    assert look(CITY, {"any": [VISION, BOI]}).asked == {("area", "vision"): False}


def test_any_in_own_words():
    check = {"any": {"checks": [VISION, BOI], "say": SAY}}
    assert [(gap.path, gap.say) for gap in look(CITY, check).gaps] == [(("area",), SAY)]
    assert look(CITY, {"any": {"checks": [VISION, NAME], "say": SAY}}).passed == 1


@pytest.mark.parametrize(
    ("check", "met"),
    [
        (VISION, True),
        (NAME, False),
        ({"one_of": {"path": "area.type", "values": ["new"]}}, False),
        ({"one_of": {"path": "area.type", "values": ["livable"]}}, True),
        ({"all": [NAME, VISION]}, True),
        ({"any": [NAME, VISION]}, False),
        (NOT_ASKED, True),
        (NO_ITEM, True),
        ({"not": NAME}, True),
        ({"not": VISION}, False),
        ({"mentions": {"paths": ["area.name"], "terms": ["a"]}}, False),
        ({"mentions": {"paths": ["area.name"], "terms": ["waste"]}}, True),
    ],
)
def test_not(check, met):
    outcome = look(CITY, {"not": check})
    assert (outcome.passed, told(outcome)) == ((1, []) if met else (0, [("unwanted", ())]))


def test_not_asks_for_nothing():
    """What must not be there is no field that a city has yet to fill."""
    assert look(CITY, {"not": VISION}).asked == {}


def test_not_in_own_words_and_at_its_item():
    check = {"each": {"in": "area.goals[*]", "check": {"not": has("unit") | {"say": SAY}}}}
    outcome = look("area: {goals: [{id: G1}, {id: G2, unit: B}]}", check)
    assert outcome.passed == 1
    assert [(gap.path, gap.say) for gap in outcome.gaps] == [(("area", "goals", 1), SAY)]


@pytest.mark.parametrize(
    ("condition", "then", "passed", "gaps", "applies"),
    [
        (NAME, TYPE, 1, [], True),
        (NAME, VISION, 0, [NO_VISION], True),
        (VISION, TYPE, 0, [], False),
        (VISION, BOI, 0, [], False),
        (NO_ITEM, VISION, 0, [], False),
        (NOT_ASKED, VISION, 0, [], False),
        ({"not": VISION}, BOI, 0, [NO_BOI], True),
        ({"all": [NAME, VISION]}, BOI, 0, [], False),
        ({"any": [VISION, NAME]}, BOI, 0, [NO_BOI], True),
        (NAME, NOT_ASKED, 0, [], False),
        (NAME, {"when": {"if": TYPE, "then": VISION}}, 0, [NO_VISION], True),
    ],
)
def test_when(condition, then, passed, gaps, applies):
    outcome = look(CITY, {"when": {"if": condition, "then": then}})
    assert (outcome.passed, told(outcome), outcome.applies) == (passed, gaps, applies)


def test_a_condition_asks_for_nothing():
    assert look(CITY, {"when": {"if": NAME, "then": VISION}}).asked == {("area", "vision"): False}
    assert look(CITY, NOT_ASKED).asked == {}


@pytest.mark.parametrize(
    ("projects", "nothing"),
    [("[{id: A}]", True), ("[{id: A}, {id: B, personal_data: yes}]", False)],
)
def test_when_of_each_item(projects, nothing):
    """Items to which it does not apply neither pass nor fail; one to which it does still counts."""
    privacy = {
        "when": {
            "if": {"one_of": {"path": "personal_data", "values": [True]}},
            "then": has("privacy"),
        }
    }
    outcome = look(
        f"services: {{energy: {{projects: {projects}}}}}",
        {"each": {"in": "services.*.projects[*]", "check": privacy}},
    )
    assert outcome.nothing is nothing
    assert told(outcome) == (
        [] if nothing else [("missing", ("services", "energy", "projects", 1), "privacy")]
    )
    assert len(outcome.asked) == (0 if nothing else 1)


PERSON = {"person": {"path": "area.vision", "question": SAY}}


@pytest.mark.parametrize(
    ("vision", "person", "gaps"),
    [("เมืองน่าอยู่", True, []), ("TBD", False, [NO_VISION]), ("", False, [NO_VISION])],
)
def test_person(vision, person, gaps):
    outcome = look(f"area: {{name: A, vision: {vision}}}", PERSON)
    assert (outcome.person, told(outcome), outcome.passed) == (person, gaps, 0)
    assert outcome.asked == {("area", "vision"): person}


def test_what_a_person_must_judge_stays_so_beside_what_is_met():
    outcome = look("area: {name: A, vision: B}", {"all": [NAME, PERSON]})
    assert (outcome.passed, outcome.person, outcome.gaps) == (1, True, [])


def test_every_kind_is_in_the_vocabulary_of_the_documentation():
    from smartcert.checks import KINDS
    from support import ROOT

    rows = (
        (ROOT / "docs" / "catalog.md")
        .read_text(encoding="utf-8")
        .partition("## Check kinds")[2]
        .partition("### Named checks")[0]
    )
    assert {
        line.split("`")[1] for line in rows.splitlines() if line.startswith("| `")
    } == KINDS.keys()


def test_every_kind_of_gap_has_its_sentence():
    sentences = {*messages_under("gaps")}
    sections = {"missing-section", "empty-section", "unread-section"}
    others = sections | {"unread", "waiting", "placeholder", "person", "rewrite", "relink"}
    others |= {"rewrite-section", "waiting-section", "answer-section"}
    others |= {"fill-sheet", "judged", "no-answer", "repeated", "unlike"}
    others |= {"alike", "like-a-sample", "repeated-figure"}
    assert {*get_args(GapKind)} == sentences - others


def nested(depth):
    """A check of every project, for every project, for every project, and so on."""
    check = {"present": {"path": "name"}}
    for _ in range(depth):
        check = {"each": {"in": "/services.*.projects[*]", "check": check}}
    return check


def projects(*items):
    return {"services": {"mobility": {"projects": list(items)}}}


@pytest.mark.parametrize(
    "data", [projects(*[{"name": "x"}] * 9), projects({"name": "x"}, {"name": "y"}, *[None] * 500)]
)
def test_an_each_in_an_each_has_an_end(data):
    work = Work(100)
    scope = Scope(Context(data=data, today=date(2026, 11, 21), work=work), (), data)
    with pytest.raises(CatalogError, match="1,001,000 places"):
        run(scope, nested(20))
    assert work.left > -1000, "it ends where the last place is counted"


def test_texts_are_searched_to_an_end():
    data = {"area": {"vision": "ก" * 6400}, **projects(*[{"name": "x"}] * 20_000)}
    check = {"mentions": {"paths": "/area.vision", "terms": ["ข"]}}
    every = {"each": {"in": "/services.*.projects[*]", "check": check}}
    scope = Scope(Context(data=data, today=date(2026, 11, 21), work=Work(0)), (), data)
    with pytest.raises(CatalogError):
        run(scope, every)


def test_two_in_each_other_have_room():
    data = projects(*[{"name": "x"}] * 300)
    scope = Scope(Context(data=data, today=date(2026, 11, 21), work=Work(0)), (), data)
    assert run(scope, nested(2)).passed == 300 * 300
