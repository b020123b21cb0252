"""Waivers: who set what aside, why and until when; what can't be waived; and that it comes back."""

from __future__ import annotations

import re
from typing import Any

import pytest

from support import ROOT, run

GOOD = {
    "requirement": "C1-9",
    "reason": "รอผลสำรวจครัวเรือน",
    "approver": "ปลัดเทศบาล",
    "until": "2569-12-31",
}


def file_of(*entries: dict[str, str]) -> str:
    return "smartcert-waivers: 1\nwaivers:\n" + "".join(
        "  - {" + ", ".join(f"{key}: {value}" for key, value in entry.items()) + "}\n"
        for entry in entries
    )


def status(result: dict[str, Any], requirement: str, smart: str | None = None) -> str:
    (found,) = [
        row["status"]
        for row in result["requirements"]
        if (row["id"], row["smart"]) == (requirement, smart)
    ]
    return found


def codes(result: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in result["findings"]}


def held(
    town,
    *entries: dict[str, str],
    drop: tuple[str, ...] = ("area.problems",),
    today: str = "2569-11-21",
) -> dict[str, Any]:
    """Check the draft with a file of waivers."""
    town.write("waivers.yaml", file_of(*entries))
    return town.result(town.draft(*drop), "--waivers", "waivers.yaml", today=today)


def test_a_waiver_sets_one_requirement_aside(town) -> None:
    result = held(town, GOOD)
    assert (status(result, "C1-9"), result["verdict"]) == ("waived", "ready")
    (finding,) = result["findings"]
    assert (finding["status"], finding["suppressed"]) == (
        "waived",
        {"kind": "waiver", "reason": GOOD["reason"]},
    )
    (row,) = [row for row in result["requirements"] if row["id"] == "C1-9"]
    assert row["waiver"] == {
        "reason": GOOD["reason"],
        "approver": GOOD["approver"],
        "from": None,
        "until": GOOD["until"],
    }


def test_raw_and_adjusted_are_both_shown(town) -> None:
    score = held(town, GOOD)["score"]
    assert (score["readiness"]["points"], score["readiness"]["out_of"]) == (83, 84)
    assert (score["adjusted"]["points"], score["adjusted"]["out_of"]) == (83, 83)
    out = " ".join(town.check("proposal.yaml", "--waivers", "waivers.yaml").out.split())
    assert "readiness 98.8% 83 of 84 points" in out
    assert "without waived 100.0% 83 of 83 points" in out
    assert "waiver: รอผลสำรวจครัวเรือน" in out


@pytest.mark.parametrize("missing", ["reason", "approver", "until"])
@pytest.mark.parametrize("how", ["left out", "empty", "placeholder", "unreadable"])
def test_without_reason_approver_or_end_it_is_refused(town, missing: str, how: str) -> None:
    written = {"left out": None, "empty": "", "placeholder": "TBD", "unreadable": "[1]"}[how]
    entry = {key: value for key, value in GOOD.items() if key != missing or written is not None}
    if written is not None:
        entry[missing] = written
    result = held(town, entry)
    assert (status(result, "C1-9"), result["verdict"]) == ("missing", "ready-with-gaps")
    (refused,) = [finding for finding in result["findings"] if finding["code"] == "W001"]
    assert missing in refused["message"]
    assert (refused["file"], refused["line"]) == ("waivers.yaml", 3)


def test_an_expired_one_is_a_finding_at_its_line(town) -> None:
    result = held(town, {**GOOD, "requirement": "C1-10"}, {**GOOD, "until": "2569-11-20"})
    assert status(result, "C1-9") == "missing"
    (expired,) = [finding for finding in result["findings"] if finding["code"] == "W002"]
    assert (expired["file"], expired["line"], expired["level"]) == ("waivers.yaml", 4, "fault")
    assert town.check("proposal.yaml", "--waivers", "waivers.yaml", "--fail-on", "any").code == 1


@pytest.mark.parametrize(
    "until",
    [
        "2569-12-31",
        "2026-12-31",
        "31 ธ.ค. 2569",
        "๓๑ ธันวาคม ๒๕๖๙",
        "31/12/2569",
        "ธันวาคม 2569",
        "31 December 2026",
    ],
)
def test_it_ends_at_midnight_of_its_last_day_in_either_calendar(town, until: str) -> None:
    entry = {**GOOD, "until": until}
    assert status(held(town, entry, today="2569-12-31"), "C1-9") == "waived"
    after = held(town, entry, today="2027-01-01")
    assert status(after, "C1-9") == "missing"
    assert "W002" in codes(after)


def test_midnight_is_that_of_thailand(town, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from smartcert.session import inputs

    class Clock(datetime):
        moment: datetime

        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return cls.moment

    monkeypatch.setattr(inputs, "datetime", Clock)
    town.write("waivers.yaml", file_of(GOOD))
    file = town.draft("area.problems")
    # 16:59 in Greenwich is a minute before midnight in Thailand.
    for hour, minute, expected in ((16, 59, 0), (17, 0, 1)):
        Clock.moment = datetime(2026, 12, 31, hour, minute, tzinfo=UTC)
        assert (
            run("check", file, "--waivers", "waivers.yaml", "--fail-on", "recommended").code
            == expected
        )


def test_it_does_not_hold_before_it_begins(town) -> None:
    entry = {**GOOD, "from": "1 ธ.ค. 2569"}
    assert status(held(town, entry, today="2569-11-30"), "C1-9") == "missing"
    assert status(held(town, entry, today="2569-12-01"), "C1-9") == "waived"


def test_one_to_come_is_listed_and_fails_nothing(town) -> None:
    result = held(town, {**GOOD, "requirement": "C1-9", "from": "1 ธ.ค. 2569"}, drop=())
    (listed,) = result["findings"]
    assert (listed["code"], listed["suppressed"]["kind"]) == ("W005", "waiver")
    done = town.check("proposal.yaml", "--waivers", "waivers.yaml", "--fail-on", "any")
    assert done.code == 0
    assert "begins on 1 ธ.ค. 2569" in done.out


@pytest.mark.parametrize("begins", ["whenever", "TBD", "[2569]", "2569-13-01"])
def test_a_beginning_that_cannot_be_read_refuses_it(town, begins: str) -> None:
    result = held(town, {**GOOD, "from": begins})
    assert status(result, "C1-9") == "missing"
    (refused,) = [finding for finding in result["findings"] if finding["code"] == "W001"]
    assert refused["message"].endswith("from")


@pytest.mark.parametrize("begins", ["", "1 พ.ย. 2569", "2569"])
def test_a_beginning_that_is_past_or_empty_refuses_nothing(town, begins: str) -> None:
    result = held(town, {**GOOD, "from": begins})
    assert (status(result, "C1-9"), codes(result)) == ("waived", {"C1-9"})
    assert [row["waiver"]["from"] for row in result["requirements"] if row["waiver"]] == [
        begins or None
    ]


def test_one_that_begins_after_its_end_is_refused(town) -> None:
    result = held(town, {**GOOD, "from": "2570-01-01"})
    assert status(result, "C1-9") == "missing"
    assert codes(result) == {"C1-9", "W004"}


def test_a_newer_format_is_told(town) -> None:
    town.write("waivers.yaml", file_of(GOOD).replace("waivers: 1", "waivers: 2"))
    (newer,) = town.result(town.draft(), "--waivers", "waivers.yaml")["findings"]
    assert (newer["code"], newer["file"], newer["line"]) == ("P010", "waivers.yaml", 1)
    assert newer["fix"] == "Update smartcert, or write smartcert-waivers: 1."


@pytest.mark.parametrize(
    "content",
    ["", "- C1-8\n", "just text\n", "waiver:\n  - {requirement: C1-8}\n", "aaaa: 1\nbbbb: 2\n"],
)
def test_advice_is_that_of_a_file_of_waivers(town, content: str) -> None:
    town.write("waivers.yaml", content)
    found = town.result(town.draft(), "--waivers", "waivers.yaml")["findings"]
    assert found
    for finding in found:
        assert "smartcert: 1" not in finding["message"] + finding["fix"]
        assert "smartcert schema" not in finding["fix"]
        assert "smartcert init" not in finding["fix"]


def test_a_wrong_id_has_a_suggestion(town) -> None:
    result = held(town, {**GOOD, "requirement": "c1-8"}, drop=())
    assert "did you mean “C1-8”?" in result["findings"][0]["message"]
    result = held(town, {**GOOD, "smart": "sea"}, drop=())
    assert "did you mean" not in result["findings"][0]["message"]


def test_mandatory_by_official_basis_is_only_marked(town) -> None:
    result = held(town, {**GOOD, "requirement": "C1-3"}, drop=("area.vision",))
    assert (status(result, "C1-3"), result["verdict"]) == ("missing", "not-ready")
    assert result["score"]["adjusted"] == result["score"]["readiness"]
    (row,) = [row for row in result["requirements"] if row["id"] == "C1-3"]
    assert (row["level"], row["basis"], row["waiver"]["reason"]) == (
        "mandatory",
        "official",
        GOOD["reason"],
    )
    done = town.check("proposal.yaml", "--waivers", "waivers.yaml")
    assert done.code == 1
    assert "it can't be waived and stays open" in done.out


def test_mandatory_by_another_basis_can_be_waived(town) -> None:
    result = held(town, {**GOOD, "requirement": "C1-6"}, drop=("area.population",))
    (row,) = [row for row in result["requirements"] if row["id"] == "C1-6"]
    assert (row["level"], row["basis"], row["status"]) == ("mandatory", "secondary", "waived")
    assert result["verdict"] in ("ready", "ready-with-gaps")
    assert town.check("proposal.yaml", "--waivers", "waivers.yaml").code == 0


def test_it_can_hold_for_one_smart(town) -> None:
    drop = ("services.environment.kpis", "services.governance.kpis")
    before = held(town, drop=drop)
    entry = {**GOOD, "requirement": "C4-R3", "smart": "environment"}
    result = held(town, entry, drop=drop)
    assert (
        status(before, "C4-R3", "environment") == status(before, "C4-R3", "governance") == "partial"
    )
    assert (status(result, "C4-R3", "environment"), status(result, "C4-R3", "governance")) == (
        "waived",
        "partial",
    )
    both = held(town, {**GOOD, "requirement": "C4-R3"}, drop=drop)
    assert status(both, "C4-R3", "environment") == status(both, "C4-R3", "governance") == "waived"


def test_a_finding_is_set_aside_only_with_all_it_stands_for(town) -> None:
    """A missing section stands for many requirements; waiving one leaves it standing."""
    result = held(town, {**GOOD, "requirement": "C5-1"}, drop=("management",))
    assert status(result, "C5-1") == "waived"
    (section,) = [finding for finding in result["findings"] if finding["code"] == "S001"]
    assert (section["suppressed"], "C5-1" in section["requirements"]) == (None, True)


@pytest.mark.parametrize(
    "entry", [{"requirement": "C9-99"}, {"requirement": "C1-9", "smart": "sea"}]
)
def test_a_waiver_of_nothing_is_a_finding(town, entry: dict[str, str]) -> None:
    result = held(town, {**GOOD, **entry})
    assert (status(result, "C1-9"), codes(result) >= {"W003"}) == ("missing", True)


@pytest.mark.parametrize("key", ["reson", "smrat", "propsal"])
def test_a_key_that_no_waiver_has_refuses_it(town, key: str) -> None:
    result = held(town, {**GOOD, key: "energy"}, {**GOOD, "requirement": "C1-8"})
    (unknown,) = [finding for finding in result["findings"] if finding["file"] == "waivers.yaml"]
    assert (unknown["code"], status(result, "C1-9")) == ("W006", "missing")
    assert f"the waiver of C1-9 is refused: no waiver has the key “{key}”; did you mean" in str(
        unknown["message"]
    )


@pytest.mark.parametrize("key", ["smart", "proposal"])
def test_what_would_narrow_a_waiver_and_cannot_be_read_refuses_it(town, key: str) -> None:
    result = held(town, {**GOOD, key: "{a: b}"})
    assert (status(result, "C1-9"), "W001" in codes(result)) == ("missing", True)


@pytest.mark.parametrize(
    ("proposal", "waived"),
    [
        ("north/proposal.yaml", ["north"]),
        ("./south/proposal.yaml", ["south"]),
        ("proposal.yaml", ["north", "south"]),
        ("orth/proposal.yaml", []),
        ("west.yaml", []),
    ],
)
def test_a_waiver_may_be_for_one_proposal(town, proposal: str, waived: list[str]) -> None:
    for place in ("north", "south"):
        draft = town.draft("area.problems").read_text(encoding="utf-8")
        town.write(f"{place}/proposal.yaml", draft)
    town.write("waivers.yaml", file_of({**GOOD, "proposal": proposal}))
    found = town.result("north", "south", "--waivers", "waivers.yaml")
    assert [
        result["proposal"]["file"].split("/")[0]
        for result in found["assessments"]
        if status(result, "C1-9") == "waived"
    ] == waived


def test_what_is_wrong_with_the_waiver_of_another_proposal_is_not_told_here(town) -> None:
    result = held(town, {**GOOD, "proposal": "north.yaml", "until": "2569-01-31"})
    assert (status(result, "C1-9"), codes(result)) == ("missing", {"C1-9"})


def test_faults_of_the_file_are_findings(town) -> None:
    town.draft("area.problems")
    town.write("waivers.yaml", "waivers: [\n")
    broken = town.result("proposal.yaml", "--waivers", "waivers.yaml")
    assert status(broken, "C1-9") == "missing"
    assert any(finding["file"] == "waivers.yaml" for finding in broken["findings"])


def test_a_file_that_is_not_there_is_wrong_usage(town) -> None:
    assert town.check(town.draft(), "--waivers", "nowhere.yaml").code == 2


def test_what_is_met_is_not_waived(town) -> None:
    result = held(town, GOOD, drop=())
    assert (status(result, "C1-9"), result["findings"]) == ("met", [])


@pytest.mark.parametrize("page", ["ci.en.md", "ci.th.md"])
def test_the_example_in_the_docs_holds(town, page: str) -> None:
    found = re.search(
        r"```yaml\n(# waivers\.yaml\n.*?)```",
        (ROOT / "docs" / page).read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert found
    town.write("waivers.yaml", found[1])
    result = town.result(town.draft("area.strengths"), "--waivers", "waivers.yaml")
    assert status(result, "C1-8") == "waived"
    assert codes(result) == {"C1-8"}
