"""The catalog's YAML files as Pydantic models: which keys each may have.

Only imported when a catalog is read from YAML.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from smartcert.catalog.model import Basis, Counts, Direction, Level, Operator


class Entry(BaseModel):
    """A mapping of a catalog file; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("string_too_short", "is empty")
    return text


Filled = Annotated[str, AfterValidator(_not_blank)]


class BilingualEntry(Entry):
    """One text in each language."""

    th: Filled
    en: Filled


def _as_list(value: Any) -> Any:
    return [] if value is None else value


Key = Annotated[str, Field(min_length=1)]
Strings = Annotated[list[Key], BeforeValidator(_as_list)]


Aside: Any = Field(default=None, exclude=True)
"""May be written, for people; the compiled form has no place for it."""


class RaisedEntry(Entry):
    """A level that holds when a check is met."""

    to: Level
    when: Any
    """A check; `smartcert.catalog.parser` reads it."""


class LevelEntry(Entry):
    """A level that depends on profile, city type or the proposal itself."""

    default: Level
    profiles: dict[str, Level] = {}
    types: dict[str, Level] = {}
    editions: dict[int, Level] = {}
    raised: RaisedEntry | None = None


def _long_form(level: Any) -> Any:
    """Write `mandatory` as `{default: mandatory}`."""
    return level if isinstance(level, dict) else {"default": level}


class RequirementEntry(Entry):
    """One requirement as it is written."""

    id: str = Field(pattern=r"^[A-Z][A-Z0-9]*-[A-Z0-9]+$")
    title: BilingualEntry
    level: Annotated[LevelEntry, BeforeValidator(_long_form)]
    basis: Basis
    sources: Strings = []
    since: int | None = None
    until: int | None = None
    profiles: Annotated[list[Key], Field(min_length=1)]
    types: Strings = []
    per: Literal["smart"] | None = None
    smart: Key | None = None
    weight: int = Field(default=1, ge=1, le=100)
    counts: Counts = "always"
    why: BilingualEntry
    fix: BilingualEntry
    stub: str = Field(min_length=1)
    evidence: Annotated[list[BilingualEntry], BeforeValidator(_as_list)] = []
    evidence_counts: bool = True
    check: Any
    """`smartcert.catalog.parser` reads it."""
    source_names: Strings = []
    own_fields: Strings = []
    overlaps: dict[Key, BilingualEntry] = {}
    examples: dict[Literal["pass", "fail", "person"], str]


class EditionEntry(Entry):
    """One edition of the criteria."""

    id: int
    title: BilingualEntry


class ProfileEntry(Entry):
    """One stage that a city applies for; `like` another asks for the same."""

    id: Key
    like: Key | None = None
    title: BilingualEntry
    also: Strings = []
    about: BilingualEntry | None = Aside


class OffEntry(Entry):
    """A requirement of the extended catalog that is switched off, and why."""

    id: Key
    reason: BilingualEntry


class CatalogFile(Entry):
    """`catalog.yaml`."""

    version: int = Field(alias="smartcert-catalog", ge=1, le=1, exclude=True)
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: BilingualEntry
    about: BilingualEntry | None = Aside
    editions: list[EditionEntry] = []
    default_edition: int | None = None
    profiles: list[ProfileEntry] = []
    default_profile: Key | None = None
    groups: Strings = []
    smarts: Strings = []
    extends: Key | None = None
    off: list[OffEntry] = []


class GroupFile(Entry):
    """A file of one group."""

    group: Key
    title: BilingualEntry | None = None
    about: BilingualEntry | None = None
    section: str | None = None
    requirements: Annotated[list[RequirementEntry], BeforeValidator(_as_list)] = []


class SubAreaEntry(Entry):
    """One field of a Smart, and the words by which it is recognised."""

    key: Key
    title: BilingualEntry
    terms: Strings


class SmartFile(Entry):
    """A file of one Smart."""

    smart: Key
    title: BilingualEntry
    also: Strings = []
    definition: BilingualEntry
    ministry: BilingualEntry
    sources: Strings = []
    sub_areas: list[SubAreaEntry] = []
    requirements: Annotated[list[RequirementEntry], BeforeValidator(_as_list)] = []


class ThresholdEntry(Entry):
    """The reference value of an indicator; never a pass mark."""

    op: Operator
    value: Annotated[float, Field(allow_inf_nan=False)] | None = None


class IndicatorEntry(Entry):
    """One reference indicator."""

    id: Key
    set: str
    smart: Key
    title: BilingualEntry
    unit: str
    unit_title: BilingualEntry
    threshold: ThresholdEntry
    direction: Direction | None = None
    basis: Basis
    sources: Strings = []
    crosswalk: Strings = []
    note: BilingualEntry | None = None
    verify: bool | None = None


class CrosswalkEntry(Entry):
    """What an indicator corresponds to in international standards."""

    id: Key
    title: BilingualEntry
    iso37120_2014: Strings = []
    iso37122_2019: Strings = []
    u4ssc: Strings = []
    basis: Basis | None = Aside
    sources: Strings = []
    note: BilingualEntry | None = Aside
    verify: bool | None = None


class IndicatorFile(Entry):
    """A file of indicators and their crosswalk."""

    indicators: Annotated[list[IndicatorEntry], BeforeValidator(_as_list)] = []
    crosswalk: Annotated[list[CrosswalkEntry], BeforeValidator(_as_list)] = []


class PointEntry(Entry):
    """One thing that a newcomer should know."""

    text: BilingualEntry
    basis: Basis
    sources: Strings = []


class TopicEntry(Entry):
    """One subject of the guide, with groups or Smarts that are shown with it."""

    id: Key
    title: BilingualEntry
    also: Strings = []
    points: Annotated[list[PointEntry], Field(min_length=1)]
    shows: Strings = []


class GuideFile(Entry):
    """The guide for newcomers."""

    guide: Annotated[list[TopicEntry], BeforeValidator(_as_list)] = []


class SourceEntry(Entry):
    """One source."""

    key: Key
    title: BilingualEntry
    url: str | None = None
    file: str | None = Aside
    publisher: str | None = Aside
    year: int | None = Aside
    kind: Basis = Field(exclude=True)
    note: BilingualEntry | None = Aside


class SourceFile(Entry):
    """A file of sources."""

    sources: Annotated[list[SourceEntry], BeforeValidator(_as_list)] = []
