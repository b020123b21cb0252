#!/usr/bin/env python3
"""Sets up what a fresh checkout needs, once, and then runs smartcert or its tests.

    python3 dev.py check examples/khon-kaen/round-1.yaml    # smartcert, with these arguments
    python3 dev.py test                                     # lint, types, layers and all tests
    python3 dev.py test --fast                              # without tools, installs, long ones
    python3 dev.py test tests/thai -x                       # what follows goes to pytest
    python3 dev.py page                                     # dist/smartcert.html, with npm and node

Needs Python 3.11 or newer with venv, and nothing else. What it installs goes into `.venv` beside
this file.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACE = HERE / ".venv"
BIN = PLACE / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
DECLARED = ("pyproject.toml", "constraints.txt")
"""The files that say what is installed; the environment is made again when one changes."""

CHECKS = [
    ["ruff", "check"],
    ["ruff", "format", "--check"],
    ["mypy"],
    ["lint-imports"],
    ["smartcert", "criteria", "lint", "--lang", "en"],
]
"""What looks at the files and runs nothing of them; these run side by side."""

PARALLEL = ["-n", "auto", "--dist", "worksteal"]
COVERAGE = ["--cov", "--cov-report", "term"]
FAST = ["-m", "not tools and not installs and not long"]


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


def pytest_arguments(arguments: list[str]) -> list[str]:
    """Return what pytest is given. Only a run of all tests can tell what they cover."""
    if not arguments:
        return [*PARALLEL, *COVERAGE]
    if arguments[0] == "--fast":
        return [*PARALLEL, *FAST, *arguments[1:]]
    return arguments


def judge(arguments: list[str]) -> int:
    """Run every check and the tests, and say at the end which failed."""
    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(_checked, CHECKS)
        for command, (code, said) in zip(CHECKS, done, strict=True):
            print(f"-- {' '.join(command)}\n{said}", end="", file=sys.stderr)
            if code:
                failed.append(" ".join(command))
    print("-- pytest", file=sys.stderr)
    tests = [str(BIN / "pytest"), *pytest_arguments(arguments)]
    if subprocess.run(tests, cwd=HERE, check=False).returncode:
        failed.append("pytest")
    print(f"failed: {', '.join(failed)}" if failed else "all passed", file=sys.stderr)
    return bool(failed)


def _checked(command: list[str]) -> tuple[int, str]:
    program, *rest = command
    done = subprocess.run(
        [str(BIN / program), *rest],
        cwd=HERE,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def main(arguments: list[str]) -> None:
    """Set up and run."""
    if sys.version_info < (3, 11):
        sys.exit("smartcert needs Python 3.11 or newer")
    # Without compiled files every start would pay for compiling again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if arguments[:1] == ["test"]:
        environment(development=True)
        sys.exit(judge(arguments[1:]))
    if arguments == ["page"]:
        environment(development=True)
        sys.exit(subprocess.run([str(PYTHON), str(HERE / "page" / "build.py")]).returncode)
    environment(development=False)
    sys.exit(subprocess.run([str(BIN / "smartcert"), *arguments], check=False).returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
