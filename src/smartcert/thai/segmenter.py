"""Where Thai words begin, by the model of BudouX.

BudouX judges a place by the three letters before it and the three from it on. Its own parser looks
up thirteen features at every place, and brings a reader of HTML along; a text of a proposal has the
same six letters over and over, so what was found for them is kept.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_KEPT = 65_536
"""Windows of six letters that are remembered at most: 10 MB."""

_NOTHING = "\0"
"""Stands before and behind a text; no feature of the model has it."""

_FEATURES = {
    "UW1": (0, 1), "UW2": (1, 2), "UW3": (2, 3), "UW4": (3, 4), "UW5": (4, 5), "UW6": (5, 6),
    "BW1": (1, 3), "BW2": (2, 4), "BW3": (3, 5),
    "TW1": (0, 3), "TW2": (1, 4), "TW3": (2, 5), "TW4": (3, 6),
}  # fmt: skip
"""Which of the six letters a feature is about."""


class _Boundaries(dict[str, bool]):
    """Whether a word begins in the middle of six letters; found out when first asked."""

    def __init__(self) -> None:
        spec = find_spec("budoux")
        assert spec is not None
        file = Path(str(spec.origin)).parent / "models" / "th.json"
        model: dict[str, dict[str, int]] = json.loads(file.read_bytes())
        self._base = -sum(sum(scores.values()) for scores in model.values()) / 2
        self._scores = [
            (start, end, model.get(name, {})) for name, (start, end) in _FEATURES.items()
        ]

    def __missing__(self, window: str) -> bool:
        if len(self) >= _KEPT:
            self.clear()
        score = self._base
        for start, end, scores in self._scores:
            score += scores.get(window[start:end], 0)
        self[window] = score > 0
        return score > 0


@cache
def _boundaries() -> _Boundaries:
    return _Boundaries()


def words_of(run: str) -> list[str]:
    """Return the pieces that a run of Thai letters is made of; joined they are the run."""
    begins = _boundaries()
    around = f"{_NOTHING * 3}{run}{_NOTHING * 2}"
    pieces, start = [], 0
    for place in range(1, len(run)):
        if begins[around[place : place + 6]]:
            pieces.append(run[start:place])
            start = place
    pieces.append(run[start:])
    return pieces
