"""The way back from an edited text to the one that was written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from smartcert.source.edit import Edit, by_line
from smartcert.source.nodes import Mark
from smartcert.source.span import Span


class Columns:
    """Leads from places of an edited text back to those of the text as it was written."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = by_line(edits)
        self._starts = {line: _new_starts(changes) for line, changes in self._edits.items()}

    def span(self, span: Span) -> Span:
        """Return where a stretch of the edited text stands in the original."""
        return Span(
            span.line,
            self._original(span.line, span.column),
            span.end_line,
            self._original(span.end_line, span.end_column, end=True),
        )

    def mark(self, mark: Mark) -> Mark:
        """Return where an entry of the edited text stands in the original."""
        key_end = mark.key_end and self._original(mark.key_line, mark.key_end, end=True)
        return Mark(
            key_line=mark.key_line,
            key_column=self._original(mark.key_line, mark.key_column),
            key_end=key_end,
            line=mark.line,
            column=self._original(mark.line, mark.column),
            end_line=mark.end_line,
            end_column=self._original(mark.end_line, mark.end_column, end=True),
        )

    def _original(self, line: int, column: int, *, end: bool = False) -> int:
        """Return the original column of a place; line and columns count from 1.

        At a deletion a stretch may begin behind what was deleted, and end before it.
        """
        starts = self._starts.get(line - 1)
        if starts is None:
            return column
        column -= 1
        index = bisect_right(starts, column) - 1
        while index >= 0 and starts[index] == column and (end or self._adds(line - 1, index)):
            index -= 1
        if index < 0:
            return column + 1
        edit, past = self._edits[line - 1][index], column - starts[index]
        if past < len(edit.text):
            return min(edit.start + past, edit.end) + 1
        return edit.end + past - len(edit.text) + 1

    def _adds(self, line: int, index: int) -> bool:
        return bool(self._edits[line][index].text)


def _new_starts(changes: list[Edit]) -> list[int]:
    """Return where each edit of a line begins in the edited line."""
    starts, moved = [], 0
    for edit in changes:
        starts.append(edit.start + moved)
        moved += len(edit.text) - (edit.end - edit.start)
    return starts
