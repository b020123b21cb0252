"""What a file says at one place, then and now, by the names of its fields.

The data is compared, not the text of the file: how it is laid out is no change, and remarks behind
`#` are nobody else's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from smartcert.messages.names import named
from smartcert.proposal.address import locate
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source import Source
from smartcert.source.path import FieldPath, enclosing, inside, value_at

Key = tuple[str, ...]
"""Where an entry stands, with items by their id or name: `("goals", "G1", "text")`.

So it is found again in the other round.
"""


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
    """The place, as a person wrote it."""
    old: tuple[PassageLine, ...] | None
    """Empty where the old file has no such place; None when there is no old file at hand."""
    new: tuple[PassageLine, ...]

    @property
    def changed(self) -> bool:
        """Whether the place says something else than before; never so without the old file."""
        return self.old is not None and any(line.differs for line in (*self.old, *self.new))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line: a field with its value, or the head of a section or an item."""

    key: Key
    depth: int
    text: str


def passages(
    places: Iterable[str], source: Source, old: Source | None, lang: str
) -> Iterator[Passage]:
    """Return what stands at each place.

    Of a place and one inside it only the inner is shown: it says more exactly what is meant.
    """
    found: dict[FieldPath, Passage] = {}
    for place in places:
        path = locate(place, source.root)
        now = _entries(path, source.root, lang)
        then = _entries(locate(place, old.root), old.root, lang) if old is not None else None
        if now or then:
            found.setdefault(path, _passage(place, then, now))
    outer = {above for path in found for above in enclosing(path[:-1])}
    return (passage for path, passage in found.items() if path not in outer)


class PresentText(NamedTuple):
    """What a place says now on one line."""

    text: str
    """What is other than before, where anything is; empty where the place is not there."""
    differs: bool


def present_text(
    path: FieldPath, source: Source, then: FieldPath, old: Source, lang: str
) -> PresentText:
    """Return what a place says, held against a place of the old file."""
    found = _passage("", _entries(then, old.root, lang), _entries(path, source.root, lang)).new
    other = [line for line in found if line.differs]
    shown = [line.text.strip().removeprefix("- ") for line in other or found]
    # The head of a section only names what follows it.
    text = "; ".join(line for line in shown if not line.endswith(":"))
    return PresentText(text, differs=bool(other))


def _passage(place: str, then: list[_Entry] | None, now: list[_Entry]) -> Passage:
    if then is None:
        return Passage(path=place, old=None, new=_lines(now, set()))
    before = {entry.key: entry.text for entry in then}
    after = {entry.key: entry.text for entry in now}
    differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    return Passage(path=place, old=_lines(then, differing), new=_lines(now, differing))


def _lines(entries: list[_Entry], differing: set[Key]) -> tuple[PassageLine, ...]:
    """Return the entries that differ, under the heads they belong to; all, when none does."""
    shown = {key[:end] for key in differing for end in range(1, len(key) + 1)}
    return tuple(
        PassageLine("  " * entry.depth + entry.text, entry.key in differing)
        for entry in entries
        if not differing or entry.key in shown
    )


def _entries(path: FieldPath, root: Any, lang: str) -> list[_Entry]:
    """Return what stands at a path, under the heads of the items it lies in."""
    if not path or value_at(path, root) is None:
        return []
    heads: list[_Entry] = []
    node: Any = root
    spec: FieldSpec | None = proposal_spec()
    key: Key = ()
    entries: Iterator[_Entry] = iter(())
    for step in path:
        parent, node = node, inside(node, step)
        spec = spec and spec.below(step)
        if isinstance(step, int):
            key = (*key, _keys(parent)[step])
            entries = _item(key, node, spec, len(heads), lang)
            heads.append(next(entries))
        else:
            key = (*key, step)
            entries = _field(key, node, spec, len(heads), lang)
    return [*heads, *entries]


def _field(key: Key, node: Any, spec: FieldSpec | None, depth: int, lang: str) -> Iterator[_Entry]:
    """Yield a field and what stands below it."""
    title = spec.names.get(lang, key[-1]) if spec is not None else key[-1]
    if isinstance(node, dict):
        yield _Entry(key, depth, f"{title}:")
        for step, child in node.items():
            yield from _field((*key, step), child, spec and spec.below(step), depth + 1, lang)
    elif isinstance(node, list) and not (spec is not None and spec.kind == "refs"):
        yield _Entry(key, depth, f"{title}:")
        for name, item in zip(_keys(node), node, strict=True):
            yield from _item((*key, name), item, spec and spec.item, depth + 1, lang)
    else:
        values = node if isinstance(node, list) else [node]
        words = ", ".join(_called(_on_one_line(value), spec, lang) for value in values)
        yield _Entry(key, depth, f"{title}: {words}".rstrip())


def _called(value: str, spec: FieldSpec | None, lang: str) -> str:
    """Return what a word of a choice is called, and a programmer's yes and no; else the value."""
    if spec is None:
        return value
    if spec.type in ("flag", "confirmed") and value in ("true", "false"):
        return named("flags", value, lang)
    return spec.choices[value][lang] if value in spec.choices else value


def _item(key: Key, node: Any, spec: FieldSpec | None, depth: int, lang: str) -> Iterator[_Entry]:
    """Yield an item of a list with its id and its name, then what stands below it."""
    if not isinstance(node, dict):
        yield _Entry(key, depth, f"- {_on_one_line(node)}")
        return
    names = _names(node)
    yield _Entry(key, depth, f"- {' '.join(_on_one_line(node[step]) for step in names)}".rstrip())
    for step, child in node.items():
        if step not in names:
            yield from _field((*key, step), child, spec and spec.below(step), depth + 1, lang)


def _names(item: dict[str, Any]) -> list[str]:
    """Return the fields that an item is known by: id and name, or else its first text."""
    names = [step for step in ("id", "name") if isinstance(item.get(step), str)]
    return names or [step for step, value in item.items() if isinstance(value, str)][:1]


def _keys(items: list[Any]) -> list[str]:
    """Return what tells each item from the others of its list, wherever it stands.

    A second item of the same name is `name#2`.
    """
    keys: list[str] = []
    count: dict[str, int] = {}
    for item in items:
        names = _names(item) if isinstance(item, dict) else []
        name = _on_one_line(item[names[0]] if names else item)
        count[name] = count.get(name, 0) + 1
        keys.append(name if count[name] == 1 else f"{name}#{count[name]}")
    return keys


def _on_one_line(value: Any) -> str:
    """Write a value on one line, as it was written."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_on_one_line(child)}" for key, child in value.items())
    if isinstance(value, list):
        return ", ".join(map(_on_one_line, value))
    return " ".join(value.split()) if isinstance(value, str) else ""
