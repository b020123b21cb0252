"""Printing styled lines: in colour on a terminal, as plain text anywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from smartcert.render.sanitize import for_line

STYLES = {
    "title": "bold",
    "dim": "dim",
    "group": "bold underline",
    "head-mandatory": "bold red",
    "head-recommended": "bold yellow",
    "head-fault": "bold cyan",
    "place": "cyan",
    "code-mandatory": "bold red",
    "code-recommended": "bold yellow",
    "code-fault": "bold cyan",
    "caret": "red",
    "stub": "green",
    "good": "bold green",
    "verdict-ready": "bold green",
    "verdict-ready-with-gaps": "bold yellow",
    "verdict-not-ready": "bold red",
    "verdict-unreadable": "bold red",
}


def wants_colour(stream: TextIO, no_color: bool = False) -> bool:
    """Whether colour is welcome: on a terminal that is not dumb, or with `FORCE_COLOR`.

    `NO_COLOR` comes before both.
    """
    if no_color or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def columns(stream: TextIO) -> int:
    """Return the width to write for: the terminal's, at most 100; 80 when there is none."""
    if not stream.isatty():
        return 80
    import shutil

    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def plain(lines: Iterable[tuple[str, str]]) -> str:
    """Return styled lines as the text of a file."""
    return "".join(f"{for_line(text)}\n" for _, text in lines)


def write(
    lines: Iterable[tuple[str, str]], stream: TextIO | None = None, *, no_color: bool = False
) -> None:
    """Print styled lines; what they quote is made harmless."""
    stream = stream or sys.stdout
    if not wants_colour(stream, no_color):
        stream.writelines(f"{for_line(text)}\n" for _, text in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=stream,
        highlight=False,
        soft_wrap=True,
        force_terminal=True,
        color_system="auto" if stream.isatty() else "standard",
    )
    for style, text in lines:
        console.print(Text(for_line(text), style=STYLES.get(style, "")))
