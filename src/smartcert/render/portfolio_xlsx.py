"""A portfolio as a plain workbook: one fact a column, a head that stays, filters, no fills."""

from __future__ import annotations

import io
from typing import Any

from smartcert.messages.message import message
from smartcert.portfolio.survey import Portfolio
from smartcert.render import portfolio_rows as rows
from smartcert.render.sanitize import for_xml

WIDEST = 60
"""Letters of a column at most; longer text wraps."""

WIDTHS = {"title": WIDEST, "found": WIDEST, "text": WIDEST, "city": 28, "file": 36, "place": 36}
USUAL = 14
"""Letters of a column that holds a figure or a word."""

LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""


def render(portfolio: Portfolio) -> bytes:
    """Return the workbook. The same portfolio gives the same bytes."""
    from datetime import datetime

    from xlsxwriter import Workbook

    made = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(made, settings)
    looks = (
        book.add_format({"bold": True, "valign": "top", "text_wrap": True}),
        book.add_format({"valign": "top", "text_wrap": True}),
    )
    for key, sheet in (
        ("portfolio.sheets.cities", rows.cities(portfolio)),
        ("portfolio.sheets.requirements", rows.requirements(portfolio)),
        ("portfolio.sheets.gaps", rows.gaps(portfolio)),
        ("portfolio.sheets.comments", rows.comments(portfolio)),
    ):
        _write(book.add_worksheet(message(key, portfolio.lang)), sheet, looks, portfolio.lang)
    created = datetime(2026, 1, 1)
    book.set_properties({"created": created, "author": "smartcert", "title": "smartcert"})
    book.close()
    return made.getvalue()


def _write(page: Any, sheet: rows.RowTable, looks: tuple[Any, Any], lang: str) -> None:
    head, plain = looks
    for column, (key, name) in enumerate(
        zip(sheet.heads, rows.heads_of(sheet.heads, lang), strict=True)
    ):
        page.set_column(column, column, WIDTHS.get(key, USUAL), plain)
        page.write_string(0, column, name, head)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, column, for_xml(value)[:LONGEST])
            elif value is not None:
                page.write_number(number, column, value)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
