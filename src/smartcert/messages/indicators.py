"""How a reference indicator is told: its target in words, and its numbers in international standards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_TARGETS = {
    ">=": {"th": "อย่างน้อย{amount}", "en": "at least {amount}"},
    "<=": {"th": "ไม่เกิน{amount}", "en": "at most {amount}"},
    ">": {"th": "มากกว่า{amount}", "en": "more than {amount}"},
    "<": {"th": "น้อยกว่า{amount}", "en": "less than {amount}"},
    "=": {"th": "{amount}", "en": "{amount}"},
    "exists": {"th": "มีแล้ว", "en": "exists"},
    "live": {"th": "เปิดใช้งานแล้ว", "en": "in operation"},
    "measured": {"th": "มีการวัดผล", "en": "measured"},
}

_AMOUNTS = {
    "%": {"th": "ร้อยละ {value}", "en": "{value} percent"},
    "other": {"th": " {value} {unit}", "en": "{value} {unit}"},
}
"""Thai sets a space before a figure, and none before a word."""

_STANDARDS = {
    "iso37120_2014": "ISO 37120:2014",
    "iso37122_2019": "ISO 37122:2019",
    "u4ssc": "U4SSC",
}


def target(indicator: dict[str, Any], lang: str) -> str:
    """Return the reference value of an indicator; it is never a pass mark."""
    threshold = indicator["threshold"]
    value = f"{threshold['value']:,g}" if "value" in threshold else ""
    form = _AMOUNTS["%" if indicator["unit"] == "%" else "other"][lang]
    return (
        _TARGETS[threshold["op"]][lang]
        .format(amount=form.format(value=value, unit=indicator["unit_title"][lang]))
        .strip()
    )


def standards(
    indicator: dict[str, Any], crosswalk: dict[str, dict[str, Any]], lang: str
) -> Iterator[str]:
    """Yield a line for each entry of the crosswalk: its title and its numbers; a question mark is behind what nobody checked."""
    for key in indicator["crosswalk"]:
        entry = crosswalk[key]
        unsure = " (?)" if entry.get("verify") else ""
        numbers = [
            f"{name} {', '.join(entry[field])}"
            for field, name in _STANDARDS.items()
            if entry[field]
        ]
        yield f"{entry['title'][lang]}: {'; '.join(numbers) or '–'}{unsure}"
