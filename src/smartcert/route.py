"""Places of a proposal as people write them, in responses and in committees' comments."""

from __future__ import annotations

import re
from typing import Any

from smartcert.finding import Path

_STEP = re.compile(r"([^.\[\]]+)|\[([^\]]*)\]")


def locate(route: str, root: Any) -> Path:
    """Give the path a route means in a file: `services.mobility.projects[2].owner`, or `projects[MOB-P3]` by the item's id.

    Steps that are not in the file stay as they are written, so that the path can be told from one that exists.
    """
    path: list[str | int] = []
    node = root
    for match in _STEP.finditer(route.strip()[:500]):
        step = _step(match[1], match[2], node)
        path.append(step)
        node = _inside(node, step)
    return tuple(path)


def _step(name: str | None, label: str | None, node: Any) -> str | int:
    if name is not None:
        return name.strip()
    label = (label or "").strip()
    if isinstance(node, list):
        for index, item in enumerate(node):
            if isinstance(item, dict) and label in (item.get("id"), item.get("name")):
                return index
    return int(label) if label.isdecimal() and len(label) < 7 else label


def _inside(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None
