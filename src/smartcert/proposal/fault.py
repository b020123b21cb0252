"""A fault of a file that could be read: a value, a key or a reference that is not right."""

from __future__ import annotations

from dataclasses import dataclass, field

from smartcert.source.path import FieldPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault of the file itself, before any requirement is asked."""

    code: str
    """A letter and three digits: `smartcert explain` tells each."""
    path: FieldPath
    """Where in the proposal."""
    at_key: bool = False
    """The key is at fault, not its value."""
    params: dict[str, str] = field(default_factory=dict)
    """What the message names."""
    related: tuple[FieldPath, ...] = ()
    """Other places that a reader must see to understand it."""
