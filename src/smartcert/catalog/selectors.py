"""Following the paths of a check through the shape of a proposal: whether one can have them, and what lies there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smartcert.checks import KINDS
from smartcert.checks.parser import Steps, parameters
from smartcert.checks.scope import ITEMS, VALUES, parse
from smartcert.proposal.spec import FieldSpec, proposal_spec

Wrong = tuple[Steps, str]
"""The steps to a path, and what is wrong with it."""

_AMOUNT = FieldSpec("scalar", "amount", {}, {}, {}, {}, None)
_SORTS = {
    **dict.fromkeys(("whole", "ordinal", "number", "amount", "yearly"), "number"),
    "year": "date",
    "date": "date",
}
"""What can be compared with what, by the type of a field."""


def wrong_routes(check: Any, steps: Steps, smart: str | None) -> Iterator[Wrong]:
    """Judge the paths of a check that has no other fault. `smart` stands for `{smart}`; `*` is any of them, None is none."""
    return _Walk(smart).check(check, steps, [proposal_spec()])


class _Walk:
    def __init__(self, smart: str | None) -> None:
        self.smart = smart

    def check(self, check: dict[str, Any], steps: Steps, specs: list[FieldSpec]) -> Iterator[Wrong]:
        """Judge a check and those it holds; `shapes` is what its paths start from."""
        written = {name: value for name, value in check.items() if name != "say"}
        ((kind, params),) = written.items()
        steps = (*steps, kind)
        if kind == "not":
            yield from self.check(params, steps, specs)
        elif isinstance(params, list):
            yield from self.checks(params, steps, specs)
        else:
            yield from self.parameters(kind, params, steps, specs)

    def checks(self, checks: list[Any], steps: Steps, specs: list[FieldSpec]) -> Iterator[Wrong]:
        for index, check in enumerate(checks):
            yield from self.check(check, (*steps, index), specs)

    def parameters(
        self, kind: str, params: dict[str, Any], steps: Steps, specs: list[FieldSpec]
    ) -> Iterator[Wrong]:
        """Judge the paths among the parameters, then what starts from where they lead."""
        types = {
            name: parameter.type
            for name, parameter in parameters(KINDS[kind].signature).items()
            if name in params
        }
        routes = [
            found
            for name, type in types.items()
            if type in ("route", "routes")
            for found in _listed(params[name], (*steps, name))
        ]
        ends = [self.follow(route, specs) for _, route in routes]
        if not all(ends):
            yield from (
                (place, f"no proposal has {route}")
                for (place, route), end in zip(routes, ends, strict=True)
                if not end
            )
            return
        below = [spec for end in ends for spec in end] or specs
        yield from _uneven(kind, steps, below)
        for name, type in types.items():
            match type:
                case "check":
                    yield from self.check(params[name], (*steps, name), below)
                case "checks":
                    yield from self.checks(params[name], (*steps, name), below)
                case "ask":
                    yield from self.fields(params[name], (*steps, name), below)
                case "values":
                    yield from _impossible(params[name], (*steps, name), below)
                case "where":
                    yield from self.where(
                        params[name],
                        (*steps, name),
                        [after for spec in below for after in _entries(spec)],
                    )

    def fields(
        self, names: dict[str, Any], steps: Steps, specs: list[FieldSpec]
    ) -> Iterator[Wrong]:
        """Judge the fields that are asked for below a place."""
        for name in names:
            for option in name.split("|"):
                if not self.follow(option, specs):
                    yield (*steps, name), f"no proposal has {option} at this place"

    def where(
        self, wanted: dict[str, list[Any]], steps: Steps, specs: list[FieldSpec]
    ) -> Iterator[Wrong]:
        """Judge the fields of what is counted, and the values they may have."""
        yield from self.fields(wanted, steps, specs)
        for name, values in wanted.items():
            yield from _impossible(values, (*steps, name), self.follow(name, specs))

    def follow(self, route: str, specs: list[FieldSpec]) -> list[FieldSpec]:
        """Return what a route can lead to; nothing when no proposal has it."""
        if route.startswith("/"):
            route, specs = route[1:], [proposal_spec()]
        for step in parse(route.replace("{smart}", self.smart or "{smart}")):
            specs = [after for spec in specs for after in _next(spec, step)]
        return specs


def _listed(written: Any, steps: Steps) -> list[tuple[Steps, str]]:
    """Return the place of each route of a parameter that is one or several."""
    return (
        [((*steps, index), route) for index, route in enumerate(written)]
        if isinstance(written, list)
        else [(steps, written)]
    )


def _next(spec: FieldSpec, step: str) -> list[FieldSpec]:
    """Return what one step of a route can lead to from a place."""
    if step is ITEMS:
        if spec.kind == "list" and spec.item is not None:
            return [spec.item]
        return [spec] if spec.kind in ("texts", "refs") else []
    if step is VALUES:
        return (
            list(spec.fields.values())
            if spec.kind == "section"
            else [_AMOUNT]
            if spec.kind == "by_year"
            else []
        )
    field = spec.fields.get(step)
    return [field] if field is not None else []


def _entries(spec: FieldSpec) -> list[FieldSpec]:
    """Return what is counted at a place: the items of a list, the values of a mapping, or the one that is there."""
    return _next(spec, VALUES) or _next(spec, ITEMS) or [spec]


def _impossible(values: list[Any], steps: Steps, specs: list[FieldSpec]) -> Iterator[Wrong]:
    """Tell the values that what stands at a place can never have."""
    for index, value in enumerate(values):
        if specs and not any(_can_be(spec, value) for spec in specs):
            yield (*steps, index), f"what stands there is never “{value}”"


def _can_be(spec: FieldSpec, value: Any) -> bool:
    if spec.kind == "choice":
        return value in spec.choices
    if spec.type == "flag":
        return isinstance(value, bool)
    return isinstance(value, str) and spec.kind in ("text", "texts", "refs", "id", "file")


def _uneven(kind: str, steps: Steps, ends: list[FieldSpec]) -> Iterator[Wrong]:
    """Tell when a kind that compares or adds up would be led to what it can't."""
    wanted = KINDS[kind].leads
    sorts = {_SORTS.get(end.type, end.type) for end in ends}
    if wanted and (sorts - wanted or len(sorts) > 1):
        yield (
            steps,
            f"{kind} compares {' or '.join(f'{sort}s' for sort in sorted(wanted))}; its paths lead to {', '.join(sorted(sorts))}",
        )
