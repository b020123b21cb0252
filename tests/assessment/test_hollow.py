"""Proposals with all fields and nothing in them are not ready, and are told why at the start."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hollow_fixtures import (
    SAID,
    TEXTS,
    VALUES,
    advice,
    entries,
    example,
    field_of,
    hollow,
    leaves,
    put,
    with_texts,
    written,
)
from smartcert.assessment.samples import CERTAIN, letters_of
from smartcert.assessment.samples import SHORT as SHORTEST_SAMPLE
from smartcert.assessment.screening import SENTENCE, Written, what_is_counted
from smartcert.thai.substance import core_of
from support import EXAMPLES, ROOT, Run, assessed, run, statuses

pytestmark = pytest.mark.long

TODAY = "2569-11-21"
NOTE = "ตัวอย่างสมมติ เมืองสายธารไม่มีอยู่จริง"
"""By which the example says of itself that it is one, so that its texts are no copies."""

KINDS = [*SAID, "samples of the criteria"]


@pytest.fixture(scope="module")
def proposals():
    return dict(hollow())


def told_and_found() -> tuple[Run, dict[str, Any]]:
    """Check the proposal of this folder; return what is told, and the result as data."""
    formats = ("--format", "text", "--format", "json=found.json")
    done = run("check", "proposal.yaml", "--lang", "en", "--today", TODAY, *formats)
    return done, json.loads(Path("found.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_none_is_ready_and_each_is_told_why_at_once(kind, proposals, tmp_path, monkeypatch):
    shutil.copytree(EXAMPLES / "minimum" / "annexes", tmp_path / "annexes")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "proposal.yaml").write_text(proposals[kind], encoding="utf-8")
    done, found = told_and_found()
    assert done.code == 1
    said = " ".join(done.out.splitlines()[:10])
    assert "Texts that are no answer" in said
    assert found["verdict"] == "not-ready"
    assert found["score"]["readiness"]["value"] < 80
    met = found["counts"]["mandatory"]["met"]
    assert met <= 15, "what stands on numbers and references alone"


@pytest.mark.parametrize("kind", list(SAID)[::4])
def test_of_a_larger_example_none_is_ready_either(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = with_texts(SAID[kind], "khon-kaen/round-2")
    (tmp_path / "proposal.yaml").write_text(written(data), encoding="utf-8")
    done = run("check", "proposal.yaml", "--lang", "th", "--today", "2563-09-01")
    assert done.code == 1
    assert "ที่ยังไม่นับเป็นคำตอบ" in " ".join(done.out.splitlines()[:10])


def test_what_nobody_can_know_waits_for_a_person(proposals):
    for kind in ("one sentence", "random words", "a name"):
        found = assessed(proposals[kind])
        waiting = found.count("mandatory")["needs-person"]
        assert waiting > 20
        told = [finding for finding in found.findings if finding.status == "needs-person"]
        assert len(told) <= 3, "few enough to read"
        assert sum(len(finding.about) for finding in told) >= waiting
        assert all(finding.code in ("S002", "S003") for finding in told)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("khon-kaen/round-1", date(2020, 8, 10)),
        ("khon-kaen/round-2", date(2020, 9, 1)),
        ("mae-moh/proposal", date(2026, 11, 21)),
        ("minimum/proposal", date(2026, 11, 21)),
        ("samyan/proposal", date(2026, 11, 21)),
    ],
)
def test_no_text_of_an_example_is_doubted(name, day):
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    found = assessed(text, today=day)
    assert not found.substance._replace(waiting=0)
    # Its own words, too, where nobody says that it is an example.
    alone = assessed(text, today=day, knows_samples=False)
    assert statuses(alone) == statuses(found)


def test_an_example_without_its_note_is_a_copy():
    data = example()
    assert assessed(written(data)).substance.no_answers["sample"] > 100


def test_a_text_of_a_citys_own_is_no_sample():
    data = example()
    data["area"]["vision"] = "บ้านใหม่เป็นเมืองเกษตรที่น้ำพอใช้ทั้งปี และคนหนุ่มสาวกลับมาทำงานที่บ้านได้"
    found = assessed(written(data))
    assert statuses(found)["C1-3"] == "met"


def test_what_many_towns_write_is_no_sample_by_itself():
    data = example()
    title = data["applicant"]["contact"]["name"]
    data = json.loads(json.dumps(DRAFT))
    data["applicant"]["contact"]["name"] = title
    assert not assessed(written(data)).substance.no_answers


def test_one_long_sample_is_told_by_itself():
    data = json.loads(json.dumps(DRAFT))
    data["area"]["vision"] = example()["area"]["vision"]
    found = assessed(written(data))
    assert found.substance.no_answers == {"sample": 1}
    assert statuses(found)["C1-3"] == "missing"


DRAFT = with_texts(lambda text: f"{text.said} ของบ้านใหม่ริมน้ำ" if len(text.said) > 20 else text.said)


FIELDS = [
    path
    for path, _ in leaves(DRAFT)
    if isinstance(path[-1], str) and (spec := field_of(path)) and spec.kind in ("text", "texts")
]
SENTENCES = [
    (path, text)
    for path, text in leaves(DRAFT)
    if len(core_of(text)) >= SENTENCE and (spec := field_of(path)) and spec.kind in TEXTS
]


def field(path) -> Any:
    """Give what a text at a place answers; what names the same may be called alike."""
    return Written(path, "", field_of(path)).field


def counted(path) -> Any:
    spec = field_of(path) or field_of(path[:-1])
    return what_is_counted(path, spec.type)


FIGURES = [(path, text) for path, text in leaves(DRAFT) if counted(path)]
PARTICULAR = [
    (path, text) for path, text in FIGURES if text.isdigit() and len(text.strip("0")) >= 3
]


SHOWN = [
    text
    for entry in entries()
    for part in entry["examples"].values()
    for _, text in leaves(yaml.load(part, yaml.CBaseLoader))
    if text and len(letters_of(text)) >= CERTAIN
]
"""The long texts of the examples of the criteria."""


@settings(max_examples=40, deadline=None, phases=[Phase.generate], derandomize=True)
@given(st.data())
def test_saying_again_what_the_file_or_the_criteria_say_never_raises_readiness(data):
    """Fields that are empty are filled with what others hold, or with texts of the criteria."""
    draft = json.loads(json.dumps(DRAFT))
    gaps = data.draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=4, unique=True))
    figures = data.draw(st.lists(st.sampled_from(FIGURES), max_size=2, unique=True))
    places = [path for path, _ in figures]
    for path in [*gaps, *places]:
        put(draft, path, None)
    before = assessed(written(draft))
    for path in gaps:
        others = [
            text for where, text in SENTENCES if where not in gaps and field(where) != field(path)
        ]
        labels = [*field_of(path).names.values()]
        said = st.sampled_from([*others, *advice("fix"), *advice("why"), *labels, *SHOWN])
        put(draft, path, data.draw(said))
    for path in places:
        others = [
            text
            for where, text in PARTICULAR
            if where not in places and counted(where) != counted(path)
        ]
        if others:
            put(draft, path, data.draw(st.sampled_from(others)))
    after = assessed(written(draft))
    assert after.score.readiness.value <= before.score.readiness.value
    if not places:
        assert after.score.completeness.value <= before.score.completeness.value


SHORT = ["ลดน้ำท่วม", "ขยะล้นเมือง", "สำรองข้อมูลทุกวัน"]


@pytest.mark.parametrize("said", SHORT)
def test_a_short_text_carries_one_requirement_and_no_second(said):
    data = json.loads(json.dumps(DRAFT))
    put(data, ("area", "vision"), None)
    put(data, ("data_platform", "cybersecurity"), {"controls": said})
    before = assessed(written(data))
    put(data, ("area", "needs"), [{"text": said}])
    after = assessed(written(data))
    assert after.score.readiness.points <= before.score.readiness.points


def test_a_short_sample_alone_carries_nothing_and_a_citys_own_words_do():
    data = json.loads(json.dumps(DRAFT))
    controls = example()["management"]["risks"][0]["response"]
    assert SHORTEST_SAMPLE <= len(letters_of(controls)) < CERTAIN
    data["data_platform"]["cybersecurity"] = {"controls": controls}
    assert statuses(assessed(written(data)))["C3-6"] == "needs-person"
    data["data_platform"]["cybersecurity"] = {
        "controls": "เปลี่ยนรหัสผ่านทุกสามเดือน และปิดเครื่องแม่ข่ายจากภายนอก"
    }
    assert statuses(assessed(written(data)))["C3-6"] == "met"


def test_one_figure_counts_one_kind_of_thing():
    data = json.loads(json.dumps(DRAFT))
    data["data_platform"]["operator"]["staff"] = data["area"]["population"]["count"]
    found = assessed(written(data))
    (told,) = [one for one in found.findings if one.code == "S002"]
    assert "15,420" in told.message
    cost = data["services"]["environment"]["projects"][0]["budget"]
    data["data_platform"]["operator"]["staff"] = "3"
    data["infrastructure"]["physical"][0]["cost"] = cost
    assert not assessed(written(data)).substance.repeated, "money is money"


def test_an_item_of_one_smart_is_a_copy_in_another():
    data = json.loads(json.dumps(DRAFT))
    first, *_ = data["services"]["environment"]["projects"]
    before = assessed(written(data))
    data["services"]["energy"] = {"projects": [{**first, "id": "ENE-P1"}]}
    assert assessed(written(data)).substance.copies == 1
    assert before.substance.copies == 0


LISTS = [
    ("area", "goals"),
    ("area", "participation"),
    ("area", "problems"),
    ("area", "alignment"),
    ("infrastructure", "digital"),
    ("infrastructure", "funding"),
    ("infrastructure", "phases"),
    ("data_platform", "datasets"),
    ("data_platform", "decisions"),
    ("services", "environment", "projects"),
    ("services", "environment", "kpis"),
    ("management", "partners"),
    ("management", "agencies"),
    ("management", "risks"),
    ("annexes",),
]


@settings(max_examples=40, deadline=None, phases=[Phase.generate], derandomize=True)
@given(st.data())
def test_copying_an_item_with_less_in_it_never_raises_readiness(data):
    """A list is cut to its first item; then that comes again, with another id and less in it."""
    draft = json.loads(json.dumps(DRAFT))
    for path in data.draw(st.lists(st.sampled_from(LISTS), min_size=1, max_size=3, unique=True)):
        items = draft
        for step in path:
            items = items[step]
        del items[1:]
    before = assessed(written(draft))
    first = items[0]
    for number in range(data.draw(st.integers(1, 4))):
        copied = dict(first)
        for key in data.draw(st.sets(st.sampled_from(sorted(first)), max_size=len(first) - 1)):
            del copied[key]
        if "id" in first:
            copied["id"] = f"{first['id']}-{number}"
        if "name" in copied and data.draw(st.booleans()):
            copied["name"] += f" {number}"
        items.append(copied)
    after = assessed(written(draft))
    assert after.score.readiness.value <= before.score.readiness.value


def test_copies_of_an_item_count_once():
    data = example()
    before = assessed(written(data), knows_samples=False)
    first = data["services"]["environment"]["projects"][0]
    data["services"]["environment"]["projects"] += [
        {**first, "id": f"ENV-X{number}", "name": f"{first['name']} {number}"}
        for number in range(1000)
    ]
    events = data["area"]["participation"]
    events += [dict(events[0]) for _ in range(1000)]
    after = assessed(written(data), knows_samples=False)
    assert after.score.completeness == before.score.completeness
    assert after.score.readiness == before.score.readiness
    copies = [finding for finding in after.findings if finding.code == "P020"]
    assert [finding.related != () for finding in copies] == [True, True]
    assert after.substance.copies == 2000


def test_items_that_differ_are_no_copies():
    text = (ROOT / "examples" / "khon-kaen" / "round-2.yaml").read_text(encoding="utf-8")
    assert assessed(text).substance.copies == 0


REFERENCES = ("goals", "kpis", "data", "funding", "serves", "dataset")


def with_references(change) -> dict[str, Any]:
    data = example()
    for path, text in leaves(data):
        if path[-1] in REFERENCES or (len(path) > 1 and path[-2] in REFERENCES):
            put(data, path, change(text))
    return data


def test_a_reference_that_leads_nowhere_earns_no_more_than_none():
    there = assessed(written(example()), knows_samples=False)
    nowhere = assessed(written(with_references(lambda text: "X-99")), knows_samples=False)
    data = example()
    for smart in data["services"].values():
        for item in smart["projects"] + smart["kpis"] + smart["goals"]:
            for name in REFERENCES:
                item.pop(name, None)
    none = assessed(written(data), knows_samples=False)
    assert nowhere.score.mandatory.points < there.score.mandatory.points
    assert nowhere.score.mandatory.points <= none.score.mandatory.points
    assert nowhere.score.readiness.points <= none.score.readiness.points
    told = [finding.message for finding in nowhere.findings if "C4-R4" in finding.requirements]
    assert told
    assert all("X-99" in message for message in told)


def test_one_id_for_everything_leads_nowhere():
    data = example()
    for path, _ in leaves(data):
        if path[-1] == "id" and path[0] != "annexes":
            put(data, path, "Z")
    for path, _ in leaves(data):
        if path[-1] in REFERENCES or (len(path) > 1 and path[-2] in REFERENCES):
            put(data, path, "Z")
    found = assessed(written(data), knows_samples=False)
    assert found.verdict == "not-ready"
    assert found.substance.no_answers["lost"] > 5


@pytest.mark.parametrize("kind", VALUES)
def test_values_that_can_hardly_be_are_asked_about_at_once(kind, tmp_path, monkeypatch):
    change, code = VALUES[kind]
    shutil.copytree(EXAMPLES / "minimum" / "annexes", tmp_path / "annexes")
    monkeypatch.chdir(tmp_path)
    data = change() | {"note": NOTE}
    (tmp_path / "proposal.yaml").write_text(written(data), encoding="utf-8")
    done, found = told_and_found()
    assert "smartcert's finding: ready\n" not in done.out
    assert found["verdict"] != "ready"
    assert code in [row["id"] for row in found["requirements"] if row["status"] != "met"]
    # A file that is the example says so on a line of its own.
    assert any(row["code"] in " ".join(done.out.splitlines()[:11]) for row in found["findings"])


def one_byte(folder) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"x")


def copies_of_one(folder) -> None:
    first, *others = sorted(folder.iterdir())
    for file in others:
        file.write_bytes(first.read_bytes())


def blanks(folder) -> None:
    for number, file in enumerate(folder.iterdir()):
        file.write_bytes(b" " * (10 + number))


@pytest.mark.parametrize("hollowed", [one_byte, copies_of_one, blanks])
def test_of_hollow_annexes_no_proposal_is_ready_and_it_is_told_at_once(hollowed, town):
    hollowed(town.folder / "annexes")
    town.draft()
    found = town.result("proposal.yaml")
    assert found["verdict"] != "ready"
    assert found["score"]["evidence"]["value"] < 20
    said = town.check("proposal.yaml").out.splitlines()[:11]
    assert any("X-32" in line for line in said)


def annexes(town, change) -> list[str]:
    """Give the requirements that are open when the annexes are others."""
    data = town.ready
    (town.folder / "proposal.yaml").write_text(change(data), encoding="utf-8")
    rows = town.result("proposal.yaml")["requirements"]
    return [row["id"] for row in rows if row["status"] in ("partial", "missing")]


def test_annexes_are_documents_of_their_own(town):
    assert annexes(town, str) == []
    files = sorted((town.folder / "annexes").iterdir())
    texts = [file.read_bytes() for file in files]
    for file in files:
        file.write_bytes(b"x")
    assert annexes(town, str) == ["X-32"], "the same byte in all"
    for number, file in enumerate(files):
        file.write_bytes(bytes([65 + number]))
    assert annexes(town, str) == ["X-32"], "next to nothing in each"
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text)
    (town.folder / "annexes" / "02-committee-order.md").write_bytes(texts[0])
    assert annexes(town, str) == ["X-32"], "one twice"
    (town.folder / "annexes" / "02-committee-order.md").write_bytes(texts[1])
    itself = "file: annexes/05-boundary.svg"
    assert annexes(town, lambda text: text.replace(itself, "file: proposal.yaml")) == ["X-32"]


def test_one_annex_for_everything_is_asked_about(town):
    data = yaml.load(town.ready, yaml.CBaseLoader)
    rows = town.result(town.write("whole.yaml", town.ready))["requirements"]
    data["annexes"] = [{**data["annexes"][0], "supports": [row["id"] for row in rows]}]
    found = annexes(town, lambda _: written(data))
    assert "X-31" in found
