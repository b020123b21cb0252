"""The JSON Schemas say what the models say, the reader follows them, and proposals keep to them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from smartcert.proposal.document import read_document
from smartcert.proposal.spec import (
    REVIEW_SCHEMA_FILE,
    SCHEMA_FILE,
    WAIVERS_SCHEMA_FILE,
    FieldSpec,
    proposal_spec,
)
from smartcert.proposal.values import READERS
from smartcert.schema.export import MODELS, build, text, titles
from smartcert.schema.sections import Proposal
from smartcert.source import read_source
from support import EXAMPLES

FILES = {"proposal": SCHEMA_FILE, "review": REVIEW_SCHEMA_FILE, "waivers": WAIVERS_SCHEMA_FILE}
READ_AS_TEXT = {"text", "state", "or_none", "texts", "refs", "owner", "id", "file", "choice"}
"""Types whose values stay text; every other type needs a reader of its own."""


class Editor(yaml.SafeLoader):
    """Loads YAML as an editor's language server does: numbers, booleans and null, but no dates."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def keyed(node: Any) -> Any:
    """Give data with text for keys, as JSON has it."""
    if isinstance(node, dict):
        return {str(key): keyed(value) for key, value in node.items()}
    return [keyed(item) for item in node] if isinstance(node, list) else node


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(build("proposal"))


def complaints(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(keyed(data))]


def load(written: str) -> Any:
    return yaml.load(written, Editor)


PROPOSALS = [
    file
    for file in sorted(EXAMPLES.rglob("*.yaml"))
    if "\nsmartcert:" in "\n" + file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schema_says_what_the_models_say(name):
    assert FILES[name].read_text(encoding="utf-8") == text(name)


@pytest.mark.parametrize("name", FILES)
def test_it_is_a_schema(name):
    Draft202012Validator.check_schema(json.loads(FILES[name].read_text(encoding="utf-8")))


def test_there_are_example_proposals():
    assert PROPOSALS


@pytest.mark.parametrize("file", PROPOSALS, ids=lambda file: str(file.relative_to(EXAMPLES)))
def test_an_example_keeps_to_the_schema(file):
    typing_error = (
        ["objctive"] if file.parent.name == "khon-kaen" and file.name == "round-1.yaml" else []
    )
    found = complaints(load(file.read_text(encoding="utf-8")))
    assert len(found) == len(typing_error)
    assert all(word in complaint for word, complaint in zip(typing_error, found, strict=True))


def types(node: Any) -> set[str]:
    if isinstance(node, list):
        return {kind for item in node for kind in types(item)}
    if not isinstance(node, dict):
        return set()
    own = {node["x-type"]} if isinstance(node.get("x-type"), str) else set()
    return own.union(*(types(value) for value in node.values()))


@pytest.mark.parametrize("name", FILES)
def test_every_type_has_a_reader(name):
    assert types(build(name)) - READ_AS_TEXT <= READERS.keys()


def test_every_reader_reads_a_type_of_some_schema():
    assert {kind for name in FILES for kind in types(build(name))} - READ_AS_TEXT == READERS.keys()


def specs(spec: FieldSpec) -> list[FieldSpec]:
    return [
        spec,
        *(
            below
            for field in [*spec.fields.values(), *([spec.item] if spec.item else [])]
            for below in specs(field)
        ),
    ]


def test_the_shape_has_every_field_of_the_models():
    """Walks the models and the shape side by side; a field under an alias goes by its alias."""

    def compare(model: Any, spec: FieldSpec, place: str) -> None:
        assert {
            field.alias or name for name, field in model.model_fields.items()
        } == spec.fields.keys(), place
        for name, field in model.model_fields.items():
            key = field.alias or name
            inner = spec.fields[key]
            section = next(
                (part for part in parts(field.annotation) if hasattr(part, "model_fields")), None
            )
            assert (inner.kind in ("section", "list")) is (section is not None), f"{place}.{key}"
            if section is not None:
                compare(section, inner.item or inner, f"{place}.{key}")

    def parts(annotation: Any) -> list[Any]:
        return [
            annotation,
            *(part for argument in getattr(annotation, "__args__", ()) for part in parts(argument)),
        ]

    compare(Proposal, proposal_spec(), "")


def declared() -> set[str]:
    """Give the keys under which the names of all files, fields and choices have to stand."""
    keys = set()
    for model in MODELS.values():
        raw = model.model_json_schema()
        keys.add(f"fields.{model.__name__}")
        for section, body in {model.__name__: raw, **raw["$defs"]}.items():
            for field, node in body["properties"].items():
                keys.add(f"fields.{section}.{field}")
                if node.get("x-type") == "choice":
                    keys |= {f"choices.{node['x-choices']}.{word}" for word in node["enum"]}
    return keys


def test_every_declared_field_and_choice_has_a_name_and_no_name_is_left_over():
    """Both languages are there, or the file of names can't be read."""
    named = {key for key in titles() if not key.endswith((".also", ".unsure"))}
    assert named == declared()
    assert {key.removesuffix(".also") for key in titles() if key.endswith(".also")} <= declared()


def test_every_choice_is_named_in_both_languages_and_no_name_means_two_things():
    for spec in specs(proposal_spec()):
        names = [name for word, titles in spec.choices.items() for name in {word, *titles.values()}]
        assert len(names) == len(set(names))
        assert all(set(titles) == {"th", "en"} for titles in spec.choices.values())


@pytest.mark.parametrize(
    "written",
    [
        "visoin: A",
        "area: {visoin: A}",
        "area: {type: village}",
        "area: {goals: {id: G1}}",
        "area: {boundary: [A, B]}",
        "area: {vision: {fr: A}}",
        "services: {energy: {projects: [{goals: [{id: G1}]}]}}",
        "infrastructure: {budget: {by_year: 5}}",
    ],
)
def test_what_the_reader_faults_the_schema_refuses(written):
    assert read_document(read_source(written.encode(), "proposal.yaml")).faults
    assert complaints(load(written))


ACCEPTED = [
    "area: {vision: {th: ก, en: A}}",
    "area: {vision: 2570}",
    "area: {type: new}",
    "area: {type: เมืองใหม่ทันสมัย}",
    "area: {population: {count: 147579, year: 2567}}",
    "area: {population: {count: '147,579 คน', year: พ.ศ. 2567}}",
    "area: {goals: [{baseline: {value: 0.1}, target: {value: 85%}}]}",
    "area: {strengths: ตลาดเก่า}",
    "area: {strengths: [ตลาดเก่า, 5]}",
    "area: {size: 46 ตร.กม.}",
    "applicant: {committee: {order_date: 2026-01-12}}",
    "applicant: {committee: {order_date: 2569}}",
    "infrastructure: {budget: {total: 5500000.5, by_year: {2567: 5000, พ.ศ. 2568: 1 ล้านบาท}}}",
    "infrastructure: {funding: [{confirmed: true}, {confirmed: ใช่}]}",
    "services: {energy: {projects: [{goals: G1, kpis: [1, K2], data: 3}]}}",
    "annexes: [{id: 1, file: a.pdf, supports: C1-1}]",
]


@pytest.mark.parametrize("written", ACCEPTED)
def test_what_the_reader_accepts_the_schema_accepts(written):
    assert read_document(read_source(written.encode(), "proposal.yaml")).faults == ()
    assert complaints(load(written)) == []


@pytest.mark.parametrize("name", ["word", "th", "en"])
def test_a_choice_may_be_written_by_each_of_its_names(name):
    """The reader takes the word and both names; an editor must not mark what the reader takes."""
    refused = []
    for key, spec in proposal_spec().fields["area"].fields.items():
        for word, names in spec.choices.items():
            written = {"area": {key: names.get(name, word)}}
            assert read_document(
                read_source(json.dumps(written).encode(), "proposal.yaml")
            ).data == {"area": {key: word}}
            refused += complaints(written)
    assert refused == []
