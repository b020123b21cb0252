"""What every Smart is asked alike, as one table: requirements by Smarts."""

from __future__ import annotations

from dataclasses import dataclass

from smartcert.assessment.result import RequirementResult, Subscore


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One requirement, with what became of it in each Smart."""

    id: str
    title: str
    cells: tuple[RequirementResult | None, ...]
    """In the order of the matrix's Smarts; None where a Smart is not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The Smarts that a proposal declares, and what all of them are asked."""

    smarts: tuple[Subscore, ...]
    rows: tuple[MatrixRow, ...]


def matrix(requirements: tuple[RequirementResult, ...], smarts: tuple[Subscore, ...]) -> Matrix:
    """Lay what is asked of Smarts out by requirement and by Smart."""
    declared = tuple(smart for smart in smarts if smart.declared)
    asked: dict[str, dict[str, RequirementResult]] = {}
    for row in requirements:
        if row.smart is not None:
            asked.setdefault(row.id, {})[row.smart] = row
    return Matrix(
        smarts=declared,
        rows=tuple(
            MatrixRow(
                id=name,
                title=next(iter(by_smart.values())).title,
                cells=tuple(by_smart.get(smart.key) for smart in declared),
            )
            for name, by_smart in asked.items()
        ),
    )
