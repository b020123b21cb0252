"""The compiled form of a catalog is used when it is fresh, and is never needed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from smartcert.catalog import compiler as compiling
from smartcert.catalog.loader import compile_data, load_catalog
from smartcert.errors import CatalogError
from smartcert.paths import COMPILED, cache_dir, data_dir, digest_of
from support import catalog, run

HEAD = """\
smartcert-catalog: 1
id: small
title: {th: ชุดเกณฑ์ย่อ, en: Small catalog}
editions: [{id: 2569, title: {th: ฉบับเดียว, en: The only one}}]
profiles: [{id: logo, title: {th: ขอตรา, en: Logo}}]
groups: [C1]
"""

GROUP = """\
group: C1
title: {th: พื้นที่, en: Area}
requirements:
  - id: C1-1
    title: {th: วิสัยทัศน์, en: Vision A}
    level: mandatory
    basis: official
    sources: [BOOK]
    profiles: [logo]
    why: {th: ต้องรู้, en: It has to be known.}
    fix: {th: เขียน, en: Write it.}
    stub: "area: {vision: เมืองที่น่าอยู่}"
    check: {present: {path: area.vision}}
    examples: {pass: "area: {vision: เมืองที่น่าอยู่}", fail: "area: {}"}
"""

SOURCES = "sources: [{key: BOOK, title: {th: คู่มือ, en: A handbook}, kind: official}]\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A small catalog, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    where = tmp_path / "small"
    where.mkdir()
    for name, text in (("catalog.yaml", HEAD), ("c1.yaml", GROUP), ("sources.yaml", SOURCES)):
        (where / name).write_text(text, encoding="utf-8")
    return where


@pytest.fixture
def compilations(monkeypatch):
    """The folders that are compiled from YAML, in order."""
    seen: list[Path] = []
    real = compiling.compile_folder

    def counted(where: Path) -> compiling.Compiled:
        seen.append(where)
        return real(where)

    monkeypatch.setattr(compiling, "compile_folder", counted)
    return seen


def title(where: Path) -> str:
    return load_catalog(str(where)).requirements["C1-1"].title["en"]


def edit(file: Path) -> None:
    """Change one byte of the title, and keep the time of the file: only its content tells."""
    stat = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Vision A", b"Vision B"))
    import os

    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def cached() -> list[Path]:
    return sorted(cache_dir().glob("catalog-*.json"))


def test_a_catalog_is_compiled_once(folder, compilations):
    first = load_catalog(str(folder))
    second = load_catalog(str(folder))
    assert compilations == [folder]
    assert first == second
    assert len(cached()) == 1


def test_the_cache_says_the_same_as_the_yaml(folder):
    from_yaml = load_catalog(str(folder))
    assert load_catalog(str(folder)) == from_yaml
    assert from_yaml.requirements["C1-1"].title == {"th": "วิสัยทัศน์", "en": "Vision A"}


def test_the_cache_is_really_what_is_read(folder, compilations):
    load_catalog(str(folder))
    (file,) = cached()
    file.write_bytes(file.read_bytes().replace(b"Vision A", b"Vision C"))
    assert title(folder) == "Vision C"
    assert compilations == [folder]


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions there")
@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_cache_that_others_may_write_is_not_believed(folder, compilations, place):
    load_catalog(str(folder))
    (file,) = cached()
    file.write_bytes(file.read_bytes().replace(b"Vision A", b"Vision C"))
    (file if place == "file" else file.parent).chmod(0o777)
    assert title(folder) == "Vision A"
    assert compilations == [folder, folder]


def test_what_changes_while_it_is_compiled_is_not_kept(folder, monkeypatch):
    real = compiling.compile_folder

    def interrupted(where: Path) -> compiling.Compiled:
        edit(folder / "c1.yaml")
        return real(where)

    monkeypatch.setattr(compiling, "compile_folder", interrupted)
    assert title(folder) == "Vision B"
    assert cached() == []


def test_a_stale_cache_is_not_used(folder, compilations):
    assert title(folder) == "Vision A"
    edit(folder / "c1.yaml")
    assert title(folder) == "Vision B"
    assert compilations == [folder, folder]


@pytest.mark.parametrize("change", ["new", "renamed", "gone"])
def test_a_change_of_files_makes_the_cache_stale(change, folder):
    before = digest_of(folder)
    match change:
        case "new":
            (folder / "x.yaml").write_text("group: X\n", encoding="utf-8")
        case "renamed":
            (folder / "c1.yaml").rename(folder / "c2.yaml")
        case "gone":
            (folder / "sources.yaml").unlink()
    assert digest_of(folder) != before


def test_bytes_moved_from_one_file_to_the_next_change_the_digest(folder):
    (folder / "x.yaml").write_bytes(b"# ab")
    (folder / "y.yaml").write_bytes(b"# cd")
    before = digest_of(folder)
    (folder / "x.yaml").write_bytes(b"# ")
    (folder / "y.yaml").write_bytes(b"ab# cd")
    assert digest_of(folder) != before


def test_a_compiled_form_in_the_package_is_used_while_fresh(folder, compilations, monkeypatch):
    monkeypatch.setattr("smartcert.paths._PACKAGE", folder.parent)
    data = compile_data(folder, digest_of(folder))
    data["requirements"][0]["title"]["en"] = "Vision of the package"
    (folder / COMPILED).write_text(json.dumps(data), encoding="utf-8")
    compilations.clear()
    assert title(folder) == "Vision of the package"
    assert compilations == []
    edit(folder / "c1.yaml")
    assert title(folder) == "Vision B"
    assert compilations == [folder]


def test_a_compiled_form_that_came_with_a_catalog_is_not_believed(folder, compilations):
    data = compile_data(folder, digest_of(folder))
    data["requirements"][0]["title"]["en"] = "Vision of a stranger"
    (folder / COMPILED).write_text(json.dumps(data), encoding="utf-8")
    compilations.clear()
    assert title(folder) == "Vision A"
    assert compilations == [folder]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b"{}", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"format": 0}'],
    ids=["empty", "cut", "null", "list", "nothing", "text", "bytes", "deep", "format"],
)
def test_a_broken_cache_is_ignored(content, folder, compilations):
    load_catalog(str(folder))
    (file,) = cached()
    file.write_bytes(content)
    assert title(folder) == "Vision A"
    assert compilations == [folder, folder]
    assert title(folder) == "Vision A"
    assert compilations == [folder, folder], "the cache is written anew"


def test_a_cache_of_another_format_is_ignored(folder, compilations):
    load_catalog(str(folder))
    (file,) = cached()
    data = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**data, "format": data["format"] + 1}), encoding="utf-8")
    load_catalog(str(folder))
    assert compilations == [folder, folder]


def test_a_cache_that_lacks_parts_is_ignored(folder):
    load_catalog(str(folder))
    (file,) = cached()
    data = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(
        json.dumps({"format": data["format"], "digest": data["digest"]}), encoding="utf-8"
    )
    assert title(folder) == "Vision A"


def test_a_cache_that_cannot_be_written_does_not_matter(folder, tmp_path, compilations):
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    assert title(folder) == "Vision A"
    assert title(folder) == "Vision A"
    assert compilations == [folder, folder]


def test_a_missing_home_does_not_matter(folder, monkeypatch):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.delenv(name, raising=False)

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert title(folder) == "Vision A"


@pytest.mark.parametrize(
    "where", ["nowhere", "./nowhere", "../th-smart-city", "a/b", "", "th-smart-city/../.."]
)
def test_a_missing_folder_is_a_fault_of_the_catalog(where, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CatalogError) as problem:
        load_catalog(where)
    assert problem.value.exit_code == 4
    assert "catalog.yaml" in problem.value.text("th")
    assert "catalog.yaml" in problem.value.text("en")


def test_a_folder_without_catalog_yaml_is_no_catalog(folder):
    (folder / "catalog.yaml").unlink()
    with pytest.raises(CatalogError):
        load_catalog(str(folder))


def test_the_built_in_catalog_has_an_id_and_is_the_usual_one():
    assert load_catalog("th-smart-city") == catalog()
    assert load_catalog(str(data_dir("criteria") / "th-smart-city")) == catalog()


def test_a_folder_of_the_name_of_a_built_in_catalog_comes_first(folder, monkeypatch):
    folder.rename(folder.parent / "th-smart-city")
    monkeypatch.chdir(folder.parent)
    assert load_catalog("th-smart-city").id == "small"


def test_a_fault_of_the_yaml_names_the_place(folder):
    (folder / "c1.yaml").write_text(
        GROUP.replace("basis: official", "basis: hearsay"), encoding="utf-8"
    )
    with pytest.raises(CatalogError) as problem:
        load_catalog(str(folder))
    assert "c1.yaml:7:" in problem.value.text("en")
    assert cached() == [], "what is broken is not kept"


def test_examples_are_not_part_of_what_is_loaded(folder):
    assert load_catalog(str(folder)).requirements["C1-1"].examples == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("check: {present: {path: area.vision}}", "check: {exists: {path: area.vision}}"),
        ("check: {present: {path: area.vision}}", "check: {}"),
        ("check: {present: {path: area.vision}}", "check: {present: area.vision}"),
        ("profiles: [logo]\n", "profiles: [logo]\n    since: 2561\n"),
    ],
    ids=["unknown kind", "no kind", "no parameters", "unknown edition"],
)
def test_a_catalog_that_cannot_work_is_told_and_is_no_bug(old, new, folder, tmp_path):
    (folder / "c1.yaml").write_text(GROUP.replace(old, new), encoding="utf-8")
    (tmp_path / "proposal.yaml").write_text("smartcert: 1\n", encoding="utf-8")
    found = run("check", tmp_path / "proposal.yaml", "--criteria", folder, "--lang", "en")
    assert found.code == 4, found.err
    assert len(found.err.splitlines()) <= 2


def test_a_default_edition_that_is_not_there_is_told(folder, tmp_path):
    (folder / "catalog.yaml").write_text(HEAD + "default_edition: 2570\n", encoding="utf-8")
    (tmp_path / "proposal.yaml").write_text("smartcert: 1\n", encoding="utf-8")
    found = run("check", tmp_path / "proposal.yaml", "--criteria", folder, "--lang", "en")
    assert found.code == 4, found.err


def test_a_default_profile_that_is_not_there_is_told(folder, tmp_path):
    (folder / "catalog.yaml").write_text(HEAD + "default_profile: medal\n", encoding="utf-8")
    (tmp_path / "proposal.yaml").write_text("smartcert: 1\n", encoding="utf-8")
    found = run("check", tmp_path / "proposal.yaml", "--criteria", folder, "--lang", "en")
    assert found.code == 4, found.err
