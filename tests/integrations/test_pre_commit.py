"""The pre-commit hook, run by pre-commit itself, from a repository made of this checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from support import EXAMPLES, ROOT
from wheel_fixtures import Once

pytestmark = pytest.mark.skipif(
    find_spec("pre_commit") is None or shutil.which("git") is None,
    reason="pre-commit or git is not installed",
)

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PARTS = (
    "src",
    "criteria",
    "messages",
    "templates",
    "README.md",
    "LICENSE",
    "pyproject.toml",
    "hatch_build.py",
    ".pre-commit-hooks.yaml",
)
"""What pip needs to build the wheel, and the manifest."""


def called(*arguments: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    env |= {"PRE_COMMIT_HOME": str(home), "SMARTCERT_LANG": "en", "SMARTCERT_TODAY": ""}
    return subprocess.run(
        list(arguments),
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def pre_commit(*arguments: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    return called(
        sys.executable, "-m", "pre_commit", *arguments, "--color=never", folder=folder, home=home
    )


def commit(folder: Path, home: Path) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "ร่าง")):
        assert called("git", *identity, *arguments, folder=folder, home=home).returncode == 0


@pytest.fixture(scope="session")
def home(once: Once) -> Path:
    """Where pre-commit keeps what it installed; it takes turns by itself."""
    return once("pre-commit", Path.mkdir)


@pytest.fixture(scope="session")
def ours(once: Once, home: Path) -> Path:
    """A repository with what this checkout has now, whether it is committed here or not."""

    def copy(folder: Path) -> None:
        for name in PARTS:
            if (ROOT / name).is_dir():
                unwanted = shutil.ignore_patterns("__pycache__", "_data")
                shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
            else:
                shutil.copy(ROOT / name, folder / name)
        commit(folder, home)

    return once("smartcert", copy)


@pytest.fixture
def drafts(tmp_path: Path, ours: Path, home: Path) -> Path:
    """A team's repository: a ready draft, one with gaps, and YAML that is no proposal."""
    shutil.copytree(EXAMPLES / "minimum", tmp_path / "ready")
    (tmp_path / "round-1.yaml").write_text(
        "smartcert: 1\narea: {name: เมืองสายธาร}\n", encoding="utf-8"
    )
    (tmp_path / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    configure(tmp_path, ours, home, [{"id": "smartcert"}])
    return tmp_path


def configure(folder: Path, ours: Path, home: Path, hooks: list[dict[str, Any]]) -> None:
    """Name our repository in a team's configuration, and commit all the team has."""
    head = called("git", "rev-parse", "HEAD", folder=ours, home=home).stdout.strip()
    config = {"repos": [{"repo": str(ours), "rev": head, "hooks": hooks}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    commit(folder, home)


def tried(drafts: Path, home: Path, *files: str) -> subprocess.CompletedProcess[str]:
    done = pre_commit("run", "--verbose", "--files", *files, folder=drafts, home=home)
    skip_without_index(done.stdout + done.stderr)
    return done


def skip_without_index(said: str) -> None:
    if "An unexpected error" in said and re.search(
        "connection|resolve|network|No matching distribution", said, re.IGNORECASE
    ):
        pytest.skip("pip reaches no package index here")


@pytest.mark.installs
def test_the_hook_runs_on_a_draft(drafts: Path, home: Path) -> None:
    done = tried(drafts, home, "ready/proposal.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Verdict: ready" in done.stdout

    done = tried(drafts, home, "ready/proposal.yaml", "round-1.yaml", "compose.yaml")
    assert done.returncode == 1
    assert "exit code: 1" in done.stdout
    assert re.search(r"^round-1\.yaml:\d+:\d+$", done.stdout, re.MULTILINE)
    assert "2 files: 1 ready, 0 with gaps, 1 not ready" in done.stdout
    assert "compose.yaml" not in done.stdout

    done = tried(drafts, home, "compose.yaml")
    assert (done.returncode, "Skipped" in done.stdout) == (0, True)


def test_the_manifest_is_valid(home: Path) -> None:
    done = called(
        sys.executable,
        "-m",
        "pre_commit",
        "validate-manifest",
        str(MANIFEST),
        folder=ROOT,
        home=home,
    )
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
        ("round-1-review.yaml", False),
        ("proposal-waivers.yaml", False),
        ("proposal.report.yaml", False),
    ],
)
def test_it_looks_at_proposals_only(name: str, wanted: bool) -> None:
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert (re.search(hook["files"], name) is not None) == wanted


OWN = ROOT / ".pre-commit-config.yaml"


def own_hooks() -> list[dict[str, Any]]:
    (local,) = yaml.safe_load(OWN.read_text(encoding="utf-8"))["repos"]
    return local["hooks"]


def test_our_own_hooks_are_the_published_one() -> None:
    """They differ in their files and gates, and in that they run this checkout."""
    (published,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    for hook in own_hooks():
        assert hook["entry"] == published["entry"].replace("smartcert", "python3 dev.py", 1)
        assert {key: hook[key] for key in ("types", "require_serial")} == {
            key: published[key] for key in ("types", "require_serial")
        }
        chosen = [path.relative_to(ROOT).as_posix() for path in EXAMPLES.rglob("*.yaml")]
        assert all(
            re.search(published["files"], name) for name in chosen if re.search(hook["files"], name)
        )


@pytest.mark.installs
def test_the_repository_validates_its_own_examples_with_its_own_hook(
    tmp_path: Path, ours: Path, home: Path
) -> None:
    """The published hook on a copy of the examples, with the files and gates of our own."""
    done = called(
        sys.executable, "-m", "pre_commit", "validate-config", str(OWN), folder=ROOT, home=home
    )
    assert done.returncode == 0, done.stdout
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    hooks = [
        {"id": "smartcert", **{key: hook[key] for key in ("name", "args", "files")}}
        for hook in own_hooks()
    ]
    configure(tmp_path, ours, home, hooks)
    done = pre_commit("run", "--all-files", "--verbose", folder=tmp_path, home=home)
    said = done.stdout + done.stderr
    skip_without_index(said)
    assert done.returncode == 0, said
    assert said.count("Passed") == len(hooks)
    shutil.copy(
        EXAMPLES / "khon-kaen" / "round-1.yaml", tmp_path / "examples" / "minimum" / "proposal.yaml"
    )
    assert pre_commit("run", "--all-files", folder=tmp_path, home=home).returncode == 1
