"""Settings: flag over environment over file; found upward; files from where the configuration lies."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from support import ROOT, run


def settings(*arguments: str | Path) -> dict[str, tuple[str | None, str]]:
    done = run("config", *arguments, "--format", "json")
    assert done.code == 0, done.err
    return {key: (entry["value"], entry["origin"]) for key, entry in json.loads(done.out)["settings"].items()}


def profile(town, *arguments: str) -> str:
    return json.loads(run("check", "proposal.yaml", "--format", "json", *arguments).out)["catalog"]["profile"]


def test_flag_over_environment_over_file_over_proposal(town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.draft()
    assert profile(town) == "logo"
    town.write("smartcert.yaml", "profile: promotion-area\n")
    assert profile(town) == "promotion-area"
    monkeypatch.setenv("SMARTCERT_PROFILE", "renewal")
    assert profile(town) == "renewal"
    assert profile(town, "--profile", "boi-area") == "boi-area"


def test_an_empty_variable_says_nothing(town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.write("smartcert.yaml", "profile: promotion-area\n")
    monkeypatch.setenv("SMARTCERT_PROFILE", "")
    assert settings()["profile"] == ("promotion-area", "smartcert.yaml:1")


@pytest.mark.parametrize(
    ("key", "value", "code"), [("fail_on", "recommended", 1), ("fail_under", "99.9", 1), ("fail_on", "mandatory", 0)]
)
def test_gates_from_file_and_environment(town, monkeypatch: pytest.MonkeyPatch, key: str, value: str, code: int) -> None:
    file = town.draft("area.strengths")
    town.write("smartcert.yaml", f"{key}: {value}\n")
    assert run("check", file).code == code
    town.write("smartcert.yaml", "")
    Path("smartcert.yaml").unlink()
    monkeypatch.setenv(f"SMARTCERT_{key.upper()}", value)
    assert run("check", file).code == code


def test_language_from_the_file(town) -> None:
    file = town.draft()
    town.write("smartcert.yaml", "lang: en\n")
    assert "Verdict: ready" in run("check", file).out
    assert "พร้อมยื่น" in run("check", file, "--lang", "th").out


def test_it_is_found_upward_from_the_proposal_and_not_from_here(town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.write("smartcert.yaml", "fail_on: any\n")
    town.draft("area.strengths", name="รอบ 1.yaml")
    town.write("a/b/proposal.yaml", Path("รอบ 1.yaml").read_text(encoding="utf-8"))
    assert run("check", "a/b/proposal.yaml").code == 1
    monkeypatch.chdir(town.folder.parent)
    assert run("check", town.folder / "a" / "b").code == 1
    assert settings(town.folder / "a" / "b")["fail_on"] == ("any", f"{town.folder.name}/smartcert.yaml:1")


def test_the_nearest_wins_whole(town) -> None:
    town.write("smartcert.yaml", "fail_on: any\nprofile: renewal\n")
    town.write("a/smartcert.yaml", "fail_on: recommended\n")
    found = settings("a")
    assert found["fail_on"] == ("recommended", "a/smartcert.yaml:1")
    assert found["profile"][1] != "smartcert.yaml:2"


def test_a_pyproject_table(town) -> None:
    town.write("pyproject.toml", '[tool.smartcert]\nprofile = "renewal"\nfail-under = 80.5\npaths = ["ร่าง.yaml"]\n')
    found = settings()
    assert found["profile"] == ("renewal", "pyproject.toml")
    assert found["fail_under"] == ("80.5", "pyproject.toml")
    assert found["paths"][0] == "ร่าง.yaml"


def test_a_pyproject_of_somebody_else_is_passed_by(town) -> None:
    town.write("smartcert.yaml", "fail_on: any\n")
    town.write("a/pyproject.toml", '[project]\nname = "smartcert-drafts"\n')
    assert settings("a")["fail_on"] == ("any", "smartcert.yaml:1")


def test_smartcert_yaml_wins_over_pyproject_beside_it(town) -> None:
    town.write("pyproject.toml", '[tool.smartcert]\nfail_on = "any"\n')
    town.write("smartcert.yaml", "profile: renewal\n")
    assert settings()["fail_on"] == ("mandatory", "default")


@pytest.mark.parametrize(
    ("name", "content"),
    [("smartcert.yaml", "# ค่าของทีม\nprofil: logo\n"), ("pyproject.toml", '[tool.smartcert]\nprofil = "logo"\n')],
)
def test_an_unknown_key_is_an_error_with_a_suggestion(town, name: str, content: str) -> None:
    town.write(name, content)
    done = run("check", town.draft(), "--lang", "en")
    assert done.code == 2
    assert "unknown key “profil”; did you mean profile?" in done.err
    assert (f"{name}:2:" if name.endswith("yaml") else name) in done.err


def test_an_unknown_key_that_is_like_none_lists_all(town) -> None:
    town.write("smartcert.yaml", "zzz: 1\n")
    done = run("check", town.draft(), "--lang", "en")
    assert (done.code, "known are profile, edition, criteria" in done.err) == (2, True)


def test_files_are_meant_from_where_the_configuration_lies(town) -> None:
    town.write(
        "a/smartcert.yaml",
        "waivers: waivers.yaml\nbaseline: known.json\nno-regress: ../before.yaml\npaths: [proposal.yaml, b]\n",
    )
    found = settings("a")
    assert {key: found[key][0] for key in ("waivers", "baseline", "no_regress", "paths")} == {
        "waivers": "a/waivers.yaml",
        "baseline": "a/known.json",
        "no_regress": "before.yaml",
        "paths": "a/proposal.yaml\na/b",
    }


def test_a_revision_and_a_built_in_catalog_are_no_files(town) -> None:
    town.write("a/smartcert.yaml", "no_regress: git:main\ncriteria: th-smart-city\n")
    found = settings("a")
    assert (found["no_regress"][0], found["criteria"][0]) == ("git:main", "th-smart-city")


def test_paths_are_what_is_checked_when_nothing_is_named(town) -> None:
    town.write("smartcert.yaml", "paths: [drafts]\n")
    town.draft(name="other.yaml")
    town.write("drafts/one.yaml", town.ready)
    town.write("drafts/two.yaml", town.ready)
    town.write("drafts/notes.yaml", "note: ก\n")
    checked = json.loads(run("check", "--format", "json").out)["assessments"]
    assert [item["proposal"]["file"] for item in checked] == ["drafts/one.yaml", "drafts/two.yaml"]
    assert json.loads(run("check", "other.yaml", "--format", "json").out)["proposal"]["file"] == "other.yaml"


def test_waivers_from_the_file(town) -> None:
    town.write("ci/waivers.yaml", "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัด, until: 2569-12-31}]\n")
    town.write("smartcert.yaml", "waivers: ci/waivers.yaml\nfail_on: recommended\n")
    assert town.check(town.draft("area.strengths")).code == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("smartcert.yaml", "- profile\n"),
        ("smartcert.yaml", "just text\n"),
        ("smartcert.yaml", "profile: [\n"),
        ("smartcert.yaml", "profile: logo\nprofile: renewal\n"),
        ("smartcert.yaml", "profile: [logo, renewal]\n"),
        ("smartcert.yaml", "profile: []\n"),
        ("smartcert.yaml", "profile: {a: b}\n"),
        ("smartcert.yaml", "paths: [[a]]\n"),
        ("pyproject.toml", "[tool.smartcert\n"),
        ("pyproject.toml", "[tool]\nsmartcert = 1\n"),
        ("pyproject.toml", "[tool.smartcert.profile]\na = 1\n"),
    ],
)
def test_a_configuration_that_makes_no_sense_is_wrong_usage(town, name: str, content: str) -> None:
    town.write(name, content)
    done = run("check", town.draft(), "--lang", "en")
    assert done.code == 2
    assert name in done.err


def test_a_key_without_a_value_says_nothing(town) -> None:
    town.write("smartcert.yaml", "profile:\nfail_on: any\n")
    assert settings()["fail_on"][0] == "any"
    assert settings()["profile"][1] != "smartcert.yaml:1"


def test_config_shows_what_holds_where_nobody_says(town) -> None:
    found = settings()
    assert found["lang"] == ("th", "default")
    assert found["criteria"] == ("th-smart-city", "default")
    assert found["fail_on"] == ("mandatory", "default")
    assert str(found["edition"][0]).isdecimal()


def test_config_names_the_origin_of_each(town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.write("smartcert.yaml", "# ทีมแผน\nprofile: renewal\nfail_under: 80\n")
    monkeypatch.setenv("SMARTCERT_FAIL_UNDER", "90")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    lines = run("config").out.splitlines()
    assert "profile     renewal  (smartcert.yaml:2)" in lines
    assert "fail_under  90  (SMARTCERT_FAIL_UNDER)" in lines
    assert "lang        en  (LANG)" in lines


@pytest.mark.parametrize("page", ["ci.en.md", "ci.th.md"])
def test_the_docs_show_every_setting(town, page: str) -> None:
    found = re.search(r"```yaml\n(paths: .*?)```", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.DOTALL)
    assert found
    town.write("a/smartcert.yaml", found[1].replace("../criteria ", "th-smart-city "))
    assert {origin.rpartition(":")[0] for _, origin in settings("a").values()} == {"a/smartcert.yaml"}


@pytest.mark.parametrize("content", ["", "# nothing\n"])
def test_an_empty_configuration_says_nothing(town, content: str) -> None:
    town.write("smartcert.yaml", content)
    assert settings()["profile"][1] != "smartcert.yaml:1"
