"""What `check --format json` promises: its keys, and numbers that anybody can add up again."""

from __future__ import annotations

import json
import re
from collections import Counter
from fractions import Fraction

import pytest

from smartcert import __version__
from smartcert.findings.status import STATUSES
from support import EXAMPLES, catalog, run

PROMISED = {
    "": [
        "format",
        "smartcert",
        "date",
        "catalog",
        "proposal",
        "verdict",
        "score",
        "counts",
        "baseline",
        "groups",
        "smarts",
        "requirements",
        "findings",
    ],
    "catalog": ["id", "edition", "profile", "digest"],
    "proposal": ["file", "name", "round", "digest"],
    "score": ["readiness", "completeness", "evidence"],
    "share": ["value", "points", "out_of"],
    "counts": ["mandatory", "recommended"],
    "count": ["met", "partial", "missing", "waived", "not_applicable", "needs_person"],
    "group": ["id", "title", "points", "out_of", "value"],
    "smart": ["key", "title", "declared", "points", "out_of", "value"],
    "requirement": [
        "id",
        "group",
        "smart",
        "title",
        "level",
        "basis",
        "status",
        "points",
        "out_of",
        "weight",
        "findings",
    ],
    "finding": [
        "id",
        "code",
        "requirement",
        "status",
        "level",
        "message",
        "fix",
        "path",
        "file",
        "line",
        "column",
        "end_line",
        "end_column",
        "related",
    ],
}
"""The keys that other people's scripts rely on, in their order; more may stand between them."""

ADDED = {
    "": ["lang", "gates", "empty_fields", "readings", "basis", "substance"],
    "score": ["adjusted", "mandatory", "recommended"],
    "group": ["completeness", "evidence"],
    "smart": ["completeness", "evidence"],
    "requirement": ["backed", "waiver", "judgement", "judged_text"],
    "finding": ["requirements", "smart", "title", "why", "stub", "basis", "sources", "suppressed"],
}
"""Keys that joined those of the first promise, and are promised too."""

DRAFT = """\
smartcert: 1
profile: logo
round: 2
area:
  name: เมืองสายธาร
  type: livable
  slogan: เมืองแห่งสายน้ำ
  vision: เมืองที่ทุกคนเดินทางสะดวก อากาศสะอาด และปลอดภัยสำหรับประชาชนทุกวัย
  population: {count: มากมาย, year: 2567}
  goals:
    - {id: G1, text: TBD}
    - {id: G1, text: ลดฝุ่นละอองขนาดเล็กในเขตเมืองให้อยู่ในเกณฑ์มาตรฐานทุกวัน}
infrastructure:
  budget: {total: 100000, by_year: {2569: 60000, 2570: 60000}}
services:
  environment:
    goals: [{id: E1, text: ลดฝุ่นละอองในเขตเมือง}]
    projects:
      - {id: P1, name: ติดตั้งเครื่องวัดฝุ่น, owner: กองสาธารณสุข, budget: 50000, goals: [E9]}
    kpis: [{id: K1, name: จำนวนเครื่องวัดฝุ่น, unit: เครื่อง}]
  mobility:
    projects: [{id: P2, name: รถรับส่ง}]
"""

WAIVERS = """\
smartcert-waivers: 1
waivers:
  - {requirement: C4-R3, reason: รอผลสำรวจ, approver: นายกเทศมนตรี, until: 2570-12-31}
  - {requirement: C1-8, reason: รอผลสำรวจ, approver: นายกเทศมนตรี, until: 2570-12-31}
"""


def of(*arguments: str) -> dict:
    return json.loads(run("check", *arguments, "--format", "json", "--today", "2026-11-21").out)


@pytest.fixture(scope="module", params=["draft", "waived", "minimum", "empty", "english"])
def data(request, tmp_path_factory):
    """A result as a script would read it; several, because each shows other parts."""
    folder = tmp_path_factory.mktemp("json")
    path = folder / "proposal.yaml"
    path.write_text("smartcert: 1\n" if request.param == "empty" else DRAFT, encoding="utf-8")
    (folder / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    match request.param:
        case "waived":
            return of(str(path), "--waivers", str(folder / "waivers.yaml"))
        case "minimum":
            return of(str(EXAMPLES / "minimum" / "proposal.yaml"))
        case "english":
            return of(str(path), "--lang", "en", "--profile", "promotion-area", "--edition", "2562")
        case _:
            return of(str(path))


def assert_keys(name: str, found: dict) -> None:
    assert [key for key in found if key not in ADDED.get(name, ())] == PROMISED[name]
    assert found.keys() - PROMISED[name] == set(ADDED.get(name, ()))


def test_the_keys_are_those_that_are_promised_in_their_order(data):
    assert_keys("", data)
    for name in ("catalog", "proposal", "score", "counts"):
        assert_keys(name, data[name])
    for share in data["score"].values():
        assert_keys("share", share)
    for counts in data["counts"].values():
        assert_keys("count", counts)
    for name in ("group", "requirement", "finding"):
        for row in data[f"{name}s"]:
            assert_keys(name, row)


def test_the_keys_of_a_smart_are_those_that_are_promised_in_their_order(data):
    for smart in data["smarts"]:
        assert_keys("smart", smart)


def test_the_head_says_what_was_held_against_what(data):
    assert (data["format"], data["smartcert"], data["date"]) == (1, __version__, "2026-11-21")
    assert data["catalog"]["digest"] == catalog().digest
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", data["proposal"]["digest"])
    assert data["verdict"] in ("ready", "ready-with-gaps", "not-ready", "unreadable")


def points(rows: list[dict]) -> tuple[Fraction, Fraction]:
    return sum((Fraction(row["points"]) for row in rows), Fraction()), sum(
        (Fraction(row["out_of"]) for row in rows), Fraction()
    )


def pair(share: dict) -> tuple[Fraction, Fraction]:
    return Fraction(share["points"]), Fraction(share["out_of"])


def test_points_follow_from_status_and_weight(data):
    credit = {"met": Fraction(1), "partial": Fraction(1, 2)}
    for row in data["requirements"]:
        out_of = 0 if row["status"] == "not-applicable" else row["weight"]
        if row["status"] == "waived":
            # What is there counts as if there were no waiver; the adjusted figure leaves it out.
            assert pair(row) in ((0, out_of), (Fraction(out_of, 2), out_of))
            continue
        assert pair(row) == (credit.get(row["status"], Fraction()) * out_of, out_of)


def test_points_add_up_to_readiness(data):
    rows, score = data["requirements"], data["score"]
    assert points(rows) == pair(score["readiness"])
    assert points(data["groups"]) == pair(score["readiness"])
    for group in data["groups"]:
        assert points([row for row in rows if row["group"] == group["id"]]) == pair(group)
    for smart in data["smarts"]:
        assert points([row for row in rows if row["smart"] == smart["key"]]) == pair(smart)
    for level in ("mandatory", "recommended"):
        assert points([row for row in rows if row["level"] == level]) == pair(score[level])
    assert points([row for row in rows if row["status"] != "waived"]) == pair(score["adjusted"])


def test_evidence_counts_the_requirements_that_are_met(data):
    asked = [row for row in data["requirements"] if row["backed"] is not None]
    assert pair(data["score"]["evidence"]) == (sum(row["backed"] for row in asked), len(asked))
    assert {row["status"] for row in asked} <= {"met"}


def test_percentages_can_be_computed_again(data):
    for share in [*data["score"].values(), *data["groups"], *data["smarts"]]:
        gained, out_of = pair(share)
        if not out_of:
            assert share["value"] is None
        else:
            assert share["value"] == float(
                Fraction(int(gained * 1000 / out_of + Fraction(1, 2)), 10)
            )
            assert 0 <= share["value"] <= 100


def test_counts_agree_with_the_rows(data):
    for level, counts in data["counts"].items():
        found = Counter(
            row["status"].replace("-", "_") for row in data["requirements"] if row["level"] == level
        )
        assert {status: count for status, count in counts.items() if count} == dict(found)
    assert {status.replace("-", "_") for status in STATUSES} == set(PROMISED["count"])


def test_each_row_is_there_once(data):
    rows = Counter((row["id"], row["smart"]) for row in data["requirements"])
    assert set(rows.values()) <= {1}
    known = catalog().requirements
    for row in data["requirements"]:
        assert row["group"] == known[row["id"]].group
        assert row["basis"] == known[row["id"]].basis
        is_idle = known[row["id"]].counts == "when-violated" and row["status"] == "met"
        assert row["weight"] == (0 if is_idle else known[row["id"]].weight)


def test_declared_smarts_are_those_of_the_file(data):
    declared = {smart["key"] for smart in data["smarts"] if smart["declared"]}
    assert len(data["smarts"]) == 7
    assert {row["smart"] for row in data["requirements"]} - {None} <= declared
    if data["proposal"]["file"].startswith(str(EXAMPLES)):
        assert "environment" in declared


def test_findings_have_ids_of_their_own_and_are_referred_to(data):
    ids = [finding["id"] for finding in data["findings"]]
    assert len(ids) == len(set(ids))
    referred = {identifier for row in data["requirements"] for identifier in row["findings"]}
    assert referred <= set(ids)
    assert {
        finding["id"] for finding in data["findings"] if finding["requirement"] is not None
    } <= referred
    assert {
        finding["id"]
        for finding in data["findings"]
        if finding["level"] == "fault" and finding["code"] != "S001"
    }.isdisjoint(referred)


def test_every_open_requirement_has_a_finding_and_no_other_has(data):
    for row in data["requirements"]:
        assert bool(row["findings"]) is (row["status"] not in ("met", "not-applicable")), row["id"]


def test_a_finding_and_its_row_speak_of_the_same(data):
    by_id = {finding["id"]: finding for finding in data["findings"]}
    for row in data["requirements"]:
        for identifier in row["findings"]:
            finding = by_id[identifier]
            assert row["id"] in finding["requirements"]
            if row["id"] == finding["requirement"] and finding["smart"] == row["smart"]:
                assert (finding["level"], finding["basis"]) == (row["level"], row["basis"])


def test_places_are_in_the_file(data):
    with open(data["proposal"]["file"], encoding="utf-8") as stream:  # noqa: PTH123 - the name is as it was given
        lines = stream.read().split("\n")
    for finding in data["findings"]:
        if finding["file"] != data["proposal"]["file"]:
            continue
        assert 1 <= finding["line"] <= finding["end_line"] <= len(lines)
        assert 1 <= finding["column"] <= len(lines[finding["line"] - 1]) + 1
        assert (finding["line"], finding["column"]) <= (finding["end_line"], finding["end_column"])
        for other in finding["related"]:
            assert 1 <= other["line"] <= len(lines)


def test_the_verdict_follows_from_the_rows(data):
    open_levels = {
        row["level"]
        for row in data["requirements"]
        if row["status"] in ("partial", "missing", "needs-person")
    }
    expected = (
        "not-ready" if "mandatory" in open_levels else "ready-with-gaps" if open_levels else "ready"
    )
    assert data["verdict"] == expected


def test_what_is_not_there_is_null():
    empty = of(str(EXAMPLES / "minimum" / "proposal.yaml"))
    assert {row["waiver"] for row in empty["requirements"]} == {None}
    assert {finding["suppressed"] for finding in empty["findings"]} <= {None}


def test_an_unreadable_file_has_the_same_keys(tmp_path):
    (tmp_path / "proposal.yaml").write_text("smartcert: [\n", encoding="utf-8")
    data = of(str(tmp_path / "proposal.yaml"))
    assert_keys("", data)
    assert_keys("score", data["score"])
    assert data["verdict"] == "unreadable"
    assert set(data["score"].values()) == {None}
    assert (data["groups"], data["smarts"], data["requirements"]) == ([], [], [])
    assert [finding["level"] for finding in data["findings"]] == ["fault"]


def test_ids_of_findings_outlive_moved_lines(tmp_path):
    for name, text in (("a", DRAFT), ("b", "# หมายเหตุ\n\n" + DRAFT)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "proposal.yaml").write_text(text, encoding="utf-8")
    first, second = (of(str(tmp_path / name / "proposal.yaml")) for name in "ab")
    assert [item["id"] for item in first["findings"]] == [item["id"] for item in second["findings"]]
    assert {
        later["line"] - item["line"]
        for item, later in zip(first["findings"], second["findings"], strict=True)
    } == {2}


def test_ids_of_findings_do_not_depend_on_the_language(tmp_path):
    (tmp_path / "proposal.yaml").write_text(DRAFT, encoding="utf-8")
    thai, english = (of(str(tmp_path / "proposal.yaml"), "--lang", lang) for lang in ("th", "en"))
    assert [item["id"] for item in thai["findings"]] == [item["id"] for item in english["findings"]]
    assert thai["score"] == english["score"]


def test_evidence_of_groups_adds_up_to_that_of_all():
    data = json.loads(
        run(
            "check",
            EXAMPLES / "khon-kaen" / "round-2.yaml",
            "--format",
            "json",
            "--today",
            "2563-09-01",
        ).out
    )
    for kind in ("points", "out_of"):
        assert (
            sum(group["evidence"][kind] for group in data["groups"])
            == data["score"]["evidence"][kind]
        )
    filled = data["score"]["completeness"]
    assert len(data["empty_fields"]) == filled["out_of"] - filled["points"]
