"""How places and values of a document are said in one language."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from smartcert.checks import Gap
from smartcert.checks.scope import ITEMS, VALUES, parse
from smartcert.findings.place import Places
from smartcert.messages.message import message
from smartcert.messages.names import in_sentence, named
from smartcert.proposal.document import Document
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source.path import FieldPath, value_at
from smartcert.thai.area import LandArea
from smartcert.thai.date import ThaiDate, format_date
from smartcert.thai.measure_forms import Aim
from smartcert.thai.money import format_amount

LONGEST = 60
"""How much of a value a sentence quotes, in characters."""


class Wording:
    """Says what a document holds, in one language."""

    def __init__(self, document: Document, lang: str) -> None:
        self.places = Places(document)
        self.lang = lang

    def field(self, path: FieldPath, name: str) -> str:
        """Name a field as a person and as the file call it: `คำอธิบายขอบเขต (description)`."""
        names = []
        for option in name.split("|"):
            title = self._title(path, option)
            names.append(f"{title} ({option})" if title != option else option)
        return self.listed(names, "or")

    def listed(self, words: Iterable[str], last: str) -> str:
        """Write words as a list that ends in “and” or “or”: ก, ข และค."""
        *most, final = words
        if not most:
            return final
        return f"{', '.join(most)}{message(f'names.last.{last}', self.lang)}{final}"

    def _title(self, path: FieldPath, option: str) -> str:
        """Name a field below a place; one that lies deeper by its section too: `baseline.year`."""
        *sections, last = option.split(".")
        place = (*path, *sections)
        title = self.name((*place, last))
        if not sections or title == last:
            return title
        section, spec = self.name(place), self.places.at(place).spec
        if spec is None or spec.type not in ("Measure", "TargetFigure"):
            return message("names.part", self.lang, inner=title, outer=section)
        # The year of a ค่าฐาน is the ปีฐาน, not the ปีค่าฐาน.
        whole = section.removeprefix(message("names.figure-head", self.lang))
        return message("names.figure", self.lang, part=title.lower(), whole=whole)

    def name(self, path: FieldPath) -> str:
        """Return what a person calls the place."""
        spec = self.places.at(path).spec
        last = next((step for step in reversed(path) if isinstance(step, str)), "")
        return spec.names.get(self.lang, last) if spec is not None else last

    def selector(self, selector: str, *, item: bool = False) -> str:
        """Name what a selector leads to: `projects[*].budget` is งบประมาณของโครงการ.

        The ids or the names of a list are called by the list: `funding[*].id` is แหล่งทุน. An
        `item` of it is asked for, whichever field it is called by.
        """
        spec: FieldSpec = proposal_spec()
        names = [""]
        steps = parse(selector)
        for step in steps:
            if step is VALUES:
                spec = next(iter(spec.fields.values()), spec)
            elif step is ITEMS:
                spec = spec.item or spec
            else:
                spec = spec.fields.get(step, spec)
                names.append(spec.names.get(self.lang, step))
        *_, outer, inner = names
        if steps[-2:] == (ITEMS, "id") or (item and steps[-2:-1] == (ITEMS,)):
            return outer
        if steps[-2:] == (ITEMS, "name"):
            return message("names.list-of", self.lang, outer=outer)
        if outer in inner:
            return inner
        return message("names.part", self.lang, inner=inner, outer=in_sentence(outer))

    def subject(self, path: FieldPath) -> str:
        """Name the item of a list that a gap is in: its id, its name or what it begins with."""
        labels = reversed(self.places.at(path).labels)
        return next((clip(label.text) for label in labels if label is not None), "")

    def parameter(self, key: str, value: Any, gap: Gap) -> str:
        """Write a parameter of a gap's sentence for a reader."""
        match value:
            case ThaiDate():
                return format_date(value, self.lang)
            case dict():
                return str(value[self.lang])
            case tuple():
                named = (self.selector(each, item=key == "to") for each in value)
                names = dict.fromkeys(map(in_sentence, named))
                return self.listed(names, "and" if key == "by" else "or")
            case int() | Fraction():
                return self._number(key, value, gap)
            case _ if key == "guess":
                return self.guess(value)
            case _ if key == "direction":
                return self._choice(gap.path, value)
            case _:
                return clip(str(value))

    def _number(self, key: str, value: int | Fraction, gap: Gap) -> str:
        if gap.kind == "sum" and key in ("sum", "total", "difference"):
            return format_amount(Fraction(value), self.lang)
        return format_number(value)

    def _choice(self, path: FieldPath, word: str) -> str:
        """Name a word of the closed set that stands at a place: `decrease` is ลด."""
        spec = self.places.at(path).spec
        return spec.choices.get(word, {}).get(self.lang, word) if spec is not None else word

    def choices(self, path: FieldPath) -> str:
        """List the words of the closed set that stands at a place: `เปิดเผย (open), ลับ (…)`."""
        spec = self.places.at(path).spec
        words = (spec.choices if spec is not None else {}).items()
        return ", ".join(
            message("names.choice", self.lang, word=word, thai=names["th"]) for word, names in words
        )

    def value(self, kind: str, value: Any, path: FieldPath) -> str:
        """Write a value of a field's type for a reader."""
        lang = self.lang
        match value:
            case bool():
                said = message(f"names.{'' if value else 'not-'}confirmed", lang)
                return said if kind == "confirmed" else named("flags", str(value).lower(), lang)
            case str() if kind == "choice":
                return self._choice(path, value)
            case {"value": figure, "year": year}:
                return f"{format_value('', figure, lang)} ({format_value('', year, lang)})"
            case {"quantity": quantity, "unit": unit}:
                return f"{self.value('', quantity, path)} {unit}"
            case dict():
                parts = (self.value("", part, path) for part in value.values())
                return ", ".join(filter(None, parts))
            case [first, last] if kind == "range":
                return " – ".join(self.value("", end, path) for end in (first, last))
            case list():
                return ", ".join(self.value("", part, path) for part in value if part is not None)
            case _ if kind in ("number", "target"):
                unit = value_at((*path[:-2], "unit"), self.places.document.data) or ""
                return f"{format_value(kind, value, lang)} {unit}".rstrip()
            case _:
                return format_value(kind, value, lang)

    def guess(self, word: str) -> str:
        """Write the closest known word as a question, or nothing."""
        return message("names.guess", self.lang, word=clip(word)) if word else ""


def format_value(kind: str, value: Any, lang: str) -> str:
    """Write a single value of a field's type."""
    match value:
        case ThaiDate():
            return format_date(value, lang)
        case Aim():
            return format_target(value, lang)
        case LandArea():
            return f"{format_number(value.km2)} {message('names.km2', lang)}"
        case Fraction() if kind in ("amount", "yearly", "budget"):
            return format_amount(value, lang)
        case int() | Fraction():
            return format_number(value)
        case _:
            return str(value)


def format_target(value: Aim, lang: str) -> str:
    """Write what is aimed at, where that is no single figure."""
    if value.kind == "reached" or (value.kind == "change" and value.change is None):
        return value.written
    if value.kind == "change":
        change = value.change or Fraction(0)
        key = "names.rise" if change > 0 else "names.fall"
        return message(key, lang, value=format_number(abs(change)))
    low, high = (format_number(figure or 0) for figure in (value.low, value.high))
    return message(f"names.limits.{value.kind}", lang, low=low, high=high)


def format_number(value: int | Fraction) -> str:
    """Write a number: whole with all its digits, another with four that count."""
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.4g}"


def clip(text: str) -> str:
    """Shorten a quoted value for a sentence; line breaks become spaces."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
