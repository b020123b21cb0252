"""The catalog's YAML files as Pydantic models: which keys each may have. Only imported when a catalog is read from YAML."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Entry(BaseModel):
    """A mapping of a catalog file; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Words(Entry):
    """One text in each language."""

    th: str = Field(min_length=1)
    en: str = Field(min_length=1)


def _as_list(value: Any) -> Any:
    return [] if value is None else value


Level = Literal["mandatory", "recommended"]
Basis = Literal["official", "secondary", "academic", "inferred", "unverified"]
Strings = Annotated[list[str], BeforeValidator(_as_list)]


class Raised(Entry):
    """A level that holds when a check is met."""

    to: Level
    when: dict[str, Any]


class Levels(Entry):
    """A level that depends on profile, city type or the proposal itself."""

    default: Level
    profiles: dict[str, Level] = {}
    types: dict[str, Level] = {}
    raised: Raised | None = None


class RequirementEntry(Entry):
    """One requirement as it is written."""

    id: str = Field(pattern=r"^[A-Z][A-Z0-9]*-[A-Z0-9]+$")
    title: Words
    level: Level | Levels
    basis: Basis
    sources: Strings = []
    since: int | None = None
    until: int | None = None
    profiles: Annotated[list[str], Field(min_length=1)]
    types: Strings = []
    per: Literal["smart"] | None = None
    smart: str | None = None
    weight: int = Field(default=1, ge=1, le=100)
    why: Words
    fix: Words
    stub: str = Field(min_length=1)
    evidence: Annotated[list[Words], BeforeValidator(_as_list)] = []
    check: dict[str, Any]
    examples: dict[Literal["pass", "fail", "person"], str]


class EditionEntry(Entry):
    """One edition of the criteria."""

    id: int
    title: Words


class ProfileEntry(Entry):
    """One stage that a city applies for; `like` another asks for the same."""

    id: str
    like: str | None = None
    title: Words
    about: Words | None = None


class OffEntry(Entry):
    """A requirement of the extended catalog that is switched off, and why."""

    id: str
    reason: Words


class CatalogFile(Entry):
    """`catalog.yaml`."""

    version: int = Field(alias="smartcert-catalog", ge=1, le=1)
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: Words
    about: Words | None = None
    editions: list[EditionEntry] = []
    default_edition: int | None = None
    profiles: list[ProfileEntry] = []
    default_profile: str | None = None
    groups: Strings = []
    smarts: Strings = []
    extends: str | None = None
    off: list[OffEntry] = []


class GroupFile(Entry):
    """A file of one group."""

    group: str
    title: Words | None = None
    about: Words | None = None
    section: str | None = None
    requirements: Annotated[list[RequirementEntry], BeforeValidator(_as_list)] = []


class SubArea(Entry):
    """One field of a Smart, and the words by which it is recognised."""

    key: str
    title: Words
    terms: list[str]


class SmartFile(Entry):
    """A file of one Smart."""

    smart: str
    title: Words
    definition: Words
    ministry: Words
    sources: Strings = []
    sub_areas: list[SubArea] = []
    requirements: Annotated[list[RequirementEntry], BeforeValidator(_as_list)] = []


class Threshold(Entry):
    """The reference value of an indicator; never a pass mark."""

    op: Literal[">=", "<=", ">", "<", "=", "exists", "live", "measured"]
    value: float | None = None


class Indicator(Entry):
    """One reference indicator."""

    id: str
    set: str
    smart: str
    title: Words
    unit: str
    unit_title: Words
    threshold: Threshold
    direction: Literal["increase", "decrease", "maintain"] | None = None
    basis: Basis
    sources: Strings = []
    crosswalk: Strings = []
    note: Words | None = None
    verify: bool | None = None


class Crosswalk(Entry):
    """What an indicator corresponds to in international standards."""

    id: str
    title: Words
    iso37120_2014: Strings = []
    iso37122_2019: Strings = []
    u4ssc: Strings = []
    basis: Basis | None = None
    sources: Strings = []
    note: Words | None = None
    verify: bool | None = None


class IndicatorFile(Entry):
    """A file of indicators and their crosswalk."""

    indicators: Annotated[list[Indicator], BeforeValidator(_as_list)] = []
    crosswalk: Annotated[list[Crosswalk], BeforeValidator(_as_list)] = []


class SourceEntry(Entry):
    """One source."""

    key: str
    title: Words
    url: str | None = None
    file: str | None = None
    publisher: str | None = None
    year: int | None = None
    kind: Basis
    note: Words | None = None


class SourceFile(Entry):
    """A file of sources."""

    sources: Annotated[list[SourceEntry], BeforeValidator(_as_list)] = []
