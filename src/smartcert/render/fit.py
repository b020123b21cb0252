"""Text made fit for a reader on paper or on a page, whatever a stranger wrote."""

from __future__ import annotations

import re
from typing import Any

from smartcert.thai.words import segment

LONGEST = 4_000
"""How many characters of one text a report shows. What is cut says so."""

UNBROKEN = 300
"""How many characters in one go, with no place to break a line, a report shows; an address of the web is rarely longer."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)

_ENDLESS = re.compile(rf"\S{{{UNBROKEN},}}")


def plain(value: Any) -> Any:
    """Make text fit for any reader: no control or direction characters, no word without end, and no text without end."""
    if type(value) is not str:
        return value
    return clip(_ENDLESS.sub(_shortened, _CONTROL.sub("\ufffd", value)))


def _shortened(run: re.Match[str]) -> str:
    """Cut what stands between blanks, unless it is Thai, which has none, and breaks between its words."""
    fits = max(map(len, segment(run[0][:LONGEST]))) < UNBROKEN
    return run[0] if fits else clip(run[0], UNBROKEN)


def clip(text: str, longest: int = LONGEST) -> str:
    """Cut a text that nobody reads to its end, and say how many characters are left out."""
    return text if len(text) <= longest else f"{text[:longest]} … (+{len(text) - longest:,})"
