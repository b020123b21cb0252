"""The names a catalog uses: whether what each stands for is there, or in what it extends."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.catalog.model import Requirement
from smartcert.catalog.parts import CatalogParts, Head
from smartcert.catalog.problem import HEAD, LintProblem, Subject
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
            told = "catalog.yaml does not list it under smarts"
            yield _unknown(("smart", key), ("smart",), told)
    for key, indicator in own.indicators.items():
        subject = ("indicator", key)
        if indicator.smart not in whole.smarts:
            yield _unknown(subject, ("smart",), f"no Smart {indicator.smart}")
        for index, name in enumerate(indicator.crosswalk):
            if name not in whole.crosswalk:
                yield _unknown(subject, ("crosswalk", index), f"no crosswalk {name}")


def _of_head(head: Head, whole: CatalogParts, base: CatalogParts | None) -> Iterator[LintProblem]:
    editions, profiles = _editions(whole.head), _profiles(whole.head)
    lists = {"editions": editions, "profiles": profiles, "groups": whole.head.groups}
    for name, known in lists.items():
        if not known:
            yield _unknown(HEAD, (name,), f"names no {name}")
    if head.default_edition is not None and editions and head.default_edition not in editions:
        told = f"default_edition: no edition {head.default_edition}"
        yield _unknown(HEAD, ("default_edition",), told)
    if head.default_profile is not None and profiles and head.default_profile not in profiles:
        told = f"default_profile: no profile {head.default_profile}"
        yield _unknown(HEAD, ("default_profile",), told)
    for index, entry in enumerate(head.off):
        if base is None or entry.id not in base.requirements:
            told = f"off: what it extends has no requirement {entry.id}"
            yield _unknown(HEAD, ("off", index, "id"), told)
    for index, key in enumerate(head.smarts):
        if key not in whole.smarts:
            yield _unknown(HEAD, ("smarts", index), f"smarts: no file describes {key}")


def _of_profiles(head: Head, merged: Head, base: CatalogParts | None) -> Iterator[LintProblem]:
    """Judge what profiles are like: one of these, or one asked for in what is extended."""
    known = _profiles(merged)
    if base is not None:
        known |= _profiles(base.head)
        known.update(name for entry in base.requirements.values() for name in entry.profiles)
    for index, profile in enumerate(head.profiles):
        if profile.like is not None and profile.like not in known:
            told = f"profile {profile.id}: like {profile.like}, which is not there"
            yield _unknown(HEAD, ("profiles", index, "like"), told)


def _of_groups(own: CatalogParts, whole: CatalogParts) -> Iterator[LintProblem]:
    for index, key in enumerate(own.head.groups):
        if key not in whole.groups:
            yield _unknown(HEAD, ("groups", index), f"groups: no file describes {key}")
    listed = whole.head.groups
    for key in own.groups:
        if listed and key not in listed:
            told = "catalog.yaml does not list it under groups"
            yield _unknown(("group", key), ("group",), told)
        if not whole.groups[key].title:
            told = "has no title, here or in what is extended"
            yield _unknown(("group", key), ("group",), told)


def _of_requirements(
    own: CatalogParts, whole: CatalogParts, base: CatalogParts | None
) -> Iterator[LintProblem]:
    head = whole.head
    editions = _editions(head) | (_editions(base.head) if base is not None else set())
    profiles = _profiles(head) | {entry.like for entry in head.profiles if entry.like is not None}
    for requirement in own.requirements.values():
        for path, told in _names(requirement, editions, profiles):
            yield _unknown(("requirement", requirement.id), path, told)
        if requirement.smart is not None and requirement.smart not in whole.smarts:
            told = f"no Smart {requirement.smart}"
            yield _unknown(("requirement", requirement.id), ("smart",), told)
        group = requirement.group
        if head.groups and group not in head.groups and group not in own.groups:
            told = f"catalog.yaml lists no group {group}"
            yield _unknown(("requirement", requirement.id), (), told)


def _names(
    requirement: Requirement, editions: set[int], profiles: set[str]
) -> Iterator[tuple[FieldPath, str]]:
    """Yield the profiles and editions of a requirement that are not there, where there are any."""
    asked: list[tuple[FieldPath, str]] = [
        (("profiles", index), name) for index, name in enumerate(requirement.profiles)
    ]
    asked += [(("level", "profiles", name), name) for name in requirement.level.profiles]
    for path, name in asked:
        if profiles and name not in profiles:
            yield path, f"no profile {name}"
    for key, edition in (("since", requirement.since), ("until", requirement.until)):
        if editions and edition is not None and edition not in editions:
            yield (key,), f"no edition {edition}"


def _editions(head: Head) -> set[int]:
    return {edition.id for edition in head.editions}


def _profiles(head: Head) -> set[str]:
    return {profile.id for profile in head.profiles}


def _unknown(subject: Subject, path: FieldPath, message: str) -> LintProblem:
    return LintProblem(code="L007", message=message, path=path, subject=subject)
