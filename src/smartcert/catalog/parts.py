"""What the files of a catalog state, as values: made of its compiled form, put in order at the end.

Parts are what inheritance and the judging of names work on. Only when every name is known do they
become a `Catalog`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from smartcert.catalog.model import (
    Catalog,
    Citation,
    Crosswalk,
    Edition,
    Group,
    Indicator,
    LevelRule,
    Off,
    Point,
    Profile,
    Raise,
    Requirement,
    Smart,
    SubArea,
    Threshold,
    Topic,
)
from smartcert.checks import Bilingual

LISTS = ("groups", "smarts", "requirements", "indicators", "crosswalk", "sources", "guide")
"""What the compiled form lists, beside the head, which is `catalog`."""

ASIDE = frozenset(("source_names", "own_fields"))
"""Lists of a requirement that only who judges a catalog needs."""

Data = dict[str, Any]
"""One thing in the compiled form: plain JSON that has been held to the format of the files."""


class Head(NamedTuple):
    """What `catalog.yaml` states; what it leaves out comes from the catalog it extends."""

    id: str
    title: Bilingual
    editions: tuple[Edition, ...]
    profiles: tuple[Profile, ...]
    groups: tuple[str, ...]
    smarts: tuple[str, ...]
    off: tuple[Off, ...]
    default_edition: int | None = None
    default_profile: str | None = None
    extends: str | None = None


class CatalogParts(NamedTuple):
    """Everything that the files of a catalog state, by id, in the order of the files."""

    head: Head
    groups: dict[str, Group]
    smarts: dict[str, Smart]
    requirements: dict[str, Requirement]
    indicators: dict[str, Indicator]
    crosswalk: dict[str, Crosswalk]
    sources: dict[str, Citation]
    guide: dict[str, Topic]
    digest: str
    """`sha256:` of the files."""

    def catalog(self) -> Catalog:
        """Return the catalog, in the order of its head; every name it uses has to be known."""
        head = self.head
        editions = {edition.id: edition for edition in head.editions}
        profiles = {profile.id: profile for profile in head.profiles}
        return Catalog(
            id=head.id,
            title=head.title,
            editions=editions,
            default_edition=head.default_edition or [*editions][-1],
            profiles=profiles,
            default_profile=head.default_profile or next(iter(profiles)),
            groups={key: self.groups[key] for key in head.groups},
            smarts={key: self.smarts[key] for key in dict.fromkeys([*head.smarts, *self.smarts])},
            requirements=self.in_order(),
            indicators=self.indicators,
            crosswalk=self.crosswalk,
            sources=self.sources,
            off={entry.id: entry for entry in head.off},
            guide=self.guide,
            digest=self.digest,
        )

    def in_order(self) -> dict[str, Requirement]:
        """Return requirements in the order of groups, those of one Smart after those of all."""
        groups = {group: index for index, group in enumerate(self.head.groups)}
        smarts = {smart: index for index, smart in enumerate(self.head.smarts, 1)}

        def place(requirement: Requirement) -> tuple[int, int]:
            group = groups.get(requirement.group, len(groups))
            return group, smarts.get(requirement.smart or "", 0)

        return {entry.id: entry for entry in sorted(self.requirements.values(), key=place)}


def parts_of(data: Data) -> CatalogParts:
    """Return the values of a compiled form."""
    return CatalogParts(
        head=_head(data["catalog"]),
        groups={entry["id"]: Group(**entry) for entry in data["groups"]},
        smarts={entry["key"]: _smart(entry) for entry in data["smarts"]},
        requirements={entry["id"]: requirement_of(entry) for entry in data["requirements"]},
        indicators={entry["id"]: _indicator(entry) for entry in data["indicators"]},
        crosswalk={entry["id"]: _crosswalk(entry) for entry in data["crosswalk"]},
        sources={entry["key"]: Citation(**entry) for entry in data["sources"]},
        guide={entry["id"]: _topic(entry) for entry in data["guide"]},
        digest=data["digest"],
    )


def requirement_of(entry: Data) -> Requirement:
    """Return one requirement of a compiled form."""
    level = {**entry["level"]}
    # The compiled form is JSON, whose keys are texts.
    level["editions"] = {int(key): each for key, each in level["editions"].items()}
    if "raised" in level:
        level["raised"] = Raise(**level["raised"])
    made = {
        "level": LevelRule(**level),
        "sources": tuple(entry["sources"]),
        "evidence": tuple(entry["evidence"]),
        "profiles": tuple(entry["profiles"]),
        "types": tuple(entry["types"]),
    }
    return Requirement(**(entry | made | _tuples(entry, *ASIDE & entry.keys())))


def _head(entry: Data) -> Head:
    made = {
        "editions": tuple(Edition(**edition) for edition in entry["editions"]),
        "profiles": tuple(
            Profile(**(profile | _tuples(profile, "also"))) for profile in entry["profiles"]
        ),
        "off": tuple(Off(**off) for off in entry["off"]),
    }
    return Head(**(entry | made | _tuples(entry, "groups", "smarts")))


def _smart(entry: Data) -> Smart:
    areas = tuple(SubArea(**(area | _tuples(area, "terms"))) for area in entry["sub_areas"])
    return Smart(**(entry | _tuples(entry, "sources", "also") | {"sub_areas": areas}))


def _indicator(entry: Data) -> Indicator:
    made = {
        "threshold": Threshold(**entry["threshold"]),
        "sources": tuple(entry["sources"]),
        "crosswalk": tuple(entry["crosswalk"]),
    }
    return Indicator(**(entry | made))


def _crosswalk(entry: Data) -> Crosswalk:
    lists = _tuples(entry, "iso37120_2014", "iso37122_2019", "u4ssc", "sources")
    return Crosswalk(**(entry | lists))


def _topic(entry: Data) -> Topic:
    points = tuple(Point(**(point | _tuples(point, "sources"))) for point in entry["points"])
    return Topic(**(entry | _tuples(entry, "shows", "also") | {"points": points}))


def _tuples(entry: Data, *keys: str) -> dict[str, tuple[Any, ...]]:
    """Return the lists of an entry as a value keeps them."""
    return {key: tuple(entry[key]) for key in keys}
