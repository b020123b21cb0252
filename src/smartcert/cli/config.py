"""`smartcert config`: what is in force, and who says so."""

from __future__ import annotations

import json
import os
from pathlib import Path

from smartcert.catalog.load import load_catalog
from smartcert.cli import options as read
from smartcert.cli.settings import Setting, resolve
from smartcert.errors import not_one_of


def run(folder: str | None, *, format: str) -> int:
    """Print every setting with its origin. Raises `UsageError`, and `CatalogError` for a catalog that can't be used."""
    if format not in ("text", "json"):
        raise not_one_of("--format", format, ["text", "json"])
    where = Path(folder or ".")
    stated = resolve({}, where if where.is_dir() else Path(read.existing(str(where))).parent)
    settings = {key: _in_force(key, setting, stated) for key, setting in stated.items()}
    if format == "json":
        found = {key: {"value": setting.value, "origin": setting.origin} for key, setting in settings.items()}
        print(json.dumps({"format": 1, "settings": found}, ensure_ascii=False, indent=2))
        return 0
    for key, setting in settings.items():
        print(f"{key:<11} {(setting.value or '–').replace(chr(10), ', ')}  ({setting.origin})")
    return 0


def _in_force(key: str, setting: Setting, stated: dict[str, Setting]) -> Setting:
    """Give what holds where nobody says: the locale's language, and the built-in or named catalog with its edition."""
    if setting.value is not None:
        return setting
    match key:
        case "lang":
            spoken = next((name for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "default")
            return Setting(read.language(None), spoken)
        case "criteria":
            return Setting(load_catalog().id, "default")
        case "edition":
            return Setting(str(load_catalog(stated["criteria"].value).default_edition), "catalog")
        case "profile":
            return Setting(load_catalog(stated["criteria"].value).default_profile, "catalog, unless the proposal says")
        case _:
            return setting
