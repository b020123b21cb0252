"""SARIF as its judges read it: the schema, Microsoft's validator, and the words of the standard."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from support import ROOT

MULTITOOL = ROOT / "node_modules" / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
WAIVER = (
    "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, until: 31 ธ.ค. 2569}]\n"
)


def tool() -> str:
    """Give Microsoft's validator, or skip."""
    found = shutil.which(
        "sarif-multitool", path=str(ROOT / "node_modules" / ".bin")
    ) or shutil.which("sarif-multitool")
    if (
        found is None
        or subprocess.run([found, "--version"], capture_output=True, check=False).returncode > 1
    ):
        pytest.skip("sarif-multitool is not installed here: npm install")
    return found


@cache
def schema() -> dict[str, Any]:
    """Give the official schema, which Microsoft's validator carries inside, or skip."""
    if not MULTITOOL.is_file():
        pytest.skip("sarif-multitool is not installed here: npm install")
    content = MULTITOOL.read_bytes()
    title = content.find(
        b'"title": "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"'
    )
    if title < 0:
        pytest.skip("this sarif-multitool carries no schema that can be read")
    start = content.rindex(b"{", 0, title)
    found, _ = json.JSONDecoder().raw_decode(
        content[start : start + 400_000].decode("utf-8", "replace")
    )
    return found


def run_of(text: str) -> dict[str, Any]:
    return json.loads(text)["runs"][0]


@pytest.fixture
def logs(town) -> dict[str, str]:
    """SARIF of drafts that differ in what a renderer has to write."""
    gaps = town.draft("area.vision", "area.strengths", "management", name="ร่าง ที่ 1.yaml")
    town.write("waivers.yaml", WAIVER)
    broken = town.write("broken.yaml", "area: [\n")
    marked = town.write("marked.yaml", WAIVER.replace("C1-8", "C1-3"))
    spoken = town.draft(
        name="spoken.yaml", change=lambda text: text + '"[click](https://evil) {0} \\\\": 1\n'
    )
    related = town.draft(name="twice.yaml", change=lambda text: text + "round: 2\n")
    return {
        "ready": town.as_format("sarif", town.draft()),
        "gaps": town.as_format("sarif", gaps),
        "waived": town.as_format("sarif", gaps, "--waivers", "waivers.yaml"),
        "unreadable": town.as_format("sarif", broken),
        "marked": town.as_format("sarif", gaps, "--waivers", marked),
        "gates": town.as_format("sarif", gaps, "--fail-under", "99", "--fail-on", "any"),
        "spoken": town.as_format("sarif", spoken),
        "several": town.as_format("sarif", gaps, broken, related),
    }


@pytest.mark.tools
def test_the_schema_accepts_it(logs: dict[str, str]) -> None:
    judge = jsonschema.validators.validator_for(schema())(schema())
    assert not judge.is_valid({"version": "2.1.0", "runs": [{"results": []}]})
    for name, text in logs.items():
        assert [(name, error.message) for error in judge.iter_errors(json.loads(text))] == []


@pytest.mark.tools
def test_microsofts_validator_accepts_it(logs: dict[str, str], tmp_path: Path) -> None:
    judge = tool()
    spoilt = json.loads(logs["gaps"])
    del spoilt["runs"][0]["tool"]["driver"]
    files = {f"{name}.sarif": text for name, text in {**logs, "spoilt": json.dumps(spoilt)}.items()}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = tmp_path / "verdict.json"
    asked = [
        judge,
        "validate",
        *(str(tmp_path / name) for name in files),
        "-o",
        str(told),
        "--quiet",
    ]
    subprocess.run(asked, capture_output=True, check=False)
    verdict = run_of(told.read_text(encoding="utf-8-sig"))
    assert verdict["invocations"][0]["executionSuccessful"]
    complaints: dict[str, set[str]] = {}
    for result in verdict["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        uri = place.get("uri") or verdict["artifacts"][place["index"]]["location"]["uri"]
        complaints.setdefault(uri.rpartition("/")[2], set()).add(result["ruleId"])
    # SARIF2005 asks for a home page; the project has none. That it is told of every file shows
    # that every file was judged.
    assert complaints == {
        name: {"JSON1002"} if name == "spoilt.sarif" else {"SARIF2005"} for name in files
    }


def test_a_rule_helps_in_both_languages(logs: dict[str, str]) -> None:
    rules = {rule["id"]: rule for rule in run_of(logs["gaps"])["tool"]["driver"]["rules"]}
    vision = rules["C1-3"]
    assert vision["shortDescription"]["text"].startswith("วิสัยทัศน์")
    assert "Vision" in vision["shortDescription"]["text"]
    for text in (vision["help"]["text"], vision["help"]["markdown"]):
        assert "area.vision" in text
        assert text.isascii() is False
    assert "```yaml" in vision["help"]["markdown"]
    assert all("{" not in rule["help"]["text"] for rule in rules.values())


def test_results_name_their_rules(logs: dict[str, str]) -> None:
    for text in logs.values():
        found = run_of(text)
        for result in found["results"]:
            assert found["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_thai_paths_are_percent_encoded(logs: dict[str, str]) -> None:
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in run_of(logs["gaps"])["results"]
    }
    assert len(uris) == 1
    (uri,) = uris
    assert uri.isascii()
    assert " " not in uri
    assert unquote(uri) == "ร่าง ที่ 1.yaml"


def test_columns_are_code_points(town) -> None:
    file = town.draft(change=lambda text: text.replace("value: 15.2,", "value: ประมาณสิบ,", 1))
    found = run_of(town.as_format("sarif", file))
    assert found["columnKind"] == "unicodeCodePoints"
    (region,) = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in found["results"]
        if result["ruleId"] == "P001"
    ]
    line = file.read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "ประมาณสิบ"


def test_fingerprints_are_unique_and_survive_moved_lines(town) -> None:
    def prints(file: Path) -> list[tuple[str, str]]:
        results = run_of(town.as_format("sarif", file))["results"]
        return [
            (result["ruleId"], result["partialFingerprints"]["smartcert/v1"]) for result in results
        ]

    dropped = (
        "area.vision",
        "area.strengths",
        "infrastructure.budget",
        "services.environment.kpis",
        "management",
    )
    before = prints(town.draft(*dropped))
    after = prints(
        town.draft(
            *dropped,
            change=lambda text: "# หมายเหตุ\n\n" + text.replace("\narea:", "\n\n\n# พื้นที่\narea:"),
        )
    )
    assert len(set(before)) == len(before) > 5
    assert after == before


def test_what_is_waived_is_suppressed_and_the_rest_is_said_not_to_be(logs: dict[str, str]) -> None:
    results = run_of(logs["waived"])["results"]
    waived = [result for result in results if result["suppressions"]]
    assert [result["ruleId"] for result in waived] == ["C1-8"]
    assert waived[0]["suppressions"][0]["status"] == "accepted"
    assert "รอผลสำรวจ" in waived[0]["suppressions"][0]["justification"]
    assert all("suppressions" not in result for result in run_of(logs["gaps"])["results"])


def test_a_drafts_text_is_no_link_and_no_placeholder(logs: dict[str, str]) -> None:
    (result,) = [
        result
        for result in run_of(logs["spoken"])["results"]
        if "evil" in result["message"]["text"]
    ]
    text = result["message"]["text"]
    assert r"\[click\](https://evil) {{0}} \\" in text
    assert not re.search(r"(?<!\\)(\\\\)*\[", text)
    assert not re.search(r"(?<!\{)\{(?!\{)", text)


def test_an_unreadable_file_is_an_error(logs: dict[str, str]) -> None:
    assert {result["level"] for result in run_of(logs["unreadable"])["results"]} == {"error"}


def test_a_repeated_key_points_at_its_first(logs: dict[str, str]) -> None:
    (repeated,) = [
        result
        for result in run_of(logs["several"])["results"]
        if result["ruleId"] == "Y006" and result.get("relatedLocations")
    ]
    first = repeated["relatedLocations"][0]["physicalLocation"]["region"]["startLine"]
    assert first < repeated["locations"][0]["physicalLocation"]["region"]["startLine"]
