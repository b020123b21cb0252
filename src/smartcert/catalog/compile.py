"""A folder of YAML made into one plain mapping that is cheap to load, with the place of every fault on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from smartcert.catalog.files import CatalogFile, Entry, GroupFile, IndicatorFile, SmartFile, SourceFile
from smartcert.source import Map, Source, read_source

NUMBERS = frozenset({"min", "max", "words", "tolerance", "years", "warn_months", "km2_per_rai", "largest_km2"})
"""Parameters of checks that are numbers; all others are text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What is wrong with a catalog, at one place."""

    file: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}"


@dataclass(slots=True)
class Compiled:
    """A catalog as one mapping, and what was wrong with its files."""

    data: dict[str, Any]
    complaints: list[Complaint] = field(default_factory=list)
    places: dict[str, tuple[Source, tuple[str | int, ...]]] = field(default_factory=dict)
    """Where each requirement is written."""


def compile_folder(folder: Path) -> Compiled:
    """Read every YAML file of a catalog. Faults are complaints; what is right is compiled all the same."""
    compiled = Compiled({"requirements": [], "groups": {}, "smarts": [], "indicators": {}, "crosswalk": {}, "sources": {}})
    for file in sorted(folder.rglob("*.yaml")):
        _compile_file(file, folder, compiled)
    return compiled


def _compile_file(file: Path, folder: Path, compiled: Compiled) -> None:
    name = file.relative_to(folder).as_posix()
    source = read_source(file.read_bytes(), name)
    for fault in source.faults:
        details = ", ".join(str(value) for value in fault.params.values())
        compiled.complaints.append(
            Complaint(file=name, line=fault.span.line, column=fault.span.column, code=fault.code, message=details or "YAML")
        )
    root = source.root
    if not isinstance(root, Map):
        return
    data = compiled.data
    if "smartcert-catalog" in root:
        if parsed := _parse(CatalogFile, source, compiled):
            data["catalog"] = _plain(parsed)
    elif "group" in root:
        if parsed := _parse(GroupFile, source, compiled):
            body = _plain(parsed)
            data["groups"][body["group"]] = {key: body.get(key) for key in ("title", "about", "section")}
            _requirements(body, body["group"], None, source, compiled)
    elif "smart" in root:
        if parsed := _parse(SmartFile, source, compiled):
            body = _plain(parsed)
            data["smarts"].append(
                {key: body[key] for key in ("smart", "title", "definition", "ministry", "sources", "sub_areas")}
            )
            _requirements(body, "C4", body["smart"], source, compiled)
    elif "indicators" in root or "crosswalk" in root:
        if parsed := _parse(IndicatorFile, source, compiled):
            body = _plain(parsed)
            data["indicators"].update({entry["id"]: entry for entry in body["indicators"]})
            data["crosswalk"].update({entry["id"]: entry for entry in body["crosswalk"]})
    elif "sources" in root:
        if parsed := _parse(SourceFile, source, compiled):
            data["sources"].update({entry["key"]: entry for entry in _plain(parsed)["sources"]})
    else:
        compiled.complaints.append(
            Complaint(
                file=name,
                line=1,
                column=1,
                code="L001",
                message="not a file of a catalog: no smartcert-catalog, group, smart, indicators or sources key",
            )
        )


def _parse(model: type[Entry], source: Source, compiled: Compiled) -> Entry | None:
    try:
        return model.model_validate(source.root)
    except ValidationError as problem:
        for error in problem.errors(include_url=False, include_context=False):
            path = tuple(step for step in error["loc"])
            span = source.span(path, key=error["type"] == "extra_forbidden")
            where = ".".join(map(str, path))
            compiled.complaints.append(
                Complaint(file=source.name, line=span.line, column=span.column, code="L002", message=f"{where}: {error['msg']}")
            )
        return None


def _plain(parsed: Entry) -> dict[str, Any]:
    return parsed.model_dump(by_alias=True, exclude_none=True)


def _requirements(body: dict[str, Any], group: str, smart: str | None, source: Source, compiled: Compiled) -> None:
    for index, entry in enumerate(body["requirements"]):
        entry["group"] = group
        if smart is not None:
            entry.setdefault("smart", smart)
        entry["check"] = numbers(entry["check"])
        if isinstance(entry["level"], dict) and "raised" in entry["level"]:
            entry["level"]["raised"]["when"] = numbers(entry["level"]["raised"]["when"])
        if entry["id"] in compiled.places:
            span = source.span(("requirements", index, "id"))
            compiled.complaints.append(
                Complaint(
                    file=source.name, line=span.line, column=span.column, code="L003", message=f"{entry['id']} is defined twice"
                )
            )
            continue
        compiled.places[entry["id"]] = (source, ("requirements", index))
        compiled.data["requirements"].append(entry)


def numbers(check: Any, key: str = "") -> Any:
    """Turn the parameters of a check that YAML gave as text into what they mean: numbers, and yes or no among `values`."""
    if isinstance(check, dict):
        if key == "where":
            return {name: numbers(value, "values") for name, value in check.items()}
        return {name: numbers(value, name) for name, value in check.items()}
    if isinstance(check, list):
        return [numbers(item, key) for item in check]
    if key == "values" and isinstance(check, str):
        return {"true": True, "false": False}.get(check, check)
    if key in NUMBERS and isinstance(check, str):
        try:
            return int(check)
        except ValueError:
            try:
                return float(check)
            except ValueError:
                return check
    return check
