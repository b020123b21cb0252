"""The fields that checks ask a city for: whether a source names them, and whether only one does.

What asks for none may weigh only where it finds a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from smartcert.catalog.model import Catalog, Requirement
from smartcert.catalog.problem import LintProblem, problem
from smartcert.checks import Check
from smartcert.checks.plausible import PLAUSIBLE

Asked = tuple[str, ...]
"""The selectors of a field, of which either will do where there are several."""

_OF_ONE_PLACE = ("present", "text", "number", "one_of", "count", "person")
"""Kinds that ask for what is at their `path`."""

_OURS = "smartcert"
"""What `why` has to name where a list of fields is our own."""


def asked_fields(check: Check, at: str = "") -> Iterator[Asked]:
    """Yield what a check asks for below a place; `{smart}` is any Smart.

    What only decides whether something is asked, and what is one of several ways, asks for nothing;
    so does what compares fields that are there.
    """
    ((kind, params),) = ((name, value) for name, value in check.items() if name != "say")
    match kind:
        case "fields":
            base = _below(at, params.get("at", ""))
            for name in params["ask"]:
                yield tuple(_below(base, option) for option in name.split("|"))
        case "each":
            yield from asked_fields(params["check"], _below(at, params["in"]))
        case "all":
            for part in params:
                yield from asked_fields(part, at)
        case "when":
            yield from asked_fields(params["then"], at)
        case _:
            if kind in _OF_ONE_PLACE:
                yield (_below(at, params["path"]),)


def _below(at: str, selector: str) -> str:
    selector = selector.replace("{smart}", "*")
    if selector.startswith("/"):
        return selector[1:]
    return ".".join(filter(None, (at, selector)))


def of_sources(requirement: Requirement) -> Iterator[LintProblem]:
    """Yield what a requirement that can be mandatory asks and no source of it names."""
    if "mandatory" not in requirement.level.possible:
        return
    subject = ("requirement", requirement.id)
    asked = list(dict.fromkeys(asked_fields(requirement.check)))
    told = [_below("", name) for name in (*requirement.source_names, *requirement.own_fields)]
    if len(asked) > 1 or told:
        for field in asked:
            if not any(_covers(name, option) for name in told for option in field):
                yield problem("lint.L015.unnamed", ("check",), subject, field="|".join(field))
    known = [option for field in asked for option in field]
    for key in ("source_names", "own_fields"):
        for index, name in enumerate(getattr(requirement, key)):
            if _below("", name) not in known:
                yield problem("lint.L015.unasked", (key, index), subject, field=name)
    if requirement.own_fields and any(_OURS not in text for text in requirement.why.values()):
        yield problem("lint.L015.untold", ("why",), subject, name=_OURS)


def of_counting(requirement: Requirement) -> Iterator[LintProblem]:
    """Yield where a requirement earns points though nothing is wrong, or should and does not."""
    subject = ("requirement", requirement.id)
    if requirement.counts == "when-violated":
        for field in dict.fromkeys(asked_fields(requirement.check)):
            yield problem("lint.L016.asks", ("counts",), subject, field="|".join(field))
        if "mandatory" in requirement.level.possible:
            yield problem("lint.L016.mandatory", ("counts",), subject)
    elif all(name in PLAUSIBLE for name in _named(requirement.check)):
        yield problem("lint.L016.always", ("check",), subject)


def _named(check: Check) -> Iterator[str]:
    """Yield the named checks that a check is made of; of what is none, its kind."""
    ((kind, params),) = ((name, value) for name, value in check.items() if name != "say")
    if kind == "all":
        for part in params:
            yield from _named(part)
    else:
        yield params["check"] if kind == "named" else kind


def _covers(name: str, option: str) -> bool:
    """Whether a field that is named is the one asked for, or lies in the list that is counted."""
    return name == option or name.startswith((f"{option}[*]", f"{option}."))


def twice(catalog: Catalog, own: Iterable[str]) -> Iterator[LintProblem]:
    """Yield the fields that two requirements of one proposal ask for, and neither says why.

    `own` are the requirements to judge, each with those of the whole catalog.
    """
    judged = set(own)
    fields = {
        key: {option for asked in asked_fields(item.check) for option in asked}
        for key, item in catalog.requirements.items()
    }
    for first, second in combinations(catalog.requirements.values(), 2):
        both = fields[first.id] & fields[second.id]
        if not both or first.id in second.overlaps or second.id in first.overlaps:
            continue
        later, earlier = (second, first) if second.id in judged else (first, second)
        if later.id in judged and _meet(first, second, catalog):
            subject, names = ("requirement", later.id), ", ".join(sorted(both))
            yield problem("lint.L014.twice", ("check",), subject, fields=names, other=earlier.id)


def _meet(first: Requirement, second: Requirement, catalog: Catalog) -> bool:
    """Whether one proposal can be asked both."""
    return (
        bool(set(first.profiles) & set(second.profiles))
        and (not first.types or not second.types or bool(set(first.types) & set(second.types)))
        and any(first.asked_in(each) and second.asked_in(each) for each in catalog.editions)
    )
