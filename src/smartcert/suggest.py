"""Did you mean: the word of a closed set that a mistyped word is closest to.

No guess is better than one that says the opposite, or another thing of the same kind: nothing is
guessed across a negation (`non-personal` is not `personal`), between names that differ in a number
(`โครงการ 1` and `โครงการ 2`), or between those that differ in one word of a known set (`Southern`
and `Eastern`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from smartcert.patterns import lazy_pattern

LONGEST = 80
"""Characters; a longer word is not compared."""

MOST_KNOWN = 500
"""Words of a set; nothing is guessed among more, since each mistyped word is held against all."""

MOST_GUESSES = 100
"""Words for which something of one set is guessed: a file with more has another fault."""

_FEW = 48
"""Words that are all compared letter by letter; of more, only those that share most pairs are."""

_LIKELY = 16
"""How many of a large set are compared letter by letter, which costs a hundred times more."""

_NEGATION = lazy_pattern(
    r"ยังไม่|ยังมิ|^(?:non|un|not?[_ ])|(?<![a-z])(?:not?|never|without|outside)_|ไม่|มิได้"
    r"|(?:^|และ)มิ(?!ถุ|ติ)|ไร้|นอก(?=เขต|พื้น|_)|บางส่วน|part"
)
"""`ไม่เปิดเผย`, `มิได้`, `non-personal`, `unconfirmed`, `no budget`, `นอกเขต EEC`, `บางส่วน`.

What is not yet (`ยังไม่ได้รับ`) is another thing than what is not (`ไม่ได้รับ`).
"""

_EITHER = lazy_pattern("/|และ|หรือ|_(?:and|or)_")
"""Two words in one, of which neither is proposed for both: `รัฐ/เอกชน`."""

_NUMBER = lazy_pattern(r"[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*")

_ABBREVIATION = lazy_pattern(r"(?:[ก-ฮ]{1,4}\.)+|(?:[ก-ฮ]\.)*[ก-ฮ]{2,4}\.?")
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
_PLACES = "จังหวัด อำเภอ ตำบล เทศบาล เมือง นคร รัฐบาล ท้องถิ่น อบต อบจ province district municipality"
_STEPS = "ยื่น เริ่ม เสร็จ อนุมัติ ประกาศ ได้รับ"
_KINDS = "ใหม่ เดิม น่าอยู่ new existing livable"
_SETS = tuple(
    lazy_pattern("|".join(sorted(words.split(), key=len, reverse=True)))
    for words in (_DIRECTIONS, _SMARTS, _SIZES, _PLACES, _STEPS)
)
"""Words of which a name has one, so that another makes another name: directions, Smarts, sizes."""

_ADDED = lazy_pattern("|".join(_KINDS.split()))
"""Words that no guess may add: a smart city is no new city."""


class Guesses:
    """What words of a file that are not in one set may mean; the first hundred are guessed.

    So that a file with thousands of unknown words costs no more for each than a small one.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._left = MOST_GUESSES

    def closest(self, word: str) -> str | None:
        """Return the known word closest to this one; None when none is, or enough was guessed."""
        self._left -= 1
        return closest(word, self._known) if self._left >= 0 else None


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word closest to this one, or None when none is close.

    `-`, `_` and blanks are the same. A word of more than 80 characters is not compared, nor one of
    a set of more than 500.
    """
    if len(word) > LONGEST:
        return None
    known = tuple(known)
    if len(known) > MOST_KNOWN:
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
    near = get_close_matches(folded, _likely(folded, candidates), n=5, cutoff=0.7)
    return next((candidates[name] for name in near if _may_mean(folded, name)), None)


def _likely(folded: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates that a word may be a misspelling of: of many, those most like it."""
    some = [name for name in candidates if len(name) <= 2 * LONGEST]
    if len(some) <= _FEW:
        return some
    pairs = _pairs(folded)
    return sorted(some, key=lambda name: -len(pairs & _pairs(name)))[:_LIKELY]


@lru_cache(maxsize=4096)
def _pairs(word: str) -> frozenset[str]:
    """Return the pairs of letters that stand beside each other in a word."""
    return frozenset(map("".join, pairwise(word)))


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def _may_mean(folded: str, candidate: str) -> bool:
    """Whether a mistyped word may mean one that is close: nothing that must be the same differs."""
    negated, numbers, members = _marks(folded)
    other_negated, other_numbers, other_members = _marks(candidate)
    return (
        negated == other_negated
        and numbers == other_numbers
        and not _adds(folded, candidate)
        and all(
            # A mistyped word may be one of the set, but one that is there is meant.
            found <= other if not other or not found else found == other
            for found, other in zip(members, other_members, strict=True)
        )
    )


def _adds(folded: str, candidate: str) -> bool:
    """Whether a candidate is a word with another before or behind it that changes its kind."""
    added = set(_ADDED.findall(candidate)) - set(_ADDED.findall(folded))
    return any(len(candidate) - len(folded) >= len(word) - 1 for word in added)


@lru_cache(maxsize=1024)
def _marks(folded: str) -> tuple[list[str], list[str], list[frozenset[str]]]:
    """Return the negations of a word, its numbers, and which words it has of each known set."""
    return (
        [*_NEGATION.findall(folded), *_EITHER.findall(folded)],
        [number.lstrip("0") for number in _NUMBER.findall(folded)],
        [frozenset(words.findall(folded)) for words in _SETS],
    )
