"""What a proposal says, laid out for the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from smartcert.proposal.spec import FieldSpec
from smartcert.source.path import FieldPath, dotted
from smartcert.workbook.cell_text import written
from smartcert.workbook.layout import SERVICES, SMART, FormSheet


class CellEntry(NamedTuple):
    """The text of a cell, and the place of the proposal that it comes from."""

    path: FieldPath
    text: str


def form_entries(sheet: FormSheet, root: Any, lang: str) -> dict[str, CellEntry]:
    """Return the entries of a form by the keys of its fields, those without text too."""
    section, found = _inside(root, sheet.path), {}
    for field in sheet.fields:
        node, spec = section, sheet.spec
        for step in field.path:
            node, spec = _step(node, spec, step)
        found[field.key] = CellEntry((*sheet.path, *field.path), written(node, field.spec, lang))
    return found


def table_rows(sheet: FormSheet, root: Any, lang: str) -> Iterator[dict[str, CellEntry]]:
    """Yield the rows of a table: the entries of an item by the keys of its columns."""
    if not sheet.is_by_smart:
        yield from _rows(sheet, sheet.path, _inside(root, sheet.path), lang)
        return
    services = _inside(root, (SERVICES,))
    for smart, service in services.items() if isinstance(services, dict) else ():
        path = (SERVICES, smart, *sheet.path[2:])
        rows = [*_rows(sheet, path, _inside(service, sheet.path[2:]), lang)]
        if not rows and not service and sheet.path[2:] == ("projects",):
            # A Smart of which nothing is said yet is a row to begin with.
            rows = [{field.key: CellEntry(path, "") for field in sheet.fields}]
        for row in rows:
            yield {SMART: CellEntry(path, smart), **row}


def _rows(
    sheet: FormSheet, path: tuple[str, ...], items: Any, lang: str
) -> Iterator[dict[str, CellEntry]]:
    assert sheet.spec.item is not None
    given = items if isinstance(items, list) else [] if items is None else [items]
    for index, item in enumerate(given):
        row = {}
        for field in sheet.fields:
            node, spec = item, sheet.spec.item
            for step in field.path:
                node, spec = _step(node, spec, step)
            row[field.key] = CellEntry((*path, index, *field.path), written(node, field.spec, lang))
        yield row


def _inside(node: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    return node


def _step(node: Any, spec: FieldSpec, step: str) -> tuple[Any, FieldSpec]:
    """Return what stands at a field of a section, which may be written in short."""
    below = spec.fields[step]
    if isinstance(node, dict):
        return node.get(step), below
    if isinstance(node, list) and step in spec.ordered:
        index = spec.ordered.index(step)
        return node[index] if index < len(node) else None, below
    return node if step == spec.main and not isinstance(node, list) else None, below


def unplaced(root: Any, placed: set[FieldPath]) -> Iterator[tuple[str, str]]:
    """Yield what no sheet has room for: where it stands, and what it says."""
    yield from _unplaced(root, (), placed)


def _unplaced(node: Any, path: FieldPath, placed: set[FieldPath]) -> Iterator[tuple[str, str]]:
    if path in placed:
        return
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _unplaced(value, (*path, key), placed)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _unplaced(value, (*path, index), placed)
    elif node is not None and not any(known[: len(path)] == path for known in placed):
        yield dotted(path), str(node)
