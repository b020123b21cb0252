"""A fault of the YAML itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from smartcert.source.edit import Edit
from smartcert.source.span import Span


class SyntaxFault(NamedTuple):
    """What is wrong with the text of a file, at one place."""

    code: str
    """`Y` and three digits: see `messages/syntax.yaml`."""
    span: Span
    params: Mapping[str, str] = {}
    """What the message names."""
    related: tuple[Span, ...] = ()
    """Other places it speaks of, such as the first of two keys."""
    edits: tuple[Edit, ...] = ()
    """What mends it, where it can mean one thing only; the data is read as if that were done."""
    fatal: bool = False
    """Nothing could be read."""
