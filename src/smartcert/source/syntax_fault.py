"""A fault of the YAML itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from smartcert.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntaxFault:
    """What is wrong with the text of a file, at one place."""

    code: str
    """`Y` and three digits: see `messages/syntax.yaml`."""
    span: Span
    params: dict[str, str] = field(default_factory=dict)
    """What the message names."""
    related: tuple[Span, ...] = ()
    """Other places it speaks of, such as the first of two keys."""
    fatal: bool = False
    """Nothing could be read."""
