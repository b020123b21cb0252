"""The wheel, built once for all tests of a run, and an environment with nothing but it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from filelock import FileLock

from support import ROOT, python

LEFT_OUT = {
    ".git",
    ".venv",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "__pycache__",
    "node_modules",
    "dist",
    "build",
}
"""What lies in a checkout and is no part of it."""

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]

Once = Callable[[str, Callable[[Path], None]], Path]


def done(command: list[str | Path], **settings: object) -> subprocess.CompletedProcess[str]:
    """Run a command that has to succeed; what it said is shown when it does not."""
    found = subprocess.run(
        list(map(str, command)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **settings,  # type: ignore[call-overload]
    )
    assert found.returncode == 0, f"{found.args}\n{found.stdout}\n{found.stderr}"
    return found


def plain(folder: Path) -> dict[str, str]:
    """Return an environment in which nothing but the wheel is found, with a cache of its own."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "SMARTCERT_", "VIRTUAL_ENV", "COVERAGE_"))
    }
    return {**kept, "XDG_CACHE_HOME": str(folder / "cache")}


def dependencies() -> list[str]:
    """Return what pyproject.toml says that smartcert runs with."""
    return PROJECT["dependencies"]


def lowest(requirements: Iterable[str]) -> dict[str, str]:
    """Return the lowest version that each requirement allows, by name: `jinja2>=3.1.5`."""
    return dict(re.fullmatch(r"([\w-]+)>=([\d.]+)", line).groups() for line in requirements)


def pins() -> dict[str, str]:
    """Return the versions of constraints.txt by name, spelt as in pyproject.toml."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    named = [line.split("==") for line in lines if not line.startswith("#")]
    return {name.lower().replace("_", "-"): text for name, text in named}


def new_environment(folder: Path, wheel: Path, versions: dict[str, str], needed: list[str]) -> None:
    """Make an environment with what is needed, in these versions, and with the wheel."""
    # Our own pip installs into it: it needs none, and setting up one takes as long as the rest.
    venv.create(folder, with_pip=False, system_site_packages=False)
    constraints = folder / "constraints.txt"
    constraints.write_text(
        "\n".join(f"{name}=={text}" for name, text in versions.items()), encoding="utf-8"
    )
    pip = [python(), "-m", "pip", "--python", folder, "install", "--quiet", "--no-compile"]
    done([*pip, "--constraint", constraints, *needed])
    done([*pip, "--no-deps", wheel])


def programs(folder: Path) -> Path:
    """Return where an environment keeps its programs."""
    return folder / ("Scripts" if sys.platform == "win32" else "bin")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Make a folder once for all processes that share a run; return the folder."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder = shared / name
        with FileLock(shared / f"{name}.lock"):
            if not (shared / f"{name}.done").exists():
                fill(folder)
                (shared / f"{name}.done").touch()
        return folder

    return make


@pytest.fixture(scope="session")
def wheel(once: Once) -> Path:
    """Build the wheel from a copy, so that the checkout is left as it is."""

    def build(folder: Path) -> None:
        source = folder / "source"
        shutil.copytree(ROOT, source, ignore=lambda _, names: LEFT_OUT.intersection(names))
        command = [python(), "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source]
        done(command, env=plain(folder))

    (built,) = once("wheel", build).glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, once: Once) -> Path:
    """Install the wheel into an empty environment; return the folder of its programs."""

    def install(folder: Path) -> None:
        new_environment(folder, wheel, pins(), dependencies())

    return programs(once("environment", install))


@pytest.fixture(scope="session")
def oldest(wheel: Path, once: Once) -> Path:
    """Install the wheel with the lowest versions it allows, and pytest; return the programs."""
    needed = [*dependencies(), *EXTRAS["pdf"]]
    for_tests = ["filelock", "hypothesis", "jsonschema", "pytest"]

    def install(folder: Path) -> None:
        new_environment(folder, wheel, {**pins(), **lowest(needed)}, [*needed, *for_tests])

    return programs(once("lowest", install))
