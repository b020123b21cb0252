"""What the keys of a kind of file lead to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Form = Literal["prose", "value", "list", "section", "language"]
"""What a key leads to: a text, a single value, a list, or further keys.

The keys of languages stand under any text, and lead to it in one of them.
"""

KeyForms = Mapping[str, frozenset[Form]]
"""The keys that files of a kind know, casefolded, by all their names, and the forms of each."""
