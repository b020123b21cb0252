"""The GitHub action: its steps run as a runner runs them, with inputs in the environment only."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from smartcert.messages.message import message
from support import ROOT
from wheel_fixtures import Once

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SHELL = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]
"""What `shell: bash` means to a runner."""

pytestmark = [
    pytest.mark.installs,
    pytest.mark.skipif(shutil.which("bash") is None, reason="the action's steps need bash"),
]


MINE = """smartcert-catalog: 1
id: mine
title: {th: เกณฑ์ของเรา, en: Ours}
extends: th-smart-city
off: [{id: C1-9, reason: {th: ไม่ใช้, en: Not used}}]
"""
"""A catalog that asks for less."""


WAIVED = "{{requirement: {}, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, until: 2569-12-31}}"


@dataclass
class Runner:
    """A runner with one job: the workspace, the files it reads back, and what each step left."""

    workspace: Path
    inputs: dict[str, str]
    home: Path
    steps: dict[str, dict[str, str]] = field(default_factory=dict)
    log: str = ""
    failed: bool = False
    fork: bool = False
    ran: list[str] = field(default_factory=list)

    def value(self, text: str) -> str:
        """Fill in `${{ ... }}`."""
        return re.sub(r"\$\{\{ *([^}]+?) *\}\}", lambda found: self.look_up(found[1]), text)

    def look_up(self, name: str) -> str:
        known = {"github.action_path": str(ROOT), "runner.temp": str(self.home)}
        match name.split("."):
            case ["inputs", key]:
                return self.inputs.get(key, str(ACTION["inputs"][key]["default"]))
            case ["steps", step, "outputs", key]:
                return self.steps.get(step, {}).get(key, "")
            case _:
                return known[name]

    def wanted(self, step: dict[str, Any]) -> bool:
        """Tell whether a step's `if` holds; only what this action writes is understood."""
        terms = (
            str(step.get("if", "${{ success() }}"))
            .removeprefix("${{")
            .removesuffix("}}")
            .split("&&")
        )
        return all(self.holds(term.strip()) for term in terms)

    def holds(self, term: str) -> bool:
        if term == "success()":
            return not self.failed
        if term == "!cancelled()":
            return True
        if term == "github.event.pull_request.head.repo.fork != true":
            return not self.fork
        found = re.fullmatch(r"(\S+) (==|!=) '(.*)'", term)
        assert found, term
        return (self.look_up(found[1]) == found[3]) == (found[2] == "==")

    def play(self) -> None:
        """Run every step; those of other actions leave what they are known to leave."""
        for step in STEPS:
            if not self.wanted(step):
                continue
            self.ran.append(step["name"])
            if "uses" in step:
                if step["uses"].startswith("actions/setup-python@"):
                    self.steps[step["id"]] = {"python-path": sys.executable}
                continue
            self.run(step)

    def run(self, step: dict[str, Any]) -> None:
        output = self.home / "output"
        output.write_text("", encoding="utf-8")
        script = self.home / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        env = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("PYTHON", "SMARTCERT_"))
        }
        env |= {key: self.value(str(value)) for key, value in step.get("env", {}).items()}
        env |= {
            "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.home / "summary.md"),
            "RUNNER_TEMP": str(self.home),
            "SMARTCERT_LANG": "en",
            "PIP_NO_COMPILE": "1",
        }
        done = subprocess.run(
            [*SHELL, str(script)],
            cwd=self.workspace,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        self.log += done.stdout + done.stderr
        self.failed = self.failed or done.returncode != 0
        told = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        self.steps[step.get("id", step["name"])] = told

    def kept(self) -> dict[str, Path]:
        """Give what the artifact holds."""
        folder = Path(self.steps["install"]["folder"])
        return {path.name: path for path in folder.iterdir()}


PLANTED = ("argparse", "json", "pathlib", "pip", "secrets", "shlex", "venv", "zipfile")
"""Modules that Python would take from the folder it stands in."""


def plant(folder: Path) -> None:
    """Put modules into a checkout that leave a mark when they run."""
    for name in PLANTED:
        text = "from os import environ\nopen('hacked', 'w').close()\n"
        (folder / f"{name}.py").write_text(text, encoding="utf-8")


INSTALL = next(step for step in STEPS if step.get("id") == "install")


@pytest.fixture(scope="session")
def installed(once: Once) -> dict[str, str]:
    """Run the step that installs, once; return its outputs."""

    def install(home: Path) -> None:
        home.mkdir()
        plant(home)
        runner = Runner(home, {}, home, steps={"python": {"python-path": sys.executable}})
        runner.run(INSTALL)
        if runner.failed and re.search(
            "connection|resolve|network|No matching distribution", runner.log, re.IGNORECASE
        ):
            pytest.skip("pip reaches no package index here")
        assert not runner.failed, runner.log
        assert not (home / "hacked").exists()
        (home / "outputs.json").write_text(json.dumps(runner.steps["install"]), encoding="utf-8")

    return json.loads((once("runner", install) / "outputs.json").read_text(encoding="utf-8"))


@pytest.fixture
def play(
    town,
    installed: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
):
    """Give what runs the whole action in the town's folder, with the installed program at hand."""

    def with_inputs(**inputs: str) -> Runner:
        home = tmp_path_factory.mktemp("runner")
        runner = Runner(
            town.folder, {key.replace("_", "-"): value for key, value in inputs.items()}, home
        )
        (home / "out").mkdir()
        real = runner.run

        def run(step: dict[str, Any]) -> None:
            if step is INSTALL:
                runner.steps["install"] = {"bin": installed["bin"], "folder": str(home / "out")}
            else:
                real(step)

        monkeypatch.setattr(runner, "run", run)
        runner.play()
        return runner

    return with_inputs


def test_the_step_that_installs_gives_a_program_that_runs(installed: dict[str, str]) -> None:
    done = subprocess.run(
        [f"{installed['bin']}/smartcert", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("smartcert ")
    assert Path(installed["folder"]).is_dir()


def test_a_ready_draft_passes(town, play) -> None:
    town.draft()
    runner = play()
    assert not runner.failed, runner.log
    assert runner.steps["check"]["exit-code"] == "0"
    assert "::error" not in runner.log


def test_a_draft_with_gaps_fails_and_everything_is_kept(town, play) -> None:
    file = town.draft("area.vision", name="ร่าง ที่ 1.yaml")
    runner = play(proposal=str(file))
    assert runner.failed
    assert runner.steps["check"]["exit-code"] == "1"
    line = town.line(file, "area:")
    assert f"\n::error file=ร่าง ที่ 1.yaml,line={line}," in f"\n{runner.log}"
    assert "Verdict: not ready" in runner.log
    assert (
        (runner.home / "summary.md")
        .read_text(encoding="utf-8")
        .startswith("## เมืองสายธาร · round 1: not ready")
    )
    kept = runner.kept()
    assert set(kept) == {"smartcert.sarif", "smartcert.json", "smartcert.txt", "1-ร่าง ที่ 1.html"}
    assert (
        json.loads(kept["smartcert.sarif"].read_text(encoding="utf-8"))["runs"][0]["results"][0][
            "ruleId"
        ]
        == "C1-3"
    )
    assert "<html" in kept["1-ร่าง ที่ 1.html"].read_text(encoding="utf-8")
    assert runner.ran[-1] == "Keep SARIF and the HTML report"


def test_a_report_for_each_of_several(town, play) -> None:
    town.write("ก/proposal.yaml", town.ready)
    town.write("ข/proposal.yaml", town.ready)
    runner = play(proposal="ก\nข/proposal.yaml\n")
    assert not runner.failed, runner.log
    assert {name for name in runner.kept() if name.endswith(".html")} == {
        "1-proposal.html",
        "2-proposal.html",
    }


def test_every_input_reaches_the_check(town, play) -> None:
    town.draft("area.strengths")
    town.draft(name="before.yaml")
    town.write("waivers.yaml", f"waivers: [{WAIVED.format('C1-8')}]\n")
    (town.folder / "known.json").write_text(
        '{"format": 1, "date": "2026-11-01", "findings": {}}', encoding="utf-8"
    )
    assert play().steps["check"]["exit-code"] == "0"
    assert play(fail_on="recommended").steps["check"]["exit-code"] == "1"
    assert play(fail_under="100").steps["check"]["exit-code"] == "1"
    assert play(no_regress="before.yaml").steps["check"]["exit-code"] == "1"
    waived = play(fail_on="recommended", waivers="waivers.yaml", args="--today 2569-11-21")
    assert waived.steps["check"]["exit-code"] == "0"
    assert "findings: 0 fixed" in play(baseline="known.json").log
    renewal = play(profile="renewal").kept()["smartcert.json"]
    assert json.loads(renewal.read_text(encoding="utf-8"))["catalog"]["profile"] == "renewal"


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"waivers": "waivers.yaml", "args": "--today 2569-11-21"},
        {"args": "--edition 2562"},
        {
            "args": "--waivers=waivers.yaml --today '21 พ.ย. 2569' --profile renewal "
            "-v --format csv=gaps.csv"
        },
        {"profile": "renewal", "args": "--profile promotion-area"},
        {"args": "--criteria mine"},
    ],
)
def test_everything_that_is_kept_shows_the_same_numbers(town, play, inputs: dict[str, str]) -> None:
    town.draft("area.strengths", "area.population")
    waived = ", ".join(WAIVED.format(requirement) for requirement in ("C1-8", "C1-6"))
    town.write("waivers.yaml", f"waivers: [{waived}]\n")
    town.write("mine/catalog.yaml", MINE)
    kept = play(**inputs).kept()
    assert set(kept) == {"smartcert.sarif", "smartcert.json", "smartcert.txt", "1-proposal.html"}
    result = json.loads(kept["smartcert.json"].read_text(encoding="utf-8"))
    html = kept["1-proposal.html"].read_text(encoding="utf-8")
    for name in ("readiness", "completeness", "evidence"):
        share = result["score"][name]
        assert f"<p>{share['points']} / {share['out_of']}" in html, name
    adjusted = result["score"]["adjusted"]
    told = message("report.adjusted", "en", **{**adjusted, "value": f"{adjusted['value']:.1f}%"})
    assert (told in html) == (adjusted != result["score"]["readiness"])
    assert f"{result['catalog']['edition'] - 543}" in html, "the edition in the reader's calendar"
    (numbers,) = json.loads(kept["smartcert.sarif"].read_text(encoding="utf-8"))["runs"][0][
        "properties"
    ]["assessments"]
    assert (numbers["score"], numbers["catalog"]) == (result["score"], result["catalog"])


def test_quotes_that_are_not_closed_are_told(town, play) -> None:
    town.draft()
    runner = play(args="--lang 'en")
    assert (runner.failed, runner.steps["check"]["exit-code"]) == (True, "2")
    assert (
        "::error title=smartcert::The input args has a quotation mark that is not closed."
        in runner.log
    )
    assert "Traceback" not in runner.log


def test_without_a_proposal_at_the_top_it_says_what_to_set(town, play) -> None:
    town.write("drafts/proposal.yaml", town.ready)
    runner = play()
    assert (runner.failed, runner.steps["check"]["exit-code"]) == (True, "2")
    assert "in the input proposal of this action, or as paths in smartcert.yaml" in runner.log
    town.write("smartcert.yaml", "paths: [drafts]\n")
    assert not play().failed


def test_wrong_usage_keeps_nothing_and_says_why(town, play) -> None:
    runner = play(proposal="nowhere.yaml")
    assert runner.failed
    assert "nowhere.yaml: no such file" in runner.log
    assert "Keep SARIF and the HTML report" not in runner.ran


def test_sarif_is_sent_only_when_asked(town, play) -> None:
    town.draft("area.vision")
    name = "Send SARIF to code scanning"
    assert name not in play().ran
    assert name in play(sarif_upload="true").ran


@pytest.mark.parametrize(
    "text",
    [
        '"; touch hacked; "',
        "$(touch hacked)",
        "`touch hacked`",
        "'; touch hacked #",
        "--output=hacked",
    ],
)
def test_no_input_is_run(town, play, text: str) -> None:
    town.draft()
    for name in (
        "proposal",
        "profile",
        "fail_under",
        "fail_on",
        "no_regress",
        "waivers",
        "baseline",
    ):
        assert play(**{name: text}).failed
    assert not (town.folder / "hacked").exists()


def test_modules_of_a_checkout_are_not_run(town, play) -> None:
    plant(town.folder)
    town.draft()
    runner = play(args="--today 2569-11-21")
    assert not (town.folder / "hacked").exists()
    assert runner.ran


def test_arguments_are_split_and_not_run(town, play) -> None:
    town.draft()
    play(args="--today '2569-11-21' $(touch hacked) `touch hacked`")
    assert not (town.folder / "hacked").exists()


def test_a_drafts_text_is_no_workflow_command(town, play) -> None:
    town.draft(
        "area.vision",
        change=lambda text: text.replace("name: เมืองสายธาร", "name: '::stop-commands::x'", 1),
    )
    log = play().log
    name = re.search(r"stop-commands\W+x\b", log)
    assert name
    assert not re.search(r"^\s*::stop-commands::x", log, re.MULTILINE)
    shown = log[name.start() :]
    stop = re.search(r"^::stop-commands::([0-9a-f]{32})$", log, re.MULTILINE)
    assert stop
    assert stop.start() < name.start()
    assert f"::{stop[1]}::" in shown


def test_only_failing_reports_are_written_where_that_is_asked(town, play) -> None:
    town.draft(name="ready.yaml")
    town.draft("area.vision", name="open.yaml")
    runner = play(proposal="ready.yaml\nopen.yaml", reports="failing")
    assert [name for name in runner.kept() if name.endswith(".html")] == ["2-open.html"]
