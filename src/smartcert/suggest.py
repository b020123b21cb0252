"""Did you mean: the word of a closed set that a mistyped word is closest to."""

from __future__ import annotations

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word closest to this one, or None when none is close.

    `-`, `_` and blanks are the same. A word of more than 80 characters is not compared.
    """
    if len(word) > 80:
        return None
    from difflib import get_close_matches

    candidates: dict[str, str] = {}
    for candidate in known:
        candidates.setdefault(_folded(candidate), candidate)
    folded = _folded(word)
    if folded in candidates:
        return candidates[folded]
    near = get_close_matches(folded, candidates, n=1, cutoff=0.7)
    return candidates[near[0]] if near else None


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
