"""What stands around a value and is no part of it: footnote marks, quotation marks, a full stop."""

from __future__ import annotations

from smartcert.patterns import lazy_pattern

_STRAY = lazy_pattern(
    r"(?<=[^\s0-9๐-๙]) ?[1-9๑-๙]/$|(?<=[0-9๐-๙]{3}) [1-9๑-๙]/$"  # คน 1/, 45,000 1/
    r"|\s*[*†‡§]+(?=\s*(?:[ก-๎a-z(]|$))"  # 45,000* คน
    r"|^[=*†‡§•·▪]+\s*"  # what a spreadsheet begins a sum with, and bullets
    r"|(?:(?<=[ก-๎a-z)])(?<![มm])|(?<=[0-9๐-๙]{3})|(?<= ))[¹²³⁰⁴-⁹]+$"  # คน¹; ม² is a unit
    r"|\s*\[[0-9๐-๙]{1,2}\]$"
    r"|(?<=[ก-๎a-z)])\s*[.,;]$"
)
_QUOTED = lazy_pattern("[\"'“‘](.*)[\"'”’]")


def without_marks(text: str) -> str | None:
    """Return a text without the marks around it, or None where there are none."""
    bare = text.strip()
    inside = _QUOTED.fullmatch(bare)
    meant = _STRAY.sub("", inside[1] if inside is not None else bare).strip()
    return None if meant in (bare, "") else meant
