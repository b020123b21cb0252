"""Gates: the exit code of each, and what it says."""

from __future__ import annotations

import subprocess
from fractions import Fraction
from pathlib import Path

import pytest

from support import run


def git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", *arguments],
        check=True,
        capture_output=True,
    )


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
    assert town.check(town.draft(change=lambda text: text + "surprise: 1\n"), "--fail-on", gate).code == code


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
    file = town.draft("area.alignment", "area.problems", "area.needs", "infrastructure.permits", "management.risks")
    share = town.result(file)["score"]["readiness"]
    assert share["value"] > Fraction(share["points"] * 100, share["out_of"])
    done = town.check(file, "--fail-under", str(share["value"]))
    assert done.code == 1
    assert f"({share['points']}/{share['out_of']})" in done.out


def test_fail_under_counts_without_what_is_waived(town) -> None:
    town.write("waivers.yaml", "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, until: 2569-12-31}]\n")
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
    assert f"worse than {base}: C1-8 were met and are not" in " ".join(done.out.split())
    assert town.check(town.draft("area.strengths")).code == 0


def test_what_was_open_before_is_no_regress(town) -> None:
    before = town.draft("area.strengths", name="before.yaml")
    assert town.check(town.draft("area.strengths"), "--no-regress", before).code == 0
    assert town.check(town.draft("area.alignment", "area.problems"), "--no-regress", before).code == 1


def test_what_is_waived_is_no_regress(town) -> None:
    before = town.draft(name="before.yaml")
    town.write("waivers.yaml", "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, until: 2569-12-31}]\n")
    file = town.draft("area.strengths")
    assert town.check(file, "--no-regress", before, "--waivers", "waivers.yaml").code == 0


def test_a_smart_that_is_dropped_is_a_regress(town) -> None:
    before = town.draft(name="before.yaml")
    done = town.check(town.draft("services.governance"), "--no-regress", before)
    assert done.code == 1
    assert "C4-R3/governance" in done.out


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
    assert "git:HEAD has no new.yaml yet" in done.err


def test_of_several_results_the_name_decides(town) -> None:
    ready, behind = town.draft(), town.draft("area.strengths", name="behind.yaml")
    town.write("before.json", town.as_format("json", ready, behind))
    assert town.check(behind, "--no-regress", "before.json").code == 0
    town.draft("area.strengths")
    assert town.check(ready, "--no-regress", "before.json").code == 1
    done = town.check(town.draft("area.strengths", name="new.yaml"), "--no-regress", "before.json")
    assert (done.code, "before.json has no new.yaml yet" in done.err) == (0, True)


@pytest.mark.parametrize("base", ["nowhere.yaml", "git:nowhere", "git:--output=x", "broken.json", "git:HEAD:proposal.yaml"])
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
    for name in ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "badge"):
        assert run("check", file, "--format", name, "--fail-on", "recommended").code == 1
        assert run("check", file, "--format", name).code == 0
