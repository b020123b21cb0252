"""Slips of the pen that only the fields of a file can tell.

A key stands there by its Thai name, or keys stand beside the section that they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from smartcert.patterns import lazy_pattern
from smartcert.proposal.spec import FieldSpec
from smartcert.source import Map, Seq, Source, Span, SyntaxFault
from smartcert.source.edit import Edit, by_line, meant, quoted
from smartcert.source.path import FieldPath
from smartcert.source.signs import COLONS

_STEP = 2
"""Columns that a key stands further in than its section."""


def key_slips(source: Source, spec: FieldSpec) -> tuple[SyntaxFault, ...]:
    """Return the slips of a file's keys.

    Those that show only when these are mended are left for the next time.
    """
    return tuple(_Keys(source).slips(source.root, spec, ()))


@lru_cache(maxsize=512)
def names_of(spec: FieldSpec) -> dict[str, str]:
    """Return everything that the keys of a section, or of a text, are called, casefolded.

    Each leads to the key. Those of a text are languages.
    """
    if spec.kind == "text":
        return {language: language for language in LANGUAGES}
    names = {key.casefold(): key for key in spec.fields}
    for key, field in spec.fields.items():
        for name in field.names.values():
            names.setdefault(name.casefold(), key)
            if name.startswith(_NAME):
                # ชื่อหน่วยงาน, ชื่อโครงการ: the section says whose name it is.
                names.setdefault(_NAME, key)
    return names


def key_called(spec: FieldSpec, written: str) -> str | None:
    """Return the key of a section that goes by a name, which may be numbered or cut short.

    `1.2 name` is name, `หน่วยงาน` of a project is its owner: no other name begins like it.
    """
    names = names_of(spec)
    bare = _NUMBERED.sub("", written.casefold())
    if bare in names or bare.isascii() or spec.kind == "text" or len(bare) < _SHORTEST:
        return names.get(bare)
    begun = {key for name, key in names.items() if _FRONT.sub("", name).startswith(bare)}
    begun |= {key for name, key in names.items() if name.startswith(bare)}
    return begun.pop() if len(begun) == 1 else None


def _is_text(item: Any, spec: FieldSpec) -> bool:
    """Whether an item has one key, which its section does not know: `- ขยะ: ตกค้างวันละ 4 ตัน`."""
    key = next(iter(item))
    return (
        spec.main != ""
        and not key.isascii()
        and key_called(spec, key) is None
        and spec.meant(key) is None
    )


_NUMBERED = lazy_pattern(r"^(?:ข้อ(?:ที่)? ?)?\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]?\s+")
_FRONT = lazy_pattern("^(?:วันที่|วัน|ค่า|แผน)")
"""What a name may do without: `เริ่ม` is วันเริ่ม."""

_SHORTEST = 4
"""Letters of a name that is cut short."""

LANGUAGES = ("th", "en")
"""What a text may be written in, each under its key."""

_NAME = "ชื่อ"


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of one file."""

    source: Source

    def slips(self, node: Any, spec: FieldSpec, path: FieldPath) -> Iterator[SyntaxFault]:
        """Yield the slips at a place and below."""
        if type(node) is Seq and spec.item is not None:
            for index, item in enumerate(node):
                if type(item) is Map and len(item) == 1 and _is_text(item, spec.item):
                    yield from self.text(item, (*path, index))
                yield from self.slips(item, spec.item, (*path, index))
        elif type(node) is Seq and spec.kind in ("texts", "refs"):
            for index, item in enumerate(node):
                yield from self.text(item, (*path, index))
        elif type(node) is Map and spec.kind == "section":
            yield from self.section(node, spec, path)

    def section(self, node: Map, spec: FieldSpec, path: FieldPath) -> Iterator[SyntaxFault]:
        """Yield the slips of a section's keys, and below them."""
        keys = [key if key in spec.fields else key_called(spec, key) for key in node]
        for written, key in zip(node, keys, strict=True):
            if key is None:
                continue
            if key != written and keys.count(key) == 1:
                yield from self.name((*path, written), written, key)
            yield from self.slips(node[written], spec.fields[key], (*path, written))
        yield from self.beside(node, keys, spec, path)

    def name(self, path: FieldPath, written: str, key: str) -> Iterator[SyntaxFault]:
        """Yield a key that is written by its name in the form, or with capitals."""
        span = self.source.span(path, key=True)
        line = self.source.line(span.line)
        if line[span.column - 1] != "*" and line[span.end_column - 1 :].lstrip()[:1] in COLONS:
            edit = Edit(span.line - 1, span.column - 1, span.end_column - 1, key)
            yield self.slip("Y120", span, [edit], written=written, key=key)

    def beside(
        self, node: Map, keys: list[str | None], spec: FieldSpec, path: FieldPath
    ) -> Iterator[SyntaxFault]:
        """Yield the first keys that stand beside the section that they belong to.

        They follow it, and only it knows them; what is not there yet can't be there twice.
        """
        written = list(node)
        for index, key in enumerate(keys):
            names = names_of(spec.fields[key]) if key is not None else {}
            if not names:
                continue
            ours = set()
            stop = index + 1
            while stop < len(keys) and keys[stop] is None and written[stop].casefold() in names:
                ours.add(names[written[stop].casefold()])
                stop += 1
            section = node[written[index]]
            if section is not None and type(section) is not Map:
                continue
            there = {names.get(inner.casefold()) for inner in section or ()}
            if ours and not there & ours:
                yield from self.shift(path, written[index:stop], written[stop : stop + 1])
                return

    def shift(
        self, path: FieldPath, keys: list[str], following: list[str]
    ) -> Iterator[SyntaxFault]:
        """Yield the keys that belong under the first of some."""
        section, *moved = (self.source.span((*path, key), key=True) for key in keys)
        column = moved[0].column - 1
        target = column + _STEP
        children = self.source.at((*path, keys[0]))
        if children:
            first = self.source.span((*path, keys[0], next(iter(children))), key=True)
            target = first.column - 1 if first.line > section.line else column
        before = (self.source.line(key.line)[: key.column - 1] for key in moved)
        if section.column != column + 1 or target <= column or any(map(str.strip, before)):
            return
        end = [self.source.span((*path, key), key=True).line for key in following]
        edits = [
            Edit(number - 1, 0, 0, " " * (target - column))
            for number in self.lines_of_section(moved[0].line, *end, column=column)
        ]
        params = {"written": ", ".join(keys[1:]), "key": keys[0], "count": str(len(moved))}
        yield self.slip("Y121", moved[0], edits, (section,), **params)

    def lines_of_section(self, first: int, end: int | None = None, *, column: int) -> Iterator[int]:
        """Yield the lines from one on that stand at a column or behind it, up to another."""
        count = self.source.text.count("\n") + self.source.text.count("\r") + 1
        for number in range(first, end or count + 1):
            line = self.source.line(number)
            if len(line) - len(line.lstrip()) >= column and line.strip():
                yield number
            elif line.strip() and not line.lstrip().startswith("#"):
                return

    def text(self, item: Any, path: FieldPath) -> Iterator[SyntaxFault]:
        """Yield a text in which YAML saw a key, where there are no keys."""
        if type(item) is not Map or len(item) != 1:
            return
        ((key, value),) = item.items()
        start = self.source.span((*path, key), key=True)
        end = self.source.span((*path, key))
        line = self.source.line(start.line)
        if not isinstance(value, str) or start.line != end.end_line:
            return
        if line[: start.column - 1].rstrip()[-1:] not in ("-", "[", ","):
            return
        text = line[start.column - 1 : end.end_column - 1]
        edit = Edit(start.line - 1, start.column - 1, end.end_column - 1, quoted(text))
        at = start.end_column
        yield self.slip("Y112", Span(start.line, at, start.line, at + 1), [edit], written=text)

    def slip(
        self,
        code: str,
        span: Span,
        edits: list[Edit],
        related: tuple[Span, ...] = (),
        **params: str,
    ) -> SyntaxFault:
        """Return a slip with the line as it should be."""
        number = span.line - 1
        ours = [edit for edit in edits if edit.line == number]
        others = [edit for edit in self.source.edits if edit.line == number]
        line = meant(self.source.line(span.line), by_line([*others, *ours]).get(number, ()))
        return SyntaxFault(
            code=code,
            span=span,
            params={"count": "1", **params, **line},
            related=related,
            edits=tuple(edits),
        )
