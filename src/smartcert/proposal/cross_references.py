"""References by name, by title or by file, several on a line: each the id of what it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from smartcert.proposal.loose_value import LooseValue
from smartcert.proposal.spec import FieldSpec
from smartcert.source.path import FieldPath, value_at
from smartcert.thai.labels import spellings, split_labels
from smartcert.thai.normalize import normalize

LABELS = {
    "Goal": ("id", "text", "indicator"),
    "ServiceGoal": ("id", "text"),
    "Objective": ("id", "text"),
    "Kpi": ("id", "name"),
    "Project": ("id", "name"),
    "InfrastructureItem": ("id", "name"),
    "Dataset": ("id", "name"),
    "Funding": ("id", "source"),
    "Agency": ("name",),
    "Partner": ("name",),
    "Annex": ("id", "title", "file"),
}
"""By which fields an item of each section is called; others refer to it by the first it has."""

BY_ID = frozenset({"Goal", "ServiceGoal", "Kpi", "Dataset", "Funding"})
"""What is referred to by id, so that a reference which leads nowhere says nothing.

An office or a partner that is not listed is still known by its name.
"""

LONGEST_ID = 20
"""Characters of what is an id and no words."""

MOST_PARTS = 20
"""Parts of one line that are looked up."""


class _Asked(NamedTuple):
    """References of one field, changed in place when it is known where they lead."""

    names: list[str | None]
    types: tuple[str, ...]
    path: FieldPath
    is_list: bool
    is_text: bool
    """Whether one name stands in the data as a text."""


class References:
    """What the items of a file are called, and the references to them."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._names: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._asked: list[_Asked] = []
        self._twice: set[tuple[str, str]] = set()
        self.lost: list[FieldPath] = []
        """The fields whose every reference leads nowhere, or to an id that several items have."""

    def name(self, kind: str, values: dict[str, Any]) -> None:
        """Note by what an item of a section may be called."""
        labels = [values[key] for key in LABELS.get(kind, ()) if isinstance(values.get(key), str)]
        if not labels:
            return
        first = labels[0]
        identity = (kind, normalize(first))
        if identity in self._ids:
            self._twice.add(identity)
        self._ids.setdefault(identity, first)
        for label in labels:
            for spelling in spellings(label):
                self._names[kind, spelling].add(first)

    def ask(
        self,
        names: list[str | None],
        spec: FieldSpec,
        path: FieldPath,
        *,
        is_list: bool,
    ) -> None:
        """Note references that lead to items of the sections a spec names."""
        self._asked.append(_Asked(names, spec.leads_to, path, is_list, spec.kind == "owner"))

    def resolve(self, data: Any) -> Iterable[LooseValue]:
        """Put the id of what it leads to in place of each name; yield those that were names."""
        for asked in self._asked:
            found: list[str | None] = []
            for index, name in enumerate(asked.names):
                leads = None if name is None else self._leads(name, asked.types)
                found += [name] if leads is None else leads
                if name is not None and leads is not None and leads != [name]:
                    path = (*asked.path, index) if asked.is_list else asked.path
                    yield LooseValue(path, name, ", ".join(leads), "refs", "reference")
            is_by_id = BY_ID.issuperset(asked.types)
            if is_by_id and not any(self._says_something(name, asked.types) for name in found):
                self.lost.append(asked.path)
            asked.names[:] = found
            holder = value_at(asked.path[:-1], data) if asked.is_text and len(found) == 1 else None
            if isinstance(holder, dict):
                holder[asked.path[-1]] = found[0]

    def _says_something(self, name: str | None, types: tuple[str, ...]) -> bool:
        """Whether a name is that of an item, and of one only, or at least says what is meant."""
        if name is None:
            return False
        found = [kind for kind in types if (kind, normalize(name)) in self._ids]
        if found:
            return not all((kind, normalize(name)) in self._twice for kind in found)
        # `งบเทศบาล` tells a reader where the money comes from, `F9` and `ทุน 9` tell nothing.
        return not (len(name) <= LONGEST_ID and (name.isascii() or name[-1].isdigit()))

    def _leads(self, name: str, types: tuple[str, ...]) -> list[str] | None:
        """Return where a text leads: to one item, or each of its parts to one; None for nowhere."""
        if any((kind, normalize(name)) in self._ids for kind in types):
            return [name]
        found = self._one(name, types)
        if found is not None:
            return [found]
        parts = split_labels(name)
        if not 2 <= len(parts) <= MOST_PARTS:
            return None
        leads = [self._one(part, types) for part in parts]
        known = [lead for lead in leads if lead is not None]
        return known if len(known) == len(parts) else None

    def _one(self, name: str, types: tuple[str, ...]) -> str | None:
        """Return the id of the only item that is called so."""
        for spelling in spellings(name):
            found = {first for kind in types for first in self._names.get((kind, spelling), ())}
            if len(found) == 1:
                return found.pop()
            if found:
                return None
        return None
