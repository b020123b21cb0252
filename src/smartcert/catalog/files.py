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
    to: Level
    when: dict[str, Any]


class Levels(Entry):
    default: Level
    profiles: dict[str, Level] = {}
    types: dict[str, Level] = {}
    raised: Raised | None = None


class RequirementEntry(Entry):
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
    id: int
    title: Words


class ProfileEntry(Entry):
    id: str
    like: str | None = None
    title: Words
    about: Words | None = None


class OffEntry(Entry):
    id: str
    reason: Words


class CatalogFile(Entry):
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
    group: str
    title: Words | None = None
    about: Words | None = None
    section: str | None = None
    requirements: Annotated[list[RequirementEntry], BeforeValidator(_as_list)] = []


class SubArea(Entry):
    key: str
    title: Words
    terms: list[str]


class SmartFile(Entry):
    smart: str
    title: Words
    definition: Words
    ministry: Words
    sources: Strings = []
    sub_areas: list[SubArea] = []
    requirements: Annotated[list[RequirementEntry], BeforeValidator(_as_list)] = []


class Threshold(Entry):
    op: Literal[">=", "<=", ">", "<", "=", "exists", "live", "measured"]
    value: float | None = None


class Indicator(Entry):
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
    indicators: Annotated[list[Indicator], BeforeValidator(_as_list)] = []
    crosswalk: Annotated[list[Crosswalk], BeforeValidator(_as_list)] = []


class SourceEntry(Entry):
    key: str
    title: Words
    url: str | None = None
    file: str | None = None
    publisher: str | None = None
    year: int | None = None
    kind: Basis
    note: Words | None = None


class SourceFile(Entry):
    sources: Annotated[list[SourceEntry], BeforeValidator(_as_list)] = []
