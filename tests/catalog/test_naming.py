"""Profiles and Smarts go by their ids, their titles, and other names; each name means one."""

from __future__ import annotations

import pytest

from smartcert.catalog.naming import all_names, named_id
from support import assessed, catalog, run

KNOWN = [catalog().profiles, catalog().smarts]


@pytest.mark.parametrize("known", KNOWN, ids=["profiles", "smarts"])
def test_every_name_means_one(known):
    for key, item in known.items():
        for name in (key, *item.title.values(), *item.also):
            assert named_id(name, known) == named_id(f" {name.upper()} ", known) == key
    assert len({name.casefold() for name in all_names(known)}) >= len(all_names(known)) - len(known)
    assert named_id("อะไรก็ไม่รู้", known) is None


@pytest.mark.parametrize("written", ["ต่ออายุ", "ต่ออายุตราสัญลักษณ์", "renewal", "Renewal of the logo"])
def test_a_proposal_says_its_profile_in_words(written):
    assessment = assessed(f"smartcert: 1\nprofile: {written}\n")
    assert assessment.profile == "renewal"
    assert "P011" not in [finding.code for finding in assessment.findings]


def test_a_profile_that_is_not_known_is_told_in_thai_with_what_there_is():
    assessment = assessed("smartcert: 1\nprofile: ตราสัญลักษน์\n", lang="th")
    (found,) = [finding for finding in assessment.findings if finding.code == "P011"]
    assert "“ขอรับตราสัญลักษณ์เมืองอัจฉริยะ”" in found.message
    assert "ตราสัญลักษณ์" in found.message
    assert "ต่ออายุตราสัญลักษณ์ (renewal)" in found.fix


def test_commands_take_it_in_words():
    listed = run("criteria", "list", "--profile", "ต่ออายุ", "--lang", "en")
    assert listed == run("criteria", "list", "--profile", "renewal", "--lang", "en")
    assert listed.code == 0
