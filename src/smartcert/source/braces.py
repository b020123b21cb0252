"""What stands in braces and brackets.

For its writer `{count: 147,579, year: 2567}` has two entries, for YAML it has three.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from smartcert.patterns import lazy_pattern
from smartcert.source.outline import Outline
from smartcert.source.sheet import Sheet
from smartcert.source.signs import COLONS, QUOTED, SHORT, blank_end, is_in_word_quotes, is_special

_SIGN = lazy_pattern(rf"""["'\[\]{{}},#{COLONS}]""")
_CLOSING = {"{": "}", "[": "]"}

_EXPLICIT = "?"
"""What marks a key as one."""

_DEEPEST = 50
"""How many brackets may stand in each other."""


@dataclass(slots=True)
class _Piece:
    """What stands between two commas, in so far as it stands on one line."""

    line: int = -1
    """Where it begins; -1 while nothing but blanks was seen."""
    start: int = 0
    end: int = 0
    value: int | None = None
    """Where the text behind its colon begins; the column behind the colon while there is none."""
    busy: bool = False
    """Whether there is text since the piece, or its value, began."""
    plain: bool = True
    """Whether that text is neither quoted nor in brackets, and on one line."""
    torn: bool = False
    """Whether it may be two entries."""
    need: tuple[str, int] | None = None
    """Why it must be quoted, and the column that tells."""

    def add(self, line: int, start: int, end: int) -> None:
        """Take in a stretch of text."""
        if self.line < 0:
            self.line, self.start = line, start
        if not self.busy and self.value is not None:
            self.value = start
        self.plain &= line == self.line
        self.end, self.busy = end, True


@dataclass(slots=True)
class _Frame:
    """An open brace or bracket."""

    sign: str
    piece: _Piece = field(default_factory=_Piece)
    entry: _Piece | None = None
    """The last piece with a colon, to which pieces without one may belong."""


class Braces:
    """Reads one value in braces or brackets, and notes its slips."""

    def __init__(self, sheet: Sheet, outline: Outline, indent: int) -> None:
        self.sheet = sheet
        self.outline = outline
        self.indent = indent
        """The column of what the value belongs to; what stands there is outside."""
        self.frames: list[_Frame] = []
        self.line = 0
        """Where reading has come to."""

    def read(self, line: int, column: int) -> tuple[int, int] | None:
        """Return the place behind the closing bracket; None when it can't be found."""
        self.line = line
        while True:
            text = self.sheet.lines[self.line]
            found = _SIGN.search(text, column)
            self.text(column, found.start() if found else len(text))
            if found is None:
                self.line, column = self.line + 1, 0
                if self.line == len(self.sheet.lines) or self.is_outside(self.line):
                    return None
                continue
            after = self.sign(found[0], found.start(), text)
            if after is None:
                return None
            if not self.frames:
                return self.line, after
            column = after

    def text(self, start: int, end: int) -> None:
        """Take in what is no sign."""
        if not self.frames:
            return
        text = self.sheet.lines[self.line]
        start = blank_end(text, start)
        while end > start and text[end - 1] in " \t":
            end -= 1
        if start < end and text[start:end] != _EXPLICIT:
            self.frames[-1].piece.add(self.line, start, end)

    def is_outside(self, line: int) -> bool:
        """Whether a line begins where the value's own key stands, or before it.

        Then a bracket was forgotten.
        """
        text = self.sheet.lines[line]
        start = blank_end(text, 0)
        return start <= self.indent and text[start : start + 1] not in ("", "#", "]", "}")

    def sign(self, sign: str, at: int, text: str) -> int | None:
        """Take in a sign; return the column behind what it begins, None when it makes no sense."""
        piece = self.frames[-1].piece if self.frames else _Piece()
        if sign in "{[":
            if piece.busy or len(self.frames) == _DEEPEST:
                return None
            piece.add(self.line, at, at + 1)
            piece.plain = False
            self.frames.append(_Frame(sign))
        elif sign in "]}":
            return self.close(sign, at)
        elif sign == ",":
            self.finish()
        elif sign in "\"'" and not piece.busy:
            closed = QUOTED[sign].match(text, at)
            if closed is None:
                return None
            piece.add(self.line, at, closed.end())
            piece.plain = False
            return closed.end()
        elif sign == "#":
            return self.hash(piece, at, text)
        elif sign in COLONS:
            return self.colon(piece, at, text)
        else:
            piece.add(self.line, at, at + 1)
        return at + 1

    def close(self, sign: str, at: int) -> int | None:
        """End the innermost bracket."""
        if sign != _CLOSING[self.frames[-1].sign]:
            return None
        self.finish()
        self.settle(self.frames.pop().entry)
        if self.frames:
            self.frames[-1].piece.add(self.line, at, at + 1)
        return at + 1

    def hash(self, piece: _Piece, at: int, text: str) -> int:
        """Take in a hash, which is a part of a text or begins a remark."""
        if at == 0 or text[at - 1] in " \t" or not piece.busy:
            if not text[at + 1 : at + 2].isalnum():
                return len(text)
            piece.need = piece.need or ("Y109", at)
        piece.add(self.line, at, at + 1)
        return at + 1

    def colon(self, piece: _Piece, at: int, text: str) -> int:
        """Take in a colon, which is that of an entry, written well or not, or a part of a text."""
        after = blank_end(text, at + 1)
        ends = text[at] == ":" and (
            text[at + 1 : at + 2] in ("", " ", "\t", ",", "[", "]", "{", "}") or not piece.plain
        )
        if piece.value is not None or self.frames[-1].sign == "[":
            if ends:
                self.inner_colon(piece, at, text)
            piece.add(self.line, at, at + 1)
            return at + 1
        if piece.busy and piece.line == self.line:
            stop = piece.end
            if ends or self.outline.may_be_key(text[piece.start : stop]):
                if not ends or after > at + 1:
                    self.sheet.mend_colon(self.line, stop, at, after)
                piece.value, piece.busy, piece.plain, piece.end = after, False, True, at + 1
                return after
        piece.add(self.line, at, at + 1)
        return at + 1

    def inner_colon(self, piece: _Piece, at: int, text: str) -> None:
        """Note a colon that YAML takes for that of an entry."""
        word = text[max(text.rfind(" ", 0, at) + 1, piece.start) : at]
        if self.outline.is_key(word) or self.frames[-1].sign == "[":
            piece.torn = True
        else:
            piece.need = piece.need or ("Y112", at)

    def finish(self) -> None:
        """End a piece: it is an entry, or belongs to the one before, or is an item."""
        frame = self.frames[-1]
        piece, entry = frame.piece, frame.entry
        frame.piece = _Piece()
        if frame.sign == "[":
            piece.value = piece.start
            self.settle(piece)
        elif piece.value is not None:
            self.settle(entry)
            frame.entry = piece
        elif piece.busy and entry is not None and entry.busy and self.belongs(piece, entry):
            entry.end = piece.end
            entry.need = ("Y110", entry.value or 0)
            entry.torn |= piece.torn

    def belongs(self, piece: _Piece, entry: _Piece) -> bool:
        """Whether a piece without a colon can only be the rest of the value before it."""
        text = self.sheet.lines[piece.line][piece.start : piece.end]
        return (
            piece.plain
            and entry.plain
            and piece.line == entry.line
            and not self.outline.forms(text)
        )

    def settle(self, piece: _Piece | None) -> None:
        """Note the slip of a value that is read to its end."""
        if piece is None or not (piece.busy and piece.plain) or piece.torn or piece.value is None:
            return
        text = self.sheet.lines[piece.line][piece.value : piece.end]
        code, at = piece.need or ("", piece.value)
        marks = 0
        if is_in_word_quotes(text) and (code or len(text) <= SHORT):
            code, at, marks = "Y107", piece.value, 1
        elif not code and is_special(text):
            code = "Y113"
        if code:
            end = at + 1 if code == "Y112" else piece.end
            if code == "Y109":
                text = self.sheet.lines[piece.line][at:end]
            slip = self.sheet.slip(code, piece.line, at, end, written=text)
            self.sheet.quote(slip, (piece.line, piece.value), (piece.line, piece.end), marks=marks)
