"""Findings: one gap or fault at one place, as immutable values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcert.findings.status import FindingLevel
from smartcert.source.span import Span

if TYPE_CHECKING:
    from smartcert.findings.stub import Stub


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place a finding speaks of."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Why a finding does not count today; it is shown all the same."""

    kind: str
    """`waiver` or `baseline`."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One gap or fault at one place."""

    id: str
    """Fingerprint; stays the same when lines move."""
    code: str
    """The requirement's id, or a letter and three digits for a fault of the file."""
    requirement: str | None
    """The requirement that is not met, or None for a fault of the file."""
    requirements: tuple[str, ...]
    """All requirements this one place leaves unmet (a missing section stands for many)."""
    smart: str | None
    """The Smart it is about, if it is about one."""
    group: str | None
    """The group of its requirement."""
    status: str
    """`missing`, `partial`, `needs-person`, `waived` or `fault`."""
    level: FindingLevel
    """Of a fault of the file: `fault`."""
    title: str
    """The requirement's or the fault's title."""
    message: str
    """What was found, in one sentence."""
    why: str
    """Why it is asked and who says so; empty for a fault of the file."""
    fix: str
    """How to mend it."""
    write: Stub | None
    """What to paste there, not yet written out."""
    basis: str | None
    """How sure the requirement is: official, secondary, academic, inferred, unverified."""
    sources: tuple[str, ...]
    """Keys of the sources that ask for it."""
    path: str
    """Where in the proposal, dotted."""
    file: str
    """The proposal's file, as given."""
    span: Span
    """Where in the file; lines and columns from 1, columns in code points."""
    related: tuple[Related, ...] = ()
    """Other places, such as the first of two duplicate keys."""
    suppression: Suppression | None = None
    """Set aside by a waiver, or known since a baseline."""

    @property
    def counts(self) -> bool:
        """Whether it counts today: nothing sets it aside."""
        return self.suppression is None

    @property
    def stub(self) -> str:
        """YAML ready to paste, or empty; written when somebody reads it, since most of many findings are only counted."""
        return self.write.text if self.write is not None else ""
