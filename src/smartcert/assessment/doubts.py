"""Requirements that rest on texts which only a person can judge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from smartcert.assessment.screening import Screened
from smartcert.checks.scope import options_of
from smartcert.findings.doubt import Doubt
from smartcert.findings.gaps import Applied
from smartcert.source.path import FieldPath, value_at

MOST_TRIED = 6
"""Places of a sentence of which the one is looked for where it is worth least."""

WEIGHTY = 12
"""Characters; a shorter text below a section, such as a unit, does not carry it."""


def doubted(applied: list[Applied], screening: Screened, data: dict[str, Any]) -> list[Applied]:
    """Return requirements as they apply, of which none is met by a text that is in doubt.

    What else would be met is for a person; a field in doubt does not count as filled. A repeated
    sentence counts where it is worth least, so that writing it once more never earns a point.
    """
    doubts = [] if screening.unlike is None else [screening.unlike]
    for sentence in screening.repeated:
        choices = [sentence.counting_at(group) for group in range(len(sentence.groups))]
        tried = choices[:MOST_TRIED]
        doubts.append(max(tried, key=lambda doubt: _loss(applied, doubt, data)))
    told = {path: doubt for doubt in doubts for path in doubt.others}
    return [_doubted(item, told, data) for item in applied] if told else applied


def _loss(applied: list[Applied], doubt: Doubt, data: dict[str, Any]) -> tuple[int, int]:
    """Return how many half points and fields a doubt takes away."""
    told = dict.fromkeys(doubt.others, doubt)
    points = fields = 0
    for item in applied:
        filled = [path for path, is_filled in item.outcome.asked.items() if is_filled]
        lost = sum(_carried_by(path, told, data) is not None for path in filled)
        fields += lost
        if lost and _rests_on_them(item, len(filled) - lost):
            points += item.requirement.weight * (2 if item.status == "met" else 1)
    return points, fields


def _rests_on_them(item: Applied, left: int) -> bool:
    """Whether a requirement can't count while fields are in doubt, with so many others filled."""
    return item.status in ("met", "needs-person") or (item.status == "partial" and not left)


def _doubted(item: Applied, told: dict[FieldPath, Doubt], data: dict[str, Any]) -> Applied:
    found: dict[Doubt, None] = {}
    left = 0
    for path in [path for path, filled in item.outcome.asked.items() if filled]:
        doubt = _carried_by(path, told, data)
        if doubt is not None:
            found[doubt] = None
            item.outcome.asked[path] = False
        else:
            left += 1
    if not found or not _rests_on_them(item, left):
        return item
    return item._replace(status="needs-person", doubts=tuple(found))


def _carried_by(
    path: FieldPath, told: dict[FieldPath, Doubt], data: dict[str, Any]
) -> Doubt | None:
    """Return the doubt in all there is to a field, or to a section."""
    name = path[-1]
    places = (
        [(*path[:-1], *option) for option in options_of(name)]
        if isinstance(name, str) and "|" in name
        else [path]
    )
    carriers = [text for place in places for text in _carriers(place, value_at(place, data))]
    if not carriers or not all(carrier in told for carrier in carriers):
        return None
    return told[carriers[0]]


def _carriers(path: FieldPath, value: Any) -> Iterable[FieldPath]:
    """Yield the places of the texts that a field rests on."""
    return (path,) if isinstance(value, str) else _weighty(path, value)


def _weighty(path: FieldPath, value: Any) -> Iterable[FieldPath]:
    """Yield the places of the texts below a section that say something."""
    if isinstance(value, str):
        if len(value) >= WEIGHTY:
            yield path
    elif type(value) in (dict, list):
        for key, child in value.items() if type(value) is dict else enumerate(value):
            yield from _weighty((*path, key), child)
