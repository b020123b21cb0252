"""Checks of what is written at one place: present, text, number, one_of, count, fields, person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from smartcert.checks.relations import folded
from smartcert.checks.scope import Gap, GapKind, Outcome, Params, Scope, missing, options_of
from smartcert.source.path import FieldPath, value_at
from smartcert.thai.measure_forms import figure_of
from smartcert.thai.normalize import normalize
from smartcert.thai.words import count_words, has_words


def _filled(scope: Scope, params: Params, outcome: Outcome) -> Iterator[tuple[FieldPath, Any]]:
    """Yield the filled places of `path` with their values.

    Notes in the outcome that every place is asked for, and a gap for each that is not filled.
    """
    lost = scope.context.lost
    for path, value in scope.select(params["path"]):
        filled = value is not None and path not in lost
        outcome.asked[path] = filled
        if not filled:
            outcome.gaps.append(missing(path))
        else:
            yield path, value


def present(scope: Scope, params: Params) -> Outcome:
    """Something is filled at the path."""
    outcome = Outcome()
    for _ in _filled(scope, params, outcome):
        outcome.passed += 1
    return outcome


def person(scope: Scope, params: Params) -> Outcome:
    """Something is filled, and only a person can judge it."""
    outcome = Outcome()
    for _ in _filled(scope, params, outcome):
        outcome.person = True
    return outcome


def text(scope: Scope, params: Params) -> Outcome:
    """The text at the path has at least `words` words, and not most of them are of `except`."""
    outcome = Outcome()
    words = params.get("words", 1)
    excepted = folded(tuple(params.get("except", ())))
    for path, value in _filled(scope, params, outcome):
        if not isinstance(value, str):
            outcome.passed += 1
        elif not has_words(value, words):
            outcome.asked[path] = False
            outcome.gap("short", path, words=words)
        elif excepted and _is_mostly(value, excepted):
            outcome.asked[path] = False
            outcome.gap("words-alone", path)
        else:
            outcome.passed += 1
    return outcome


def _is_mostly(value: str, excepted: tuple[str, ...]) -> bool:
    """Whether more than half of a text's words are of a list: `สะอาด ปลอดภัย น่าอยู่`."""
    left = normalize(value)
    for word in excepted:
        left = left.replace(word, "\n")
    return count_words(left) * 2 < count_words(value)


def number(scope: Scope, params: Params) -> Outcome:
    """The number at the path is within the bounds."""
    outcome = Outcome()
    low, high = _exact(params.get("min")), _exact(params.get("max"))
    for path, value in _filled(scope, params, outcome):
        figure = figure_of(value)
        if figure is None:
            continue  # a target without a figure is neither too low nor too high
        if low is not None and figure < low:
            outcome.gap("too-low", path, value=figure, min=low, max=high)
        elif high is not None and figure > high:
            outcome.gap("too-high", path, value=figure, min=low, max=high)
        else:
            outcome.passed += 1
    return outcome


def _exact(bound: int | float | None) -> Fraction | None:
    """Return a bound as it is written: 0.1 is a tenth, which a float is not."""
    return None if bound is None else Fraction(str(bound))


def one_of(scope: Scope, params: Params) -> Outcome:
    """The value at the path is one of a few."""
    outcome = Outcome()
    values = params["values"]
    listed = ", ".join(map(str, values))
    for path, value in _filled(scope, params, outcome):
        outcome.expect(value in values, "not-one-of", path, value=value, values=listed)
    return outcome


def count(scope: Scope, params: Params) -> Outcome:
    """A list has at least `min` items, or a mapping entries, that are filled and match `where`."""
    outcome = Outcome()
    least, most, where = params.get("min", 1), params.get("max"), params.get("where") or {}
    for path, value in _filled(scope, params, outcome):
        entries = _entries(value)
        found = sum(entry is not None and _matches(entry, where) for entry in entries)
        if found < least:
            wanted = ", ".join(f"{key}: {'/'.join(map(str, of))}" for key, of in where.items())
            kind: GapKind = "too-few-of" if where else "too-few"
            outcome.gap(kind, path, found=found, min=least, where=wanted)
        elif most is not None and found > most:
            outcome.gap("too-many", path, found=found, max=most)
        else:
            outcome.passed += 1
    return outcome


def _entries(value: Any) -> Iterable[Any]:
    """Return what is counted in a value; one that is no collection counts as itself."""
    match value:
        case dict():
            return value.values()
        case list():
            return value
        case _:
            return (value,)


def _matches(entry: Any, where: dict[str, list[Any]]) -> bool:
    return all(type(entry) is dict and entry.get(key) in values for key, values in where.items())


def fields(scope: Scope, params: Params) -> Outcome:
    """Each asked field under a mapping is filled; what one mapping lacks is one gap.

    `say` is for what is missing alone: what is too short keeps the sentence that says by how much.
    """
    outcome = Outcome()
    asks = [
        (name, options_of(name), (demand or {}).get("words", 0))
        for name, demand in params["ask"].items()
    ]
    at, lost = params.get("at"), scope.context.lost
    for path, value in scope.select(at) if at else [(scope.path, scope.value)]:
        lacking: list[str] = []
        for name, options, words in asks:
            # One field is counted where it is; either of several, as one.
            asked = (*path, *options[0]) if len(options) == 1 else (*path, name)
            if lost:
                options = tuple(each for each in options if (*path, *each) not in lost)
            short = _unfilled(value, options, words)
            outcome.asked[asked] = short is None
            if short is None:
                outcome.passed += 1
            elif short:
                outcome.gap("short", (*path, *short), words=words)
            else:
                lacking.append(name)
        if lacking:
            say, names = params.get("say"), tuple(lacking)
            outcome.gaps.append(Gap(kind="missing", path=path, fields=names, say=say))
    return outcome


def _unfilled(value: Any, options: tuple[FieldPath, ...], words: int) -> FieldPath | None:
    """Return None when one of the options is filled.

    Otherwise the path to one that is too short, else the empty path.
    """
    short: FieldPath = ()
    for option in options:
        found = value_at(option, value)
        if found is None:
            continue
        if not words or type(found) is not str or has_words(found, words):
            return None
        short = option
    return short
