"""One value that can hardly be in a ready proposal: the requirement that asks about it, alone."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hollow_fixtures import example, put, written
from smartcert.assessment.result import Assessment
from support import EXAMPLES, assessed, statuses

ENV_K1 = ("services", "environment", "kpis", 0)
ENV_K2 = ("services", "environment", "kpis", 1)
ENV_P1 = ("services", "environment", "projects", 0)
DATASETS = ("data_platform", "datasets")
FUNDING = ("infrastructure", "funding")
BY_YEAR = ("infrastructure", "budget", "by_year")
CAMERAS = {"name": "กล้องวงจรปิดย่านตลาดริมคลอง", "privacy": "ติดป้ายแจ้ง เก็บภาพสามสิบวัน"}

FAULTS: dict[str, tuple[str, dict[tuple[str | int, ...], Any]]] = {
    "a target of 2700": ("X-21", {(*ENV_K1, "target", "year"): "2700"}),
    "open data of 2400": ("X-21", {("data_platform", "open_data", 0, "date"): "1 ต.ค. 2400"}),
    "consent to come": ("X-22", {("applicant", "consent", "date"): "20 พ.ค. 2571"}),
    "an order of 2400": ("X-22", {("applicant", "committee", "order_date"): "12 ม.ค. 2400"}),
    "people of next year": ("X-22", {("area", "population", "year"): "2571"}),
    "a hearing to come": ("X-22", {("area", "participation", 0, "date"): "18 ม.ค. 2572"}),
    "people of long ago": ("X-23", {("area", "population", "year"): "2549"}),
    "a baseline of long ago": ("X-23", {(*ENV_K1, "baseline", "year"): "2550"}),
    "a share over a hundred": ("X-24", {(*ENV_K2, "target", "value"): "130"}),
    "nobody came": ("X-25", {("area", "participation", 0, "people"): "0"}),
    "more came than live there": ("X-25", {("area", "participation", 0, "people"): "82000"}),
    "more staff than people": ("X-25", {("data_platform", "operator", "staff"): "30000"}),
    "a telephone of too few digits": ("X-26", {("applicant", "contact", "phone"): "044-123"}),
    "a telephone of noughts": ("X-26", {("applicant", "contact", "phone"): "0-0000-0000"}),
    "an address that is none": ("X-26", {("applicant", "contact", "email"): "plan.example.go.th"}),
    "done, and ends in future": ("X-27", {(*ENV_P1, "status"): "done"}),
    "a phase before the plan": (
        "X-28",
        {
            ("infrastructure", "phases", 0, "start"): "1 ต.ค. 2560",
            ("infrastructure", "phases", 0, "end"): "30 ก.ย. 2570",
        },
    ),
    "open data that is personal": ("X-29", {("data_platform", "open_data", 0, "dataset"): "DS-3"}),
    "open data that is secret": ("X-29", {(*DATASETS, 0, "level"): "ลับมาก"}),
    "cameras without a personal dataset": (
        "X-30",
        {(*ENV_P1, name): text for name, text in CAMERAS.items()},
    ),
    "one annex for everything": (
        "X-31",
        {("annexes", 0, "supports"): [f"C1-{number}" for number in range(1, 17)]},
    ),
    "one file as two annexes": ("X-32", {("annexes", 1, "file"): "annexes/01-letter.md"}),
    "a target that does not move": ("X-33", {(*ENV_K1, "target", "value"): "15.1999999"}),
    "a target beyond reason": ("X-33", {("area", "goals", 0, "target", "value"): "1" + "0" * 30}),
    "nobody but one, everywhere": (
        "X-35",
        {
            ("area", "population", "count"): "15000",
            ("area", "participation", 0, "people"): "15000",
            ("data_platform", "operator", "staff"): "15000",
            ("data_platform", "skills", "staff"): "15000",
        },
    ),
    "no money confirmed": ("X-36", {(*FUNDING, 0, "confirmed"): "false"}),
    "all money in the first year": (
        "X-37",
        {
            (*BY_YEAR, "2570"): "11000000",
            (*BY_YEAR, "2571"): "300000",
            (*BY_YEAR, "2572"): "200000",
        },
    ),
    "a KPI of the province": ("X-38", {(*ENV_K1, "scope"): "ทั้งจังหวัด"}),
    "a KPI of the country": ("X-38", {(*ENV_K1, "scope"): "ระดับประเทศ"}),
}
"""By what is wrong: the requirement that asks about it, and the values that are written instead."""

FINE: dict[str, dict[tuple[str | int, ...], Any]] = {
    "a growth over a hundred percent": {
        (*ENV_K2, "name"): "รายได้จากวัสดุรีไซเคิลที่เพิ่มขึ้น",
        (*ENV_K2, "target", "value"): "130",
    },
    "a telephone with an extension": {("applicant", "contact", "phone"): "044-123-456 ต่อ 101"},
    "a mobile telephone from abroad": {("applicant", "contact", "phone"): "+66 81 234 5678"},
    "a hotline": {("applicant", "contact", "phone"): "1132"},
    "done, and over": {
        (*ENV_P1, "status"): "done",
        (*ENV_P1, "end"): "30 ต.ค. 2569",
    },
    "cameras with a personal dataset": {
        (*ENV_P1, "data"): ["DS-3"],
        **{(*ENV_P1, name): text for name, text in CAMERAS.items()},
    },
    "cameras that keep nothing": {
        (*ENV_P1, "personal_data"): "false",
        **{(*ENV_P1, name): text for name, text in CAMERAS.items()},
    },
    "a level that is kept": {
        (*ENV_K1, "direction"): "maintain",
        (*ENV_K1, "target", "value"): "15.2",
    },
    "a KPI of the area": {(*ENV_K1, "scope"): "เขตเทศบาลเมืองสายธาร"},
    "a KPI of a province that is the area": {(*ENV_K1, "scope"): "จังหวัดเมืองสายธาร"},
    "a year without money": {(*BY_YEAR, "2573"): "0"},
    "this year's people": {("area", "population", "year"): "2569"},
}
"""What looks like it and is fine."""


def altered(changes: dict[tuple[str | int, ...], Any]) -> dict[str, Any]:
    """Give the smallest example with other values, as one that says that it is one."""
    data = example() | {"note": {"th": "ตัวอย่างสมมติ เมืองสายธารไม่มีอยู่จริง"}}
    for path, value in changes.items():
        put(data, path, value)
    return data


@cache
def before() -> dict[str, str]:
    return statuses(assessed(written(altered({})), folder=EXAMPLES / "minimum"))


def opened(data: dict[str, Any], folder: Path = EXAMPLES / "minimum") -> set[str]:
    """Give the requirements that are open now and were not."""
    return newly_open(assessed(written(data), folder=folder))


def newly_open(assessment: Assessment) -> set[str]:
    after = statuses(assessment)
    still = ("met", "not-applicable")
    return {key for key, status in after.items() if status not in still and before()[key] in still}


@cache
def faulty(fault: str) -> Assessment:
    return assessed(written(altered(FAULTS[fault][1])), folder=EXAMPLES / "minimum")


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_is_asked_about_by_its_own_requirement(fault):
    assert newly_open(faulty(fault)) == {FAULTS[fault][0]}


@pytest.mark.parametrize("fine", FINE)
def test_what_only_looks_like_it_is_not_asked_about(fine):
    assert opened(altered(FINE[fine])) == set()


def test_a_plan_that_is_years_late_is_told_once():
    late = {"start": "1 ต.ค. 2564", "end": "30 ก.ย. 2572", "status": "planned"}
    data = altered({})
    for service in data["services"].values():
        for project in service["projects"]:
            project.update(late)
    data["infrastructure"]["phases"][0]["start"] = "1 ต.ค. 2564"
    assert opened(data) == {"X-27", "X-28"}
    found = assessed(written(data), folder=EXAMPLES / "minimum")
    (told,) = [finding for finding in found.findings if finding.code == "X-27"]
    assert len(told.related) == 3


def test_amounts_of_one_baht_are_asked_about():
    data = altered({})
    for service in data["services"].values():
        for project in service["projects"]:
            project["budget"] = "1 บาท"
    assert opened(data) == {"X-34", "X-4"}, "nor do they add up"


def test_all_budgets_alike_are_asked_about():
    data = altered({})
    for service in data["services"].values():
        for project in service["projects"]:
            project["budget"] = "2875000"
    assert opened(data) == {"X-34"}


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(EXAMPLES / "minimum" / "annexes", tmp_path / "annexes")
    return tmp_path


ANNEX = "02-committee-order.md"


def backed(data: dict[str, Any], folder: Path) -> int:
    return int(assessed(written(data), folder=folder).score.evidence.points)


@pytest.mark.parametrize("content", ["x", "\0" * 99, "copy"])
def test_a_hollow_annex_is_asked_about_and_is_no_evidence(content, folder):
    whole = backed(altered({}), folder)
    other = (folder / "annexes" / "01-letter.md").read_text(encoding="utf-8")
    text = other if content == "copy" else content
    (folder / "annexes" / ANNEX).write_text(text, encoding="utf-8")
    assert opened(altered({}), folder) == {"X-32"}
    assert backed(altered({}), folder) < whole


def test_the_proposal_is_no_annex_of_its_own(town):
    town.write("proposal.yaml", written(altered({("annexes", 1, "file"): "proposal.yaml"})))
    result = town.result("proposal.yaml")
    assert "X-32" in [row["id"] for row in result["requirements"] if row["status"] == "missing"]
    assert result["score"]["evidence"]["value"] < 100


def test_each_says_how_to_mend_it_in_words_of_its_own():
    told = {}
    for fault, (code, _) in FAULTS.items():
        (finding,) = [one for one in faulty(fault).findings if one.code == code]
        told.setdefault(finding.fix, set()).add(code)
        assert finding.rule.basis == "inferred", fault
        assert finding.level == "recommended", fault
    assert all(len(codes) == 1 for codes in told.values()), list(told)
