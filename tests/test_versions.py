"""The versions that tests have passed with are written down, the lowest and the newest."""

from __future__ import annotations

import re

from support import ROOT
from wheel_fixtures import EXTRAS, dependencies, lowest, pins

NEEDED = [*dependencies(), *EXTRAS["pdf"], *EXTRAS["dev"]]


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


def test_every_version_that_is_tried_is_written_down():
    names = {re.split("[<>=]", line)[0].lower() for line in NEEDED}
    assert set(pins()) == names


def test_no_place_to_install_from_is_written_down():
    for name in ("pyproject.toml", "constraints.txt"):
        assert not re.search("index-url|find-links|://", (ROOT / name).read_text(encoding="utf-8"))


def test_what_is_tried_is_what_is_allowed():
    bounds = lowest(line for line in NEEDED if ">=" in line)
    assert [name for name, low in bounds.items() if version(low) > version(pins()[name])] == []
