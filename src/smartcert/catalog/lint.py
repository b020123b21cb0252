"""Judging a catalog: what would mislead a city or stop the program, each at its place in the YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smartcert.catalog.compile import Compiled, Complaint, compile_folder
from smartcert.catalog.load import complete, from_data
from smartcert.catalog.model import Catalog, Requirement
from smartcert.catalog.trial import try_fragment
from smartcert.checks import KINDS
from smartcert.checks.named import NAMED
from smartcert.checks.scope import ITEMS, VALUES, parse
from smartcert.errors import CatalogError
from smartcert.model.shape import Shape, proposal_shape
from smartcert.source import read_source

CODES = {
    "L001": "a file that belongs to no catalog",
    "L002": "a key or value the format does not have; a text that lacks a language",
    "L003": "an id that is used twice",
    "L004": "a text in the wrong language",
    "L005": "a source that sources.yaml does not list, or none where one is needed",
    "L006": "an inferred requirement that is mandatory",
    "L007": "a profile, edition, city type, group, Smart or crosswalk that is not there",
    "L008": "a check that is not in the vocabulary",
    "L009": "a path that no proposal can have",
    "L010": "an example that does not show what it should",
    "L011": "a requirement that nothing can ever ask for",
    "L012": "a stub that can't be pasted",
}

_THAI = re.compile(r"[\u0e01-\u0e5b]")

EXPECTED = {"pass": {"met"}, "fail": {"missing", "partial"}, "person": {"needs-person"}}
"""What each example of a requirement must come to."""


def lint(folder: Path) -> list[Complaint]:
    """Judge a catalog's folder. An empty list means that nothing is wrong."""
    compiled = compile_folder(folder)
    if compiled.complaints:
        return compiled.complaints
    try:
        catalog = from_data(complete({**compiled.data, "digest": ""}, folder))
    except CatalogError as problem:
        return [Complaint(file="catalog.yaml", line=1, column=1, code="L007", message=problem.told["en"])]
    return sorted(_Linter(compiled, catalog).complaints(), key=lambda complaint: (complaint.file, complaint.line, complaint.code))


class _Linter:
    def __init__(self, compiled: Compiled, catalog: Catalog) -> None:
        self.compiled = compiled
        self.catalog = catalog
        self.own = {entry["id"]: entry for entry in compiled.data["requirements"]}

    def complaints(self) -> Iterator[Complaint]:
        for requirement in self.catalog.requirements:
            if requirement.id in self.own:
                entry = self.own[requirement.id]
                for code, message, *steps in self.requirement(requirement, entry):
                    yield self.complaint(requirement.id, code, message, *steps)
        yield from self.indicators()

    def complaint(self, identifier: str, code: str, message: str, *steps: str | int) -> Complaint:
        source, path = self.compiled.places[identifier]
        span = source.span((*path, *steps))
        return Complaint(file=source.name, line=span.line, column=span.column, code=code, message=f"{identifier}: {message}")

    def requirement(self, requirement: Requirement, entry: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
        """Give what is wrong with one requirement: code, sentence, and the steps to the place."""
        yield from self.languages(requirement)
        yield from self.origin(requirement)
        known = list(self.known(requirement))
        yield from known
        checks = list(self.check(requirement.check, [proposal_shape()], ("check",), requirement))
        if raised := self.level(requirement).get("raised"):
            checks += self.check(raised["when"], [proposal_shape()], ("level", "raised", "when"), requirement)
        yield from checks
        if not checks and not known:
            yield from self.examples(requirement, entry.get("examples", {}))
            yield from self.stub(requirement)

    def languages(self, requirement: Requirement) -> Iterator[tuple[Any, ...]]:
        for name in ("title", "why", "fix"):
            text = getattr(requirement, name)
            if not _THAI.search(text["th"]):
                yield "L004", f"{name}.th has no Thai in it", name, "th"
            if _THAI.search(text["en"]):
                yield "L004", f"{name}.en has Thai in it", name, "en"

    def origin(self, requirement: Requirement) -> Iterator[tuple[Any, ...]]:
        for index, key in enumerate(requirement.sources):
            if key not in self.catalog.sources:
                yield "L005", f"source {key} is not in sources.yaml", "sources", index
        if requirement.basis == "inferred":
            if "mandatory" in self.levels(requirement):
                yield "L006", "an inferred requirement can't be mandatory", "level"
        elif not requirement.sources:
            yield "L005", f"basis {requirement.basis} without a source", "basis"

    def level(self, requirement: Requirement) -> dict[str, Any]:
        return requirement.level if isinstance(requirement.level, dict) else {"default": requirement.level}

    def levels(self, requirement: Requirement) -> set[str]:
        stated = self.level(requirement)
        found = {stated["default"], *stated.get("profiles", {}).values(), *stated.get("types", {}).values()}
        return found | ({stated["raised"]["to"]} if stated.get("raised") else set())

    def known(self, requirement: Requirement) -> Iterator[tuple[Any, ...]]:
        catalog = self.catalog
        profiles = {entry["id"] for entry in catalog.profiles}
        editions = [entry["id"] for entry in catalog.editions]
        types = proposal_shape().fields["area"].fields["type"].choices
        stated = self.level(requirement)
        for name in {*requirement.profiles, *stated.get("profiles", {})} - profiles:
            yield "L007", f"no profile {name}", "profiles"
        for name in {*requirement.types, *stated.get("types", {})} - set(types):
            yield "L007", f"no city type {name}", "types"
        for key in ("since", "until"):
            if getattr(requirement, key) not in (None, *editions):
                yield "L007", f"no edition {getattr(requirement, key)}", key
                return
        if requirement.smart is not None and requirement.smart not in {smart.key for smart in catalog.smarts}:
            yield "L007", f"no Smart {requirement.smart}", "smart"
        if not any(requirement in catalog.in_edition(edition) for edition in editions):
            yield "L011", "no edition asks for it: since is after until", "since"

    def check(
        self, check: Any, shapes: list[Shape], steps: tuple[str | int, ...], requirement: Requirement
    ) -> Iterator[tuple[Any, ...]]:
        """Judge one check and what it holds; `shapes` is what its paths start from."""
        if not (isinstance(check, dict) and len(check) == 1):
            yield "L008", "a check is a mapping with one key, its kind", *steps
            return
        ((kind, params),) = check.items()
        if kind not in KINDS:
            yield "L008", f"unknown kind {kind}; docs/catalog.md lists them", *steps
            return
        steps = (*steps, kind)
        nested = KINDS[kind].nested
        if nested == "list":
            for index, part in enumerate(params if isinstance(params, list) else params.get("checks", [])):
                yield from self.check(part, shapes, (*steps, index), requirement)
            return
        if nested == "mapping":
            yield from self.check({key: value for key, value in params.items() if key != "say"}, shapes, steps, requirement)
            return
        yield from self.parameters(kind, params, shapes, steps, requirement)

    def parameters(
        self, kind: str, params: Any, shapes: list[Shape], steps: tuple[str | int, ...], requirement: Requirement
    ) -> Iterator[tuple[Any, ...]]:
        rule = KINDS[kind]
        if not isinstance(params, dict):
            yield "L008", f"{kind} takes a mapping of parameters", *steps
            return
        if lacking := sorted(rule.required - params.keys()):
            yield "L008", f"{kind} needs {', '.join(lacking)}", *steps
            return
        for name in sorted(params.keys() - rule.required - rule.optional - set(rule.nested.split(","))):
            yield "L008", f"{kind} has no parameter {name}", *steps, name
        if "say" in params and set(params["say"]) != {"th", "en"}:
            yield "L002", "say needs th and en", *steps, "say"
        found: dict[str, list[Shape]] = {}
        for name in rule.routes & params.keys():
            for route in params[name] if isinstance(params[name], list) else [params[name]]:
                ends = self.follow(route, shapes, requirement)
                if not ends:
                    yield "L009", f"no proposal has {route}", *steps, name
                found.setdefault(name, []).extend(ends)
        if kind == "fields":
            for name in params["ask"]:
                for option in name.split("|"):
                    if not self.follow(option, found.get("at", shapes), requirement):
                        yield "L009", f"no proposal has {option} at {params.get('at', 'this place')}", *steps, "ask", name
        elif kind == "named" and params["check"] not in NAMED:
            yield "L008", f"unknown named check {params['check']}", *steps, "check"
        elif kind == "each":
            yield from self.check(params["check"], found.get("in", []), (*steps, "check"), requirement)
        elif kind == "when":
            for name in ("if", "then"):
                yield from self.check(params[name], shapes, (*steps, name), requirement)

    def follow(self, route: Any, shapes: list[Shape], requirement: Requirement) -> list[Shape]:
        """Give what a route can lead to; nothing when no proposal has it."""
        if not isinstance(route, str):
            return []
        if route.startswith("/"):
            route, shapes = route[1:], [proposal_shape()]
        if "{smart}" in route:
            smarts = [requirement.smart] if requirement.smart else [smart.key for smart in self.catalog.smarts]
            return [end for smart in smarts for end in self.follow(route.replace("{smart}", smart), shapes, requirement)]
        for step in parse(route):
            shapes = [after for shape in shapes for after in _next(shape, step)]
        return shapes

    def examples(self, requirement: Requirement, examples: dict[str, str]) -> Iterator[tuple[Any, ...]]:
        if not examples.keys() & {"pass", "person"}:
            yield "L010", "has no passing example", "examples"
        if "fail" not in examples:
            yield "L010", "has no failing example", "examples"
        for name, fragment in examples.items():
            assessment, rows = try_fragment(self.catalog, requirement, fragment)
            faults = [finding for finding in assessment.findings if finding.level == "fault" and finding.code[0] in "YP"]
            statuses = {row.status for row in rows}
            if name != "fail" and any(finding.code != "P008" for finding in faults):
                yield "L010", f"{name}: {faults[0].code} {faults[0].message}", "examples", name
            elif not statuses or not statuses <= EXPECTED[name]:
                told = ", ".join(sorted(statuses)) or "nothing: it does not apply to the example"
                yield "L010", f"the {name} example comes to {told}", "examples", name

    def stub(self, requirement: Requirement) -> Iterator[tuple[Any, ...]]:
        text = requirement.stub.replace("{smart}", requirement.smart or "environment")
        for fault in read_source(text.encode(), "stub").faults:
            yield "L012", f"stub: {fault.code} on its line {fault.span.line}", "stub"
            return
        assessment, _ = try_fragment(self.catalog, requirement, text)
        for finding in assessment.findings:
            if finding.code in ("P001", "P003", "P004", "P006"):
                yield "L012", f"stub: {finding.code} {finding.message}", "stub"

    def indicators(self) -> Iterator[Complaint]:
        smarts = {smart.key for smart in self.catalog.smarts}
        for identifier, indicator in self.compiled.data["indicators"].items():
            for key in indicator["sources"]:
                if key not in self.catalog.sources:
                    yield _of_indicators(identifier, "L005", f"source {key} is not in sources.yaml")
            for key in indicator["crosswalk"]:
                if key not in self.catalog.crosswalk:
                    yield _of_indicators(identifier, "L007", f"no crosswalk {key}")
            if indicator["smart"] not in smarts:
                yield _of_indicators(identifier, "L007", f"no Smart {indicator['smart']}")


def _of_indicators(identifier: str, code: str, message: str) -> Complaint:
    return Complaint(file="indicators.yaml", line=1, column=1, code=code, message=f"{identifier}: {message}")


def _next(shape: Shape, step: str) -> list[Shape]:
    """Give what one step of a route can lead to from a place."""
    if step is ITEMS:
        if shape.kind == "list" and shape.item is not None:
            return [shape.item]
        return [shape] if shape.kind in ("texts", "refs") else []
    if step is VALUES:
        return list(shape.fields.values()) if shape.kind == "section" else [shape] if shape.kind == "by_year" else []
    field = shape.fields.get(step)
    return [field] if field is not None else []
