"""Places of a proposal as people write them, in responses and in committees' comments.

`services.mobility.projects[MOB-P3].owner`: an item of a list by its id, its name or its number.
"""

from __future__ import annotations

import re
from typing import Any

from smartcert.source.path import FieldPath, inside

_STEP = re.compile(r"([^.\[\]]+)|\[([^\]]*)\]")
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


def written(path: FieldPath, root: Any) -> str:
    """Write a path as a person does: the inverse of `locate`.

    It leads to the same item when others are added before it.
    """
    text = ""
    node = root
    for step in path:
        text += f"[{_label(step, node)}]" if isinstance(step, int) else f".{step}" if text else step
        node = inside(node, step)
    return text


def _step(name: str | None, label: str | None, node: Any) -> str | int:
    if name is not None:
        return name.strip()
    label = (label or "").strip()
    if isinstance(node, list):
        for index, item in enumerate(node):
            if isinstance(item, dict) and label in (item.get("id"), item.get("name")):
                return index
    return int(label) if label.isdecimal() and len(label) < 7 else label


def _label(index: int, items: Any) -> str:
    """Name an item by its id or its name, where that leads back to it; by its number else."""
    item = inside(items, index)
    for name in (item.get("id"), item.get("name")) if isinstance(item, dict) else ():
        fits = isinstance(name, str) and len(name) <= LONGEST_LABEL and not set("[]\n") & set(name)
        if fits and _step(None, name, items) == index:
            return str(name)
    return str(index)
