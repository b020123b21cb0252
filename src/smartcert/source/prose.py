"""Plain texts, which may go on over several lines."""

from __future__ import annotations

from typing import NamedTuple

from smartcert.patterns import lazy_pattern
from smartcert.source.key import COLON, find_key
from smartcert.source.outline import Outline
from smartcert.source.sheet import Sheet
from smartcert.source.signs import BULLET

_MARK = lazy_pattern(r":(?=[ \t]|$)|(?<=[ \t])#")
"""What ends a plain text for YAML."""

BOUNDARY = lazy_pattern(r"(?:---|\.\.\.)(?=[ \t]|$)")
"""What ends a document."""

ENTRY = lazy_pattern(r"( *)(?:- |[A-Za-z_]\w*[:：])")
"""A line that goes on with no text above it, unless it stands further in."""

_SENTENCE = lazy_pattern(r"[\w(“‘•–—\u0e01-\u0e5b]")
"""What a sentence begins with."""

_KEYLIKE = lazy_pattern("[a-z_]+")
_FIRST_WORD = lazy_pattern(r"[^\s:]*")


class Misread(NamedTuple):
    """What YAML takes for a sign in a text, so that it must be quoted."""

    code: str
    line: int
    column: int


class Prose(NamedTuple):
    """A plain text that was read."""

    end: tuple[int, int]
    """Line and column behind its last character."""
    need: Misread | None
    torn: bool
    """Whether it may be two entries."""


def read_prose(sheet: Sheet, outline: Outline, number: int, start: int) -> Prose:
    """Follow a plain text to its end. What belongs to it is indented and straightened."""
    need = Misread("Y109", number, start) if sheet.lines[number][start] == "#" else None
    torn = False
    while True:
        line = sheet.lines[number]
        end, following = len(line), True
        for mark in _MARK.finditer(line, start):
            at = mark.start()
            if mark[0] == ":":
                # `name: ก kind: ข` is two entries, `resolution: มติ: เห็นชอบ` is one.
                torn |= outline.is_key(line[max(line.rfind(" ", start, at) + 1, start) : at])
                need = need or Misread("Y112", number, at)
            elif line[at + 1 : at + 2].isalnum():
                need = need or Misread("Y109", number, at)
            else:
                end, following = at, False
                break
        sheet.at = number + 1
        found = _continuation(sheet, outline, number) if following else None
        if found is None:
            return Prose((number, start + len(line[start:end].rstrip(" \t"))), need, torn)
        number, start = found


def _continuation(sheet: Sheet, outline: Outline, number: int) -> tuple[int, int] | None:
    """Return the line and column where a plain text goes on."""
    below = sheet.below(number)
    if below == len(sheet.lines) or below in sheet.barred:
        return None
    line = sheet.lines[below]
    start, width = sheet.measure(below)
    if line[start] == "#" or BOUNDARY.match(line):
        return None
    if width > outline.indent:
        key = find_key(line, start, "child", outline)
        if key and COLON.match(line, key.colon) and _is_entry(key.name, outline):
            return None
        for between in range(number + 1, below + 1):
            sheet.straighten(between, sheet.measure(between)[1])
        outline.move(sheet, below)
    elif below == number + 1 and not ENTRY.match(line) and is_paragraph(sheet, outline, below):
        indent_paragraph(sheet, outline, below)
    else:
        return None
    return below, start


def _is_entry(name: str, outline: Outline) -> bool:
    """Whether what stands before a colon in a line below a text may be a key, if a wrong one."""
    return not outline.holds_text() or outline.is_key(name) or _KEYLIKE.fullmatch(name) is not None


def is_paragraph(sheet: Sheet, outline: Outline, number: int) -> bool:
    """Whether a line that should be an entry can only be a sentence of the text above it."""
    top = outline.top
    if top is None or not outline.holds_text():
        return False
    line = sheet.lines[number]
    start, _ = sheet.measure(number)
    if top.is_list and BULLET.match(line, start):
        return False
    word = _FIRST_WORD.match(line, start)
    return (
        _SENTENCE.match(line, start) is not None
        and not (word and outline.forms(word[0]))
        and find_key(line, start, "next", outline) is None
    )


def indent_paragraph(sheet: Sheet, outline: Outline, number: int) -> None:
    """Note a line of a text that stands where entries stand."""
    start, width = sheet.measure(number)
    sheet.straighten(number, width)
    slip = sheet.run("Y111", number, start)
    top = outline.levels[-1]
    sheet.edit(slip, number, 0, 0, " " * (top.indent + top.shift + 2 - width))
