"""What tests share."""

from __future__ import annotations

import os

import pytest

pytest_plugins = ["pytester", "all_tools", "wheel_fixtures", "report_fixtures", "town_fixtures"]


@pytest.fixture(autouse=True)
def _own_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test sees the user's language, colours or cache."""
    for name in list(os.environ):
        ours = name.startswith(("SMARTCERT_", "LC_", "GITHUB_", "GITLAB_", "CI_")) or name in (
            "LANG",
            "CI",
            "NO_COLOR",
            "COLUMNS",
        )
        if ours and name != "SMARTCERT_WRITE_GOLDEN":
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
