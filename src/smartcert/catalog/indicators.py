"""What a reference indicator aims at, and its numbers in international standards, in words."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.catalog.model import Crosswalk, Indicator, Operator
from smartcert.messages.message import message

_TARGETS: dict[Operator, str] = {
    ">=": "at-least",
    "<=": "at-most",
    ">": "more-than",
    "<": "less-than",
    "=": "exactly",
    "exists": "exists",
    "live": "live",
    "measured": "measured",
}
"""How a threshold compares, and what that is called in `names.targets`."""


def target(indicator: Indicator, lang: str) -> str:
    """Return the reference value of an indicator in words; it is never a pass mark."""
    threshold = indicator.threshold
    form = "percent" if indicator.unit == "%" else "other"
    value = f"{threshold.value:,g}" if threshold.value is not None else ""
    unit = indicator.unit_title[lang]
    amount = message(f"names.amounts.{form}", lang, value=value, unit=unit)
    return message(f"names.targets.{_TARGETS[threshold.op]}", lang, amount=amount).strip()


def standards(indicator: Indicator, crosswalk: dict[str, Crosswalk], lang: str) -> Iterator[str]:
    """Yield a line for each entry of the crosswalk: its title and its numbers.

    A question mark is behind what nobody checked.
    """
    for key in indicator.crosswalk:
        entry = crosswalk[key]
        listed = (
            ("iso37120_2014", entry.iso37120_2014),
            ("iso37122_2019", entry.iso37122_2019),
            ("u4ssc", entry.u4ssc),
        )
        numbers = [
            f"{message(f'names.standards.{name}', lang)} {', '.join(numbers)}"
            for name, numbers in listed
            if numbers
        ]
        unsure = " (?)" if entry.verify else ""
        yield f"{entry.title[lang]}: {'; '.join(numbers) or '–'}{unsure}"
