"""The guide for newcomers: every fact says where it was read and how sure it is."""

from __future__ import annotations

import json

import pytest

from smartcert.catalog.loader import load_catalog
from smartcert.lint.linter import lint
from support import run


@pytest.mark.parametrize("lang", ["th", "en"])
def test_it_tells_who_applies_what_is_asked_and_who_decides(lang):
    done = run("guide", "--lang", lang)
    assert (done.code, done.err) == (0, "")
    catalog = load_catalog()
    for topic in ("what", "who", "types", "criteria", "smarts", "steps", "renewal", "boi"):
        assert catalog.guide[topic].title[lang] in done.out
    for smart in catalog.smarts.values():
        assert smart.title[lang] in done.out


def test_every_fact_has_a_source_or_says_that_it_is_our_own():
    for topic in load_catalog().guide.values():
        for point in topic.points:
            assert point.sources or point.basis == "inferred", point.text["en"]


def test_a_source_without_an_address_says_so():
    for form in ("text", "markdown"):
        lines = run("guide", "who", "--lang", "en", "--format", form).out.splitlines()
        place = next(number for number, line in enumerate(lines) if "[N3] " in line[:8])
        assert "no public address" in "".join(lines[place : place + 3])


def test_one_topic_as_data():
    done = run("guide", "renewal", "--format", "json")
    (topic,) = json.loads(done.out)["topics"]
    assert topic["id"] == "renewal"
    assert topic["points"][0]["basis"] == "official"
    assert topic["points"][0]["sources"] == ["TEN"]


@pytest.mark.parametrize("name", ["ขั้นตอน", "The steps, and who decides", "STEPS"])
def test_a_topic_goes_by_its_thai_names_too(name):
    assert run("guide", name).out == run("guide", "steps").out


def test_an_unknown_topic_is_told_with_those_that_are_there():
    done = run("guide", "fees", "--lang", "en")
    assert done.code == 2
    assert "renewal" in done.err


OWN = """smartcert-catalog: 1
id: own
title: {th: ของเรา, en: Ours}
extends: th-smart-city
"""
TOPIC = "{th: ค่าธรรมเนียม, en: Fees}"


@pytest.fixture
def own(tmp_path):
    (tmp_path / "catalog.yaml").write_text(OWN, encoding="utf-8")

    def write(points, shows="[]"):
        (tmp_path / "guide.yaml").write_text(
            f"guide:\n  - {{id: fees, title: {TOPIC}, shows: {shows}, points: [{points}]}}\n",
            encoding="utf-8",
        )
        return tmp_path

    return write


def test_a_catalog_adds_topics_to_the_one_it_extends(own):
    folder = own("{text: {th: ไม่มี, en: None}, basis: inferred}")
    done = run("guide", "--criteria", folder, "--lang", "en")
    assert "Fees" in done.out
    assert "Seven Smarts" in done.out


@pytest.mark.parametrize(
    ("points", "shows", "told"),
    [
        ("{text: {th: ก, en: a}, basis: official}", "[]", "L005"),
        ("{text: {th: ก, en: a}, basis: official, sources: [NOWHERE]}", "[]", "L005"),
        ("{text: {th: ก, en: a}, basis: inferred}", "[C9]", "L007"),
        ("{text: {th: ก}, basis: inferred}", "[]", "L002"),
    ],
)
def test_lint_tells_what_a_guide_can_not_stand_on(own, points, shows, told):
    assert told in {problem.code for problem in lint(own(points, shows))}
