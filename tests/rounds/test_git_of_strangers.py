"""`--no-regress git:REV` among files of strangers: nothing of theirs runs or is believed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import ROOT
from town_fixtures import git


@pytest.fixture
def committed(town) -> Path:
    """The ready draft, committed in `drafts/`, and then without strengths."""
    shutil.move("annexes", "drafts/annexes")
    git("init", "-q")
    file = town.draft(name="drafts/proposal.yaml")
    git("add", ".")
    git("commit", "-q", "-m", "หนึ่ง")
    return town.draft("area.strengths", name=str(file))


@pytest.fixture
def trap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program that leaves a mark when it runs."""
    folder = tmp_path_factory.mktemp("trap")
    program = folder / "trap.sh"
    program.write_text(f"#!/bin/sh\ntouch {folder}/sprung\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def sprung(trap: Path) -> bool:
    return (trap.parent / "sprung").exists()


def make_bare(folder: Path, trap: Path) -> None:
    """Make a folder look like a repository, of plain files as a pull request has them."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "keep").touch()
    (folder / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (folder / "index").touch()
    (folder / "config").write_text(
        f"[core]\n\trepositoryformatversion = 0\n\tworktree = .\n\tfsmonitor = {trap}\n",
        encoding="utf-8",
    )


def lost(done) -> bool:
    return done.code == 1 and "no longer met: C1-8" in " ".join(done.out.split())


def test_a_folder_that_looks_like_a_repository_is_none(town, committed: Path, trap: Path) -> None:
    make_bare(committed.parent, trap)
    assert lost(town.check(committed, "--no-regress", "git:HEAD"))
    assert lost(town.check("drafts", "--no-regress", "git:HEAD"))
    assert not sprung(trap)


def test_nor_is_it_where_the_check_is_started_in_it(
    town, committed: Path, trap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_bare(committed.parent, trap)
    top = town.folder
    monkeypatch.chdir(committed.parent)
    assert town.check("proposal.yaml", "--no-regress", "git:HEAD").code == 2
    monkeypatch.setenv("GITHUB_WORKSPACE", str(top))
    assert lost(town.check("proposal.yaml", "--no-regress", "git:HEAD"))
    assert not sprung(trap)


def test_a_repository_that_comes_with_a_folder_is_not_asked(
    town, committed: Path, trap: Path
) -> None:
    git("init", "-q", "drafts")
    git("-C", "drafts", "add", "proposal.yaml")
    git("-C", "drafts", "commit", "-q", "-m", "แทน")
    git("-C", "drafts", "config", "core.fsmonitor", str(trap))
    assert lost(town.check(committed, "--no-regress", "git:HEAD"))
    new = town.draft(name="drafts/new.yaml")
    done = town.check(new, "--no-regress", "git:HEAD")
    assert (done.code, "in another repository inside this one" in done.err) == (2, True)
    assert not sprung(trap)


PROGRAMS = {
    "core.fsmonitor": "{trap}",
    "core.hooksPath": "{folder}",
    "core.pager": "{trap}",
    "core.sshCommand": "{trap}",
    "diff.external": "{trap}",
    "diff.x.command": "{trap}",
    "diff.x.textconv": "{trap}",
    "filter.x.smudge": "{trap}",
    "filter.x.clean": "{trap}",
    "filter.x.process": "{trap}",
    "alias.rev-parse": "!{trap}",
    "credential.helper": "!{trap}",
}


@pytest.mark.parametrize("key", PROGRAMS)
def test_no_program_of_a_configuration_runs(town, committed: Path, trap: Path, key: str) -> None:
    (town.folder / ".gitattributes").write_text("* diff=x filter=x\n", encoding="utf-8")
    for hook in ("post-index-change", "reference-transaction", "pre-commit"):
        shutil.copy(trap, trap.parent / hook)
    git("config", key, PROGRAMS[key].format(trap=trap, folder=trap.parent))
    Path("drafts/new").mkdir()
    shutil.move("drafts/annexes", "drafts/new/annexes")
    shutil.move("drafts/proposal.yaml", "drafts/new/p.yaml")
    env = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_COUNT": "1"}
    env |= {"GIT_CONFIG_KEY_0": key, "GIT_CONFIG_VALUE_0": "true", "PATH": os.environ["PATH"]}
    if not key.startswith("filter"):
        subprocess.run(["git", "add", "-A"], env=env, check=True, capture_output=True)
    done = town.check("drafts/new/p.yaml", "--no-regress", "git:HEAD")
    assert lost(done), done
    assert not sprung(trap)


def test_nothing_is_fetched(town, committed: Path, trap: Path) -> None:
    """A repository without its objects would have them fetched, by a program it names."""
    git("config", "remote.origin.url", f"ext::{trap}")
    git("config", "remote.origin.promisor", "true")
    git("config", "extensions.partialClone", "origin")
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "protocol.ext.allow", "always")
    blob = git("rev-parse", "HEAD:drafts/proposal.yaml").strip()
    (town.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    done = town.check(committed, "--no-regress", "git:HEAD")
    assert (done.code, "git:" in done.err) == (2, True)
    assert not sprung(trap)


def test_a_large_file_of_history_is_not_read(town, committed: Path) -> None:
    text = committed.read_text(encoding="utf-8")
    committed.write_bytes(text.encode() + b"#" * 11_000_000)
    git("commit", "-q", "-a", "-m", "ใหญ่")
    committed.write_text(text, encoding="utf-8")
    done = town.check(committed, "--no-regress", "git:HEAD")
    assert (done.code, "more than 10,485,760 bytes" in done.err) == (2, True)


def hook(folder: Path, name: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        "#!/bin/sh\ncd drafts\n"
        f'PYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m smartcert check proposal.yaml'
        " --no-regress git:HEAD --today 2569-11-21 --lang en\n",
        encoding="utf-8",
    )
    file.chmod(0o755)


@pytest.mark.parametrize("place", ["checkout", "worktree", "relative"])
def test_a_hook_compares_with_the_commit_before(
    town, committed: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook(town.folder / ".git" / "hooks", "pre-commit")
    folder = town.folder
    if place == "worktree":
        git("worktree", "add", "-q", "../linked", "-b", "linked")
        folder = town.folder.parent / "linked"
        shutil.copy(committed, folder / committed)
    if place == "relative":
        monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.chdir(folder)
    done = subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-a", "-m", "x"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done
    assert "worse than git:HEAD: no longer met: C1-8" in " ".join(
        (done.stdout + done.stderr).split()
    )
    shutil.rmtree(town.folder.parent / "linked", ignore_errors=True)


def test_a_revision_is_no_option(town, committed: Path) -> None:
    for revision in ("--output=x", "-p", "HEAD:drafts", "--all"):
        assert town.check(committed, "--no-regress", f"git:{revision}").code == 2
    assert not Path("x").exists()
