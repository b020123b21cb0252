"""What a scalar of each field type means: type name to reader. Cheap to import; no Pydantic.

A reader returns the value of a text, or a `Loose` one where it is not written plainly.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from smartcert.thai.area import read_area
from smartcert.thai.boolean import interpret_boolean
from smartcert.thai.count_forms import interpret_count, interpret_ordinal
from smartcert.thai.date import read_date, read_year
from smartcert.thai.loose import Loose
from smartcert.thai.money_forms import interpret_amount
from smartcert.thai.number import read_number
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


READERS: dict[str, Callable[[str], Any]] = {
    "number": read_number,
    "whole": read_count,
    "ordinal": interpret_ordinal,
    "year": read_year,
    "date": read_date,
    "amount": interpret_amount,
    "yearly": partial(interpret_amount, per="year"),
    "area": read_area,
    "flag": interpret_boolean,
    "confirmed": interpret_boolean,
    "url": read_url,
}
