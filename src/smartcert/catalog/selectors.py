"""Following the selectors of a check through what a proposal may say, before there is one.

Yields the selectors that lead nowhere in any proposal, and what can never stand where they lead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smartcert.catalog.problem import LintProblem, problem
from smartcert.checks import KINDS, Check
from smartcert.checks.scope import ITEMS, VALUES, Params, parse
from smartcert.checks.signature import ParameterType
from smartcert.proposal.spec import YEARLY, FieldSpec, proposal_spec
from smartcert.source.path import FieldPath

_SORTS = {
    **dict.fromkeys(
        ("whole", "ordinal", "number", "target", "amount", "yearly", "budget"), "number"
    ),
    "year": "date",
    "date": "date",
}
"""What can be compared with what, by the type of a field."""


def impossible(check: Any, path: FieldPath, smart: str | None) -> Iterator[LintProblem]:
    """Yield what no proposal can have in a check that has no other problem.

    `path` is where the check stands in its file. `smart` stands for `{smart}`; `*` is any of them,
    None is none.
    """
    return _Walk(smart).check(check, path, [proposal_spec()])


class _Walk:
    """Goes through a check and those it holds; `specs` is what its selectors start from."""

    def __init__(self, smart: str | None) -> None:
        self.smart = smart

    def check(self, check: Check, path: FieldPath, specs: list[FieldSpec]) -> Iterator[LintProblem]:
        ((kind, params),) = ((name, value) for name, value in check.items() if name != "say")
        path = (*path, kind)
        if kind == "not":
            yield from self.check(params, path, specs)
        elif isinstance(params, list):
            yield from self.checks(params, path, specs)
        else:
            yield from self.parameters(kind, params, path, specs)

    def checks(
        self, checks: list[Check], path: FieldPath, specs: list[FieldSpec]
    ) -> Iterator[LintProblem]:
        for index, check in enumerate(checks):
            yield from self.check(check, (*path, index), specs)

    def parameters(
        self, kind: str, params: Params, path: FieldPath, specs: list[FieldSpec]
    ) -> Iterator[LintProblem]:
        """Judge the selectors among the parameters, then what starts from where they lead."""
        types = {name: sort for name, sort in KINDS[kind].parameters.items() if name in params}
        selectors = [
            found
            for name, sort in types.items()
            if sort in ("selector", "selectors")
            for found in _listed(params[name], (*path, name))
        ]
        ends = [self.follow(selector, specs) for _, selector in selectors]
        if not all(ends):
            for (place, selector), end in zip(selectors, ends, strict=True):
                if not end:
                    yield problem("lint.L009.nowhere", place, selector=selector)
            return
        below = [spec for end in ends for spec in end] or specs
        yield from _uneven(kind, path, below)
        for name, sort in types.items():
            yield from self.parameter(sort, params[name], (*path, name), below)

    def parameter(
        self, sort: ParameterType, value: Any, path: FieldPath, specs: list[FieldSpec]
    ) -> Iterator[LintProblem]:
        """Judge a parameter that speaks of what stands where the selectors lead."""
        match sort:
            case "check":
                yield from self.check(value, path, specs)
            case "checks":
                yield from self.checks(value, path, specs)
            case "ask":
                yield from self.fields(value, path, specs)
            case "values":
                yield from _never(value, path, specs)
            case "where":
                entries = [after for spec in specs for after in _entries(spec)]
                yield from self.fields(value, path, entries)
                for name, values in value.items():
                    yield from _never(values, (*path, name), self.follow(name, entries))
            case _:
                pass  # numbers, words and selectors say nothing of what lies below

    def fields(
        self, names: Params, path: FieldPath, specs: list[FieldSpec]
    ) -> Iterator[LintProblem]:
        """Judge the fields that are asked for below a place."""
        for name in names:
            for option in name.split("|"):
                if not self.follow(option, specs):
                    yield problem("lint.L009.nowhere-below", (*path, name), selector=option)

    def follow(self, selector: str, specs: list[FieldSpec]) -> list[FieldSpec]:
        """Return what a selector can lead to; nothing when no proposal has it."""
        if selector.startswith("/"):
            selector, specs = selector[1:], [proposal_spec()]
        for step in parse(selector.replace("{smart}", self.smart or "{smart}")):
            specs = [after for spec in specs for after in _next(spec, step)]
        return specs


def _listed(written: Any, path: FieldPath) -> list[tuple[FieldPath, str]]:
    """Return the place of each selector of a parameter that is one or several."""
    if isinstance(written, list):
        return [((*path, index), selector) for index, selector in enumerate(written)]
    return [(path, written)]


def _next(spec: FieldSpec, step: str) -> list[FieldSpec]:
    """Return what one step of a selector can lead to from a place."""
    if step == ITEMS:
        if spec.kind == "list" and spec.item is not None:
            return [spec.item]
        return [spec] if spec.kind in ("texts", "refs") else []
    if step == VALUES:
        if spec.kind == "section":
            return list(spec.fields.values())
        return [YEARLY] if spec.kind == "by_year" else []
    field = spec.fields.get(step)
    return [field] if field is not None else []


def _entries(spec: FieldSpec) -> list[FieldSpec]:
    """Return what is counted at a place: items of a list, values of a mapping, or itself."""
    return _next(spec, VALUES) or _next(spec, ITEMS) or [spec]


def _never(values: list[Any], path: FieldPath, specs: list[FieldSpec]) -> Iterator[LintProblem]:
    """Yield a problem for each value that what stands at a place can never have."""
    for index, value in enumerate(values):
        if specs and not any(_can_be(spec, value) for spec in specs):
            yield problem("lint.L009.never", (*path, index), value=value)


def _can_be(spec: FieldSpec, value: Any) -> bool:
    if spec.kind == "choice":
        return value in spec.choices
    if spec.type == "flag":
        return isinstance(value, bool)
    return isinstance(value, str) and spec.kind in ("text", "texts", "refs", "id", "file")


def _uneven(kind: str, path: FieldPath, ends: list[FieldSpec]) -> Iterator[LintProblem]:
    """Yield a problem where a kind that compares or adds up would be led to what it can't."""
    wanted = KINDS[kind].compares
    sorts = {_SORTS.get(end.type, end.type) for end in ends}
    if wanted and (sorts - wanted or len(sorts) > 1):
        compared = " or ".join(f"{sort}s" for sort in sorted(wanted))
        found = ", ".join(sorted(sorts))
        yield problem("lint.L009.compares", path, kind=kind, sorts=compared, found=found)
