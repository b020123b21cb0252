"""The GitHub action as a file: what GitHub takes, and what is safe to give to a shell."""

from __future__ import annotations

import re
import subprocess
import sys

import yaml

from support import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]


def test_no_expression_stands_in_a_script() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")


def test_python_takes_no_module_from_a_checkout() -> None:
    """Without -I it would take a `json.py` that a pull request has put there for its own."""
    called = re.compile(r"""^[^#]*?(?:\bpython|/python"|\$PYTHON"?) (-\S*)""", re.MULTILINE)
    for name in ("action.yml", "integrations/gitlab-ci.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        found = called.findall(text)
        assert len(found) >= 3
        assert set(found) == {"-I"}


def test_other_actions_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert len(used) == 3
    for name in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)


def test_the_action_is_what_github_takes() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.github-actions",
            str(ROOT / "action.yml"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
