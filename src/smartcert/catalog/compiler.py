"""A folder of YAML made into one plain mapping that is cheap to load; every problem has its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from smartcert.catalog.file_format import (
    CatalogFile,
    Entry,
    GroupFile,
    IndicatorFile,
    SmartFile,
    SourceFile,
)
from smartcert.catalog.parser import read_check
from smartcert.catalog.problem import HEAD, LintProblem, Subject, in_order, one_line
from smartcert.catalog.selectors import impossible
from smartcert.messages.codes import code_text
from smartcert.messages.message import has_message, message
from smartcert.proposal.spec import proposal_spec
from smartcert.source import Map, Seq, Source, SyntaxFault, read_source
from smartcert.source.path import FieldPath


@dataclass(slots=True)
class Compiled:
    """A catalog as one mapping, and what was wrong with its files."""

    data: dict[str, Any]
    problems: list[LintProblem] = field(default_factory=list)
    places: dict[Subject, tuple[Source, FieldPath]] = field(default_factory=dict)
    """Where each thing is defined."""
    sources: list[Source] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    """Requirements whose check can't be run."""
    lost: bool = False
    """A file could not be taken in: what it defines is not known."""

    def add(self, problem: LintProblem) -> None:
        """Add a problem of something that is defined here."""
        self.problems.append(problem.placed(*self.places[problem.subject]))

    def define(self, subject: Subject, source: Source, path: FieldPath, *name: str) -> bool:
        """Note where something is defined, and whether that is the only place.

        `name` leads from there to what names it.
        """
        if subject not in self.places:
            self.places[subject] = (source, path)
            return True
        first, where = self.places[subject]
        line = first.span((*where, *name)).line
        told = f"{' '.join(subject).strip()} is there twice, first at {first.name}:{line}"
        problem = LintProblem(code="L003", message=told, path=(*path, *name))
        self.problems.append(problem.placed(source))
        return False


def files_of(folder: Path) -> list[Path]:
    """Return the YAML files of a catalog, in the order in which they are read."""
    return sorted(file for file in folder.rglob("*.yaml") if not file.is_dir())


def compile_folder(folder: Path) -> Compiled:
    """Read every YAML file of a catalog, with the problems in order of file and line.

    What is right is compiled all the same.
    """
    compiled = Compiled(
        {
            "requirements": [],
            "groups": {},
            "smarts": [],
            "indicators": {},
            "crosswalk": {},
            "sources": {},
        }
    )
    for file in files_of(folder):
        _compile_file(file, one_line(file.relative_to(folder).as_posix()), compiled)
    if "catalog" not in compiled.data and not compiled.lost:
        compiled.lost = True
        told = "has no smartcert-catalog key"
        compiled.problems.append(LintProblem(file="catalog.yaml", code="L001", message=told))
    compiled.problems = in_order(compiled.problems)
    return compiled


def _compile_file(file: Path, name: str, compiled: Compiled) -> None:
    try:
        raw = file.read_bytes()
    except OSError as problem:
        compiled.lost = True
        told = f"can't be read: {problem.strerror}"
        compiled.problems.append(LintProblem(file=name, code="L001", message=told))
        return
    source = read_source(raw, name)
    compiled.sources.append(source)
    for fault in source.faults:
        compiled.lost = True
        told = _TOP if fault.code == "Y017" else _told(fault)
        line, column = fault.span.line, fault.span.column
        compiled.problems.append(
            LintProblem(file=name, line=line, column=column, code=fault.code, message=told)
        )
    if not source.faults and isinstance(source.root, Map):
        _take_file(source, source.root, compiled)


_TOP = "the top of a catalog's file must be keys"


def _told(fault: SyntaxFault) -> str:
    key = f"syntax.reasons.{fault.params.get('reason', '')}"
    reason = message(key, "en") if has_message(key) else ""
    return code_text(fault.code, "message", "en", **{**fault.params, "reason": reason})


def _take_file(source: Source, root: Map, compiled: Compiled) -> None:
    known = next((key for key in _FILES if key in root), None)
    if known is None:
        compiled.lost = True
        told = f"not a file of a catalog: it has none of the keys {', '.join(_FILES)}"
        compiled.problems.append(LintProblem(code="L001", message=told).placed(source))
        return
    checks = dict(_read_checks(source, root, compiled))
    model, take = _FILES[known]
    try:
        body = model.model_validate(root).model_dump(by_alias=True, exclude_none=True)
    except ValidationError as problem:
        compiled.lost = True
        compiled.problems += _refused(problem, source)
        return
    _with_checks(body, checks)
    take(body, source, compiled)


_TOLD = {
    "missing": "is missing",
    "extra_forbidden": "is no key of the format",
    "string_type": "must be text",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "list_type": "must be a list",
    "dict_type": "must be a mapping",
    "model_type": "must be a mapping",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
}
"""What is said of Pydantic's faults; of any other, its own sentence."""


def _refused(problem: ValidationError, source: Source) -> Iterator[LintProblem]:
    """Yield each fault of a file at its place; a step that is only Pydantic's own is left out."""
    for error in problem.errors(include_url=False, include_context=False, include_input=False):
        path: FieldPath = ()
        last = error["loc"][-1:] if error["type"] == "missing" else ()
        for step in error["loc"]:
            if source.exists((*path, step)) or (step,) == last:
                path = (*path, step)
        told = _TOLD.get(error["type"]) or _without_subject(error["msg"])
        message = f"{'.'.join(map(str, path))}: {told}"
        at_key = error["type"] == "extra_forbidden"
        yield LintProblem(code="L002", message=message, path=path, at_key=at_key).placed(source)


def _without_subject(sentence: str) -> str:
    """Return Pydantic's `Input should be ...` and `String should ...` without their first word."""
    return sentence.removeprefix("Input ").removeprefix("String ")


def _read_checks(source: Source, root: Map, compiled: Compiled) -> Iterator[tuple[FieldPath, Any]]:
    """Yield the typed checks of a file by their place, and tell of those that can't be run."""
    for entry, check, path in _written_checks(root):
        owner = str(entry.get("id", "check"))
        typed, problems = read_check(check, path)
        if not problems:
            problems = list(impossible(typed, path, _smart_of(entry, root, path)))
        for problem in problems:
            about = replace(problem, subject=("requirement", owner))
            compiled.problems.append(about.placed(source))
        if problems:
            compiled.faulty.add(owner)
        yield path, typed


def _smart_of(entry: Map, root: Map, path: FieldPath) -> str | None:
    """Return what `{smart}` stands for in a check; `*` is any, None is none.

    What raises a level is asked of the whole proposal, and has none.
    """
    smart = "*" if "per" in entry else entry.get("smart", root.get("smart"))
    return smart if isinstance(smart, str) and path[-1] == "check" else None


def _written_checks(root: Map) -> Iterator[tuple[Map, Any, FieldPath]]:
    """Yield each check of a file with its requirement and its place."""
    requirements = root.get("requirements")
    for index, entry in enumerate(requirements if isinstance(requirements, Seq) else ()):
        if not isinstance(entry, Map):
            continue
        if "check" in entry:
            yield entry, entry["check"], ("requirements", index, "check")
        level = entry.get("level")
        raised = level.get("raised") if isinstance(level, Map) else None
        if isinstance(raised, Map) and "when" in raised:
            yield entry, raised["when"], ("requirements", index, "level", "raised", "when")


def _with_checks(body: dict[str, Any], checks: dict[FieldPath, Any]) -> None:
    """Put the typed checks in their places."""
    for steps, typed in checks.items():
        node: Any = body
        for step in steps[:-1]:
            node = node[step]
        node[steps[-1]] = typed


def _take_head(body: dict[str, Any], source: Source, compiled: Compiled) -> None:
    if not compiled.define(HEAD, source, (), "smartcert-catalog"):
        return
    compiled.data["catalog"] = body
    for name in ("editions", "profiles", "off"):
        for index, entry in enumerate(body[name]):
            compiled.define((name, str(entry["id"])), source, (name, index), "id")
    for name in ("groups", "smarts"):
        for index, key in enumerate(body[name]):
            compiled.define((name, key), source, (name, index))


def _take_group(body: dict[str, Any], source: Source, compiled: Compiled) -> None:
    group, section = body["group"], body.get("section")
    if compiled.define(("group", group), source, (), "group"):
        compiled.data["groups"][group] = {
            key: body.get(key) for key in ("title", "about", "section")
        }
    if section is not None and section not in proposal_spec().fields:
        problem = LintProblem(code="L009", message=f"no proposal has {section}", path=("section",))
        compiled.problems.append(problem.placed(source))
    _take_requirements(body, group, None, source, compiled)


def _take_smart(body: dict[str, Any], source: Source, compiled: Compiled) -> None:
    if compiled.define(("smart", body["smart"]), source, (), "smart"):
        kept = ("smart", "title", "definition", "ministry", "sources", "sub_areas")
        compiled.data["smarts"].append({key: body[key] for key in kept})
    _take_requirements(body, "C4", body["smart"], source, compiled)


def _take_indicators(body: dict[str, Any], source: Source, compiled: Compiled) -> None:
    for name, sort in (("indicators", "indicator"), ("crosswalk", "crosswalk")):
        for index, entry in enumerate(body[name]):
            if compiled.define((sort, entry["id"]), source, (name, index), "id"):
                compiled.data[name][entry["id"]] = entry


def _take_sources(body: dict[str, Any], source: Source, compiled: Compiled) -> None:
    for index, entry in enumerate(body["sources"]):
        if compiled.define(("source", entry["key"]), source, ("sources", index), "key"):
            compiled.data["sources"][entry["key"]] = entry


def _take_requirements(
    body: dict[str, Any], group: str, smart: str | None, source: Source, compiled: Compiled
) -> None:
    for index, entry in enumerate(body["requirements"]):
        entry["group"] = group
        if smart is not None:
            entry.setdefault("smart", smart)
        if compiled.define(("requirement", entry["id"]), source, ("requirements", index), "id"):
            compiled.data["requirements"].append(entry)
            _judge_types(entry, compiled)


def _judge_types(entry: dict[str, Any], compiled: Compiled) -> None:
    """Tell of types of city that no proposal can have."""
    known = proposal_spec().fields["area"].fields["type"].choices
    stated = entry["level"].get("types", ()) if isinstance(entry["level"], dict) else ()
    written: list[tuple[FieldPath, str]] = [
        (("types", index), name) for index, name in enumerate(entry["types"])
    ]
    written += [(("level", "types", name), name) for name in stated]
    subject: Subject = ("requirement", entry["id"])
    for path, name in written:
        if name not in known:
            told = f"no city type {name}"
            compiled.faulty.add(entry["id"])
            compiled.add(LintProblem(code="L007", message=told, path=path, subject=subject))


_FILES: dict[str, tuple[type[Entry], Callable[[dict[str, Any], Source, Compiled], None]]] = {
    "smartcert-catalog": (CatalogFile, _take_head),
    "group": (GroupFile, _take_group),
    "smart": (SmartFile, _take_smart),
    "indicators": (IndicatorFile, _take_indicators),
    "crosswalk": (IndicatorFile, _take_indicators),
    "sources": (SourceFile, _take_sources),
}
"""The files of a catalog by a key that each has."""
