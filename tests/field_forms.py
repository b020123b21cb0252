"""What a text means in a field of a proposal, told as rows of test data write it."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from smartcert.proposal.document import read_document
from smartcert.source import read_source
from smartcert.source.path import value_at
from smartcert.thai.area import LandArea
from smartcert.thai.date import ThaiDate
from smartcert.thai.measure_forms import Aim

PHASE = "infrastructure: {phases: [{name: A, FIELD: %s}]}"
MONEY = "infrastructure: {funding: [{source: A, FIELD: %s}]}"
PROJECT = "services: {energy: {projects: [{name: A, FIELD: %s}]}}"
KPI = "services: {energy: {kpis: [{name: A, UNIT FIELD: %s}]}}"
DATASET = "data_platform: {datasets: [{name: A, FIELD: %s}]}"
FIELDS = {
    "date": ("applicant: {committee: {FIELD: %s}}", "order_date"),
    "start": (PHASE, "start"),
    "end": (PHASE, "end"),
    "year": ("area: {population: {FIELD: %s}}", "year"),
    "amount": ("infrastructure: {budget: {FIELD: %s}}", "total"),
    "yearly": ("infrastructure: {operating_cost: [{for: A, FIELD: %s}]}", "per_year"),
    "budget": (PROJECT, "budget"),
    "count": ("area: {population: {FIELD: %s}}", "count"),
    "people": ("area: {participation: [{event: A, FIELD: %s}]}", "people"),
    "staff": ("data_platform: {skills: {FIELD: %s}}", "staff"),
    "area": ("area: {FIELD: %s}", "size"),
    "target": (KPI.replace("%s", "{value: %s}"), "target"),
    "tline": (KPI.replace("UNIT", "UNIT baseline: {value: 32},"), "target"),
    "base": (KPI, "baseline"),
    "flag": (DATASET, "personal_data"),
    "class": (DATASET, "class"),
    "conf": (MONEY, "confirmed"),
    "model": (MONEY, "model"),
    "status": (PROJECT, "status"),
    "kind": ("applicant: {FIELD: %s}", "kind"),
    "sector": ("management: {partners: [{name: A, FIELD: %s}]}", "sector"),
    "type": ("area: {FIELD: %s}", "type"),
    "zone": ("area: {FIELD: %s}", "zone"),
    "dir": (KPI, "direction"),
    "round": ("FIELD: %s", "round"),
    "contact": ("applicant: {FIELD: %s}", "contact"),
}


def told(value: Any) -> str:
    """Return a value as the rows write it."""
    match value:
        case ThaiDate(is_open=True):
            return "open"
        case ThaiDate():
            days = ["{}-{:02}-{:02}".format(*day) for day in (value.first, value.last)]
            return "..".join(dict.fromkeys(days))
        case Aim():
            return f"{value.kind} {value.low} {value.high} {value.change}"
        case LandArea():
            return f"{float(value.km2):g}km2"
        case Fraction() if value.denominator > 1:
            return str(float(value))
        case dict():
            return "{" + ", ".join(f"{key}: {told(part)}" for key, part in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(told, value)) + "]"
    return str(value)


def meaning(data: Any, field: str, key: str) -> str:
    """Return what the file has at a field, with what is said there beside it."""
    holder = next(iter(data.values())) if isinstance(data, dict) and data else {}
    for inner in ("committee", "population", "budget", "skills"):
        holder = holder.get(inner, holder) if isinstance(holder, dict) else holder
    while isinstance(holder, dict) and key not in holder and holder:
        holder = next((part for part in holder.values() if isinstance(part, (dict, list))), None)
        holder = next(iter(holder), None) if isinstance(holder, list) else holder
    if field == "round":
        return told(data.get("round"))
    found = holder if isinstance(holder, dict) else {}
    if field == "conf":
        return told(found) if "confirmed" in found else "None"
    if field == "target":
        return told(value_at((key, "value"), found))
    if field in ("start", "end") and {"start", "end"} <= found.keys():
        return f"{told(found['start'])} & {told(found['end'])}"
    return told(found.get(key))


def read_form(field: str, written: str) -> tuple[str, bool]:
    """Return what a text means in a field, and whether it is refused."""
    field, _, unit = field.partition("@")
    form, key = FIELDS[field]
    form = form.replace("UNIT", f"unit: {unit}," if unit else "").replace("FIELD", key)
    text = form % json.dumps(written, ensure_ascii=False)
    document = read_document(read_source(text.encode(), "proposal.yaml"))
    return meaning(document.data, field, key), bool(document.faults)
