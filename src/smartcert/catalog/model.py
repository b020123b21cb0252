"""The catalog as values: groups, requirements, Smarts, indicators and sources of one edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Bilingual = dict[str, str]
"""One text in each language: `{"th": ..., "en": ...}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """The atom that is met or not."""

    id: str
    group: str
    title: Bilingual
    level: str | dict[str, Any]
    """`mandatory` or `recommended`; or a default with what changes it: profiles, types, raised."""
    basis: str
    """official, secondary, academic, inferred or unverified."""
    sources: tuple[str, ...]
    why: Bilingual
    fix: Bilingual
    stub: str
    """YAML ready to paste, from the top of a proposal; `{smart}` stands for the Smart's key."""
    evidence: tuple[Bilingual, ...]
    """What a Thai local body would attach, or where the point can be seen."""
    check: dict[str, Any]
    profiles: tuple[str, ...]
    types: tuple[str, ...] = ()
    """Only for these city types; empty means every type."""
    per_smart: bool = False
    """Applied once to each declared Smart."""
    smart: str | None = None
    """Only when this Smart is declared."""
    since: int | None = None
    until: int | None = None
    weight: int = 1
    evidence_counts: bool = True
    """False where what is suggested only shows what the proposal says itself; no annex is missed then."""
    examples: dict[str, str] = field(default_factory=dict)
    """`pass` and `fail` (or `person`): proposal fragments; kept out of what `check` loads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A headline criterion, the applicant, or cross-consistency."""

    id: str
    title: Bilingual
    about: Bilingual
    section: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Smart:
    """One of the seven Smarts."""

    key: str
    title: Bilingual
    definition: Bilingual
    ministry: Bilingual
    sources: tuple[str, ...]
    sub_areas: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A whole set of criteria, all editions of it."""

    id: str
    title: Bilingual
    editions: tuple[dict[str, Any], ...]
    default_edition: int
    profiles: tuple[dict[str, Any], ...]
    default_profile: str
    groups: tuple[Group, ...]
    smarts: tuple[Smart, ...]
    requirements: tuple[Requirement, ...]
    indicators: dict[str, dict[str, Any]]
    crosswalk: dict[str, dict[str, Any]]
    sources: dict[str, dict[str, Any]]
    off: tuple[dict[str, Any], ...]
    """Requirements of an extended catalog that this one switches off, each with its reason."""
    digest: str
    """`sha256:` of the catalog's files."""

    def in_edition(self, edition: int) -> tuple[Requirement, ...]:
        """Return the requirements that an edition asks for."""
        return tuple(
            requirement
            for requirement in self.requirements
            if (requirement.since is None or requirement.since <= edition)
            and (requirement.until is None or edition <= requirement.until)
        )
