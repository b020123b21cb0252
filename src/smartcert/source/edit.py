"""Changes to a text that keep its lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from smartcert.patterns import lazy_pattern

_KEPT_BREAK = lazy_pattern(r"(\r\n|\n|\r)")

_LONGEST = 90
"""How much of a line is shown as it should be, in characters."""


class Edit(NamedTuple):
    """What is written in place of a stretch of one line.

    All count from 0, columns in code points.
    """

    line: int
    start: int
    end: int
    """The column after the last; where it is `start`, the text is put in between."""
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with its edits made; the ends of its lines stay as they are."""
    parts, step = (_KEPT_BREAK.split(text), 2) if "\r" in text else (text.split("\n"), 1)
    for line, changes in by_line(edits).items():
        parts[step * line] = edited_line(parts[step * line], changes)
    return ("" if step == 2 else "\n").join(parts)


def edited_line(line: str, changes: Iterable[Edit]) -> str:
    """Return a line with its edits made, as `by_line` gives them."""
    pieces: list[str] = []
    done = 0
    for edit in changes:
        pieces += (line[done : edit.start], edit.text)
        done = edit.end
    return "".join([*pieces, line[done:]])


def by_line(edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    """Return the edits of each line, in order; none for what another edit writes anew."""
    lines: dict[int, list[Edit]] = {}
    for edit in sorted(edits, key=lambda edit: (*edit[:2], edit.end > edit.start, -edit.end)):
        changes = lines.setdefault(edit.line, [])
        if not changes or edit.start >= changes[-1].end:
            changes.append(edit)
    return lines


def meant(line: str, changes: Iterable[Edit]) -> dict[str, str]:
    """Return what is said of a line as it should be: the `line`, and how many spaces begin it."""
    whole = edited_line(line, changes)
    shown = whole.strip()
    return {
        "line": shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…",
        "indent": str(len(whole) - len(whole.lstrip(" "))),
    }


def quoted(text: str) -> str:
    """Return a text in quotation marks, in which everything else stands for itself."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
