"""Gates: the exit code of each, and what it says."""

from __future__ import annotations

import json
import re
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from smartcert.rounds.commit import commit_of
from smartcert.rounds.git import repository_of
from smartcert.source import Limits
from support import EXAMPLES, run
from town_fixtures import git


@pytest.mark.parametrize(
    ("dropped", "gate", "code"),
    [
        ((), None, 0),
        ((), "mandatory", 0),
        ((), "recommended", 0),
        ((), "any", 0),
        (("area.strengths",), None, 0),
        (("area.strengths",), "mandatory", 0),
        (("area.strengths",), "recommended", 1),
        (("area.strengths",), "any", 1),
        (("area.vision",), None, 1),
        (("area.vision",), "mandatory", 1),
        (("area.vision",), "recommended", 1),
        (("area.vision",), "any", 1),
    ],
)
def test_fail_on(town, dropped: tuple[str, ...], gate: str | None, code: int) -> None:
    done = town.check(town.draft(*dropped), *(("--fail-on", gate) if gate else ()))
    assert done.code == code
    assert ("fails --fail-on" in done.out) == (code == 1 and gate not in (None, "mandatory"))


@pytest.mark.parametrize(("gate", "code"), [("mandatory", 0), ("recommended", 0), ("any", 1)])
def test_fail_on_any_counts_faults_of_the_file(town, gate: str, code: int) -> None:
    assert (
        town.check(town.draft(change=lambda text: text + "surprise: 1\n"), "--fail-on", gate).code
        == code
    )


def test_fail_on_takes_three_words(town) -> None:
    done = town.check(town.draft(), "--fail-on", "mandatry")
    assert (done.code, "--fail-on mandatory" in done.err) == (2, True)


def test_fail_under_is_exact(town) -> None:
    file = town.draft("area.alignment", "area.problems")
    share = town.result(file)["score"]["readiness"]
    exact = Fraction(share["points"] * 100, share["out_of"])
    assert exact.denominator > 1
    below = Fraction(int(exact * 10**9), 10**9)
    above = below + Fraction(1, 10**9)
    assert town.check(file, "--fail-under", f"{float(below):.9f}").code == 0
    done = town.check(file, "--fail-under", f"{float(above):.9f}")
    assert done.code == 1
    assert "is below --fail-under" in done.out


def test_fail_under_at_the_limit_passes(town) -> None:
    assert town.check(town.draft(), "--fail-under", "100").code == 0
    assert town.check(town.draft("area.strengths"), "--fail-under", "100").code == 1


def test_fail_under_never_says_that_a_number_is_below_itself(town) -> None:
    file = town.draft(
        "area.alignment",
        "area.problems",
        "area.needs",
        "infrastructure.permits",
        "management.risks",
    )
    share = town.result(file)["score"]["readiness"]
    assert share["value"] > Fraction(share["points"] * 100, share["out_of"])
    done = town.check(file, "--fail-under", str(share["value"]))
    assert done.code == 1
    assert f"({share['points']}/{share['out_of']})" in done.out


def test_fail_under_counts_without_what_is_waived(town) -> None:
    town.write(
        "waivers.yaml",
        "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, "
        "until: 2569-12-31}]\n",
    )
    file = town.draft("area.strengths")
    assert town.check(file, "--fail-under", "100").code == 1
    assert town.check(file, "--fail-under", "100", "--waivers", "waivers.yaml").code == 0


@pytest.mark.parametrize("limit", ["101", "-1", "มาก", "nan"])
def test_fail_under_takes_a_percentage(town, limit: str) -> None:
    assert town.check(town.draft(), f"--fail-under={limit}").code == 2


def test_thai_digits(town) -> None:
    assert town.check(town.draft("area.strengths"), "--fail-under", "๑๐๐").code == 1


@pytest.fixture
def bases(town) -> dict[str, str]:
    """The ready draft as every kind of base, and the same draft without strengths in its place."""
    git("init", "-q")
    file = town.draft()
    town.write("before.json", town.as_format("json", file))
    town.draft(name="before.yaml")
    git("add", "proposal.yaml")
    git("commit", "-q", "-m", "ร่างแรก")
    return {"proposal": "before.yaml", "result": "before.json", "revision": "git:HEAD"}


@pytest.mark.parametrize("kind", ["proposal", "result", "revision"])
def test_no_regress(town, bases: dict[str, str], kind: str) -> None:
    base = bases[kind]
    assert town.check(town.draft(), "--no-regress", base).code == 0
    done = town.check(town.draft("area.strengths"), "--no-regress", base)
    assert done.code == 1
    assert f"worse than {base}: no longer met: C1-8" in " ".join(done.out.split())
    assert town.check(town.draft("area.strengths")).code == 0


def test_what_was_open_before_is_no_regress(town) -> None:
    before = town.draft("area.strengths", name="before.yaml")
    assert town.check(town.draft("area.strengths"), "--no-regress", before).code == 0
    assert (
        town.check(town.draft("area.alignment", "area.problems"), "--no-regress", before).code == 1
    )


def test_what_is_waived_is_no_regress(town) -> None:
    before = town.draft(name="before.yaml")
    town.write(
        "waivers.yaml",
        "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, "
        "until: 2569-12-31}]\n",
    )
    file = town.draft("area.strengths")
    assert town.check(file, "--no-regress", before, "--waivers", "waivers.yaml").code == 0


def test_a_smart_that_is_dropped_is_a_regress(town) -> None:
    before = town.draft(name="before.yaml")
    done = town.check(town.draft("services.governance"), "--no-regress", before)
    assert done.code == 1
    assert re.search("dropped with its Smart: .*C4-R3/governance", done.out)


def test_a_base_in_a_subfolder_and_an_older_revision(town, bases: dict[str, str]) -> None:
    town.write("ร่าง/proposal.yaml", town.ready)
    git("add", "ร่าง")
    git("commit", "-q", "-m", "ร่างที่สอง")
    town.draft("area.strengths", name="ร่าง/proposal.yaml")
    git("commit", "-q", "-a", "-m", "ลบ")
    assert town.check("ร่าง/proposal.yaml", "--no-regress", "git:HEAD").code == 0
    assert town.check("ร่าง/proposal.yaml", "--no-regress", "git:HEAD~1").code == 1


def test_a_file_that_is_new_has_nothing_to_lose(town, bases: dict[str, str]) -> None:
    done = town.check(town.draft("area.strengths", name="new.yaml"), "--no-regress", "git:HEAD")
    assert done.code == 0
    assert "git:HEAD has no new.yaml yet" in done.out


def test_of_several_results_the_name_decides(town) -> None:
    ready, behind = town.draft(), town.draft("area.strengths", name="behind.yaml")
    town.write("before.json", town.as_format("json", ready, behind))
    assert town.check(behind, "--no-regress", "before.json").code == 0
    town.draft("area.strengths")
    assert town.check(ready, "--no-regress", "before.json").code == 1
    done = town.check(town.draft("area.strengths", name="new.yaml"), "--no-regress", "before.json")
    assert (done.code, "before.json has no new.yaml yet" in done.out) == (0, True)


@pytest.mark.parametrize(
    "base",
    ["nowhere.yaml", "git:nowhere", "git:--output=x", "broken.json", "git:HEAD:proposal.yaml"],
)
def test_a_base_that_is_none_is_wrong_usage(town, bases: dict[str, str], base: str) -> None:
    town.write("broken.json", '{"requirements": 1}')
    done = town.check(town.draft(), "--no-regress", base)
    assert done.code == 2
    assert done.err.startswith("smartcert: ")
    assert not Path("x").exists()


def test_outside_git(town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(town.folder.parent))
    done = town.check(town.draft(), "--no-regress", "git:HEAD")
    assert (done.code, "not a git repository" in done.err) == (2, True)


NO_PROPOSALS = {
    "hello.txt": "hello\n",
    "broken.yaml": "area: [\n",
    "empty.yaml": "",
    "annex.md": "# มติสภา\n\nที่ประชุมเห็นชอบ: ทุกคน\n",
    "list.yaml": "- a\n",
    "none.json": '{"format": 1, "assessments": []}',
    "other.json": '{"format": 1, "requirements": [{"id": "C1-3", "smart": null, "title": "x"}]}',
    "unread.json": '{"format": 1, "catalog": {"profile": "logo"}, "requirements": []}',
    "strange.json": (
        '{"format": 1, "catalog": {"profile": "logo"}, "requirements": [{"id": "C1-3", '
        '"smart": null, "status": 1}]}'
    ),
}


@pytest.mark.parametrize("name", NO_PROPOSALS)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_base_that_is_no_proposal_is_told(town, name: str, lang: str) -> None:
    town.write(name, NO_PROPOSALS[name])
    done = run("check", town.draft(), "--no-regress", name, "--lang", lang)
    assert done.code == 2
    assert name in done.err
    assert {"th": "ไม่ใช่ข้อเสนอ", "en": "is no proposal that can be read"}[lang] in done.err


def test_a_table_of_check_is_no_base(town) -> None:
    file = town.draft()
    town.check(file, "--format", "csv=before.csv")
    assert town.check(file, "--no-regress", "before.csv").code == 2


def test_a_revision_in_which_the_file_is_broken_is_no_base(town, bases: dict[str, str]) -> None:
    town.write("proposal.yaml", "area: [\n")
    git("commit", "-q", "-a", "-m", "พัง")
    done = town.check(town.draft(), "--no-regress", "git:HEAD")
    assert (done.code, "git:HEAD is no proposal that can be read" in done.err) == (2, True)
    assert town.check(town.draft(), "--no-regress", "git:HEAD~1").code == 0


def test_a_proposal_written_in_json_is_a_base(town) -> None:
    town.write("before.json", '{"smartcert": 1, "area": {"name": "เมืองสายธาร"}}')
    assert town.check(town.draft(), "--no-regress", "before.json").code == 0


def test_a_draft_cant_change_its_own_yardstick(town, bases: dict[str, str]) -> None:
    file = town.draft(
        "management", change=lambda text: text.replace("profile: logo", "profile: promotion-area")
    )
    for base in bases.values():
        done = town.check(file, "--no-regress", base)
        assert done.code == 1
        assert "went from profile logo to promotion-area" in done.out
        assert "ready" in done.out


def test_a_profile_chosen_outside_the_file_holds_for_both(town, bases: dict[str, str]) -> None:
    file = town.draft(
        "management", change=lambda text: text.replace("profile: logo", "profile: promotion-area")
    )
    for base in bases.values():
        assert town.check(file, "--no-regress", base, "--profile", "promotion-area").code == 0
    assert town.check(file, "--no-regress", "git:HEAD", "--profile", "logo").code == 1


def test_a_step_to_a_stage_that_asks_for_more_is_no_regress(town) -> None:
    before = town.draft(
        name="before.yaml",
        change=lambda text: text.replace("profile: logo", "profile: promotion-area"),
    )
    assert town.check(town.draft(), "--no-regress", before).code == 0


def test_what_a_draft_no_longer_says_is_lost(town) -> None:
    shutil.copytree(EXAMPLES / "khon-kaen", "khon-kaen")
    text = Path("khon-kaen/round-2.yaml").read_text(encoding="utf-8")
    assert "\nround: 2\n" in text
    town.write("khon-kaen/new.yaml", text.replace("\nround: 2\n", "\n"))
    done = town.check("khon-kaen/new.yaml", "--no-regress", "khon-kaen/round-2.yaml")
    assert done.code == 1
    assert re.search("what this draft changed or left out: .*X-16", done.out)
    assert town.check("khon-kaen/round-2.yaml", "--no-regress", "khon-kaen/round-1.yaml").code == 0


def test_what_the_criteria_dropped_is_not_lost(town) -> None:
    before = town.result(town.draft())
    before["requirements"].append({"id": "Z9-9", "smart": None, "status": "met"})
    town.write("before.json", json.dumps(before))
    assert town.check(town.draft(), "--no-regress", "before.json").code == 0


@pytest.mark.parametrize(
    "name",
    [
        "./drafts/ขอนแก่น/proposal.yaml",
        "drafts/./ขอนแก่น/proposal.yaml",
        "drafts/x/../ขอนแก่น/proposal.yaml",
    ],
)
def test_a_result_is_found_however_the_file_is_named(town, name: str) -> None:
    shutil.copytree("annexes", "drafts/ขอนแก่น/annexes")
    Path("drafts/x").mkdir()
    town.draft(name="drafts/other.yaml")
    town.draft(name="drafts/ขอนแก่น/proposal.yaml")
    town.check("drafts", "--format", "json", "-o", "base.json")
    town.draft("area.strengths", name="drafts/ขอนแก่น/proposal.yaml")
    for file in (name, str(Path(name).resolve())):
        assert town.check(file, "--no-regress", "base.json").code == 1


def test_a_renamed_file_is_followed(town, bases: dict[str, str]) -> None:
    Path("ร่าง").mkdir()
    shutil.copytree("annexes", "ร่าง/annexes")
    git("mv", "proposal.yaml", "ร่าง/ข้อเสนอ.yaml")
    file = town.draft("area.strengths", name="ร่าง/ข้อเสนอ.yaml")
    assert town.check(file, "--no-regress", "git:HEAD").code == 1
    git("commit", "-q", "-a", "-m", "ย้าย")
    assert town.check(file, "--no-regress", "git:HEAD~1").code == 1
    assert town.check(file, "--no-regress", "git:HEAD").code == 0


def test_a_renamed_workbook_is_followed(town) -> None:
    git("init", "-q")
    Path("old.xlsx").write_bytes(bytes(range(256)))
    git("add", "old.xlsx")
    git("commit", "-q", "-m", "ร่าง")
    git("mv", "old.xlsx", "new.xlsx")
    commit = commit_of(repository_of("new.xlsx"), "HEAD")
    assert commit is not None
    assert commit.renamed == {"new.xlsx": "old.xlsx"}


@pytest.mark.parametrize("option", ["--no-regress", "--fail-on", "--fail-under"])
def test_a_gate_set_to_nothing_is_wrong_usage(town, option: str) -> None:
    for arguments in ((option, ""), (f"{option}=",)):
        done = town.check(town.draft(), *arguments)
        assert (done.code, option in done.err) == (2, True)


def test_the_first_commit_has_nothing_to_be_held_against(town) -> None:
    git("init", "-q")
    done = town.check(town.draft("area.strengths"), "--no-regress=git:HEAD")
    assert done.code == 0
    assert "git:HEAD has no proposal.yaml yet" in done.out


def test_the_hint_fits_the_trouble(
    town, bases: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = town.check(town.draft(), "--no-regress", "git:nowhere")
    assert "unshallow" not in unknown.err
    git("commit", "-q", "--allow-empty", "-m", "สอง")
    git("clone", "-q", "--depth", "1", f"file://{town.folder}", "shallow")
    with monkeypatch.context() as there:
        there.chdir("shallow")
        shallow = town.check("proposal.yaml", "--no-regress", "git:HEAD~1")
    assert "git fetch --unshallow" in shallow.err
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert "safe.directory" in town.check("proposal.yaml", "--no-regress", "git:HEAD").err
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(town.folder.parent))
    shutil.rmtree(".git")
    outside = town.check(town.draft(), "--no-regress", "git:HEAD")
    assert "not a git repository" in outside.err
    assert "git fetch" not in outside.err


def test_an_unreadable_proposal_is_3_whatever_the_gate(town) -> None:
    file = town.write("broken.yaml", "area: [\n")
    before = town.draft(name="before.yaml")
    for gate in ((), ("--fail-on", "any"), ("--fail-under", "0"), ("--no-regress", before)):
        assert town.check(file, *gate).code == 3


def test_the_worst_of_several_decides(town) -> None:
    ready, behind = town.draft(), town.draft("area.vision", name="behind.yaml")
    assert town.check(ready, ready).code == 0
    assert town.check(ready, behind).code == 1
    assert town.check(behind, town.write("broken.yaml", "area: [\n"), ready).code == 3


def test_gates_hold_in_every_format(town) -> None:
    file = town.draft("area.strengths")
    for name in (
        "text",
        "json",
        "sarif",
        "junit",
        "github",
        "gitlab",
        "markdown",
        "csv",
        "badge",
        "concise",
    ):
        assert run("check", file, "--format", name, "--fail-on", "recommended").code == 1
        assert run("check", file, "--format", name).code == 0


@pytest.mark.parametrize("kind", ["proposal", "json", "git"])
def test_a_reference_over_the_size_limit_is_refused(town, kind: str) -> None:
    name = {"proposal": "before.yaml", "json": "before.json", "git": "proposal.yaml"}[kind]
    town.write(name, ('{"format": 1}' if kind == "json" else town.ready) + " " * Limits().size)
    if kind == "git":
        git("init", "-q")
        git("add", name)
        git("commit", "-q", "-m", "หนึ่ง")
    written = "git:HEAD" if kind == "git" else name
    done = town.check(town.draft(), "--no-regress", written)
    told = f"smartcert: --no-regress {written} has more than 10,485,760 bytes, and no more are read"
    assert (done.code, done.err.splitlines()[0]) == (2, told)
