"""Judging a catalog: what would mislead a city or stop the program, each at its place in the YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smartcert.catalog.compiler import HEAD, Compiled, Complaint, Owner, compile_folder
from smartcert.catalog.loader import base_of, from_data, lay_over
from smartcert.catalog.model import Catalog, Requirement
from smartcert.catalog.references import unknown_names
from smartcert.checks.parser import Steps
from smartcert.errors import CatalogError
from smartcert.findings.stub import stub_of
from smartcert.lint.examples import try_fragment
from smartcert.source import Map, Seq, read_source

CODES = {
    "L001": {
        "th": "แฟ้มไม่ใช่ส่วนของชุดเกณฑ์ หรืออ่านไม่ได้",
        "en": "a file that belongs to no catalog, or can't be read",
    },
    "L002": {
        "th": "หัวข้อหรือค่าที่รูปแบบไม่มี หรือข้อความที่ขาดภาษาใดภาษาหนึ่ง",
        "en": "a key or value the format does not have; a text that lacks a language",
    },
    "L003": {"th": "รหัสซ้ำ", "en": "an id that is used twice"},
    "L004": {"th": "ข้อความผิดภาษา", "en": "a text in the wrong language"},
    "L005": {
        "th": "แหล่งอ้างอิงไม่มีใน sources.yaml หรือควรมีแต่ไม่มี",
        "en": "a source that sources.yaml does not list, or none where one is needed",
    },
    "L006": {"th": "ข้อที่อนุมานเองแต่ตั้งเป็นข้อบังคับ", "en": "an inferred requirement that is mandatory"},
    "L007": {
        "th": "อ้างประเภทคำขอ ฉบับ ประเภทเมือง หมวด ด้าน หรือการเทียบมาตรฐานที่ไม่มี",
        "en": "a profile, edition, city type, group, Smart or crosswalk that is not there",
    },
    "L008": {
        "th": "วิธีตรวจไม่อยู่ในรายการ หรือไม่มีทางผ่านได้",
        "en": "a check that is not in the vocabulary, or that nothing can meet",
    },
    "L009": {
        "th": "เส้นทางหรือค่าที่ข้อเสนอไม่มีทางมี หรือวิธีตรวจนั้นใช้ไม่ได้",
        "en": "a path or a value that no proposal can have, or that leads to what the check can't judge",
    },
    "L010": {"th": "ตัวอย่างไม่ได้ผลตามที่ควร", "en": "an example that does not show what it should"},
    "L011": {"th": "ข้อที่ไม่มีทางถูกใช้", "en": "a requirement that nothing can ever ask for"},
    "L012": {
        "th": "ตัวอย่างสำหรับคัดลอกใช้ไม่ได้",
        "en": "a stub that can't be pasted, or that fills nothing asked for",
    },
    "L013": {"th": "ไม่ได้แนะนำหลักฐาน", "en": "a requirement that suggests no evidence"},
}
"""What each code means, in each language; the complaints themselves are for the writer of the YAML, in English."""

_THAI = re.compile(r"[\u0e01-\u0e5b]")

EXPECTED = {"pass": {"met"}, "fail": {"missing", "partial"}, "person": {"needs-person"}}
"""What each example of a requirement must come to."""

Told = tuple[str, str, Steps]
"""A code, a sentence, and the steps from where the thing is defined to the place."""


def lint(folder: Path) -> list[Complaint]:
    """Judge a catalog's folder, in order of file and line. An empty list means that nothing is wrong."""
    compiled = compile_folder(folder)
    _judge_languages(compiled)
    for entry in compiled.data["requirements"]:
        _complain(compiled, ("requirement", entry["id"]), _of_origin(entry))
    if not compiled.lost:
        _judge_whole(compiled, folder)
    return sorted(set(compiled.complaints))


def _complain(compiled: Compiled, owner: Owner, told: Iterator[Told]) -> None:
    source, place = compiled.places[owner]
    for code, message, steps in told:
        compiled.complain(
            source, (*place, *steps), code, f"{owner[1]}: {message}" if owner[1] else message
        )


def _judge_languages(compiled: Compiled) -> None:
    """Judge every text that is given in both languages, wherever it stands."""
    for source in compiled.sources:
        for steps, text in _texts(source.root, ()):
            name = ".".join(map(str, steps))
            if not _THAI.search(text["th"]):
                compiled.complain(source, (*steps, "th"), "L004", f"{name}.th has no Thai in it")
            if _THAI.search(text["en"]):
                compiled.complain(source, (*steps, "en"), "L004", f"{name}.en has Thai in it")


def _texts(node: Any, steps: Steps) -> Iterator[tuple[Steps, dict[str, str]]]:
    if isinstance(node, Map) and node.keys() == {"th", "en"}:
        if all(isinstance(text, str) and text for text in node.values()):
            yield steps, node
    elif isinstance(node, Map | Seq):
        for step, below in node.items() if isinstance(node, Map) else enumerate(node):
            yield from _texts(below, (*steps, step))


def _of_origin(entry: dict[str, Any]) -> Iterator[Told]:
    """Judge what a requirement rests on against what it demands."""
    if entry["basis"] == "inferred":
        if "mandatory" in _levels(entry["level"]):
            yield "L006", "an inferred requirement can't be mandatory", ("level",)
    elif not entry["sources"]:
        yield "L005", f"basis {entry['basis']} without a source", ("basis",)


def _levels(level: Any) -> set[str]:
    """Return every level that a requirement can have."""
    if isinstance(level, str):
        return {level}
    raised = {level["raised"]["to"]} if "raised" in level else set()
    return {level["default"], *level["profiles"].values(), *level["types"].values(), *raised}


def _judge_whole(compiled: Compiled, folder: Path) -> None:
    """Judge what takes the whole catalog: its names, its sources, and how its requirements turn out."""
    own = {**compiled.data, "digest": ""}
    try:
        base = base_of(own, folder)
    except CatalogError as problem:
        _complain(compiled, HEAD, iter([("L007", problem.told["en"], ("extends",))]))
        return
    whole = lay_over(own, {**base, "digest": ""} if base else None)
    usable = True
    for unknown in unknown_names(own, whole, base):
        _complain(
            compiled, (unknown.sort, unknown.id), iter([("L007", unknown.told, unknown.steps)])
        )
        compiled.faulty.add(unknown.id)
        usable = usable and unknown.sort in ("smart", "requirement", "indicator")
    _judge_sources(compiled, whole["sources"])
    if usable:
        catalog = from_data(whole)
        for requirement in catalog.requirements:
            if (
                "requirement",
                requirement.id,
            ) in compiled.places and requirement.id not in compiled.faulty:
                _complain(
                    compiled, ("requirement", requirement.id), _of_trial(catalog, requirement)
                )


def _judge_sources(compiled: Compiled, known: dict[str, Any]) -> None:
    data = compiled.data
    users = [(("requirement", entry["id"]), entry) for entry in data["requirements"]]
    users += [(("smart", entry["smart"]), entry) for entry in data["smarts"]]
    users += [(("indicator", key), entry) for key, entry in data["indicators"].items()]
    users += [(("crosswalk", key), entry) for key, entry in data["crosswalk"].items()]
    for owner, entry in users:
        unlisted = [(index, key) for index, key in enumerate(entry["sources"]) if key not in known]
        _complain(
            compiled,
            owner,
            (
                ("L005", f"source {key} is not in sources.yaml", ("sources", index))
                for index, key in unlisted
            ),
        )


def _of_trial(catalog: Catalog, requirement: Requirement) -> Iterator[Told]:
    """Judge a requirement by what becomes of its examples and its stub."""
    if not any(requirement in catalog.in_edition(entry["id"]) for entry in catalog.editions):
        yield "L011", "no edition asks for it: since is after until", ("since",)
        return
    yield from _of_examples(catalog, requirement)
    yield from _of_stub(catalog, requirement)
    if not requirement.evidence:
        yield "L013", "suggests no evidence", ("evidence",)


def _of_examples(catalog: Catalog, requirement: Requirement) -> Iterator[Told]:
    examples = requirement.examples
    if not examples.keys() & {"pass", "person"}:
        yield "L010", "has no passing example", ("examples",)
    if "fail" not in examples:
        yield "L010", "has no failing example", ("examples",)
    for name, fragment in examples.items():
        assessment, rows = try_fragment(catalog, requirement, fragment)
        faults = [
            finding
            for finding in assessment.findings
            if finding.level == "fault" and finding.code[0] in "YP"
        ]
        statuses = {row.status for row in rows}
        if name != "fail" and any(finding.code != "P008" for finding in faults):
            yield "L010", f"{name}: {faults[0].code} {faults[0].message}", ("examples", name)
        elif not statuses or not statuses <= EXPECTED[name]:
            told = ", ".join(sorted(statuses)) or "nothing: it does not apply to the example"
            yield "L010", f"the {name} example comes to {told}", ("examples", name)


def _of_stub(catalog: Catalog, requirement: Requirement) -> Iterator[Told]:
    text = stub_of(requirement.stub, requirement.smart)
    for fault in read_source(text.encode(), "stub").faults:
        yield "L012", f"stub: {fault.code} on its line {fault.span.line}", ("stub",)
        return
    assessment, rows = try_fragment(catalog, requirement, text)
    wrong = [
        finding
        for finding in assessment.findings
        if finding.code in ("P001", "P003", "P004", "P006")
    ]
    for finding in wrong:
        yield "L012", f"stub: {finding.code} {finding.message}", ("stub",)
    if not wrong and not {row.status for row in rows} & {"met", "partial", "needs-person"}:
        yield "L012", "stub: it fills nothing that the check asks for", ("stub",)
