"""Did you mean: the word of a closed set that a mistyped word is closest to.

No guess is better than one that says the opposite, or another thing of the same kind: nothing is
guessed across a negation (`non-personal` is not `personal`), between names that differ in a number
(`โครงการ 1` and `โครงการ 2`), or between those that differ in one word of a known set (`Southern`
and `Eastern`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

LONGEST = 80
"""Characters; a longer word is not compared."""

_NEGATION = re.compile(
    r"^(?:non|un|not?[_ ])|(?<![a-z])(?:not?|never|without)_|ไม่|มิได้|(?:^|ยัง|และ)มิ(?!ถุ|ติ)|ไร้"
)
"""`ไม่เปิดเผย`, `ยังไม่ได้รับ`, `มิได้`, `non-personal`, `unconfirmed`, `no budget`."""

_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*")

_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,4}\.)+|(?:[ก-ฮ]\.)*[ก-ฮ]{2,4}\.?")
"""`อบจ.`, `บจก.`: few letters, of which each says another thing."""

_DIRECTIONS = (
    "north_?east(?:ern)? north_?west(?:ern)? south_?east(?:ern)? south_?west(?:ern)?"
    " north(?:ern)? south(?:ern)? east(?:ern)? west(?:ern)? central"
    " ตะวันออกเฉียงเหนือ ตะวันตกเฉียงเหนือ ตะวันออกเฉียงใต้ ตะวันตกเฉียงใต้ ตะวันออก ตะวันตก"
    " เหนือ ใต้ กลาง อีสาน"
)
_SMARTS = (
    "environment economy mobility energy people living governance"
    " สิ่งแวดล้อม เศรษฐกิจ เดินทาง สัญจร พลังงาน พลเมือง ดำรงชีวิต ภาครัฐ"
)
_SIZES = "ร้อย พัน หมื่น แสน ล้าน thousand million billion trillion"
_PLACES = "จังหวัด อำเภอ ตำบล เทศบาล เมือง นคร province district municipality"
_SETS = tuple(
    re.compile("|".join(sorted(words.split(), key=len, reverse=True)))
    for words in (_DIRECTIONS, _SMARTS, _SIZES, _PLACES)
)
"""Words of which a name has one, so that another makes another name: directions, Smarts, sizes."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word closest to this one, or None when none is close.

    `-`, `_` and blanks are the same. A word of more than 80 characters is not compared.
    """
    if len(word) > LONGEST:
        return None
    from difflib import get_close_matches

    candidates: dict[str, str] = {}
    for candidate in known:
        candidates.setdefault(_folded(candidate), candidate)
    folded = _folded(word)
    if folded in candidates:
        return candidates[folded]
    if _ABBREVIATION.fullmatch(folded):
        return None
    near = get_close_matches(folded, candidates, n=5, cutoff=0.7)
    return next((candidates[name] for name in near if _may_mean(folded, name)), None)


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def _may_mean(folded: str, candidate: str) -> bool:
    """Whether a mistyped word may mean one that is close: nothing that must be the same differs."""
    negated, numbers, members = _marks(folded)
    other_negated, other_numbers, other_members = _marks(candidate)
    return (
        negated == other_negated
        and numbers == other_numbers
        and all(
            not found or not other or found == other
            for found, other in zip(members, other_members, strict=True)
        )
    )


@lru_cache(maxsize=1024)
def _marks(folded: str) -> tuple[bool, list[str], list[frozenset[str]]]:
    """Return whether a word is negated, its numbers, and which words it has of each known set."""
    return (
        _NEGATION.search(folded) is not None,
        [number.lstrip("0") for number in _NUMBER.findall(folded)],
        [frozenset(words.findall(folded)) for words in _SETS],
    )
