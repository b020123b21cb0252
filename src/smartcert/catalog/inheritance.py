"""What a catalog takes from another: `extends` and `off`; and a profile from another: `like`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from smartcert.catalog.model import Level, Profile, Requirement
from smartcert.catalog.parts import CatalogParts, Head


def lay_over(own: CatalogParts, base: CatalogParts | None) -> CatalogParts:
    """Return a catalog laid over the one it extends, if it extends one.

    What has an id of the other takes its place, what is new comes behind it, and what is switched
    off goes. Then profiles that are `like` another ask for what that one asks for.
    """
    whole = own if base is None else _laid_over(own, base)
    models = _models(whole.head.profiles)
    if not models:
        return whole
    asked = {key: _asked_also(entry, models) for key, entry in whole.requirements.items()}
    return whole._replace(requirements=asked)


def _laid_over(own: CatalogParts, base: CatalogParts) -> CatalogParts:
    off = {entry.id for entry in own.head.off}
    kept = {key: entry for key, entry in base.requirements.items() if key not in off}
    # A file may only add requirements to a group of the other; then it gives it no title.
    titled = {
        key: group for key, group in own.groups.items() if group.title or key not in base.groups
    }
    return CatalogParts(
        head=_merged(own.head, base.head),
        groups={**base.groups, **titled},
        smarts={**base.smarts, **own.smarts},
        requirements={**kept, **own.requirements},
        indicators={**base.indicators, **own.indicators},
        crosswalk={**base.crosswalk, **own.crosswalk},
        sources={**base.sources, **own.sources},
        guide={**base.guide, **own.guide},
        digest=f"sha256:{sha256((own.digest + base.digest).encode()).hexdigest()}",
    )


def _merged(own: Head, base: Head) -> Head:
    """Let what a catalog states of itself stand before what it inherits.

    A default goes with the list that it is taken from.
    """
    return own._replace(
        editions=own.editions or base.editions,
        default_edition=own.default_edition or (None if own.editions else base.default_edition),
        profiles=own.profiles or base.profiles,
        default_profile=own.default_profile or (None if own.profiles else base.default_profile),
        groups=tuple(dict.fromkeys([*base.groups, *own.groups])),
        smarts=own.smarts or base.smarts,
    )


def _models(profiles: Iterable[Profile]) -> dict[str, list[str]]:
    """Return, for each profile that is like another, those it is like, the nearest first."""
    like = {profile.id: profile.like for profile in profiles if profile.like is not None}
    models: dict[str, list[str]] = {}
    for profile in like:
        found = models[profile] = []
        model = like.get(profile)
        while model is not None and model not in found:
            found.append(model)
            model = like.get(model)
    return models


def _asked_also(requirement: Requirement, models: dict[str, list[str]]) -> Requirement:
    """Let every profile ask for it that is like one which does, at the level it has there."""
    asked, stated = requirement.profiles, requirement.level.profiles
    also = [profile for profile, others in models.items() if set(asked).intersection(others)]
    inherited: dict[str, Level] = {}
    for profile in also:
        level = next((stated[other] for other in models[profile] if other in stated), None)
        if level is not None:
            inherited[profile] = level
    return replace(
        requirement,
        level=requirement.level._replace(profiles={**inherited, **stated}),
        profiles=tuple(dict.fromkeys([*asked, *also])),
    )
