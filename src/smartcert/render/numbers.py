"""How numbers of a score are written, the same in every format."""

from __future__ import annotations

from fractions import Fraction

from smartcert.assessment.score import Points, Share


def points(value: Points) -> int | float:
    """Give points as a plain number; halves are exact."""
    return int(value) if value.denominator == 1 else float(value)


def percent(share: Share | None) -> float | None:
    """Give a share in percent, rounded half up to one decimal, or None when there is nothing to count."""
    value = share.value if share is not None else None
    if value is None:
        return None
    return int(value * 10 + Fraction(1, 2)) / 10


def percent_text(share: Share | None) -> str:
    """Give a share in percent as text; a dash when there is nothing to count."""
    value = percent(share)
    return "–" if value is None else f"{value:.1f}%"
