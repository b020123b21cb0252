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
            yield _unknown("smart-unlisted", ("smart", key), ("smart",))
    for key, indicator in own.indicators.items():
        subject = ("indicator", key)
        if indicator.smart not in whole.smarts:
            yield _unknown("no-smart", subject, ("smart",), smart=indicator.smart)
        for index, name in enumerate(indicator.crosswalk):
            if name not in whole.crosswalk:
                yield _unknown("no-crosswalk", subject, ("crosswalk", index), crosswalk=name)


def _of_head(head: Head, whole: CatalogParts, base: CatalogParts | None) -> Iterator[LintProblem]:
    editions, profiles = _editions(whole.head), _profiles(whole.head)
    lists = {"editions": editions, "profiles": profiles, "groups": whole.head.groups}
    for name, known in lists.items():
        if not known:
            yield _unknown("none-named", HEAD, (name,), list=name)
    if head.default_edition is not None and editions and head.default_edition not in editions:
        edition = head.default_edition
        yield _unknown("default-edition", HEAD, ("default_edition",), edition=edition)
    if head.default_profile is not None and profiles and head.default_profile not in profiles:
        profile = head.default_profile
        yield _unknown("default-profile", HEAD, ("default_profile",), profile=profile)
    for index, entry in enumerate(head.off):
        if base is None or entry.id not in base.requirements:
            yield _unknown("off-nothing", HEAD, ("off", index, "id"), requirement=entry.id)
    for index, key in enumerate(head.smarts):
        if key not in whole.smarts:
            yield _unknown("smarts-nothing", HEAD, ("smarts", index), smart=key)


def _of_profiles(head: Head, merged: Head, base: CatalogParts | None) -> Iterator[LintProblem]:
    """Judge what profiles are like: one of these, or one asked for in what is extended."""
    known = _profiles(merged)
    if base is not None:
        known |= _profiles(base.head)
        known.update(name for entry in base.requirements.values() for name in entry.profiles)
    for index, profile in enumerate(head.profiles):
        if profile.like is not None and profile.like not in known:
            names = {"profile": profile.id, "like": profile.like}
            yield _unknown("like-nothing", HEAD, ("profiles", index, "like"), **names)


def _of_groups(own: CatalogParts, whole: CatalogParts) -> Iterator[LintProblem]:
    for index, key in enumerate(own.head.groups):
        if key not in whole.groups:
            yield _unknown("groups-nothing", HEAD, ("groups", index), group=key)
    listed = whole.head.groups
    for key in own.groups:
        if listed and key not in listed:
            yield _unknown("group-unlisted", ("group", key), ("group",))
        if not whole.groups[key].title:
            yield _unknown("group-untitled", ("group", key), ("group",))


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
            yield _unknown("no-smart", subject, ("smart",), smart=smart)
        if head.groups and group not in head.groups and group not in own.groups:
            yield _unknown("no-group", subject, (), group=group)


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
            yield _unknown("no-profile", subject, path, profile=name)
    for key, edition in (("since", requirement.since), ("until", requirement.until)):
        if editions and edition is not None and edition not in editions:
            yield _unknown("no-edition", subject, (key,), edition=edition)


def _editions(head: Head) -> set[int]:
    return {edition.id for edition in head.editions}


def _profiles(head: Head) -> set[str]:
    return {profile.id for profile in head.profiles}


def _unknown(key: str, subject: Subject, path: FieldPath, /, **params: object) -> LintProblem:
    key = f"catalog.lint.{key}"
    return LintProblem(code="L007", key=key, params=params, path=path, subject=subject)
