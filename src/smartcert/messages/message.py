"""Every sentence of the program by its key, in Thai and in English.

The sentences stand in `messages/*.yaml`, at the top of the repository or inside the package. The
name of the file begins the key: `terminal.more` is `more` in `terminal.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from smartcert.messages.message_files import NAME, VERSION, Sentence, compile_messages
from smartcert.paths import data_dir, load_compiled


class Phrase(NamedTuple):
    """A sentence that stands inside another one, as its parameter and in its language."""

    key: str
    params: Mapping[str, object] = {}


def message(key: str, lang: str, /, **params: object) -> str:
    """Return a sentence in a language, `th` or `en`, with its parameters put in.

    A parameter is written as `str` writes it; a `Phrase`, or a text by language, in the same
    language. Where the sentence has two forms, `count` chooses: `one` for 1, else `other`. Raises
    `KeyError` for a key that `messages/` does not have, and for a parameter that the sentence names
    and nobody gives.
    """
    text = _sentences()[key][lang]
    if isinstance(text, dict):
        text = text["one" if str(params.get("count")) == "1" else "other"]
    if "{" not in text:
        return text
    return NAME.sub(lambda name: "" if name[1] else _written(params[name[2]], lang), text)


def pattern(key: str, lang: str) -> str:
    """Return a sentence as it is written down: its parameters are names in braces."""
    text = _sentences()[key][lang]
    return text if isinstance(text, str) else text["other"]


def has_message(key: str) -> bool:
    """Whether `messages/` has a sentence of this key."""
    return key in _sentences()


def messages_under(prefix: str) -> list[str]:
    """Return the names that follow a prefix of keys, in their order: `names.kinds`: number, ..."""
    start = f"{prefix}."
    found = (key[len(start) :] for key in _sentences() if key.startswith(start))
    return list(dict.fromkeys(rest.partition(".")[0] for rest in found))


@cache
def _sentences() -> dict[str, Sentence]:
    folder = data_dir("messages")
    data = load_compiled(folder, "messages", VERSION, {"messages": dict}, compile_messages)
    return data["messages"]  # type: ignore[no-any-return]


def _written(value: object, lang: str) -> str:
    if isinstance(value, Phrase):
        return message(value.key, lang, **value.params)
    return str(value[lang] if isinstance(value, Mapping) else value)
