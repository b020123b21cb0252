"""The guide for newcomers: what the programme is and asks, for a terminal, a page or a program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from smartcert.catalog.model import Catalog, Topic
from smartcert.catalog.topics import rests_on, shown, sources_of
from smartcert.messages.message import message
from smartcert.thai.words import wrap

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Guide:
    """Topics of a catalog's guide, in a language."""

    catalog: Catalog
    topics: tuple[Topic, ...]
    lang: str

    def lines(self, width: int) -> Iterator[Line]:
        """Yield styled lines of a width, topic by topic, with every source at the end."""
        for number, topic in enumerate(self.topics):
            if number:
                yield "", ""
            yield "title", topic.title[self.lang]
            for text in shown(topic, self.catalog, self.lang):
                yield from _styled("", f"• {text}", width, "  ")
            for point in topic.points:
                yield "", ""
                yield from _styled("", point.text[self.lang], width, "  ")
                yield from _styled("dim", rests_on(point, self.lang), width, "    ")
        yield "", ""
        yield "title", message("guide.sources", self.lang)
        for key, title, address in sources_of(self.topics, self.catalog, self.lang):
            yield from _styled("", f"[{key}] {title}", width, "  ")
            yield "dim", f"    {address}"

    def markdown(self) -> str:
        """Return the guide as a page."""
        parts = [f"# {message('guide.title', self.lang)}\n\n{message('guide.about', self.lang)}"]
        for topic in self.topics:
            rows = [
                f"## {topic.title[self.lang]}",
                "",
                *(f"- {x}" for x in shown(topic, self.catalog, self.lang)),
                "",
            ]
            for point in topic.points:
                rows += [f"{point.text[self.lang]}  ", f"*{rests_on(point, self.lang)}*", ""]
            parts.append("\n".join(rows).replace("\n\n\n", "\n\n").rstrip())
        rows = [f"## {message('guide.sources', self.lang)}", ""]
        for key, title, address in sources_of(self.topics, self.catalog, self.lang):
            link = f"<{address}>" if "://" in address else f"({address})"
            rows.append(f"- [{key}] {title} {link}")
        return "\n\n".join([*parts, "\n".join(rows)]) + "\n"

    def as_json(self) -> dict[str, Any]:
        """Return the guide as JSON's values, in both languages."""
        return {
            "format": 1,
            "catalog": self.catalog.id,
            "topics": [
                {
                    "id": topic.id,
                    "title": topic.title,
                    "shows": list(topic.shows),
                    "points": [
                        {"text": point.text, "basis": point.basis, "sources": list(point.sources)}
                        for point in topic.points
                    ],
                }
                for topic in self.topics
            ],
        }


def whole_guide(catalog: Catalog, lang: str) -> Guide:
    """Return all of a catalog's guide."""
    return Guide(catalog, tuple(catalog.guide.values()), lang)


def _styled(style: str, text: str, width: int, indent: str) -> Iterator[Line]:
    for line in wrap(text, width, indent):
        yield style, line
