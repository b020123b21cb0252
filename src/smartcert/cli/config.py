"""`smartcert config`: what is in force, and who says so."""

from __future__ import annotations

import json
import os
from pathlib import Path

from smartcert.catalog.loader import load_catalog
from smartcert.cli import options as read
from smartcert.cli.check import baseline_of, question_of
from smartcert.cli.settings import Setting, gates_of, resolve
from smartcert.errors import CatalogError, not_one_of


def run(folder: str | None, *, format: str, lang: str | None) -> int:
    """Print every setting with its origin, then judge them as `check` would. Raises `UsageError` and `CatalogError`."""
    if format not in ("text", "json"):
        raise not_one_of("--format", format, ["text", "json"])
    where = Path(folder or ".")
    stated = resolve(
        {"lang": lang}, where if where.is_dir() else Path(read.existing(str(where))).parent
    )
    settings = {key: _in_force(key, setting, stated) for key, setting in stated.items()}
    if format == "json":
        found = {
            key: {"value": setting.value, "origin": setting.origin}
            for key, setting in settings.items()
        }
        print(json.dumps({"format": 1, "settings": found}, ensure_ascii=False, indent=2))
    else:
        for key, setting in settings.items():
            print(f"{key:<11} {(setting.value or '–').replace(chr(10), ', ')}  ({setting.origin})")
    _judge(stated)
    return 0


def _judge(settings: dict[str, Setting]) -> None:
    """Refuse what a check would refuse. Raises `UsageError` and `CatalogError`."""
    gates_of(settings)
    question_of(settings, None)
    baseline_of(settings["baseline"].value)
    if paths := settings["paths"].value:
        read.proposals(tuple(paths.splitlines()))


def _in_force(key: str, setting: Setting, stated: dict[str, Setting]) -> Setting:
    """Return what holds where nobody says: the locale's language, and the built-in or named catalog with its edition."""
    if setting.value is not None:
        return setting
    match key:
        case "lang":
            spoken = next(
                (name for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)),
                "default",
            )
            return Setting(read.language(None), spoken)
        case "criteria":
            return Setting(load_catalog().id, "default")
        case "paths":
            return Setting(read.DEFAULT_PROPOSAL, "default")
        case "edition" | "profile":
            return _of_catalog(key, setting, stated["criteria"].value)
        case _:
            return setting


def _of_catalog(key: str, setting: Setting, criteria: str | None) -> Setting:
    """Return a catalog's usual edition or profile; of one that can't be used the fault is told below the table."""
    try:
        catalog = load_catalog(criteria)
    except CatalogError:
        return setting
    if key == "edition":
        return Setting(str(catalog.default_edition), "catalog")
    return Setting(catalog.default_profile, "catalog, unless the proposal says")
