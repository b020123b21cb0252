"""Yes and no."""

from __future__ import annotations

from smartcert.thai.numeral import ValueReadError, simplify
from smartcert.thai.word_list import word_lists


def read_boolean(text: str) -> bool:
    """Return whether text says yes. Raises `ValueReadError` when it says neither yes nor no."""
    word = simplify(text)
    lists = word_lists("values")
    if word in lists["yes"]:
        return True
    if word in lists["no"]:
        return False
    raise ValueReadError("flag")
