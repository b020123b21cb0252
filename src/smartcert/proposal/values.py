"""What a scalar of each field type means: type name to reader. Cheap to import; no Pydantic."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from smartcert.thai.area import read_area
from smartcert.thai.boolean import read_boolean
from smartcert.thai.date import read_date, read_year
from smartcert.thai.money import read_amount, read_yearly
from smartcert.thai.number import read_number, read_whole
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


def read_count(text: str) -> int:
    """Return a whole number that counts something, so from 0. Raises `ValueReadError`."""
    value = read_whole(text)
    if value < 0:
        raise ValueReadError("negative")
    return value


def read_ordinal(text: str) -> int:
    """Return a whole number that numbers something, from 1. Raises `ValueReadError`."""
    value = read_count(text)
    if value < 1:
        raise ValueReadError("zero")
    return value


READERS: dict[str, Callable[[str], Any]] = {
    "number": read_number,
    "whole": read_count,
    "ordinal": read_ordinal,
    "year": read_year,
    "date": read_date,
    "amount": read_amount,
    "yearly": read_yearly,
    "area": read_area,
    "flag": read_boolean,
    "url": read_url,
}
