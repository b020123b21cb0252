"""Which file is of which city: by its folder, by the list of cities, or by what it calls itself."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

from smartcert.portfolio.city import City, name_of_city, rounds_of
from smartcert.portfolio.city_list import ListedCity
from smartcert.portfolio.entry import RoundEntry, UnreadableFile
from smartcert.suggest import closest
from smartcert.thai.normalize import fold

By = Literal["folder", "applicant"]
ProblemCode = Literal["Q001", "Q002", "Q003"]
"""Two files of one city and round; one city under two names; two cities of one name."""


class FoundFile(NamedTuple):
    """A proposal, and the folder in which it was looked for; None for one that is named itself."""

    file: str
    root: str | None


class Ambiguity(NamedTuple):
    """What nobody but a person can tell apart; it is told, and nothing is averaged."""

    code: ProblemCode
    names: tuple[str, ...]
    files: tuple[str, ...]
    round: int | None = None


Results = Mapping[FoundFile, RoundEntry | UnreadableFile]


def group(
    results: Results, by: By, listed: Mapping[str, ListedCity]
) -> tuple[list[City], list[UnreadableFile]]:
    """Return the cities, and the files that can't be read and be laid to none."""
    entries: dict[str, list[RoundEntry]] = defaultdict(list)
    unread: list[tuple[FoundFile, UnreadableFile]] = []
    for found, result in results.items():
        if isinstance(result, RoundEntry):
            entries[_key(found, result.name, by, listed)].append(result)
        else:
            unread.append((found, result))
    owners = _owners(entries)
    left: list[UnreadableFile] = []
    laid: dict[str, list[UnreadableFile]] = defaultdict(list)
    for found, file in unread:
        key = _key(found, "", by, listed) or owners.get(folder_name(found.file), "")
        (laid[key] if key else left).append(file)
    keys = [*dict.fromkeys([*entries, *laid, *listed])]
    return [_city(key, entries[key], laid[key], listed.get(key)) for key in keys], left


def folder_name(file: str) -> str:
    """Return the folder of a file, as it is called."""
    return os.path.dirname(file) or os.curdir  # noqa: PTH120 - a name, not a place


def _key(found: FoundFile, name: str, by: By, listed: Mapping[str, ListedCity]) -> str:
    """Return by what a city is told from others; empty where a file does not say it."""
    place = Path(os.path.abspath(found.file))  # noqa: PTH100
    fits = [
        each
        for each in listed.values()
        if place.is_relative_to(os.path.abspath(each.folder))  # noqa: PTH100
    ]
    if fits:
        return max(fits, key=lambda each: len(str(each.folder))).key
    if by == "folder" and found.root is not None:
        folder = os.path.relpath(folder_name(found.file), found.root)
        if folder != ".":
            return Path(folder).as_posix()
    return fold(name)


def _owners(entries: Mapping[str, list[RoundEntry]]) -> dict[str, str]:
    """Return the city of each folder that holds the files of one alone."""
    owners: dict[str, set[str]] = defaultdict(set)
    for key, own in entries.items():
        for entry in own:
            owners[folder_name(entry.file)].add(key)
    return {folder: next(iter(keys)) for folder, keys in owners.items() if len(keys) == 1}


def _city(
    key: str, entries: list[RoundEntry], unread: list[UnreadableFile], row: ListedCity | None
) -> City:
    rounds, copies = rounds_of(entries)
    city = City(
        key=key or (entries[0].file if entries else unread[0].file),
        name=row.name if row else name_of_city(entries, key),
        latest=rounds[0] if rounds else None,
        earlier=tuple(rounds[1:]),
        copies=tuple(copies),
        unread=tuple(unread),
    )
    if row is None:
        return city
    return replace(city, province=row.province, reviewer=row.reviewer, due=row.due)


def problems_of(cities: Iterable[City]) -> Iterator[Ambiguity]:
    """Yield what a person has to look at, by city."""
    cities = [*cities]
    for city in cities:
        files = [entry for entry in (city.latest, *city.earlier, *city.copies) if entry]
        for copy in city.copies:
            same = [entry.file for entry in files if entry.round == copy.round]
            yield Ambiguity("Q001", (city.name,), tuple(dict.fromkeys(same)), copy.round)
        names = {fold(entry.name): entry.name for entry in files if entry.name}
        if len(names) > 1:
            told = tuple(entry.file for entry in files)
            yield Ambiguity("Q002", tuple(names.values()), told)
    yield from _alike(cities)


def _alike(cities: list[City]) -> Iterator[Ambiguity]:
    """Yield cities of one name, and those whose names differ as a slip of the pen does."""
    by_name: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        if city.latest is not None:
            by_name[fold(city.name)].append(city)
    told: set[frozenset[str]] = set()
    for name, same in by_name.items():
        if len(same) > 1:
            yield _one_name(same)
        other = closest(name, [each for each in by_name if each != name])
        if other is not None and frozenset((name, other)) not in told:
            told.add(frozenset((name, other)))
            yield _one_name([same[0], by_name[other][0]])


def _one_name(cities: list[City]) -> Ambiguity:
    names = dict.fromkeys(city.name for city in cities)
    return Ambiguity(
        "Q003", tuple(names), tuple(city.latest.file for city in cities if city.latest)
    )
