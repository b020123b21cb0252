"""What things are called in words: kinds of values."""

from __future__ import annotations

from smartcert.messages.message import has_message, message


def named(group: str, word: str, lang: str) -> str:
    """Return what a word of a closed set is called: `ready` of `verdicts`, `met` of `statuses`."""
    return message(f"names.{group}.{word}", lang)


def kind(name: str, lang: str) -> str:
    """Return what a type, a form, a kind of file or a calendar is called; else the name itself."""
    key = f"names.kinds.{name}"
    return message(key, lang) if has_message(key) else name


def in_sentence(name: str) -> str:
    """Write a name as it stands inside a sentence; `KPIs` stays that."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
