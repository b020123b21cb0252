from __future__ import annotations

import pytest

from smartcert.model.read import read_draft
from smartcert.report.plan import owner_of, plan
from smartcert.source import read_source
from support import assessed


def draft(text):
    return read_draft(read_source(text.encode(), "proposal.yaml"))


def test_what_blocks_comes_first_and_sections_before_fields(second):
    steps = second().plan.steps
    levels = [step.finding.level for step in steps]
    assert levels == sorted(levels)
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    for level in ("mandatory", "recommended"):
        reach = [len(step.finding.requirements) for step in steps if step.finding.level == level]
        assert reach == sorted(reach, reverse=True)


def test_stages_name_every_gap_of_their_level_and_no_other(second):
    todo = second().plan
    first, last = todo.stages
    assert (first.verdict, last.verdict) == ("ready-with-gaps", "ready")
    assert first.steps + last.steps == todo.steps
    assert {step.finding.level for step in first.steps} == {"mandatory"}
    assert {step.finding.level for step in last.steps} == {"recommended"}
    assert last.readiness.value == 100


def test_gains_of_all_steps_add_up_to_what_is_open(second):
    report = second()
    readiness = report.assessment.score.readiness
    assert sum(step.gain for step in report.plan.steps) == readiness.out_of - readiness.points


@pytest.fixture(scope="module")
def minimum():
    from support import EXAMPLES

    return (EXAMPLES / "minimum" / "proposal.yaml").read_text(encoding="utf-8")


def reach(text):
    assessment = assessed(text)
    return assessment, plan(assessment, draft(text).data)


def test_a_fix_of_the_first_stage_reaches_its_verdict(minimum):
    """The plan's promise, kept by the assessor: with the one mandatory gap closed, the verdict is the one that was named."""
    lines = minimum.splitlines(keepends=True)
    vision = next(index for index, line in enumerate(lines) if line.startswith("  vision:"))
    length = next(count for count, line in enumerate(lines[vision + 1 :], 1) if not line.startswith("    "))
    before, todo = reach("".join([*lines[:vision], *lines[vision + length :]]))
    after, _ = reach(minimum)
    assert before.verdict == "not-ready"
    assert {step.finding.code for step in todo.stages[0].steps} == {"C1-3"}
    assert todo.stages[0].verdict == after.verdict
    assert todo.stages[0].readiness == after.score.readiness


def test_nothing_open_needs_no_plan(minimum):
    assessment, todo = reach(minimum)
    if assessment.verdict == "ready":
        assert todo.stages == ()
    else:
        assert [stage.verdict for stage in todo.stages] == ["ready"]


OWNED = """
management: {agencies: [{name: กองช่าง}, {name: สำนักปลัด, lead: yes}]}
services:
  mobility:
    projects:
      - {id: A, owner: กองขนส่ง, kpis: [K]}
      - {id: B}
"""


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("services.mobility.projects[0].budget", "กองขนส่ง"),
        ("services.mobility.projects[1].budget", "สำนักปลัด"),
        ("services.mobility.projects[9]", "สำนักปลัด"),
        ("area.vision", "สำนักปลัด"),
    ],
)
def test_responsible_agency(path, owner):
    assert owner_of(path, draft(OWNED).data) == owner


def test_nobody_is_responsible_where_nobody_is_named():
    assert owner_of("area.vision", {}) == ""
