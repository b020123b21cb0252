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

_THAI = re.compile(r"[\u0e01-\u0e5b]")

EXPECTED = {"pass": {"met"}, "fail": {"missing", "partial"}, "person": {"needs-person"}}
"""What each example of a requirement must come to."""

UNFIT = ("P001", "P003", "P004", "P006")
"""Faults that a stub must not have: values that can't be read, keys and words that are unknown."""


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
            if not _THAI.search(text["th"]):
                yield _of_text("no-thai", (*path, "th")).placed(source)
            if _THAI.search(text["en"]):
                yield _of_text("thai", (*path, "en")).placed(source)


def _of_text(key: str, path: FieldPath) -> LintProblem:
    params = {"key": ".".join(map(str, path))}
    return LintProblem(code="L004", key=f"catalog.lint.{key}", params=params, path=path)


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
            yield _problem(requirement, "L006", "inferred", ("level",))
    elif not requirement.sources:
        yield _problem(requirement, "L005", "no-basis", ("basis",), basis=requirement.basis)


def _problem(
    requirement: Requirement, code: str, key: str, path: FieldPath, /, **params: object
) -> LintProblem:
    """Return what is wrong with a requirement, at a path from where it is defined.

    `key` is that of its sentence in `catalog.lint`.
    """
    subject, key = ("requirement", requirement.id), f"catalog.lint.{key}"
    return LintProblem(code=code, key=key, params=params, path=path, subject=subject)


def _judge_whole(compiled: Compiled, folder: Path) -> None:
    """Judge what takes all of it: its names, its sources, and how its requirements turn out."""
    own = parts_of({**compiled.data, "digest": ""})
    try:
        base = base_of(own, folder)
    except CatalogError as problem:
        key, params = problem.key, problem.params
        compiled.add(LintProblem(code="L007", key=key, params=params, path=("extends",)))
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
                yield LintProblem(
                    code="L005",
                    key="catalog.lint.no-source",
                    params={"source": key},
                    path=("sources", index),
                    subject=subject,
                )


def _of_trial(catalog: Catalog, requirement: Requirement) -> Iterator[LintProblem]:
    """Judge a requirement by what becomes of its examples and its stub."""
    if not any(requirement.asked_in(edition) for edition in catalog.editions):
        yield _problem(requirement, "L011", "never-asked", ("since",))
        return
    yield from _of_examples(catalog, requirement)
    yield from _of_stub(catalog, requirement)
    if not requirement.evidence:
        yield _problem(requirement, "L013", "no-evidence", ("evidence",))


def _of_examples(catalog: Catalog, requirement: Requirement) -> Iterator[LintProblem]:
    examples = requirement.examples
    if not examples.keys() & {"pass", "person"}:
        yield _problem(requirement, "L010", "no-passing-example", ("examples",))
    if "fail" not in examples:
        yield _problem(requirement, "L010", "no-failing-example", ("examples",))
    for name, fragment in examples.items():
        assessment, rows = try_fragment(catalog, requirement, fragment)
        faults = [
            finding
            for finding in assessment.findings
            if finding.level == "fault" and finding.code[0] in "YP"
        ]
        statuses = {row.status for row in rows}
        path = ("examples", name)
        if name != "fail" and any(finding.code != "P008" for finding in faults):
            code, said = faults[0].code, faults[0].message
            yield _problem(
                requirement, "L010", "example-fault", path, example=name, code=code, fault=said
            )
        elif not statuses:
            yield _problem(requirement, "L010", "example-asks-nothing", path, example=name)
        elif not statuses <= EXPECTED[name]:
            found = ", ".join(sorted(statuses))
            yield _problem(
                requirement, "L010", "example-comes-to", path, example=name, statuses=found
            )


def _of_stub(catalog: Catalog, requirement: Requirement) -> Iterator[LintProblem]:
    path, text = ("stub",), stub_of(requirement.stub, requirement.smart)
    for fault in read_source(text.encode(), "stub").faults:
        line = fault.span.line
        yield _problem(requirement, "L012", "stub-unreadable", path, code=fault.code, line=line)
        return
    assessment, rows = try_fragment(catalog, requirement, text)
    wrong = [finding for finding in assessment.findings if finding.code in UNFIT]
    for finding in wrong:
        code, said = finding.code, finding.message
        yield _problem(requirement, "L012", "stub-fault", path, code=code, fault=said)
    if not wrong and not {row.status for row in rows} & {"met", "partial", "needs-person"}:
        yield _problem(requirement, "L012", "stub-fills-nothing", path)
