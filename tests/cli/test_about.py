"""What a report of a bug needs, said by the command itself."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest
import yaml

from smartcert import __version__
from smartcert.catalog.loader import load_catalog
from support import run


@pytest.mark.parametrize("asked", ["--version --verbose", "-v -V", "--verbose -V", "--version -v"])
def test_it_tells_what_runs_and_nothing_of_whose_it_is(asked):
    done = run(*asked.split())
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == f"smartcert {__version__}"
    assert any(platform.python_version() in line for line in lines)
    assert any(load_catalog().digest in line for line in lines)
    assert f"PyYAML {yaml.__version__}".lower() in [line.lower() for line in lines]
    assert not any(line.startswith(("pytest", "mypy")) for line in lines)
    assert str(Path.home()) not in done.out
    assert str(Path.cwd()) not in done.out


@pytest.mark.parametrize("asked", ["--version --quiet", "--verbose --verbose", "-v --help"])
def test_another_pair_is_not_taken_for_it(asked):
    assert "CPython" not in run(*asked.split()).out
