"""Markdown that no text of a stranger can turn into other Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from smartcert.render.clipping import fit

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LINK = re.compile(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
"""Where GitHub links, and notifies people, without any markup: mentions, issues and bare addresses."""

_FENCE = re.compile(r"`{3,}")


def escape(text: str) -> str:
    """Make text literal in Markdown, on one line. A space of no width parts what GitHub would link by itself."""
    return _LINK.sub(r"\g<0>&#8203;", _MARKUP.sub(r"\\\1", " ".join(str(fit(text)).split())))


def block(*lines: str) -> Iterator[str]:
    """Yield lines as they are, and the empty one that ends a heading, a paragraph or a list."""
    yield from lines
    yield ""


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a table; what its cells say is made literal."""
    heads = list(heads)
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(escape, row))} |"
    yield ""


def code(path: str) -> str:
    """Return the place of a field as code."""
    return f"`{path.replace('`', '')}`"


def fenced(text: str, kind: str = "yaml") -> Iterator[str]:
    """Yield text as a block that nothing in it can end."""
    fence = "`" * max(3, 1 + max(map(len, _FENCE.findall(text)), default=0))
    yield f"{fence}{kind}"
    yield str(fit(text)).rstrip()
    yield fence
