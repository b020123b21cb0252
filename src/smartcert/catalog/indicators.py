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


_SIGNS: dict[Operator, str] = {
    ">=": "≥\u00a0",
    "<=": "≤\u00a0",
    ">": ">\u00a0",
    "<": "<\u00a0",
    "=": "",
}
"""The same where it compares with a figure, as a sign and a blank that breaks no line."""


def target(indicator: Indicator, lang: str) -> str:
    """Return the reference value of an indicator in words; it is never a pass mark."""
    op = indicator.threshold.op
    amount = _amount(indicator, "amounts", lang)
    return message(f"names.targets.{_TARGETS[op]}", lang, amount=amount).strip()


def threshold(indicator: Indicator, lang: str) -> str:
    """Return the same in a few letters, for a table: `≥ 10 ตร.ม. ต่อคน`, `≥ ร้อยละ 50`."""
    op = indicator.threshold.op
    if op not in _SIGNS:
        return message(f"names.states.{op}", lang)
    return _SIGNS[op] + _amount(indicator, "short-amounts", lang)


def _amount(indicator: Indicator, group: str, lang: str) -> str:
    value = indicator.threshold.value
    shown = "" if value is None else f"{value:,}".removesuffix(".0")
    unit, percent = indicator.unit_title[lang], message("names.amounts.percent", lang, value="")
    if unit.startswith(percent.strip()):
        more = unit.removeprefix(percent.strip()).strip()
        return f"{message(f'names.{group}.percent', lang, value=shown)} {more}".rstrip()
    return message(f"names.{group}.other", lang, value=shown, unit=unit)


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
