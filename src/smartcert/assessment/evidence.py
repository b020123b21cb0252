"""Which requirements the annexes of a proposal back.

Those that an annex names, and those beside whose fields an annex is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from smartcert.proposal.annexes import annex_label
from smartcert.source.path import FieldPath, enclosing


class Evidence:
    """The annexes that are really there, and what they stand for."""

    def __init__(self, data: dict[str, Any], present: frozenset[str]) -> None:
        self.data = data
        self.present = present

    def backs(self, requirement: str, asked: dict[FieldPath, bool]) -> bool:
        """Whether an annex names the requirement, or is named at or above a field it asks for."""
        if requirement in self.supported:
            return True
        places = self.places
        return bool(places) and any(place in places for path in asked for place in enclosing(path))

    @cached_property
    def supported(self) -> frozenset[str]:
        """The requirement ids that annexes say they support."""
        return frozenset(
            name.strip()
            for annex in self.data.get("annexes") or ()
            if annex and annex_label(annex) in self.present
            for name in annex.get("supports") or ()
            if name
        )

    @cached_property
    def places(self) -> frozenset[FieldPath]:
        """The places of the proposal that name an annex."""
        if not self.present:
            return frozenset()
        return frozenset(
            path
            for path, names in named_annexes(self.data)
            if any(name in self.present for name in names)
        )


def named_annexes(data: dict[str, Any]) -> Iterator[tuple[FieldPath, list[Any]]]:
    """Yield each place that names annexes, in the order of the file, with the names."""
    stack: list[tuple[FieldPath, Any]] = [((), data)]
    while stack:
        path, node = stack.pop()
        if type(node) is dict and node.get("annex"):
            yield path, node["annex"]
        below = node.items() if type(node) is dict else enumerate(node)
        stack += reversed(
            [((*path, step), child) for step, child in below if type(child) in (dict, list)]
        )
