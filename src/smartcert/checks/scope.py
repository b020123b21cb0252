"""What a check sees and what it says: a scope of the proposal in, an outcome with placed gaps out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Final

from smartcert.source.path import FieldPath

ITEMS: Final = "[*]"
VALUES: Final = ".*"

Text = dict[str, str]
"""One text in each language: `{"th": ..., "en": ...}`."""


@dataclass(slots=True, kw_only=True)
class Gap:
    """What is not as asked, at one place."""

    kind: str
    """Key of its sentence in `smartcert.messages.gaps`."""
    path: FieldPath
    """Where it is, or where it belongs."""
    params: dict[str, Any] = field(default_factory=dict)
    """What the sentence names."""
    fields: tuple[str, ...] = ()
    """For missing fields: their names below `path`."""
    related: tuple[FieldPath, ...] = ()
    """Other places the sentence speaks of."""
    mend: FieldPath = ()
    """Where to write what is missing, when that is another place."""
    fill: dict[str, str] = field(default_factory=dict)
    """What to write there, by field: the id that nothing names yet."""
    say: Text | None = None
    """The catalog's own sentence, instead of the stock one."""


@dataclass(slots=True)
class Outcome:
    """What a check found: how often it was satisfied, what is open, and which fields it asked for."""

    passed: int = 0
    gaps: list[Gap] = field(default_factory=list)
    asked: dict[FieldPath, bool] = field(default_factory=dict)
    """Each field asked for, and whether it is filled."""
    person: bool = False
    """A person has to judge what is there."""
    applies: bool = True
    """False when the check has nothing to say about this proposal."""

    def add(self, other: Outcome) -> None:
        """Take in what another check found."""
        self.passed += other.passed
        self.gaps += other.gaps
        for path, filled in other.asked.items():
            self.asked[path] = self.asked.get(path, True) and filled
        self.person |= other.person

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to judge."""
        return not self.applies or not (self.passed or self.gaps or self.person)


NOT_APPLICABLE: Final = Outcome(applies=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What checks may know beside the proposal's text."""

    data: dict[str, Any]
    """The proposal's typed values, from the top."""
    today: date
    indicators: dict[str, Any] = field(default_factory=dict)
    """Reference indicators of the catalog by id."""
    places: Any = None
    """Tells whether a path exists in the file: `places.exists(path)`."""
    comments: tuple[tuple[str, str], ...] = ()
    """The committee's comments of earlier rounds: id and text."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a proposal that a check looks at: all of it, or one item inside `each`."""

    context: Context
    path: FieldPath
    value: Any
    smart: str | None = None

    def select(self, route: str) -> list[tuple[FieldPath, Any]]:
        """Return every place the route leads to, with its value; a place that is not there has the value None."""
        if self.smart is not None and "{smart}" in route:
            route = route.replace("{smart}", self.smart)
        if route.startswith("/"):
            return follow((), self.context.data, parse(route[1:]))
        return follow(self.path, self.value, parse(route))

    def values(self, route: str) -> Iterator[tuple[FieldPath, Any]]:
        """Yield only the places where something is filled; a list stands for its items."""
        for path, value in self.select(route):
            if type(value) is list:
                for index, item in enumerate(value):
                    if item is not None:
                        yield (*path, index), item
            elif value is not None:
                yield path, value

    def inside(self, path: FieldPath, value: Any) -> Scope:
        """Return the scope of one item."""
        return Scope(self.context, path, value, self.smart)


@cache
def parse(route: str) -> tuple[str, ...]:
    """Split a route such as `services.*.projects[*].owner` into its steps. `.` alone is the place itself."""
    steps: list[str] = []
    for part in route.split("."):
        name, *items = part.split("[*]")
        if name == "*":
            steps.append(VALUES)
        elif name:
            steps.append(name)
        steps += [ITEMS] * len(items)
    return tuple(steps)


def follow(path: FieldPath, value: Any, steps: tuple[str, ...]) -> list[tuple[FieldPath, Any]]:
    """Walk the steps from one value; wildcards open up only what is there."""
    plain = 0
    for step in steps:
        if step is ITEMS or step is VALUES:
            break
        value = value.get(step) if type(value) is dict else None
        plain += 1
    nodes = [((*path, *steps[:plain]), value)]
    for step in steps[plain:]:
        if step is ITEMS:
            nodes = [
                ((*here, index), item)
                for here, value in nodes
                if type(value) is list
                for index, item in enumerate(value)
                if item is not None
            ]
        elif step is VALUES:
            nodes = [
                ((*here, key), item)
                for here, value in nodes
                if type(value) is dict
                for key, item in value.items()
            ]
        else:
            nodes = [
                ((*here, step), value.get(step) if type(value) is dict else None)
                for here, value in nodes
            ]
    return nodes
