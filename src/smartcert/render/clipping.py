"""Text and lists cut to what somebody reads; what is cut says so."""

from __future__ import annotations

import re
from typing import Any

from smartcert.messages.message import message
from smartcert.patterns import lazy_pattern
from smartcert.render.sanitize import for_page
from smartcert.thai.words import segment

LONGEST = 4_000
"""Characters of one text that a report shows."""

NAME = 160
"""Characters of a proposal's name."""

ITEMS = 200
"""Items of a list that only names what is left."""

UNBROKEN = 300
"""Characters in one go that a report shows; an address of the web is rarely longer."""

_ENDLESS = lazy_pattern(rf"\S{{{UNBROKEN},}}")


def fit(value: Any) -> Any:
    """Return text fit for a page: harmless, no word without end, no text without end.

    What is no text is returned as it is.
    """
    if type(value) is not str:
        return value
    return clip(_ENDLESS.sub(_shortened, for_page(value)))


def _shortened(run: re.Match[str]) -> str:
    """Cut what stands between blanks, but no Thai, which has none and breaks between its words."""
    fits = max(map(len, segment(run[0][:LONGEST]))) < UNBROKEN
    return run[0] if fits else clip(run[0], UNBROKEN)


def clip(text: str, longest: int = LONGEST) -> str:
    """Cut a text to so many characters, and say how many are left out."""
    return text if len(text) <= longest else f"{text[:longest]} … (+{len(text) - longest:,})"


def clip_items(items: list[str], lang: str) -> list[str]:
    """Cut a list that only names what is left, and say how many items are left out."""
    rest = len(items) - ITEMS
    return items if rest <= 0 else [*items[:ITEMS], message("report.more-items", lang, count=rest)]
