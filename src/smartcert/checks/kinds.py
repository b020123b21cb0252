"""The closed vocabulary of checks: the table of kinds, and the kinds that are made of checks.

`docs/catalog.md` describes every kind for people who write criteria. `run` stands beside the table
because `each`, `all`, `any`, `not` and `when` run the checks they hold.
"""

from __future__ import annotations

from typing import Final

from smartcert.checks import domain, fields, relations
from smartcert.checks.scope import NOT_APPLICABLE, Check, Gap, Outcome, Params, Scope
from smartcert.checks.signature import INLINE, CheckKind, ParameterType


def run(scope: Scope, check: Check) -> Outcome:
    """Run one check as the catalog writes it: a mapping of its kind to its parameters."""
    ((name, params),) = check.items()
    kind = KINDS[name]
    outcome = kind.run(scope, params)
    if "say" in params and kind.says_all:
        for gap in outcome.gaps:
            gap.say = params["say"]
    return outcome


def each(scope: Scope, params: Params) -> Outcome:
    """Every item at the path meets the check."""
    outcome = Outcome()
    check = params["check"]
    for path, value in scope.select(params["in"]):
        if value is not None:
            outcome.add(run(scope.inside(path, value), check))
    return outcome


def all_of(scope: Scope, checks: list[Check]) -> Outcome:
    """Each check is met; what does not apply is left out."""
    outcome = Outcome()
    parts = [run(scope, check) for check in checks]
    for part in parts:
        if part.applies:
            outcome.add(part)
    outcome.applies = any(part.applies for part in parts)
    return outcome


def any_of(scope: Scope, params: Params | list[Check]) -> Outcome:
    """One of the checks is met; when none is, the gaps of the first are shown."""
    checks = params if isinstance(params, list) else params["checks"]
    parts = [run(scope, check) for check in checks]
    parts = [part for part in parts if part.applies]
    if not parts:
        return NOT_APPLICABLE
    for part in parts:
        if not part.gaps and (part.passed or part.person):
            return part
    return next((part for part in parts if part.gaps), parts[0])


def negated(scope: Scope, params: Params) -> Outcome:
    """The check is not met."""
    inner = run(scope, {key: value for key, value in params.items() if key != "say"})
    if inner.gaps or inner.nothing:
        return Outcome(passed=1)
    return Outcome(gaps=[Gap(kind="unwanted", path=scope.path)])


def when(scope: Scope, params: Params) -> Outcome:
    """When the condition holds, the second check is met; otherwise there is nothing to say."""
    condition = run(scope, params["if"])
    if condition.gaps or condition.nothing:
        return NOT_APPLICABLE
    return run(scope, params["then"])


def named(scope: Scope, params: Params) -> Outcome:
    """Run a named check with its parameters."""
    return domain.NAMED[params["check"]].run(scope, params.get("with") or {})


SAY: Final[dict[str, ParameterType]] = {"say": "bilingual"}
"""The catalog's own sentence, which a finding begins with instead of the stock one."""

KINDS: dict[str, CheckKind] = {
    "present": CheckKind(fields.present, {"path": "selector"}, SAY),
    "text": CheckKind(
        fields.text, {"path": "selector"}, {"words": "whole", "except": "terms", **SAY}
    ),
    "number": CheckKind(
        fields.number,
        {"path": "selector"},
        {"min": "number", "max": "number", **SAY},
        compares=frozenset({"number"}),
    ),
    "one_of": CheckKind(fields.one_of, {"path": "selector", "values": "values"}, SAY),
    "count": CheckKind(
        fields.count,
        {"path": "selector"},
        {"min": "whole", "max": "whole", "where": "where", **SAY},
    ),
    "fields": CheckKind(fields.fields, {"ask": "ask"}, {"at": "selector", **SAY}, says_all=False),
    "each": CheckKind(each, {"in": "selector", "check": "check"}),
    "refers": CheckKind(
        relations.refers, {"from": "selectors", "to": "selectors"}, {"also": "terms", **SAY}
    ),
    "referred": CheckKind(relations.referred, {"ids": "selectors", "by": "selectors"}, SAY),
    "adds_up": CheckKind(
        relations.adds_up,
        {"parts": "selectors", "total": "selector"},
        {"tolerance": "number", **SAY},
        compares=frozenset({"number"}),
    ),
    "within": CheckKind(
        relations.within,
        {"start": "selector", "end": "selector", "from": "selector", "to": "selector"},
        SAY,
        compares=frozenset({"date"}),
    ),
    "ordered": CheckKind(
        relations.ordered,
        {"first": "selector", "then": "selector"},
        {"same": "flag", **SAY},
        compares=frozenset({"date", "number"}),
    ),
    "mentions": CheckKind(
        relations.mentions,
        {"paths": "selectors", "terms": "terms"},
        {"except": "terms", "min": "whole", **SAY},
    ),
    "all": CheckKind(all_of, {"checks": "checks"}),
    "any": CheckKind(any_of, {"checks": "checks"}, SAY),
    "not": CheckKind(negated, {INLINE: "check"}, SAY),
    "when": CheckKind(when, {"if": "check", "then": "check"}),
    "person": CheckKind(fields.person, {"path": "selector", "question": "bilingual"}),
    "named": CheckKind(named, {"check": "named-check"}, {"with": "given", **SAY}),
}
