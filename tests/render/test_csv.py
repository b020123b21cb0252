"""The CSV table, as a spreadsheet reads it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from smartcert.render.csv_ import cell
from support import run


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_a_requirement_and_finding(town) -> None:
    file = town.draft("area.vision", "area.boundary")
    table, result = rows(town.as_format("csv", file)), town.result(file)
    assert {row["id"] for row in table} == {row["id"] for row in result["requirements"]}
    (vision,) = [row for row in table if row["id"] == "C1-3"]
    finding = next(finding for finding in result["findings"] if finding["code"] == "C1-3")
    assert (vision["status"], vision["level"], vision["points"], vision["out_of"]) == (
        "missing",
        "mandatory",
        "0",
        "1",
    )
    assert (vision["line"], vision["path"], vision["fix"]) == (
        str(finding["line"]),
        "area.vision",
        finding["fix"],
    )
    assert vision["fingerprint"] == finding["id"]


def test_points_are_counted_once_however_many_findings(town) -> None:
    file = town.draft("area.vision", change=lambda text: text.replace("baseline: {", "baselin: {"))
    table, result = rows(town.as_format("csv", file)), town.result(file)
    assert len(table) > len(result["requirements"])
    assert sum(float(row["points"] or 0) for row in table) == result["score"]["readiness"]["points"]
    assert sum(float(row["out_of"] or 0) for row in table) == result["score"]["readiness"]["out_of"]


def test_faults_of_the_file_are_rows_too(town) -> None:
    table = rows(town.as_format("csv", town.draft(change=lambda text: text + "surprise: 1\n")))
    (fault,) = [row for row in table if row["level"] == "fault"]
    assert (fault["id"], fault["group"], fault["points"]) == ("P003", "file", "")


def test_what_is_set_aside_says_so(town) -> None:
    town.write(
        "waivers.yaml",
        "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัด, until: 2569-12-31}]\n",
    )
    table = rows(
        town.as_format(
            "csv", town.draft("area.strengths", "area.vision"), "--waivers", "waivers.yaml"
        )
    )
    assert {row["id"]: row["suppressed"] for row in table if row["fingerprint"]} == {
        "C1-8": "waiver",
        "C1-3": "",
    }


def test_a_waiver_says_why_and_until_when_be_it_only_marked(town) -> None:
    town.write(
        "waivers.yaml",
        "waivers:\n"
        "  - {requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัด, until: 31 ธ.ค. 2569}\n"
        "  - {requirement: C1-3, reason: รอมติสภา, approver: ปลัด, until: 31 ธ.ค. 2569}\n",
    )
    table = rows(
        town.as_format(
            "csv", town.draft("area.strengths", "area.vision"), "--waivers", "waivers.yaml"
        )
    )
    told = {
        row["id"]: (row["suppressed"], row["reason"], row["until"])
        for row in table
        if row["fingerprint"]
    }
    assert told == {
        "C1-8": ("waiver", "รอผลสำรวจ", "31 ธ.ค. 2569"),
        "C1-3": ("", "รอมติสภา", "31 ธ.ค. 2569"),
    }


@pytest.mark.parametrize("text", ["=1+1", "+66", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_begins_a_formula(text: str) -> None:
    assert cell(text) == "'" + text.replace("\r", " ").replace("\n", " ")


@pytest.mark.parametrize(
    "text", ["::error::x", "ก\n::error::x", "ก\r\n::error::x", "ก ##[error]x", "\n::error::x"]
)
def test_no_line_is_a_command_of_a_github_log(text: str) -> None:
    told = str(cell(text))
    assert "##[" not in told
    assert not any(line.lstrip().startswith("::") for line in told.splitlines())


def test_numbers_stay_numbers() -> None:
    assert [cell(value) for value in (-1, 0.5, "ก=1", "")] == [-1, 0.5, "ก=1", ""]


def test_a_file_name_is_no_formula(town) -> None:
    table = rows(town.as_format("csv", town.draft("area.vision", name="=cmd.yaml")))
    assert {row["file"] for row in table} == {"'=cmd.yaml"}


def test_excel_gets_its_mark_and_line_ends(town) -> None:
    run("check", town.draft("area.vision"), "--format", "csv=out.csv")
    raw = Path("out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbffile,id,")
    assert raw.count(b"\r\n") == raw.count(b"\n") > 10
