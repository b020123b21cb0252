"""The names a catalog uses: whether what each stands for is there, or in what it extends."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.catalog.model import Requirement
from smartcert.catalog.parts import CatalogParts, Head
from smartcert.catalog.problem import LintProblem, problem
from smartcert.source.path import FieldPath


def unknown_names(
    own: CatalogParts, whole: CatalogParts, base: CatalogParts | None
) -> Iterator[LintProblem]:
    """Yield the names in a catalog's own files that stand for nothing.

    `whole` is the catalog with what it extends worked in; `base` is what it extends.
    """
    yield from _of_head(own.head, whole, base)
    yield from _of_profiles(own.head, whole.head, base)
    yield from _of_groups(own, whole)
    yield from _of_requirements(own, whole, base)
    listed = whole.head.smarts
    for key in own.smarts:
        if listed and key not in listed:
            yield problem("lint.L007.smart-unlisted", ("smart",), ("smart", key))
    for key, indicator in own.indicators.items():
        subject = ("indicator", key)
        if indicator.smart not in whole.smarts:
            yield problem("lint.L007.no-smart", ("smart",), subject, smart=indicator.smart)
        for index, name in enumerate(indicator.crosswalk):
            if name not in whole.crosswalk:
                yield problem(
                    "lint.L007.no-crosswalk", ("crosswalk", index), subject, crosswalk=name
                )

    for key, topic in own.guide.items():
        for index, name in enumerate(topic.shows):
            if name not in whole.groups and name not in whole.smarts:
                yield problem("lint.L007.shows", ("shows", index), ("topic", key), name=name)


def _of_head(head: Head, whole: CatalogParts, base: CatalogParts | None) -> Iterator[LintProblem]:
    editions, profiles = _editions(whole.head), _profiles(whole.head)
    lists = {"editions": editions, "profiles": profiles, "groups": whole.head.groups}
    for name, known in lists.items():
        if not known:
            yield problem("lint.L007.none-named", (name,), list=name)
    if head.default_edition is not None and editions and head.default_edition not in editions:
        edition = head.default_edition
        yield problem("lint.L007.default-edition", ("default_edition",), edition=edition)
    if head.default_profile is not None and profiles and head.default_profile not in profiles:
        profile = head.default_profile
        yield problem("lint.L007.default-profile", ("default_profile",), profile=profile)
    for index, entry in enumerate(head.off):
        if base is None or entry.id not in base.requirements:
            yield problem("lint.L007.off", ("off", index, "id"), requirement=entry.id)
    for index, key in enumerate(head.smarts):
        if key not in whole.smarts:
            yield problem("lint.L007.smarts", ("smarts", index), smart=key)


def _of_profiles(head: Head, merged: Head, base: CatalogParts | None) -> Iterator[LintProblem]:
    """Judge what profiles are like: one of these, or one asked for in what is extended."""
    known = _profiles(merged)
    if base is not None:
        known |= _profiles(base.head)
        known.update(name for entry in base.requirements.values() for name in entry.profiles)
    for index, profile in enumerate(head.profiles):
        if profile.like is not None and profile.like not in known:
            names = {"profile": profile.id, "like": profile.like}
            yield problem("lint.L007.like", ("profiles", index, "like"), **names)


def _of_groups(own: CatalogParts, whole: CatalogParts) -> Iterator[LintProblem]:
    for index, key in enumerate(own.head.groups):
        if key not in whole.groups:
            yield problem("lint.L007.groups", ("groups", index), group=key)
    listed = whole.head.groups
    for key in own.groups:
        if listed and key not in listed:
            yield problem("lint.L007.group-unlisted", ("group",), ("group", key))
        if not whole.groups[key].title:
            yield problem("lint.L007.group-untitled", ("group",), ("group", key))


def _of_requirements(
    own: CatalogParts, whole: CatalogParts, base: CatalogParts | None
) -> Iterator[LintProblem]:
    head = whole.head
    editions = _editions(head) | (_editions(base.head) if base is not None else set())
    profiles = _profiles(head) | {entry.like for entry in head.profiles if entry.like is not None}
    for requirement in own.requirements.values():
        yield from _of_stages(requirement, editions, profiles)
        subject = ("requirement", requirement.id)
        smart, group = requirement.smart, requirement.group
        if smart is not None and smart not in whole.smarts:
            yield problem("lint.L007.no-smart", ("smart",), subject, smart=smart)
        if head.groups and group not in head.groups and group not in own.groups:
            yield problem("lint.L007.no-group", (), subject, group=group)


def _of_stages(
    requirement: Requirement, editions: set[int], profiles: set[str]
) -> Iterator[LintProblem]:
    """Judge the profiles and editions of a requirement, where the catalog has any."""
    subject = ("requirement", requirement.id)
    asked: list[tuple[FieldPath, str]] = [
        (("profiles", index), name) for index, name in enumerate(requirement.profiles)
    ]
    asked += [(("level", "profiles", name), name) for name in requirement.level.profiles]
    for path, name in asked:
        if profiles and name not in profiles:
            yield problem("lint.L007.no-profile", path, subject, profile=name)
    dated: list[tuple[FieldPath, int | None]] = [
        (("since",), requirement.since),
        (("until",), requirement.until),
        *((("level", "editions", str(each)), each) for each in requirement.level.editions),
    ]
    for path, edition in dated:
        if editions and edition is not None and edition not in editions:
            yield problem("lint.L007.no-edition", path, subject, edition=edition)


def _editions(head: Head) -> set[int]:
    return {edition.id for edition in head.editions}


def _profiles(head: Head) -> set[str]:
    return {profile.id for profile in head.profiles}
