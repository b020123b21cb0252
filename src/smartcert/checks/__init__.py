"""The closed vocabulary of check kinds: data in the catalog, one small function each here.

`docs/catalog.md` describes every kind for people who write criteria; `smartcert.checks.parser` reads what they wrote.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from smartcert.checks import domain as named
from smartcert.checks import fields, logic, relations
from smartcert.checks.scope import Context, Gap, Outcome, Scope

__all__ = ["KINDS", "NAMED_SIGNATURES", "Context", "Gap", "Kind", "Outcome", "Scope", "run"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One check kind: how it runs and what its parameters are."""

    run: Callable[[Scope, Any], Outcome]
    signature: str
    """Its parameters as `name:type`, with `?` behind what may be left out. A type without a name is what else is written."""
    leads: frozenset[str] = frozenset()
    """What its routes have to lead to, all of them to one of these: it compares or adds up what it finds there."""


def _kind(run: Callable[[Scope, Any], Outcome], signature: str, leads: str = "") -> Kind:
    return Kind(run, signature, frozenset(leads.split()))


KINDS: dict[str, Kind] = {
    "present": _kind(fields.present, "path:route say:words?"),
    "text": _kind(fields.text, "path:route words:whole? say:words?"),
    "number": _kind(fields.number, "path:route min:number? max:number? say:words?", leads="number"),
    "one_of": _kind(fields.one_of, "path:route values:values say:words?"),
    "count": _kind(fields.count, "path:route min:whole? max:whole? where:where? say:words?"),
    "fields": _kind(fields.fields, "at:route? ask:ask say:words?"),
    "each": _kind(logic.each, "in:route check:check"),
    "refers": _kind(relations.refers, "from:routes to:routes also:terms? say:words?"),
    "referred": _kind(relations.referred, "ids:routes by:routes say:words?"),
    "adds_up": _kind(
        relations.adds_up, "parts:routes total:route tolerance:number? say:words?", leads="number"
    ),
    "within": _kind(
        relations.within, "start:route end:route from:route to:route say:words?", leads="date"
    ),
    "ordered": _kind(
        relations.ordered, "first:route then:route same:flag? say:words?", leads="date number"
    ),
    "mentions": _kind(
        relations.mentions, "paths:routes terms:terms except:terms? min:whole? say:words?"
    ),
    "all": _kind(logic.all_of, "checks:checks"),
    "any": _kind(logic.any_of, "checks:checks say:words?"),
    "not": _kind(logic.negated, "check say:words?"),
    "when": _kind(logic.when, "if:check then:check"),
    "person": _kind(logic.person, "path:route question:words"),
    "named": _kind(named.named, "check:name with:given? say:words?"),
}

NAMED_SIGNATURES: dict[str, str] = {
    "known_smarts": "",
    "outcome_kpi": "units:terms terms:terms",
    "one_target": "",
    "kpi_direction": "",
    "lasting_opex": "years:whole",
    "area_units": "km2_per_rai:positive largest_km2:number?",
    "density": "min:number max:number users_max:number?",
    "personal_datasets": "",
    "responses": "",
    "logo_age": "years:whole warn_months:whole",
    "yearly_reports": "",
}
"""What each named check takes in `with`."""

logic.kinds.update(KINDS)

run = logic.run
