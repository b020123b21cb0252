"""The requirements of a catalog as a list, for a terminal or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from smartcert.catalog.indicators import target
from smartcert.catalog.model import Catalog, LevelRule, Requirement
from smartcert.messages.message import message
from smartcert.render.number_format import edition as in_calendar
from smartcert.thai.words import wrap

Line = tuple[str, str]

_SIGNS = {"mandatory": "●", "recommended": "○"}

_INDENT = 14
"""Columns before a title: the sign and the id."""


@dataclass(frozen=True, slots=True)
class CriteriaList:
    """What an edition of a catalog asks."""

    catalog: Catalog
    edition: int
    profile: str | None
    """Only what it asks for this profile; None: for any of the catalog's."""

    @property
    def requirements(self) -> list[Requirement]:
        """The requirements that are listed; one that no profile of the catalog asks for is not."""
        profiles = {self.profile} if self.profile else self.catalog.profiles.keys()
        return [
            requirement
            for requirement in self.catalog.in_edition(self.edition)
            if profiles & set(requirement.profiles)
        ]

    def as_json(self) -> dict[str, Any]:
        """Return the list as JSON's values."""
        return {
            "format": 1,
            "catalog": self.catalog.id,
            "edition": self.edition,
            "requirements": [
                {
                    "id": item.id,
                    "group": item.group,
                    "smart": item.smart,
                    "title": item.title,
                    "level": _level(item.level),
                    "basis": item.basis,
                    "sources": list(item.sources),
                    "profiles": list(item.profiles),
                    "since": item.since,
                    "until": item.until,
                    "weight": item.weight,
                    "counts": item.counts,
                }
                for item in self.requirements
            ],
        }

    def lines(self, lang: str, width: int) -> Iterator[Line]:
        """Yield styled lines, group by group, and the indicators where no profile is chosen."""
        listed = self.requirements
        year = in_calendar(self.edition, lang)
        title = self.catalog.title[lang]
        yield "title", f"{title} · {message('terminal.edition', lang, edition=year)}"
        group = None
        for item in listed:
            if item.group != group:
                group = item.group
                yield "", ""
                for line in wrap(f"{group} {self.catalog.groups[group].title[lang]}", width):
                    yield "group", line
            yield from _entry(_SIGNS[item.level.default], item.id, item.title[lang], width)
        if self.catalog.indicators and self.profile is None:
            yield "", ""
            yield "group", message("terminal.explain.indicators", lang)
            for key, entry in self.catalog.indicators.items():
                text = f"{entry.title[lang]}: {target(entry, lang)}"
                yield from _entry("·", key, text, width)
        yield "", ""
        yield "dim", message("catalog.signs", lang, count=len(listed))


def _level(rule: LevelRule) -> object:
    """Return a level as JSON has it: one word, or a default and what changes it."""
    if not (rule.profiles or rule.types or rule.editions or rule.raised):
        return rule.default
    level: dict[str, object] = {
        "default": rule.default,
        "profiles": rule.profiles,
        "types": rule.types,
    }
    if rule.editions:
        level["editions"] = rule.editions
    return {**level, "raised": rule.raised._asdict()} if rule.raised is not None else level


def _entry(sign: str, key: str, text: str, width: int) -> Iterator[Line]:
    first, *rest = wrap(text, width - _INDENT)
    yield "", f"  {sign} {key:<9} {first}"
    for line in rest:
        yield "", f"{' ' * _INDENT}{line}"
