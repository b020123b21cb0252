"""Judging a catalog: what would mislead a city or stop the program, at its place in the YAML."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from smartcert.catalog.compiler import Compiled, compile_folder
from smartcert.catalog.inheritance import lay_over
from smartcert.catalog.loader import base_of
from smartcert.catalog.model import Catalog, Requirement
from smartcert.catalog.parts import CatalogParts, parts_of, requirement_of
from smartcert.catalog.problem import LintProblem, Subject, in_order, problem
from smartcert.catalog.references import unknown_names
from smartcert.checks import Bilingual
from smartcert.checks.scope import options_of
from smartcert.errors import CatalogError
from smartcert.findings.stub import form, stub_of
from smartcert.lint.asked import of_counting, of_sources, twice
from smartcert.lint.examples import try_fragment
from smartcert.patterns import lazy_pattern
from smartcert.proposal.fault import Code
from smartcert.source import Map, Seq, Source, read_source
from smartcert.source.path import FieldPath

_THAI = lazy_pattern(r"[\u0e01-\u0e5b]")
"""Any Thai letter, vowel, mark or digit: the whole of its block in Unicode."""

EXPECTED = {"pass": {"met"}, "fail": {"missing", "partial"}, "person": {"needs-person"}}
"""What each example of a requirement must come to."""

UNFIT = (Code.UNREADABLE_VALUE, Code.UNKNOWN_KEY, Code.WRONG_FORM, Code.UNKNOWN_CHOICE)
"""Faults that a stub must not have: values that can't be read, keys and words that are unknown."""

Reason = tuple[str, dict[str, object]]
"""Why an example or a stub won't do: the key of a sentence, and what it names."""


def lint(folder: Path) -> list[LintProblem]:
    """Return what is wrong with a catalog's folder, in order of file and line."""
    compiled = compile_folder(folder)
    compiled.problems += _of_languages(compiled)
    for entry in compiled.data["requirements"]:
        requirement = requirement_of(entry)
        compiled.add(_of_origin(requirement))
        if requirement.id not in compiled.faulty:
            compiled.add(of_sources(requirement))
            compiled.add(of_counting(requirement))
    if not compiled.lost:
        _judge_whole(compiled, folder)
    return in_order(compiled.problems)


def _of_languages(compiled: Compiled) -> Iterator[LintProblem]:
    """Judge every text that is given in both languages, wherever it stands."""
    for source in compiled.files:
        for path, text in _texts(source.root, ()):
            key = ".".join(map(str, path))
            if not _THAI.search(text["th"]):
                yield problem("lint.L004.no-thai", (*path, "th"), key=f"{key}.th").placed(source)
            if _THAI.search(text["en"]):
                yield problem("lint.L004.thai", (*path, "en"), key=f"{key}.en").placed(source)


def _texts(node: Any, path: FieldPath) -> Iterator[tuple[FieldPath, Bilingual]]:
    """Yield every text at and below a place that is given in both languages."""
    if isinstance(node, Map) and node.keys() == {"th", "en"}:
        if all(isinstance(text, str) and text for text in node.values()):
            yield path, node
    elif isinstance(node, Map | Seq):
        for step, below in node.items() if isinstance(node, Map) else enumerate(node):
            yield from _texts(below, (*path, step))


def _of_origin(requirement: Requirement) -> Iterator[LintProblem]:
    """Judge what a requirement rests on against what it demands."""
    subject = ("requirement", requirement.id)
    if requirement.basis == "inferred":
        if "mandatory" in requirement.level.possible:
            yield problem("lint.L006.inferred", ("level",), subject)
    elif not requirement.sources:
        yield problem("lint.L005.no-source", ("basis",), subject, basis=requirement.basis)


def _judge_whole(compiled: Compiled, folder: Path) -> None:
    """Judge what takes all of it: its names, its sources, and how its requirements turn out."""
    own = parts_of({**compiled.data, "digest": ""})
    try:
        base = base_of(own, folder)
    except CatalogError as fault:
        key, params = fault.key, fault.params
        compiled.add([LintProblem(code="L007", key=key, params=params, path=("extends",))])
        return
    whole = lay_over(own, base)
    usable = True
    for unknown in unknown_names(own, whole, base):
        compiled.add([unknown])
        sort, name = unknown.subject
        compiled.faulty.add(name)
        usable = usable and sort in ("smart", "requirement", "indicator")
    compiled.add(_of_sources(own, whole.sources))
    if usable:
        catalog = whole.catalog()
        for name in own.requirements.keys() - compiled.faulty:
            compiled.add(_of_trial(catalog, catalog.requirements[name]))
        if not compiled.faulty:
            compiled.add(twice(catalog, own.requirements))


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
                yield problem("lint.L005.unlisted", ("sources", index), subject, source=key)
    for topic in own.guide.values():
        for number, point in enumerate(topic.points):
            place, subject = ("points", number), ("topic", topic.id)
            if point.basis != "inferred" and not point.sources:
                yield problem("lint.L005.no-source", (*place, "basis"), subject, basis=point.basis)
            for index, key in enumerate(point.sources):
                if key not in known:
                    path = (*place, "sources", index)
                    yield problem("lint.L005.unlisted", path, subject, source=key)


def _of_trial(catalog: Catalog, requirement: Requirement) -> Iterator[LintProblem]:
    """Judge a requirement by what becomes of its examples and its stub."""
    subject = ("requirement", requirement.id)
    if not any(requirement.asked_in(edition) for edition in catalog.editions):
        yield problem("lint.L011.never-asked", ("since",), subject)
        return
    if not requirement.examples.keys() & {"pass", "person"}:
        yield problem("lint.L010.none-passes", ("examples",), subject)
    if "fail" not in requirement.examples:
        yield problem("lint.L010.none-fails", ("examples",), subject)
    for name in requirement.examples:
        for key, params in _of_example(catalog, requirement, name):
            yield problem(key, ("examples", name), subject, example=name, **params)
    for key, params in _of_stub(catalog, requirement):
        yield problem(key, ("stub",), subject, **params)
    if not requirement.evidence:
        yield problem("lint.L013.no-evidence", ("evidence",), subject)


def _of_example(catalog: Catalog, requirement: Requirement, name: str) -> Iterator[Reason]:
    """Judge what an example comes to; only one that fails may have faults of its own."""
    assessment, rows = try_fragment(catalog, requirement, requirement.examples[name])
    faults = [
        finding
        for finding in assessment.findings
        if finding.level == "fault" and finding.code[0] in "YP"
    ]
    statuses = {row.status for row in rows}
    if name != "fail" and any(finding.code != Code.MISSING_FILE for finding in faults):
        yield "lint.L010.fault", {"code": faults[0].code, "fault": faults[0].message}
    elif not statuses:
        yield "lint.L010.asks-nothing", {}
    elif not statuses <= EXPECTED[name]:
        yield "lint.L010.comes-to", {"statuses": ", ".join(sorted(statuses))}


def _of_stub(catalog: Catalog, requirement: Requirement) -> Iterator[Reason]:
    """Judge whether a stub can be pasted, has a place for what is asked, and answers nothing."""
    source = read_source(form(stub_of(requirement.stub, requirement.smart), "en").encode(), "stub")
    for fault in source.faults:
        yield "lint.L012.unreadable", {"code": fault.code, "line": fault.span.line}
        return
    assessment, _ = try_fragment(catalog, requirement, source.text)
    wrong = [finding for finding in assessment.findings if finding.code in UNFIT]
    for finding in wrong:
        yield "lint.L012.fault", {"code": finding.code, "fault": finding.message}
    if wrong or assessment.score is None:
        return
    if assessment.score.completeness.points:
        yield "lint.L012.filled-in", {}
    elif assessment.empty and not any(_has_place(source, path) for path in assessment.empty):
        yield "lint.L012.no-place", {}


def _has_place(source: Source, asked: FieldPath) -> bool:
    """Whether a file has the key of a field that is asked for; `a|b` is either of them."""
    *section, name = asked
    options = options_of(name) if isinstance(name, str) else ((name,),)
    return any(source.exists((*section, *option)) for option in options)
