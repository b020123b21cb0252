"""Slips of the pen: what a writer who never saw YAML does to it, and what can be meant by that.

A slip is a fault of the file with a code from Y101 on. One that can mean a single thing has the
edits that mend it, and the file is read as if they were made; the others are told. All are found in
one run, by `smartcert.source.proofreader`.
"""

from __future__ import annotations

import unicodedata

from smartcert.patterns import lazy_pattern
from smartcert.source.forms import KeyForms
from smartcert.source.syntax_fault import SyntaxFault

_RARE = "\xa0\xad\u2002\u2003\u2007\u2009\u200b\u200c\u200d\u202f\u2060\ufeff：︓﹕∶꞉ː•●▪◦‣\uf0b7"
"""What a proper file does not have: blanks and colons that are none to YAML, and bullets."""

_COLON = lazy_pattern(r":(?:[^ \t\r\n/\d\\]|\\[^\\])")
r"""`name:ขอนแก่น` and `"C:\แผน.pdf"`, but no address and no hour."""

_HASH = lazy_pattern(r"#[^\W_]")
"""`vision: #เมือง`"""

_MARKS = (
    (" -", lazy_pattern(r" -[^\s\d-]")),
    ("1", lazy_pattern(r"1[.)] ?[^\W\d]")),
    ("๑", lazy_pattern(r"๑[.)] ?[^\W\d]")),
    ("–", lazy_pattern("– ")),
    ("—", lazy_pattern("— ")),
    ("·", lazy_pattern("· ")),
)
"""What may stand before an item of a list, each with what every such mark has."""

_DEEPEST = 200
"""How far to the right an item may begin."""


def may_have_slips(text: str) -> bool:
    """Whether a text that YAML takes may yet mean something else. A proper file is soon passed."""
    return (
        any(character in text for character in _RARE)
        or not unicodedata.is_normalized("NFC", text)
        or _COLON.search(text) is not None
        or any(text[found.start() - 1] in " \t" for found in _HASH.finditer(text))
        or any(sign + quote in text for quote in "“‘" if quote in text for sign in (": ", "- "))
        or any(
            _begins_line(text, found.start())
            for sign, mark in _MARKS
            if sign in text
            for found in mark.finditer(text)
        )
    )


def _begins_line(text: str, at: int) -> bool:
    """Whether only spaces stand before a place, or a bracket."""
    before = text[max(at - _DEEPEST, 0) : at].rpartition("\n")
    return before[1] == "\n" and not before[2].strip(" (")


def find_slips(text: str, keys: KeyForms, most: int = 1000) -> tuple[SyntaxFault, ...]:
    """Return the slips of a text in its order, no more than some."""
    # Few files have any, and a check of the others need not wait for what finds them.
    from smartcert.source.proofreader import Proofreader

    return Proofreader(text, keys).read(most)[:most]
