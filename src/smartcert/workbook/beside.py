"""What a sheet has beside the text of its cells: notes, pictures, columns that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple

from smartcert.patterns import lazy_pattern

if TYPE_CHECKING:
    from zipfile import ZipFile

OURS = "smartcert:\n"
"""How our own notes begin; who wrote a note is lost where another program saves it."""

FAR = 200
"""Bytes in which an anchor says where it begins."""

_LINK = lazy_pattern(rb"<(?:\w+:)?Relationship\s[^>]{0,4000}>")
_TARGET = lazy_pattern(rb'\bTarget="([^"]+)"')
_NOTE, _FROM = lazy_pattern(rb"<(?:\w+:)?comment\s"), lazy_pattern(rb"<(?:\w+:)?from>")
_CELL = lazy_pattern(rb'\bref="([A-Z]{1,3})([0-9]{1,7})"')
_TEXT = lazy_pattern(rb"<(?:\w+:)?t(?:\s[^>]{0,99})?>([^<]{0,10})")
_STEP = lazy_pattern(rb"<(?:\w+:)?(col|row)>([0-9]{1,7})<")
_COLUMNS = lazy_pattern(rb'<(?:\w+:)?col\s(?=[^>]{0,400}\bhidden="(?:1|true)")[^>]{0,400}>')
_SPAN = lazy_pattern(rb'\b(min|max)="([0-9]{1,5})"')

Place = tuple[int, int]
"""Row and column, from 1 on."""


class Beside(NamedTuple):
    """What is not read of a sheet, and columns that are though nobody sees them."""

    notes: tuple[Place, ...] = ()
    """Cells with notes that we did not write."""
    pictures: tuple[Place, ...] = ()
    """Where pictures and charts begin."""
    hidden_columns: frozenset[int] = frozenset()


def beside(archive: ZipFile, part: str, xml: bytes) -> Beside:
    """Return what stands beside the cells of a sheet, by the name of its part and its XML."""
    links = [*_links(archive, part)]
    notes = (_notes(archive.read(name)) for kind, name in links if kind == "comments")
    pictures = (_anchors(archive.read(name)) for kind, name in links if kind == "drawing")
    return Beside(
        notes=tuple(sorted(place for found in notes for place in found)),
        pictures=tuple(sorted(place for found in pictures for place in found)),
        hidden_columns=frozenset(_hidden(xml)),
    )


def _links(archive: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """Yield the notes and drawings of a sheet, each by the name of its part."""
    name = f"{dirname(part)}/_rels/{basename(part)}.rels"
    if name not in archive.NameToInfo:
        return
    for tag in _LINK.findall(archive.read(name)):
        kind = next((kind for kind in ("comments", "drawing") if f'/{kind}"'.encode() in tag), "")
        target = _TARGET.search(tag)
        if kind and target:
            written = target[1].decode()
            found = written[1:] if written[:1] == "/" else normpath(join(dirname(part), written))
            if found in archive.NameToInfo:
                yield kind, found


def _notes(xml: bytes) -> Iterator[Place]:
    from openpyxl.utils import column_index_from_string

    for part in _NOTE.split(xml)[1:]:
        cell, text = _CELL.search(part), _TEXT.search(part)
        if cell and not (text and text[1] == OURS.strip().encode()):
            yield int(cell[2]), column_index_from_string(cell[1].decode())


def _anchors(xml: bytes) -> Iterator[Place]:
    for part in _FROM.split(xml)[1:]:
        steps = {
            name: int(number) for name, number in _STEP.findall(part.partition(b"from>")[0][:FAR])
        }
        yield steps.get(b"row", 0) + 1, steps.get(b"col", 0) + 1


def _hidden(xml: bytes) -> Iterator[int]:
    for tag in _COLUMNS.findall(xml.partition(b"sheetData")[0]):
        ends = dict(_SPAN.findall(tag))
        first, last = int(ends.get(b"min", 1)), int(ends.get(b"max", 0))
        yield from range(first, min(last, 1000) + 1)
