"""GitLab's Code Quality report in its documented shape, and the template's script, run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support import ROOT, run

TEMPLATE = ROOT / "integrations" / "gitlab-ci.yml"


def test_every_entry_has_what_gitlab_asks_for(town) -> None:
    file = town.draft("area.vision", "area.strengths", "management")
    entries = json.loads(town.as_format("gitlab", file))
    findings = town.result(file)["findings"]
    assert len(entries) == len(findings)
    for entry, finding in zip(entries, findings, strict=True):
        assert entry.pop("engine_name") == "smartcert"
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["description"] == f"{finding['code']} {finding['title']}: {finding['message']}"
        assert entry["check_name"] == finding["code"]
        assert re.fullmatch(r"[0-9a-f]{64}", entry["fingerprint"])
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["path"] == "proposal.yaml"
        assert entry["location"]["lines"]["begin"] == finding["line"]


def test_a_path_has_no_dot_in_front(town) -> None:
    town.draft("area.vision")
    entries = json.loads(town.as_format("gitlab", "./proposal.yaml"))
    assert {entry["location"]["path"] for entry in entries} == {"proposal.yaml"}


def test_fingerprints_are_unique_among_files_and_survive_moved_lines(town) -> None:
    def prints(*files: Path) -> list[str]:
        return [entry["fingerprint"] for entry in json.loads(town.as_format("gitlab", *files))]

    first, second = (
        town.draft("area.vision", "management"),
        town.draft("area.vision", "management", name="second.yaml"),
    )
    before = prints(first, second)
    assert len(set(before)) == len(before) > 2
    town.draft("area.vision", "management", change=lambda text: "# หมายเหตุ\n" + text)
    assert prints(first, second) == before


def test_severity_follows_the_level(town) -> None:
    town.write(
        "waivers.yaml",
        "waivers: [{requirement: C1-9, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, "
        "until: 2569-12-31}]\n",
    )
    file = town.draft(
        "area.vision", "area.strengths", "area.problems", change=lambda text: text + "surprise: 1\n"
    )
    entries = json.loads(town.as_format("gitlab", file, "--waivers", "waivers.yaml"))
    found = {entry["check_name"]: entry for entry in entries}
    severities = {code: found[code]["severity"] for code in ("C1-3", "C1-8", "C1-9", "P003")}
    assert severities == {"C1-3": "critical", "C1-8": "minor", "C1-9": "info", "P003": "major"}
    assert found["C1-9"]["description"].endswith("[waiver: รอผลสำรวจ]")
    (broken,) = json.loads(town.as_format("gitlab", town.write("broken.yaml", "area: [\n")))
    assert broken["severity"] == "blocker"


def test_in_gitlab_the_report_is_written_by_itself(town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITLAB_CI", "true")
    done = run("check", town.draft("area.vision"), "--lang", "en")
    assert "not ready" in done.out
    assert [
        entry["check_name"]
        for entry in json.loads(Path("gl-code-quality-report.json").read_text(encoding="utf-8"))
    ] == ["C1-3"]


def script(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the job's script as a runner does: in one shell that stops at the first failure.

    In place of a new environment, the one that the tests run in.
    """
    job = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))[".smartcert"]
    lines = [line for line in job["script"] if "-m venv" not in line and "-m pip" not in line]
    assert len(lines) == len(job["script"]) - 2
    place = folder / "place"
    (place / "bin").mkdir(parents=True)
    for name, called in (("python", ""), ("smartcert", " -m smartcert")):
        program = place / "bin" / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{called} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    text = "set -eo pipefail\n" + "\n".join(
        f"place={place}" if line.startswith("place=") else line for line in lines
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "GITLAB_CI": "true", **variables}
    return subprocess.run(
        ["bash", "-c", text], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def test_the_template_keeps_all_reports_and_the_checks_exit_code(town) -> None:
    file = town.draft("area.vision", name="ร่าง.yaml")
    done = script(
        town.folder, SMARTCERT_PATHS=str(file), SMARTCERT_LANG="en", SMARTCERT_INSTALL="x"
    )
    assert done.returncode == 1, done.stderr
    assert "not ready" in done.stdout
    job = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))[".smartcert"]
    reports = job["artifacts"]["reports"]
    assert (
        json.loads((town.folder / reports["codequality"]).read_text(encoding="utf-8"))[0][
            "check_name"
        ]
        == "C1-3"
    )
    assert "C1-3" in (town.folder / reports["junit"]).read_text(encoding="utf-8")
    assert (town.folder / "smartcert-report" / "1-ร่าง.html").is_file()
    assert job["artifacts"]["when"] == "always"


def test_the_template_says_what_it_needs(town) -> None:
    done = script(town.folder)
    assert done.returncode != 0
    assert "SMARTCERT_INSTALL" in done.stderr


def test_the_template_is_what_gitlab_takes() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.gitlab-ci",
            str(TEMPLATE),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
