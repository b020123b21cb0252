"""Where smartcert's own files lie, and how one is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartcert import paths
from smartcert.paths import cache_dir, data_dir, digest_of, write_whole, yaml_files


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


def test_without_a_home_there_is_no_cache(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)

    def nobody() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", nobody)
    assert cache_dir() is None


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


def test_the_yaml_of_a_folder_is_listed_in_order_by_its_name_from_there(tmp_path):
    for name in ("b.yaml", "a-b.yaml", "a/z.yaml", "a/.hidden.yaml", "a/notes.md", "x.yaml/y.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "linked").symlink_to(tmp_path / "a")
    (tmp_path / "one.yaml").symlink_to(tmp_path / "b.yaml")
    found = yaml_files(tmp_path)
    names = ["a/.hidden.yaml", "a/z.yaml", "a-b.yaml", "b.yaml", "one.yaml", "x.yaml/y.yaml"]
    assert [*found] == names
    assert [*found.values()] == sorted(tmp_path / name for name in names)


def test_a_digest_stays_what_it_was(tmp_path):
    (tmp_path / "b.yaml").write_bytes(b"b: 1\n")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.yaml").write_bytes(b"")
    assert digest_of(tmp_path) == (
        "sha256:3e514cc39349461900b7c41648f93ebc0c4474f48b1573483ac6108a929f4748"
    )
