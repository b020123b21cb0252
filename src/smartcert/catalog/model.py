"""The catalog as values: groups, requirements, Smarts, indicators and sources.

What has no behaviour is a named tuple: every start defines all of these, and a named tuple takes
an eighth of the time that a dataclass takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from smartcert.checks import Bilingual, Check

Level = Literal["mandatory", "recommended"]
"""How strongly a requirement is asked for."""
Basis = Literal["official", "secondary", "academic", "inferred", "unverified"]
"""What a requirement, an indicator or a source rests on."""
Counts = Literal["always", "when-violated"]
"""When a requirement weighs in the score: that nothing is wrong is no merit of its own."""
Operator = Literal[">=", "<=", ">", "<", "=", "exists", "live", "measured"]
"""How a value is held against a reference; the last three say it all and have no number."""
Direction = Literal["increase", "decrease", "maintain"]
"""Where an indicator is meant to go."""


class Raise(NamedTuple):
    """The level that holds where the proposal itself meets a check."""

    to: Level
    when: Check


class LevelRule(NamedTuple):
    """The level of a requirement, and what changes it."""

    default: Level
    profiles: Mapping[str, Level] = {}
    types: Mapping[str, Level] = {}
    """By type of city."""
    editions: Mapping[int, Level] = {}
    raised: Raise | None = None

    def level(
        self, profile: str, city: str | None, edition: int, holds: Callable[[Check], bool]
    ) -> Level:
        """Return the level in a profile for a type of city, by an edition.

        `holds` says whether the proposal as a whole meets a check.
        """
        if self.raised is not None and holds(self.raised.when):
            return self.raised.to
        by_kind = self.profiles.get(profile) or self.types.get(city or "")
        return by_kind or self.editions.get(edition) or self.default

    @property
    def possible(self) -> set[Level]:
        """Every level that the requirement can have."""
        raised = {self.raised.to} if self.raised is not None else set[Level]()
        stated = (self.profiles, self.types, self.editions)
        return {self.default, *raised, *(level for levels in stated for level in levels.values())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """The atom that is met or not."""

    id: str
    group: str
    title: Bilingual
    level: LevelRule
    basis: Basis
    sources: tuple[str, ...]
    why: Bilingual
    fix: Bilingual
    stub: str
    """A form to fill in, from the top of a proposal: keys without values.

    `{smart}` stands for the Smart's key.
    """
    evidence: tuple[Bilingual, ...]
    """What a Thai local body would attach, or where the point can be seen."""
    check: Check
    profiles: tuple[str, ...]
    types: tuple[str, ...] = ()
    """Only for these city types; empty means every type."""
    per_smart: bool = False
    """Applied once to each declared Smart."""
    smart: str | None = None
    """Only when this Smart is declared."""
    since: int | None = None
    """The first edition, a Buddhist year, that asks for it; None means the first of all."""
    until: int | None = None
    """The last edition that asks for it; None means that it is still asked for."""
    weight: int = 1
    counts: Counts = "always"
    """`when-violated`: it weighs only where its check finds a fault, and then earns nothing."""
    evidence_counts: bool = True
    """False where what is suggested only shows what the proposal says; no annex is missed then."""
    examples: dict[str, str] = field(default_factory=dict)
    """`pass` and `fail` (or `person`): proposal fragments; kept out of what `check` loads."""
    source_names: tuple[str, ...] = ()
    """The fields asked for that the sources name; kept out of what `check` loads."""
    own_fields: tuple[str, ...] = ()
    """The others that it asks for, by which the writer of the catalog sees that; kept out too."""
    overlaps: dict[str, Bilingual] = field(default_factory=dict)
    """Requirements that ask for a field of this one, and why both do; kept out too."""

    def asked_in(self, edition: int) -> bool:
        """Whether an edition asks for it."""
        return (self.since is None or self.since <= edition) and (
            self.until is None or edition <= self.until
        )


class Group(NamedTuple):
    """A headline criterion, the applicant, or cross-consistency."""

    id: str
    title: Bilingual
    """Empty only in files that add requirements to a group of the catalog they extend."""
    about: Bilingual
    section: str | None


class SubArea(NamedTuple):
    """One field of a Smart, and the words by which it is recognised."""

    key: str
    title: Bilingual
    terms: tuple[str, ...]


class Smart(NamedTuple):
    """One of the seven Smarts."""

    key: str
    title: Bilingual
    definition: Bilingual
    ministry: Bilingual
    sources: tuple[str, ...]
    sub_areas: tuple[SubArea, ...]
    also: tuple[str, ...] = ()
    """Other names that it goes by."""


class Edition(NamedTuple):
    """One edition of the criteria; its id is a Buddhist year."""

    id: int
    title: Bilingual


class Profile(NamedTuple):
    """One stage that a city applies for."""

    id: str
    title: Bilingual
    like: str | None = None
    """It asks for all that this other profile asks for."""
    also: tuple[str, ...] = ()
    """Other names that it goes by."""


class Off(NamedTuple):
    """A requirement of an extended catalog that this one switches off."""

    id: str
    reason: Bilingual


class Threshold(NamedTuple):
    """The reference value of an indicator; never a pass mark."""

    op: Operator
    value: float | None = None


class Indicator(NamedTuple):
    """One reference indicator."""

    id: str
    set: str
    smart: str
    title: Bilingual
    unit: str
    unit_title: Bilingual
    threshold: Threshold
    basis: Basis
    sources: tuple[str, ...]
    crosswalk: tuple[str, ...]
    direction: Direction | None = None
    note: Bilingual | None = None
    verify: bool = False
    """Nobody has checked it against its source."""


class Crosswalk(NamedTuple):
    """What an indicator corresponds to in international standards."""

    id: str
    title: Bilingual
    iso37120_2014: tuple[str, ...]
    iso37122_2019: tuple[str, ...]
    u4ssc: tuple[str, ...]
    sources: tuple[str, ...]
    verify: bool = False
    """Nobody has checked it against the standards themselves."""


class Citation(NamedTuple):
    """One source of the criteria: a document or a page of the web."""

    key: str
    title: Bilingual
    url: str | None = None


class Point(NamedTuple):
    """One thing that a newcomer should know, and what it rests on."""

    text: Bilingual
    basis: Basis
    sources: tuple[str, ...]


class Topic(NamedTuple):
    """One subject of the guide for newcomers."""

    id: str
    title: Bilingual
    points: tuple[Point, ...]
    shows: tuple[str, ...]
    """Groups or Smarts of the catalog that are shown with it, by id."""
    also: tuple[str, ...] = ()
    """Other names that it goes by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A whole set of criteria, all editions of it; mappings are by id, in the order to show."""

    id: str
    title: Bilingual
    editions: dict[int, Edition]
    default_edition: int
    profiles: dict[str, Profile]
    default_profile: str
    groups: dict[str, Group]
    smarts: dict[str, Smart]
    requirements: dict[str, Requirement]
    indicators: dict[str, Indicator]
    crosswalk: dict[str, Crosswalk]
    sources: dict[str, Citation]
    off: dict[str, Off]
    """Requirements of an extended catalog that this one switches off."""
    guide: dict[str, Topic]
    """What a newcomer should know of the programme."""
    digest: str
    """`sha256:` of the catalog's files."""

    def in_edition(self, edition: int) -> tuple[Requirement, ...]:
        """Return the requirements that an edition asks for."""
        return tuple(
            requirement
            for requirement in self.requirements.values()
            if requirement.asked_in(edition)
        )
