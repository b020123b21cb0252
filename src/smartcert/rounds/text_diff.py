"""What a file says at one place, then and now: told by the names of its fields, and only as far as the two differ.

The data is told, not the text of the file: how it is laid out is no change, and remarks behind `#` are nobody else's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from smartcert.messages.names import named
from smartcert.proposal.address import locate
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source import Source
from smartcert.source.path import FieldPath, inside, value_at

Key = tuple[str, ...]
"""Where an entry stands, with items by their id or name, so that it is found again in the other round."""


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One line of a passage."""

    text: str
    differs: bool
    """Whether the other round is without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What the file said at one place, then and now: what differs, and what it belongs to."""

    path: str
    old: tuple[PassageLine, ...] | None
    """Empty where the old file has no such place; None when there is no old file at hand."""
    new: tuple[PassageLine, ...]

    @property
    def changed(self) -> bool:
        """Whether the place says something else than before; it can't be told without the old file."""
        return self.old is not None and any(line.differs for line in (*self.old, *self.new))


@dataclass(frozen=True, slots=True)
class _Entry:
    key: Key
    depth: int
    text: str

    @property
    def line(self) -> str:
        return "  " * self.depth + self.text


def passages(
    places: Iterable[str], source: Source, old: Source | None, lang: str
) -> Iterator[Passage]:
    """Return what stands at each place. Of a place and one inside it only the inner is told: it says more exactly what is meant."""
    found: dict[FieldPath, Passage] = {}
    for place in places:
        path = locate(place, source.root)
        now = list(_told(path, source.root, lang))
        then = list(_told(locate(place, old.root), old.root, lang)) if old is not None else None
        if now or then:
            found.setdefault(path, _passage(place, then, now))
    outer = {path[:end] for path in found for end in range(1, len(path))}
    return (passage for path, passage in found.items() if path not in outer)


def _passage(place: str, then: list[_Entry] | None, now: list[_Entry]) -> Passage:
    if then is None:
        return Passage(
            path=place, old=None, new=tuple(PassageLine(entry.line, False) for entry in now)
        )
    before, after = (
        {entry.key: entry.text for entry in then},
        {entry.key: entry.text for entry in now},
    )
    differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    around = {key[:end] for key in differing for end in range(1, len(key) + 1)}
    old, new = (
        tuple(
            PassageLine(entry.line, entry.key in differing)
            for entry in side
            if not differing or entry.key in around
        )
        for side in (then, now)
    )
    return Passage(path=place, old=old, new=new)


def _told(path: FieldPath, root: Any, lang: str) -> Iterator[_Entry]:
    """Tell what stands at a path, under the items it lies in."""
    if not path or value_at(path, root) is None:
        return
    node, depth = root, 0
    spec: FieldSpec | None = proposal_spec()
    key: Key = ()
    for index, step in enumerate(path):
        parent, node = node, inside(node, step)
        spec = spec and spec.below(step)
        last = index + 1 == len(path)
        if isinstance(step, int):
            entries = _item((*key, _keys(parent)[step]), node, spec, depth, lang)
            head = next(entries)
            yield head
            if last:
                yield from entries
            key, depth = head.key, depth + 1
        else:
            key = (*key, step)
            if last:
                yield from _field(key, node, spec, depth, lang)


def _field(key: Key, node: Any, spec: FieldSpec | None, depth: int, lang: str) -> Iterator[_Entry]:
    """Tell a field and what stands below it."""
    title = spec.names.get(lang, key[-1]) if spec is not None else key[-1]
    if isinstance(node, dict):
        yield _Entry(key, depth, f"{title}:")
        for step, child in node.items():
            yield from _field((*key, step), child, spec and spec.below(step), depth + 1, lang)
    elif isinstance(node, list) and not (spec is not None and spec.kind == "refs"):
        yield _Entry(key, depth, f"{title}:")
        for name, item in zip(_keys(node), node, strict=True):
            yield from _item(
                (*key, name), item, spec.item if spec is not None else None, depth + 1, lang
            )
    else:
        values = [_flat(value) for value in (node if isinstance(node, list) else [node])]
        told = ", ".join(_called(value, spec, lang) for value in values)
        yield _Entry(key, depth, f"{title}: {told}".rstrip())


def _called(value: str, spec: FieldSpec | None, lang: str) -> str:
    """Return what a word of a choice is called, and a programmer's yes and no; else the value."""
    if spec is None:
        return value
    if spec.type == "flag" and value in ("true", "false"):
        return named("flags", value, lang)
    return spec.choices[value][lang] if value in spec.choices else value


def _item(key: Key, node: Any, spec: FieldSpec | None, depth: int, lang: str) -> Iterator[_Entry]:
    """Tell an item of a list: its id and its name first."""
    if not isinstance(node, dict):
        yield _Entry(key, depth, f"- {_flat(node)}")
        return
    named = _names(node)
    yield _Entry(key, depth, f"- {' '.join(_flat(node[step]) for step in named)}".rstrip())
    for step, child in node.items():
        if step not in named:
            yield from _field((*key, step), child, spec and spec.below(step), depth + 1, lang)


def _names(item: dict[str, Any]) -> list[str]:
    """Return the fields that an item is known by: id and name, or else its first text."""
    named = [step for step in ("id", "name") if isinstance(item.get(step), str)]
    return named or [step for step, value in item.items() if isinstance(value, str)][:1]


def _keys(items: list[Any]) -> list[str]:
    """Return what tells each item from the others of its list, wherever it stands."""
    keys: list[str] = []
    count: dict[str, int] = {}
    for item in items:
        named = _names(item) if isinstance(item, dict) else []
        told = _flat(item[named[0]] if named else item)
        count[told] = count.get(told, 0) + 1
        keys.append(told if count[told] == 1 else f"{told}#{count[told]}")
    return keys


def _flat(value: Any) -> str:
    """Write a value on one line, as it was written."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_flat(child)}" for key, child in value.items())
    if isinstance(value, list):
        return ", ".join(_flat(item) for item in value)
    return " ".join(value.split()) if isinstance(value, str) else ""
