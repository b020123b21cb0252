"""`smartcert criteria`: every requirement is listed, shown and judged."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from smartcert.thai.words import width
from support import EXAMPLES, catalog, run

CONTEST = EXAMPLES / "catalogs" / "mobility-contest"


def listed(out: str) -> list[str]:
    return re.findall(r"^  [●○] (\S+) ", out, re.MULTILINE)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_requirement_is_listed_under_its_group(lang):
    found = run("criteria", "list", "--lang", lang)
    assert found.code == 0
    asked = catalog().in_edition(2569)
    assert listed(found.out) == [item.id for item in asked]
    assert max(map(width, found.out.splitlines())) <= 80
    assert str(len(asked)) in found.out.splitlines()[-1]
    for group in catalog().groups.values():
        assert group.title[lang].split()[0] in found.out


def test_the_sign_tells_the_level():
    out = run("criteria", "list", "--lang", "en").out
    for item in catalog().in_edition(2569):
        default = item.level.default
        assert f"  {'●' if default == 'mandatory' else '○'} {item.id} " in out


@pytest.mark.parametrize("edition", [2562, 2569])
def test_an_edition_lists_what_it_asks(edition):
    found = run("criteria", "list", "--edition", str(edition))
    assert listed(found.out) == [item.id for item in catalog().in_edition(edition)]


@pytest.mark.parametrize("profile", [*catalog().profiles])
def test_a_profile_lists_what_it_asks(profile):
    found = run("criteria", "list", "--profile", profile)
    asked = [item.id for item in catalog().in_edition(2569) if profile in item.profiles]
    assert listed(found.out) == asked
    assert 0 < len(asked) < len(catalog().requirements)


def test_json_says_the_same_as_text():
    data = json.loads(run("criteria", "list", "--format", "json").out)
    assert list(data) == ["format", "catalog", "edition", "requirements"]
    assert (data["format"], data["catalog"], data["edition"]) == (1, "th-smart-city", 2569)
    assert [item["id"] for item in data["requirements"]] == listed(run("criteria", "list").out)
    assert all(set(item["title"]) == {"th", "en"} for item in data["requirements"])


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_indicator_is_listed_with_its_target(lang):
    found = run("criteria", "list", "--lang", lang)
    assert re.findall(r"^  · (\S+) ", found.out, re.MULTILINE) == list(catalog().indicators)
    said = "".join(found.out.split())
    assert all("".join(item.title[lang].split()) in said for item in catalog().indicators.values())
    assert "มากกว่าร้อยละ50" in said if lang == "th" else "morethan50percent" in said


def test_another_catalog_lists_what_its_profiles_ask():
    found = run("criteria", "list", "--criteria", CONTEST)
    asked = run("criteria", "list", "--criteria", CONTEST, "--profile", "contest")
    assert {"M-1", "M-2"} <= set(listed(found.out))
    assert not {"G0-4", "C4-R1", "C4-R2", "C4-R7", "X-1"} & set(listed(found.out))
    assert listed(found.out) == listed(asked.out)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--format", "xml"], ""),
        (["--profile", "lgo"], "--profile logo"),
        (["--edition", "2568"], ""),
        (["--edition", "x"], "--edition 2569"),
        (["--lang", "fr"], ""),
    ],
)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_wrong_usage_is_told_with_a_hint(arguments, hint, lang, monkeypatch):
    monkeypatch.setenv("SMARTCERT_LANG", lang)
    found = run("criteria", "list", *arguments)
    assert (found.code, found.out) == (2, "")
    first, *rest = found.err.splitlines()
    assert arguments[0] in first
    assert rest == ([f"  {hint}"] if hint else [])


def test_an_unknown_requirement_is_not_shown():
    found = run("criteria", "show", "C9-9", "--lang", "en")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("smartcert: no code or field C9-9\n")


@pytest.mark.parametrize(
    ("where", "lang", "told"),
    [
        ([], "th", "ชุดเกณฑ์ถูกต้อง"),
        (["th-smart-city"], "en", "The catalog is sound."),
        ([CONTEST], "th", "ชุดเกณฑ์ถูกต้อง"),
        ([CONTEST], "en", "The catalog is sound."),
    ],
    ids=["bare", "id", "folder-th", "folder-en"],
)
def test_a_sound_catalog_is_said_to_be_sound(where, lang, told):
    assert run("criteria", "lint", *where, "--lang", lang) == (0, f"{told}\n", "")


@pytest.mark.parametrize(
    ("lang", "told"),
    [("th", "พบข้อผิดพลาดในชุดเกณฑ์ 1 รายการ"), ("en", "Complaints about the catalog: 1")],
)
def test_a_complaint_is_told_at_its_place(lang, told, tmp_path):
    folder = tmp_path / "contest"
    shutil.copytree(CONTEST, folder)
    text = (folder / "m-mobility.yaml").read_text(encoding="utf-8")
    (folder / "m-mobility.yaml").write_text(
        text.replace("sources: [CONTEST]", "sources: [HEARSAY]", 1), encoding="utf-8"
    )
    line = text[: text.index("sources: [CONTEST]")].count("\n") + 1
    found = run("criteria", "lint", folder, "--lang", lang)
    first, *meanings, last = found.out.splitlines()
    assert found.code == 4
    assert re.fullmatch(
        rf"{re.escape(str(folder))}/m-mobility\.yaml:{line}:\d+: L005 M-1: .*HEARSAY.*", first
    )
    assert last == told
    assert [line[:5] for line in meanings] == (["L005 "] if lang == "th" else [])


@pytest.mark.parametrize("where", ["nowhere", ".", ""])
def test_a_folder_without_a_catalog_is_4(where, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = run("criteria", "lint", where, "--lang", "en")
    assert (found.code, found.out) == (4, "")
    assert "no catalog here" in found.err


def test_every_complaint_is_counted(tmp_path):
    folder = tmp_path / "contest"
    shutil.copytree(CONTEST, folder)
    text = (folder / "m-mobility.yaml").read_text(encoding="utf-8")
    (folder / "m-mobility.yaml").write_text(
        text.replace("    profiles: [contest]\n", "    profiles: [contest]\n    x: 1\n"),
        encoding="utf-8",
    )
    found = run("criteria", "lint", folder, "--lang", "en")
    *told, last = found.out.splitlines()
    assert (found.code, last) == (4, "Complaints about the catalog: 2")
    assert [line.split(": ")[1][:4] for line in told] == ["L002", "L002"]
