"""The level of a requirement, and the editions that ask for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smartcert.catalog.model import LevelRule, Raise
from support import catalog

RULE = LevelRule(
    default="recommended",
    profiles={"logo": "mandatory"},
    types={"new": "mandatory"},
    raised=Raise(to="mandatory", when={"present": {"path": "boi"}}),
)


@pytest.mark.parametrize(
    ("profile", "city", "met", "level"),
    [
        ("renewal", None, False, "recommended"),
        ("renewal", "livable", False, "recommended"),
        ("logo", None, False, "mandatory"),
        ("renewal", "new", False, "mandatory"),
        ("renewal", None, True, "mandatory"),
    ],
)
def test_a_level_follows_from_profile_city_and_proposal(profile, city, met, level):
    assert RULE.level(profile, city, 2569, lambda check: met and check == RULE.raised.when) == level


def test_what_a_profile_says_stands_before_what_a_type_of_city_says():
    rule = RULE._replace(profiles={"logo": "recommended"}, raised=None)
    assert rule.level("logo", "new", 2569, lambda check: False) == "recommended"


def test_an_edition_counts_where_neither_profile_nor_type_says_anything():
    rule = LevelRule(default="mandatory", editions={2562: "recommended"})
    levels = [rule.level("logo", None, edition, lambda check: False) for edition in (2562, 2569)]
    assert levels == ["recommended", "mandatory"]
    assert rule.possible == {"mandatory", "recommended"}
    for other in (
        rule._replace(profiles={"logo": "mandatory"}),
        rule._replace(types={"new": "mandatory"}),
    ):
        assert other.level("logo", "new", 2562, lambda check: False) == "mandatory"


def test_every_level_a_requirement_can_have():
    assert RULE.possible == {"mandatory", "recommended"}
    assert LevelRule(default="recommended").possible == {"recommended"}


@pytest.mark.parametrize(
    ("since", "until", "editions"),
    [
        (None, None, {2562, 2569}),
        (2569, None, {2569}),
        (None, 2562, {2562}),
        (2562, 2569, {2562, 2569}),
    ],
)
def test_editions_that_ask(since, until, editions):
    requirement = replace(catalog().requirements["C1-1"], since=since, until=until)
    assert {edition for edition in (2562, 2569) if requirement.asked_in(edition)} == editions
