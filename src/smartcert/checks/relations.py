"""Checks of how parts of a proposal agree: refers, referred, adds_up, within, ordered, mentions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from smartcert.checks.scope import ITEMS, VALUES, Gap, Outcome, Params, Scope, Selectors, parse
from smartcert.source.path import FieldPath
from smartcert.suggest import Guesses
from smartcert.thai.date import ThaiDate
from smartcert.thai.measure_forms import figure_of
from smartcert.thai.normalize import normalize
from smartcert.thai.placeholder import is_placeholder


def _listed(selectors: Selectors) -> tuple[str, ...]:
    """Return one selector or several, for a sentence that names them all."""
    return tuple(selectors) if isinstance(selectors, list) else (selectors,)


def refers(scope: Scope, params: Params) -> Outcome:
    """Every reference is found among its targets."""
    outcome = Outcome()
    targets = _listed(params["to"])
    names = {normalize(str(value)): str(value) for _, value in scope.values(params["to"])}
    names.update({normalize(word): word for word in params.get("also", ())})
    guesses = Guesses(names.values())
    for path, value in scope.values(params["from"]):
        if normalize(str(value)) in names:
            outcome.passed += 1
        else:
            guess = guesses.closest(str(value))
            outcome.gap("dangling", path, value=value, to=targets, guess=guess or "")
    return outcome


def referred(scope: Scope, params: Params) -> Outcome:
    """Every id is referred to by something."""
    outcome = Outcome()
    users = _listed(params["by"])
    used = {normalize(str(value)) for _, value in scope.values(params["by"])}
    for path, value in scope.values(params["ids"]):
        if normalize(str(value)) in used:
            outcome.passed += 1
        else:
            mend = _nearest(users[0], path)
            fill = {str(mend[-1]): str(value)} if mend else {}
            details = {"value": value, "by": users}
            outcome.gaps.append(Gap(kind="unused", path=path, params=details, mend=mend, fill=fill))
    return outcome


def _nearest(selector: str, path: FieldPath) -> FieldPath:
    """Return the place a selector leads to that is nearest to a path.

    `services.*.kpis[*].goals` is `services.mobility.kpis[0].goals` for the goal at
    `services.mobility.goals[2].id`: in the same Smart, in the first item. Where the path does not
    say what a wildcard stands for, there is none: the empty path.
    """
    steps: list[str | int] = []
    for index, step in enumerate(parse(selector.removeprefix("/"))):
        if step is VALUES and not (index < len(path) and list(path[:index]) == steps):
            return ()
        steps.append(0 if step is ITEMS else path[index] if step is VALUES else step)
    return tuple(steps)


def adds_up(scope: Scope, params: Params) -> Outcome:
    """The parts add up to the total, within `tolerance` percent."""
    outcome = Outcome()
    percent = params.get("tolerance", 0)
    if any(_unread(scope, path, value) for path, value in scope.select(params["parts"])):
        # What a part amounts to is not known, nor is the sum; the part has a fault of its own.
        return outcome
    parts = list(scope.values(params["parts"]))
    found = sum((value for _, value in parts), Fraction(0))
    for path, total in scope.select(params["total"]):
        if total is None or not parts:
            continue
        difference = abs(found - total)
        outcome.expect(
            difference <= Fraction(str(percent)) / 100 * total,
            "sum",
            path,
            parts[0][0],
            sum=found,
            total=total,
            difference=difference,
            count=len(parts),
            parts=_listed(params["parts"]),
            tolerance=percent,
        )
    return outcome


def _unread(scope: Scope, path: FieldPath, value: Any) -> bool:
    """Whether something is written at a place and could not be read; a placeholder is no amount."""
    source = scope.context.source
    if value is not None or source is None or not source.exists(path):
        return False
    written = source.at(path)
    return bool(written) and not (isinstance(written, str) and is_placeholder(written))


def within(scope: Scope, params: Params) -> Outcome:
    """Start and end lie in the span of all `from` and `to`.

    Which of a pair comes first is for `ordered` to judge.
    """
    outcome = Outcome()
    starts = [value for _, value in scope.values(params["from"])]
    ends = [value for _, value in scope.values(params["to"])]
    if not starts or not ends:
        return outcome
    earliest, latest = min(starts + ends, key=first_day), max(starts + ends, key=last_day)
    for path, value in scope.values([params["start"], params["end"]]):
        is_early = first_day(value) < first_day(earliest)
        # What goes on after the plan has no end that could lie outside.
        inside = not is_early and (value.is_open or last_day(value) <= last_day(latest))
        span = {"from": earliest, "to": latest}
        outcome.expect(inside, "outside", path, value=value, **span)
    return outcome


def ordered(scope: Scope, params: Params) -> Outcome:
    """The second value is later or larger than the first.

    With `same` it may be as late or as large.
    """
    outcome = Outcome()
    firsts, thens = scope.select(params["first"]), scope.select(params["then"])
    for (first_path, first), (then_path, then) in zip(firsts, thens, strict=False):
        if figure_of(first) is not None and figure_of(then) is not None:
            follows = _follows(first, then, params.get("same", False))
            outcome.expect(follows, "order", then_path, first_path, first=first, then=then)
    return outcome


def _follows(first: Any, then: Any, same: bool) -> bool:
    """Whether a value comes after another.

    Two years that may be the same can be any two days of them.
    """
    return bool(first_day(first) <= last_day(then) if same else last_day(first) < first_day(then))


def first_day(value: Any) -> Any:
    """Return the earliest day a date can mean; a number stands for itself."""
    return value.first if isinstance(value, ThaiDate) else figure_of(value)


def last_day(value: Any) -> Any:
    """Return the latest day a date can mean; a number stands for itself."""
    return value.last if isinstance(value, ThaiDate) else figure_of(value)


_LETTERS_OF_A_PLACE = 64
"""What is searched of a text in the time that it takes to look at a place."""


def mentions(scope: Scope, params: Params) -> Outcome:
    """At least `min` of the terms occur in the texts at the paths.

    Words in `except` are not read, only what stands beside them.
    """
    terms, excepted = folded(tuple(params["terms"])), folded(tuple(params.get("except", ())))
    least = params.get("min", 1)
    places = [place for place in scope.select(params["paths"]) if place[1] is not None]
    if not places:
        return Outcome()
    found: set[str] = set()
    for _, value in places:
        for text in texts_below(value):
            scope.context.work.spend(len(text) // _LETTERS_OF_A_PLACE)
            said = normalize(text)
            for word in excepted:
                said = said.replace(word, "\n")
            found.update(term for term in terms if term not in found and term in said)
            if len(found) >= least:
                return Outcome(passed=1)
    outcome = Outcome()
    first, _ = places[0]
    outcome.gap("not-mentioned", first, terms=", ".join(params["terms"][:8]), min=least)
    return outcome


@cache
def folded(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the catalog's terms as they are compared; they are the same for every proposal."""
    return tuple(normalize(term) for term in terms)


def texts_below(value: Any) -> Iterator[str]:
    """Yield every text at and below a value."""
    stack = [value]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif type(node) is dict:
            stack += reversed(node.values())
        elif type(node) is list:
            stack += reversed(node)
