"""The closed vocabulary of check kinds: data in the catalog, one small function each here.

`docs/catalog.md` describes every kind for people who write criteria.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from smartcert.checks import fields, logic, named, relations
from smartcert.checks.scope import Context, Gap, Outcome, Scope

__all__ = ["KINDS", "Context", "Gap", "Kind", "Outcome", "Scope", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One check kind: how it runs and what its parameters are."""

    run: Callable[[Scope, Any], Outcome]
    required: frozenset[str] = frozenset()
    """Parameters it can't do without."""
    optional: frozenset[str] = frozenset()
    """Parameters it may have."""
    routes: frozenset[str] = frozenset()
    """Those of its parameters that are a route, or a list of routes, into the proposal."""
    nested: str = ""
    """Where it holds other checks: `list`, `mapping`, or the name of the parameters, comma-separated."""


def _kind(
    run: Callable[[Scope, Any], Outcome], required: str = "", optional: str = "", routes: str = "", nested: str = ""
) -> Kind:
    return Kind(
        run=run,
        required=frozenset(required.split()),
        optional=frozenset(optional.split()),
        routes=frozenset(routes.split()),
        nested=nested,
    )


KINDS: dict[str, Kind] = {
    "present": _kind(fields.present, "path", "say", routes="path"),
    "text": _kind(fields.text, "path", "words say", routes="path"),
    "number": _kind(fields.number, "path", "min max say", routes="path"),
    "one_of": _kind(fields.one_of, "path values", "say", routes="path"),
    "count": _kind(fields.count, "path", "min max where say", routes="path"),
    "fields": _kind(fields.fields, "ask", "at say", routes="at"),
    "each": _kind(logic.each, "in check", routes="in", nested="check"),
    "refers": _kind(relations.refers, "from to", "also say", routes="from to"),
    "referred": _kind(relations.referred, "ids by", "say", routes="ids by"),
    "adds_up": _kind(relations.adds_up, "parts total", "tolerance say", routes="parts total"),
    "within": _kind(relations.within, "start end from to", "say", routes="start end from to"),
    "ordered": _kind(relations.ordered, "first then", "say", routes="first then"),
    "mentions": _kind(relations.mentions, "paths terms", "min say", routes="paths"),
    "all": _kind(logic.all_of, nested="list"),
    "any": _kind(logic.any_of, nested="list"),
    "not": _kind(logic.negated, optional="say", nested="mapping"),
    "when": _kind(logic.when, "if then", nested="if,then"),
    "person": _kind(logic.person, "path question", routes="path"),
    "named": _kind(named.named, "check", "with say"),
}

run = logic.run
