"""Values that are not written plainly and can mean only one thing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

How = Literal[
    "unit-in-brackets", "about", "per-month", "zero", "note", "in-words", "product", "short-year",
    "day-first", "period", "range", "open-end", "one-line", "target", "explained", "named",
    "money-state", "form", "by-year", "reference", "each-year", "fiscal", "duration",
]  # fmt: skip
"""How a value was read; each has a code and a sentence of its own."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Loose(NamedTuple):
    """A value, and how it was read."""

    value: Any
    how: How
    beside: Mapping[str, Any] = _NOTHING
    """Values for fields beside it, where those are empty: the end of a range."""
