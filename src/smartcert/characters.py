"""Characters of a stranger's text that mislead: one table, and for each reader a view of it."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Literal

from smartcert.patterns import lazy_pattern

View = Literal["terminal", "page", "xml", "command", "data"]
"""Who reads: a terminal, a person's page (HTML, Word, Markdown), a parser of XML, a CI runner, or
who looks at a file of data (JSON, YAML), which escapes the first of the table by itself."""

TABLE: tuple[tuple[str, tuple[View, ...]], ...] = (
    # Control characters, which move a cursor or colour a terminal, and which XML has not.
    ("\x00-\x08\x0b\x0c\x0e-\x1f", ("terminal", "page", "xml", "command")),
    # A tab and a return; a terminal's tab becomes blanks, a command's return is escaped.
    ("\t", ("command",)),
    ("\r", ("terminal", "page")),
    # Delete and the second set of control characters, allowed in XML.
    ("\x7f-\x9f", ("terminal", "page", "command", "data")),
    # Characters of no width: a terminal may give them one. On a page they may part words.
    ("\xad\u180e\u200b-\u200d\u2060-\u2064", ("terminal",)),
    # Marks and overrides of direction, which show text in another order than it has.
    ("\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f", ("terminal", "page", "command", "data")),
    # Line and paragraph separators, which some readers take for the end of a line.
    ("\u2028\u2029", ("terminal", "page", "command", "data")),
    # A byte-order mark inside a text, notes between lines, and tags: nobody sees them.
    ("\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f", ("terminal", "page", "command", "data")),
    # Two that are no characters.
    ("\ufffe\uffff", ("page", "xml", "data")),
    # Halves of a pair, which no encoding can write.
    ("\ud800-\udfff", ("terminal", "page", "xml", "command", "data")),
)
"""Ranges as in a class of a regular expression, and the views in which they do harm."""


@cache
def harmful(view: View) -> re.Pattern[str]:
    """Return the pattern of one character that does harm in a view."""
    ranges = "".join(characters for characters, views in TABLE if view in views)
    return lazy_pattern(f"[{ranges}]")


def as_json(text: str) -> str:
    """Return JSON with what would mislead those who look at it as escapes, which it is alike to."""
    return harmful("data").sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def yaml_scalar(text: str) -> str:
    """Return text as a double-quoted scalar of YAML, which reads as that text.

    Half a character, which YAML can't have, is replaced.
    """
    whole = text.encode("utf-8", "replace").decode()
    return harmful("data").sub(
        lambda found: f"\\U{ord(found[0]):08X}", json.dumps(whole, ensure_ascii=False)
    )
