"""Baselines: what is known is marked and shown, what is new fails, what is fixed is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smartcert.source import Limits
from support import run

NAME = "smartcert-baseline.json"


def write_baseline(*arguments: str | Path) -> None:
    done = run("baseline", "write", *arguments, "--today", "2569-11-01", "--lang", "en")
    assert (done.code, done.err) == (0, "")


def aside(result: dict) -> dict[str, str | None]:
    return {
        finding["code"]: (finding["suppressed"] or {}).get("kind") for finding in result["findings"]
    }


def test_a_team_starts_clean(town) -> None:
    file = town.draft("area.vision", "management")
    assert town.check(file).code == 1
    write_baseline(file)
    done = town.check(file, "--baseline", NAME, "--fail-on", "any")
    assert done.code == 0
    assert "not ready" in done.out


def test_what_is_known_is_marked_and_not_dropped(town) -> None:
    file = town.draft("area.vision")
    before = town.result(file)
    write_baseline(file)
    after = town.result(file, "--baseline", NAME)
    assert [finding["id"] for finding in after["findings"]] == [
        finding["id"] for finding in before["findings"]
    ]
    assert after["findings"][0]["suppressed"] == {"kind": "baseline", "reason": "2026-11-01"}
    assert (after["verdict"], after["score"]) == (before["verdict"], before["score"])
    assert "baseline: 2026-11-01" in town.check(file, "--baseline", NAME).out


def test_what_is_new_fails(town) -> None:
    write_baseline(town.draft("area.vision"))
    file = town.draft("area.vision", "area.boundary")
    assert aside(town.result(file, "--baseline", NAME)) == {"C1-3": "baseline", "S001": None}
    assert town.check(file, "--baseline", NAME).code == 1


def test_moved_lines_are_no_news(town) -> None:
    write_baseline(town.draft("area.vision"))
    moved = town.draft("area.vision", change=lambda text: "# หมายเหตุ\n\n" + text)
    assert town.check(moved, "--baseline", NAME).code == 0


def test_a_gap_that_is_half_closed_is_no_news(town) -> None:
    """A whole section is one finding; once it is begun, what it still lacks is several."""
    write_baseline(town.draft("management"))
    begun = town.draft("management.operating_model", "management.finance")
    result = town.result(begun, "--baseline", NAME)
    assert {"C5-3": "baseline", "S001": "baseline"}.items() <= aside(result).items()
    assert town.check(begun, "--baseline", NAME).code == 0


def test_another_place_is_news(town) -> None:
    """Another KPI without a baseline is a new gap, though the requirement was open before."""
    first = town.ready.replace(
        "baseline: {value: 15.2, year: 2568}, target: {value: 11, year: 2572}, source", "source", 1
    )
    assert first != town.ready
    town.write("proposal.yaml", first)
    write_baseline("proposal.yaml")
    second = first.replace(
        "baseline: {value: 48, year: 2568}, target: {value: 75, year: 2572}, source", "source", 1
    )
    assert second != first
    town.write("proposal.yaml", second)
    result = town.result("proposal.yaml", "--baseline", NAME)
    found = {f["path"]: f["suppressed"] is None for f in result["findings"] if f["code"] == "C4-R5"}
    assert found == {"services.environment.kpis[0]": False, "services.environment.kpis[2]": True}


@pytest.mark.parametrize(
    ("dropped", "told"),
    [
        (("area.vision", "area.strengths"), "2 findings: 0 fixed, 0 new"),
        (("area.vision",), "2 findings: 1 fixed, 0 new"),
        (("area.vision", "area.problems"), "2 findings: 1 fixed, 1 new"),
        ((), "2 findings: 2 fixed, 0 new"),
    ],
)
def test_age_size_and_what_is_fixed_are_shown(town, dropped: tuple[str, ...], told: str) -> None:
    write_baseline(town.draft("area.vision", "area.strengths"))
    out = town.check(town.draft(*dropped), "--baseline", NAME).out
    assert f"baseline of 1 November 2026 (20 days), {told}" in " ".join(out.split())


def test_what_is_waived_is_not_recorded(town) -> None:
    """It has to come back when the waiver ends."""
    file = town.draft("area.population")
    town.write(
        "waivers.yaml",
        "waivers: [{requirement: C1-6, reason: รอทะเบียนราษฎร, approver: ปลัดเทศบาล, "
        "until: 2569-12-31}]\n",
    )
    write_baseline(file, "--waivers", "waivers.yaml")
    both = ("--baseline", NAME, "--waivers", "waivers.yaml")
    assert town.check(file, *both).code == 0
    assert town.check(file, *both, today="2570-01-01").code == 1


def test_files_are_named_from_where_the_baseline_lies(
    town, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = town.draft("area.vision", name="ร่าง.yaml")
    write_baseline(file)
    assert set(json.loads(Path(NAME).read_text(encoding="utf-8"))["findings"]) == {"ร่าง.yaml"}
    monkeypatch.chdir(town.folder.parent)
    assert town.check(town.folder / "ร่าง.yaml", "--baseline", town.folder / NAME).code == 0


def test_it_is_sorted_and_has_no_line_numbers(town) -> None:
    first, second = (
        town.draft("area.vision", "management", name="ข.yaml"),
        town.draft("area.vision", name="ก.yaml"),
    )
    write_baseline(first, second)
    once = Path(NAME).read_bytes()
    town.draft("area.vision", "management", name="ข.yaml", change=lambda text: "# หมายเหตุ\n" + text)
    write_baseline(second, first, "--force")
    assert Path(NAME).read_bytes() == once
    assert list(json.loads(once)["findings"]) == ["ก.yaml", "ข.yaml"]


def test_nothing_is_overwritten_without_force(town) -> None:
    file = town.draft("area.vision")
    write_baseline(file)
    done = run("baseline", "write", file)
    assert (done.code, "--force" in done.err) == (2, True)
    write_baseline(file, "--force")
    write_baseline(file, "-o", "another.json")
    assert Path("another.json").is_file()


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"format": 2, "date": "2026-11-01", "findings": {}}', '{"format": 1}'],
)
def test_what_is_no_baseline_is_wrong_usage(town, content: str) -> None:
    town.write(NAME, content)
    done = town.check(town.draft(), "--baseline", NAME)
    assert (done.code, f"{NAME} is no baseline" in done.err) == (2, True)


def test_one_that_is_not_there(town) -> None:
    done = town.check(town.draft(), "--baseline", "nowhere.json")
    assert (done.code, "smartcert baseline write" in done.err) == (2, True)


def test_the_configuration_can_name_it(town) -> None:
    town.write("smartcert.yaml", "baseline: ci/known.json\n")
    file = town.draft("area.vision")
    Path("ci").mkdir()
    write_baseline(file)
    assert Path("ci/known.json").is_file()
    assert town.check(file).code == 0


def test_how_it_stands_is_in_every_format(town) -> None:
    write_baseline(town.draft("area.vision", "area.strengths"))
    file = town.draft("area.vision", "area.problems")
    asked = (file, "--baseline", NAME)
    standing = {
        "date": "2026-11-01",
        "age": 20,
        "size": 2,
        "fixed": 1,
        "no_longer_asked": 0,
        "new": 1,
    }
    assert town.result(*asked)["baseline"] == standing
    assert town.result(file)["baseline"] is None
    assert (
        json.loads(town.as_format("sarif", *asked))["runs"][0]["properties"]["assessments"][0][
            "baseline"
        ]
        == standing
    )
    junit = town.as_format("junit", *asked)
    for key, value in standing.items():
        assert key == "age" or f'<property name="baseline.{key}" value="{value}" />' in junit
    assert "baseline of 1 November 2026 (20 days), 2 findings: 1 fixed, 1 new" in town.as_format(
        "markdown", *asked
    )


def test_what_is_no_longer_asked_is_not_fixed(town) -> None:
    file = town.draft("area.vision", "area.strengths", "services.governance.kpis")
    write_baseline(file)
    standing = town.result(file, "--baseline", NAME, "--profile", "renewal")["baseline"]
    assert (standing["fixed"], standing["no_longer_asked"] > 0) == (0, True)
    without = town.draft("area.vision", "area.strengths", "services.governance")
    dropped = town.result(without, "--baseline", NAME)["baseline"]
    assert dropped["no_longer_asked"] == 1
    assert (
        "no longer asked: C4-R3 services.governance.kpis"
        in town.check(without, "--baseline", NAME, "-v").out
    )


def test_one_of_a_later_day_has_no_age(town) -> None:
    file = town.draft("area.vision")
    write_baseline(file)
    out = " ".join(town.check(file, "--baseline", NAME, today="2569-10-01").out.split())
    assert "baseline of 1 November 2026 (after the day of this assessment), 1 finding:" in out


def test_the_screen_is_no_file(town) -> None:
    file = town.draft("area.vision")
    done = run("baseline", "write", file, "-o", "-")
    assert (done.code, Path("-").exists(), Path(NAME).exists()) == (0, False, False)
    town.write(NAME, done.out)
    assert town.check(file, "--baseline", NAME).code == 0


def test_faults_of_waivers_are_not_recorded(town) -> None:
    """A waiver that is refused or expired must be told until somebody mends it."""
    file = town.draft("area.strengths")
    town.write(
        "waivers.yaml",
        "waivers:\n  - {requirement: C1-8, reason: รอผลสำรวจ, until: 2569-12-31}\n"
        "  - {requirement: C1-9, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, until: 2569-01-31}\n",
    )
    write_baseline(file, "--waivers", "waivers.yaml")
    recorded = json.loads(Path(NAME).read_text(encoding="utf-8"))["findings"]["proposal.yaml"]
    assert {entry["code"] for entry in recorded.values()} == {"C1-8"}
    result = town.result(file, "--baseline", NAME, "--waivers", "waivers.yaml")
    assert {code for code, kind in aside(result).items() if kind is None} == {"W001", "W002"}
    assert result["baseline"]["new"] == 2


def test_the_other_commands_baseline_is_told_apart(town) -> None:
    file = town.draft("area.vision")
    write_baseline(file)
    done = town.check(file, "--baseline", "proposal.yaml")
    assert (done.code, "--no-regress proposal.yaml" in done.err) == (2, True)
    done = run("report", file, "--baseline", NAME, "--lang", "en")
    assert (done.code, f"smartcert check --baseline {NAME}" in done.err) == (2, True)


def test_a_new_item_at_the_place_of_a_known_one_is_new(town) -> None:
    project = "      - {id: ENV-P9, name: ระบบใหม่ที่ยังไม่มีรายละเอียด}\n"
    text = town.ready.replace("    projects:\n", f"    projects:\n{project}", 1)
    town.write("proposal.yaml", text)
    town.check("proposal.yaml", "--fail-on", "any")
    write_baseline("proposal.yaml")
    town.write("proposal.yaml", text.replace("ENV-P9", "ENV-P8"))
    assert town.check("proposal.yaml", "--baseline", NAME, "--fail-on", "recommended").code == 1


def test_json_nested_too_deep_is_no_baseline(town) -> None:
    town.write(NAME, "[" * 100_000 + "]" * 100_000)
    assert town.check(town.draft(), "--baseline", NAME).code == 2
    assert town.check(town.draft(), "--no-regress", NAME).code == 2


@pytest.mark.long
def test_a_baseline_over_the_size_limit_is_refused(town) -> None:
    file = town.draft("area.vision")
    write_baseline(file)
    town.write(NAME, Path(NAME).read_text(encoding="utf-8") + " " * Limits().size)
    done = town.check(file, "--baseline", NAME)
    told = f"smartcert: {NAME} has more than 10,485,760 bytes, and no more are read"
    assert (done.code, done.err.splitlines()[0]) == (2, told)
