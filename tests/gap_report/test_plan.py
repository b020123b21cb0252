from __future__ import annotations

from dataclasses import replace

import pytest

from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.gap_report.owners import Owner, owner_of
from smartcert.gap_report.plan import plan
from smartcert.proposal.address import locate
from smartcert.proposal.document import read_document
from smartcert.source import read_source
from support import TODAY, assessed, catalog


def draft(text):
    return read_document(read_source(text.encode(), "proposal.yaml"))


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
    assert (first.readiness, last.readiness) == (None, None), (
        "sections are missing, so nothing is promised"
    )


def test_gains_of_all_steps_add_up_to_what_is_open(second):
    report = second()
    readiness = report.assessment.score.readiness
    rows = report.assessment.requirements
    # What counts only where it is violated earns nothing; mended, it weighs no more.
    freed = sum(row.share.out_of for row in rows if row.counts == "when-violated")
    assert freed
    gained = sum(step.gain for step in report.plan.steps)
    assert gained == readiness.out_of - readiness.points - freed


@pytest.fixture(scope="module")
def minimum():
    from support import EXAMPLES

    return (EXAMPLES / "minimum" / "proposal.yaml").read_text(encoding="utf-8")


def reach(text):
    assessment = assessed(text)
    return assessment, plan(assessment, draft(text).data)


def test_what_can_hardly_be_weighs_no_more_once_it_is_mended(minimum):
    assessment, steps = reach(minimum.replace("plan@example.go.th", "plan at the town"))
    assert assessment.score.readiness.value < 100
    (stage,) = steps.stages
    assert stage.readiness == reach(minimum)[0].score.readiness


def test_a_fix_of_the_first_stage_reaches_its_verdict(minimum):
    """The plan's promise is kept: with the one mandatory gap closed, the verdict is as named."""
    lines = minimum.splitlines(keepends=True)
    vision = next(index for index, line in enumerate(lines) if line.startswith("  vision:"))
    length = next(
        count for count, line in enumerate(lines[vision + 1 :], 1) if not line.startswith("    ")
    )
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


def without(text, path):
    """Take a field that stands alone in its section, or all of a section, out of a proposal."""
    lines = text.splitlines(keepends=True)
    span = read_source(text.encode(), "proposal.yaml").span(path, key=True)
    indent = len(lines[span.line - 1]) - len(lines[span.line - 1].lstrip())
    end = next(
        (
            number
            for number, line in enumerate(lines[span.line :], span.line)
            if line.strip()
            and not line.lstrip().startswith("#")
            and len(line) - len(line.lstrip()) <= indent
        ),
        len(lines),
    )
    return "".join(lines[: span.line - 1] + lines[end:])


def test_a_missing_section_promises_no_number(minimum):
    """What stands under a section is looked at once it is there: adding it may show more gaps."""
    _, todo = reach(without(minimum, ("data_platform",)))
    first, *_ = todo.stages
    assert "S001" in {step.finding.code for step in first.steps}
    assert (first.readiness, todo.is_open) == (None, True)
    _, todo = reach("smartcert: 1\nprofile: logo\n")
    assert [stage.readiness for stage in todo.stages] == [None]


def test_one_edit_is_one_step(minimum):
    """An owner that two requirements ask for is filled in once, and is mandatory if either is."""
    whole = catalog()
    other = whole.requirements["C4-R4"]
    asked = other.check["fields"]
    twice = {"fields": {**asked, "ask": {**asked["ask"], "owner": {}}}}
    asks = {**whole.requirements, other.id: replace(other, check=twice)}
    question = Question(catalog=replace(whole, requirements=asks), today=TODAY, lang="en")
    text = without(minimum, ("services", "environment", "projects", 0, "owner"))
    assessment = assess(draft(text), question)
    todo = plan(assessment, draft(text).data)
    path = "services.environment.projects[0].owner"
    found = [finding for finding in assessment.findings if finding.location.dotted == path]
    assert {finding.code for finding in found} == {"C4-R4", "C5-1"}
    (step,) = [step for step in todo.steps if step.finding.location.dotted == path]
    assert (step.codes, step.finding.level, len(step.messages)) == (
        ("C5-1", "C4-R4"),
        "mandatory",
        1,
    )
    after = assess(draft(minimum), question)
    assert todo.stages[0].readiness == after.score.readiness
    assert step.gain == after.score.readiness.points - assessment.score.readiness.points


def test_sums_that_do_not_agree_with_one_total_are_one_step():
    _, todo = reach(
        """smartcert: 1
profile: logo
infrastructure:
  budget: {total: 9 ล้านบาท, by_year: {2569: 2 ล้านบาท}}
  funding: [{id: F1, source: งบเทศบาล, model: งบประมาณ, amount: 3 ล้านบาท}]
"""
    )
    (step,) = [
        step for step in todo.steps if step.finding.location.dotted == "infrastructure.budget.total"
    ]
    assert (step.codes, len(step.messages)) == (("X-4",), 2)


def test_comments_without_a_response_are_steps_of_their_own(tmp_path):
    (tmp_path / "review.yaml").write_text(
        "smartcert-review: 1\ncomments: [{id: R1-01, text: ไม่ชัด}, {id: R1-02, text: ไม่ครบ}]\n",
        encoding="utf-8",
    )
    text = "smartcert: 1\nround: 2\nrevisions: [{round: 1, date: 2569, review: review.yaml}]\n"
    todo = plan(assessed(text, folder=tmp_path, profile="logo"), draft(text).data)
    assert [step.codes for step in todo.steps].count(("G0-5",)) == 2


OWNED = """
area: {ownership: {owner: ที่ราชพัสดุ}}
management: {agencies: [{name: กองช่าง}, {name: สำนักปลัด, lead: yes}]}
data_platform: {operator: {name: ศูนย์ข้อมูล}, datasets: [{id: D1, owner: กองแผน}, {id: D2}]}
services:
  mobility:
    projects:
      - {id: A, owner: กองขนส่ง, kpis: [K]}
      - {id: B, owner: กองช่าง, kpis: [K]}
      - {id: C}
    kpis:
      - {id: K}
      - {id: L}
"""

LEAD = Owner(name="สำนักปลัด", is_lead=True)


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("services.mobility.projects[0].budget", Owner(name="กองขนส่ง")),
        ("services.mobility.projects[2].budget", LEAD),
        ("services.mobility.projects[9]", LEAD),
        ("services.mobility.kpis[0].baseline", Owner(name="กองขนส่ง, กองช่าง")),
        ("services.mobility.kpis[1].baseline", LEAD),
        ("data_platform.datasets[0].update", Owner(name="กองแผน")),
        ("data_platform.datasets[1].update", Owner(name="ศูนย์ข้อมูล")),
        ("data_platform.privacy", Owner(name="ศูนย์ข้อมูล")),
        ("area.ownership.rights", LEAD),
        ("area.vision", LEAD),
    ],
)
def test_responsible_agency(path, owner):
    assert owner_of(locate(path, data := draft(OWNED).data), data) == owner


def test_nobody_is_responsible_where_nobody_is_named():
    assert owner_of(("area", "vision"), {}) == Owner()
