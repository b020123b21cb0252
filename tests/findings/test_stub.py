"""Stubs cut to what is missing, and several made one: always YAML that says what it said before."""

from __future__ import annotations

import pytest
import yaml

from smartcert.findings.stub import Label, cut, form, merged, parsed, stub_of, written
from smartcert.proposal.spec import proposal_spec
from smartcert.render.text import Style, render
from support import EXAMPLES, assessed, catalog

PROJECTS = """services:
  mobility:
    projects:
      - id: MOB-P1
        name: รถเมล์ไฟฟ้า
        owner: สำนักช่าง
        baseline: {value: 1, year: 2568}
    kpis:
      - id: K1
        target:
          value: 5
          year: 2572
"""


def read(text: str) -> object:
    return yaml.load(text, Loader=yaml.CBaseLoader)


@pytest.mark.parametrize(
    "requirement", catalog().requirements.values(), ids=lambda requirement: requirement.id
)
def test_a_stub_of_the_catalog_is_the_same_when_it_is_taken_apart_and_put_together(requirement):
    stub = stub_of(requirement.stub, requirement.smart or "environment")
    assert read(written(parsed(stub))) == read(stub)


@pytest.mark.parametrize(
    "stub",
    [
        "a:\n- b: 1\n  c: 2\n- b: 3\nd: 4\n",
        "a:\n  - ข้อความ: ยาว\n  - [x, y]\n  - {z: 1}\n",
        "a:\n  - plain\n  - http://x\n",
        "a: {b: 1}\n",
        "a:\n  - b: |\n      x\n        y\n    c: >-\n      z\n",
        "a:\n  b: [x,\n    y]\n  'c': 'it''s' # why\n",
    ],
    ids=[
        "items at the left",
        "items of many forms",
        "items of text",
        "one line",
        "blocks of text",
        "values of several lines, quotes, comments",
    ],
)
def test_other_ways_of_writing_stay_whole(stub):
    assert read(written(parsed(stub))) == read(stub)


@pytest.mark.parametrize(
    ("path", "fields", "labels", "expected"),
    [
        (
            ("services", "mobility", "projects", 3),
            ("owner",),
            (None, None, None, Label("id", "MOB-P7")),
            [{"id": "MOB-P7", "owner": "สำนักช่าง"}],
        ),
        (
            ("services", "mobility", "projects", 0),
            ("owner|name",),
            (),
            [{"name": "รถเมล์ไฟฟ้า", "owner": "สำนักช่าง"}],
        ),
        (
            ("services", "mobility", "projects", 0),
            ("baseline.year",),
            (),
            [{"baseline": {"value": "1", "year": "2568"}}],
        ),
        (
            ("services", "mobility", "projects", 0),
            ("owner",),
            (None, None, None, Label("name", "รถไฟ: สาย 1 #2")),
            [{"name": "รถไฟ: สาย 1 #2", "owner": "สำนักช่าง"}],
        ),
    ],
    ids=["under its own id", "either field", "a deeper field", "a name that YAML would misread"],
)
def test_an_item_is_cut_to_what_it_lacks(path, fields, labels, expected):
    assert read(cut(PROJECTS, path, fields, labels)) == {
        "services": {"mobility": {"projects": expected}}
    }


@pytest.mark.parametrize(
    "name",
    [
        "ระยะที่ 2 ขยายผล",
        "depa (สำนักงาน)",
        "null",
        "- ก",
        "ก: ข",
        "ก #1",
        "'ก'",
        "*x",
        "12",
        "ก ",
        '"q"',
    ],
)
def test_any_name_is_written_so_that_yaml_reads_it(name):
    path = ("services", "mobility", "projects", 0)
    told = cut(PROJECTS, path, ("owner",), (None, None, None, Label("name", name)))
    (project,) = yaml.safe_load(told)["services"]["mobility"]["projects"]
    assert str(project["name"]) == name


def test_a_section_inside_an_item_keeps_the_items_name():
    path = ("services", "mobility", "kpis", 4, "target")
    told = cut(PROJECTS, path, ("year",), (None, None, None, Label("id", "K5"), None))
    assert read(told) == {
        "services": {"mobility": {"kpis": [{"id": "K5", "target": {"year": "2572"}}]}}
    }


@pytest.mark.parametrize("stub", ["a: {\n", "- a\n", "a", "", "a: &x\n  b: *x\n"])
def test_what_is_no_stub_stays_as_it_is(stub):
    assert parsed(stub) == {}
    assert cut(stub, ("a", "b"), ("c",)) == merged((stub, stub), ("a",)) == stub


def test_a_stub_that_leads_elsewhere_stays_as_it_is():
    assert cut(PROJECTS, ("infrastructure", "budget"), ("total",)) == PROJECTS


def test_a_field_the_stub_does_not_have_leaves_the_item_whole():
    assert read(cut(PROJECTS, ("services", "mobility", "projects", 0), ("budget",)))["services"][
        "mobility"
    ]["projects"][0]["owner"]


def test_of_several_stubs_the_first_counts_more_and_items_are_joined():
    first = "area:\n  name: ก\n  goals:\n    - id: G1\n"
    second = (
        "area:\n  name: ข\n  goals:\n    - id: G2\n      text: น้ำ\n    - id: G3\n  vision: เมือง\n"
    )
    flow = "area:\n  goals:\n    - {id: G9, unit: ตัน}\nservices:\n  energy: {}\n"
    assert read(merged((first, second, flow), ("area",))) == {
        "area": {
            "name": "ก",
            "goals": [{"id": "G1", "text": "น้ำ", "unit": "ตัน"}, {"id": "G3"}],
            "vision": "เมือง",
        }
    }


def laid_over(first: dict[str, object], second: dict[str, object]) -> dict[str, object]:
    """Give one mapping laid over another; items of lists are put behind each other."""
    both = {**first}
    for key, value in second.items():
        old = both.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            both[key] = laid_over(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            both[key] = old + [item for item in value if item not in old]
        elif not old:
            both[key] = value
    return both


def with_forms(text: str, lang: str, **question: object) -> str:
    """Give a proposal with the form of each of its findings pasted in, as it is printed."""
    whole = read(text)
    for finding in assessed(text, lang=lang, **question).findings:
        if finding.stub:
            whole = laid_over(whole, read(finding.stub))
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("profile", [*catalog().profiles])
@pytest.mark.parametrize("edition", [*catalog().editions])
def test_forms_that_nobody_filled_in_are_worth_nothing(profile, edition, lang):
    question = {"profile": profile, "edition": edition}
    empty = "smartcert: 1\nboi: {activity: area}\nservices: {environment: , energy: }\n"
    bare = assessed(empty, **question)
    text = with_forms(with_forms(empty, lang, **question), lang, **question)
    pasted = assessed(text, **question)
    assert "⟨" in text
    assert pasted.score.readiness.points == bare.score.readiness.points
    assert pasted.score.completeness.points == bare.score.completeness.points
    faults = {finding.code for finding in pasted.findings if finding.level == "fault"}
    assert faults <= {"P002"}, faults


def leaves(spec, path=()):
    """Yield the path of each field of a proposal that holds a value."""
    for key, field in spec.fields.items():
        inner = field.item or field
        if inner.fields:
            yield from leaves(inner, (*path, key))
        else:
            yield (*path, key)


def nested(path):
    """Give a proposal that has this field alone, without a value."""
    whole, specs = None, [proposal_spec()]
    for step in path:
        specs.append((specs[-1].item or specs[-1]).fields[step])
    for step, spec in reversed([*zip(path, specs[1:], strict=True)]):
        whole = {step: [whole] if spec.kind == "list" else whole}
    return whole


@pytest.mark.long
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_blank_fits_every_field_and_is_an_answer_nowhere(lang):
    for path in leaves(proposal_spec()):
        if path in (("smartcert",), ("profile",)):
            continue
        told = form(yaml.safe_dump(nested(path)).replace("null", ""), lang)
        assert "⟨" in told, path
        found = assessed(f"smartcert: 1\n{told}")
        assert {item.code for item in found.findings if item.level == "fault"} <= {"P002"}, told
        assert not found.score.completeness.points, told


def test_a_blank_that_still_stands_is_told():
    told = assessed("area: {vision: ⟨ระบุวิสัยทัศน์⟩, name: เมือง ⟨ระบุชื่อ⟩ ริมน้ำ}\n").findings
    assert {"area.vision", "area.name"} <= {item.location.dotted for item in told}


def test_an_item_keeps_its_own_name_in_a_form():
    text = "services: {living: {projects: [{id: L-P7, name: กล้อง}]}}\n"
    (gap,) = (item for item in assessed(text, lang="th").findings if item.code == "C4-R4")
    (project,) = read(gap.stub)["services"]["living"]["projects"]
    assert project["id"] == "L-P7"
    assert all("⟨" in str(value) for key, value in project.items() if key != "id")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("smartcert: 1\narea: [x]\n", "area"),
        ("smartcert: 1\narea: เมือง\n", "area"),
        (
            "smartcert: 1\ninfrastructure: {digital: [{id: D1, name: ใยแก้ว}]}\n",
            "infrastructure.budget",
        ),
        ("smartcert: 1\nmanagement: {risks: [{text: น้ำท่วม}]}\n", "management.agencies"),
        ("smartcert: 1\nmanagement: {risks: [{text: น้ำท่วม}]}\n", "management.finance"),
    ],
)
def test_a_missing_section_is_told_once(text, path):
    gaps = [finding for finding in assessed(text).findings if finding.level != "fault"]
    assert [
        finding.location.dotted
        for finding in gaps
        if f"{finding.location.dotted}.".startswith(f"{path}.")
    ] == [path]


def test_the_text_says_what_to_write_for_every_missing_section():
    told = "\n".join(
        text for _, text in render(assessed("smartcert: 1\nprofile: logo\n", lang="en"), Style())
    )
    for section in (
        "applicant",
        "area",
        "infrastructure",
        "data_platform",
        "services",
        "management",
    ):
        assert f"\n    {section}:\n" in told
        assert f"fix: Fill the section {section} as shown" in told


def test_what_is_to_be_written_elsewhere_is_cut_to_that_place():
    text = (
        "infrastructure: {physical: [{id: PI-3, name: ถนน, cost: 8000000}], "
        "operating_cost: [{for: [PI-9], per_year: 1}]}\n"
    )
    (gap,) = (
        finding
        for finding in assessed(text).findings
        if finding.code == "X-11" and finding.location.dotted.endswith(".id")
    )
    written_there = read(gap.stub)
    assert written_there.keys() == {"infrastructure"}
    assert written_there["infrastructure"].keys() == {"operating_cost"}
    assert written_there["infrastructure"]["operating_cost"][0]["for"] == ["PI-3"]


@pytest.mark.parametrize("name", ["PI-3", '"PI, 3 [ข]"'])
def test_of_what_nothing_names_it_is_shown_where_it_can_be_named_and_not_claimed(name):
    text = (
        "infrastructure: {digital: [{id: D-7, serves: [general]}], "
        f"physical: [{{id: {name}, name: ถนน}}]}}\n"
    )
    (gap,) = (finding for finding in assessed(text).findings if finding.code == "C2-8")
    (told,) = read(gap.stub)["infrastructure"]["digital"]
    plain = name.strip('"')
    assert told == {"id": "D-7", "serves": [f"⟨{plain} if they belong together⟩"]}


def test_a_kpi_that_no_project_names_is_written_into_a_project_of_its_smart():
    text = "services: {living: {projects: [{id: L-P1, name: ก}], kpis: [{id: L-K1, name: ข}]}}\n"
    (gap,) = (finding for finding in assessed(text).findings if finding.code == "X-2")
    assert read(gap.stub)["services"].keys() <= {"living", "environment"}


@pytest.mark.parametrize(
    "stub",
    [
        "a:\n  - {id: F1, source: 'ก, ข', model: [x, y], n: {v: 1, w: 2}}\n",
        "a:\n  - {id: F1}\n  - {id: F2, b: c}\n",
    ],
)
def test_items_in_braces_are_taken_apart(stub):
    assert read(written(parsed(stub))) == read(stub)
    told = cut(stub, ("a", 7), (), (None, Label("id", "F9")))
    assert read(told) == {"a": [read(stub)["a"][0] | {"id": "F9"}]}


EXAMPLE_FILES = [
    file
    for file in sorted(EXAMPLES.rglob("*.yaml"))
    if "\nsmartcert:" in "\n" + file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("file", EXAMPLE_FILES, ids=lambda file: str(file.relative_to(EXAMPLES)))
def test_what_a_finding_says_to_write_is_yaml(file):
    for finding in assessed(file.read_text(encoding="utf-8"), folder=file.parent).findings:
        assert isinstance(read(finding.stub) if finding.stub else {}, dict), finding.code


@pytest.mark.parametrize("file", EXAMPLE_FILES, ids=lambda file: str(file.relative_to(EXAMPLES)))
def test_forms_pasted_into_a_draft_raise_nothing(file):
    text = file.read_text(encoding="utf-8")
    before, after = assessed(text), assessed(with_forms(text, "th"))
    assert after.score.readiness.value <= before.score.readiness.value
    assert after.score.completeness.value <= before.score.completeness.value


def test_an_empty_heading_is_called_empty_and_not_unreadable():
    text = (
        "smartcert: 1\narea:\n  goals: []\n  participation:\n    - event:\n      date:\n"
        "services:\n  environment:\n    goals:\n"
    )
    told = [finding.message for finding in assessed(text, lang="en").findings]
    assert not [message for message in told if "can't be read" in message]
    assert [message for message in told if "is still empty" in message]


def test_one_missing_field_is_told_once():
    text = """
services: {living: {projects: [{id: L1, name: กล้องวงจรปิดอัจฉริยะติดตามผู้สูงอายุ, data: [D1]}]}}
data_platform: {datasets: [{id: D1, name: ภาพ, personal_data: ใช่}]}
"""
    assert len([finding for finding in assessed(text).findings if finding.code == "X-7"]) == 1
