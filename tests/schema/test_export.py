"""The JSON Schemas say what the models say, the reader follows them, and proposals keep to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from schema_judge import complaints, load, validator
from smartcert.proposal.document import read_document
from smartcert.proposal.spec import FOLDER, FieldSpec, proposal_spec
from smartcert.proposal.values import READERS
from smartcert.schema import SCHEMA_FILES
from smartcert.schema.export import MODELS, build, text, titles
from smartcert.schema.sections import Proposal
from smartcert.source import read_source
from support import EXAMPLES, ROOT

READ_AS_TEXT = {"text", "state", "or_none", "texts", "refs", "owner", "id", "file", "choice"}
"""Types whose values stay text; every other type needs a reader of its own."""


PROPOSALS = [
    file
    for file in sorted(EXAMPLES.rglob("*.yaml"))
    if "\nsmartcert:" in "\n" + file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_the_fields_that_are_read_are_those_of_the_models(name):
    assert (FOLDER / f"{name}.json").read_text(encoding="utf-8") == text(name)


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_it_is_a_schema(name):
    Draft202012Validator.check_schema(json.loads(SCHEMA_FILES[name].read_text(encoding="utf-8")))


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


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_every_type_has_a_reader(name):
    assert types(build(name)) - READ_AS_TEXT <= READERS.keys()


def test_every_reader_reads_a_type_of_some_schema():
    assert {
        kind for name in SCHEMA_FILES for kind in types(build(name))
    } - READ_AS_TEXT == READERS.keys()


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


SHORT = [
    "applicant:",
    "area: {goals: , vision: ~, boundary: null}",
    "area: {goals: [ลดขยะ], boundary: ทิศเหนือ, population: 45000 คน}",
    "area: {goals: ลดขยะ, vision: [ก]}",
    "area: {boundary: [{description: ก}], size: {value: 120, unit: ตร.กม.}}",
    "applicant: {contact: นาย ก โทร. 081-234-5678, kind: เทศบาลตำบลแม่เมาะ}",
    "applicant: {kind: อ.บ.ต. บ้านทิ}",
    "area: {type: livable city, zone: ไม่มี}",
    "area: {zone: 'EEC (ชลบุรี)'}",
    "data_platform: {layers: [ก, ข, ค, ง, จ], skills: อบรม, datasets: [{class: ส่วนบุคคล (ชื่อ)}]}",
    "infrastructure: {budget: {by_year: [2569: 5 ล้านบาท]}, funding: [{confirmed: เสนอขอแล้ว}]}",
    "services: {energy: {projects: [{name: ก, budget: {2567: 30000}, target: 5 ระบบ, owner: }]}}",
    "services: {energy: {kpis: [{name: ก, baseline: 32, target: {2570: 40, 2571: 60}}]}}",
    "services: {energy: {projects: [{status: อยู่ระหว่าง ดำเนินการ, personal_data: [ใช่]}]}}",
    "management: {business_model: ก, agencies: [กองช่าง, null]}",
    "annexes: [ภาคผนวก ก แผนที่]",
]
"""What is written in short, loosely, or not yet."""


@pytest.mark.parametrize("written", SHORT)
def test_the_schema_takes_what_is_written_in_short(written):
    assert complaints(load(written)) == []


@pytest.mark.parametrize("spec", specs(proposal_spec()), ids=lambda spec: spec.type)
def test_every_field_may_be_empty(spec):
    """A form that is not filled in yet is no fault."""
    empty = dict.fromkeys(spec.fields)
    judged = validator().evolve(schema=validator().schema["$defs"].get(spec.type, {}))
    assert [error.message for error in judged.iter_errors(empty)] == []


@pytest.mark.parametrize("written", ACCEPTED)
def test_what_the_reader_accepts_the_schema_accepts(written):
    assert read_document(read_source(written.encode(), "proposal.yaml")).faults == ()
    assert complaints(load(written)) == []


def places_of_choices(spec: FieldSpec, path: tuple[str, ...]) -> Iterator[tuple[Any, FieldSpec]]:
    """Yield, for each closed list, a function that writes a proposal with one of its words."""
    for key, field in spec.fields.items():
        if field.kind == "choice":
            yield (*path, key), field
        yield from places_of_choices(field, (*path, key))
        if field.item is not None:
            yield from places_of_choices(field.item, (*path, key, "[]"))


def proposal_with(path: tuple[str, ...], value: Any) -> Any:
    for step in reversed(path):
        value = [value] if step == "[]" else {step: value}
    return value


def name_of(value: Any) -> str:
    return ".".join(value) if isinstance(value, tuple) else ""


def is_taken(data: Any) -> bool:
    return read_document(read_source(json.dumps(data).encode(), "proposal.yaml")).faults == ()


CHOICES = [*places_of_choices(proposal_spec(), ())]


@pytest.mark.parametrize(("path", "spec"), CHOICES, ids=name_of)
def test_a_choice_may_be_written_by_each_of_its_names(path, spec):
    """An editor marks no word that the reader takes, by any name, with blanks and capitals."""
    forms = ("{}", "{} (ตามประกาศ)", " {} ")
    words = [form.format(word) for word in spec.words for form in forms]
    words += [other for word in spec.words for other in (word.upper(), ". ".join(word))]
    taken = [word for word in words if is_taken(proposal_with(path, word))]
    assert len(taken) > 2 * len(spec.words)
    assert [word for word in taken if complaints(proposal_with(path, word))] == []
    assert complaints(proposal_with(path, "อะไรก็ได้"))


@pytest.mark.parametrize(("path", "spec"), CHOICES, ids=name_of)
def test_an_editor_is_offered_the_thai_words(path, spec):
    sections = validator().schema["$defs"]
    section = next(known for known in specs(proposal_spec()) if spec in known.fields.values())
    reference = sections[section.type]["properties"][path[-1]]["$ref"]
    offered = sections[reference.rsplit("/", 1)[1]]["anyOf"][0]["enum"]
    assert offered == [names["th"] for names in spec.choices.values()]


FILES = [
    *sorted((ROOT / "tests" / "data").glob("round-*.yaml")),
    *sorted((ROOT / "tests" / "corpus").glob("*.yaml")),
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_without_a_fault_keeps_to_the_schema(file):
    data = file.read_bytes()
    document = read_document(read_source(data, file.name))
    if not document.faults and not document.source.faults:
        assert complaints(load(data.decode())) == []


def test_what_a_section_in_short_stands_for_is_one_of_its_keys():
    for spec in specs(proposal_spec()):
        assert {*spec.ordered, spec.main or "", *spec.aliases.values()} - {""} <= spec.fields.keys()
