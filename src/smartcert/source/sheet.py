"""A text under correction: its lines as they are read, and what is to be written in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from smartcert.patterns import lazy_pattern
from smartcert.source.edit import Edit, by_line, meant
from smartcert.source.signs import BLANKS, blank_end
from smartcert.source.span import Span, lines_of, spot
from smartcert.source.syntax_fault import SyntaxFault
from smartcert.thai.torn import may_be_torn, mended_parts

_HIDDEN = lazy_pattern("[\xad\u200b\u200c\u200d\u2060\ufeff]")
_INVISIBLE = lazy_pattern(
    "(?<![¸¹])\xad|[\u200b\u2060\ufeff]"
    "|(?<=[!-~\u0e01-\u0e5b])[\u200c\u200d]|[\u200c\u200d](?=[!-~\u0e01-\u0e5b])"
)
"""What nobody sees. The two joiners are part of other scripts and of pictures, but not of Thai; a
soft hyphen is a part of a Thai letter where UTF-8 was taken for another encoding."""

_ODD_BLANK = lazy_pattern(f"[{BLANKS[2:]}]")
"""What looks like a space and is none to YAML."""


def _alike(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts have in common, at their start and at their end."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = range(1, shorter - start + 1)
    return start, next((at for at in rest if one[-at] != other[-at]), len(rest) + 1) - 1


@dataclass(slots=True, kw_only=True)
class Slip:
    """One slip of the pen as far as it is known."""

    code: str
    span: Span
    params: dict[str, str]
    related: tuple[Span, ...]
    last: int
    """The last line that it was found in."""
    count: int = 1
    """Places that it was found at."""
    edits: list[Edit] = field(default_factory=list)


class Sheet:
    """The lines of a text without what nobody sees, and with what came apart put together.

    Lines and columns of its methods are those of `lines`, from 0.
    """

    def __init__(self, text: str) -> None:
        self.slips: list[Slip] = []
        self.at = 0
        """The next line to read."""
        self.barred: set[int] = set()
        """Lines that nobody reads."""
        self._latest: dict[str, Slip] = {}
        self._written = lines_of(text)
        self._origins: dict[int, list[int]] = {}
        """For a line that is read otherwise: where each of its characters stands, and the end."""
        self.lines = list(self._written)
        if _HIDDEN.search(text):
            for number, line in enumerate(self._written):
                if _HIDDEN.search(line):
                    self._unveil(number)
            text = "\n".join(self.lines)
        if may_be_torn(text):
            for number, line in enumerate([*self.lines]):
                if may_be_torn(line):
                    self._put_together(number)
            text = "\n".join(self.lines)
        if not unicodedata.is_normalized("NFC", text):
            for number, line in enumerate([*self.lines]):
                if not unicodedata.is_normalized("NFC", line):
                    self._compose(number)

    def _unveil(self, number: int) -> None:
        line = self._written[number]
        hidden = [found.start() for found in _INVISIBLE.finditer(line)]
        if not hidden:
            return
        slip = self.run("Y106", number, hidden[0], line[hidden[0]])
        slip.count += len(hidden) - 1
        self._rewrite(slip, number, ((column, column + 1, "") for column in hidden))

    def _put_together(self, number: int) -> None:
        """Read Thai that came apart as what it was."""
        line = self.lines[number]
        parts = [] if line.lstrip().startswith("#") else mended_parts(line)
        if parts:
            (start, end, mended), *more = parts
            slip = self.slip("Y118", number, start, end, written=line[start:end], mended=mended)
            slip.count += len(more)
            self._rewrite(slip, number, parts)

    def _compose(self, number: int) -> None:
        """Read letters whose accents stand apart as single characters, as most programs do."""
        parts = []
        for word in re.finditer(r"\S+", self.lines[number]):
            composed = unicodedata.normalize("NFC", word[0])
            if composed != word[0]:
                before, behind = _alike(word[0], composed)
                middle = composed[before : len(composed) - behind]
                parts.append((word.start() + before, word.end() - behind, middle))
        if parts:
            slip = self.run("Y119", number, parts[0][0])
            self._rewrite(slip, number, parts)

    def _rewrite(self, slip: Slip, number: int, parts: Iterable[tuple[int, int, str]]) -> None:
        """Read a line with other texts in place of some stretches of it."""
        line = self.lines[number]
        origin = self._origins.get(number) or [*range(len(line) + 1)]
        texts: list[str] = []
        places: list[int] = []
        done = 0
        for start, end, text in parts:
            self.edit(slip, number, start, end, text)
            texts += (line[done:start], text)
            places += origin[done:start]
            places += (origin[min(start + at, end - 1)] for at in range(len(text)))
            done = end
        self.lines[number] = "".join([*texts, line[done:]])
        self._origins[number] = [*places, *origin[done:]]

    # What stands before a line

    @cached_property
    def _tab(self) -> int:
        """How many columns a tab stands for: as many as the first indentation by spaces, or two."""
        steps = (len(line) - len(line.lstrip(" ")) for line in self.lines if line[:1] == " ")
        return next((step for step in steps if step > 1), 2)

    def measure(self, number: int) -> tuple[int, int]:
        """Return where what a line says begins, and the column that is meant by what is before."""
        line = self.lines[number]
        start = blank_end(line)
        tabs = line.count("\t", 0, start)
        return start, start + tabs * (self._tab - 1) if tabs else start

    def says(self, number: int) -> bool:
        """Whether there is such a line, and more in it than blanks."""
        return number < len(self.lines) and blank_end(self.lines[number]) < len(self.lines[number])

    def below(self, number: int) -> int:
        """Return the next line that says something, or the number of lines."""
        number += 1
        while number < len(self.lines) and not self.says(number):
            number += 1
        return number

    def skip(self, column: int) -> None:
        """Pass the lines to the right of a column."""
        while self.at < len(self.lines):
            if self.says(self.at) and self.measure(self.at)[1] <= column:
                break
            self.at += 1

    def straighten(self, number: int, column: int) -> bool:
        """Note what is no space before a line that should begin at a column, if there is any."""
        line = self.lines[number]
        start = blank_end(line)
        odd = line[:start].lstrip(" ")
        if not odd:
            return False
        first, last = start - len(odd), len(line[:start].rstrip(" "))
        slip = self.run("Y114" if "\t" in odd else "Y105", number, 0, odd[0])
        self.edit(slip, number, first, last, " " * (last - first + column - start))
        return True

    # Slips

    def slip(
        self,
        code: str,
        line: int,
        start: int,
        end: int,
        related: tuple[Span, ...] = (),
        **params: str,
    ) -> Slip:
        """Note a slip at a stretch of a line."""
        start, end = self._column(line, start), self._column(line, end)
        span = spot(line, start, max(end - start, 1))
        slip = Slip(code=code, span=span, params=params, related=related, last=line)
        self.slips.append(slip)
        self._latest[code] = slip
        return slip

    def run(self, code: str, line: int, start: int, character: str = "") -> Slip:
        """Note a slip that lines below each other share; it is told once, at the first."""
        last = self._latest.get(code)
        if last is None or last.last < line - 1:
            sign = f"U+{ord(character):04X}" if character else ""
            return self.slip(code, line, start, start + 1, character=sign)
        last.count += last.last < line
        last.last = line
        return last

    def forget(self, first: int, last: int | None = None) -> None:
        """Take back slips that were noted."""
        if self.slips[first:last]:
            del self.slips[first:last]
            self._latest = {slip.code: slip for slip in self.slips}

    def edit(self, slip: Slip, line: int, start: int, end: int, text: str) -> None:
        """Write a text in place of a stretch."""
        start, end = self._column(line, start), self._column(line, end)
        slip.edits.append(Edit(line, start, end, text))

    def mend_colon(self, line: int, stop: int, colon: int, value: int) -> None:
        """Write the colon between the end of a key and a value as YAML has it, if it is not."""
        text = self.lines[line]
        odd = _ODD_BLANK.search(text, stop, value)
        if text[colon] != ":":
            code, at = "Y104", colon
        elif odd:
            code, at = "Y105", odd.start()
        elif value == colon + 1 and value < len(text):
            code, at = "Y101", colon
        else:
            return
        slip = self.slip(code, line, at, at + 1, character=f"U+{ord(text[at]):04X}")
        self.edit(slip, line, stop, value, ": " if value < len(text) else ":")

    def quote(
        self, slip: Slip, start: tuple[int, int], end: tuple[int, int], *, marks: int = 0
    ) -> None:
        """Put quotation marks around what stands between two places.

        They take the place of as many marks of another kind that are there.
        """
        (first, column), (last, stop) = start, end
        column, stop = column + marks, stop - marks
        parts = [
            (line, column if line == first else 0, stop if line == last else len(self.lines[line]))
            for line in range(first, last + 1)
        ]
        texts = [self.lines[line][left:right] for line, left, right in parts]
        mark = "'" if any('"' in text or "\\" in text for text in texts) else '"'
        self.edit(slip, first, column - marks, column, mark)
        if mark == "'":
            for (line, left, _), text in zip(parts, texts, strict=True):
                for found in re.finditer("'", text):
                    at = left + found.start()
                    self.edit(slip, line, at, at, "'")
        self.edit(slip, last, stop, stop + marks, mark)

    def faults(self) -> tuple[SyntaxFault, ...]:
        """Return the slips in the order of the text, each with its line as it should be."""
        slips = sorted(self.slips, key=lambda slip: slip.span)
        edits = by_line(edit for slip in slips for edit in slip.edits)
        lines = {slip.span.line - 1 for slip in slips}
        told = {number: meant(self._written[number], edits.get(number, ())) for number in lines}
        return tuple(
            SyntaxFault(
                code=slip.code,
                span=slip.span,
                params={**slip.params, "count": str(slip.count), **told[slip.span.line - 1]},
                related=slip.related,
                edits=tuple(slip.edits),
            )
            for slip in slips
        )

    def _column(self, line: int, column: int) -> int:
        origin = self._origins.get(line)
        return column if origin is None else origin[column]
