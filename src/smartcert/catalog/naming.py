"""What a person may call a profile, a Smart or a topic: its id, its title, or another name."""

from __future__ import annotations

from collections.abc import Mapping

from smartcert.catalog.model import Profile, Smart, Topic
from smartcert.errors import not_one_of
from smartcert.messages.message import message
from smartcert.thai.normalize import fold

Known = Mapping[str, Profile] | Mapping[str, Smart] | Mapping[str, Topic]


def named_id(written: str, known: Known) -> str | None:
    """Return the id of what a name means; None where nothing is called so.

    Capitals, blanks and dots make no difference.
    """
    if written in known:
        return written
    wanted = fold(written)
    return next((key for key, names in _names(known).items() if wanted in map(fold, names)), None)


def chosen_id(option: str, written: str, known: Known) -> str:
    """Return the id that the value of an option means. Raises `UsageError`."""
    found = named_id(written, known)
    if found is None:
        listed = {lang: listed_names(known, lang) for lang in ("th", "en")}
        raise not_one_of(option, written, all_names(known), listed)
    return found


def chosen_smarts(written: str, smarts: Mapping[str, Smart]) -> tuple[str, ...]:
    """Return the ids of the Smarts that an option names, with commas between them, or of all.

    Raises `UsageError`.
    """
    if written in ("all", message("names.every-smart", "th")):
        return tuple(smarts)
    names = [name.strip() for name in written.split(",")]
    return tuple(dict.fromkeys(chosen_id("--smarts", name, smarts) for name in names if name))


def listed_names(known: Known, lang: str) -> str:
    """Return all that may be chosen on one line: in Thai by its title, with the id behind."""
    if lang != "th":
        return ", ".join(known)
    return ", ".join(f"{item.title['th']} ({key})" for key, item in known.items())


def all_names(known: Known) -> list[str]:
    """Return everything that may be written for any of them."""
    return [name for names in _names(known).values() for name in names]


def _names(known: Known) -> dict[str, list[str]]:
    return {key: [key, *item.title.values(), *item.also] for key, item in known.items()}
