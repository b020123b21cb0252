"""Looking across a whole proposal for what is no answer: empty words, samples, copies.

A text that does not answer its field is not there for the checks. A copy of an item of a list
counts with the first. A sentence that stands in fields which ask different things counts at the
first of them; the others a person has to look at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from smartcert.assessment.result import Substance
from smartcert.assessment.samples import (
    CERTAIN,
    LIKELY,
    MANY,
    SEVERAL,
    SHORT,
    fingerprint,
    known_samples,
    letters_of,
    names_in,
    sample_names,
)
from smartcert.findings.doubt import Doubt, Repeated
from smartcert.proposal.document import Document
from smartcert.proposal.fault import Code, Fault, fault_at
from smartcert.proposal.spec import FieldSpec, Kind, proposal_spec
from smartcert.source.path import FieldPath, dotted, value_at, without
from smartcert.thai.measure_forms import figure_of
from smartcert.thai.normalize import normalize
from smartcert.thai.substance import Asks, Reason, are_sentences, core_of, why_no_answer

JUDGED: tuple[Kind, ...] = ("text", "texts", "owner", "or_none")
"""Kinds of fields whose text has to say something; a state may be that something is to come."""

SENTENCE = 24
"""Characters from which on one text in two fields that ask different things is no coincidence."""

NAMES: dict[str, str] = {
    **dict.fromkeys(("agency", "coverage", "scope", "community"), "who"),
    **dict.fromkeys(("name", "kind", "unit"), "name"),
    **dict.fromkeys(("source", "data", "plan", "event", "meeting"), "source"),
    **dict.fromkeys(("update", "frequency"), "frequency"),
    **dict.fromkeys(("income", "revenue"), "income"),
}
"""Fields by what they name: an office, a work, a paper is called alike wherever it is meant."""

NAMING: tuple[Asks, ...] = ("who", "measure")
"""What is asked for where a name is the answer."""

OF_ITS_OWN: tuple[Asks, ...] = ("aim", "problem", "matter")
"""What each item of a list has of its own: what one is for is no answer of another."""

MONEY, MEASURES = ("amount", "budget", "yearly", "by_year"), ("number", "target")
"""Types of figures that are of one kind: an item's cost is also in the budget of its project."""

FEWEST_DIGITS = 3
"""Digits beside noughts from which on one figure of two kinds is no coincidence."""

SHORTEST = 4
"""Characters from which on a text in two such fields carries no requirement by itself."""

PHRASE, FIELDS = 12, 5
"""A shorter text of so many characters is none in so many of them."""

ANY_FIELDS = 15
"""Fields that ask different things, in which any text is none: `มี`, `ก`."""

END = 6
"""Characters with which texts that only name their field begin, or end, alike."""

LONG, FEWEST_LONG, MOST_LONG = 40, 15, 80
"""Characters of a text that is a sentence or more; how many are looked at, at least and at most.

What single texts have is chance; what many have is how they were written.
"""

LONGEST_NAME = 100
"""Characters; what is longer is no name of a place."""

OF_A_SMART = 3
"""Steps to a list that each Smart has: `services.energy.projects`."""

FEWEST_IN_COMMON = 2
"""Fields beside its id and its name that an item needs to be known as a copy."""


class Written(NamedTuple):
    """One text of a proposal, in the order of the file."""

    path: FieldPath
    text: str
    spec: FieldSpec

    @property
    def label(self) -> tuple[str, Asks, str]:
        """What decides whether it says anything: the same text in the same field does so alike."""
        return self.text, self.spec.asks, _key(self.path)

    @property
    def field(self) -> FieldPath | str:
        """What it answers: the same for every field that asks the same.

        Names are alike wherever they stand, and items of a list that say how something is done.
        """
        asks = self.spec.asks
        if asks in NAMING:
            return asks
        if name := NAMES.get(_key(self.path)):
            return name
        return self.path if asks in OF_ITS_OWN else _pattern(self.path)


class Figure(NamedTuple):
    """One figure of a proposal, in the order of the file."""

    path: FieldPath
    value: Fraction
    kind: FieldPath | str
    """What it counts: money, what is measured, or what its own field asks."""


def _key(path: FieldPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _pattern(path: FieldPath) -> FieldPath:
    """Return a path without the places in lists; what is asked of a Smart is asked of each."""
    steps = [step for step in path if isinstance(step, str)]
    if steps[0] == "services":
        steps[1:2] = ["*"]
    return tuple(steps)


class Screened(NamedTuple):
    """A proposal as far as it answers."""

    document: Document
    """Without what is no answer, which is among its faults."""
    repeated: tuple[Repeated, ...]
    """The sentences that stand in fields which ask different things."""
    alike: tuple[Repeated, ...]
    """Short texts that stand in such fields: by themselves they carry no requirement."""
    samples: tuple[Doubt, ...]
    """Short texts that are like smartcert's own: neither do they."""
    unlike: Doubt | None
    """The long texts of a file where most are unlike sentences."""
    substance: Substance
    """What of its texts is no answer."""


def screened(document: Document, *, knows_samples: bool) -> Screened:
    """Return a proposal without what is no answer; the same document where all is.

    `knows_samples`: whether smartcert's own texts are told from a city's.
    """
    texts: list[Written] = []
    figures: list[Figure] = []
    _collect(document.data, texts, figures)
    reasons = _empty(texts)
    samples: dict[str, list[FieldPath]] = {}
    if knows_samples and not _is_an_example(document):
        copied = _copied_samples(texts, document)
        reasons |= copied.told
        samples = copied.unsure
    copies = [*_copies(document.data)]
    copied_items = {path for _, others in copies for path in others}
    left = [
        one for one in texts if one.path not in reasons and not _is_below(one.path, copied_items)
    ]
    counted = [one for one in figures if not _is_below(one.path, copied_items)]
    found, unlike = [*_repeated(left), *_repeated_figures(counted)], _unlike(left)
    repeated = tuple(each for each in found if each.kind != "alike")
    lost: dict[FieldPath, Reason] = dict.fromkeys(document.lost, "lost")
    substance = Substance(
        no_answers=Counter([*reasons.values(), *lost.values()]),
        waiting=len(document.placeholders),
        repeated=sum(sum(map(len, sentence.groups)) - 1 for sentence in repeated),
        unlike=len(unlike.others) if unlike is not None else 0,
        copies=sum(len(others) for _, others in copies),
    )
    if reasons or copies:
        document = _without(document, reasons, copies)
    if lost:
        document = document._replace(reasons={**document.reasons, **lost})
    alike = tuple(each for each in found if each.kind == "alike")
    doubts = (Doubt("sample", text, at[0], tuple(at)) for text, at in samples.items())
    return Screened(document, repeated, alike, tuple(doubts), unlike, substance)


def _is_below(path: FieldPath, places: set[FieldPath]) -> bool:
    """Whether a path leads to or below one of some places."""
    return bool(places) and any(path[:length] in places for length in range(1, len(path) + 1))


def _collect(data: dict[str, Any], texts: list[Written], figures: list[Figure]) -> None:
    """Take every text that is to say something, and every figure."""
    stack: list[tuple[FieldPath, Any, FieldSpec]] = [((), data, proposal_spec())]
    while stack:
        path, node, spec = stack.pop()
        kind = type(node)
        if kind is dict:
            below = [
                ((*path, key), child, found)
                for key, child in node.items()
                if (found := spec.fields.get(key) or _amount(spec)) is not None
            ]
            stack += reversed(below)
        elif kind is list:
            item = spec.item or spec
            below = [((*path, index), child, item) for index, child in enumerate(node)]
            stack += reversed(below)
        elif kind is str:
            if spec.kind in JUDGED:
                texts.append(Written(path, node, spec))
        elif (name := what_is_counted(path, spec.type)) and (value := figure_of(node)) is not None:
            figures.append(Figure(path, value, name))


def _amount(spec: FieldSpec) -> FieldSpec | None:
    """Return what stands below a year, in a field of amounts by year."""
    return spec if spec.type in MONEY else None


def what_is_counted(path: FieldPath, type_: str) -> FieldPath | str:
    """Return what a figure of a type counts; empty for a day, a year and what is no figure."""
    if type_ in MONEY:
        return "money"
    if type_ in MEASURES:
        return "measure"
    # The residents of an area and its users are people of one section, and may be as many.
    return _pattern(path)[:-1] if type_ == "whole" else ""


def _empty(texts: list[Written]) -> dict[FieldPath, Reason]:
    """Return the texts that say nothing by themselves."""
    known: dict[tuple[str, Asks, str], Reason | None] = {}
    labels: dict[FieldSpec, tuple[str, ...]] = {}
    reasons: dict[FieldPath, Reason] = {}
    for one in texts:
        path, text, spec = one
        if spec.kind == "or_none":
            continue  # That there is none is an answer here, and so is everything like it.
        if spec not in labels:
            labels[spec] = tuple(map(normalize, spec.names.values()))
        key = one.label
        if key not in known:
            label = labels[spec][0] if labels[spec] else ""
            is_label = len(text) < 80 and normalize(text) in labels[spec]
            known[key] = "label" if is_label else why_no_answer(text, spec.asks, label)
        if (reason := known[key]) is not None:
            reasons[path] = reason
    return reasons


def _is_an_example(document: Document) -> bool:
    """Whether a file says of itself, in every output, that it is one of smartcert's examples."""
    note = document.text(("note",), "th")
    return bool(note) and fingerprint(letters_of(note), []) in known_samples().notes


class _Copied(NamedTuple):
    """The texts that smartcert shows itself."""

    told: dict[FieldPath, Reason]
    unsure: dict[str, list[FieldPath]]
    """Those that a city may have written like that by chance, and where; names are no such."""


def _copied_samples(texts: list[Written], document: Document) -> _Copied:
    """Return the texts that smartcert shows itself, whichever town they name."""
    samples = known_samples()
    own = (document.text(path, "th") for path in (("area", "name"), ("applicant", "name")))
    names = [*sample_names(), *names_in(*(name for name in own if len(name) <= LONGEST_NAME))]
    letters = {one.text: letters_of(one.text) for one in texts if len(one.text) >= SHORT}
    found: dict[str, int] = {}
    for text, plain in letters.items():
        if len(plain) >= SHORT:
            mark = fingerprint(plain, names)
            if mark in samples.advice:
                found[text] = max(len(plain), CERTAIN)
            elif mark in samples.texts:
                found[text] = len(plain)
    likely = sum(length >= LIKELY for length in found.values())
    least = SHORT if likely >= MANY else LIKELY if likely >= SEVERAL else CERTAIN
    told = {text for text, length in found.items() if length >= least}
    unsure: dict[str, list[FieldPath]] = defaultdict(list)
    for one in texts:
        if one.text in found and one.text not in told and not isinstance(one.field, str):
            unsure[one.text].append(one.path)
    return _Copied({one.path: "sample" for one in texts if one.text in told}, unsure)


def _repeated(texts: list[Written]) -> Iterator[Repeated]:
    """Yield each sentence that stands in fields which ask different things.

    In many of them the name of the field and figures make it no other: `งบประมาณเหมาะสมแล้ว 1`.
    """
    at: dict[str, list[Written]] = defaultdict(list)
    ends: dict[str, list[str]] = defaultdict(list)
    for one in texts:
        if len(one.text) < PHRASE:
            at[one.text].append(one)
        else:
            plain = core_of(one.text)
            at[plain].append(one)
            ends[plain[:END]].append(plain)
            ends[plain[-END:]].append(plain)
    alike = {plain for found in ends.values() if len(found) >= FIELDS for plain in found}
    for plain in sorted(alike):
        places = at.pop(plain)
        at[_beside_names(plain, places[0].spec)] += places
    for plain, places in at.items():
        if len(places) == 1:
            continue
        groups: dict[FieldPath | str, list[FieldPath]] = defaultdict(list)
        for one in places:
            groups[one.field].append(one.path)
        at_each, text = tuple(map(tuple, groups.values())), places[0].text
        if len(groups) >= _enough(text, plain):
            yield Repeated(text, at_each)
        elif len(groups) > 1 and len(plain) >= SHORTEST and not _may_be_none(places):
            yield Repeated(text, at_each, "alike")


def _may_be_none(places: list[Written]) -> bool:
    """Whether a text stands where that there is none is an answer, which is the same anywhere."""
    return any(one.spec.kind == "or_none" for one in places)


def _repeated_figures(figures: list[Figure]) -> Iterator[Repeated]:
    """Yield each figure that counts things of several kinds: people, and the baht of a project."""
    at: dict[Fraction, list[Figure]] = defaultdict(list)
    for figure in figures:
        at[figure.value].append(figure)
    for value, places in at.items():
        groups: dict[FieldPath | str, list[FieldPath]] = defaultdict(list)
        for figure in places:
            groups[figure.kind].append(figure.path)
        if len(groups) > 1 and _is_particular(value):
            yield Repeated(f"{float(value):,.15g}", tuple(map(tuple, groups.values())), "figure")


def _is_particular(value: Fraction) -> bool:
    """Whether a figure has so many digits that two of them are hardly alike by chance."""
    digits = f"{float(value):.15g}".partition("e")[0].replace(".", "")
    return len(digits.strip("-0")) >= FEWEST_DIGITS


def _enough(text: str, plain: str) -> int:
    """Return in how many fields that ask different things a text is none."""
    if len(plain) >= SENTENCE:
        return 2
    return FIELDS if len(text) >= PHRASE else ANY_FIELDS


def _beside_names(plain: str, spec: FieldSpec) -> str:
    """Return what a text says beside figures and the name of its field."""
    for name in spec.names.values():
        start = plain.lower().find(name.lower())
        if start >= 0:
            plain = plain[:start] + plain[start + len(name) :]
    return core_of(re.sub(r"\d+", "", plain))


def _unlike(texts: list[Written]) -> Doubt | None:
    """Return the doubt in the long texts of a file where most are no sentences."""
    long = [one for one in texts if len(one.text) >= LONG]
    if len(long) < FEWEST_LONG or are_sentences([one.text for one in long[:MOST_LONG]]):
        return None
    return Doubt("unlike", long[0].text, long[0].path, tuple(one.path for one in long))


def _copies(data: dict[str, Any]) -> Iterator[tuple[FieldPath, list[FieldPath]]]:
    """Yield the first of several like items, and the others.

    They are items of one list, or of the lists that ask the same of each Smart.
    """
    lists: dict[FieldPath, list[tuple[FieldPath, Any]]] = defaultdict(list)
    stack: list[tuple[FieldPath, Any]] = [((), data)]
    while stack:
        path, node = stack.pop()
        if type(node) is list:
            items = [((*path, index), item) for index, item in enumerate(node)]
            lists[_pattern(path) if len(path) <= OF_A_SMART else path] += items
            stack += [(at, child) for at, child in reversed(items) if type(child) is dict]
        elif type(node) is dict:
            stack += [
                ((*path, key), child)
                for key, child in reversed(node.items())
                if type(child) in (dict, list)
            ]
    for items in lists.values():
        if len(items) > 1:
            yield from _alike(items)


def _alike(
    items: list[tuple[FieldPath, Any]],
) -> Iterator[tuple[FieldPath, list[FieldPath]]]:
    """Yield the first of several items that differ only in their id and in numbers of their name.

    Each comes with its path.
    """
    begun: dict[Any, list[tuple[FieldPath, Any]]] = defaultdict(list)
    for path, item in items:
        if type(item) is dict and len(item) >= FEWEST_IN_COMMON:
            begun[_beginning(item)].append((path, item))
        elif type(item) is str and len(item) >= SENTENCE:
            begun[core_of(item)].append((path, item))
    for likely in begun.values():
        if len(likely) > 1:  # Most items differ in their names, and are looked at no further.
            found: dict[str, list[FieldPath]] = defaultdict(list)
            for path, item in likely:
                found[_content(item)].append(path)
            for first, *others in found.values():
                if others:
                    yield first, others


def _beginning(item: dict[str, Any]) -> Any:
    """Return the name of an item, without numbers, else what its first text says."""
    name = item.get("name")
    if type(name) is str:
        return core_of(name)
    return next((value for key, value in item.items() if key != "id" and type(value) is str), "")


def _content(item: Any) -> str:
    """Return what an item says beside its id and its name; of too little that is its own."""
    if type(item) is str:
        return core_of(item)
    said = {key: value for key, value in item.items() if key not in ("id", "name")}
    return repr(said) if len(said) >= FEWEST_IN_COMMON else repr(item)


def _without(
    document: Document,
    reasons: dict[FieldPath, Reason],
    copies: list[tuple[FieldPath, list[FieldPath]]],
) -> Document:
    """Return a document without some values, and with a fault for each."""
    faults = [_told(document, path, reason) for path, reason in reasons.items()]
    for first, others in copies:
        first_name = dotted(first)
        faults.append(
            fault_at(
                others[0], Code.COPY, related=(first,), count=str(len(others)), first=first_name
            )
        )
    gone = [*reasons, *(path for _, others in copies for path in others)]
    return document._replace(
        data=without(document.data, gone) or {},
        faults=(*document.faults, *faults),
        placeholders=document.placeholders | reasons.keys(),
        reasons=reasons,
    )


def _told(document: Document, path: FieldPath, reason: Reason) -> Fault:
    written = value_at(path, document.data)
    return fault_at(path, Code.NO_ANSWER, written=str(written), reason=reason)
