"""Paths through data: keys and list indices from the top of a file. Only this module walks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

FieldPath = tuple[str | int, ...]
"""Keys and list indices, counted from 0, from the top of a file."""


def dotted(path: FieldPath) -> str:
    """Return a path as a person writes it: `services.mobility.projects[2].owner`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def enclosing(path: FieldPath) -> Iterator[FieldPath]:
    """Yield a path and each it lies in, the innermost first, but not that of the whole file."""
    return (path[:end] for end in range(len(path), 0, -1))


def has_step(node: Any, step: str | int) -> bool:
    """Whether a mapping has a key, or a list has an item."""
    if isinstance(node, dict):
        return step in node
    return isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node)


def inside(node: Any, step: str | int) -> Any:
    """Return what stands one step further; None where there is no such step."""
    if isinstance(node, dict):
        return node.get(step)
    return node[step] if has_step(node, step) else None


def value_at(path: FieldPath, root: Any) -> Any:
    """Return what stands at a path; None where it leads nowhere."""
    node = root
    for step in path:
        node = inside(node, step)
    return node


def existing(path: FieldPath, root: Any) -> FieldPath:
    """Return as much of a path, from the top, as something is said at, be it empty."""
    node = root
    for depth, step in enumerate(path):
        if not has_step(node, step):
            return path[:depth]
        node = node[step]
    return path


def exists(path: FieldPath, root: Any) -> bool:
    """Whether something is said at a path, be it empty."""
    return existing(path, root) == path


def without(root: Any, paths: Iterable[FieldPath]) -> Any:
    """Return a value without what stands at some paths; None where nothing is left.

    What is taken out of a list leaves None, so that the others keep their places.
    """
    gone = {*paths}
    touched = {path[:end] for path in gone for end in range(len(path))}
    return _left(root, (), gone, touched) if gone else root


def _left(node: Any, path: FieldPath, gone: set[FieldPath], touched: set[FieldPath]) -> Any:
    if path in gone:
        return None
    if path not in touched:
        return node
    if isinstance(node, list):
        left = [_left(child, (*path, index), gone, touched) for index, child in enumerate(node)]
        return left if any(child is not None for child in left) else None
    kept = {
        key: value
        for key, child in node.items()
        if (value := _left(child, (*path, key), gone, touched)) is not None
    }
    return kept or None
