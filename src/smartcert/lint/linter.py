"""Judging a catalog: what would mislead a city or stop the program, at its place in the YAML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from smartcert.catalog.compiler import Compiled, compile_folder
from smartcert.catalog.inheritance import lay_over
from smartcert.catalog.loader import base_of
from smartcert.catalog.model import Catalog, Requirement
from smartcert.catalog.parts import CatalogParts, parts_of, requirement_of
from smartcert.catalog.problem import LintProblem, Subject, in_order
from smartcert.catalog.references import unknown_names
from smartcert.errors import CatalogError
from smartcert.findings.stub import stub_of
from smartcert.lint.examples import try_fragment
from smartcert.source import Map, Seq, read_source
from smartcert.source.path import FieldPath

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


def lint(folder: Path) -> list[LintProblem]:
    """Return what is wrong with a catalog's folder, in order of file and line."""
    compiled = compile_folder(folder)
    compiled.problems += _of_languages(compiled)
    for entry in compiled.data["requirements"]:
        _add(compiled, _of_origin(requirement_of(entry)))
    if not compiled.lost:
        _judge_whole(compiled, folder)
    return in_order(compiled.problems)


def _add(compiled: Compiled, problems: Iterable[LintProblem]) -> None:
    for problem in problems:
        compiled.add(problem)


def _of_languages(compiled: Compiled) -> Iterator[LintProblem]:
    """Judge every text that is given in both languages, wherever it stands."""
    for source in compiled.sources:
        for path, text in _texts(source.root, ()):
            name = ".".join(map(str, path))
            if not _THAI.search(text["th"]):
                told = f"{name}.th has no Thai in it"
                yield LintProblem(code="L004", message=told, path=(*path, "th")).placed(source)
            if _THAI.search(text["en"]):
                told = f"{name}.en has Thai in it"
                yield LintProblem(code="L004", message=told, path=(*path, "en")).placed(source)


def _texts(node: Any, steps: FieldPath) -> Iterator[tuple[FieldPath, dict[str, str]]]:
    if isinstance(node, Map) and node.keys() == {"th", "en"}:
        if all(isinstance(text, str) and text for text in node.values()):
            yield steps, node
    elif isinstance(node, Map | Seq):
        for step, below in node.items() if isinstance(node, Map) else enumerate(node):
            yield from _texts(below, (*steps, step))


def _of_origin(requirement: Requirement) -> Iterator[LintProblem]:
    """Judge what a requirement rests on against what it demands."""
    if requirement.basis == "inferred":
        if "mandatory" in requirement.level.possible:
            told = "an inferred requirement can't be mandatory"
            yield _problem(requirement.id, "L006", told, "level")
    elif not requirement.sources:
        told = f"basis {requirement.basis} without a source"
        yield _problem(requirement.id, "L005", told, "basis")


def _problem(requirement: str, code: str, message: str, *path: str) -> LintProblem:
    """Return what is wrong with a requirement, at a place below where it is defined."""
    subject = ("requirement", requirement)
    return LintProblem(code=code, message=message, path=path, subject=subject)


def _judge_whole(compiled: Compiled, folder: Path) -> None:
    """Judge what takes all of it: its names, its sources, and how its requirements turn out."""
    own = parts_of({**compiled.data, "digest": ""})
    try:
        base = base_of(own, folder)
    except CatalogError as problem:
        compiled.add(LintProblem(code="L007", message=str(problem), path=("extends",)))
        return
    whole = lay_over(own, base)
    usable = True
    for unknown in unknown_names(own, whole, base):
        compiled.add(unknown)
        sort, name = unknown.subject
        compiled.faulty.add(name)
        usable = usable and sort in ("smart", "requirement", "indicator")
    _add(compiled, _of_sources(own, whole.sources))
    if usable:
        catalog = whole.catalog()
        for name in own.requirements.keys() - compiled.faulty:
            _add(compiled, _of_trial(catalog, catalog.requirements[name]))


def _of_sources(own: CatalogParts, known: Collection[str]) -> Iterator[LintProblem]:
    """Yield the sources that are named and not listed."""
    users: list[tuple[Subject, tuple[str, ...]]] = [
        *((("requirement", key), entry.sources) for key, entry in own.requirements.items()),
        *((("smart", key), entry.sources) for key, entry in own.smarts.items()),
        *((("indicator", key), entry.sources) for key, entry in own.indicators.items()),
        *((("crosswalk", key), entry.sources) for key, entry in own.crosswalk.items()),
    ]
    for subject, sources in users:
        for index, key in enumerate(sources):
            if key not in known:
                told, path = f"source {key} is not in sources.yaml", ("sources", index)
                yield LintProblem(code="L005", message=told, path=path, subject=subject)


def _of_trial(catalog: Catalog, requirement: Requirement) -> Iterator[LintProblem]:
    """Judge a requirement by what becomes of its examples and its stub."""
    name = requirement.id
    if not any(requirement.asked_in(edition) for edition in catalog.editions):
        yield _problem(name, "L011", "no edition asks for it: since is after until", "since")
        return
    yield from _of_examples(catalog, requirement)
    yield from _of_stub(catalog, requirement)
    if not requirement.evidence:
        yield _problem(name, "L013", "suggests no evidence", "evidence")


def _of_examples(catalog: Catalog, requirement: Requirement) -> Iterator[LintProblem]:
    examples, owner = requirement.examples, requirement.id
    if not examples.keys() & {"pass", "person"}:
        yield _problem(owner, "L010", "has no passing example", "examples")
    if "fail" not in examples:
        yield _problem(owner, "L010", "has no failing example", "examples")
    for name, fragment in examples.items():
        assessment, rows = try_fragment(catalog, requirement, fragment)
        faults = [
            finding
            for finding in assessment.findings
            if finding.level == "fault" and finding.code[0] in "YP"
        ]
        statuses = {row.status for row in rows}
        if name != "fail" and any(finding.code != "P008" for finding in faults):
            told = f"{name}: {faults[0].code} {faults[0].message}"
            yield _problem(owner, "L010", told, "examples", name)
        elif not statuses or not statuses <= EXPECTED[name]:
            result = ", ".join(sorted(statuses)) or "nothing: it does not apply to the example"
            told = f"the {name} example comes to {result}"
            yield _problem(owner, "L010", told, "examples", name)


def _of_stub(catalog: Catalog, requirement: Requirement) -> Iterator[LintProblem]:
    owner, text = requirement.id, stub_of(requirement.stub, requirement.smart)
    for fault in read_source(text.encode(), "stub").faults:
        told = f"stub: {fault.code} on its line {fault.span.line}"
        yield _problem(owner, "L012", told, "stub")
        return
    assessment, rows = try_fragment(catalog, requirement, text)
    wrong = [
        finding
        for finding in assessment.findings
        if finding.code in ("P001", "P003", "P004", "P006")
    ]
    for finding in wrong:
        yield _problem(owner, "L012", f"stub: {finding.code} {finding.message}", "stub")
    if not wrong and not {row.status for row in rows} & {"met", "partial", "needs-person"}:
        yield _problem(owner, "L012", "stub: it fills nothing that the check asks for", "stub")
