"""What the requirements add up to, in a small catalog."""

from __future__ import annotations

from fractions import Fraction

import pytest

from small_catalog import CITY, NAME, NEVER, OPTIONAL, PERSON, VISION, asks, has, judged
from smartcert.assessment.score import Share

EACH_SMART = asks("C4-1", has("services.{smart}.goals"), per_smart=True)


ENERGY = asks("C4-ENE", has("services.energy.kpis"), smart="energy")


def test_mandatory_and_recommended_are_shown_apart():
    score = judged(
        CITY,
        asks("C1-1", NAME, weight=3),
        asks("C1-2", VISION),
        asks("C2-1", {"all": [NAME, VISION]}, level=OPTIONAL, weight=2),
        asks("C2-2", NEVER, level=OPTIONAL, weight=7),
    ).score
    assert (score.mandatory, score.recommended, score.readiness) == (
        Share(3, 4),
        Share(1, 2),
        Share(4, 6),
    )
    assert score.readiness.value == Fraction(200, 3)


def test_each_group_that_asks_something_has_its_points():
    assessment = judged(
        CITY,
        asks("G0-1", NAME, weight=3),
        asks("C1-1", NAME),
        asks("C1-2", VISION),
        asks("X-1", NEVER),
    )
    assert [(part.key, part.share) for part in assessment.groups] == [
        ("G0", Share(3, 3)),
        ("C1", Share(1, 2)),
        ("X", Share(0, 0)),
    ]
    assert [
        part.key
        for part in judged(
            CITY, asks("C1-1", NAME), asks("G6-1", NAME, profiles=("renewal",))
        ).groups
    ] == ["C1"]


def test_counts_are_by_level():
    assessment = judged(
        CITY,
        asks("C1-1", NAME),
        asks("C1-2", VISION),
        asks("C1-3", PERSON, level=OPTIONAL),
        asks("C1-4", NEVER),
    )
    mandatory, recommended = assessment.count("mandatory"), assessment.count("recommended")
    assert {status: count for status, count in mandatory.items() if count} == {
        "met": 1,
        "missing": 1,
        "not-applicable": 1,
    }
    assert {status: count for status, count in recommended.items() if count} == {"needs-person": 1}


def test_nothing_applicable_has_no_percentage():
    score = judged(CITY, asks("C1-1", NEVER)).score
    assert (score.readiness.value, score.completeness.value, score.evidence.value) == (
        None,
        None,
        None,
    )


def test_smarts_have_their_own_points_declared_or_not():
    assessment = judged(
        "services: {energy: {goals: [{id: A}]}}", EACH_SMART, ENERGY, asks("C1-1", VISION)
    )
    assert [(part.key, part.declared, part.share) for part in assessment.smarts] == [
        ("mobility", False, Share(0, 0)),
        ("energy", True, Share(1, 2)),
    ]


def test_completeness_counts_a_field_once_however_many_ask():
    score = judged(
        CITY, asks("C1-1", {"all": [NAME, VISION]}), asks("C1-2", NAME), asks("C1-3", VISION)
    ).score
    assert score.completeness == Share(1, 2)


def test_a_field_is_filled_when_it_is_so_for_all_who_ask():
    text = {"text": {"path": "area.name", "words": 20}}
    for checks in ((NAME, text), (text, NAME)):
        assert judged(
            CITY, *(asks(f"C1-{index}", check) for index, check in enumerate(checks))
        ).score.completeness == Share(0, 1)


def test_completeness_leaves_out_what_does_not_apply():
    score = judged(
        CITY, asks("C1-1", NAME), asks("C1-2", VISION, types=("livable",)), asks("C1-3", NEVER)
    ).score
    assert score.completeness == Share(1, 1)


@pytest.mark.parametrize("value", ["value: 5", "year: 2567"])
def test_completeness_knows_a_field_by_its_place_not_by_how_a_check_names_it(value):
    dotted = {"fields": {"at": "area.goals[*]", "ask": {"baseline.value": {}}}}
    text = f"area: {{goals: [{{baseline: {{{value}}}}}]}}"
    score = judged(
        text, asks("C1-1", dotted), asks("C1-2", has("area.goals[*].baseline.value"))
    ).score
    assert score.completeness.out_of == 1
