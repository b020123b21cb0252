"""What the keeper of a repository of drafts sets: what is left out, names, colour, bases."""

from __future__ import annotations

import io
import json
import sys

import pytest

from support import run
from town_fixtures import git


def checked(result):
    found = json.loads(result.out)
    return [each["proposal"]["file"] for each in found.get("assessments", [found])]


@pytest.fixture
def drafts(town):
    """A repository with a draft, an old one, one that git ignores, and one ignored but kept."""
    git("init", "-q")
    for name in ("drafts/a.yaml", "drafts/old/b.yaml", "drafts/tmp/c.yaml", "drafts/tmp/d.yaml"):
        town.write(name, town.ready)
    git("add", "drafts/tmp/d.yaml")
    town.write(".gitignore", "tmp/\n")
    git("add", ".gitignore", "drafts/a.yaml", "drafts/old")
    git("commit", "-qm", "first")
    return town


def test_what_git_ignores_is_no_draft_unless_it_is_kept(drafts):
    found = checked(drafts.check("drafts", "--format", "json"))
    assert found == ["drafts/a.yaml", "drafts/old/b.yaml", "drafts/tmp/d.yaml"]
    assert checked(drafts.check("drafts/tmp/c.yaml", "--format", "json")) == ["drafts/tmp/c.yaml"]


@pytest.mark.parametrize("way", ["flag", "file"])
def test_folders_and_files_can_be_left_out(drafts, way):
    asked = ["--exclude", "drafts/old", "--exclude", "*/d.yaml"]
    if way == "file":
        drafts.write("smartcert.yaml", "paths: [drafts]\nexclude: [drafts/old, '*/d.yaml']\n")
        asked = []
    assert checked(drafts.check("drafts", "--format", "json", *asked)) == ["drafts/a.yaml"]
    if way == "file":
        assert checked(drafts.check("--format", "json")) == ["drafts/a.yaml"]
        assert "exclude" in run("config").out


def test_standard_input_has_the_name_and_the_folder_of_its_file(town, monkeypatch):
    file = town.draft()
    alone = json.loads(town.check(file, "--format", "json").out)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(town.ready.encode())))
    piped = town.check("-", "--stdin-filename", str(file), "--format", "json")
    assert json.loads(piped.out) == alone
    assert town.check(file, "--stdin-filename", "x.yaml").code == 2


def test_colour_can_be_forced_and_no_colour_wins(town, monkeypatch):
    file = town.draft("area.vision")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in town.check(file).out
    assert "\x1b[" not in town.check(file, "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in town.check(file).out


def test_a_branch_is_held_against_where_it_left_main(town):
    """main mends the vision after the branch began; the branch has lost nothing by that."""
    git("init", "-q", "-b", "main")
    file = town.draft("area.vision")
    git("add", ".")
    git("commit", "-qm", "first")
    git("switch", "-qc", "branch")
    git("switch", "-q", "main")
    town.draft()
    git("commit", "-qam", "mended")
    git("switch", "-q", "branch")
    town.draft("area.vision", change=lambda text: text + "# a comment\n")
    assert "no longer met" in town.check(file, "--no-regress", "git:main").out
    assert "no longer met" not in town.check(file, "--no-regress", "git:main...").out
    assert town.check(file, "--no-regress", "git:nowhere...").code == 2


@pytest.mark.parametrize("base", ["git:", f"git:{'0' * 40}"])
def test_a_new_branch_has_nothing_to_be_held_against(town, base):
    git("init", "-q")
    file = town.draft()
    git("add", ".")
    git("commit", "-qm", "first")
    result = town.result(file, "--no-regress", base)
    assert [(gate["gate"], gate["outcome"]) for gate in result["gates"]][-1] == (
        "no-regress",
        "skipped",
    )
