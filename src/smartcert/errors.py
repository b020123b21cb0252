"""What can go wrong outside a proposal: usage and catalogs.

Each becomes one line in one place, in the user's language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import ClassVar

from smartcert.messages.message import Phrase, message

LONGEST_NAME = 200
"""Characters of a name, or of another text, that a sentence quotes."""


class ExitCode(IntEnum):
    """How a command ends. Those from 70 on are what `sysexits.h` and shells give for the same."""

    PASSED = 0
    FAILED = 1
    """A gate of `check` failed."""
    USAGE = 2
    UNREADABLE = 3
    """A proposal, or a file that a command can't do without, can't be read at all."""
    CATALOG = 4
    BUG = 70
    INTERRUPTED = 130
    """By Ctrl-C."""
    PIPE_CLOSED = 141
    """The reader of the output went away.

    It is not 0: under `pipefail`, a check must not pass by that.
    """


class SmartcertError(Exception):
    """A fault that ends a command. `str` says it in English."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE

    def __init__(self, key: str, /, *, hint: str = "", **params: object) -> None:
        super().__init__(key)
        self.key = key
        """The sentence that says what went wrong: a key of `messages/`."""
        self.params = params
        """What the sentence names."""
        self.hint = hint
        """What to type or write instead, when that can be said without words."""

    def text(self, lang: str) -> str:
        """Return what went wrong in a language, `th` or `en`."""
        return message(self.key, lang, **{key: _shortened(it) for key, it in self.params.items()})

    def __str__(self) -> str:
        return self.text("en")


def _shortened(value: object) -> object:
    """Leave out the middle of a name without end: a sentence has more to say than that."""
    if isinstance(value, Mapping | Phrase) or len(text := str(value)) <= LONGEST_NAME:
        return value
    return f"{text[: LONGEST_NAME // 2]}…{text[-LONGEST_NAME // 2 :]}"


class UsageError(SmartcertError):
    """A command was called in a way that can't work."""


class UnreadableError(SmartcertError):
    """A file that a command can't do without can't be read at all."""

    exit_code = ExitCode.UNREADABLE


class CatalogError(SmartcertError):
    """A catalog can't be used."""

    exit_code = ExitCode.CATALOG


def not_one_of(
    option: str, value: object, known: list[str], listed: Mapping[str, str] | None = None
) -> UsageError:
    """Return the fault of an option whose value is none of a few, with the closest of them.

    `option` may name where it is set; `listed` says by language what may be chosen.
    """
    from smartcert.suggest import closest

    guess = closest(str(value), known)
    hint = written_as(option, guess) if guess else ""
    choices = listed or ", ".join(known)
    return UsageError("usage.not-one-of", hint=hint, option=option, value=value, listed=choices)


def refuse_unknown(option: str, value: object, known: Sequence[object]) -> None:
    """Raise `UsageError` for a stated value that is none of a few."""
    if value is not None and value not in known:
        raise not_one_of(option, value, [str(each) for each in known])


def written_as(option: str, value: str) -> str:
    """Write a value where it is set: after a flag, in a variable, or behind a key of a file."""
    if option.startswith("--"):
        return f"{option} {value}"
    _, place, key = option.rpartition(": ")
    return f"{key}: {value}" if place else f"{option}={value}"
