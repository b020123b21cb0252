#!/usr/bin/env python3
"""Sets up what a fresh checkout needs, once, and then runs smartcert or its tests.

    python3 dev.py check examples/khon-kaen/round-1.yaml    # smartcert, with these arguments
    python3 dev.py test                                     # lint, types and all tests

Needs Python 3.11 or newer with venv, and nothing else. What it installs goes into `.venv` beside this file.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACE = HERE / ".venv"
BIN = PLACE / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
DECLARED = ("pyproject.toml", "constraints.txt")
"""The files that say what is installed; the environment is made again when one changes."""

STEPS = {
    "lint": [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]],
    "catalogs": [["smartcert", "criteria", "lint", "--lang", "en"]],
    "tests": [["pytest"]],
}


def environment(*, development: bool) -> None:
    """Make `.venv` and install smartcert in it, unless that is already so."""
    wanted = hashlib.sha256(
        b"".join((HERE / name).read_bytes() for name in DECLARED) + sys.version.encode()
    ).hexdigest()
    stamp = PLACE / ("installed-dev" if development else "installed")
    if any(
        mark.is_file() and mark.read_text() == wanted for mark in (stamp, PLACE / "installed-dev")
    ):
        return
    print("smartcert: setting up .venv (once) ...", file=sys.stderr)
    venv.create(PLACE, with_pip=True, clear=True)
    what = f"{HERE}[dev]" if development else str(HERE)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--constraint", str(HERE / "constraints.txt"), "--editable", what])
    stamp.write_text(wanted)


def run(command: list[str]) -> None:
    """Run a command from this folder; its failure is ours."""
    code = subprocess.run(command, cwd=HERE, check=False).returncode
    if code:
        sys.exit(code)


def judge(arguments: list[str]) -> int:
    """Run every step, and say at the end which failed. Arguments go to pytest."""
    failed = []
    for title, commands in STEPS.items():
        print(f"-- {title}", file=sys.stderr)
        for name, *rest in commands:
            command = [str(BIN / name), *rest, *(arguments if name == "pytest" else [])]
            if subprocess.run(command, cwd=HERE, check=False).returncode:
                failed.append(" ".join([name, *rest]))
    print(f"failed: {', '.join(failed)}" if failed else "all passed", file=sys.stderr)
    return bool(failed)


def main(arguments: list[str]) -> None:
    """Set up and run."""
    if sys.version_info < (3, 11):
        sys.exit("smartcert needs Python 3.11 or newer")
    # Without compiled files every start would pay for compiling again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if arguments[:1] == ["test"]:
        environment(development=True)
        sys.exit(judge(arguments[1:]))
    environment(development=False)
    sys.exit(subprocess.run([str(BIN / "smartcert"), *arguments], check=False).returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
