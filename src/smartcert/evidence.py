"""Which requirements the annexes of a proposal back: those an annex names, and those beside whose fields one is named."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from smartcert.finding import Path


class Evidence:
    """The annexes that are really there, and what they stand for."""

    def __init__(self, data: dict[str, Any], present: frozenset[str]) -> None:
        self.data = data
        self.present = present

    def backs(self, requirement: str, asked: dict[Path, bool]) -> bool:
        """Tell whether an annex names the requirement, or is named at or above a field that it asks for."""
        if requirement in self.supported:
            return True
        places = self.places
        return bool(places) and any(path[:end] in places for path in asked for end in range(1, len(path) + 1))

    @cached_property
    def supported(self) -> frozenset[str]:
        """The requirement ids that annexes say they support."""
        return frozenset(
            name.strip()
            for annex in self.data.get("annexes") or ()
            if annex and annex.get("id") in self.present
            for name in annex.get("supports") or ()
            if name
        )

    @cached_property
    def places(self) -> frozenset[Path]:
        """The places of the proposal that name an annex."""
        places: set[Path] = set()
        stack: list[tuple[Path, Any]] = [((), self.data)] if self.present else []
        while stack:
            path, node = stack.pop()
            if isinstance(node, dict):
                if any(name in self.present for name in node.get("annex") or ()):
                    places.add(path)
                stack += [((*path, key), child) for key, child in node.items() if isinstance(child, dict | list)]
            else:
                stack += [((*path, index), child) for index, child in enumerate(node) if isinstance(child, dict | list)]
        return frozenset(places)
