"""Where things belong, in no language: places of a document, of its gaps, and the ids of findings.

A check says only which mapping lacks which fields. Here is decided at which place that is shown,
and which missing section stands for many of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, NamedTuple

from smartcert.checks import Gap
from smartcert.checks.scope import options_of
from smartcert.findings.finding import Location
from smartcert.findings.stub import Label, Labels
from smartcert.proposal.document import Document
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source.path import FieldPath, enclosing, inside
from smartcert.thai.date import ThaiDate


class Place(NamedTuple):
    """What is known of one place of a document."""

    node: Any
    """What could be read there; None for what is absent, empty, unreadable or a placeholder."""
    spec: FieldSpec | None
    """What may stand there in a proposal."""
    labels: Labels
    """For each step to it what the item of a list there is called; None for what is no item."""


class Places:
    """The places of one document, and the ids that were given to findings at them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.source = document.source
        self._known: dict[FieldPath, Place] = {(): Place(document.data, proposal_spec(), ())}
        self._given: dict[str, int] = {}
        """How often each fingerprint was given."""

    def at(self, path: FieldPath) -> Place:
        """Return what is known of a place; remembered, since many gaps lie at and below one."""
        found = self._known.get(path)
        if found is None:
            above, step = self.at(path[:-1]), path[-1]
            node, spec = inside(above.node, step), above.spec and above.spec.below(step)
            label = _label_of(node, spec, step) if isinstance(step, int) else None
            found = self._known[path] = Place(node, spec, (*above.labels, label))
        return found

    def location(self, path: FieldPath, *, key: bool = False) -> Location:
        """Return where a value or its key is written; of what is absent, the nearest section."""
        return Location(self.source.name, path, self.source.span(path, key=key))

    def fingerprint(
        self, code: str, smart: str | None, path: FieldPath, details: tuple[str, ...]
    ) -> str:
        """Return an id for a finding that stays when lines move: twelve hexadecimal digits.

        Items of a list count by what they are called, not by their number. A second finding that
        comes to the same has `-2` behind it.
        """
        place = self.at(path)
        steps = [
            str(step) if label is None else label.text
            for step, label in zip(path, place.labels, strict=True)
        ]
        if isinstance(place.node, str) and isinstance(path[-1], int):
            steps[-1] = place.node
        text = "\x1f".join((code, smart or "", *steps, "\x1e", *details))
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        number = self._given[digest] = self._given.get(digest, 0) + 1
        return f"{digest}-{number}" if number > 1 else digest


def _label_of(item: Any, spec: FieldSpec | None, index: int) -> Label | None:
    """Return what an item is called: its id, its name, its kind's first field, else its number."""
    if not isinstance(item, dict):
        return None
    first = next(iter(spec.fields), "") if spec is not None else ""
    key = next((key for key in ("id", "name", first) if key in item), "")
    value = item.get(key)
    if isinstance(value, list):
        return Label(key if len(value) == 1 else "", ", ".join(filter(None, value)))
    written = value.written if isinstance(value, ThaiDate) else value
    return Label(key, str(written)) if value is not None else Label("", f"#{index + 1}")


def shown_at(gap: Gap, places: Places) -> FieldPath:
    """Return where a gap is shown: at the empty field whose key is there, else where it belongs."""
    options = [steps for name in gap.fields for steps in options_of(name)]
    for steps in options:
        path = (*gap.path, *steps)
        if places.source.exists(path):
            return path
    is_one_field = len(gap.fields) == 1 and all(len(steps) == 1 for steps in options)
    return (*gap.path, *options[0]) if is_one_field else gap.path


def missing_sections(gaps: Iterable[Gap], places: Places) -> dict[FieldPath, list[Gap]]:
    """Return the sections that are not there and that two or more gaps come from, with those."""
    sections: dict[FieldPath, list[Gap]] = defaultdict(list)
    for gap in gaps:
        if gap.kind == "missing" and (path := _highest_missing(gap, places)) is not None:
            spec = places.at(path).spec
            # A single field is no section.
            if spec is not None and spec.kind in ("section", "list", "by_year"):
                sections[path].append(gap)
    return {path: found for path, found in sections.items() if len(found) > 1}


def _highest_missing(gap: Gap, places: Places) -> FieldPath | None:
    """Return the highest place on the way to what a gap misses that nothing can be read at."""
    wanted = gap.path
    if len(gap.fields) == 1:
        wanted = (*wanted, *options_of(gap.fields[0])[0])
    for path in reversed(list(enclosing(wanted))):
        if places.at(path).node is not None:
            continue
        written = places.source.at(path)
        # `boundary: {map: TBD}` leads on to its fields, though nothing in it could be read.
        leads_on = path != wanted and isinstance(
            written, list if isinstance(wanted[len(path)], int) else dict
        )
        if not (written and leads_on):
            return path
    return None
