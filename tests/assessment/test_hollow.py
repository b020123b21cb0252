"""Proposals with all fields and nothing in them are not ready, and are told why at the start."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hollow_fixtures import SAID, _advice, example, hollow, with_texts, written
from smartcert.proposal.spec import proposal_spec
from support import EXAMPLES, ROOT, assessed, run, statuses

TODAY = "2569-11-21"
KINDS = [*SAID, "samples of the criteria"]


@pytest.fixture(scope="module")
def proposals():
    return dict(hollow())


@pytest.mark.parametrize("kind", KINDS)
def test_none_is_ready_and_each_is_told_why_at_once(kind, proposals, tmp_path, monkeypatch):
    shutil.copytree(EXAMPLES / "minimum" / "annexes", tmp_path / "annexes")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "proposal.yaml").write_text(proposals[kind], encoding="utf-8")
    done = run("check", "proposal.yaml", "--lang", "en", "--today", TODAY)
    assert done.code == 1
    said = " ".join(done.out.splitlines()[:10])
    assert "Texts that are no answer" in said
    found = json.loads(run("check", "proposal.yaml", "--format", "json", "--today", TODAY).out)
    assert found["verdict"] == "not-ready"
    assert found["score"]["readiness"]["value"] < 80
    met = found["counts"]["mandatory"]["met"]
    assert met <= 15, "what stands on numbers and references alone"


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


DRAFT = with_texts(lambda text: f"{text.said} ของบ้านใหม่ริมน้ำ" if len(text.said) > 20 else text.said)


def leaves(node: Any, path=()) -> list[tuple[tuple, str]]:
    if isinstance(node, dict):
        return [leaf for key, child in node.items() for leaf in leaves(child, (*path, key))]
    if isinstance(node, list):
        return [leaf for i, child in enumerate(node) for leaf in leaves(child, (*path, i))]
    return [(path, node)]


def field_of(path):
    spec = proposal_spec()
    for step in path:
        spec = spec.item or spec if isinstance(step, int) else spec.below(step)
        if spec is None:
            return None
    return spec


def put(data: Any, path, value) -> None:
    for step in path[:-1]:
        data = data[step]
    if value is None:
        del data[path[-1]]
    else:
        data[path[-1]] = value


FIELDS = [
    path
    for path, _ in leaves(DRAFT)
    if isinstance(path[-1], str) and (spec := field_of(path)) and spec.kind == "text"
]
SENTENCES = [
    (path, text)
    for path, text in leaves(DRAFT)
    if len(text) >= 32 and (spec := field_of(path)) and spec.kind == "text"
]


@settings(max_examples=25, deadline=None, phases=[Phase.generate], derandomize=True)
@given(st.data())
def test_saying_again_what_the_file_or_the_criteria_say_never_raises_readiness(data):
    """A field that is empty is filled with a text of another, or with one of the criteria."""
    draft = json.loads(json.dumps(DRAFT))
    gaps = data.draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=4, unique=True))
    for path in gaps:
        put(draft, path, None)
    before = assessed(written(draft))
    for path in gaps:
        others = [
            text for where, text in SENTENCES if where not in gaps and asks(where) != asks(path)
        ]
        said = st.sampled_from([*others, *_advice("fix"), *_advice("why")])
        put(draft, path, data.draw(said))
    after = assessed(written(draft))
    assert after.score.readiness.value <= before.score.readiness.value
    assert after.score.completeness.value <= before.score.completeness.value


def asks(path) -> str:
    return field_of(path).asks or path[-1]


def test_copies_of_an_item_count_once():
    data = example()
    before = assessed(written(data), knows_samples=False)
    first = data["services"]["environment"]["projects"][0]
    data["services"]["environment"]["projects"] += [
        {**first, "id": f"ENV-X{number}", "name": f"{first['name']} {number}"}
        for number in range(50)
    ]
    events = data["area"]["participation"]
    events += [dict(events[0]) for _ in range(50)]
    after = assessed(written(data), knows_samples=False)
    assert after.score.completeness == before.score.completeness
    assert after.score.readiness == before.score.readiness
    copies = [finding for finding in after.findings if finding.code == "P020"]
    assert [finding.related != () for finding in copies] == [True, True]
    assert after.substance.copies == 100


def test_items_that_differ_are_no_copies():
    text = (ROOT / "examples" / "khon-kaen" / "round-2.yaml").read_text(encoding="utf-8")
    assert assessed(text).substance.copies == 0
