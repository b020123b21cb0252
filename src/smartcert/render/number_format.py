"""Figures of a proposal as text: money, amounts with their time, differences, years."""

from __future__ import annotations

from fractions import Fraction

from smartcert.assessment.score import Share, percent
from smartcert.findings.wording import format_target
from smartcert.messages.message import message
from smartcert.thai.date import OFFSET, ThaiDate, format_date
from smartcert.thai.measure_forms import Aim


def in_millions(amount: Fraction, lang: str) -> str:
    """Return an amount of money in million baht, to one decimal where that says something."""
    millions = float(amount / 1_000_000)
    text = f"{millions:,.1f}" if not amount or millions >= 0.1 else f"{millions:,.2g}"
    return message("report.million-baht", lang, value=text)


def share(part: Fraction, whole: Fraction) -> str:
    """Return a part in percent of a whole: what is little is not told as nothing."""
    value = float(part * 100 / whole) if whole else 0.0
    if value and value < 0.1:
        return f"{value:.2f}%" if value >= 0.01 else "<0.01%"
    return f"{value:.1f}%"


def baht(amount: Fraction) -> str:
    """Return an amount of money, to the satang where it has any."""
    return f"{int(amount):,}" if amount.denominator == 1 else f"{float(amount):,.2f}"


def figure(value: Fraction | Aim | None, time: ThaiDate | None, lang: str) -> str:
    """Return a figure and the time it is of, or either, or a dash."""
    when = format_date(time, lang) if time else ""
    if value is None:
        return when or "–"
    said = format_target(value, lang) if isinstance(value, Aim) else number(value)
    return f"{said} ({when})" if when else said


def number(value: Fraction) -> str:
    """Return a figure to four decimals at most, with commas between thousands."""
    if value.denominator == 1:
        return f"{int(value):,}"
    return f"{float(value):,.4f}".rstrip("0").rstrip(".")


def change(now: Share, then: Share | None) -> str:
    """Return the difference of two percentages, in points, from the figures as they are shown."""
    after, before = percent(now), percent(then)
    return "–" if after is None or before is None else f"{after - before:+.1f}"


def year(common: int, lang: str) -> int:
    """Return a year of the Common Era in the reader's calendar."""
    return common + OFFSET if lang == "th" else common


def edition(buddhist: int, lang: str) -> int:
    """Return the year of an edition, which catalogs have in B.E., in the reader's calendar."""
    return buddhist if lang == "th" else buddhist - OFFSET


def editions(first: int | None, last: int | None, lang: str) -> str:
    """Return the editions that ask for something: from the first to the last, either open."""
    return "–".join(str(edition(one, lang)) if one else "" for one in (first, last))
