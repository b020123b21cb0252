"""The parts of a whole assessment add up, and speak of each other."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from small_catalog import CITY
from smartcert.assessment.result import Assessment
from smartcert.assessment.score import Share
from support import EXAMPLES, assessed

PROPOSALS = [
    file
    for file in sorted(EXAMPLES.rglob("*.yaml"))
    if "\nsmartcert:" in "\n" + file.read_text(encoding="utf-8")
]


TEXTS = {
    "nothing": "round: 1",
    "little": CITY,
    "smarts": (
        "area: {type: new}\nservices: {energy: {goals: [{id: A, text: B}]}, mobility: TBD, "
        "people: }\nround: 2"
    ),
    **{str(file.relative_to(EXAMPLES)): file.read_text(encoding="utf-8") for file in PROPOSALS},
}


@pytest.fixture(scope="module", params=TEXTS)
def whole(request) -> Assessment:
    """Some proposals held against the built-in catalog."""
    return assessed(TEXTS[request.param], folder=EXAMPLES / Path(request.param).parent)


def summed(shares):
    """Add up shares the plain way."""
    found = list(shares)
    return Share(sum(share.points for share in found), sum(share.out_of for share in found))


def test_the_groups_add_up_to_readiness_exactly(whole):
    score = whole.score
    assert summed(part.share for part in whole.groups) == score.readiness
    assert summed(row.share for row in whole.requirements) == score.readiness
    assert summed((score.mandatory, score.recommended)) == score.readiness == score.adjusted
    for share in (
        score.readiness,
        score.mandatory,
        score.recommended,
        score.completeness,
        score.evidence,
    ):
        assert isinstance(share.points, int | Fraction)
        assert 0 <= share.points <= share.out_of


def test_the_smarts_add_up_to_the_rows_about_smarts(whole):
    about = summed(row.share for row in whole.requirements if row.smart)
    assert summed(part.share for part in whole.smarts) == about


def test_every_open_row_has_a_finding_and_every_finding_its_rows(whole):
    known = {finding.id: finding for finding in whole.findings}
    assert len(known) == len(whole.findings)
    for row in whole.requirements:
        assert bool(row.findings) is (row.status in ("partial", "missing", "needs-person"))
        assert all(row.id in known[name].requirements for name in row.findings)
    pointed = {name for row in whole.requirements for name in row.findings}
    assert pointed == {finding.id for finding in whole.findings if finding.level != "fault"}


@pytest.mark.parametrize("text", ["round: 1", TEXTS["smarts"]])
def test_the_same_question_has_the_same_answer(text):
    assert assessed(text) == assessed(text)
