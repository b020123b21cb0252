"""Words are cut as BudouX cuts them."""

from __future__ import annotations

import re

import pytest
from budoux import load_default_thai_parser
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.thai import segmenter
from smartcert.thai.segmenter import words_of
from support import EXAMPLES, ROOT

CUT = load_default_thai_parser().parse
RUNS = [
    run
    for file in [*EXAMPLES.rglob("*.yaml"), *(ROOT / "criteria").rglob("c1*.yaml")]
    for run in re.findall("[\u0e01-\u0e4e]+", file.read_text(encoding="utf-8"))
]


def test_texts_of_proposals_and_criteria():
    assert len(set(RUNS)) > 1000
    assert [run for run in set(RUNS) if words_of(run) != CUT(run)] == []


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(alphabet="กขคงจนมรสาิีเแโใไ่้็ะัำ์ aA1", min_size=1, max_size=30))
def test_whatever_the_letters(run):
    assert words_of(run) == CUT(run)


def test_what_is_remembered_has_a_limit(monkeypatch):
    monkeypatch.setattr(segmenter, "_KEPT", 50)
    fresh = segmenter._Boundaries()
    monkeypatch.setattr(segmenter, "_boundaries", lambda: fresh)
    for run in RUNS[:200]:
        assert words_of(run) == CUT(run)
    assert len(fresh) <= 50


@pytest.mark.parametrize("run", ["ก", "กข"])
def test_the_shortest(run):
    assert "".join(words_of(run)) == run
