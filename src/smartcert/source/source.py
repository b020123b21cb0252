"""A read file: its data, its faults, and the place of everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartcert.source.edit import Edit
from smartcert.source.nodes import Map, Mark, Seq, mark_of
from smartcert.source.path import FieldPath, existing, exists, value_at
from smartcert.source.span import TOP, Span, lines_of
from smartcert.source.syntax_fault import SyntaxFault

if TYPE_CHECKING:
    from smartcert.source.columns import Columns


class Source:
    """One YAML file as it was read. Scalars are text; nothing is typed yet."""

    __slots__ = (
        "_columns",
        "_lines",
        "digest",
        "encoding",
        "faults",
        "name",
        "rest",
        "root",
        "text",
        "told",
        "torn",
    )

    is_yaml = True
    """Whether a person writes YAML in it; a workbook has cells to fill in."""

    def __init__(
        self,
        *,
        name: str,
        text: str,
        root: Any,
        faults: tuple[SyntaxFault, ...],
        encoding: str,
        digest: str,
        told: tuple[SyntaxFault, ...] | None = None,
    ) -> None:
        self.name = name
        """As the user named it."""
        self.text = text
        self.root = root
        """A `Map`, a `Seq`, text, or None when nothing could be read."""
        self.faults = faults
        self.encoding = encoding
        self.digest = digest
        """`sha256:` of the file's bytes."""
        self.told = told
        """Faults that were known before the data was read, slips of the pen among them. None for a
        file whose slips are not mended."""
        self.rest: Source | None = None
        """Where nothing could be read: the file without the entries that are at fault."""
        self.torn = False
        """Whether its Thai may have come apart, and be no text."""
        self._columns: Columns | None = None
        if edits := self.edits:
            # Few files have any.
            from smartcert.source.columns import Columns

            self._columns = Columns(edits)
        self._lines: list[str] | None = None

    @property
    def size(self) -> int:
        """How much is written, in characters."""
        return len(self.text)

    @property
    def fatal(self) -> bool:
        """Whether nothing could be read."""
        return any(fault.fatal for fault in self.faults)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What mends the slips of the file. The data is that of the file with these edits made."""
        return tuple(edit for fault in self.faults for edit in fault.edits)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1; nothing when there is no such line."""
        if self._lines is None:
            self._lines = lines_of(self.text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def exists(self, path: FieldPath) -> bool:
        """Whether the file says something at a path, be it empty."""
        return exists(path, self.root)

    def at(self, path: FieldPath) -> Any:
        """Return what the file says at a path; None where it leads nowhere."""
        return value_at(path, self.root)

    def span(self, path: FieldPath, *, key: bool = False) -> Span:
        """Return where a value stands, or its key; what is not there, at the nearest section."""
        there = existing(path, self.root)
        if not there:
            return self._first()
        *above, step = there
        container = value_at(tuple(above), self.root)
        mark = self._written(mark_of(container, step))
        is_section = isinstance(container[step], Map | Seq)
        is_empty = (mark.line, mark.column) == (mark.end_line, mark.end_column)
        if key or is_section or is_empty or there != path:
            return self._key(mark)
        return self._value(mark)

    def _first(self) -> Span:
        """Return the first key of the file, which stands for the file as a whole."""
        if isinstance(self.root, Map) and self.root:
            return self._key(self._written(mark_of(self.root, next(iter(self.root)))))
        return TOP

    def _written(self, mark: Mark) -> Mark:
        """Return where an entry stands in the file as it is written, slips and all."""
        return self._columns.mark(mark) if self._columns else mark

    def _key(self, mark: Mark) -> Span:
        end = mark.key_end
        if not end and mark.end_line == mark.key_line:
            end = mark.end_column
        if end <= mark.key_column:
            # A section in a list, or a key of several lines: its first line stands for it.
            end = len(self.line(mark.key_line).rstrip()) + 1
        return Span(mark.key_line, mark.key_column, mark.key_line, max(end, mark.key_column + 1))

    def _value(self, mark: Mark) -> Span:
        end_line, end_column = mark.end_line, mark.end_column
        if end_column == 1 and end_line > mark.line:
            # A block of text ends where the next line begins; what is meant is its last line.
            end_line -= 1
            while end_line > mark.line and not self.line(end_line).strip():
                end_line -= 1
            end_column = len(self.line(end_line).rstrip()) + 1
        return Span(mark.line, mark.column, end_line, end_column)
