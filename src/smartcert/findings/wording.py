"""How places, names and values are said in one language, and the fingerprint of what is said."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from hashlib import blake2b
from typing import Any, NamedTuple

from smartcert.checks import Gap
from smartcert.checks.scope import ITEMS, VALUES, parse
from smartcert.findings.stub import Label, Labels
from smartcert.proposal.document import Document
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source.path import FieldPath, inside
from smartcert.thai.date import ThaiDate, format_date
from smartcert.thai.money import format_amount

LONGEST = 60
"""How much of a value a sentence quotes, in characters."""

LAST = {"and": {"th": " และ", "en": " and "}, "or": {"th": " หรือ", "en": " or "}}
"""What stands before the last word of a list."""


class Place(NamedTuple):
    """What is known of one place of a draft."""

    node: Any
    """What could be read there."""
    spec: FieldSpec | None
    """What may stand there."""
    labels: Labels
    """For each step to it what the item of a list there is called; None for what is no item."""


class Wording:
    """Says what a draft holds, in one language."""

    def __init__(self, document: Document, lang: str) -> None:
        self.document = document
        self.source = document.source
        self.lang = lang
        self.seen: dict[str, int] = {}
        """How often each fingerprint was given."""
        self.places: dict[FieldPath, Place] = {(): Place(document.data, proposal_spec(), ())}

    def field(self, path: FieldPath, name: str) -> str:
        """Name a field as a person and as the file call it: `คำอธิบายขอบเขต (description)`."""
        told = []
        for option in name.split("|"):
            title = self.dotted(path, option)
            told.append(f"{title} ({option})" if title != option else option)
        return self.listed(told, "or")

    def listed(self, words: Iterable[str], last: str) -> str:
        """Write words as a list that ends in “and” or “or”: ก, ข และค."""
        *most, final = words
        return f"{', '.join(most)}{LAST[last][self.lang]}{final}" if most else final

    def dotted(self, path: FieldPath, option: str) -> str:
        """Name a field that lies deeper by its section too: ปีฐาน is the year of the ค่าฐาน."""
        *sections, last = option.split(".")
        title = self.name((*path, *sections, last))
        if not sections or title == last:
            return title
        place = (*path, *sections)
        section, spec = self.name(place), self.spec(place)
        if spec is None or spec.type != "Measure":
            return f"{title}ของ{section}" if self.lang == "th" else f"{title} of {section}"
        return (
            title + section.removeprefix("ค่า")
            if self.lang == "th"
            else f"{section} {title.lower()}"
        )

    def place(self, path: FieldPath) -> Place:
        """Return what is known of a place; remembered, since many gaps lie at and below one."""
        found = self.places.get(path)
        if found is None:
            above, step = self.place(path[:-1]), path[-1]
            node, spec = inside(above.node, step), above.spec and above.spec.below(step)
            label = label_of(node, spec, step) if isinstance(step, int) else None
            found = self.places[path] = Place(node, spec, (*above.labels, label))
        return found

    def spec(self, path: FieldPath) -> FieldSpec | None:
        """Return what may stand at a place; nothing for one that no proposal has."""
        return self.place(path).spec

    def name(self, path: FieldPath) -> str:
        """Return what a person calls the place."""
        spec = self.spec(path)
        last = next((step for step in reversed(path) if isinstance(step, str)), "")
        return spec.names.get(self.lang, last) if spec is not None else last

    def choice(self, path: FieldPath, word: str) -> str:
        """Name a word of the closed set that stands at a place: `decrease` is ลด."""
        spec = self.spec(path)
        return spec.choices.get(word, {}).get(self.lang, word) if spec is not None else word

    def route(self, route: str) -> str:
        """Name what a route of the catalog leads to: `services.*.projects[*].budget` is งบประมาณของโครงการ.

        The ids or the names of a list are called by the list: `infrastructure.funding[*].id` is แหล่งทุน.
        """
        specs = [proposal_spec()]
        names: list[str] = []
        steps = parse(route)
        for step in steps:
            spec = specs[-1]
            if step is VALUES:
                specs.append(next(iter(spec.fields.values()), spec))
            elif step is ITEMS:
                specs.append(spec.item or spec)
            else:
                specs.append(spec.fields.get(step, spec))
                names.append(specs[-1].names.get(self.lang, step))
        inner, outer = names[-1], names[-2] if len(names) > 1 else ""
        if steps[-2:] == (ITEMS, "id"):
            return outer
        if steps[-2:] == (ITEMS, "name"):
            return f"รายชื่อ{outer}" if self.lang == "th" else outer
        if outer in inner:
            return inner
        return f"{inner}ของ{outer}" if self.lang == "th" else f"{inner} of {_in_sentence(outer)}"

    def subject(self, path: FieldPath) -> str:
        """Name the item of a list that a gap is in, by its id, its name or what it begins with."""
        return next(
            (clip(label.text) for label in reversed(self.place(path).labels) if label is not None),
            "",
        )

    def show(self, key: str, value: Any, gap: Gap) -> str:
        """Write a parameter of a sentence for a reader."""
        if isinstance(value, ThaiDate):
            return format_date(value, self.lang)
        if isinstance(value, dict):
            return str(value[self.lang])
        if isinstance(value, tuple):
            names = dict.fromkeys(_in_sentence(self.route(route)) for route in value)
            return self.listed(names, "and" if key == "by" else "or")
        if key == "direction":
            return self.choice(gap.path, value)
        if gap.kind == "sum" and key in ("sum", "total", "difference"):
            return format_amount(Fraction(value), self.lang)
        if isinstance(value, Fraction):
            whole = value.denominator == 1
            return f"{int(value):,}" if whole else f"{float(value):,.4g}"
        if isinstance(value, int) and key not in ("year",):
            return f"{value:,}"
        if key == "guess":
            return self.guess(value)
        return clip(str(value))

    def guess(self, word: str) -> str:
        """Write the closest known word as a question, or nothing."""
        if not word:
            return ""
        return (
            f" หมายถึง “{clip(word)}” หรือไม่"
            if self.lang == "th"
            else f"; did you mean “{clip(word)}”?"
        )

    def fingerprint(
        self, code: str, smart: str | None, path: FieldPath, details: tuple[str, ...]
    ) -> str:
        """Return an id that stays when lines move: items of a list count by what they are called, not by their number."""
        place = self.place(path)
        steps = [
            str(step) if label is None else label.text
            for step, label in zip(path, place.labels, strict=True)
        ]
        if isinstance(place.node, str) and isinstance(path[-1], int):
            steps[-1] = place.node
        text = "\x1f".join((code, smart or "", *steps, "\x1e", *details))
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        # Two equal gaps at one place are told apart by their order.
        again = self.seen.get(digest, 0)
        self.seen[digest] = again + 1
        return f"{digest}-{again + 1}" if again else digest


def label_of(item: Any, spec: FieldSpec | None, number: int) -> Label | None:
    """Return what an item of a list is called: by its id, its name or the first field of its kind, else by its number."""
    if not isinstance(item, dict):
        return None
    first = next(iter(spec.fields), "") if spec is not None else ""
    key = next((key for key in ("id", "name", first) if key in item), "")
    value = item.get(key)
    if isinstance(value, list):
        return Label(key if len(value) == 1 else "", ", ".join(filter(None, value)))
    written = value.written if isinstance(value, ThaiDate) else value
    return Label(key, str(written)) if value is not None else Label("", f"#{number + 1}")


def _in_sentence(name: str) -> str:
    """Write a name as it stands inside a sentence; `KPIs` stays that."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def clip(text: str) -> str:
    """Shorten a quoted value for a sentence; line breaks become spaces."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
