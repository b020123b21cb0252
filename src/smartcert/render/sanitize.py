"""Text of strangers made harmless: one table of characters, and for each reader a view of it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

View = Literal["terminal", "page", "xml", "command"]
"""Who reads: a terminal, a person's page (HTML, Word, Markdown), a parser of XML, a CI runner."""

REPLACEMENT = "\ufffd"
"""What is shown instead, so that a reader sees that something stood there."""

UNSEEN = frozenset("\xad\u200b\u200c\u200d\u2060\ufeff")
"""What nobody sees, and what is told by name where it matters: nothing is shown instead of it."""

TABLE: tuple[tuple[str, tuple[View, ...]], ...] = (
    # Control characters, which move a cursor or colour a terminal, and which XML has not.
    ("\x00-\x08\x0b\x0c\x0e-\x1f", ("terminal", "page", "xml", "command")),
    # A tab and a return; a terminal's tab becomes blanks, a command's return is escaped.
    ("\t", ("command",)),
    ("\r", ("terminal", "page")),
    # Delete and the second set of control characters, allowed in XML.
    ("\x7f-\x9f", ("terminal", "page", "command")),
    # Characters of no width: a terminal may give them one. On a page they may part words.
    ("\xad\u200b-\u200d\u2060", ("terminal",)),
    # Marks and overrides of direction, which show text in another order than it has.
    ("\u200e\u200f\u202a-\u202e\u2066-\u2069", ("terminal", "page", "command")),
    # Line and paragraph separators, which some readers take for the end of a line.
    ("\u2028\u2029", ("terminal", "page", "command")),
    # A byte-order mark inside a text, which nobody sees.
    ("\ufeff", ("terminal", "page", "command")),
    # Two that are no characters.
    ("\ufffe\uffff", ("page", "xml")),
    # Halves of a pair, which no encoding can write.
    ("\ud800-\udfff", ("terminal", "page", "xml", "command")),
)
"""Ranges as in a class of a regular expression, and the views in which they do harm."""


@cache
def _harmful(view: View) -> re.Pattern[str]:
    ranges = "".join(characters for characters, views in TABLE if view in views)
    return re.compile(f"[{ranges}]")


def _made_harmless(view: View, text: str) -> str:
    return _harmful(view).sub(lambda found: "" if found[0] in UNSEEN else REPLACEMENT, text)


def for_terminal(text: str) -> str:
    """Return text that moves no cursor, changes no colour and reads in one direction."""
    return _made_harmless("terminal", text.replace("\t", "  "))


def for_page(text: str) -> str:
    """Return text that shows on paper or on a page as it is written."""
    return _made_harmless("page", text)


def for_xml(text: str) -> str:
    """Return text of which every character may stand in XML 1.0 (its section 2.2)."""
    return _made_harmless("xml", text)


def for_command(text: str) -> str:
    """Return text that is harmless in a CI runner's log; ends of lines stay, to be escaped."""
    return _made_harmless("command", text)
