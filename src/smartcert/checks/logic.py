"""Checks made of checks: each, all, any, not, when, person."""

from __future__ import annotations

from typing import Any

from smartcert.checks.scope import NOT_APPLICABLE, Gap, Outcome, Scope

Params = dict[str, Any]


kinds: dict[str, Any] = {}
"""Every kind by its name; the package fills it, since the kinds here are among those they run."""


def run(scope: Scope, check: dict[str, Any]) -> Outcome:
    """Run one check as the catalog writes it: a mapping of its kind to its parameters."""
    ((kind, params),) = check.items()
    outcome: Outcome = kinds[kind].run(scope, params)
    return outcome


def each(scope: Scope, params: Params) -> Outcome:
    """Every item at the path meets the check."""
    outcome = Outcome()
    check = params["check"]
    for path, value in scope.select(params["in"]):
        if value is not None:
            outcome.add(run(scope.inside(path, value), check))
    return outcome


def all_of(scope: Scope, checks: list[dict[str, Any]]) -> Outcome:
    """Each check is met; what does not apply is left out."""
    outcome = Outcome()
    parts = [run(scope, check) for check in checks]
    for part in parts:
        if part.applies:
            outcome.add(part)
    outcome.applies = any(part.applies for part in parts)
    return outcome


def any_of(scope: Scope, params: Any) -> Outcome:
    """One of the checks is met; when none is, the gaps of the first are shown."""
    checks = params if isinstance(params, list) else params["checks"]
    parts = [run(scope, check) for check in checks]
    parts = [part for part in parts if part.applies]
    if not parts:
        return NOT_APPLICABLE
    for part in parts:
        if not part.gaps and (part.passed or part.person):
            return part
    first = next((part for part in parts if part.gaps), parts[0])
    if isinstance(params, dict) and params.get("say"):
        for gap in first.gaps:
            gap.say = params["say"]
    return first


def negated(scope: Scope, params: Params) -> Outcome:
    """The check is not met."""
    say = params.get("say")
    inner = run(scope, {key: value for key, value in params.items() if key != "say"})
    if inner.gaps or inner.nothing:
        return Outcome(passed=1)
    return Outcome(gaps=[Gap(kind="unwanted", path=scope.path, say=say)])


def when(scope: Scope, params: Params) -> Outcome:
    """When the condition holds, the second check is met; otherwise there is nothing to say."""
    condition = run(scope, params["if"])
    if condition.gaps or condition.nothing:
        return NOT_APPLICABLE
    return run(scope, params["then"])


def person(scope: Scope, params: Params) -> Outcome:
    """Something is filled, and only a person can judge it."""
    outcome = Outcome()
    for path, value in scope.select(params["path"]):
        outcome.asked[path] = value is not None
        if value is None:
            outcome.gaps.append(Gap(kind="missing", path=path[:-1], fields=(str(path[-1]),)))
        else:
            outcome.person = True
    return outcome
