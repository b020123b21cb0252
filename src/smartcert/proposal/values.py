"""What a scalar of each field type means: type name to reader. Cheap to import; no Pydantic.

A reader returns the value of a text, or a `Loose` one where it is not written plainly.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

from smartcert.thai.area_forms import interpret_area
from smartcert.thai.boolean import interpret_boolean
from smartcert.thai.count_forms import counts_people, interpret_count, interpret_ordinal
from smartcert.thai.date import read_date, read_year
from smartcert.thai.date_forms import interpret_date, interpret_year
from smartcert.thai.loose import Loose
from smartcert.thai.measure_forms import interpret_number, interpret_target
from smartcert.thai.money_forms import interpret_amount
from smartcert.thai.number import read_whole
from smartcert.thai.numeral import ValueReadError

LINK_SCHEMES = ("http://", "https://", "mailto:")


def read_url(text: str) -> str:
    """Return a link as written; only http, https and mailto are links. Raises `ValueReadError`."""
    if text.strip().lower().startswith(LINK_SCHEMES):
        return text.strip()
    # An address without its beginning is known from other text by its dots: example.go.th/page.
    raise ValueReadError(
        "url",
        f"https://{text.strip()}"
        if re.fullmatch(r"\s*(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?\s*", text)
        else None,
    )


def read_count(text: str) -> int | Loose:
    """Return a whole number that counts something, so from 0. Raises `ValueReadError`."""
    found = interpret_count(text)
    if (found.value if isinstance(found, Loose) else found) < 0:
        raise ValueReadError("negative")
    return found


def read_people(text: str) -> int | Loose:
    """Return a number of people. Raises `ValueReadError`, for households too."""
    found = read_count(text)
    if not counts_people(text):
        raise ValueReadError("not-people")
    return found


def read_ordinal(text: str) -> int:
    """Return a whole number that numbers something, from 1. Raises `ValueReadError`."""
    value = read_whole(text)
    if value < 1:
        raise ValueReadError("zero" if value == 0 else "negative")
    return value


class YearlyAmounts(Fraction):
    """What amounts by year come to, which is an amount, with the amounts."""

    __slots__ = ("by_year",)
    by_year: dict[str, Fraction]

    def __new__(cls, by_year: dict[str, Fraction]) -> YearlyAmounts:
        """Return the sum of amounts by year, in baht."""
        total = super().__new__(cls, sum(by_year.values(), Fraction(0)))
        total.by_year = by_year
        return total


READERS: dict[str, Callable[[str], Any]] = {
    "number": interpret_number,
    "target": interpret_target,
    "whole": read_count,
    "ordinal": interpret_ordinal,
    "year": interpret_year,
    "date": interpret_date,
    "amount": interpret_amount,
    "budget": partial(interpret_amount, per="project"),
    "yearly": partial(interpret_amount, per="year"),
    "area": interpret_area,
    "flag": interpret_boolean,
    "confirmed": interpret_boolean,
    "url": read_url,
}

STRICT_READERS: dict[str, Callable[[str], Any]] = {
    "ordinal": read_ordinal,
    "whole": read_whole,
    "date": read_date,
    "year": read_year,
}
"""Readers of a file in which nothing is read loosely."""
