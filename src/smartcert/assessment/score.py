"""Arithmetic of a score, in exact fractions: three numbers that are never mixed into one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

Points = int | Fraction
"""Exact; whole numbers are added much faster as what they are."""


class Share(NamedTuple):
    """So many points out of so many."""

    points: Points
    out_of: int

    @property
    def value(self) -> Fraction | None:
        """Percent, exact, or None when there is nothing to count."""
        return Fraction(self.points * 100, self.out_of) if self.out_of else None


def total(shares: Iterable[Share]) -> Share:
    """Add up shares.

    Whole points and those of each denominator are added apart: adding fractions is slow.
    """
    whole = out_of = 0
    tops: dict[int, int] = {}
    for share in shares:
        out_of += share.out_of
        points = share.points
        if type(points) is int:
            whole += points
        else:
            tops[points.denominator] = tops.get(points.denominator, 0) + points.numerator
    return Share(sum((Fraction(top, bottom) for bottom, top in tops.items()), whole), out_of)


NOTHING = Share(0, 0)

CREDIT: dict[str, Points] = {"met": 1, "partial": Fraction(1, 2)}
"""What a status earns of a requirement's weight; every other status earns nothing."""


def earned(status: str, weight: int) -> Share:
    """Return the points of one requirement; what does not apply leaves the denominator."""
    if status == "not-applicable":
        return NOTHING
    return Share(CREDIT.get(status, 0) * weight, weight)


BASES = ("official", "secondary", "academic", "inferred", "unverified")
"""What requirements rest on, the weightiest first."""


def by_basis(rows: Iterable[tuple[str, Share]]) -> dict[str, Share]:
    """Return the points of requirements by what each rests on; of all `BASES`, in their order."""
    found = [*rows]
    return {basis: total(share for name, share in found if name == basis) for basis in BASES}


METRICS = ("readiness", "completeness", "evidence")
"""The three numbers of a score, in the order in which they are shown."""


class Score(NamedTuple):
    """The three numbers."""

    readiness: Share
    """Weighted share of the applicable requirements that are met; partial counts half."""
    adjusted: Share
    """Readiness without the requirements that are waived."""
    mandatory: Share
    """The same, of mandatory requirements alone."""
    recommended: Share
    """The same, of recommended requirements alone."""
    completeness: Share
    """Share of the fields asked for that are filled with something of substance."""
    evidence: Share
    """Share of met requirements that an annex which is really there supports."""
    basis: Mapping[str, Share] = {}
    """The mandatory points by what the requirements rest on: what the verdict hangs on."""


def points(value: Points) -> int | float:
    """Return points as a plain number; halves are exact."""
    return int(value) if value.denominator == 1 else float(value)


def percent(share: Share | None) -> float | None:
    """Return a share in percent, rounded half up to one decimal; None of nothing to count."""
    value = share.value if share is not None else None
    if value is None:
        return None
    return int(value * 10 + Fraction(1, 2)) / 10


def percent_text(share: Share | None) -> str:
    """Return a share in percent as text; a dash when there is nothing to count."""
    value = percent(share)
    return "–" if value is None else f"{value:.1f}%"
