"""Building data from libyaml's events, in one loop that keeps every limit on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

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

from smartcert.patterns import lazy_pattern
from smartcert.source.edit import Edit, edited
from smartcert.source.encoding import decode, without_lost
from smartcert.source.filetype import foreign
from smartcert.source.forms import KeyForms
from smartcert.source.limits import Limits
from smartcert.source.nodes import Map, Seq, mark_of
from smartcert.source.slips import find_slips, may_have_slips
from smartcert.source.source import Source
from smartcert.source.span import BREAK, TOP, Span, lines_of, placed, spot
from smartcert.source.syntax import syntax_fault, undecodable_tag
from smartcert.source.syntax_fault import SyntaxFault
from smartcert.thai.torn import may_be_torn

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_KNOWN_TAGS = frozenset(
    {
        "!",
        *(
            f"tag:yaml.org,2002:{name}"
            for name in ("str", "map", "seq", "null", "int", "float", "bool", "timestamp")
        ),
    }
)
"""Tags that say what the model will find out anyway."""

_MERGE = "Y115"
"""The one slip of the pen that nobody can mend but its writer."""

_BROKEN = "Y001"
"""The fault of what is no YAML."""

_MOST_BROKEN = 10
"""Entries that are no YAML and are told in one run; each costs a reading of the file."""

_SKIP: Any = object()
"""The key of an entry that is built and not kept."""

_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 and newer say of a thousand containers inside each other."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_source(
    raw: bytes,
    name: str,
    limits: Limits | None = None,
    *,
    keys: Callable[[], KeyForms] | None = None,
) -> Source:
    """Read one YAML file. Never raises for what the bytes say.

    Given the keys that its kind of file knows, slips of the pen are told for what they are, and the
    file is read as it is meant. They are asked for only where there may be slips.
    """
    limits = limits or Limits()
    digest = f"sha256:{sha256(raw).hexdigest()}"
    fault = foreign(raw)
    if fault is None and len(raw) > limits.size:
        fault = SyntaxFault(code="Y002", span=TOP, params={"limit": f"{limits.size:,}"}, fatal=True)
    if fault is not None:
        return Source(
            name=name, text="", root=None, faults=(fault,), encoding="unknown", digest=digest
        )
    if len(raw) > limits.proofread:
        keys = None
    text, encoding, faults = decode(raw, marks=keys is None)
    torn = may_be_torn(text)
    file = _File(name, text, encoding, digest, torn)
    reading = _Reading(None, faults)
    if not reading.fatal and keys is not None and (torn or may_have_slips(text)):
        reading = _read_as_meant(text, faults, limits, keys())
    elif not reading.fatal:
        reading = _build(text, faults, limits)
        if reading.doubtful and keys is not None:
            reading = _read_as_meant(text, faults, limits, keys(), strict=reading)
    return file.read_as(reading, None if keys is None else tuple(reading.told))


def mend(source: Source, slips: Iterable[SyntaxFault]) -> Source:
    """Return a source as it is read with more slips of the pen mended."""
    reading = _read_mended(source.text, [*(source.told or ()), *slips], Limits())
    file = _File(source.name, source.text, source.encoding, source.digest, source.torn)
    return file.read_as(reading, tuple(reading.told))


class _Reading(NamedTuple):
    """What a text was read into, with its faults."""

    root: Any
    faults: list[SyntaxFault]
    told: Sequence[SyntaxFault] = ()
    """Those that were known before."""
    doubtful: bool = False
    """Whether a slip of the pen may have made it what it is."""
    rest: Any = None
    """Where it is fatal: what can be read without the entries at fault."""

    @property
    def fatal(self) -> bool:
        return any(fault.fatal for fault in self.faults)

    @property
    def is_broken(self) -> bool:
        """Whether reading ended where the text is no YAML."""
        return bool(self.faults) and self.faults[-1].code == _BROKEN


class _File(NamedTuple):
    """A text and where it is from."""

    name: str
    text: str
    encoding: str
    digest: str
    torn: bool

    def read_as(self, reading: _Reading, told: tuple[SyntaxFault, ...] | None) -> Source:
        """Return the source that the text was read into."""
        source = self.source(reading, reading.root, told)
        if reading.rest is not None:
            source.rest = self.source(reading, reading.rest, told)
        return source

    def source(self, reading: _Reading, root: Any, told: tuple[SyntaxFault, ...] | None) -> Source:
        source = Source(
            name=self.name,
            text=self.text,
            root=root,
            faults=tuple(reading.faults),
            encoding=self.encoding,
            digest=self.digest,
            told=told,
        )
        source.torn = self.torn
        return source


def _read_as_meant(
    text: str,
    told: list[SyntaxFault],
    limits: Limits,
    keys: KeyForms,
    *,
    strict: _Reading | None = None,
) -> _Reading:
    """Read a text with the slips of the pen that are in it mended.

    How it reads as it stands may be known, and is what counts where there are none.
    """
    slips = find_slips(text, keys, limits.faults - len(told))
    if not slips:
        strict = strict or _build(text, told, limits)
        return _read_mended(text, told, limits) if strict.fatal else strict
    mended = _read_mended(text, [*told, *slips], limits)
    if not mended.fatal:
        return mended
    strict = strict or _build(text, told, limits)
    # What makes a text worse was no slip.
    return mended if strict.fatal else strict


def _read_mended(text: str, told: list[SyntaxFault], limits: Limits) -> _Reading:
    """Read a text with its slips mended. Its faults stand where they are in the text as written."""
    edits = [edit for fault in told for edit in fault.edits]
    mended = edited(text, edits)
    reading = _build(mended, told, limits)
    faults = [*told]
    found = reading.faults[len(told) :]
    if reading.is_broken:
        reading = _read_rest(mended, reading, told, limits)
        found = reading.faults[len(told) :]
        merges = [fault for fault in told if fault.code == _MERGE]
        # What is left of a merge is why this is no YAML.
        faults = [fault._replace(fatal=fault in merges or fault.fatal) for fault in told]
    return reading._replace(faults=[*faults, *(_as_written(found, edits) if edits else found)])


def _as_written(faults: list[SyntaxFault], edits: list[Edit]) -> Iterator[SyntaxFault]:
    """Yield faults of an edited text where they are in the text as written."""
    from smartcert.source.columns import Columns

    columns = Columns(edits)
    for fault in faults:
        related = tuple(map(columns.span, fault.related))
        yield fault._replace(span=columns.span(fault.span), related=related)


def _read_rest(text: str, broken: _Reading, told: list[SyntaxFault], limits: Limits) -> _Reading:
    """Return what else is wrong with a text that is no YAML, and what is left to read of it.

    One entry at fault after the other is set aside, up to a number, so that all are told at once.
    """
    from smartcert.source.recovery import Rest

    rest = Rest(lines_of(text))
    merges = [fault for fault in told if fault.code == _MERGE]
    for merge in merges:
        rest.set_merge_aside(merge)
    reading = _build(rest.text, told, limits) if merges else broken
    breaks: list[SyntaxFault] = []
    most = max(min(_MOST_BROKEN, limits.faults - len(told)), 1)
    while reading.is_broken and len(breaks) < most:
        if not rest.set_entry_aside(reading.faults[-1].span):
            break
        breaks.append(reading.faults[-1])
        reading = _build(rest.text, told, limits)
    others = [fault for fault in reading.faults[len(told) :] if not fault.fatal]
    if not breaks and not merges:
        return broken
    return broken._replace(faults=[*told, *others, *breaks], rest=reading.root)


def _build(text: str, told: list[SyntaxFault], limits: Limits) -> _Reading:
    """Read a text as it stands."""
    faults = [*told]
    root, lone = None, False
    try:
        root, lone = _built(without_lost(_without_directives(text, faults)), limits, faults)
    except _Stop as stop:
        faults.append(stop.fault(text))
    except yaml.MarkedYAMLError as problem:
        faults.append(syntax_fault(problem, text))
    except (ValueError, OverflowError):
        faults.append(undecodable_tag(text))
    else:
        _judge_top(root, faults)
    broken = any(fault.code in ("Y001", "Y017") for fault in faults)
    return _Reading(root, faults, told, broken or lone)


def _built(text: str, limits: Limits, faults: list[SyntaxFault]) -> tuple[Any, bool]:
    """Return the data of a text, and whether there is a key without a colon.

    Raises what the builder raises.
    """
    known = len(faults)
    builder = _Builder(limits, faults)
    try:
        return builder.build(text), builder.lone
    except yaml.MarkedYAMLError as problem:
        if problem.problem != _TOO_DEEP or problem.problem_mark is None:
            raise
        # `[[[[...`: libyaml looks ahead for a key and refuses the text before it tells of the first
        # bracket. Without what it did not read, our own limit is the first to be passed.
        del faults[known:]
        builder = _Builder(limits, faults)
        return builder.build(text[: problem.problem_mark.index]), builder.lone


class _Stop(Exception):
    """A limit is passed; nothing more is built."""

    def __init__(self, code: str, mark: Any, limit: int, **params: str) -> None:
        super().__init__(code)
        self.code, self.mark, self.params = code, mark, {"limit": f"{limit:,}", **params}

    def fault(self, text: str) -> SyntaxFault:
        return SyntaxFault(
            code=self.code, span=spot(*placed(text, self.mark)), params=self.params, fatal=True
        )


class _Anchored(NamedTuple):
    """What an anchor names."""

    value: Any
    size: int = 1
    """How many values it holds, itself among them."""
    height: int = 0
    """How many containers lie inside each other in it, itself among them."""


_NOTHING = _Anchored(None)
_OPEN = _Anchored(None)
"""An anchor whose container is still being filled; an alias to it would make it hold itself."""


def _judge_top(root: Any, faults: list[SyntaxFault]) -> None:
    if root is None:
        faults.append(SyntaxFault(code="Y016", span=TOP, fatal=True))
    elif not isinstance(root, Map):
        faults.append(SyntaxFault(code="Y017", span=TOP, fatal=True))


class _Builder:
    """Builds the first document of a text."""

    def __init__(self, limits: Limits, faults: list[SyntaxFault]) -> None:
        self.limits = limits
        self.faults = faults
        self.anchors: dict[str, _Anchored] = {}
        self.lone = False
        """Whether there is a key without a colon, as the rest of a number in braces is one."""

    def fault(
        self, code: str, start: Any, width: int = 1, related: tuple[Span, ...] = (), **params: str
    ) -> None:
        if len(self.faults) >= self.limits.faults:
            raise _Stop("Y019", start, self.limits.faults)
        self.faults.append(
            SyntaxFault(
                code=code,
                span=spot(start.line, start.column, width),
                params=params,
                related=related,
            )
        )

    def fault_of(
        self, code: str, event: Any, related: tuple[Span, ...] = (), **params: str
    ) -> None:
        """Note a fault at the whole of an event, or at its start when it has several lines."""
        start, end = event.start_mark, event.end_mark
        self.fault(
            code,
            start,
            max(end.column - start.column, 1) if end.line == start.line else 1,
            related,
            **params,
        )

    # One loop, since a call for each of half a million events would take longer than libyaml does.
    def build(self, text: str) -> Any:  # noqa: C901
        """Return the root of the first document. May raise `_Stop` and what libyaml raises.

        `area: {name: A}` comes as: mapping starts, scalar `area` (a key, as `current` is a mapping
        and no `key` waits), mapping starts (the value of `area`: it is put into `current`, which
        goes onto the stack, and is `current` itself), scalar `name` (a key), scalar `A` (its
        value), mapping ends (`current` is taken from the stack again), mapping ends.
        """
        next_event = _LOADER(text).get_event
        deepest, most, most_repeated = self.limits.depth, self.limits.nodes, self.limits.repeated
        anchors = self.anchors
        root: Any = None
        current: Any = None
        in_map = False
        key: Any = None
        key_marks: tuple[Any, Any] = (None, None)
        # Of the container being filled: its anchor, the number of the node that it is, and how deep
        # the stack has been within it, aliases counted as what they stand for.
        anchor: str | None = None
        first_node = peak = 0
        stack: list[Any] = []
        nodes = repeated = documents = 0
        while True:
            event = next_event()
            kind = type(event)
            is_container = False
            if kind is ScalarEvent:
                nodes += 1
                value: Any = event.value
                if event.tag is not None and event.tag not in _KNOWN_TAGS:
                    self.unknown_tag(event, text)
                if event.anchor is not None:
                    anchors[event.anchor] = _Anchored(
                        None if value in _NULLS and event.implicit[0] else value
                    )
                if in_map and key is None:
                    # `name` of `name: A`: kept until its value comes. A second `name` is refused.
                    key, key_marks = value, (event.start_mark, event.end_mark)
                    if value in current or value == "<<":
                        key = self.key(
                            current, value, event, merge=value == "<<" and event.implicit[0]
                        )
                    continue
                if value in _NULLS and event.implicit[0]:
                    if in_map and text[event.start_mark.index - 1] != ":" and not value:
                        self.lone = True
                    value = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                is_container = True
                if event.tag is not None and event.tag not in _KNOWN_TAGS:
                    self.unknown_tag(event, text)
                if len(stack) >= deepest:
                    raise _Stop("Y003", event.start_mark, deepest)
                value = Map() if kind is MappingStartEvent else Seq()
                if event.anchor is not None:
                    # `&a [*a]` would hold itself: until the list ends, `*a` leads nowhere.
                    anchors[event.anchor] = _OPEN
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                # `&a [1, [2]]` is done: `a` stands for four values, two containers high. A later
                # container of that name inside it may have taken the name over.
                if anchor is not None and anchors[anchor] is _OPEN:
                    anchors[anchor] = _Anchored(
                        current, nodes + repeated - first_node, peak - len(stack) + 1
                    )
                reached = peak
                current, in_map, key, key_marks, anchor, first_node, peak = stack.pop()
                if reached > peak:
                    peak = reached
                continue
            elif kind is AliasEvent:
                value, size, height = self.follow(event)
                repeated += size
                if repeated > most_repeated:
                    raise _Stop("Y005", event.start_mark, most_repeated, reason="repeated")
                # `[&a [x], &b [*a], &c [*b]]`: without this, a chain of aliases would nest deeper
                # than any recursive reader can walk.
                peak = max(peak, len(stack) + height)
                if peak > deepest:
                    raise _Stop("Y003", event.start_mark, deepest)
                if in_map and key is None:
                    key, key_marks = (
                        self.alias_key(current, value, event),
                        (event.start_mark, event.end_mark),
                    )
                    continue
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.fault_of("Y008", event)
                    return root
                continue
            elif kind is StreamEndEvent:
                return root
            else:
                continue
            if nodes > most:
                raise _Stop("Y004", event.start_mark, most)

            start = event.start_mark
            end = start if is_container else event.end_mark
            keep = key
            if current is None:
                root = value
            elif not in_map:
                current.append(value)
                current.marks.append((start, end))
            elif key is None:
                # `? [a]: b`: a list for a key. Its value, which comes next, is built and not kept.
                self.fault("Y014", start)
                keep = _SKIP
            else:
                if key is not _SKIP:
                    current[key] = value
                    current.marks[key] = (*key_marks, start, end)
                keep = None
            if is_container:
                stack.append((current, in_map, keep, key_marks, anchor, first_node, peak))
                current, in_map, key = value, kind is MappingStartEvent, None
                anchor, first_node, peak = event.anchor, nodes + repeated - 1, len(stack)
            else:
                key = keep

    def key(self, current: Map, text: str, event: Any, *, merge: bool = False) -> Any:
        """Judge a key: an earlier one of the same name is kept; a merge key is left out."""
        if text in current:
            first = mark_of(current, text)
            span = Span(
                first.key_line,
                first.key_column,
                first.key_line,
                first.key_end or first.key_column + 1,
            )
            self.fault_of("Y006", event, (span,), key=text, first=str(first.key_line))
            return _SKIP
        if merge:
            self.fault_of("Y013", event)
            return _SKIP
        return text

    def alias_key(self, current: Map, value: Any, event: Any) -> Any:
        """Judge a key written as an alias; only text can be one."""
        if type(value) is str:
            return self.key(current, value, event)
        self.fault_of("Y014", event)
        return _SKIP

    def follow(self, event: Any) -> _Anchored:
        """Return what an alias stands for.

        It is nothing, with a fault, when that is not there or holds the alias itself.
        """
        found = self.anchors.get(event.anchor)
        if found is None:
            self.fault_of("Y018", event, anchor=event.anchor)
            return _NOTHING
        if found is _OPEN:
            self.fault_of("Y005", event, limit=f"{self.limits.repeated:,}", reason="itself")
            return _NOTHING
        return found

    def unknown_tag(self, event: Any, text: str) -> None:
        """Note a tag that is not used where it is written, which may be behind an anchor."""
        written = _WRITTEN_TAG.match(text, event.start_mark.index)
        self.fault(
            "Y007", event.start_mark, len(written[0]) if written else 1, tag=_shown(event.tag)
        )


def _shown(tag: str) -> str:
    """Write a tag as it stands in a file."""
    return tag.replace("tag:yaml.org,2002:", "!!")


_WRITTEN_TAG = lazy_pattern(r"(?:&\w+[ \t]+)?!(?:<[^\s>]*>|[^\s,\[\]{}]*)")
"""A tag as written: `!!python/name`, `&anchor !local`, `!<tag:example.org,2000:x>`."""

_DIRECTIVE = lazy_pattern(r"(?:^|(?<=[\r\n]))%TAG\b")


def _without_directives(text: str, faults: list[SyntaxFault]) -> str:
    """Return text with its `%TAG` lines made comments.

    libyaml compares each with every other, so that thousands of them would stall it.
    """
    if "%TAG" not in text or not (first := _DIRECTIVE.search(text)):
        return text
    line = len(BREAK.findall(text, 0, first.start()))
    faults.append(SyntaxFault(code="Y007", span=spot(line, 0, 4), params={"tag": "%TAG"}))
    return _DIRECTIVE.sub("#TAG", text)
