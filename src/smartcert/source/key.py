"""The key that a line begins with, also where YAML sees none."""

from __future__ import annotations

import re
from typing import NamedTuple

from smartcert.patterns import lazy_pattern
from smartcert.source.outline import Outline, Place
from smartcert.source.signs import COLONS, QUOTED, blank_end

COLON = lazy_pattern(r":(?=[ \t]|$)")
"""What ends a key for YAML."""

_COLONISH = lazy_pattern(f"[{COLONS}]")
_QUOTED_COLON = lazy_pattern(r"[ \t]*:(?=[ \t]|$)")
_WORD = lazy_pattern(r"[^\W\d]\S*")
_ADDRESS = lazy_pattern(r"//|\\")
"""What follows a colon that ends no key: of an address, of a drive."""

_NO_KEY = "[{?|>@`%,]}#"
"""What no key begins with that needs help."""


class Key(NamedTuple):
    """A key, the column behind it, that of its colon, and where its value begins."""

    name: str
    stop: int
    colon: int
    value: int


def find_key(line: str, start: int, place: Place, outline: Outline) -> Key | None:
    """Return the key that begins at a column of a line."""
    head = line[start]
    if head in QUOTED:
        return _quoted(line, start)
    near = _COLONISH.search(line, start)
    if near is None or head in _NO_KEY:
        return None
    colon = COLON.search(line, near.start())
    if colon is None or near.start() < colon.start():
        # What is no colon to YAML makes a key of a word that is one, and of any word where nothing
        # but a key can stand: `name:ขอนแก่น`, `nmae： ขอนแก่น`.
        key = _key(line, start, near.start())
        lone = colon is None and place == "next" and _WORD.fullmatch(key.name)
        address = _ADDRESS.match(line, near.end())
        if _may_be_key(key.name, place, outline) or (lone and not address):
            return key
    if colon is None or re.search(r"[ \t]#", line[start : colon.start()]):
        return None
    return _key(line, start, colon.start())


def _quoted(line: str, start: int) -> Key | None:
    quoted = QUOTED[line[start]].match(line, start)
    colon = _QUOTED_COLON.match(line, quoted.end()) if quoted else None
    if quoted is None or colon is None:
        return None
    at = colon.end() - 1
    return Key(quoted[0][1:-1], quoted.end(), at, blank_end(line, at + 1))


def _key(line: str, start: int, colon: int) -> Key:
    name = line[start:colon].rstrip()
    return Key(name, start + len(name), colon, blank_end(line, colon + 1))


def _may_be_key(name: str, place: Place, outline: Outline) -> bool:
    """Whether a word whose colon is none to YAML is meant as a key."""
    if place == "item":
        return outline.is_key(name)
    above = outline.forms(outline.key) if place == "child" and outline.key else {"section"}
    return outline.may_be_key(name) and ("section" in above or "language" in outline.forms(name))
