"""A stretch of a file."""

from __future__ import annotations

import re
from typing import NamedTuple

BREAK = re.compile(r"\r\n|\n|\r")
"""What ends a line, for libyaml and for editors alike."""


class Span(NamedTuple):
    """Lines and columns count from 1, columns in Unicode code points; the end column is the one after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


TOP = Span(1, 1, 1, 1)
"""The start of a file, which stands for the whole of it."""


def spot(line: int, column: int, width: int = 1) -> Span:
    """Give a stretch of one line from marks that count from 0, as libyaml's do."""
    return Span(line + 1, column + 1, line + 1, column + 1 + width)
