"""`smartcert config`: what is in force, and who says so."""

from __future__ import annotations

import sys
from pathlib import Path

from smartcert.catalog.loader import load_catalog
from smartcert.cli.discovery import find_proposals
from smartcert.cli.language import language, locale_variable
from smartcert.cli.options import ConfigOptions
from smartcert.cli.settings import Setting, Settings, resolve
from smartcert.cli.streams import say
from smartcert.errors import CatalogError, ExitCode, not_one_of
from smartcert.files import is_folder
from smartcert.render.json_ import text_of
from smartcert.session import DEFAULT_PROPOSAL
from smartcert.session.inputs import existing


def run(options: ConfigOptions) -> ExitCode:
    """Print every setting with its origin, then judge them as `check` would.

    Raises `UsageError` and `CatalogError`.
    """
    if options.format not in ("text", "json"):
        raise not_one_of("--format", options.format, ["text", "json"])
    where = Path(options.folder or ".")
    settings = resolve(options, where if is_folder(where) else Path(existing(str(where))).parent)
    in_force = {key: _in_force(key, settings) for key in settings.stated}
    if options.format == "json":
        found = {
            key: {"value": setting.value, "origin": setting.origin}
            for key, setting in in_force.items()
        }
        sys.stdout.write(text_of({"format": 1, "settings": found}))
    else:
        for key, setting in in_force.items():
            value = (setting.value or "–").replace("\n", ", ")
            say(f"{key:<11} {value}  ({setting.origin})")
    _judge(settings)
    return ExitCode.PASSED


def _judge(settings: Settings) -> None:
    """Refuse what a check would refuse. Raises `UsageError` and `CatalogError`."""
    settings.gates()
    settings.question(None)
    settings.known_findings()
    if settings.paths:
        find_proposals(settings.paths, settings.exclude)


def _in_force(key: str, settings: Settings) -> Setting:
    """Return what holds, also where nobody says: the locale's language, the catalog's edition."""
    setting = settings.stated[key]
    if setting.value is not None:
        return setting
    match key:
        case "lang":
            return Setting(language(None), locale_variable() or "default")
        case "criteria":
            return Setting(load_catalog().id, "default")
        case "paths":
            return Setting(DEFAULT_PROPOSAL, "default")
        case "edition" | "profile":
            return _of_catalog(key, settings)
        case _:
            return setting


def _of_catalog(key: str, settings: Settings) -> Setting:
    """Return a catalog's usual edition or profile; if it can't be used, that is told at the end."""
    try:
        catalog = load_catalog(settings.criteria)
    except CatalogError:
        return settings.stated[key]
    if key == "edition":
        return Setting(str(catalog.default_edition), "catalog")
    return Setting(catalog.default_profile, "catalog, unless the proposal says")
