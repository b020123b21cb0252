"""Reads what is written as the value of an option or a setting: days, years, percentages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from smartcert.errors import UsageError, written_as
from smartcert.session.inputs import today_in_thailand
from smartcert.thai.numeral import ValueReadError

if TYPE_CHECKING:
    from smartcert.rounds.gates import FailUnder


def day(stated: str | None) -> date:
    """Return `--today` (B.E. or C.E.), or the day it is in Thailand. Raises `UsageError`."""
    if stated is None:
        return today_in_thailand()
    from smartcert.thai.date import read_date

    try:
        return date(*read_date(stated).first)
    except (ValueReadError, ValueError) as problem:
        raise UsageError(
            "usage.no-date", option="--today", value=stated, hint="--today 2569-11-21"
        ) from problem


def edition(stated: str | None, name: str = "--edition") -> int | None:
    """Return an edition's year.

    Raises `UsageError`; `name` is the option, or where else it is stated.
    """
    if stated is None:
        return None
    if not (stated.isdecimal() and len(stated) < 9):
        raise UsageError("usage.no-year", option=name, value=stated, hint=written_as(name, "2569"))
    return int(stated)


def threshold(stated: str | None, name: str = "--fail-under") -> FailUnder | None:
    """Return a percentage, 0 to 100. Raises `UsageError`."""
    if stated is None:
        return None
    from smartcert.rounds.gates import FailUnder
    from smartcert.thai.number import read_number

    try:
        percent = read_number(stated)
    except ValueReadError:
        percent = None
    if percent is None or not 0 <= percent <= 100:
        raise UsageError("usage.no-percentage", option=name, value=stated)
    return FailUnder(percent, stated)
