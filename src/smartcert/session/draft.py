"""A draft that a form holds: plain data, assessed as one types, and written into its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any

from smartcert.source import Map, Seq, Source, Span
from smartcert.source.nodes import mark_of
from smartcert.source.path import FieldPath
from smartcert.source.span import TOP, lines_of
from smartcert.workbook.source_file import proposal_source
from smartcert.workbook.yaml_text import dumped, yaml_text


class DraftSource(Source):
    """Data that no file holds yet, so that nothing in it has a place."""

    is_yaml = False

    def __init__(self, name: str, data: Mapping[str, Any]) -> None:
        digest = sha256(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
        super().__init__(
            name=name, text="", root=_node(data), faults=(), encoding="utf-8",
            digest=f"sha256:{digest.hexdigest()}",
        )  # fmt: skip

    def span(self, path: FieldPath, *, key: bool = False) -> Span:  # noqa: ARG002
        """Return the top, wherever a path leads."""
        return TOP


def plain(node: Any) -> Any:
    """Return what a file says as plain dictionaries, lists and text."""
    if isinstance(node, dict):
        return {key: plain(part) for key, part in node.items()}
    return [plain(part) for part in node] if isinstance(node, list) else node


def rewritten(source: Source, data: Mapping[str, Any]) -> str:
    """Return the text of a proposal that says `data`.

    Lines of the source whose entries say the same stay as they are, with the comments at them.
    """
    wanted = plain(data)
    if isinstance(source.root, Map) and source.text and not source.faults:
        lines = lines_of(source.text)
        try:
            text = "\n".join(_Rewriter(lines).section(source.root, wanted, 0, len(lines)))
        except _SharedLineError:
            text = ""
        if plain(proposal_source(text.encode(), source.name).root) == plain(_node(wanted)):
            return text
    return yaml_text(_without_nothing(wanted))


class _SharedLineError(Exception):
    """Several entries stand on a line, so that all of them have to be written anew."""


class _Rewriter:
    """Writes entries anew where they say something else, and copies the lines of all others."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def section(self, old: Map, new: dict[str, Any], start: int, end: int) -> list[str]:
        """Return the lines from `start` to `end`, which hold a mapping, as they should be."""
        keys = sorted(old, key=lambda key: mark_of(old, key).key_line)
        marks = [mark_of(old, key) for key in keys]
        starts = [mark.key_line - 1 for mark in marks]
        if not keys or len({*starts}) < len(starts) or starts[0] < start:
            raise _SharedLineError
        indent = marks[0].key_column - 1
        made, at = [], start
        for key, first, below in zip(keys, starts, [*starts[1:], end], strict=True):
            last = self.without_lead(first + 1, below)
            made += self.lines[at:first]
            at = last
            if key in new:
                made += self.entry(key, old[key], new[key], (first, last), indent)
        added = {key: part for key, part in new.items() if key not in old}
        return [*made, *_written(added, indent), *self.lines[at:end]]

    def entry(self, key: str, old: Any, new: Any, where: tuple[int, int], indent: int) -> list[str]:
        """Return the lines of one entry, which stands alone on its lines."""
        first, last = where
        if plain(old) == new:
            return self.lines[first:last]
        begins = self.lines[first].split("#")[0].rstrip().endswith(":")
        try:
            if begins and isinstance(old, Map) and isinstance(new, dict) and old and new:
                return [self.lines[first], *self.section(old, new, first + 1, last)]
            if begins and isinstance(old, Seq) and isinstance(new, list) and old and new:
                return [self.lines[first], *self.items(old, new, first + 1, last)]
        except _SharedLineError:
            pass
        return _written({key: new}, indent)

    def items(self, old: Seq, new: list[Any], start: int, end: int) -> list[str]:
        """Return the lines from `start` to `end`, which hold a list, as they should be."""
        starts = [mark_of(old, index).key_line - 1 for index in range(len(old))]
        dashed = all(self.lines[line].lstrip().startswith("- ") for line in starts)
        if not dashed or len({*starts}) < len(starts) or starts[0] < start:
            raise _SharedLineError
        indent = self.lines[starts[0]].index("-")
        ends = [
            self.without_lead(a + 1, b) for a, b in zip(starts, [*starts[1:], end], strict=True)
        ]
        before, after = ([json.dumps(plain(item)) for item in items] for items in (old, new))
        made, at = [], start
        for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, False).get_opcodes():
            if i1 < i2:
                made += self.lines[at : starts[i1]]
                at = ends[i2 - 1]
            if kind == "equal":
                made += self.lines[starts[i1] : at]
            else:
                made += _written(new[j1:j2], indent)
        return [*made, *self.lines[at:end]]

    def without_lead(self, start: int, end: int) -> int:
        """Return where what precedes the next entry begins: comments and empty lines."""
        while end > start and self.lines[end - 1].lstrip()[:1] in ("", "#"):
            end -= 1
        return end


def _written(entries: dict[str, Any] | list[Any], indent: int) -> list[str]:
    if not entries:
        return []
    return [" " * indent + line if line else line for line in dumped(entries).splitlines()]


def _without_nothing(node: Any) -> Any:
    """Return data without what a person left empty."""
    if isinstance(node, dict):
        kept = {key: _without_nothing(part) for key, part in node.items()}
        return {key: part for key, part in kept.items() if part not in ("", None)}
    return [_without_nothing(part) for part in node] if isinstance(node, list) else node


def _node(data: Any) -> Any:
    """Return plain data as what a file is read into."""
    if isinstance(data, Mapping):
        section = Map()
        for key, part in data.items():
            section[str(key)] = _node(part)
        return section
    if isinstance(data, list | tuple):
        items = Seq()
        items.extend(map(_node, data))
        return items
    return data if data is None or isinstance(data, str) else str(data)
