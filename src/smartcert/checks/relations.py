"""Checks of how parts of a proposal agree: refers, referred, adds_up, within, ordered, mentions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from smartcert.checks.scope import ITEMS, VALUES, Gap, Outcome, Scope, parse
from smartcert.source.path import FieldPath
from smartcert.suggest import closest
from smartcert.thai.date import ThaiDate
from smartcert.thai.text import is_placeholder, same

Params = dict[str, Any]


def listed(value: Any) -> list[str]:
    """Return one route or several as a list."""
    return value if isinstance(value, list) else [value]


def refers(scope: Scope, params: Params) -> Outcome:
    """Every reference is found among its targets."""
    outcome = Outcome()
    names = {
        same(str(value)): str(value)
        for route in listed(params["to"])
        for _, value in scope.values(route)
    }
    names.update({same(word): word for word in params.get("also", ())})
    for route in listed(params["from"]):
        for path, value in scope.values(route):
            if same(str(value)) in names:
                outcome.passed += 1
                continue
            guess = closest(str(value), names.values()) if len(names) <= 500 else None
            details = {"value": value, "to": tuple(listed(params["to"])), "guess": guess or ""}
            outcome.gaps.append(
                Gap(kind="dangling", path=path, params=details, say=params.get("say"))
            )
    return outcome


def referred(scope: Scope, params: Params) -> Outcome:
    """Every id is referred to by something."""
    outcome = Outcome()
    used = {same(str(value)) for route in listed(params["by"]) for _, value in scope.values(route)}
    for route in listed(params["ids"]):
        for path, value in scope.values(route):
            if same(str(value)) in used:
                outcome.passed += 1
            else:
                details = {"value": value, "by": tuple(listed(params["by"]))}
                mend = _beside(details["by"][0], path)
                fill = {str(mend[-1]): str(value)} if mend else {}
                outcome.gaps.append(
                    Gap(
                        kind="unused",
                        path=path,
                        params=details,
                        mend=mend,
                        fill=fill,
                        say=params.get("say"),
                    )
                )
    return outcome


def _beside(route: str, path: FieldPath) -> FieldPath:
    """Return the place a route leads to that is nearest to a path: of the same Smart, in the first item; none where it can't be told."""
    steps: list[str | int] = []
    for index, step in enumerate(parse(route.removeprefix("/"))):
        if step is VALUES and not (index < len(path) and list(path[:index]) == steps):
            return ()
        steps.append(0 if step is ITEMS else path[index] if step is VALUES else step)
    return tuple(steps)


def adds_up(scope: Scope, params: Params) -> Outcome:
    """The parts add up to the total, within `tolerance` percent."""
    outcome = Outcome()
    if any(
        _unread(scope, path, value)
        for route in listed(params["parts"])
        for path, value in scope.select(route)
    ):
        # What a part amounts to can't be told, so neither can the sum; the part has a fault of its own.
        return outcome
    parts = [item for route in listed(params["parts"]) for item in scope.values(route)]
    found = sum((value for _, value in parts), Fraction(0))
    for path, total in scope.select(params["total"]):
        if total is None or not parts:
            continue
        tolerance = Fraction(str(params.get("tolerance", 0))) / 100 * total
        if abs(found - total) <= tolerance:
            outcome.passed += 1
        else:
            details = {
                "sum": found,
                "total": total,
                "difference": abs(found - total),
                "count": len(parts),
                "parts": tuple(listed(params["parts"])),
                "tolerance": params.get("tolerance", 0),
            }
            related = (parts[0][0],)
            outcome.gaps.append(
                Gap(kind="sum", path=path, params=details, related=related, say=params.get("say"))
            )
    return outcome


def _unread(scope: Scope, path: FieldPath, value: Any) -> bool:
    """Whether something is written at a place and could not be read; what only holds the place is no amount."""
    source = scope.context.places
    if value is not None or source is None or not source.exists(path):
        return False
    written = source.at(path)
    return bool(written) and not (isinstance(written, str) and is_placeholder(written))


def within(scope: Scope, params: Params) -> Outcome:
    """Start and end lie in the span of all `from` and `to`; which of a pair comes first is for `ordered` to judge."""
    outcome = Outcome()
    starts = [value for _, value in scope.values(params["from"])]
    ends = [value for _, value in scope.values(params["to"])]
    if not starts or not ends:
        return outcome
    earliest, latest = min(starts + ends, key=first_day), max(starts + ends, key=last_day)
    for route in (params["start"], params["end"]):
        for path, value in scope.values(route):
            if first_day(value) < first_day(earliest) or last_day(value) > last_day(latest):
                details = {"value": value, "from": earliest, "to": latest}
                outcome.gaps.append(
                    Gap(kind="outside", path=path, params=details, say=params.get("say"))
                )
            else:
                outcome.passed += 1
    return outcome


def ordered(scope: Scope, params: Params) -> Outcome:
    """The second value is later or larger than the first; with `same` it may be as late or as large."""
    outcome = Outcome()
    firsts, thens = scope.select(params["first"]), scope.select(params["then"])
    for (first_path, first), (then_path, then) in zip(firsts, thens, strict=False):
        if first is None or then is None:
            continue
        if _follows(first, then, params.get("same", False)):
            outcome.passed += 1
        else:
            details = {"first": first, "then": then}
            outcome.gaps.append(
                Gap(
                    kind="order",
                    path=then_path,
                    params=details,
                    related=(first_path,),
                    say=params.get("say"),
                )
            )
    return outcome


def _follows(first: Any, then: Any, same: bool) -> bool:
    """Whether a value comes after another. Two years that may be the same can be any two days of them."""
    return bool(first_day(first) <= last_day(then) if same else last_day(first) < first_day(then))


def first_day(value: Any) -> Any:
    """Return the earliest day a date can mean; a number stands for itself."""
    return value.first if isinstance(value, ThaiDate) else value


def last_day(value: Any) -> Any:
    """Return the latest day a date can mean; a number stands for itself."""
    return value.last if isinstance(value, ThaiDate) else value


def mentions(scope: Scope, params: Params) -> Outcome:
    """At least `min` of the terms occur in the texts at the paths; words in `except` are not read, only what stands beside them."""
    terms, attachments = folded(tuple(params["terms"])), folded(tuple(params.get("except", ())))
    least = params.get("min", 1)
    places = [
        place for route in params["paths"] for place in scope.select(route) if place[1] is not None
    ]
    if not places:
        return Outcome()
    found: set[str] = set()
    for _, value in places:
        for text in texts_below(value):
            said = same(text)
            for word in attachments:
                said = said.replace(word, "\n")
            found.update(term for term in terms if term not in found and term in said)
            if len(found) >= least:
                return Outcome(passed=1)
    details = {"terms": ", ".join(list(params["terms"])[:8]), "min": least}
    return Outcome(
        gaps=[Gap(kind="not-mentioned", path=places[0][0], params=details, say=params.get("say"))]
    )


@cache
def folded(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the catalog's terms in the form they are compared in; they are the same for every proposal."""
    return tuple(same(term) for term in terms)


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


def names_of(path: FieldPath) -> str:
    """Return the last named step of a path."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")
