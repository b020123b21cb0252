"""A proposal that was there before cannot leave a check unseen, by whatever way."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from support import run
from town_fixtures import Town, git

pytestmark = pytest.mark.long

FILES = ("drafts/a.yaml", "drafts/b.yaml")


def of_city(text: str, part: str) -> str:
    """Name another city; what the example of ours says counts only for ours."""
    return text.replace("  name: เมืองสายธาร\n", f"  name: เมืองสายธาร เขต {part}\n")


@pytest.fixture
def drafts(town) -> Town:
    """Two ready drafts, committed, and their results as JSON."""
    shutil.move("annexes", "drafts/annexes")
    git("init", "-q")
    for file in FILES:
        town.draft(name=file, change=lambda text, file=file: of_city(text, Path(file).stem))
    git("add", ".")
    git("commit", "-q", "-m", "หนึ่ง")
    town.check("drafts", "--format", "json=base.json")
    return town


BASES = ["git:HEAD", "base.json"]


def rewritten(town: Town, city: str) -> str:
    """A draft of a city that shares little text with its earlier one, and is worse."""
    text = town.ready
    kept = [line for line in text.splitlines() if line.startswith("  name:") or ":" not in line]
    return "\n".join(["smartcert: 1", "area:", *kept[:1], f"  name: {city}"]) + "\n"


def test_a_proposal_that_became_a_link_is_held_against_what_it_was(drafts: Town) -> None:
    drafts.draft("area.strengths", name="drafts/new.txt")
    Path(FILES[0]).unlink()
    Path(FILES[0]).symlink_to("new.txt")
    for base in BASES:
        done = drafts.check(FILES[0], "--no-regress", base)
        assert done.code == 1
        assert "no longer met" in done.out


def test_so_is_one_in_a_folder_that_became_a_link(drafts: Town) -> None:
    shutil.move("drafts", "other")
    drafts.draft("area.strengths", name="other/a.yaml")
    Path("drafts").symlink_to("other")
    assert drafts.check(FILES[0], "--no-regress", "git:HEAD").code == 1


def test_a_link_that_was_one_before_is_followed_as_it_was(drafts: Town) -> None:
    Path("drafts/link.yaml").symlink_to("a.yaml")
    git("add", ".")
    git("commit", "-q", "-m", "สอง")
    assert drafts.check("drafts/link.yaml", "--no-regress", "git:HEAD").code == 0
    drafts.draft("area.strengths", name=FILES[0])
    assert drafts.check("drafts/link.yaml", "--no-regress", "git:HEAD").code == 1


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("whole", [True, False])
def test_one_that_was_moved_and_rewritten_is_not_new(drafts: Town, base: str, whole: bool) -> None:
    Path(FILES[0]).unlink()
    drafts.write("drafts/c.yaml", rewritten(drafts, "เมืองสายธาร เขต a"))
    if base != "base.json":
        git("add", "-A")
    done = drafts.check("drafts" if whole else "drafts/c.yaml", "--no-regress", base)
    assert done.code == 1
    assert "no longer met" in done.out
    assert "drafts/a.yaml was a proposal" not in done.err


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("whole", [True, False])
def test_nor_is_one_whose_city_has_another_name(drafts: Town, base: str, whole: bool) -> None:
    Path(FILES[0]).unlink()
    drafts.write("drafts/c.yaml", rewritten(drafts, "เมืองค"))
    arguments = ["drafts"] if whole else [FILES[1], "drafts/c.yaml"]
    arguments += ["--profile", "renewal", "--no-regress", base]
    done = drafts.check(*arguments, "--fail-on", "mandatory")
    assert done.code == 1
    assert "had drafts/a.yaml, now gone" in " ".join(done.out.split())
    gates = json.loads(drafts.as_format("json", *arguments))["assessments"][-1]["gates"]
    assert gates[-1]["outcome"] == "failed"
    allowed = json.loads(drafts.as_format("json", *arguments, "--allow-removed"))
    assert allowed["assessments"][-1]["gates"][-1]["outcome"] == "skipped"


@pytest.mark.parametrize("base", BASES)
def test_a_new_draft_beside_all_others_is_new(drafts: Town, base: str) -> None:
    drafts.draft(name="drafts/c.yaml")
    done = drafts.check("drafts", "--no-regress", base)
    assert (done.code, done.err) == (0, "")
    assert f"{base} has no drafts/c.yaml yet" in done.out


@pytest.mark.parametrize("base", BASES)
def test_a_deleted_draft_is_told_and_fails(
    drafts: Town, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(FILES[1]).unlink()
    done = drafts.check("drafts", "--no-regress", base)
    assert done.code == 1
    assert f"drafts/b.yaml was a proposal in {base} and is gone" in done.err
    told = json.loads(drafts.as_format("json", "drafts", "--no-regress", base))
    assert told["lost"] == [{"file": "drafts/b.yaml", "reason": "removed", "base": base}]
    assert drafts.check("drafts", "--no-regress", base, "--allow-removed").code == 0
    assert drafts.check(FILES[0], "--no-regress", base).code == 0
    monkeypatch.setenv("SMARTCERT_ALLOW_REMOVED", "1")
    assert drafts.check("drafts", "--no-regress", base).code == 0


def test_a_settings_file_cant_allow_it(drafts: Town) -> None:
    drafts.write("smartcert.yaml", "allow_removed: true\npaths: [drafts]\n")
    assert drafts.check("--no-regress", "git:HEAD").code == 2


SPOILT = {
    "no mark": "region: x\narea: {name: ก}\nzone: 1\n",
    "nothing": "",
    "cut off": "# ตัวอย่าง: ข้อเสนอ\n",
    "no text": "PK\x03\x04",
    "another file": "smartcert-review: 1\ncomments: []\n",
}


@pytest.mark.parametrize("base", [*BASES, "baseline"])
@pytest.mark.parametrize("kind", SPOILT)
def test_what_was_a_proposal_has_to_be_told_for_one(drafts: Town, base: str, kind: str) -> None:
    options = ["--no-regress", base]
    if base == "baseline":
        run("baseline", "write", "drafts", "--lang", "en")
        options = ["--baseline", "smartcert-baseline.json"]
    drafts.write(FILES[1], SPOILT[kind])
    done = drafts.check("drafts", *options)
    assert done.code == 1
    assert "drafts/b.yaml was a proposal in" in done.err


def test_a_draft_that_lost_its_first_line_is_checked(drafts: Town) -> None:
    text = Path(FILES[1]).read_text(encoding="utf-8")
    drafts.write(FILES[1], text.replace("smartcert: 1\n", "").replace("\n  vision:", "\n  x:"))
    assert drafts.check("drafts").code == 1


@pytest.mark.parametrize("folder", ["drafts", "deeper/still", "..", "elsewhere"])
def test_a_result_of_several_fits_from_any_folder(
    drafts: Town, folder: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory
) -> None:
    place = tmp_path_factory.mktemp("x") if folder == "elsewhere" else drafts.folder / folder
    place.mkdir(parents=True, exist_ok=True)
    base = os.path.relpath("base.json", place)
    drafts.draft("area.strengths", name=FILES[0])
    file = os.path.relpath(FILES[0], place)
    monkeypatch.chdir(place)
    done = drafts.check(file, "--no-regress", base)
    assert (done.code, "no longer met" in done.out) == (1, True)


def test_a_result_of_equal_names_fits_its_own(
    drafts: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree("drafts/annexes", "city/annexes")
    shutil.copytree("drafts/annexes", "annexes")
    drafts.draft("area.strengths", name="proposal.yaml")
    drafts.draft(name="city/proposal.yaml")
    drafts.check("proposal.yaml", "city/proposal.yaml", "--format", "json=two.json")
    drafts.draft("area.strengths", name="city/proposal.yaml")
    monkeypatch.chdir("city")
    assert drafts.check("proposal.yaml", "--no-regress", "../two.json").code == 1


def test_a_result_that_fits_nothing_is_refused(drafts: Town, tmp_path_factory) -> None:
    other = tmp_path_factory.mktemp("other")
    shutil.copy(FILES[0], other / "elsewhere.yaml")
    result = json.loads(Path("base.json").read_text(encoding="utf-8"))
    for item in result["assessments"]:
        item["proposal"]["file"] = f"/nowhere/{item['proposal']['name']}.yaml"
    drafts.write("moved.json", json.dumps(result))
    done = drafts.check(other / "elsewhere.yaml", "--no-regress", "moved.json")
    assert (done.code, "none of the proposals" in done.err) == (2, True)


@pytest.mark.parametrize(
    "text",
    [
        '{"format":1,"assessments":[null]}',
        '{"format":1,"assessments":[null,null]}',
        '{"format":1,"assessments":[1]}',
        '{"format":1,"assessments":[[]]}',
        '{"format":1,"assessments":[{}]}',
        '{"format":1,"assessments":{}}',
        '{"format":1,"assessments":[{"requirements":[],"proposal":{"file":"a\\u0000b"}}, {}]}',
        '{"format":1,"assessments":[{"requirements":[null]}]}',
        '{"format":1,"requirements":null}',
    ],
)
def test_a_result_that_is_none_is_refused(drafts: Town, text: str) -> None:
    drafts.write("base.json", text)
    for names in (FILES, FILES[:1]):
        assert drafts.check(*names, "--no-regress", "base.json").code == 2


def test_every_gate_on_what_cant_be_read_has_failed(drafts: Town) -> None:
    drafts.write(FILES[0], "smartcert: 1\narea: [\n")
    options = ["--no-regress", "git:HEAD", "--fail-under", "0", "--fail-on", "any"]
    done = drafts.check(FILES[0], *options)
    assert done.code == 3
    gates = json.loads(drafts.as_format("json", FILES[0], *options))["gates"]
    assert {gate["gate"]: gate["outcome"] for gate in gates} == {
        "fail-on": "failed",
        "fail-under": "failed",
        "no-regress": "failed",
    }


def test_marks_of_a_merge_are_told_as_such(drafts: Town) -> None:
    text = Path(FILES[0]).read_text(encoding="utf-8")
    at = text.index("area:\n")
    for mine, theirs in (("a: 1\n", "a: 2\n"), ("", "area:\n")):
        marks = f"<<<<<<< HEAD\n{mine}=======\n{theirs}>>>>>>> other\n"
        drafts.write(FILES[0], text[:at] + marks + text[at:])
        done = drafts.check("drafts")
        assert done.code != 0
        assert "Y115" in done.out
