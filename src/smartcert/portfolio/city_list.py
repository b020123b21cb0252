"""The list of cities that an office keeps: what makes a city, and who looks after it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from smartcert.errors import UsageError
from smartcert.files import read_file
from smartcert.source.encoding import decode

CITY_LIST = "smartcert-cities.csv"
COLUMNS = ("key", "name", "province", "reviewer", "due", "folder")


class ListedCity(NamedTuple):
    """One row of the list."""

    key: str
    name: str
    province: str | None
    reviewer: str | None
    due: str | None
    folder: Path
    """Below which its files lie."""


def read_city_list(file: Path) -> dict[str, ListedCity]:
    """Return the cities of a list by their keys. Raises `UsageError` for a list that is none."""
    try:
        text = decode(read_file(file))[0]
    except OSError as problem:
        raise UsageError("usage.cannot-open", file=file, reason=problem.strerror) from problem
    rows = csv.DictReader(text.lstrip("\ufeff").splitlines())
    heads = rows.fieldnames or []
    unknown = [head for head in heads if head not in COLUMNS]
    if "key" not in heads or unknown:
        named = ", ".join(unknown) or "–"
        known = ", ".join(COLUMNS)
        raise UsageError("usage.city-list-heads", file=file, unknown=named, columns=known)
    found: dict[str, ListedCity] = {}
    for number, row in enumerate(rows, start=2):
        said = {name: (row.get(name) or "").strip() for name in COLUMNS}
        key = said["key"]
        if not key or key in found:
            raise UsageError("usage.city-list-key", place=f"{file}:{number}", key=key or "–")
        found[key] = ListedCity(
            key=key,
            name=said["name"] or key,
            province=said["province"] or None,
            reviewer=said["reviewer"] or None,
            due=said["due"] or None,
            folder=file.parent / (said["folder"] or key),
        )
    return found
