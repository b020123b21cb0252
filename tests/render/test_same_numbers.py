"""All formats read one assessment: whatever shows a number shows the same one."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction
from html import unescape
from itertools import starmap
from typing import Any
from xml.etree import ElementTree

import pytest

from support import EXAMPLES, run

DRAFTS = {
    "ready": (),
    "gaps": ("area.vision", "area.strengths", "services.environment.kpis"),
    "waived": ("area.strengths", "area.population", "area.vision"),
    "bare": ("infrastructure", "data_platform", "management"),
}
WAIVERS = """\
waivers:
  - {requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, until: 2569-12-31}
  - {requirement: C1-6, reason: รอทะเบียนราษฎร, approver: ปลัดเทศบาล, until: 2569-12-31}
  - {requirement: C1-3, reason: รอมติสภา, approver: ปลัดเทศบาล, until: 2569-12-31}
"""
STATUSES = ("met", "partial", "missing", "waived", "not-applicable", "needs-person")
Numbers = dict[str, Any]


def from_json(text: str) -> Numbers:
    data = json.loads(text)
    return {
        "verdict": data["verdict"],
        "shares": {
            name: (
                Fraction(str(data["score"][name]["points"])),
                Fraction(str(data["score"][name]["out_of"])),
            )
            for name in ("readiness", "adjusted", "completeness", "evidence")
        },
        "percent": {
            name: data["score"][name]["value"]
            for name in ("readiness", "adjusted", "completeness", "evidence")
        },
        "counts": {
            level: {key.replace("_", "-"): n for key, n in told.items()}
            for level, told in data["counts"].items()
        },
        "groups": {
            part["id"]: (
                Fraction(str(part["points"])),
                Fraction(str(part["out_of"])),
                part["value"],
            )
            for part in data["groups"]
        },
        "findings": sorted((finding["code"], finding["line"]) for finding in data["findings"]),
    }


@pytest.fixture(params=DRAFTS)
def case(town, request: pytest.FixtureRequest) -> tuple[Any, Numbers]:
    """Give what writes a format of one draft, and the numbers as JSON has them."""
    file = town.draft(*DRAFTS[request.param])
    town.write("waivers.yaml", WAIVERS)
    more = ("--waivers", "waivers.yaml") if request.param == "waived" else ()

    def write(name: str, *arguments: str) -> str:
        return town.as_format(name, file, *more, *arguments)

    return write, from_json(write("json"))


def test_json_adds_up(case: tuple[Any, Numbers]) -> None:
    write, numbers = case
    data = json.loads(write("json"))
    rows = data["requirements"]
    for name, taken in (
        ("readiness", rows),
        ("adjusted", [row for row in rows if row["status"] != "waived"]),
    ):
        points, out_of = (
            sum(Fraction(str(row[key])) for row in taken) for key in ("points", "out_of")
        )
        assert numbers["shares"][name] == (points, out_of)
        assert numbers["percent"][name] == int(points * 1000 / out_of + Fraction(1, 2)) / 10
    for basis, told in data["basis"].items():
        taken = [row for row in rows if (row["level"], row["basis"]) == ("mandatory", basis)]
        for key in ("points", "out_of"):
            assert Fraction(str(told[key])) == sum(Fraction(str(row[key])) for row in taken), basis
    assert sum(Fraction(str(told["out_of"])) for told in data["basis"].values()) == Fraction(
        str(data["score"]["mandatory"]["out_of"])
    )
    for level, counts in numbers["counts"].items():
        found = [row["status"] for row in rows if row["level"] == level]
        assert counts == {status: found.count(status) for status in STATUSES}
    assert (
        sum(points for points, _, _ in numbers["groups"].values())
        == numbers["shares"]["readiness"][0]
    )


def basis_told(text: str) -> dict[str, tuple[Fraction, Fraction]]:
    """Give what a page in English says that the mandatory points rest on."""
    line = " ".join(unescape(text).split()).partition("Mandatory points rest on ")[2]
    found = re.findall(r"(official|secondary|own) \w+ ([\d.]+) of ([\d.]+)", line)
    return {name: (Fraction(got), Fraction(of)) for name, got, of in found[:3]}


@pytest.mark.parametrize("name", ["text", "markdown", "badge"])
def test_what_the_verdict_rests_on(case: tuple[Any, Numbers], name: str) -> None:
    write, _ = case
    told = basis_told(write(name))
    assert told.keys() == {"official", "secondary", "own"}
    for basis, share in json.loads(write("json"))["basis"].items():
        expected = (Fraction(str(share["points"])), Fraction(str(share["out_of"])))
        assert told.get({"inferred": "own"}.get(basis, basis), (0, 0)) == expected


def test_text(case: tuple[Any, Numbers]) -> None:
    write, numbers = case
    text = write("text", "--verbose")
    names = {
        "readiness": "readiness",
        "adjusted": "without waived",
        "completeness": "completeness",
        "evidence": "evidence",
    }
    for name, told in names.items():
        found = re.search(rf"^  {told} +([\d.]+)% +([\d.]+) of ([\d.]+) ", text, re.MULTILINE)
        if name == "adjusted" and numbers["shares"]["adjusted"] == numbers["shares"]["readiness"]:
            assert found is None
            continue
        assert found, name
        assert float(found[1]) == numbers["percent"][name]
        assert (Fraction(found[2]), Fraction(found[3])) == numbers["shares"][name]
    groups = re.findall(r"^ *([\d.]+) / ([\d.]+) +([A-Z]\d?) ", text, re.MULTILINE)
    assert {key: (Fraction(points), Fraction(out_of)) for points, out_of, key in groups} == {
        key: part[:2] for key, part in numbers["groups"].items()
    }


def test_markdown(case: tuple[Any, Numbers]) -> None:
    write, numbers = case
    cells = [
        [cell.strip() for cell in line.strip("| ").split(" | ")]
        for line in write("markdown").splitlines()
        if line[:1] == "|"
    ]
    table = {row[0]: row[1:] for row in cells}
    for name, told in (
        ("readiness", "readiness"),
        ("completeness", "completeness"),
        ("evidence", "evidence"),
    ):
        assert table[told] == [
            *(f"{float(value):g}" for value in numbers["shares"][name]),
            f"{numbers['percent'][name]:.1f}%",
        ]
    if numbers["shares"]["adjusted"] != numbers["shares"]["readiness"]:
        assert table["without waived"][2] == f"{numbers['percent']['adjusted']:.1f}%"
    for level, counts in numbers["counts"].items():
        assert [int(cell) for cell in table[level]] == [counts[status] for status in STATUSES]
    for key, (points, out_of, value) in numbers["groups"].items():
        (row,) = [row for name, row in table.items() if name.startswith(f"{key} ")]
        assert row == [f"{float(points):g}", f"{float(out_of):g}", f"{value:.1f}%"]


def test_sarif(case: tuple[Any, Numbers]) -> None:
    write, numbers = case
    found = json.loads(write("sarif"))["runs"][0]
    (told,) = found["properties"]["assessments"]
    whole = json.loads(write("json"))
    same = ("verdict", "score", "basis", "counts")
    assert {key: told[key] for key in same} == {key: whole[key] for key in same}
    placed = [
        (result["ruleId"], result["locations"][0]["physicalLocation"]["region"]["startLine"])
        for result in found["results"]
    ]
    assert sorted(placed) == numbers["findings"]


def test_junit(case: tuple[Any, Numbers]) -> None:
    write, numbers = case
    suite = ElementTree.fromstring(write("junit")).find("testsuite")
    assert suite is not None
    told = {str(one.get("name")): str(one.get("value")) for one in suite.iter("property")}
    assert told["verdict"] == numbers["verdict"]
    for basis, share in json.loads(write("json"))["basis"].items():
        for key in ("points", "out_of"):
            assert told[f"mandatory.{basis}.{key}"] == str(share[key])
    for name, (points, out_of) in numbers["shares"].items():
        assert (Fraction(told[f"{name}.points"]), Fraction(told[f"{name}.out_of"])) == (
            points,
            out_of,
        )
        assert told[name] == f"{numbers['percent'][name]:.1f}%"
    for level, counts in numbers["counts"].items():
        assert {status: int(told[f"{level}.{status}"]) for status in STATUSES} == counts
    totals = {
        status: sum(counts[status] for counts in numbers["counts"].values()) for status in STATUSES
    }
    faults = len(suite.findall("testcase[@classname='file']"))
    assert int(str(suite.get("tests"))) == sum(totals.values()) + faults
    assert int(str(suite.get("failures"))) == totals["missing"] + totals["partial"] + faults
    assert (
        int(str(suite.get("skipped")))
        == totals["waived"] + totals["not-applicable"] + totals["needs-person"]
    )


def test_csv(case: tuple[Any, Numbers]) -> None:
    write, numbers = case
    table = list(csv.DictReader(io.StringIO(write("csv").removeprefix("\ufeff"), newline="")))
    points, out_of = (
        sum(Fraction(row[key]) for row in table if row[key]) for key in ("points", "out_of")
    )
    assert (points, out_of) == numbers["shares"]["readiness"]
    left = [row for row in table if row["out_of"] and row["status"] != "waived"]
    assert (
        tuple(sum(Fraction(row[key]) for row in left) for key in ("points", "out_of"))
        == numbers["shares"]["adjusted"]
    )
    first = [row for row in table if row["out_of"]]
    for level, counts in numbers["counts"].items():
        assert {
            status: sum((row["level"], row["status"]) == (level, status) for row in first)
            for status in STATUSES
        } == counts
    assert {(row["id"], int(row["line"])) for row in table if row["level"] == "fault"} <= set(
        numbers["findings"]
    )


def test_badge(case: tuple[Any, Numbers]) -> None:
    write, numbers = case
    assert f">{numbers['percent']['readiness']:.1f}%</text>" in write("badge")


def test_one_entry_a_finding_everywhere(case: tuple[Any, Numbers]) -> None:
    write, numbers = case
    lines = re.findall(
        r"^::\w+ file=[^,]*,line=(\d+),.*?title=([A-Z0-9-]+) ", write("github"), re.MULTILINE
    )
    assert sorted(starmap(lambda line, code: (code, int(line)), lines)) == numbers["findings"]
    entries = [
        (entry["check_name"], entry["location"]["lines"]["begin"])
        for entry in json.loads(write("gitlab"))
    ]
    assert sorted(entries) == numbers["findings"]


def test_several_formats_at_once_are_what_each_is_alone(town) -> None:
    file = town.draft("area.vision")
    names = ("json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "badge")
    asked = [argument for name in names for argument in ("--format", f"{name}=out.{name}")]
    done = town.check(file, *asked, "--format", "text")
    assert done.code == 1
    assert done.out == town.as_format("text", file)
    for name in names:
        assert (town.folder / f"out.{name}").read_bytes().decode() == town.as_format(name, file)


def test_several_proposals_in_one_file(town) -> None:
    first, second = town.draft(), town.draft("area.vision", name="second.yaml")
    found = json.loads(town.as_format("json", first, second))["assessments"]
    told = json.loads(town.as_format("sarif", first, second))["runs"][0]["properties"][
        "assessments"
    ]
    suites = ElementTree.fromstring(town.as_format("junit", first, second)).findall("testsuite")
    assert (
        [item["proposal"]["file"] for item in found]
        == [item["file"] for item in told]
        == [suite.get("name") for suite in suites]
    )
    assert [item["score"] for item in found] == [item["score"] for item in told]


def test_the_same_input_gives_the_same_bytes() -> None:
    file = EXAMPLES / "minimum" / "proposal.yaml"
    for name in ("json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "badge"):
        once, again = (
            run("check", file, "--format", name, "--today", "2569-11-21").out for _ in range(2)
        )
        assert once == again
