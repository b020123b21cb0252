"""India's Smart City Proposal: another programme with marks, blocks and tags of its own."""

from __future__ import annotations

import pytest

from support import EXAMPLES, assessed, statuses
from town_fixtures import without

INDIA = str(EXAMPLES / "catalogs" / "in-smart-city-proposal")
SAMPLE = (EXAMPLES / "in-smart-city-proposal" / "proposal.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("profile", ["retrofit", "redevelopment", "greenfield"])
def test_the_marks_of_every_profile_are_those_of_the_form(profile):
    found = assessed(SAMPLE, where=INDIA, profile=profile)
    blocks = {part.key: part.share.out_of for part in found.groups}
    assert blocks == {"CITY": 30, "AREA": 55, "PAN": 15}
    assert found.score.readiness.out_of == 100


def test_what_the_press_alone_says_is_tagged():
    found = assessed(SAMPLE, where=INDIA)
    by_basis = {basis: share.out_of for basis, share in found.score.basis.items() if share.out_of}
    assert by_basis == {"official": 30, "unverified": 70}


def test_the_sample_meets_it_and_a_missing_plan_costs_its_marks():
    found = assessed(SAMPLE, where=INDIA)
    assert (found.verdict, found.score.readiness.points) == ("ready", 100)
    worse = assessed(without(SAMPLE, "area.participation"), where=INDIA)
    assert statuses(worse)["CITY-3"] == "missing"
    assert worse.score.readiness.points == 90


def test_new_development_is_asked_for_more():
    asked = {
        profile: statuses(assessed(SAMPLE, where=INDIA, profile=profile))
        for profile in ("retrofit", "greenfield")
    }
    assert "AREA-3H" not in asked["retrofit"]
    assert asked["greenfield"]["AREA-3H"] == "missing"


def test_its_score_says_what_it_is():
    assert "no marks of the Ministry" in assessed(SAMPLE, where=INDIA).catalog_title
