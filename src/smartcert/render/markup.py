"""Markdown that no text of a stranger can turn into other Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from smartcert.patterns import lazy_pattern
from smartcert.render.clipping import fit

_MARKUP = lazy_pattern(r"([\\`*_{}\[\]<>#|~&!])")

_LINK = lazy_pattern(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
"""Where GitHub links, and notifies people, without any markup: @mention, #12, GH-12, http://."""

_BLOCK = lazy_pattern(r"^(\d*)([-+=.)])(?=[\s=-]|$)")
"""What begins a list or underlines a heading at the start of a line: `- a`, `12. b`, `===`."""

_FENCE = lazy_pattern(r"`{3,}")


class Literal(str):
    """Markdown that is safe already."""

    __slots__ = ()


def escape(text: str) -> str:
    """Return text that is literal in Markdown, on one line.

    A space of no width parts what GitHub would link by itself.
    """
    if isinstance(text, Literal):
        return text
    return _LINK.sub(r"\g<0>&#8203;", _MARKUP.sub(r"\\\1", " ".join(str(fit(text)).split())))


def line(text: str) -> str:
    """Return text that is literal where it begins a line, too."""
    return _BLOCK.sub(r"\1\\\2", escape(text))


def table(
    heads: Iterable[str], rows: Iterable[Iterable[str]], figures: Collection[int] = ()
) -> Iterator[str]:
    """Yield a table, its `figures` to the right; what its cells say is made literal."""
    heads = list(heads)
    yield f"| {' | '.join(heads)} |"
    marks = ("---:" if index in figures else "---" for index in range(len(heads)))
    yield f"| {' | '.join(marks)} |"
    for row in rows:
        yield f"| {' | '.join(map(escape, row))} |"
    yield ""


def fenced(text: str, kind: str = "yaml") -> Iterator[str]:
    """Yield text as a block that nothing in it can end."""
    fence = "`" * max(3, 1 + max(map(len, _FENCE.findall(text)), default=0))
    yield f"{fence}{kind}"
    yield str(fit(text)).rstrip()
    yield fence
