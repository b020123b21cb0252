"""Which requirements ask for which field of a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smartcert.catalog.model import Catalog, Requirement
from smartcert.checks import KINDS, Check
from smartcert.checks.scope import ITEMS, VALUES, options_of, parse

Steps = tuple[str, ...]
"""The keys that lead to a field, without the items on the way; `*` is any key."""

ANY = "*"


def asked_fields(requirement: Requirement) -> frozenset[Steps]:
    """Return the fields that a requirement looks at, not those that say whether it applies."""
    return frozenset(_of_check(requirement.check, (), requirement.smart or ANY))


class Askers:
    """Which requirements of a catalog ask for which field."""

    def __init__(self, catalog: Catalog) -> None:
        self._asked: dict[Steps, list[tuple[Requirement, Steps]]] = {}
        """What is asked for, by the section that it lies in."""
        for requirement in catalog.requirements.values():
            for steps in asked_fields(requirement):
                self._asked.setdefault(steps[:1], []).append((requirement, steps))

    def of(self, field: Steps) -> list[Requirement]:
        """Return the requirements that ask for a field; where none does, for what lies below it."""
        asked = [pair for pair in self._asked.get(field[:1], ()) if _lies_at(pair[1], field)]
        exact = [pair for pair in asked if len(pair[1]) == len(field)]
        return list({one.id: one for one, _ in exact or asked}.values())


def _lies_at(steps: Steps, field: Steps) -> bool:
    pairs = zip(steps, field, strict=False)
    return len(steps) >= len(field) and all(
        ANY in (one, other) or one == other for one, other in pairs
    )


def _of_check(check: Check, base: Steps, smart: str) -> Iterator[Steps]:
    for kind, params in check.items():
        if kind == "say":
            continue
        if kind == "not":
            yield from _of_check(params, base, smart)
        elif isinstance(params, list):
            for each in params:
                yield from _of_check(each, base, smart)
        else:
            yield from _of_parameters(kind, params, base, smart)


def _of_parameters(kind: str, params: Check, base: Steps, smart: str) -> Iterator[Steps]:
    """Yield where the selectors of a check lead, and what starts from there."""
    types = {name: sort for name, sort in KINDS[kind].parameters.items() if name in params}
    ends = [
        _steps(selector, base, smart)
        for name, sort in types.items()
        if sort in ("selector", "selectors")
        for selector in _listed(params[name])
    ]
    inner = {name: sort for name, sort in types.items() if sort in INNER and name != "if"}
    if not inner:
        yield from ends
    for name, sort in inner.items():
        for end in ends or [base]:
            if sort == "ask":
                ways = (way for field in params[name] for way in options_of(field))
                yield from (end + tuple(map(str, way)) for way in ways)
            else:
                for check in _listed(params[name]):
                    yield from _of_check(check, end, smart)


INNER = ("ask", "check", "checks")
"""What starts from where the selectors of a check lead."""


def _listed(written: Any) -> list[Any]:
    return written if isinstance(written, list) else [written]


def _steps(selector: str, base: Steps, smart: str) -> Steps:
    start = () if selector.startswith("/") else base
    steps = parse(selector.removeprefix("/").replace("{smart}", smart))
    return start + tuple(ANY if step is VALUES else step for step in steps if step is not ITEMS)
