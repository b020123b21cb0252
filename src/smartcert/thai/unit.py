"""Units of measure, compared in whatever spelling they are written."""

from __future__ import annotations

from smartcert.thai.normalize import normalize

_SPELLINGS = (
    ("%", "ร้อยละ"),
    ("percent", "ร้อยละ"),
    ("/", "ต่อ"),
    (" per ", "ต่อ"),
    ("²", "2"),
    ("³", "3"),
    ("us$", "usd"),
    ("$", "usd"),
    ("ดอลลาร์สหรัฐฯ", "usd"),
    ("ดอลลาร์สหรัฐ", "usd"),
    ("เหรียญสหรัฐ", "usd"),
    ("ดอลลาร์", "usd"),
    ("us dollars", "usd"),
    ("dollars", "usd"),
    (" ", ""),
)
"""What is written, and what it is in the one spelling that units are compared in."""


def is_share(unit: str) -> bool:
    """Whether a unit is percent, of whatever."""
    return fold_unit(unit).startswith("ร้อยละ")


def fold_unit(text: str) -> str:
    """Return a unit in one spelling: `ตร.ม./คน` is `ตร.ม. ต่อคน`, `%` is `ร้อยละ`."""
    text = normalize(text)
    for written, meant in _SPELLINGS:
        text = text.replace(written, meant)
    return text
