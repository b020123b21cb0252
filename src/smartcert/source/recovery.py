"""Reading on behind what is no YAML: the entry at fault is set aside, and the rest may be read."""

from __future__ import annotations

from collections.abc import Iterable

from smartcert.source.signs import blank_end
from smartcert.source.span import Span
from smartcert.source.syntax_fault import SyntaxFault


class Rest:
    """The lines of a text that are not set aside; they keep their numbers."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = [*lines]
        self.aside: set[int] = set()
        """Lines that are read no more; from 0."""

    @property
    def text(self) -> str:
        """What is left to read."""
        return "\n".join(self.lines)

    def set_entry_aside(self, span: Span) -> bool:
        """Set aside the entry that begins at a place, with all that belongs to it.

        Return whether there was anything left there.
        """
        first = span.line - 1
        if first in self.aside or not self.lines[first].strip():
            return False
        indent = blank_end(self.lines[first])
        last = first + 1
        while last < len(self.lines) and self._belongs(self.lines[last], indent):
            last += 1
        self._set_aside(range(first, last))
        return True

    def set_merge_aside(self, merge: SyntaxFault) -> None:
        """Set aside the signs of an unfinished merge, and the second of its sides."""
        *_, middle, end = (span.line - 1 for span in merge.related)
        others = (span.line - 1 for span in (merge.span, *merge.related))
        self._set_aside([*others, *range(middle, end)])

    def _belongs(self, line: str, indent: int) -> bool:
        """Whether a line belongs to an entry above it: it stands further in, or ends brackets."""
        start = blank_end(line)
        return start == len(line) or start > indent or line[start] in "]}"

    def _set_aside(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self.aside.add(number)
            self.lines[number] = ""
