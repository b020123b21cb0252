"""The language a person is spoken to in: as stated, or the locale's; else Thai."""

from __future__ import annotations

import os

from smartcert.errors import UsageError, not_one_of
from smartcert.messages.message_files import LANGUAGES, Language

DEFAULT_LANGUAGE: Language = "th"

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def language(stated: str | None, name: str = "--lang") -> Language:
    """Return `--lang`, then `SMARTCERT_LANG`, then the locale's language.

    Raises `UsageError` for one that is not spoken.
    """
    stated = stated or stated_language()
    if stated is not None:
        for known in LANGUAGES:
            if stated == known:
                return known
        raise not_one_of(name, stated, list(LANGUAGES))
    locale = locale_variable()
    if locale is None:
        return DEFAULT_LANGUAGE
    return "en" if os.environ[locale].lower().startswith("en") else "th"


def stated_language() -> str | None:
    """Return the language that the environment asks for by name; the locale does not count."""
    return os.environ.get("SMARTCERT_LANG") or None


def locale_variable() -> str | None:
    """Return the variable that names the locale."""
    return next((name for name in _LOCALE if os.environ.get(name)), None)


def spoken(arguments: list[str]) -> Language:
    """Return the language for help and for faults that come before options are read."""
    stated = None
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            stated = argument.partition("=")[2]
        elif argument == "--lang" and index + 1 < len(arguments):
            stated = arguments[index + 1]
    try:
        return language(stated)
    except UsageError:
        return DEFAULT_LANGUAGE
