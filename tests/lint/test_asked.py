"""Which fields a check asks for, and what is said of those that no source names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smartcert.catalog.model import LevelRule
from smartcert.lint.asked import asked_fields, of_sources
from support import catalog


@pytest.mark.parametrize(
    ("check", "fields"),
    [
        ({"present": {"path": "area.vision"}}, {("area.vision",)}),
        ({"count": {"path": "services.{smart}.kpis", "min": 1}}, {("services.*.kpis",)}),
        (
            {"fields": {"at": "area.goals[*]", "ask": {"text": {}, "unit|indicator": {}}}},
            {("area.goals[*].text",), ("area.goals[*].unit", "area.goals[*].indicator")},
        ),
        (
            {"each": {"in": "area.goals[*]", "check": {"present": {"path": "/area.size"}}}},
            {("area.size",)},
        ),
        (
            {"each": {"in": "area.goals[*]", "check": {"present": {"path": "unit"}}}},
            {("area.goals[*].unit",)},
        ),
        (
            {"when": {"if": {"present": {"path": "round"}}, "then": {"text": {"path": "note"}}}},
            {("note",)},
        ),
        ({"any": [{"present": {"path": "note"}}, {"present": {"path": "round"}}]}, set()),
        ({"not": {"present": {"path": "note"}}}, set()),
        ({"refers": {"from": "services.*.kpis[*].goals", "to": "area.goals[*].id"}}, set()),
    ],
)
def test_what_a_check_asks_for(check, fields):
    assert set(asked_fields(check)) == fields


ASKS_TWO = {"fields": {"at": "area", "ask": {"vision": {}, "size": {}}}}


@pytest.mark.parametrize(
    ("level", "source_names", "own_fields", "told"),
    [
        ("mandatory", (), (), ["unnamed", "unnamed"]),
        ("mandatory", ("area.vision",), (), ["unnamed"]),
        ("mandatory", ("area.vision", "area.size"), (), []),
        ("mandatory", ("area.vision",), ("area.size",), ["untold"]),
        ("mandatory", ("area.vision", "area.size", "note"), (), ["unasked"]),
        ("recommended", (), (), []),
    ],
)
def test_of_each_field_that_is_mandatory_it_is_said_who_names_it(
    level, source_names, own_fields, told
):
    requirement = replace(
        catalog().requirements["C1-2"],
        level=LevelRule(default=level),
        check=ASKS_TWO,
        source_names=source_names,
        own_fields=own_fields,
    )
    found = [each.key.rpartition(".")[2] for each in of_sources(requirement)]
    assert found == told
