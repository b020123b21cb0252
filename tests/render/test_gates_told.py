"""A gate that fails, and one that had nothing to compare with, is told in every output."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from smartcert.render.formats import NAMES

UNDER = "is below --fail-under 99.5"
NO_BASE = "there is nothing to compare with"


@pytest.fixture
def arguments(town) -> tuple[str | Path, ...]:
    """A check that fails one gate and has no base for another."""
    town.draft(name="other.yaml")
    town.draft(name="third.yaml")
    town.check("other.yaml", "third.yaml", "--format", "json=base.json")
    return town.draft("area.strengths"), "--fail-under", "99.5", "--no-regress", "base.json"


@pytest.mark.parametrize("name", [name for name in NAMES if name != "badge"])
def test_every_format_says_why(town, arguments, name: str) -> None:
    done = town.check(*arguments, "--format", name)
    assert done.code == 1
    assert UNDER in done.out.replace("\\", "")
    assert NO_BASE in done.out
    town.check(*arguments, "--format", f"{name}=out.file")
    assert UNDER in Path("out.file").read_text(encoding="utf-8").replace("\\", "")


@pytest.mark.parametrize("formats", [["sarif=x.sarif"], ["json"], ["text=x.txt"]])
def test_where_no_text_is_shown_standard_error_says_it(town, arguments, formats: list[str]) -> None:
    done = town.check(*arguments, *(part for name in formats for part in ("--format", name)))
    assert [line.startswith("smartcert: proposal.yaml: ") for line in done.err.splitlines()] == [
        True,
        True,
    ]
    assert UNDER in done.err
    assert NO_BASE in done.err
    assert town.check(*arguments).err == ""


def test_programs_read_it(town, arguments) -> None:
    gates = {gate["gate"]: gate for gate in town.result(*arguments)["gates"]}
    assert {name: gate["outcome"] for name, gate in gates.items()} == {
        "fail-on": "passed", "fail-under": "failed", "no-regress": "skipped",
    }  # fmt: skip
    assert UNDER in gates["fail-under"]["message"]
    assert [gate["outcome"] for gate in town.result(town.draft("area.vision"))["gates"]] == [
        "failed"
    ]


def test_an_annotation_comes_first(town, arguments) -> None:
    lines = town.as_format(
        "github", town.draft("area.strengths", "area.vision"), *arguments[1:]
    ).splitlines()
    assert lines[0].startswith("::error file=proposal.yaml,title=--fail-under::readiness ")
    assert any(
        line.startswith("::notice file=proposal.yaml,title=--no-regress::") for line in lines
    )


def test_a_test_case_fails(town, arguments) -> None:
    suite = ET.fromstring(town.as_format("junit", *arguments))[0]
    cases = {
        case.get("name"): [part.tag for part in case]
        for case in suite.iter("testcase")
        if case.get("classname") == "gates"
    }
    assert cases == {"--fail-under": ["failure"], "--no-regress": ["skipped"]}
    assert int(suite.get("failures", 0)) == len(suite.findall("testcase/failure"))


def test_code_quality_and_the_table_have_a_row(town, arguments) -> None:
    entries = json.loads(town.as_format("gitlab", *arguments))
    assert [(entry["check_name"], entry["severity"]) for entry in entries[:2]] == [
        ("fail-under", "critical"),
        ("no-regress", "info"),
    ]
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    rows = list(
        csv.DictReader(io.StringIO(town.as_format("csv", *arguments).removeprefix("\ufeff")))
    )
    assert [(row["id"], row["status"]) for row in rows if row["level"] == "gate"] == [
        ("fail-under", "failed"),
        ("no-regress", "skipped"),
    ]


def test_code_scanning_is_notified(town, arguments) -> None:
    (invocation,) = json.loads(town.as_format("sarif", *arguments))["runs"][0]["invocations"]
    told = [
        (one["descriptor"]["id"], one["level"]) for one in invocation["toolExecutionNotifications"]
    ]
    assert told == [("fail-under", "error"), ("no-regress", "note")]


def test_a_gate_that_passes_is_not_mentioned(town) -> None:
    for name in ("text", "github", "junit", "markdown", "csv", "gitlab"):
        assert "fail-under" not in town.as_format(name, town.draft(), "--fail-under", "50")
