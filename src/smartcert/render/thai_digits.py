"""Figures in Thai digits, as official letters have them; codes, paths and addresses stay."""

from __future__ import annotations

import re

from smartcert.patterns import lazy_pattern

_DIGITS = str.maketrans("0123456789", "".join(map(chr, range(0x0E50, 0x0E5A))))

_TOKEN = lazy_pattern(r"&#?\w+;|[\w./:@#%+?=-]*[A-Za-z_/@#][\w./:@#%+?=-]*|[0-9]+", re.ASCII)
"""An entity, what has a Latin letter or a sign of an address in it, and digits of their own."""

_PART = lazy_pattern(r"<(style|script|pre|code|svg)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL)
"""What of a page is no text for its reader, elements, and text."""


def in_thai_digits(text: str) -> str:
    """Return a text with its figures in Thai digits."""
    return _TOKEN.sub(_figure, text)


def _figure(token: re.Match[str]) -> str:
    return token[0].translate(_DIGITS) if token[0].isdecimal() else token[0]


def page_in_thai_digits(page: str) -> str:
    """Return an HTML page with the figures of its text in Thai digits."""
    head, body, rest = page.partition("<body>")
    return head + body + _PART.sub(_text, rest)


def _text(part: re.Match[str]) -> str:
    return part[0] if part[0].startswith("<") else in_thai_digits(part[0])
