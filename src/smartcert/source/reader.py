"""Building data from libyaml's events, one after another and without recursion, with every limit kept on the way."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from smartcert.source.encoding import decode
from smartcert.source.fault import Fault
from smartcert.source.nodes import Map, Seq
from smartcert.source.source import TOP, Source
from smartcert.source.span import Span

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_KNOWN_TAGS = frozenset(
    {"!", *(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq", "null", "int", "float", "bool", "timestamp"))}
)
"""Tags that say what the model will find out anyway."""

_SKIP: Any = object()
"""The key of an entry that is built and not kept."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large a file may be."""

    size: int = 10 * 1024 * 1024
    """Bytes."""
    depth: int = 50
    """Mappings and lists inside each other."""
    nodes: int = 500_000
    """Keys and values."""
    repeated: int = 100_000
    """Values that aliases stand for, counted each time."""


def read_source(raw: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read one YAML file. Never raises for what the bytes say."""
    limits = limits or Limits()
    digest = f"sha256:{sha256(raw).hexdigest()}"
    if len(raw) > limits.size:
        fault = Fault(code="Y002", span=TOP, params={"size": f"{len(raw):,}", "limit": f"{limits.size:,}"}, fatal=True)
        return Source(name=name, text="", root=None, faults=(fault,), encoding="unknown", digest=digest)
    text, encoding, faults = decode(raw)
    root = None
    if not any(fault.fatal for fault in faults):
        try:
            root = _Builder(limits, faults).build(text)
        except _Stop as stop:
            faults.append(stop.fault)
        except yaml.MarkedYAMLError as problem:
            faults.append(_syntax(problem, text))
        else:
            _judge_top(root, faults)
    return Source(name=name, text=text, root=root, faults=tuple(faults), encoding=encoding, digest=digest)


class _Stop(Exception):
    """A limit is passed; nothing more is built."""

    def __init__(self, code: str, mark: Any, limit: int) -> None:
        super().__init__(code)
        span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        self.fault = Fault(code=code, span=span, params={"limit": f"{limit:,}"}, fatal=True)


def _judge_top(root: Any, faults: list[Fault]) -> None:
    if root is None:
        faults.append(Fault(code="Y016", span=TOP, fatal=True))
    elif not isinstance(root, Map):
        faults.append(Fault(code="Y017", span=TOP, fatal=True))


class _Builder:
    """Builds the first document of a text."""

    def __init__(self, limits: Limits, faults: list[Fault]) -> None:
        self.limits = limits
        self.faults = faults

    def fault(self, code: str, start: Any, end: Any, related: tuple[Span, ...] = (), **params: str) -> None:
        same_line = start.line == end.line
        span = Span(start.line + 1, start.column + 1, start.line + 1, (end.column if same_line else start.column + 1) + 1)
        self.faults.append(Fault(code=code, span=span, params=params, related=related))

    def build(self, text: str) -> Any:
        """Give the root. One loop over the events; `current` is the container being filled."""
        next_event = _LOADER(text).get_event
        deepest, most, most_repeated = self.limits.depth, self.limits.nodes, self.limits.repeated
        root: Any = None
        current: Any = None
        in_map = False
        key: Any = None
        key_marks: tuple[int, int, int] = (0, 0, 0)
        anchor: str | None = None
        first_node = 0
        stack: list[Any] = []
        anchors: dict[str, tuple[Any, int]] = {}
        nodes = repeated = documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                nodes += 1
                value: Any = event.value
                if event.tag is not None and event.tag not in _KNOWN_TAGS:
                    self.fault("Y007", event.start_mark, event.end_mark, tag=_shown(event.tag))
                if in_map and key is None:
                    key, key_marks = self.key(current, value, event)
                    continue
                if value in _NULLS and event.implicit[0]:
                    value = None
                if event.anchor is not None:
                    anchors[event.anchor] = (value, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                if event.tag is not None and event.tag not in _KNOWN_TAGS:
                    self.fault("Y007", event.start_mark, event.start_mark, tag=_shown(event.tag))
                if len(stack) >= deepest:
                    raise _Stop("Y003", event.start_mark, deepest)
                value = Map() if kind is MappingStartEvent else Seq()
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if anchor is not None:
                    # Usable from here on only, so nothing can hold itself.
                    anchors[anchor] = (current, nodes + repeated - first_node)
                current, in_map, key, key_marks, anchor, first_node = stack.pop()
                continue
            elif kind is AliasEvent:
                value, size = anchors.get(event.anchor, (None, 1))
                if event.anchor not in anchors:
                    self.fault("Y018", event.start_mark, event.end_mark, anchor=event.anchor)
                repeated += size
                if repeated > most_repeated:
                    raise _Stop("Y005", event.start_mark, most_repeated)
                if in_map and key is None:
                    key, key_marks = self.alias_key(current, value, event)
                    continue
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.fault("Y008", event.start_mark, event.end_mark)
                    return root
                continue
            elif kind is StreamEndEvent:
                return root
            else:
                continue
            if nodes > most:
                raise _Stop("Y004", event.start_mark, most)

            is_container = kind is MappingStartEvent or kind is SequenceStartEvent
            start, end = event.start_mark, event.start_mark if is_container else event.end_mark
            line, column = start.line + 1, start.column + 1
            keep = key
            if current is None:
                root = value
            elif not in_map:
                current.append(value)
                current.marks.append((line, column, 0, line, column, end.line + 1, end.column + 1))
            elif key is None:
                self.fault("Y014", start, start)
                keep = _SKIP
            else:
                if key is not _SKIP:
                    current[key] = value
                    current.marks[key] = (*key_marks, line, column, end.line + 1, end.column + 1)
                keep = None
            if is_container:
                stack.append((current, in_map, keep, key_marks, anchor, first_node))
                current, in_map, key = value, kind is MappingStartEvent, None
                anchor, first_node = event.anchor, nodes + repeated - 1
            else:
                key = keep

    def key(self, current: Map, text: str, event: Any) -> tuple[Any, tuple[int, int, int]]:
        """Judge a key: an earlier one of the same name is kept, and a merge key is named and left out."""
        start, end = event.start_mark, event.end_mark
        marks = (start.line + 1, start.column + 1, end.column + 1 if end.line == start.line else 0)
        if text in current:
            first = current.marks[text]
            self.fault(
                "Y006", start, end, (Span(first[0], first[1], first[0], first[2] or first[1] + 1),), key=text, first=str(first[0])
            )
            return _SKIP, marks
        if text == "<<" and event.implicit[0]:
            self.fault("Y013", start, end)
            return _SKIP, marks
        return text, marks

    def alias_key(self, current: Map, value: Any, event: Any) -> tuple[Any, tuple[int, int, int]]:
        """Judge a key written as an alias; only text can be one."""
        if isinstance(value, str) and value not in current:
            start, end = event.start_mark, event.end_mark
            return value, (start.line + 1, start.column + 1, end.column + 1)
        self.fault("Y014", event.start_mark, event.end_mark)
        return _SKIP, (0, 0, 0)


def _shown(tag: str) -> str:
    """Write a tag as it stands in a file."""
    return tag.replace("tag:yaml.org,2002:", "!!")


_REASONS = (
    ("tab character", "tab"),
    ("mapping values are not allowed", "colon"),
    ("block sequence entries are not allowed", "indent"),
    ("did not find expected key", "indent"),
    ("did not find expected '-' indicator", "indent"),
    ("did not find expected ',' or", "bracket"),
    ("did not find expected node content", "bracket"),
    ("could not find expected ':'", "no-colon"),
    ("unexpected end of stream", "quote"),
    ("unexpected document indicator", "quote"),
    ("escape", "escape"),
    ("alphabetic or numeric", "alias"),
)
"""Words of libyaml's messages, and the reason they come to."""


def _syntax(problem: yaml.MarkedYAMLError, text: str) -> Fault:
    """Place a syntax fault and give its reason a name that can be said in any language."""
    mark = problem.problem_mark or problem.context_mark
    told = str(problem.problem or problem.context or "")
    reason = next((name for words, name in _REASONS if words in told), "unknown")
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    if "cannot start any token" in told:
        lines = text.splitlines()
        rest = lines[line][column:] if line < len(lines) else ""
        reason = "tab" if rest.startswith("\t") else "reserved"
    span = Span(line + 1, column + 1, line + 1, column + 2)
    opened = problem.context_mark
    related: tuple[Span, ...] = ()
    if opened is not None and (opened.line, opened.column) != (line, column):
        related = (Span(opened.line + 1, opened.column + 1, opened.line + 1, opened.column + 2),)
    return Fault(code="Y001", span=span, params={"reason": reason, "problem": told}, related=related, fatal=True)
