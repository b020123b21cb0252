"""Which annexes back what is said, and what that comes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_catalog import NEVER, VISION, asks, both, has, judged, told
from smartcert.assessment.score import Share
from smartcert.catalog.model import Requirement

MAP = asks("C1-1", has("area.boundary.map"))


WITH_MAP = "area: {boundary: {map: M1%s}}\n"


def backed(text: str, folder: Path, requirement: Requirement = MAP) -> bool | None:
    (row,) = judged(text, requirement, folder=folder).requirements
    return row.backed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A proposal's folder, with one annex in it, one that is empty, and one outside."""
    inside = tmp_path / "city"
    (inside / "annexes").mkdir(parents=True)
    (inside / "annexes" / "map.pdf").write_bytes(b"%PDF" * 50)
    (inside / "annexes" / "empty.pdf").write_bytes(b"")
    (tmp_path / "outside.pdf").write_bytes(b"%PDF")
    return inside


def annex(file: str, more: str = "", identifier: str = "A1") -> str:
    return f"annexes:\n  - {{id: {identifier}, file: '{file}'{more}}}\n"


@pytest.mark.parametrize(
    ("attachments", "supports", "expected"),
    [
        ("", ", supports: [C1-1]", True),
        ("", ", supports: C1-1", True),
        ("", ", supports: [C1-2, ' C1-1 ']", True),
        ("", ", supports: [C1-2]", False),
        ("", "", False),
        (", annex: [A1]", "", True),
        (", annex: A1", "", True),
        (", annex: [A9]", "", False),
        (", annex: [A9, A1]", "", True),
    ],
)
def test_an_annex_backs_what_it_supports_or_stands_beside(folder, attachments, supports, expected):
    assert backed(WITH_MAP % attachments + annex("annexes/map.pdf", supports), folder) is expected


def test_an_annex_beside_something_else_backs_nothing(folder):
    assert (
        backed(
            WITH_MAP % ""
            + "management: {risks: [{text: A}], operating_model: {annex: A1}}\n"
            + annex("annexes/map.pdf"),
            folder,
        )
        is False
    )


@pytest.mark.parametrize("number", [0, 1])
def test_an_annex_beside_one_item_backs_who_asks_for_that_item(folder, number):
    goals = ["{text: A}", "{text: B}"]
    goals[number] = goals[number].replace("}", ", annex: A1}")
    text = f"area: {{problems: [{', '.join(goals)}]}}\n" + annex("annexes/map.pdf")
    requirement = asks("C1-9", {"each": {"in": "area.problems[*]", "check": has("text")}})
    assert backed(text, folder, requirement) is True


@pytest.mark.parametrize(
    "check",
    [
        has("data_platform.skills.training"),
        {"fields": {"at": "data_platform", "ask": {"skills.training": {}}}},
    ],
)
def test_an_annex_beside_a_field_backs_it_however_the_check_names_it(folder, check):
    text = "data_platform: {skills: {training: A, annex: A1}}\n" + annex("annexes/map.pdf")
    assert backed(text, folder, asks("C3-1", check)) is True


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("annexes/map.pdf", None),
        ("./annexes/../annexes/map.pdf", None),
        (r"annexes\map.pdf", None),
        ("annexes/none.pdf", "P008"),
        ("annexes/empty.pdf", "P016"),
        ("annexes", "P008"),
        ("./annexes/..", "P008"),
        ("../outside.pdf", "P009"),
        (r"..\outside.pdf", "P009"),
        ("/etc/hostname", "P009"),
        ("annexes/link.pdf", "P009"),
    ],
)
def test_an_annex_counts_when_it_is_really_there(folder, file, code):
    if "link" in file:
        (folder / "annexes" / "link.pdf").symlink_to(folder.parent / "outside.pdf")
    assessment = judged(
        WITH_MAP % ", annex: A1" + annex(file, ", supports: C1-1"), MAP, folder=folder
    )
    assert [row.backed for row in assessment.requirements] == [code is None]
    assert told(assessment) == ([] if code is None else [(code, "annexes[0].file")])
    assert assessment.score.evidence == Share(int(code is None), 1)


def test_without_a_folder_nothing_is_there_and_nothing_is_missed():
    assessment = judged(WITH_MAP % ", annex: A1" + annex("annexes/map.pdf"), MAP)
    assert ([row.backed for row in assessment.requirements], told(assessment)) == ([False], [])


def test_evidence_counts_what_is_met_and_could_be_backed(folder):
    text = WITH_MAP % ", annex: A1" + annex("annexes/map.pdf", ", supports: [C1-2, C1-3]")
    requirements = (
        MAP,
        asks("C1-2", VISION),
        asks("C1-3", has("area.boundary"), evidence=()),
        asks("C1-4", has("annexes")),
        asks("C1-5", NEVER),
        asks("C1-6", {"person": {"path": "area.boundary.map", "question": both("?")}}),
    )
    assessment = judged(text, *requirements, folder=folder)
    assert [row.backed for row in assessment.requirements] == [True, None, None, False, None, None]
    assert assessment.score.evidence == Share(1, 2)
