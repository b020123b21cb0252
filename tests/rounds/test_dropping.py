"""What is met only because something was taken out is told as such."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from hollow_fixtures import written
from support import EXAMPLES, run

TODAY = "2569-11-21"
ROUND_1 = (EXAMPLES / "khon-kaen" / "round-1.yaml").read_text(encoding="utf-8")


def draft() -> dict[str, Any]:
    """Give the first round with a goal that has no figures beside one that has all."""
    data = yaml.load(ROUND_1, yaml.CBaseLoader)
    whole = {
        "id": "G1",
        "text": "ลดเวลาเดินทางของคนในเมือง",
        "indicator": "เวลาเดินทางเฉลี่ย",
        "unit": "นาที",
        "baseline": {"value": "45", "year": "2562"},
        "target": {"value": "30", "year": "2566"},
    }
    data["area"]["goals"] = [whole, {"id": "G9", "text": "เป็นเมืองที่คนอยู่แล้วมีความสุขมากขึ้น"}]
    return data


@pytest.fixture
def rounds(tmp_path, monkeypatch):
    """Write two rounds, the second without the goal."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yaml").write_text(written(draft()), encoding="utf-8")
    later = draft()
    del later["area"]["goals"][1]
    (tmp_path / "new.yaml").write_text(written(later), encoding="utf-8")


def compared(*more: str) -> dict[str, Any]:
    asked = ("compare", "old.yaml", "new.yaml", "--format", "json", "--today", TODAY, *more)
    return json.loads(run(*asked).out)


def by_dropping(found: dict[str, Any]) -> list[str]:
    return [row["id"] for row in found["requirements"] if row["by_dropping"]]


@pytest.mark.usefixtures("rounds")
def test_what_is_met_by_dropping_alone_is_told_in_the_comparison():
    found = compared()
    assert by_dropping(found) == ["C1-4N"]
    assert found["dropping"]["paths"] == ["area.goals[1]"]
    then, now = (found[side]["score"]["readiness"]["points"] for side in ("old", "new"))
    assert now > then
    assert found["dropping"]["readiness"]["points"] == now, "not a word was written"
    text = " ".join(
        run("compare", "old.yaml", "new.yaml", "--lang", "en", "--today", TODAY).out.split()
    )
    assert "only because something was taken out, with nothing written for it: C1-4N" in text
    assert "→ met (something was taken out)" in text


@pytest.mark.usefixtures("rounds")
def test_what_was_written_is_no_dropping():
    later = draft()
    later["area"]["goals"][1] |= {
        "indicator": "ความพึงพอใจของประชาชน",
        "unit": "ร้อยละ",
        "baseline": {"value": "60", "year": "2562"},
        "target": {"value": "75", "year": "2566"},
    }
    Path("new.yaml").write_text(written(later), encoding="utf-8")
    found = compared()
    assert by_dropping(found) == []
    assert found["dropping"] is None
    assert [row["turn"] for row in found["requirements"] if row["id"] == "C1-4N"] == ["fixed"]


@pytest.mark.usefixtures("rounds")
def test_an_item_that_takes_the_place_of_another_is_no_dropping():
    later = draft()
    later["area"]["goals"][1] = later["area"]["goals"][0] | {"id": "G2", "text": "ลดอุบัติเหตุ"}
    Path("new.yaml").write_text(written(later), encoding="utf-8")
    assert by_dropping(compared()) == []


@pytest.mark.parametrize("ending", ["html", "md"])
@pytest.mark.usefixtures("rounds")
def test_the_report_says_it(ending):
    out = f"report.{ending}"
    call = ("report", "new.yaml", "--baseline", "old.yaml", "-o", out, "--lang", "en")
    assert run(*call, "--today", TODAY).code == 0
    text = " ".join(Path(out).read_text(encoding="utf-8").split())
    assert "only because something was taken out, with nothing written for it: C1-4N" in text
    assert "(something was taken out)" in text


@pytest.mark.usefixtures("rounds")
def test_the_gate_says_it_and_passes():
    call = ("check", "new.yaml", "--no-regress", "old.yaml", "--today", TODAY, "--lang", "en")
    (gate,) = [
        gate
        for gate in json.loads(run(*call, "--format", "json").out)["gates"]
        if gate["gate"] == "no-regress"
    ]
    assert gate["outcome"] == "passed"
    assert "met only because something was taken out, nothing written: C1-4N" in gate["message"]
    said = " ".join(run(*call).out.split())
    assert gate["message"] in said
    junit = run(*call, "--format", "junit").out
    assert "<system-out>met only because" in junit


@pytest.mark.usefixtures("rounds")
def test_a_gate_where_nothing_was_dropped_says_nothing():
    call = ("check", "old.yaml", "--no-regress", "old.yaml", "--today", TODAY, "--format", "json")
    gates = {gate["gate"]: gate for gate in json.loads(run(*call).out)["gates"]}
    assert gates["no-regress"] == {"gate": "no-regress", "outcome": "passed", "message": ""}


def test_sixteen_deletions_are_told_where_each_raises_readiness(tmp_path, monkeypatch):
    """What raises readiness in the first round of Khon Kaen by taking out is told, each of it."""
    monkeypatch.chdir(tmp_path)
    later = yaml.load(ROUND_1, yaml.CBaseLoader)
    goals = later["area"]["goals"]
    later["area"]["goals"] = [goal for goal in goals if "baseline" in goal] or goals[:1]
    for service in later["services"].values():
        for kpi in service.get("kpis", []):
            kpi.pop("direction", None)
    (tmp_path / "old.yaml").write_text(ROUND_1, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(written(later), encoding="utf-8")
    found = compared()
    better = [row["id"] for row in found["requirements"] if row["turn"] in ("fixed", "better")]
    assert better
    assert by_dropping(found) == better


@pytest.mark.parametrize(
    "path",
    [
        ("area", "goals", 5, "id"),
        ("area", "goals", 5),
        ("services", "governance", "kpis", 1, "id"),
        ("services", "living", "projects", 2, "data", 0),
    ],
)
def test_a_single_deletion_that_raises_readiness_is_told(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    later = yaml.load(ROUND_1, yaml.CBaseLoader)
    (tmp_path / "old.yaml").write_text(written(later), encoding="utf-8")
    node = later
    for step in path[:-1]:
        node = node[step]
    del node[path[-1]]
    (tmp_path / "new.yaml").write_text(written(later), encoding="utf-8")
    found = compared()
    then, now = (found[side]["score"]["readiness"] for side in ("old", "new"))
    assert now["points"] / now["out_of"] > then["points"] / then["out_of"]
    assert by_dropping(found)
