"""Files are named from the top of the repository, wherever the check is started."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest


@pytest.fixture
def drafts(town, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose draft lies in a folder of its own, in which the check is started."""
    shutil.copytree("annexes", "drafts/x/annexes")
    town.draft("area.vision", name="drafts/x/proposal.yaml")
    monkeypatch.chdir(town.folder / "drafts" / "x")
    return town.folder


def github(town, *arguments: str | Path) -> set[str]:
    return set(re.findall(r"file=([^,]*),", town.as_format("github", *arguments)))


def gitlab(town, *arguments: str | Path) -> set[str]:
    return {entry["location"]["path"] for entry in json.loads(town.as_format("gitlab", *arguments))}


def sarif(town, *arguments: str | Path) -> set[str]:
    results = json.loads(town.as_format("sarif", *arguments))["runs"][0]["results"]
    return {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results
    }


@pytest.mark.parametrize("named", [github, gitlab, sarif])
@pytest.mark.parametrize("top", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", ".git"])
def test_from_a_subfolder(
    named, top: str, town, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if top == ".git":
        (drafts / ".git").mkdir()
    else:
        monkeypatch.setenv(top, str(drafts))
    for name in (
        "proposal.yaml",
        "./proposal.yaml",
        "../x/proposal.yaml",
        drafts / "drafts/x/proposal.yaml",
    ):
        assert named(town, name) == {"drafts/x/proposal.yaml"}
    assert town.result("./proposal.yaml")["proposal"]["file"] == "./proposal.yaml"


@pytest.mark.parametrize("named", [github, gitlab, sarif])
def test_outside_a_repository_the_current_folder_is_the_top(named, town, drafts: Path) -> None:
    for name in ("proposal.yaml", "annexes/../proposal.yaml", drafts / "drafts/x/proposal.yaml"):
        assert named(town, name) == {"proposal.yaml"}


def test_a_file_elsewhere_keeps_its_name(
    town, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(drafts / "drafts" / "x"))
    town.draft("area.vision", name="other.yaml")
    assert github(town, drafts / "other.yaml") == {str(drafts / "other.yaml")}
    assert sarif(town, drafts / "other.yaml") == {(drafts / "other.yaml").as_uri()}
