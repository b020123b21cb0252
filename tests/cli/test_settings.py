"""Settings: flag over environment over file, which is found upward and names files from there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from smartcert.source import Limits
from support import ROOT, run


def settings(*arguments: str | Path) -> dict[str, tuple[str | None, str]]:
    """Give what `config` shows; whether a check could use it is another question."""
    done = run("config", *arguments, "--format", "json")
    return {
        key: (entry["value"], entry["origin"])
        for key, entry in json.loads(done.out)["settings"].items()
    }


def profile(town, *arguments: str) -> str:
    return json.loads(run("check", "proposal.yaml", "--format", "json", *arguments).out)["catalog"][
        "profile"
    ]


def test_flag_over_environment_over_file_over_proposal(
    town, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    ("key", "value", "code"),
    [("fail_on", "recommended", 1), ("fail_under", "99.9", 1), ("fail_on", "mandatory", 0)],
)
def test_gates_from_file_and_environment(
    town, monkeypatch: pytest.MonkeyPatch, key: str, value: str, code: int
) -> None:
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


def test_it_is_found_upward_from_the_proposal_and_not_from_here(
    town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.write("smartcert.yaml", "fail_on: any\n")
    town.draft("area.strengths", name="รอบ 1.yaml")
    town.write("a/b/proposal.yaml", Path("รอบ 1.yaml").read_text(encoding="utf-8"))
    assert run("check", "a/b/proposal.yaml").code == 1
    monkeypatch.chdir(town.folder.parent)
    assert run("check", town.folder / "a" / "b").code == 1
    assert settings(town.folder / "a" / "b")["fail_on"] == (
        "any",
        f"{town.folder.name}/smartcert.yaml:1",
    )


def test_the_nearest_wins_whole(town) -> None:
    town.write("smartcert.yaml", "fail_on: any\nprofile: renewal\n")
    town.write("a/smartcert.yaml", "fail_on: recommended\n")
    found = settings("a")
    assert found["fail_on"] == ("recommended", "a/smartcert.yaml:1")
    assert found["profile"][1] != "smartcert.yaml:2"


def test_a_pyproject_table(town) -> None:
    town.write(
        "pyproject.toml",
        '[tool.smartcert]\nprofile = "renewal"\nfail-under = 80.5\npaths = ["ร่าง.yaml"]\n',
    )
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
    [
        ("smartcert.yaml", "# ค่าของทีม\nprofil: logo\n"),
        ("pyproject.toml", '[tool.smartcert]\nprofil = "logo"\n'),
    ],
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
        "waivers: waivers.yaml\nbaseline: known.json\nno-regress: ../before.yaml\n"
        "paths: [proposal.yaml, b]\n",
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
    assert (
        json.loads(run("check", "other.yaml", "--format", "json").out)["proposal"]["file"]
        == "other.yaml"
    )


def test_waivers_from_the_file(town) -> None:
    town.write(
        "ci/waivers.yaml",
        "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัด, until: 2569-12-31}]\n",
    )
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
    found = re.search(
        r"```yaml\n(paths: \[proposal.*?)```",
        (ROOT / "docs" / page).read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert found
    town.write("a/smartcert.yaml", found[1].replace("../criteria ", "th-smart-city "))
    assert {origin.rpartition(":")[0] for _, origin in settings("a").values()} == {
        "a/smartcert.yaml"
    }


@pytest.mark.parametrize("content", ["", "# nothing\n"])
def test_an_empty_configuration_says_nothing(town, content: str) -> None:
    town.write("smartcert.yaml", content)
    assert settings()["profile"][1] != "smartcert.yaml:1"


def several(town, **configurations: str) -> None:
    """Write a proposal into each folder, with a configuration where one is given."""
    for folder, content in configurations.items():
        town.write(f"{folder}/proposal.yaml", town.ready)
        if content:
            town.write(f"{folder}/smartcert.yaml", content)


@pytest.mark.parametrize(
    "named",
    [
        ("a/proposal.yaml", "c/proposal.yaml"),
        ("c/proposal.yaml", "a/proposal.yaml"),
        (".",),
        ("a", "c"),
    ],
)
@pytest.mark.parametrize("other", ["profile: renewal\n", ""])
def test_a_run_follows_one_configuration(town, named: tuple[str, ...], other: str) -> None:
    several(town, a="profile: promotion-area\n", c=other)
    done = run("check", *named, "--lang", "en")
    assert done.code == 2
    assert "a/smartcert.yaml" in done.err
    assert ("c/smartcert.yaml" if other else "no configuration") in done.err
    assert "a/proposal.yaml" in done.err
    assert "c/proposal.yaml" in done.err


def test_the_configuration_of_a_folder_below_is_not_ignored(town) -> None:
    several(town, a="profile: promotion-area\n")
    assert (
        json.loads(run("check", ".", "--format", "json").out)["catalog"]["profile"]
        == "promotion-area"
    )
    town.write("smartcert.yaml", "profile: renewal\npaths: [a]\n")
    assert run("check").code == 2
    town.write("smartcert.yaml", "paths: [b]\n")
    several(town, b="")
    assert json.loads(run("check", "--format", "json").out)["catalog"]["profile"] == "logo"


def test_what_a_variable_names_may_lie_elsewhere(town, monkeypatch: pytest.MonkeyPatch) -> None:
    several(town, drafts="")
    town.write("ci/smartcert.yaml", "profile: renewal\n")
    monkeypatch.chdir(town.folder / "ci")
    monkeypatch.setenv("SMARTCERT_PATHS", "../drafts")
    assert json.loads(run("check", "--format", "json").out)["catalog"]["profile"] == "renewal"


def test_paths_of_the_environment_find_their_configuration(
    town, monkeypatch: pytest.MonkeyPatch
) -> None:
    several(town, drafts="profile: renewal\n")
    monkeypatch.setenv("SMARTCERT_PATHS", "drafts")
    assert json.loads(run("check", "--format", "json").out)["catalog"]["profile"] == "renewal"


WRONG = [
    ("fail_under", "high", "takes 0 to 100"),
    ("fail_under", "101", "takes 0 to 100"),
    ("fail_on", "everything", "is none of mandatory"),
    ("profile", "lgo", "is none of"),
    ("edition", "1999", "is none of"),
    ("edition", "soon", "is no year"),
    ("lang", "xx", "th, en"),
]


@pytest.mark.parametrize(("key", "value", "told"), WRONG)
def test_a_wrong_value_is_told_with_who_says_it(
    town, monkeypatch: pytest.MonkeyPatch, key: str, value: str, told: str
) -> None:
    file, flag, variable = town.draft(), f"--{key.replace('_', '-')}", f"SMARTCERT_{key.upper()}"
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    for command in ("check", "baseline write"):
        town.write("smartcert.yaml", f"# ทีมแผน\n{key}: {value}\n")
        if command == "check" or key not in ("fail_on", "fail_under"):
            done = run(*command.split(), file)
            assert (
                done.code,
                f"smartcert: smartcert.yaml:2: {key}" in done.err,
                told in done.err,
            ) == (2, True, True), done.err
    town.write("smartcert.yaml", "")
    monkeypatch.setenv(variable, value)
    done = run("check", file)
    assert (done.code, f"smartcert: {variable}" in done.err, told in done.err) == (2, True, True), (
        done.err
    )
    monkeypatch.delenv(variable)
    done = run("check", file, flag, value)
    assert (done.code, f"smartcert: {flag}" in done.err, told in done.err) == (2, True, True), (
        done.err
    )


def test_a_remedy_is_written_as_the_value_was_set(town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.write("smartcert.yaml", "profile: lgo\n")
    assert "  profile: logo\n" in run("check", town.draft()).err
    town.write("smartcert.yaml", "")
    monkeypatch.setenv("SMARTCERT_PROFILE", "lgo")
    assert "  SMARTCERT_PROFILE=logo\n" in run("check", "proposal.yaml").err
    assert "  --profile logo\n" in run("check", "proposal.yaml", "--profile", "lgo").err


@pytest.mark.parametrize("name", ["smartcert.yaml", "pyproject.toml"])
def test_an_empty_value_says_nothing(town, name: str) -> None:
    town.write(
        name,
        "fail_on: ''\nprofile: ''\n"
        if name.endswith("yaml")
        else '[tool.smartcert]\nfail_on = ""\nprofile = ""\n',
    )
    found = settings()
    assert (found["fail_on"], found["profile"][1]) == (
        ("mandatory", "default"),
        "catalog, unless the proposal says",
    )
    assert run("check", town.draft("area.vision")).code == 1


def test_all_unknown_keys_are_told(town) -> None:
    town.write("smartcert.yaml", "profil: logo\nlang: en\ncatalog: x\nlanguage: en\ngates: any\n")
    done = run("check", town.draft())
    assert done.code == 2
    for line, key, meant in (
        (1, "profil", "profile"),
        (3, "catalog", "criteria"),
        (4, "language", "lang"),
        (5, "gates", "fail_on"),
    ):
        assert f"smartcert.yaml:{line}: unknown key “{key}”; did you mean {meant}" in done.err


def test_one_key_in_two_spellings_is_refused(town) -> None:
    town.write("smartcert.yaml", "fail_on: any\nfail-on: mandatory\n")
    done = run("check", town.draft(), "--lang", "en")
    assert (
        done.code,
        "smartcert.yaml:2: fail_on is set already at smartcert.yaml:1" in done.err,
    ) == (2, True)


def test_the_other_ending_is_read_too(town) -> None:
    town.write("smartcert.yml", "fail_on: any\n")
    assert settings()["fail_on"] == ("any", "smartcert.yml:1")
    town.write("smartcert.yaml", "fail_on: mandatory\n")
    done = run("check", town.draft(), "--lang", "en")
    assert (done.code, "smartcert.yaml / smartcert.yml" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SMARTCERT_FAIL_UDER", "SMARTCERT_FAIL_UNDER"),
        ("SMARTCERT_CATALOG", "SMARTCERT_CRITERIA"),
        ("SMARTCERT_TODAY", "--today"),
    ],
)
def test_a_misspelt_variable_is_wrong_usage(
    town, monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    monkeypatch.setenv(name, "100")
    done = run("check", town.draft(), "--lang", "en")
    assert (done.code, f"unknown variable {name}; did you mean {meant}?" in done.err) == (2, True)


def test_a_variable_of_somebody_else_is_passed_by(town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMARTCERT_INSTALL", "git+https://git.example.go.th/OWNER/smartcert")
    monkeypatch.setenv("_SMARTCERT_COMPLETE", "")
    assert run("check", town.draft()).code == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("profile: [\n", "smartcert.yaml:1: "),
        ("profile: logo\nprofile: renewal\n", "smartcert.yaml:2: the key “profile” is"),
        ("paths: [a, [b]]\n", "smartcert.yaml:1: paths takes names of files and folders"),
    ],
)
def test_a_broken_configuration_is_told_in_a_sentence(town, content: str, told: str) -> None:
    town.write("smartcert.yaml", content)
    done = run("check", town.draft(), "--lang", "en")
    assert (done.code, told in done.err) == (2, True), done.err
    assert not re.search(r": [YP]\d{3}$", done.err, re.MULTILINE)


def test_faults_of_a_configuration_are_told_in_its_language(
    town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.write("smartcert.yaml", "lang: en\nprofil: logo\n")
    assert "unknown key" in run("check", town.draft()).err
    monkeypatch.chdir(town.folder.parent)
    assert "unknown key" in run("check", town.folder / "proposal.yaml").err
    assert "ไม่รู้จัก" in run("check", town.folder / "proposal.yaml", "--lang", "th").err
    monkeypatch.setenv("SMARTCERT_LANG", "th")
    assert "ไม่รู้จัก" in run("check", town.folder / "proposal.yaml").err


def test_a_folder_gives_what_is_a_proposal(town) -> None:
    several(town, drafts="")
    town.write(".cache/a/b/proposal.yaml", town.ready)
    town.write("drafts/.old/proposal.yaml", town.ready)
    town.write("ci/gitlab.yml", "smartcert:\n  extends: .smartcert\n")
    town.write("thai.yaml", town.ready.replace("smartcert: 1", "smartcert: ๑"))
    found = json.loads(run("check", ".", "--format", "json").out)["assessments"]
    assert [item["proposal"]["file"] for item in found] == ["drafts/proposal.yaml", "thai.yaml"]
    assert run("check", town.folder / ".cache").code == 0


def test_no_proposal_here_says_what_to_do(town) -> None:
    done = run("check", "--lang", "en")
    assert (
        done.code,
        "name a proposal or a folder, or set paths in smartcert.yaml" in done.err,
    ) == (2, True)


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        *((key, value, 2) for key, value, _ in WRONG),
        ("waivers", "nowhere.yaml", 2),
        ("baseline", "nowhere.json", 2),
        ("paths", "nowhere.yaml", 2),
        ("criteria", "nowhere", 4),
    ],
)
def test_config_shows_and_refuses_what_a_check_would_refuse(
    town, key: str, value: str, code: int
) -> None:
    town.write("smartcert.yaml", f"{key}: {value}\n")
    done = run("config", "--lang", "th") if key != "lang" else run("config")
    assert done.code == code
    assert re.search(
        rf"^{key} +{re.escape(value)}  \(smartcert.yaml:1\)$", done.out, re.MULTILINE
    ), done.out
    assert value in done.err
    assert run("check", town.draft(), *([] if key != "paths" else ["nowhere.yaml"])).code == code


def test_config_shows_the_usual_proposal(town) -> None:
    assert settings()["paths"] == ("proposal.yaml", "default")


def test_config_can_be_asked_in_a_language(town) -> None:
    assert settings("--lang", "en")["lang"] == ("en", "--lang")
    town.write("smartcert.yaml", "profil: logo\n")
    assert "unknown key" in run("config", "--lang", "en").err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("smartcert.yaml", "fail_on: any\n"),
        ("pyproject.toml", '[tool.smartcert]\nfail_on = "any"\n'),
    ],
)
def test_a_configuration_over_the_size_limit_is_refused(town, name: str, content: str) -> None:
    town.write(name, content + "#" * Limits().size)
    done = run("check", town.draft(), "--lang", "en")
    told = f"smartcert: {name} has more than 1,048,576 bytes, and no more are read"
    assert (done.code, done.err.splitlines()[0]) == (2, told)
