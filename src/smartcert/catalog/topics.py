"""What a catalog tells newcomers, in words of one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smartcert.catalog.model import Catalog, Point, Topic
from smartcert.messages.message import message
from smartcert.messages.names import named


def shown(topic: Topic, catalog: Catalog, lang: str) -> Iterator[str]:
    """Yield the groups and Smarts that stand with a topic, each with what it is."""
    for key in topic.shows:
        if (group := catalog.groups.get(key)) is not None:
            yield f"{key} {group.title[lang]}"
        else:
            smart = catalog.smarts[key]
            yield f"{smart.title[lang]} ({key}): {smart.definition[lang]}"


def rests_on(point: Point, lang: str) -> str:
    """Return how sure a point is, and the keys of its sources."""
    sure = named("mandatory-bases", point.basis, lang)
    return " ".join([sure, *(f"[{key}]" for key in point.sources)])


def sources_of(
    topics: Iterable[Topic], catalog: Catalog, lang: str
) -> Iterator[tuple[str, str, str]]:
    """Yield key, title and address of each source that topics name, or that it has none."""
    keys = (key for topic in topics for point in topic.points for key in point.sources)
    for key in dict.fromkeys(keys):
        source = catalog.sources[key]
        yield key, source.title[lang], source.url or message("guide.no-address", lang)
