"""The catalog's YAML files as Pydantic models: which keys each may have. Only imported when a catalog is read from YAML."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
)
from pydantic_core import PydanticCustomError


class Entry(BaseModel):
    """A mapping of a catalog file; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("string_too_short", "is empty")
    return text


Said = Annotated[str, AfterValidator(_not_blank)]


class BilingualEntry(Entry):
    """One text in each language."""

    th: Said
    en: Said


def _as_list(value: Any) -> Any:
    return [] if value is None else value


Level = Literal["mandatory", "recommended"]
Basis = Literal["official", "secondary", "academic", "inferred", "unverified"]
Key = Annotated[str, Field(min_length=1)]
Strings = Annotated[list[Key], BeforeValidator(_as_list)]


class Raised(Entry):
    """A level that holds when a check is met."""

    to: Level
    when: Any
    """A check; `smartcert.catalog.parser` reads it."""


class Levels(Entry):
    """A level that depends on profile, city type or the proposal itself."""

    default: Level
    profiles: dict[str, Level] = {}
    types: dict[str, Level] = {}
    raised: Raised | None = None


def _form(level: Any) -> str:
    """Tell the short form of a level from the long one, so that a fault is told of the form that was written."""
    return "long" if isinstance(level, dict | Levels) else "short"


class RequirementEntry(Entry):
    """One requirement as it is written."""

    id: str = Field(pattern=r"^[A-Z][A-Z0-9]*-[A-Z0-9]+$")
    title: BilingualEntry
    level: Annotated[
        Annotated[Level, Tag("short")] | Annotated[Levels, Tag("long")], Discriminator(_form)
    ]
    basis: Basis
    sources: Strings = []
    since: int | None = None
    until: int | None = None
    profiles: Annotated[list[Key], Field(min_length=1)]
    types: Strings = []
    per: Literal["smart"] | None = None
    smart: Key | None = None
    weight: int = Field(default=1, ge=1, le=100)
    why: BilingualEntry
    fix: BilingualEntry
    stub: str = Field(min_length=1)
    evidence: Annotated[list[BilingualEntry], BeforeValidator(_as_list)] = []
    evidence_counts: bool = True
    check: Any
    """`smartcert.catalog.parser` reads it."""
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
    about: BilingualEntry | None = None


class OffEntry(Entry):
    """A requirement of the extended catalog that is switched off, and why."""

    id: Key
    reason: BilingualEntry


class CatalogFile(Entry):
    """`catalog.yaml`."""

    version: int = Field(alias="smartcert-catalog", ge=1, le=1)
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: BilingualEntry
    about: BilingualEntry | None = None
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


class SubArea(Entry):
    """One field of a Smart, and the words by which it is recognised."""

    key: Key
    title: BilingualEntry
    terms: Strings


class SmartFile(Entry):
    """A file of one Smart."""

    smart: Key
    title: BilingualEntry
    definition: BilingualEntry
    ministry: BilingualEntry
    sources: Strings = []
    sub_areas: list[SubArea] = []
    requirements: Annotated[list[RequirementEntry], BeforeValidator(_as_list)] = []


class Threshold(Entry):
    """The reference value of an indicator; never a pass mark."""

    op: Literal[">=", "<=", ">", "<", "=", "exists", "live", "measured"]
    value: Annotated[float, Field(allow_inf_nan=False)] | None = None


class IndicatorEntry(Entry):
    """One reference indicator."""

    id: Key
    set: str
    smart: Key
    title: BilingualEntry
    unit: str
    unit_title: BilingualEntry
    threshold: Threshold
    direction: Literal["increase", "decrease", "maintain"] | None = None
    basis: Basis
    sources: Strings = []
    crosswalk: Strings = []
    note: BilingualEntry | None = None
    verify: bool | None = None


class Crosswalk(Entry):
    """What an indicator corresponds to in international standards."""

    id: Key
    title: BilingualEntry
    iso37120_2014: Strings = []
    iso37122_2019: Strings = []
    u4ssc: Strings = []
    basis: Basis | None = None
    sources: Strings = []
    note: BilingualEntry | None = None
    verify: bool | None = None


class IndicatorFile(Entry):
    """A file of indicators and their crosswalk."""

    indicators: Annotated[list[IndicatorEntry], BeforeValidator(_as_list)] = []
    crosswalk: Annotated[list[Crosswalk], BeforeValidator(_as_list)] = []


class SourceEntry(Entry):
    """One source."""

    key: Key
    title: BilingualEntry
    url: str | None = None
    file: str | None = None
    publisher: str | None = None
    year: int | None = None
    kind: Basis
    note: BilingualEntry | None = None


class SourceFile(Entry):
    """A file of sources."""

    sources: Annotated[list[SourceEntry], BeforeValidator(_as_list)] = []
