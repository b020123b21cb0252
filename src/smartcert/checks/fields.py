"""Checks of what is written at one place: present, text, number, one_of, count, fields."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

from smartcert.checks.scope import Gap, Outcome, Scope
from smartcert.thai.words import has_words

Params = dict[str, Any]

Steps = tuple[str, ...]
"""Keys from a mapping down to a field."""


def present(scope: Scope, params: Params) -> Outcome:
    """Something is filled at the path."""
    outcome = Outcome()
    for path, value in scope.select(params["path"]):
        outcome.asked[path] = value is not None
        if value is None:
            outcome.gaps.append(
                Gap(kind="missing", path=path[:-1], fields=(str(path[-1]),), say=params.get("say"))
            )
        else:
            outcome.passed += 1
    return outcome


def text(scope: Scope, params: Params) -> Outcome:
    """The text at the path has at least `words` words."""
    outcome = Outcome()
    for path, value in scope.select(params["path"]):
        _judge_text(outcome, path, value, params.get("words", 1), params.get("say"))
    return outcome


def _judge_text(
    outcome: Outcome,
    path: tuple[str | int, ...],
    value: Any,
    words: int,
    say: dict[str, str] | None,
) -> None:
    if value is None:
        outcome.asked[path] = False
        outcome.gaps.append(Gap(kind="missing", path=path[:-1], fields=(str(path[-1]),), say=say))
        return
    enough = not isinstance(value, str) or has_words(value, words)
    outcome.asked[path] = enough
    if enough:
        outcome.passed += 1
    else:
        outcome.gaps.append(Gap(kind="short", path=path, params={"words": words}, say=say))


def number(scope: Scope, params: Params) -> Outcome:
    """The number at the path is within the bounds."""
    outcome = Outcome()
    low, high = _exact(params.get("min")), _exact(params.get("max"))
    for path, value in scope.select(params["path"]):
        outcome.asked[path] = value is not None
        if value is None:
            outcome.gaps.append(
                Gap(kind="missing", path=path[:-1], fields=(str(path[-1]),), say=params.get("say"))
            )
        elif (low is not None and value < low) or (high is not None and value > high):
            bounds = {"value": value, "min": low, "max": high}
            kind = "too-low" if low is not None and value < low else "too-high"
            outcome.gaps.append(Gap(kind=kind, path=path, params=bounds, say=params.get("say")))
        else:
            outcome.passed += 1
    return outcome


def _exact(bound: int | float | None) -> Fraction | None:
    """Return a bound as it is written: 0.1 is a tenth, which a float is not."""
    return None if bound is None else Fraction(str(bound))


def one_of(scope: Scope, params: Params) -> Outcome:
    """The value at the path is one of a few."""
    outcome = Outcome()
    for path, value in scope.select(params["path"]):
        outcome.asked[path] = value is not None
        if value is None:
            outcome.gaps.append(
                Gap(kind="missing", path=path[:-1], fields=(str(path[-1]),), say=params.get("say"))
            )
        elif value in params["values"]:
            outcome.passed += 1
        else:
            listed = {"value": value, "values": ", ".join(map(str, params["values"]))}
            outcome.gaps.append(
                Gap(kind="not-one-of", path=path, params=listed, say=params.get("say"))
            )
    return outcome


def count(scope: Scope, params: Params) -> Outcome:
    """A list has at least `min` items, or a mapping at least `min` entries, that are filled and match `where`."""
    outcome = Outcome()
    least, most, where = params.get("min", 1), params.get("max"), params.get("where") or {}
    for path, value in scope.select(params["path"]):
        entries = (
            value.values()
            if type(value) is dict
            else value
            if type(value) is list
            else ()
            if value is None
            else (value,)
        )
        found = sum(1 for entry in entries if entry is not None and _matches(entry, where))
        outcome.asked[path] = outcome.asked.get(path, False) or value is not None
        if value is None:
            outcome.gaps.append(
                Gap(kind="missing", path=path[:-1], fields=(str(path[-1]),), say=params.get("say"))
            )
        elif found < least:
            wanted = ", ".join(
                f"{key}: {'/'.join(map(str, values))}" for key, values in where.items()
            )
            details = {"found": found, "min": least, "where": wanted}
            kind = "too-few-of" if where else "too-few"
            outcome.gaps.append(Gap(kind=kind, path=path, params=details, say=params.get("say")))
        elif most is not None and found > most:
            outcome.gaps.append(
                Gap(
                    kind="too-many",
                    path=path,
                    params={"found": found, "max": most},
                    say=params.get("say"),
                )
            )
        else:
            outcome.passed += 1
    return outcome


def _matches(entry: Any, where: dict[str, list[Any]]) -> bool:
    return all(type(entry) is dict and entry.get(key) in values for key, values in where.items())


def fields(scope: Scope, params: Params) -> Outcome:
    """Each asked field under a mapping is filled; what one mapping lacks is one gap."""
    outcome = Outcome()
    asks = [
        (name, _options(name), (demand or {}).get("words", 0))
        for name, demand in params["ask"].items()
    ]
    for path, value in (
        scope.select(params["at"]) if params.get("at") else [(scope.path, scope.value)]
    ):
        missing: list[str] = []
        for name, options, words in asks:
            # One field is counted where it is; either of several, as one.
            asked = (*path, *options[0]) if len(options) == 1 else (*path, name)
            short = _unfilled(value, options, words)
            outcome.asked[asked] = short is None
            if short is None:
                outcome.passed += 1
            elif short:
                outcome.gaps.append(
                    Gap(kind="short", path=(*path, *short), params={"words": words})
                )
            else:
                missing.append(name)
        if missing:
            outcome.gaps.append(
                Gap(kind="missing", path=path, fields=tuple(missing), say=params.get("say"))
            )
    return outcome


def _unfilled(value: Any, options: tuple[Steps, ...], words: int) -> Steps | None:
    """Return None when one of the options is filled, else the steps to one that is too short, else no steps."""
    short: Steps = ()
    for steps in options:
        found = value
        for step in steps:
            found = found.get(step) if type(found) is dict else None
        if found is None:
            continue
        if not words or type(found) is not str or has_words(found, words):
            return None
        short = steps
    return short


@cache
def _options(name: str) -> tuple[Steps, ...]:
    """Split the name of an asked field: `a|b` means either, and `a.b` a deeper one."""
    return tuple(tuple(option.split(".")) for option in name.split("|"))
