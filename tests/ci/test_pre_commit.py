"""The pre-commit hook, run by pre-commit itself on a draft, from a repository made of this checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from support import EXAMPLES, ROOT

pytestmark = pytest.mark.skipif(
    find_spec("pre_commit") is None or shutil.which("git") is None, reason="pre-commit or git is not installed"
)

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PARTS = ("src", "criteria", "templates", "README.md", "LICENSE", "pyproject.toml", "hatch_build.py", ".pre-commit-hooks.yaml")
"""What pip needs to build the wheel, and the manifest."""


def called(*arguments: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    env |= {"PRE_COMMIT_HOME": str(home), "SMARTCERT_LANG": "en", "SMARTCERT_TODAY": ""}
    return subprocess.run(list(arguments), cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def pre_commit(*arguments: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    return called(sys.executable, "-m", "pre_commit", *arguments, "--color=never", folder=folder, home=home)


def commit(folder: Path, home: Path) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "ร่าง")):
        assert called("git", *identity, *arguments, folder=folder, home=home).returncode == 0


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A repository with what this checkout has now, whether it is committed here or not."""
    folder = tmp_path_factory.mktemp("smartcert")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "_data"))
        else:
            shutil.copy(ROOT / name, folder / name)
    commit(folder, home)
    return folder


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A team's repository: a ready draft, one with gaps, and YAML that is no proposal."""
    folder = tmp_path_factory.mktemp("drafts")
    shutil.copytree(EXAMPLES / "minimum", folder / "ready")
    (folder / "round-1.yaml").write_text("smartcert: 1\narea: {name: เมืองสายธาร}\n", encoding="utf-8")
    (folder / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    commit(folder, home)
    return folder


def tried(ours: Path, drafts: Path, home: Path, *files: str) -> subprocess.CompletedProcess[str]:
    done = pre_commit("try-repo", str(ours), "smartcert", "--verbose", "--files", *files, folder=drafts, home=home)
    said = done.stdout + done.stderr
    if "An unexpected error" in said and re.search("connection|resolve|network|No matching distribution", said, re.IGNORECASE):
        pytest.skip("pip reaches no package index here")
    return done


def test_the_hook_runs_on_a_draft(ours: Path, drafts: Path, home: Path) -> None:
    done = tried(ours, drafts, home, "ready/proposal.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Verdict: ready" in done.stdout

    done = tried(ours, drafts, home, "ready/proposal.yaml", "round-1.yaml", "compose.yaml")
    assert done.returncode == 1
    assert "exit code: 1" in done.stdout
    assert re.search(r"^round-1\.yaml:\d+:\d+$", done.stdout, re.MULTILINE)
    assert "2 files: 1 ready, 0 with gaps, 1 not ready" in done.stdout
    assert "compose.yaml" not in done.stdout

    done = tried(ours, drafts, home, "compose.yaml")
    assert (done.returncode, "Skipped" in done.stdout) == (0, True)


def test_the_manifest_is_valid(home: Path) -> None:
    done = called(sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST), folder=ROOT, home=home)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("proposal.yaml", True),
        ("cities/ขอนแก่น/round-2.yml", True),
        ("proposal-2569.yaml", True),
        ("compose.yaml", False),
        ("proposal.yaml.bak", False),
        ("my-proposal.yaml", False),
    ],
)
def test_it_looks_at_proposals_only(name: str, wanted: bool) -> None:
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert (re.search(hook["files"], name) is not None) == wanted


def test_the_repository_validates_its_own_examples(home: Path) -> None:
    config = ROOT / ".pre-commit-config.yaml"
    done = called(sys.executable, "-m", "pre_commit", "validate-config", str(config), folder=ROOT, home=home)
    assert done.returncode == 0, done.stdout
    hooks = [hook for repo in yaml.safe_load(config.read_text(encoding="utf-8"))["repos"] for hook in repo["hooks"]]
    for hook in hooks:
        assert hook["entry"].startswith("python3 dev.py check")
        files = [str(path.relative_to(ROOT)) for path in sorted(EXAMPLES.rglob("*.yaml"))]
        chosen = [name for name in files if re.search(hook["files"], name)]
        assert chosen, hook["name"]
        arguments = [*hook["entry"].split()[2:], *hook.get("args", []), *chosen]
        done = called(sys.executable, "-m", "smartcert", *arguments, folder=ROOT, home=home)
        assert done.returncode == 0, done.stdout
