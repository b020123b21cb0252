"""The Pydantic models accept what the tolerant reader accepts, and come to the same values."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from smartcert.proposal.document import read_document
from smartcert.schema.sections import Proposal
from smartcert.source import read_source
from smartcert.thai.date import ThaiDate
from support import EXAMPLES

PROPOSALS = [
    file
    for file in sorted(EXAMPLES.rglob("*.yaml"))
    if "\nsmartcert:" in "\n" + file.read_text(encoding="utf-8")
]


def values(model: Any) -> Any:
    """Give what a model holds as the reader gives it: by alias, without what is absent, years of a budget as written."""
    if isinstance(model, list):
        return [values(item) for item in model]
    if isinstance(model, dict):
        return {
            key.written if isinstance(key, ThaiDate) else key: value for key, value in model.items()
        }
    if not hasattr(type(model), "model_fields"):
        return model
    held = {
        field.alias or name: getattr(model, name)
        for name, field in type(model).model_fields.items()
    }
    return {key: values(value) for key, value in held.items() if value is not None}


def both(written: str) -> tuple[Any, Any]:
    """Give what the reader reads, and what the models make of the same text."""
    source = read_source(written.encode(), "proposal.yaml")
    draft = read_document(source)
    assert draft.faults == ()
    return draft.data, values(Proposal.model_validate(source.root))


@pytest.mark.parametrize("file", PROPOSALS, ids=lambda file: str(file.relative_to(EXAMPLES)))
def test_what_was_read_of_an_example_passes_the_models_unchanged(file):
    draft = read_document(read_source(file.read_bytes(), file.name))
    assert draft.data
    assert values(Proposal.model_validate(draft.data)) == draft.data


@pytest.mark.parametrize(
    "written",
    [
        "smartcert: 1\nround: ๒\nprofile: logo",
        "area: {vision: เมืองน่าอยู่, type: new}",
        "area: {population: {count: '147,579 คน', year: พ.ศ. 2567}}",
        "area: {goals: [{id: G1, baseline: {value: 0.1, year: 2567}, target: {value: 85%, year: 2570}}]}",
        "area: {strengths: [ตลาดเก่า, แม่น้ำ]}",
        "area: {size: 2 ไร่ 1 งาน 50 ตารางวา}",
        "applicant: {committee: {order_date: 10 ส.ค. 2563}}",
        "infrastructure: {budget: {total: '26,963 ล้านบาท', by_year: {2567: 5, พ.ศ. ๒๕๖๘: 1 ล้านบาท}}}",
        "infrastructure: {funding: [{confirmed: ใช่}, {confirmed: no}], operating_cost: [{for: [D1], per_year: 5}]}",
        "services: {energy: {projects: [{goals: [G1], kpis: [K1, K2], personal_data: yes}]}}",
        "data_platform: {open_data: [{url: https://example.go.th}], datasets: [{class: open}], exchange: [{with: [A]}]}",
        "annexes: [{id: A1, file: a.pdf, supports: [C1-1]}]",
    ],
)
def test_one_text_has_one_meaning(written):
    read, modelled = both(written)
    assert modelled == read


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("area: {type: เมืองใหม่ทันสมัย}", id="choice in Thai"),
        pytest.param("services: {energy: {projects: [{goals: G1}]}}", id="one reference"),
        pytest.param("area: {strengths: ตลาดเก่า}", id="one text"),
        pytest.param("area: {vision: {th: เมืองน่าอยู่, en: A livable city}}", id="two languages"),
    ],
)
def test_what_may_be_written_in_short_may_be_so_for_the_models_too(written):
    """The schema made from the models accepts these, and so does the reader."""
    read, modelled = both(written)
    assert modelled == read


@pytest.mark.parametrize(
    "written",
    [
        "visoin: A",
        "area: {type: village}",
        "area: {size: 46}",
        "area: {population: {count: lots}}",
        "area: {population: {year: soon}}",
        "area: {boundary: A}",
        "area: {goals: {id: G1}}",
        "area: {vision: [A]}",
        "infrastructure: {budget: {by_year: {soon: 5}}}",
        "infrastructure: {funding: [{confirmed: maybe}]}",
        "data_platform: {open_data: [{url: 'javascript:alert(1)'}]}",
    ],
)
def test_what_the_reader_faults_the_models_refuse(written):
    source = read_source(written.encode(), "proposal.yaml")
    (fault,) = read_document(source).faults
    with pytest.raises(ValidationError) as problem:
        Proposal.model_validate(source.root)
    (error,) = problem.value.errors()
    assert tuple(step for step in error["loc"] if step != "[key]")[: len(fault.path)] == fault.path


def test_models_do_not_change():
    proposal = Proposal.model_validate({"round": "1"})
    with pytest.raises(ValidationError):
        proposal.round = 2
