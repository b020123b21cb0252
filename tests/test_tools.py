"""Tests that need a program which is not there: skipped on a laptop, failed where everything was installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from support import ROOT, python

SKIPS = {
    "at the top": 'import pytest\npytest.importorskip("no_such_module", reason="Nothing is not installed")\n',
    "by a mark": 'import pytest\n@pytest.mark.skipif(True, reason="axe-core is not installed")\ndef test(): ...\n',
    "on its way": 'import pytest\ndef test(): pytest.skip("axe-core is not installed")\n',
}


def code(folder: Path, content: str, **env: str) -> int:
    shutil.copy(ROOT / "tests" / "all_tools.py", folder / "conftest.py")
    (folder / "test_it.py").write_text(content, encoding="utf-8")
    command = [
        python(),
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(folder),
        str(folder),
    ]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **env}, capture_output=True, check=False
    ).returncode


@pytest.mark.parametrize("how", SKIPS)
def test_a_program_that_should_be_there_is_missed(tmp_path: Path, how: str) -> None:
    assert code(tmp_path, SKIPS[how]) in (0, 5)
    assert code(tmp_path, SKIPS[how], SMARTCERT_ALL_TOOLS="1") in (1, 2)


def test_other_reasons_to_skip_stay(tmp_path: Path) -> None:
    assert (
        code(
            tmp_path,
            'import pytest\ndef test(): pytest.skip("no index here")\n',
            SMARTCERT_ALL_TOOLS="1",
        )
        == 0
    )
