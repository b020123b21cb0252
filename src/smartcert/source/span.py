"""A stretch of a file."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Lines and columns count from 1, columns in Unicode code points; the end column is the one after the last."""

    line: int
    column: int
    end_line: int
    end_column: int
