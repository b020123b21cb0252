"""Places of a proposal as people write them, in responses and in committees' comments.

`services.mobility.projects[MOB-P3].owner`: an item of a list by its id, its name or its number.
"""

from __future__ import annotations

from typing import Any

from smartcert.patterns import lazy_pattern
from smartcert.source.path import FieldPath, inside

_STEP = lazy_pattern(r"([^.\[\]]+)|\[([^\]]*)\]")
"""A key, or what stands in brackets: `projects[MOB-P3]` is `projects` and `[MOB-P3]`."""

LONGEST_ADDRESS = 500
"""Characters of an address that are read; no place of a proposal takes so many."""

LONGEST_LABEL = 60
"""Characters of an id or a name that stand for an item; a longer one is no label."""


def locate(address: str, root: Any) -> FieldPath:
    """Return the path that an address means in a file.

    Steps that are not in the file stay as they are written, so that the path leads nowhere.
    """
    path: list[str | int] = []
    node = root
    for match in _STEP.finditer(address.strip()[:LONGEST_ADDRESS]):
        step = _step(match[1], match[2], node)
        path.append(step)
        node = inside(node, step)
    return tuple(path)


class Addresses:
    """Writes paths of one file as a person does: the inverse of `locate`.

    An address leads to the same item when others are added before it.
    """

    def __init__(self, root: Any) -> None:
        self._root = root
        self._firsts: dict[int, dict[str, int]] = {}
        """For each list that was met, by its `id`, where each label in it leads."""

    def written(self, path: FieldPath) -> str:
        """Return a path as it is written."""
        text = ""
        node = self._root
        for step in path:
            if isinstance(step, int):
                text += f"[{self._label(step, node)}]"
            else:
                text += f".{step}" if text else step
            node = inside(node, step)
        return text

    def _label(self, index: int, items: Any) -> str:
        """Name an item by its id or its name, where that leads back to it; by its number else."""
        item = inside(items, index)
        for name in _labels(item):
            if _is_label(name) and self._firsts_of(items).get(name.strip()) == index:
                return name
        return str(index)

    def _firsts_of(self, items: list[Any]) -> dict[str, int]:
        firsts = self._firsts.get(id(items))
        if firsts is None:
            firsts = self._firsts[id(items)] = {}
            for index, item in enumerate(items):
                for name in _labels(item):
                    firsts.setdefault(name, index)
        return firsts


def _labels(item: Any) -> list[str]:
    """Return what an item is called, its id first."""
    names = (item.get("id"), item.get("name")) if isinstance(item, dict) else ()
    return [name for name in names if isinstance(name, str)]


def _is_label(name: str) -> bool:
    """Whether a name may stand in the brackets of an address."""
    return len(name) <= LONGEST_LABEL and not set("[]\n") & set(name)


def _step(name: str | None, label: str | None, node: Any) -> str | int:
    if name is not None:
        return name.strip()
    label = (label or "").strip()
    if isinstance(node, list):
        for index, item in enumerate(node):
            if isinstance(item, dict) and label in (item.get("id"), item.get("name")):
                return index
    return int(label) if label.isdecimal() and len(label) < 7 else label
