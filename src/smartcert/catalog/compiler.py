"""A folder of YAML made into one plain mapping that is cheap to load; problems have places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from smartcert.catalog.file_format import (
    CatalogFile,
    Entry,
    GroupFile,
    GuideFile,
    IndicatorFile,
    SmartFile,
    SourceFile,
)
from smartcert.catalog.parser import read_check
from smartcert.catalog.parts import LISTS
from smartcert.catalog.problem import HEAD, LintProblem, Subject, in_order, one_line, problem
from smartcert.catalog.selectors import impossible
from smartcert.files import read_file
from smartcert.messages.codes import code_key
from smartcert.messages.message import Phrase, has_message
from smartcert.paths import yaml_files
from smartcert.proposal.spec import proposal_spec
from smartcert.source import Map, Seq, Source, SyntaxFault, read_source
from smartcert.source.path import FieldPath


@dataclass(slots=True)
class Compiled:
    """A catalog as one mapping, and what was wrong with its files."""

    data: dict[str, Any] = field(default_factory=lambda: {name: [] for name in LISTS})
    """Plain JSON; `smartcert.catalog.parts` makes values of it."""
    problems: list[LintProblem] = field(default_factory=list)
    places: dict[Subject, tuple[Source, FieldPath]] = field(default_factory=dict)
    """Where each thing is defined."""
    files: list[Source] = field(default_factory=list)
    """Every file as it was read."""
    faulty: set[str] = field(default_factory=set)
    """Requirements whose check can't be run."""
    lost: bool = False
    """A file could not be taken in: what it defines is not known."""

    def add(self, problems: Iterable[LintProblem]) -> None:
        """Add problems of what is defined here."""
        self.problems += (each.placed(*self.places[each.subject]) for each in problems)


def compile_folder(folder: Path) -> Compiled:
    """Read every YAML file of a catalog, with the problems in order of file and line.

    What is right is compiled all the same.
    """
    compiled = Compiled()
    for path, file in yaml_files(folder).items():
        name = one_line(path)
        try:
            raw = read_file(file)
        except OSError as fault:
            compiled.lost = True
            unread = problem("lint.L001.cannot-be-read", reason=fault.strerror)
            compiled.problems.append(unread._replace(file=name))
        else:
            _FileCompiler(read_source(raw, name), compiled).compile()
    if "catalog" not in compiled.data and not compiled.lost:
        compiled.lost = True
        compiled.problems.append(problem("lint.L001.no-head")._replace(file="catalog.yaml"))
    compiled.problems = in_order(compiled.problems)
    return compiled


class _FileCompiler:
    """Takes one file into the catalog."""

    def __init__(self, source: Source, compiled: Compiled) -> None:
        self.source = source
        self.compiled = compiled
        self.data = compiled.data
        compiled.files.append(source)

    def compile(self) -> None:
        """Take in what the file defines, or tell why that can't be known."""
        root = self.source.root
        for fault in self.source.faults:
            self.lose(_of_syntax(fault, self.source.name))
        if self.source.faults or not isinstance(root, Map):
            return
        known = next((key for key in _FILES if key in root), None)
        if known is None:
            self.compiled.lost = True
            self.tell("lint.L001.no-part-of-a-catalog", keys=", ".join(_FILES))
            return
        model, take = _FILES[known]
        typed = self.with_typed_checks(root)
        try:
            body = model.model_validate(typed).model_dump(by_alias=True, exclude_none=True)
        except ValidationError as fault:
            self.lose(*_of_format(fault, self.source))
        else:
            take(self, body)

    def lose(self, *problems: LintProblem) -> None:
        """Note that what the file defines is not known, and why."""
        self.compiled.lost = True
        self.compiled.problems += problems

    def tell(
        self, key: str, path: FieldPath = (), subject: Subject = HEAD, /, **params: object
    ) -> None:
        """Add a problem at a place of the file."""
        self.compiled.problems.append(problem(key, path, subject, **params).placed(self.source))

    def define(self, subject: Subject, path: FieldPath, *name: str) -> bool:
        """Note where something is defined, and whether that is the only place.

        `name` leads from there to what names it.
        """
        places = self.compiled.places
        if subject not in places:
            places[subject] = (self.source, path)
            return True
        first, where = places[subject]
        line = first.span((*where, *name)).line
        named = " ".join(subject).strip()
        self.tell("lint.L003.twice", (*path, *name), name=named, file=first.name, line=line)
        return False

    def with_typed_checks(self, root: Map) -> dict[str, Any]:
        """Return what the file says, with the parameters of its checks typed."""
        entries = root.get("requirements")
        if not isinstance(entries, Seq):
            return root
        typed: list[Any] = list(entries)
        for index, entry in enumerate(entries):
            if isinstance(entry, Map):
                smart = "*" if "per" in entry else entry.get("smart", root.get("smart"))
                typed[index] = self.with_typed_check(entry, ("requirements", index), smart)
        return {**root, "requirements": typed}

    def with_typed_check(self, entry: Map, path: FieldPath, smart: Any) -> dict[str, Any]:
        """Return a requirement with its checks typed; `smart` is what `{smart}` stands for in it.

        What raises its level is asked of the whole proposal, where `{smart}` stands for nothing.
        """
        typed: dict[str, Any] = dict(entry)
        owner = str(entry.get("id", "check"))
        if "check" in entry:
            smart = smart if isinstance(smart, str) else None
            typed["check"] = self.check(entry["check"], (*path, "check"), owner, smart)
        level = entry.get("level")
        raised = level.get("raised") if isinstance(level, Map) else None
        if isinstance(level, Map) and isinstance(raised, Map) and "when" in raised:
            place = (*path, "level", "raised", "when")
            when = self.check(raised["when"], place, owner, None)
            typed["level"] = {**level, "raised": {**raised, "when": when}}
        return typed

    def check(self, written: Any, path: FieldPath, owner: str, smart: str | None) -> Any:
        """Return a check with its parameters typed; an empty one if it can't be run."""
        typed, problems = read_check(written, path)
        found = problems or list(impossible(typed, path, smart))
        for each in found:
            self.compiled.faulty.add(owner)
            about = each._replace(subject=("requirement", owner))
            self.compiled.problems.append(about.placed(self.source))
        return {} if found else typed

    def take_head(self, body: dict[str, Any]) -> None:
        """Take in `catalog.yaml`."""
        if not self.define(HEAD, (), "smartcert-catalog"):
            return
        self.data["catalog"] = body
        for name in ("editions", "profiles", "off"):
            for index, entry in enumerate(body[name]):
                self.define((name, str(entry["id"])), (name, index), "id")
        for name in ("groups", "smarts"):
            for index, key in enumerate(body[name]):
                self.define((name, key), (name, index))

    def take_group(self, body: dict[str, Any]) -> None:
        """Take in a file of a group."""
        group, section = body["group"], body.get("section")
        # A file without a title only adds requirements to a group that another one defines.
        is_more = ("group", group) in self.compiled.places and not body.get("title")
        if not is_more and self.define(("group", group), (), "group"):
            title, about = body.get("title", {}), body.get("about", {})
            entry = {"id": group, "title": title, "about": about, "section": section}
            self.data["groups"].append(entry)
        if section is not None and section not in proposal_spec().fields:
            self.tell("lint.L009.nowhere", ("section",), selector=section)
        self.take_requirements(body, group, None)

    def take_smart(self, body: dict[str, Any]) -> None:
        """Take in a file of a Smart; its requirements belong to the group of services."""
        smart = body["smart"]
        if self.define(("smart", smart), (), "smart"):
            kept = ("title", "also", "definition", "ministry", "sources", "sub_areas")
            self.data["smarts"].append({"key": smart, **{key: body[key] for key in kept}})
        self.take_requirements(body, "C4", smart)

    def take_lists(self, body: dict[str, Any]) -> None:
        """Take in a file of indicators, their crosswalk, sources, or the guide."""
        for name, (sort, key) in _LISTED.items():
            for index, entry in enumerate(body.get(name, ())):
                if self.define((sort, entry[key]), (name, index), key):
                    self.data[name].append(entry)

    def take_requirements(self, body: dict[str, Any], group: str, smart: str | None) -> None:
        """Take in the requirements of a file, which belong to a group and perhaps to a Smart."""
        for index, entry in enumerate(body["requirements"]):
            path: FieldPath = ("requirements", index)
            if not self.define(("requirement", entry["id"]), path, "id"):
                continue
            per_smart = entry.pop("per", None) is not None
            whole = {"smart": smart, **entry, "group": group, "per_smart": per_smart}
            self.data["requirements"].append(whole)
            self.judge_types(entry, path)

    def judge_types(self, entry: dict[str, Any], path: FieldPath) -> None:
        """Note the types of city that no proposal can have."""
        known = proposal_spec().fields["area"].fields["type"].choices
        written: list[tuple[FieldPath, str]] = [
            (("types", index), name) for index, name in enumerate(entry["types"])
        ]
        written += [(("level", "types", name), name) for name in entry["level"]["types"]]
        for place, name in written:
            if name not in known:
                self.compiled.faulty.add(entry["id"])
                subject = ("requirement", entry["id"])
                self.tell("lint.L007.no-city-type", (*path, *place), subject, type=name)


_FILES: dict[str, tuple[type[Entry], Callable[[_FileCompiler, dict[str, Any]], None]]] = {
    "smartcert-catalog": (CatalogFile, _FileCompiler.take_head),
    "group": (GroupFile, _FileCompiler.take_group),
    "smart": (SmartFile, _FileCompiler.take_smart),
    "indicators": (IndicatorFile, _FileCompiler.take_lists),
    "crosswalk": (IndicatorFile, _FileCompiler.take_lists),
    "sources": (SourceFile, _FileCompiler.take_lists),
    "guide": (GuideFile, _FileCompiler.take_lists),
}
"""The files of a catalog by a key that each has."""

_LISTED = {
    "indicators": ("indicator", "id"),
    "crosswalk": ("crosswalk", "id"),
    "sources": ("source", "key"),
    "guide": ("topic", "id"),
}
"""What files only list: its sort, and the key of its id."""


def _of_syntax(fault: SyntaxFault, file: str) -> LintProblem:
    """Return what is wrong with a file that is no sound YAML."""
    reason = f"syntax.reasons.{fault.params.get('reason', '')}"
    return LintProblem(
        file=file,
        line=fault.span.line,
        column=fault.span.column,
        code=fault.code,
        key="lint.L001.no-keys" if fault.code == "Y017" else code_key(fault.code, "message"),
        params={**fault.params, "reason": Phrase(reason) if has_message(reason) else ""},
    )


_FORMAT = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "string_type": "text",
    "string_too_short": "empty",
    "too_short": "empty",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "int_parsing": "whole",
    "int_type": "whole",
    "float_parsing": "number",
    "float_type": "number",
}
"""What is said of Pydantic's faults, in `lint.L002.format`; of any other, its own sentence."""


def _of_format(fault: ValidationError, source: Source) -> Iterator[LintProblem]:
    """Yield each fault of a file at its place; a step that is only Pydantic's own is left out."""
    for error in fault.errors(include_url=False, include_context=False, include_input=False):
        path: FieldPath = ()
        last = error["loc"][-1:] if error["type"] == "missing" else ()
        for step in error["loc"]:
            if source.exists((*path, step)) or (step,) == last:
                path = (*path, step)
        # Pydantic says `Input should be ...` and `String should ...`; the key stands for the word.
        reason = error["msg"].removeprefix("Input ").removeprefix("String ")
        key, name = _FORMAT.get(error["type"], "other"), ".".join(map(str, path))
        found = problem(f"lint.L002.format.{key}", path, key=name, reason=reason)
        yield found._replace(at_key=key == "unknown").placed(source)
