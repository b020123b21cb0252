"""A bar on standard error while a long check goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from smartcert.messages.message import message
from smartcert.render.terminal import wants_colour

LONG = 16
"""From so many proposals on, a check takes long enough for a bar."""

Item = TypeVar("Item")


def watched(items: Iterable[Item], count: int, lang: str, *, text: bool) -> Iterator[Item]:
    """Yield the items, with a bar where a terminal shows nothing else.

    `text` says that lines go to standard output.
    """
    if (
        count < LONG
        or not (sys.stderr.isatty() and wants_colour(sys.stderr))
        or (text and sys.stdout.isatty())
    ):
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(
        items,
        message("terminal.checking", lang),
        total=count,
        console=Console(stderr=True),
        transient=True,
    )
