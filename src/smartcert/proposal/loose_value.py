"""A value of a document that is not written plainly."""

from __future__ import annotations

from typing import Any, NamedTuple

from smartcert.source.path import FieldPath
from smartcert.thai.loose import How


class LooseValue(NamedTuple):
    """A value that is not written plainly, and how it was read."""

    path: FieldPath
    written: str
    """As it stands in the file."""
    value: Any
    """What it counts as."""
    kind: str
    """The type of its field, which says how the value is shown."""
    how: How
