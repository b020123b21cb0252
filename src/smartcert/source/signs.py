"""Signs that people write where YAML has its own."""

from __future__ import annotations

from smartcert.patterns import lazy_pattern

BLANKS = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""What looks like a space, for a set in a regular expression.

All but the first two are text to YAML.
"""

COLONS = ":：︓﹕∶꞉ː"
"""What looks like a colon."""

WORD_QUOTES = {"“": "”", "„": "”", "”": "”", "‘": "’", "’": "’"}
"""What Word begins a quotation with, and what ends it then."""

DASH = lazy_pattern(f"-(?=[{BLANKS}]|$)")
"""What stands before an item of a list."""

BULLET = lazy_pattern(
    r"-(?=[^\s-])|[•●▪◦‣·\uf0b7–—*](?=\s*[^\s*])"
    r"|\(?[0-9๐-๙]{1,3}(?:\.(?=\s+\S|[^\W\d])|\)(?=\s*\S))"
)
"""What stands before it on paper: `•`, `1.`, `(๒)`; and a dash without its space."""

SHORT = 40
"""The longest text that is no sentence but a name, a word of a list or a number; in characters."""

QUOTED = {
    '"': lazy_pattern(r'"[^"\\]*(?:\\.[^"\\]*)*"'),
    "'": lazy_pattern(r"'[^']*(?:''[^']*)*'(?!')"),
}
"""A quoted text on one line, by the mark it begins with."""

_BLANK = lazy_pattern(f"[{BLANKS}]*")
_PROPERTY = lazy_pattern(r"[*&][0-9A-Za-z_-]+(?:[ \t]|$)|!(?:[!-~]|[ \t]|$)")
"""An alias, an anchor or a tag."""


def is_in_word_quotes(text: str) -> bool:
    """Whether marks of Word stand around the whole of a text."""
    last = WORD_QUOTES.get(text[0])
    return text[-1] == last and len(text) > 2 and not {text[0], last} & set(text[1:-1])


def is_special(text: str) -> bool:
    """Whether a text begins with a sign that YAML keeps for something that it is not."""
    return (
        text[0] in "%@`,]}|>"
        or text in ("-", "?")
        or text.startswith("? ")
        or (text[0] in "*&!" and _PROPERTY.match(text) is None)
    )


def blank_end(text: str, start: int = 0) -> int:
    """Return the column where blanks of any kind end."""
    found = _BLANK.match(text, start)
    return found.end() if found else start
