"""What a check sees and what it says: a scope of the proposal in, an outcome with gaps out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Final, Literal, NamedTuple, Protocol

from smartcert.errors import CatalogError
from smartcert.source import Source
from smartcert.source.path import FieldPath

Bilingual = dict[str, str]
"""One text in each language: `{"th": ..., "en": ...}`."""

Params = dict[str, Any]
"""The parameters of a check by name, each of the type that its kind gives it."""

Check = dict[str, Any]
"""A check as data: one kind with its parameters, `{"text": {"path": "area.vision", "words": 8}}`.

`all`, and `any` without words of its own, have a list of checks instead of parameters. It stays
data from the catalog to the run: it is stored as JSON, and the table of kinds says what it means.
"""

GapKind = Literal[
    "missing", "short", "too-low", "too-high", "not-one-of", "too-few", "too-few-of",
    "too-many", "unwanted", "dangling", "unused", "sum", "outside", "order", "not-mentioned",
    "words-alone", "no-smart", "output-kpi", "two-targets", "direction", "no-opex", "size",
    "no-indicator", "unit", "density", "unanswered", "no-comment", "nowhere", "logo-ahead",
    "implausible", "logo-expired", "logo-due", "report-year", "no-report",
]  # fmt: skip
"""What is not as asked: the key of its sentence among the messages."""

Selectors = str | list[str]
"""A path with wildcards, `services.*.projects[*].owner`, or several."""

ITEMS: Final = "[*]"
VALUES: Final = ".*"


@dataclass(slots=True, kw_only=True)
class Gap:
    """What is not as asked, at one place."""

    kind: GapKind
    path: FieldPath
    """Where it is, or where it belongs."""
    params: Params = field(default_factory=dict)
    """What the sentence names."""
    fields: tuple[str, ...] = ()
    """For missing fields: their names below `path`."""
    related: tuple[FieldPath, ...] = ()
    """Other places the sentence speaks of."""
    mend: FieldPath = ()
    """Where to write what is missing, when that is another place."""
    fill: dict[str, str] = field(default_factory=dict)
    """What to write there, by field: the id that nothing names yet."""
    say: Bilingual | None = None
    """The catalog's own sentence, instead of the stock one."""


def missing(path: FieldPath) -> Gap:
    """Return the gap of a field that is not filled; it belongs to the mapping above the field."""
    return Gap(kind="missing", path=path[:-1], fields=(str(path[-1]),))


@cache
def options_of(name: str) -> tuple[FieldPath, ...]:
    """Split the name of an asked field: `a|b` means either, and `a.b` a deeper one."""
    return tuple(tuple(option.split(".")) for option in name.split("|"))


@dataclass(slots=True)
class Outcome:
    """What a check found: how often it was met, what is open, and which fields it asked for."""

    passed: int = 0
    gaps: list[Gap] = field(default_factory=list)
    asked: dict[FieldPath, bool] = field(default_factory=dict)
    """Each field asked for, and whether it is filled."""
    person: bool = False
    """A person has to judge what is there."""
    applies: bool = True
    """False when the check has nothing to say about this proposal."""

    def gap(self, kind: GapKind, path: FieldPath, *related: FieldPath, **params: Any) -> None:
        """Add a gap at a place; `params` is what its sentence names."""
        self.gaps.append(Gap(kind=kind, path=path, related=related, params=params))

    def expect(
        self, met: bool, kind: GapKind, path: FieldPath, *related: FieldPath, **params: Any
    ) -> None:
        """Count what is met; add a gap for what is not."""
        if met:
            self.passed += 1
        else:
            self.gap(kind, path, *related, **params)

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


class Measured(Protocol):
    """What checks ask of a reference indicator: the unit it is measured in."""

    @property
    def unit(self) -> str:
        """The unit's short form: `m2/person`."""

    @property
    def unit_title(self) -> Bilingual:
        """The unit in words."""


class Work:
    """How many places all checks of a proposal may still look at.

    A catalog may come from a stranger, and an `each` in an `each` has no end on a long list.
    """

    __slots__ = ("left", "limit")

    LEAST: Final = 1_000_000
    PER_CHARACTER: Final = 10
    """The built-in catalog looks at less than one place a character, whatever the file says."""

    def __init__(self, characters: int) -> None:
        self.limit = self.left = self.LEAST + self.PER_CHARACTER * characters

    def spend(self, places: int) -> None:
        """Count places that are looked at. Raises `CatalogError` when there are too many."""
        self.left -= places
        if self.left < 0:
            raise CatalogError("catalog.too-much-work", limit=f"{self.limit:,}")


class Context(NamedTuple):
    """What checks may know beside the proposal's text."""

    data: dict[str, Any]
    """The proposal's typed values, from the top."""
    today: date
    work: Work
    indicators: Mapping[str, Measured] = {}
    """Reference indicators of the catalog by id."""
    source: Source | None = None
    """The file, for what is written in it and could not be read."""
    no_evidence: frozenset[str] = frozenset()
    """The files of annexes that show nothing: next to empty, a second copy, the proposal."""
    lost: frozenset[FieldPath] = frozenset()
    """The fields whose references lead nowhere, and say nothing."""
    comments: tuple[tuple[str, str], ...] = ()
    """The committee's comments of earlier rounds: id and text."""


class Scope(NamedTuple):
    """The part of a proposal that a check looks at: all of it, or one item inside `each`."""

    context: Context
    path: FieldPath
    value: Any
    smart: str | None = None

    def select(self, selector: Selectors) -> list[tuple[FieldPath, Any]]:
        """Return every place that a selector, or one of several, leads to, with its value.

        A place that is not there has the value None.
        """
        if isinstance(selector, list):
            return [place for each in selector for place in self.select(each)]
        if self.smart is not None and "{smart}" in selector:
            selector = selector.replace("{smart}", self.smart)
        if selector.startswith("/"):
            return follow((), self.context.data, parse(selector[1:]), self.context.work)
        return follow(self.path, self.value, parse(selector), self.context.work)

    def values(self, selector: Selectors) -> Iterator[tuple[FieldPath, Any]]:
        """Yield only the places where something is filled; a list stands for its items."""
        for path, value in self.select(selector):
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
def parse(selector: str) -> tuple[str, ...]:
    """Split a selector into its steps.

    `services.*.projects[*].owner` is `services`, VALUES, `projects`, ITEMS, `owner`; `.` alone is
    the place itself and has none.
    """
    steps: list[str] = []
    for part in selector.split("."):
        name, *items = part.split("[*]")
        if name == "*":
            steps.append(VALUES)
        elif name:
            steps.append(name)
        steps += [ITEMS] * len(items)
    return tuple(steps)


def follow(
    path: FieldPath, value: Any, steps: tuple[str, ...], work: Work
) -> list[tuple[FieldPath, Any]]:
    """Walk the steps from one value; wildcards open up only what is there.

    From `{"goals": [{"id": "G1"}, None]}` at `("area",)` the steps of `goals[*].id` lead to
    `(("area", "goals", 0, "id"), "G1")` alone; those of `vision` to `(("area", "vision"), None)`.
    """
    plain = 0
    for step in steps:
        if step is ITEMS or step is VALUES:
            break
        value = value.get(step) if type(value) is dict else None
        plain += 1
    nodes = [((*path, *steps[:plain]), value)]
    work.spend(1)
    for step in steps[plain:]:
        if step is ITEMS:
            work.spend(sum(len(value) for _, value in nodes if type(value) is list))
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
        work.spend(len(nodes))
    return nodes
