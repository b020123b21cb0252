"""Requirements that rest on texts and figures which only a person can judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from smartcert.assessment.screening import Screened
from smartcert.checks.scope import options_of
from smartcert.findings.doubt import Doubt, Repeated
from smartcert.findings.gaps import Applied
from smartcert.source.path import FieldPath, value_at

MOST_TRIED = 6
"""Places of a sentence of which the one is looked for where it is worth least."""

WEIGHTY = 12
"""Characters; a shorter text below a section, such as a unit, does not carry it."""

Told = dict[FieldPath, Doubt]
"""The doubt at each place that is in one."""

Carried = dict[FieldPath, list[FieldPath]]
"""The fields of a requirement that are filled, and the places of what each rests on."""


def doubted(applied: list[Applied], screening: Screened, data: dict[str, Any]) -> list[Applied]:
    """Return requirements as they apply, of which none is met by what is in doubt.

    What else would be met is for a person; a field in doubt does not count as filled. What is
    repeated counts where it is worth least, so that writing it once more never earns a point.
    """
    firm = [] if screening.unlike is None else [screening.unlike]
    if not (firm or screening.repeated or screening.alike or screening.samples):
        return applied
    ground = _Ground(applied, data)
    unfilled = [*firm]
    for sentence in screening.repeated:
        losses = [(ground.loss(doubt), doubt) for doubt in _tried(sentence)]
        firm.append(max(losses, key=lambda each: each[0])[1])
        unfilled.append(max(losses, key=lambda each: each[0][::-1])[1])
    weak = [
        max(_tried(text), key=lambda doubt: ground.loss(doubt, weak=True))
        for text in screening.alike
    ]
    told, also = _told(firm), _told([*weak, *screening.samples])
    lost = told | _told(unfilled)
    return [_Resting(item, carried, told, also).judged(lost) for item, carried in ground.items]


def _tried(repeated: Repeated) -> list[Doubt]:
    """Return the doubts in what is repeated, by the place where it may count."""
    return [repeated.counting_at(group) for group in range(len(repeated.groups))][:MOST_TRIED]


def _told(doubts: Iterable[Doubt]) -> Told:
    return {path: doubt for doubt in doubts for path in doubt.others}


class _Ground:
    """What all requirements rest on."""

    def __init__(self, applied: list[Applied], data: dict[str, Any]) -> None:
        self.items: list[tuple[Applied, Carried]] = []
        self.by_place: dict[FieldPath, list[int]] = defaultdict(list)
        """Which of them rest on a place."""
        for number, item in enumerate(applied):
            filled = [path for path, is_filled in item.outcome.asked.items() if is_filled]
            carried = {path: _carried_by(path, data) for path in filled}
            self.items.append((item, carried))
            for place in {each for carriers in carried.values() for each in carriers}:
                self.by_place[place].append(number)

    def loss(self, doubt: Doubt, *, weak: bool = False) -> tuple[int, int]:
        """Return how many half points and fields a doubt takes away."""
        told = _told([doubt])
        points = fields = 0
        for number in {each for place in doubt.others for each in self.by_place.get(place, ())}:
            item, carried = self.items[number]
            resting = _Resting(item, carried, *(({}, told) if weak else (told, {})))
            fields += len(resting.lost)
            if resting.is_doubted:
                points += item.requirement.weight * (2 if item.status == "met" else 1)
        return points, fields


class _Resting:
    """A requirement, and what the fields that it asks for rest on."""

    def __init__(self, item: Applied, carried: Carried, told: Told, also: Told) -> None:
        self.item, self.carried = item, carried
        self.lost: dict[FieldPath, Doubt] = {}
        """Its fields of which nothing is out of doubt."""
        self.weak: dict[FieldPath, Doubt] = {}
        """Those that may be anybody's, and alone carry nothing."""
        self.left = 0
        """Its other fields that rest on texts and figures."""
        self.others = 0
        """Those that rest on neither, such as a day or a choice."""
        for path, carriers in carried.items():
            if not carriers:
                self.others += 1
            elif all(carrier in told for carrier in carriers):
                self.lost[path] = told[carriers[0]]
            elif all(carrier in also or carrier in told for carrier in carriers):
                self.weak[path] = next(also[each] for each in carriers if each in also)
            else:
                self.left += 1

    @property
    def is_doubted(self) -> bool:
        """Whether it can't count while fields are in doubt."""
        if not self.left and self.weak:
            return self.item.status in ("met", "needs-person", "partial")
        if not self.lost:
            return False
        is_alone = not self.left and not self.others
        return self.item.status in ("met", "needs-person") or (
            self.item.status == "partial" and is_alone
        )

    def judged(self, unfilled: Told) -> Applied:
        """Return the requirement: for a person where it can't count.

        What rests on `unfilled` is not filled, wherever the same may count for the points.
        """
        doubts = [*self.lost.values()]
        asked = self.item.outcome.asked
        for path, carriers in self.carried.items():
            if carriers and all(carrier in unfilled for carrier in carriers):
                asked[path] = False
        if not self.is_doubted:
            return self.item
        if not self.left:
            doubts += self.weak.values()
        return self.item._replace(status="needs-person", doubts=tuple(dict.fromkeys(doubts)))


def _carried_by(path: FieldPath, data: dict[str, Any]) -> list[FieldPath]:
    """Return the places of all that there is to a field, of either where it may be one of two."""
    name = path[-1]
    places = (
        [(*path[:-1], *option) for option in options_of(name)]
        if isinstance(name, str) and "|" in name
        else [path]
    )
    return [text for place in places for text in _carriers(place, value_at(place, data))]


def _carriers(path: FieldPath, value: Any) -> Iterable[FieldPath]:
    """Return the places of what a field rests on: of its texts, else of its figures."""
    if isinstance(value, str) or _is_figure(value):
        return (path,)
    return [*_weighty(path, value)] or [*_figures(path, value)]


def _weighty(path: FieldPath, value: Any) -> Iterable[FieldPath]:
    """Yield the places of the texts below a section that say something."""
    if isinstance(value, str):
        if len(value) >= WEIGHTY:
            yield path
    elif type(value) in (dict, list):
        for key, child in value.items() if type(value) is dict else enumerate(value):
            yield from _weighty((*path, key), child)


def _figures(path: FieldPath, value: Any) -> Iterable[FieldPath]:
    """Yield the places of the figures below a section."""
    if _is_figure(value):
        yield path
    elif type(value) in (dict, list):
        for key, child in value.items() if type(value) is dict else enumerate(value):
            yield from _figures((*path, key), child)


def _is_figure(value: Any) -> bool:
    return type(value) in (int, Fraction)
