"""What things are called in words: kinds of values, and what a reference indicator aims at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smartcert.messages.message import has_message, message

_TARGETS = {
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

_STANDARDS = ("iso37120_2014", "iso37122_2019", "u4ssc")
"""International standards in which an entry of a crosswalk has numbers."""


def kind(name: str, lang: str) -> str:
    """Return what a type, a form, a kind of file or a calendar is called; else the name itself."""
    key = f"names.kinds.{name}"
    return message(key, lang) if has_message(key) else name


def target(indicator: dict[str, Any], lang: str) -> str:
    """Return the reference value of an indicator; it is never a pass mark."""
    threshold = indicator["threshold"]
    form = "percent" if indicator["unit"] == "%" else "other"
    value = f"{threshold['value']:,g}" if "value" in threshold else ""
    unit = indicator["unit_title"][lang]
    amount = message(f"names.amounts.{form}", lang, value=value, unit=unit)
    return message(f"names.targets.{_TARGETS[threshold['op']]}", lang, amount=amount).strip()


def standards(
    indicator: dict[str, Any], crosswalk: dict[str, dict[str, Any]], lang: str
) -> Iterator[str]:
    """Yield a line for each entry of the crosswalk: its title and its numbers.

    A question mark is behind what nobody checked.
    """
    for key in indicator["crosswalk"]:
        entry = crosswalk[key]
        unsure = " (?)" if entry.get("verify") else ""
        numbers = [
            f"{message(f'names.standards.{name}', lang)} {', '.join(entry[name])}"
            for name in _STANDARDS
            if entry[name]
        ]
        yield f"{entry['title'][lang]}: {'; '.join(numbers) or '–'}{unsure}"
