"""How places, names and values are said in one language, and the fingerprint of what is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from hashlib import blake2b
from typing import Any

from smartcert.checks import Gap
from smartcert.checks.scope import ITEMS, VALUES, parse
from smartcert.finding import Path
from smartcert.model.read import Draft
from smartcert.model.shape import Shape, proposal_shape
from smartcert.thai.date import When, format_date
from smartcert.thai.money import format_amount

LONGEST = 60
"""How much of a value a sentence quotes, in characters."""

LAST = {"and": {"th": " และ", "en": " and "}, "or": {"th": " หรือ", "en": " or "}}
"""What stands before the last word of a list."""


class Speech:
    """Says what a draft holds, in one language."""

    def __init__(self, draft: Draft, lang: str) -> None:
        self.draft = draft
        self.source = draft.source
        self.lang = lang
        self.seen: dict[str, int] = {}
        """How often each fingerprint was given."""

    def field(self, path: Path, name: str) -> str:
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

    def dotted(self, path: Path, option: str) -> str:
        """Name a field that lies deeper by its section too: ปีฐาน is the year of the ค่าฐาน."""
        *sections, last = option.split(".")
        title = self.name((*path, *sections, last))
        if not sections or title == last:
            return title
        place = (*path, *sections)
        section, shape = self.name(place), self.shape(place)
        if shape is None or shape.type != "Measure":
            return f"{title}ของ{section}" if self.lang == "th" else f"{title} of {section}"
        return title + section.removeprefix("ค่า") if self.lang == "th" else f"{section} {title.lower()}"

    def shape(self, path: Path) -> Shape | None:
        """Give what may stand at a place; nothing for one that no proposal has."""
        shape: Shape | None = proposal_shape()
        for step in path:
            if shape is None:
                return None
            shape = shape.item if isinstance(step, int) else shape.fields.get(step)
        return shape

    def name(self, path: Path) -> str:
        """Give what a person calls the place."""
        shape = self.shape(path)
        last = next((step for step in reversed(path) if isinstance(step, str)), "")
        return shape.names.get(self.lang, last) if shape is not None else last

    def choice(self, path: Path, word: str) -> str:
        """Name a word of the closed set that stands at a place: `decrease` is ลด."""
        shape = self.shape(path)
        return shape.choices.get(word, {}).get(self.lang, word) if shape is not None else word

    def route(self, route: str) -> str:
        """Name what a route of the catalog leads to: `services.*.projects[*].budget` is งบประมาณของโครงการ.

        The ids or the names of a list are called by the list: `infrastructure.funding[*].id` is แหล่งทุน.
        """
        shapes = [proposal_shape()]
        names: list[str] = []
        steps = parse(route)
        for step in steps:
            shape = shapes[-1]
            if step is VALUES:
                shapes.append(next(iter(shape.fields.values()), shape))
            elif step is ITEMS:
                shapes.append(shape.item or shape)
            else:
                shapes.append(shape.fields.get(step, shape))
                names.append(shapes[-1].names.get(self.lang, step))
        inner, outer = names[-1], names[-2] if len(names) > 1 else ""
        if steps[-2:] == (ITEMS, "id"):
            return outer
        if steps[-2:] == (ITEMS, "name"):
            return f"รายชื่อ{outer}" if self.lang == "th" else outer
        if outer in inner:
            return inner
        return f"{inner}ของ{outer}" if self.lang == "th" else f"{inner} of {outer}"

    def subject(self, path: Path) -> str:
        """Name the item of a list that a gap is in, by its id, its name or what it begins with."""
        told = ""
        for step, node, shape in self.walk(path):
            if isinstance(node, dict) and isinstance(step, int):
                told = clip(label_of(node, shape) or f"#{step + 1}")
        return told

    def walk(self, path: Path) -> Iterator[tuple[str | int, Any, Shape | None]]:
        """Give each step on the way to a place, with what could be read there and what may stand there."""
        node: Any = self.draft.data
        shape: Shape | None = proposal_shape()
        for step in path:
            if isinstance(step, int):
                node = node[step] if isinstance(node, list) and step < len(node) else None
                shape = shape.item if shape is not None else None
            else:
                node = node.get(step) if isinstance(node, dict) else None
                shape = shape.fields.get(step) if shape is not None else None
            yield step, node, shape

    def show(self, key: str, value: Any, gap: Gap) -> str:
        """Write a parameter of a sentence for a reader."""
        if isinstance(value, When):
            return format_date(value, self.lang)
        if isinstance(value, dict):
            return str(value[self.lang])
        if isinstance(value, tuple):
            names = dict.fromkeys(map(self.route, value))
            return self.listed(names, "and" if key == "by" else "or") + (f" ({value[0]})" if len(value) == 1 else "")
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
        return f" หมายถึง “{clip(word)}” หรือไม่" if self.lang == "th" else f"; did you mean “{clip(word)}”?"

    def fingerprint(self, code: str, smart: str | None, path: Path, details: tuple[str, ...]) -> str:
        """Give an id that stays when lines move: items of a list count by what they are called, not by their number."""
        steps = [
            (node if isinstance(node, str) else label_of(node, shape) or str(step)) if isinstance(step, int) else step
            for step, node, shape in self.walk(path)
        ]
        text = "\x1f".join((code, smart or "", *steps, "\x1e", *details))
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        # Two equal gaps at one place are told apart by their order.
        again = self.seen.get(digest, 0)
        self.seen[digest] = again + 1
        return f"{digest}-{again + 1}" if again else digest


def label_of(item: Any, shape: Shape | None) -> str:
    """Give what an item of a list is called: its id, its name or the first field of its kind; nothing when none is filled."""
    if not isinstance(item, dict):
        return ""
    first = next(iter(shape.fields), "") if shape is not None else ""
    value = item.get(next((key for key in ("id", "name", first) if key in item), first))
    return ", ".join(filter(None, value)) if isinstance(value, list) else str(value or "")


def clip(text: str) -> str:
    """Shorten a quoted value for a sentence; line breaks become spaces."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
