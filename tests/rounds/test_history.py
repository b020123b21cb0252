"""One proposal over its commits: renames, tags, annexes of then, losses."""

from __future__ import annotations

import json
import shutil

import pytest

from support import EXAMPLES, run
from town_fixtures import git, without

KHON_KAEN = EXAMPLES / "khon-kaen"
TODAY = ("--lang", "en", "--today", "2569-11-21")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A draft that was renamed, rewritten, and lost its vision and its annexes."""
    folder = tmp_path_factory.mktemp("history")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        git("init", "-q")
        shutil.copytree(KHON_KAEN / "annexes", folder / "annexes")
        shutil.copy(KHON_KAEN / "review-1.yaml", folder)
        shutil.copy(KHON_KAEN / "round-1.yaml", folder / "draft.yaml")
        for step in ("round-1", "moved", "round-2", "lost"):
            if step == "moved":
                git("mv", "draft.yaml", "proposal.yaml")
            elif step == "round-2":
                shutil.copy(KHON_KAEN / "round-2.yaml", folder / "proposal.yaml")
            elif step == "lost":
                text = (folder / "proposal.yaml").read_text(encoding="utf-8")
                (folder / "proposal.yaml").write_text(without(text, "area.vision"), "utf-8")
                shutil.rmtree(folder / "annexes")
            git("add", "-A")
            git("commit", "-qm", step)
            if step.startswith("round"):
                git("tag", step)
    return folder


@pytest.fixture
def repository(made, monkeypatch):
    monkeypatch.chdir(made)
    return made


def states(*arguments):
    return json.loads(run("history", *TODAY, "--format", "json", *arguments).out)["states"]


def test_every_state_that_differs_is_told_with_what_it_lost(repository):
    found = states()
    assert [each["subject"] for each in found] == ["round-1", "round-2", "lost"]
    (first, then, last) = (each["readiness"]["value"] for each in found)
    assert first < last < then
    assert found[1]["change"]["readiness"] == round(then - first, 1)
    assert "C1-3" in found[1]["change"]["fixed"]
    assert "C1-3" in found[2]["change"]["lost"]


def test_a_state_is_held_against_the_annexes_it_had(repository):
    """The first two have theirs, though the folder has none now."""
    alone = json.loads(run("check", "proposal.yaml", *TODAY, "--format", "json").out)
    assert alone["score"]["evidence"]["value"] == 0
    done = run("compare", "git:round-2", "proposal.yaml", *TODAY, "--format", "json")
    assert json.loads(done.out)["old"]["score"]["evidence"]["value"] > 0


def test_states_are_chosen_by_tags_commits_and_number(repository):
    assert [each["tags"] for each in states("--tags", "round-*")] == [["round-1"], ["round-2"]]
    assert [each["subject"] for each in states("--since", "round-1")] == ["round-2", "lost"]
    assert [each["subject"] for each in states("--max", "1")] == ["lost"]


@pytest.mark.parametrize("form", ["text", "csv", "html", "svg"])
def test_every_format_tells_every_state(repository, form):
    done = run("history", *TODAY, "--format", form)
    assert done.code == 0
    shown = [each["readiness"]["value"] for each in states()]
    assert all(str(value) in done.out for value in shown)
    assert "<script" not in done.out


def test_a_loss_is_marked_by_its_form(repository):
    assert run("history", *TODAY, "--format", "svg").out.count("<path") == 1


def test_a_side_may_be_a_commit_or_standard_input(repository, monkeypatch):
    import io
    import sys

    assert run("compare", "git:round-1", "proposal.yaml", *TODAY).code == 0
    page = run("report", "--baseline", "git:round-1", "--markdown", "-o", "-", *TODAY)
    assert page.code == 0
    raw = (KHON_KAEN / "round-2.yaml").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    piped = run("compare", "proposal.yaml", "-", *TODAY)
    assert (piped.code, piped.err) == (0, "")
    assert "proposal.yaml → -" in piped.out


@pytest.mark.parametrize(
    "wrong",
    [("compare", "git:nowhere", "proposal.yaml"), ("compare", "git:round-1", "-"),
     ("history", "--as-of", "now"), ("history", "--max", "0"), ("history", "review-2.yaml")],
)  # fmt: skip
def test_what_can_not_be_is_refused(repository, wrong):
    assert run(*wrong, "--lang", "en").code == 2


def test_a_file_that_git_does_not_know_has_no_history(repository):
    (repository / "new.yaml").write_text("smartcert: 1\n", encoding="utf-8")
    done = run("history", "new.yaml", "--lang", "en")
    assert (done.code, "git does not know new.yaml" in done.err) == (2, True)
    (repository / "new.yaml").unlink()
