"""What the CI tests share: a small town's ready proposal, to take away from."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from support import EXAMPLES, Run, run

TODAY = "2569-11-21"


@dataclass(frozen=True)
class Town:
    """A folder with the ready proposal, its annexes, and what a test makes of it."""

    folder: Path
    ready: str

    def draft(
        self, *dropped: str, name: str = "proposal.yaml", change: Callable[[str], str] = str
    ) -> Path:
        """Write the proposal without some sections, such as `area.vision`; return its name."""
        text = self.ready
        for path in dropped:
            text = without(text, path)
        (self.folder / name).write_text(change(text), encoding="utf-8")
        return Path(name)

    def write(self, name: str, text: str) -> Path:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")
        return Path(name)

    def line(self, file: Path, text: str) -> int:
        """Give the number of the first line that begins with a text."""
        lines = file.read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if line.startswith(text))

    def check(self, *arguments: str | Path, today: str = TODAY) -> Run:
        return run("check", *arguments, "--lang", "en", "--today", today)

    def result(self, *arguments: str | Path, today: str = TODAY) -> dict[str, Any]:
        return json.loads(self.check(*arguments, "--format", "json", today=today).out)

    def as_format(self, name: str, *arguments: str | Path, today: str = TODAY) -> str:
        return self.check(*arguments, "--format", name, today=today).out


def without(text: str, path: str) -> str:
    """Take a section out of a proposal's text, with everything below it."""
    *parents, key = path.split(".")
    start = 0
    for depth, parent in enumerate(parents):
        found = re.compile(rf"^{'  ' * depth}{parent}:", re.MULTILINE).search(text, start)
        assert found, path
        start = found.end()
    indent = "  " * len(parents)
    section = re.compile(
        rf"^{indent}{key}:.*\n(?:{indent}[ -].*\n|[ \t]*\n)*", re.MULTILINE
    ).search(text, start)
    assert section, path
    return text[: section.start()] + text[section.end() :]


def git(*arguments: str) -> str:
    """Run git as somebody; return what it prints."""
    settings = ("user.name=t", "user.email=t@example.org", "commit.gpgsign=false")
    stated = [part for each in settings for part in ("-c", each)]
    done = subprocess.run(
        ["git", *stated, *arguments], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    shutil.copytree(EXAMPLES / "minimum" / "annexes", tmp_path / "annexes")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMARTCERT_DEBUG", "1")
    return Town(tmp_path, (EXAMPLES / "minimum" / "proposal.yaml").read_text(encoding="utf-8"))
