"""Which sheets a workbook has and what stands on each, made from the fields of a proposal.

A section is a form: a row a field. A list is a table on a sheet of its own: a column a field, so
that rows can be added, sorted and filtered. The same list of all Smarts is one table, with a column
that says which Smart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from smartcert.messages.message import message
from smartcert.proposal.spec import FieldSpec, proposal_spec

VERSION = "1"
"""Of this layout; a workbook has it in a property of its own."""

PROPERTY = "smartcert-form"
"""The property of a workbook that holds the version."""

MARKS = {
    "docProps/custom.xml": PROPERTY.encode(),
    "xl/sharedStrings.xml": b"services.*.projects#",
}
"""What tells a form of ours in its parts; some programs keep only what stands in cells."""

HELP = "#help"
"""What stands in the first row of a sheet that is no part of the proposal."""

SMART = "smart"
"""The key of the column that says to which Smart a row belongs."""

ANY = "*"
"""The step of a path that stands for each Smart."""

SERVICES = "services"

_TOO_LONG = 31
"""Characters of a sheet's name that Excel allows."""


class Field(NamedTuple):
    """A field with a cell: a row of a form, or a column of a table."""

    path: tuple[str, ...]
    """From the section of the form, or from an item of the list."""
    spec: FieldSpec
    within: tuple[FieldSpec, ...] = ()
    """The sections on the way."""

    @property
    def key(self) -> str:
        """What names it in a hidden column or row: `target.value`."""
        return ".".join(self.path)

    def title(self, lang: str) -> str:
        """Return what a person calls it, with the section that it is in."""
        names = [spec.names.get(lang, "") for spec in (*self.within, self.spec)]
        return " · ".join(filter(None, names))


class FormSheet(NamedTuple):
    """A sheet of a workbook."""

    path: tuple[str, ...]
    """The section or list that stands on it; `*` for each Smart, nothing for the top."""
    spec: FieldSpec
    title: dict[str, str]
    """In each language; cut, it is the sheet's name."""
    fields: tuple[Field, ...]
    is_table: bool

    @property
    def key(self) -> str:
        """What names it in a hidden cell: `services.*.projects`."""
        return ".".join(self.path)

    @property
    def is_by_smart(self) -> bool:
        """Whether its rows belong to Smarts."""
        return ANY in self.path

    @property
    def heads(self) -> tuple[str, ...]:
        """The keys of its columns, where it is a table."""
        keys = tuple(field.key for field in self.fields)
        return (SMART, *keys) if self.is_by_smart else keys

    def name(self, lang: str) -> str:
        """Return the name of its tab: no more than 31 characters, and none that Excel refuses."""
        return re.sub(r"[\[\]:*?/\\]", " ", self.title[lang])[:_TOO_LONG].strip()


@cache
def sheets() -> tuple[FormSheet, ...]:
    """Return the sheets of a whole proposal, in the order of the criteria."""
    top = proposal_spec()
    scalars = tuple(_leaves(top, only_here=True))
    title = {lang: message("workbook.top", lang) for lang in ("th", "en")}
    found = [FormSheet(path=(), spec=top, title=title, fields=scalars, is_table=False)]
    for key, spec in top.fields.items():
        if key == SERVICES:
            smart = next(iter(spec.fields.values()))
            found += _sheets(smart, (SERVICES, ANY), spec.names)
        elif spec.kind in ("section", "list"):
            found += _sheets(spec, (key,), spec.names)
    return tuple(_told_apart(found))


def _told_apart(found: list[FormSheet]) -> Iterator[FormSheet]:
    """Yield sheets of which no two have one title: the section is named where they would."""
    for sheet in found:
        twins = [other for other in found if other.title == sheet.title]
        above = proposal_spec().fields[sheet.path[0]].names if len(twins) > 1 else {}
        yield sheet._replace(
            title={
                lang: f"{name} · {above[lang]}" if above else name
                for lang, name in sheet.title.items()
            }
        )


def _sheets(spec: FieldSpec, path: tuple[str, ...], title: dict[str, str]) -> Iterator[FormSheet]:
    """Yield the form of a section and the tables of its lists, or the table of a list."""
    if spec.item is not None:
        fields = tuple(_leaves(spec.item))
        yield FormSheet(path=path, spec=spec, title=title, fields=fields, is_table=True)
        return
    if fields := tuple(_leaves(spec)):
        yield FormSheet(path=path, spec=spec, title=title, fields=fields, is_table=False)
    for way, below in _lists(spec, ()):
        yield from _sheets(below, (*path, *way), below.names)


def _leaves(
    spec: FieldSpec,
    path: tuple[str, ...] = (),
    within: tuple[FieldSpec, ...] = (),
    *,
    only_here: bool = False,
) -> Iterator[Field]:
    """Yield the fields of a section that have a cell, those of sections in it too.

    A list in an item of a table is a field of several lines: `outputs` of a project.
    """
    for key, field in spec.fields.items():
        if field.kind == "section":
            if not only_here:
                yield from _leaves(field, (*path, key), (*within, field))
        elif field.item is None or spec.type in _IN_TABLES:
            yield Field((*path, key), field, within)


def _lists(spec: FieldSpec, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], FieldSpec]]:
    for key, field in spec.fields.items():
        if field.item is not None:
            yield (*path, key), field
        elif field.kind == "section":
            yield from _lists(field, (*path, key))


_IN_TABLES = frozenset({"Project"})
"""Sections that are rows of tables and have lists of their own."""
