"""Questions that a command asks on a terminal: answered by a number, a name, or Enter."""

from __future__ import annotations

import sys
from collections.abc import Callable

from smartcert.cli.streams import say
from smartcert.errors import UsageError
from smartcert.messages.message import message

Read = Callable[[str], str]
"""Takes what was typed for what it means. Raises `UsageError` where it means nothing."""


def can_ask() -> bool:
    """Whether somebody sits at both ends: what is asked is seen, and what is typed is read."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())


def ask(question: str, read: Read, offered: dict[str, str], usual: str, lang: str) -> str:
    """Return the answer to a question; asked again until it means something.

    `offered` are the words to choose from, by what each stands for, and may be numbered; Enter
    alone takes `usual`. Raises `UsageError` where the terminal ends.
    """
    say("")
    say(question)
    numbered = dict(enumerate(offered, 1))
    for number, key in numbered.items():
        say(f"  {number}) {offered[key]}")
    while True:
        typed = _typed(usual, offered, lang)
        if not typed:
            return usual
        try:
            parts = [part.strip() for part in typed.split(",")] if offered else [typed]
            return ",".join(read(_meant(part, numbered)) for part in parts if part)
        except UsageError as problem:
            say(problem.text(lang))


def _typed(usual: str, offered: dict[str, str], lang: str) -> str:
    shown = ", ".join(offered.get(part, part) for part in usual.split(",") if part)
    hint = f" [{shown}]" if shown else f" [{message('terminal.init.skip', lang)}]"
    try:
        return input(f"{hint.strip()} > ").strip()
    except EOFError:
        raise UsageError("usage.no-answer") from None


def _meant(typed: str, numbered: dict[int, str]) -> str:
    return numbered.get(int(typed), typed) if typed.isdecimal() else typed
