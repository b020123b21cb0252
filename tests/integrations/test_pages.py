"""The pages on CI: both show the same snippets, and what they show works when it is copied."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support import ROOT, run

PAGES = {
    lang: (ROOT / "docs" / f"ci.{lang}.md").read_text(encoding="utf-8") for lang in ("th", "en")
}


def snippets(lang: str, kind: str) -> list[str]:
    """Give a page's snippets of a kind, without comments."""
    found = re.findall(rf"```{kind}\n(.*?)```", PAGES[lang], re.DOTALL)
    return [re.sub(r" *# .*", "", text) for text in found]


def with_key(key: str) -> str:
    """Give the first snippet that begins with a key."""
    return next(text for text in snippets("en", "yaml") if text.startswith(f"{key}:"))


@pytest.mark.parametrize("kind", ["yaml", "sh"])
def test_both_pages_show_the_same(kind: str) -> None:
    assert snippets("th", kind) == snippets("en", kind)
    assert snippets("en", kind)


@pytest.mark.parametrize("lang", PAGES)
def test_the_actions_inputs_and_outputs_are_told(lang: str) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    for name in (*action["inputs"], *action["outputs"]):
        assert f"`{name}`" in PAGES[lang], name


@pytest.mark.parametrize(("key", "schema"), [("on", "github-workflows"), ("include", "gitlab-ci")])
def test_the_ci_systems_take_the_snippets(tmp_path: Path, key: str, schema: str) -> None:
    (tmp_path / "snippet.yml").write_text(with_key(key), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        f"vendor.{schema}",
        "--data-transform",
    ]
    done = subprocess.run(
        [*command, "gitlab-ci", "snippet.yml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_inputs_of_the_snippets_are_inputs_of_the_action() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = yaml.safe_load(with_key("on"))["jobs"]["smartcert"]["steps"]
    assert set(steps[-1]["with"]) <= set(action["inputs"])


def test_pre_commit_takes_the_snippet(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    (tmp_path / "config.yaml").write_text(with_key("repos"), encoding="utf-8")
    command = [sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert yaml.safe_load(with_key("repos"))["repos"][0]["hooks"] == [{"id": "smartcert"}]


def test_drafts_elsewhere_are_found_by_paths(town) -> None:
    town.write("drafts/proposal.yaml", town.ready)
    town.write(
        "smartcert.yaml",
        next(text for text in snippets("en", "yaml") if text.startswith("paths: [drafts]")),
    )
    assert (
        json.loads(run("check", "--format", "json").out)["proposal"]["file"]
        == "drafts/proposal.yaml"
    )


def test_the_commands_of_the_pages_run(town) -> None:
    """Each in a folder with a proposal, with the program at hand for the one a snippet installs."""
    town.draft()
    for snippet in snippets("en", "sh"):
        for line in snippet.splitlines():
            name, *arguments = line.replace("/tmp/smartcert/bin/", "").split()
            if name == "smartcert":
                done = run(*arguments)
                assert done.code == 0, (line, done.err)
    assert {path.name for path in town.folder.iterdir()} >= {
        *("junit.xml", "out.sarif", "report.html", "smartcert-baseline.json", "readiness.svg")
    }
