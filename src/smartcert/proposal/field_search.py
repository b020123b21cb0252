"""Finding a field of a proposal by its path, a part of it, or what the field is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.suggest import closest
from smartcert.thai.normalize import fold

ANY = "*"
"""The step of a path that stands for each Smart."""


class FieldPlace(NamedTuple):
    """A field of a proposal."""

    path: tuple[str, ...]
    """The keys that lead to it, without the items of lists on the way."""
    spec: FieldSpec
    above: FieldSpec
    """The section that has it."""
    within: tuple[FieldSpec, ...]
    """What the keys before the last lead to."""

    @property
    def text(self) -> str:
        """The path as one types it."""
        return ".".join(self.path)


def find_fields(written: str) -> list[FieldPlace]:
    """Return the fields that a text may mean; what all Smarts have alike is one.

    It is a title in either language, or a path such as `services.living.projects[0].budget` of
    keys or of titles; a path may leave out how it begins.
    """
    wanted = fold(written)
    titled = [place for place in _places() if _is_called(place, wanted)]
    steps = [fold(step) for step in re.sub(r"\[[^\]]*\]", "", written).split(".") if step.strip()]
    led = [place for place in _places() if steps and _leads(steps, place)]
    whole = [place for place in led if len(place.path) == len(steps)]
    return _once(whole or titled or led)


def closest_field(written: str) -> str | None:
    """Return the path of the field that a mistyped path or title may mean; None for no guess."""
    fields = names_of_fields()
    # Alike are names of one language and depth only; all together are too many to be compared.
    alike = (
        name
        for name in fields
        if name.isascii() == written.isascii() and name.count(".") == written.count(".")
    )
    return fields.get(closest(written, alike) or "")


def names_of_fields() -> dict[str, str]:
    """Return every path and title of a field, with a path that it leads to."""
    names = {name: place.text for place in _places() for name in place.spec.names.values()}
    return names | {place.text: place.text for place in _places()}


@cache
def _places() -> tuple[FieldPlace, ...]:
    return tuple(_below(proposal_spec(), (), ()))


def _below(
    spec: FieldSpec, path: tuple[str, ...], within: tuple[FieldSpec, ...]
) -> Iterator[FieldPlace]:
    for key, field in spec.fields.items():
        yield FieldPlace((*path, key), field, spec, within)
        yield from _below(field.item or field, (*path, key), (*within, field))


def _is_called(place: FieldPlace, wanted: str) -> bool:
    return wanted in map(fold, place.spec.names.values())


def _leads(steps: list[str], place: FieldPlace) -> bool:
    """Whether the end of a place's path is some steps: keys, titles, or `*`."""
    fields = (*place.within, place.spec)[-len(steps) :]
    keys = place.path[-len(steps) :]
    return len(keys) == len(steps) and all(
        step in (ANY, fold(key), *map(fold, field.names.values()))
        for step, key, field in zip(steps, keys, fields, strict=True)
    )


def _once(places: list[FieldPlace]) -> list[FieldPlace]:
    """Return places with one for all Smarts where several have the same field."""
    found: dict[tuple[str, ...], list[FieldPlace]] = {}
    for place in places:
        is_of_smart = place.path[0] == "services" and len(place.path) > 2
        path = ("services", ANY, *place.path[2:]) if is_of_smart else place.path
        found.setdefault(path, []).append(place)
    return [
        same[0] if len(same) == 1 else same[0]._replace(path=path) for path, same in found.items()
    ]
