"""Who is responsible for a place of the proposal, by what the proposal itself says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from smartcert.source.path import FieldPath, inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The agency responsible for a place."""

    name: str = ""
    """Empty where the proposal names nobody."""
    is_lead: bool = False
    """Nobody nearer is named, so it is the plan's lead agency."""


def owner_of(path: FieldPath, data: dict[str, Any]) -> Owner:
    """Return who answers for a place.

    That is the owner of the item, of the projects that a KPI belongs to, or of the platform; where
    nobody nearer is named, the lead agency.
    """
    name = _of_item(path, data) or _of_kpi(path, data) or _of_platform(path, data)
    if name:
        return Owner(name=name)
    lead = _lead(data)
    return Owner(name=lead, is_lead=bool(lead))


def _of_item(path: FieldPath, data: dict[str, Any]) -> str:
    """Return the owner of the innermost item of a list that has one.

    `area.ownership` is no item: it speaks of land, not of who does the work.
    """
    node: Any = data
    owner = ""
    for step in path:
        node = inside(node, step)
        if isinstance(step, int) and isinstance(node, dict):
            owner = _joined(node.get("owner")) or owner
    return owner


def _joined(names: list[str | None] | str | None) -> str:
    """Return one owner or several as one text; that of land is a text already."""
    return names if isinstance(names, str) else ", ".join(name for name in names or () if name)


def _of_kpi(path: FieldPath, data: dict[str, Any]) -> str:
    """Return the owners of the projects that name a KPI."""
    if len(path) < 4 or path[0] != "services" or path[2] != "kpis":
        return ""
    service = inside(inside(data, "services"), path[1])
    kpi = inside(inside(service, "kpis"), path[3])
    name = kpi.get("id") if isinstance(kpi, dict) else None
    projects = [
        project
        for project in inside(service, "projects") or ()
        if project and name and name in (project.get("kpis") or ())
    ]
    return ", ".join(
        dict.fromkeys(_joined(project["owner"]) for project in projects if project.get("owner"))
    )


def _of_platform(path: FieldPath, data: dict[str, Any]) -> str:
    operator = (
        inside(inside(data, "data_platform"), "operator")
        if path[:1] == ("data_platform",)
        else None
    )
    return str((operator or {}).get("name", ""))


def _lead(data: dict[str, Any]) -> str:
    agencies = [
        agency
        for agency in (data.get("management") or {}).get("agencies") or ()
        if agency and agency.get("name")
    ]
    return next((agency["name"] for agency in agencies if agency.get("lead")), "")
