"""JUnit XML as `junitparser` reads it."""

from __future__ import annotations

import pytest

from support import run

junitparser = pytest.importorskip(
    "junitparser", reason="junitparser is not installed: pip install junitparser"
)

WAIVER = (
    "waivers: [{requirement: C1-8, reason: รอผลสำรวจ, approver: ปลัดเทศบาล, until: 31 ธ.ค. 2569}]\n"
)


def suite_of(text: str):
    (suite,) = junitparser.JUnitXml.fromstring(text.encode())
    return suite


def case(suite, name: str):
    (found,) = [case for case in suite if case.name.split(" ")[0] == name]
    return found


def test_a_case_a_requirement(town) -> None:
    file = town.draft("area.vision", "area.strengths")
    suite, result = suite_of(town.as_format("junit", file)), town.result(file)
    statuses = [row["status"] for row in result["requirements"]]
    assert suite.name == "proposal.yaml"
    assert suite.tests == len(list(suite)) == len(statuses)
    assert suite.failures == statuses.count("missing") + statuses.count("partial") == 2
    assert suite.skipped == statuses.count("not-applicable")
    assert suite.errors == 0


def test_a_failure_says_where_and_how_to_mend(town) -> None:
    file = town.draft("area.vision")
    suite = suite_of(town.as_format("junit", file))
    (failure,) = case(suite, "C1-3").result
    assert isinstance(failure, junitparser.Failure)
    assert failure.type == "mandatory"
    assert failure.text.startswith(f"proposal.yaml:{town.line(file, 'area:')}:1 ")
    assert "area.vision" in failure.text
    assert case(suite, "C1-3").classname == "C1"


def test_thai_comes_through(town) -> None:
    text = run("check", town.draft("area.vision"), "--lang", "th", "--format", "junit").out
    assert case(suite_of(text), "C1-3").name == "C1-3 วิสัยทัศน์"


def test_what_xml_cant_hold_is_left_out(town) -> None:
    def spoil(text: str) -> str:
        return text.replace("type: livable", 'type: "\\x01\\uFFFE<&]]>"')

    suite = suite_of(town.as_format("junit", town.draft(change=spoil)))
    told = [
        result.message for found in suite for result in found.result if found.classname == "file"
    ]
    assert any("<&]]>" in message for message in told)


def test_waived_is_skipped_with_its_reason(town) -> None:
    town.write("waivers.yaml", WAIVER)
    suite = suite_of(
        town.as_format("junit", town.draft("area.strengths"), "--waivers", "waivers.yaml")
    )
    (skipped,) = case(suite, "C1-8").result
    assert isinstance(skipped, junitparser.Skipped)
    assert "รอผลสำรวจ" in skipped.message
    assert suite.failures == 0


def test_what_a_baseline_knows_is_skipped_and_still_told(town) -> None:
    file = town.draft("area.vision")
    assert run("baseline", "write", file, "--today", "2569-11-01").code == 0
    suite = suite_of(
        town.as_format(
            "junit",
            town.draft("area.vision", "area.strengths"),
            "--baseline",
            "smartcert-baseline.json",
        )
    )
    (skipped,) = case(suite, "C1-3").result
    assert isinstance(skipped, junitparser.Skipped)
    assert "2026-11-01" in skipped.message
    assert isinstance(case(suite, "C1-8").result[0], junitparser.Failure)


def test_an_unreadable_file_fails(town) -> None:
    suite = suite_of(town.as_format("junit", town.write("broken.yaml", "area: [\n")))
    assert suite.failures == suite.tests == 1


def test_no_two_cases_share_a_class_and_a_name(town) -> None:
    """A CI system tells cases by these, whatever suite they are of."""
    spoilt = "annexes:\n  - {id: Z1, file: no.md}\n  - {id: Z2, file: none.md}\n"
    files = [town.write(f"{name}.yaml", f"smartcert: 1\n{spoilt}") for name in "ab"]
    found = junitparser.JUnitXml.fromstring(town.as_format("junit", *files).encode())
    names = [(case.classname, case.name) for suite in found for case in suite]
    assert len(names) == len(set(names))
    assert sum("P008" in name for _, name in names) == 4
