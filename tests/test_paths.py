"""Where smartcert's own files lie, and how one is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartcert import paths
from smartcert.paths import cache_dir, data_dir, write_whole


@pytest.mark.parametrize("name", ["criteria", "messages", "templates"])
def test_data_lies_at_the_top_of_a_checkout(name):
    assert data_dir(name).is_dir()


def test_data_lies_inside_an_installed_package(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "site" / "smartcert")
    assert data_dir("criteria") == tmp_path / "criteria"
    (tmp_path / "site" / "smartcert" / "_data" / "criteria").mkdir(parents=True)
    assert data_dir("criteria") == tmp_path / "site" / "smartcert" / "_data" / "criteria"


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "LOCALAPPDATA"])
def test_the_cache_lies_where_the_system_wants_it(variable, tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert cache_dir() == tmp_path / "smartcert"


def test_without_a_home_the_cache_is_a_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)

    def nobody() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", nobody)
    assert cache_dir().name == "smartcert"


def test_a_file_is_written_with_its_folder(tmp_path):
    write_whole(tmp_path / "new" / "report.html", b"one")
    write_whole(tmp_path / "new" / "report.html", b"two")
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["report.html"]
    assert (tmp_path / "new" / "report.html").read_bytes() == b"two"


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OSError, match="report"):
        write_whole(tmp_path / "report.html", b"one")
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]
