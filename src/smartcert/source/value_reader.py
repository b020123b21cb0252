"""Values of every form: what begins behind a key or a dash, or on a line of its own."""

from __future__ import annotations

import re

from smartcert.patterns import lazy_pattern
from smartcert.source.braces import Braces
from smartcert.source.key import find_key
from smartcert.source.outline import Outline
from smartcert.source.prose import Misread, read_prose
from smartcert.source.sheet import Sheet, Slip
from smartcert.source.signs import (
    BULLET,
    COLONS,
    DASH,
    QUOTED,
    SHORT,
    WORD_QUOTES,
    blank_end,
    is_in_word_quotes,
    is_special,
)

_BLOCK = lazy_pattern(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*|[ \t]*)$")
_PROPERTY = lazy_pattern(r"(?:[&*][0-9A-Za-z_-]+|![!-~]*)(?=[ \t]|$)")
"""An alias, an anchor or a tag."""

_NUMBER = r"x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}"
_BY_NUMBER = lazy_pattern(rf"\\(?:{_NUMBER})")
"""A character by its number, which no path has."""

_ESCAPE = lazy_pattern(rf'\\(?:[0abtnvfre "/\\N_LP\t]|{_NUMBER})')
_DRIVE = lazy_pattern(r'"[A-Za-z]:\\[^"]*"(?=[ \t]*(?:$|[ \t]#))')
_CLOSING = {
    '"': lazy_pattern(r'[^"\\]*(?:\\.[^"\\]*)*"'),
    "'": lazy_pattern(r"[^']*(?:''[^']*)*'(?!')"),
}
_CHANGED = {'"': "“”", "'": "‘’"}
"""What Word makes of a quotation mark, also where it is only the second of two."""


class ValueReader:
    """Reads values of one text."""

    def __init__(self, sheet: Sheet, outline: Outline) -> None:
        self.sheet = sheet
        self.lines = sheet.lines
        self.outline = outline
        self.ended: set[str] = set()
        """Quotation marks that do not come again."""

    def read(self, number: int, start: int) -> None:
        """Read the value that begins at a column; nothing there leaves the entry waiting."""
        line = self.lines[number]
        head = line[start : start + 1]
        if head == "":
            return
        self.outline.waits = False
        if head == "#":
            self.hash(number, start)
        elif head in QUOTED:
            self.quoted(number, start)
        elif head in "[{":
            self.braces(number, start)
        elif _BLOCK.match(line, start):
            self.block(number)
        elif found := _PROPERTY.match(line, start):
            self.outline.waits = head != "*" and blank_end(line, found.end()) == len(line)
        elif not (DASH.match(line, start) and line[start + 1 :].strip()):
            # A list that begins on the line of its key is left.
            self.text(number, start)

    def hash(self, number: int, start: int) -> None:
        """Read what follows a hash behind a key: a text like `#214/2568`, or a remark."""
        outline = self.outline
        is_text = self.lines[number][start + 1 : start + 2].isalnum()
        is_section = outline.forms(outline.key) == {"section"}
        if is_text and not is_section and not self.has_children(number):
            self.text(number, start)
        else:
            outline.waits = True

    def has_children(self, number: int) -> bool:
        """Whether the lines below belong to an entry that has nothing on its own line."""
        below = self.sheet.below(number)
        if below == len(self.lines):
            return False
        start, width = self.sheet.measure(below)
        line, top = self.lines[below], self.outline.top
        is_item = DASH.match(line, start) or BULLET.match(line, start)
        same = bool(is_item and top and not top.is_list and top.indent == width)
        return width > self.outline.indent or same

    def text(self, number: int, start: int, slip: Slip | None = None) -> None:
        """Read a plain text, and quote it where YAML takes part of it for a sign.

        That may belong to a slip that is noted already.
        """
        prose = read_prose(self.sheet, self.outline, number, start)
        need = prose.need
        line, end = prose.end
        text = self.lines[number][start : end if line == number else None]
        marks = 0
        if self.in_word_quotes((number, start), prose.end, needed=need is not None):
            need, marks = Misread("Y107", number, start), 1
        elif need is None and is_special(text) and (line == number or text[0] not in "|>"):
            need = Misread("Y113", number, start)
        if need is None or (prose.torn and slip is None):
            return
        if slip is None:
            stop = end if need.line == line else len(self.lines[need.line])
            if need.code == "Y112":
                stop = need.column + 1
            elif need.code == "Y109":
                text = self.lines[need.line][need.column : stop]
            slip = self.sheet.slip(need.code, need.line, need.column, stop, written=text)
        self.sheet.quote(slip, (number, start), (line, end), marks=marks)

    def in_word_quotes(self, start: tuple[int, int], end: tuple[int, int], *, needed: bool) -> bool:
        """Whether marks of Word around a text are meant as quotation marks.

        They are where it needs some, and where it is no sentence.
        """
        (first, column), (last, stop) = start, end
        if first == last:
            text = self.lines[first][column:stop]
            return is_in_word_quotes(text) and (needed or len(text) <= SHORT)
        return needed and self.lines[last][stop - 1] == WORD_QUOTES.get(self.lines[first][column])

    def quoted(self, number: int, start: int) -> None:
        """Read a quoted text."""
        line = self.lines[number]
        head = line[start]
        drive = _DRIVE.match(line, start)
        if drive and not _BY_NUMBER.search(drive[0]) and "\\" in drive[0].replace("\\\\", ""):
            self.backslashes(number, start, drive.end())
            return
        closed = QUOTED[head].match(line, start)
        if closed is None:
            self.open_quote(number, start)
        elif head == '"' and "\\" in _ESCAPE.sub("", closed[0]):
            self.backslashes(number, start, closed.end())
        else:
            self.rest(number, start, closed.end())

    def backslashes(self, number: int, start: int, end: int) -> None:
        """Note backslashes that are meant as they stand, and quote them so that they are."""
        text = self.lines[number][start:end]
        slip = self.sheet.slip("Y108", number, start, end, written=text)
        self.sheet.edit(slip, number, start, start + 1, "'")
        for inner in re.finditer(r"'|\\\"", text[:-1]):
            at = start + inner.start()
            self.sheet.edit(slip, number, at, at + 1, "''" if inner[0] == "'" else "")
        self.sheet.edit(slip, number, end - 1, end, "'")

    def rest(self, number: int, start: int, end: int) -> None:
        """Note what follows behind a closed quotation or bracket: all of it is one text."""
        line = self.lines[number]
        rest = blank_end(line, end)
        if rest == len(line) or line[rest] in COLONS or (line[rest] == "#" and rest > end):
            return
        prose = read_prose(self.sheet, self.outline, number, start)
        if not prose.torn:
            text = line[start : prose.end[1] if prose.end[0] == number else None]
            slip = self.sheet.slip("Y113", number, rest, rest + 1, written=text)
            self.sheet.quote(slip, (number, start), prose.end)

    def open_quote(self, number: int, start: int) -> None:
        """Read a quotation that does not end on its line."""
        line = self.lines[number]
        mark = line[start]
        end = self.closing(number, mark)
        if end is not None:
            self.sheet.at = end + 1
            return
        prose = read_prose(self.sheet, self.outline, number, start)
        if prose.torn or (mark == '"' and "\\" in line):
            return
        last, stop = prose.end
        changed = self.lines[last][stop - 1] in _CHANGED[mark]
        code = "Y107" if changed else "Y117"
        slip = self.sheet.slip(code, number, start, start + 1, written=line[start:])
        self.sheet.edit(slip, last, stop - changed, stop, mark)

    def closing(self, number: int, mark: str) -> int | None:
        """Return the line where a quotation of several lines ends; None where it is left open."""
        if mark in self.ended:
            return None
        for below in range(number + 1, len(self.lines)):
            line = self.lines[below]
            if _CLOSING[mark].match(line) and not self.is_entry(below):
                return below
            if self.is_entry(below):
                return None
        self.ended.add(mark)
        return None

    def is_entry(self, number: int) -> bool:
        """Whether a line is the next entry, as far as anybody can tell."""
        start, width = self.sheet.measure(number)
        if width > self.outline.indent or not self.sheet.says(number):
            return False
        line = self.lines[number]
        while dash := DASH.match(line, start):
            start = blank_end(line, dash.end())
        key = find_key(line, start, "next", self.outline) if start < len(line) else None
        return key is not None and self.outline.is_key(key.name)

    def braces(self, number: int, start: int) -> None:
        """Read a value in braces or brackets."""
        sheet, indent = self.sheet, self.outline.indent
        noted = len(sheet.slips)
        end = Braces(sheet, self.outline, indent).read(number, start)
        if end is None:
            sheet.forget(noted)
            sheet.skip(indent)
            return
        line, column = end
        sheet.at = line + 1
        if line == number:
            inside = len(sheet.slips)
            self.rest(number, start, column)
            if len(sheet.slips) > inside:
                sheet.forget(noted, inside)

    def block(self, number: int) -> None:
        """Pass over a text below `|` or `>`; only what stands before its lines is looked at."""
        indent = self.outline.indent
        first = self.sheet.at = number + 1
        self.sheet.skip(indent)
        for below in range(first, self.sheet.at):
            line = self.lines[below]
            spaces = len(line) - len(line.lstrip(" "))
            if spaces <= indent and spaces < blank_end(line):
                self.sheet.straighten(below, self.sheet.measure(below)[1])
            self.outline.move(self.sheet, below)
