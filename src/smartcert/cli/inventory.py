"""Every file of a folder of drafts, by what it is: nothing vanishes unsaid."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from smartcert.cli.exclusion import kept
from smartcert.cli.settings_file import NAMES, PROJECT
from smartcert.files import is_file, is_folder, read_file
from smartcert.portfolio.city_list import CITY_LIST
from smartcert.portfolio.grouping import FoundFile
from smartcert.portfolio.survey import UnclearFile, UnclearReason
from smartcert.session.inputs import not_a_file
from smartcert.source.filetype import foreign
from smartcert.workbook.source_file import ENDINGS, recognise_file

WORD = (".docx", ".doc", ".odt", ".rtf")
_HEAD = 4096
_KINDS = {b"smartcert-review": "reviews", b"smartcert-waivers": "waivers"}


class Inventory(NamedTuple):
    """What the named folders and files are."""

    proposals: list[FoundFile]
    unclear: list[UnclearFile]
    rest: dict[str, list[str]]
    """The other files, by kind: `reviews`, `waivers`, `settings`, `others`."""
    city_list: str | None
    """The list of cities, of the first folder that has one."""


def take_inventory(names: tuple[str, ...], exclude: Sequence[str] = ()) -> Inventory:
    """Return what the named folders and files are. Raises `UsageError` for what is neither."""
    rest: dict[str, list[str]] = {"reviews": [], "waivers": [], "settings": [], "others": []}
    found = Inventory([], [], rest, None)
    seen: set[str] = set()
    for name in names:
        if is_file(name):
            places: Iterator[str] = iter([name])
        elif is_folder(name):
            places = iter(kept([*files_below(name)], name, exclude))
        else:
            raise not_a_file(name, "smartcert portfolio FOLDER")
        for file in places:
            if os.path.realpath(file) not in seen:
                seen.add(os.path.realpath(file))
                found = _with(found, file, None if file == name else name)
    return found


def files_below(folder: str) -> Iterator[str]:
    """Yield the files below a folder in order, but those of hidden folders, as a tool's cache."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "~$")):
                yield os.path.normpath(os.path.join(place, name))  # noqa: PTH118


def _with(found: Inventory, file: str, root: str | None) -> Inventory:
    name = os.path.basename(file)  # noqa: PTH119
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122
    if name == CITY_LIST:
        found.rest["settings"].append(file)
        return found._replace(city_list=found.city_list or file)
    if name in (*NAMES, PROJECT):
        found.rest["settings"].append(file)
    elif ending in WORD:
        found.unclear.append(UnclearFile(file, "word"))
    elif ending not in ENDINGS:
        found.rest["others"].append(file)
    else:
        kind = recognise_file(Path(file))
        if kind == "proposal" or root is None:
            found.proposals.append(FoundFile(file, root))
        elif kind == "unclear":
            found.unclear.append(UnclearFile(file, _reason(file)))
        else:
            found.rest[_kind(file)].append(file)
    return found


def _reason(file: str) -> UnclearReason:
    try:
        raw = read_file(file)
    except OSError:
        return "foreign"
    if foreign(raw) is not None:
        return "foreign"
    said = any(line.strip() and not line.lstrip().startswith(b"#") for line in raw.splitlines())
    return "unmarked" if said else "empty"


def _kind(file: str) -> str:
    try:
        head = read_file(file, _HEAD)
    except OSError:
        return "others"
    return next((kind for key, kind in _KINDS.items() if key in head), "others")
