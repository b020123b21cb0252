"""Findings: one gap or fault at one place, as immutable values."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smartcert.findings.status import FindingLevel, FindingStatus
from smartcert.findings.stub import Stub
from smartcert.source.path import FieldPath, dotted
from smartcert.source.span import Span

RequirementKey = tuple[str, str | None]
"""A requirement's id and the Smart it is asked of; None where it is about no single Smart."""


class Location(NamedTuple):
    """A place of a file: what it is called and where it is written."""

    file: str
    """As the user named it."""
    path: FieldPath
    """Empty for the file as a whole."""
    span: Span

    @property
    def dotted(self) -> str:
        """The path as a person writes it."""
        return dotted(self.path)

    @property
    def cell(self) -> str:
        """Sheet and cell of a workbook; empty for a text."""
        return f"{self.span.sheet}!{self.span.cell}" if self.span.sheet else ""

    @property
    def line(self) -> str:
        """File and line; of a workbook, sheet and cell."""
        return f"{self.file} {self.cell}" if self.cell else f"{self.file}:{self.span.line}"

    @property
    def place(self) -> str:
        """File, line and column, as compilers write them; of a workbook, sheet and cell."""
        return self.line if self.cell else f"{self.line}:{self.span.column}"


class Rule(NamedTuple):
    """What a finding speaks of: a requirement of the catalog, or a rule of the file itself."""

    code: str
    """The requirement's id, or a letter and three digits for a fault of the file."""
    title: str
    requirement: str | None = None
    """The requirement that is not met; of several, the weightiest. None for a fault of the file."""
    group: str | None = None
    """The group of its requirement."""
    why: str = ""
    """Why it is asked and who says so; empty for a fault of the file."""
    basis: str | None = None
    """How sure the requirement is: official, secondary, academic, inferred, unverified."""
    sources: tuple[str, ...] = ()
    """Keys of the sources that ask for it."""


class Suppression(NamedTuple):
    """Why a finding does not count today; it is shown all the same."""

    kind: Literal["waiver", "baseline"]
    reason: str
    """The waiver's own reason, or the day of the baseline as an ISO date."""


class Finding(NamedTuple):
    """One gap or fault at one place."""

    id: str
    """Fingerprint; stays the same when lines move."""
    rule: Rule
    level: FindingLevel
    status: FindingStatus
    location: Location
    message: str
    """What was found, in one sentence."""
    fix: str
    """How to mend it."""
    about: tuple[RequirementKey, ...] = ()
    """All that the place leaves unmet (a missing section stands for many); empty for a fault."""
    smart: str | None = None
    """The Smart it is about, if it is about one."""
    paste: Stub | None = None
    """What to paste there, not yet written out."""
    related: tuple[Location, ...] = ()
    """Other places, such as the first of two duplicate keys."""
    suppression: Suppression | None = None
    """Set aside by a waiver, or known since a baseline."""

    @property
    def counts(self) -> bool:
        """Whether it counts today: nothing sets it aside."""
        return self.suppression is None

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.rule.code

    @property
    def requirements(self) -> tuple[str, ...]:
        """The id of each requirement it leaves unmet, once however many Smarts it is asked of."""
        return tuple(dict.fromkeys(name for name, _ in self.about))

    @property
    def stub(self) -> str:
        """YAML ready to paste, or empty; written when somebody reads it, most of many are not."""
        return self.paste.text if self.paste is not None else ""
