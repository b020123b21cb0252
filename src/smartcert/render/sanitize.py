"""Text of strangers made harmless for each of its readers; all that leaves goes through here."""

from __future__ import annotations

import re

from smartcert.characters import View, harmful
from smartcert.patterns import lazy_pattern

REPLACEMENT = "\ufffd"
"""What is shown instead, so that a reader sees that something stood there."""

UNSEEN = frozenset("\xad\u200b\u200c\u200d\u2060\ufeff")
"""What nobody sees, and what is told by name where it matters: nothing is shown instead of it."""

_BREAK = lazy_pattern(r"\r\n|[\r\n]")

_COMMAND = lazy_pattern(r"##(?=\w*\[)|^(\s*)(?::(?=:)|section_(?=(?:start|end):))")
"""What a CI runner takes for a command in its log: `##vso[` and `##[` anywhere, others in front."""


def _made_harmless(view: View, text: str) -> str:
    return harmful(view).sub(lambda found: "" if found[0] in UNSEEN else REPLACEMENT, text)


def for_terminal(text: str) -> str:
    """Return text that moves no cursor, changes no colour and reads in one direction."""
    return _made_harmless("terminal", text.replace("\t", "  "))


def for_line(text: str) -> str:
    """Return text as one line of a terminal or a log, in which it commands nothing."""
    cleaned = for_terminal(_BREAK.sub(" ", text))
    if "##" in cleaned or "::" in cleaned or "section_" in cleaned:
        return _COMMAND.sub(_muted, cleaned)
    return cleaned


def _muted(command: re.Match[str]) -> str:
    return "# #" if command[1] is None else f"{command[1]}{REPLACEMENT}"


def for_page(text: str) -> str:
    """Return text that shows on paper or on a page as it is written."""
    return _made_harmless("page", text)


def for_xml(text: str) -> str:
    """Return text of which every character may stand in XML 1.0 (its section 2.2)."""
    return _made_harmless("xml", text)


def for_command(text: str) -> str:
    """Return text that is harmless in a CI runner's log; ends of lines stay, to be escaped."""
    return _made_harmless("command", text)
