"""Numerals in Thai and English text, and why a text can't be read as the value it should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from smartcert.thai.normalize import normalize

LONGEST = 40
"""Characters; a longer numeral is no number of this world, and costs time to read."""

NUMERAL = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:e[-+]?[0-9]{1,2})?"
"""`1,234.5`, without a sign; commas between thousands or nowhere. Spreadsheets write `1e3`."""

_SPACED = (
    r"(?:^[0-9]{1,3}(?: [0-9]{3})+|(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3}){2,})(?:\.[0-9]+)?(?![0-9,])"
)
"""A numeral with blanks between thousands: `12 500 000`. Behind a word `หมู่ 3 120` is two."""

_LOOSE_THOUSANDS = (
    rf"{_SPACED}"
    r"|(?<![0-9.,])[0-9]{1,3}(?: ?, ?[0-9]{3})*(?: , ?| ?, )0[0-9]{2}(?: ?, ?[0-9]{3})*(?![0-9,])"
    r"|(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?![0-9.,])"
)
"""Also `12, 400, 000`: no number begins with 0; and `12.400.000`: none has two points."""

_PUNCTUATION = {
    ord(wide): narrow
    for wide, narrow in zip("（）［］【】[]，．：％＋－／", "()()()(),.:%+-/", strict=True)
}
"""What stands for the usual sign; a note in square brackets is one in brackets."""

_POWERS = {
    "ร้อย": 2, "พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6, "สิบล้าน": 7, "ร้อยล้าน": 8, "พันล้าน": 9,
    "หมื่นล้าน": 10, "แสนล้าน": 11, "ล้านล้าน": 12,
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
SCALES = {word: 10**power for word, power in _POWERS.items()}
"""Words that multiply the numeral before them."""

SCALE = "|".join(sorted(SCALES, key=len, reverse=True))


class ValueReadError(ValueError):
    """The text can't be read as what it should be."""

    def __init__(self, reason: str, hint: str | None = None, either: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        """A short key, such as `no-unit` or `no-such-day`."""
        self.hint = hint
        """How it may have been meant, ready to paste and readable itself, when that is sure."""
        self.either = either
        """What it may mean, where it may mean two things."""


def simplify(text: str, longest: int = 2 * LONGEST) -> str:
    """Return text as readers look at it, normalized. Raises `ValueReadError` for too much of it."""
    if len(text) > longest:
        raise ValueReadError("too-long")
    return normalize(text).translate(_PUNCTUATION)


def regroup(text: str) -> str:
    """Return text with commas between thousands where blanks or points can stand for nothing else.

    `12 500 000`, `12, 400, 000` and `12.400.000` are 12,500,000, 12,400,000 and 12,400,000.
    """

    def grouped(numeral: re.Match[str]) -> str:
        is_pointed = numeral[0].count(".") > 1
        return re.sub("[ ,.]+" if is_pointed else "[ ,]+", ",", numeral[0])

    return re.sub(_LOOSE_THOUSANDS, grouped, text)


def exact(numeral: str, scale: str | None = None) -> Fraction:
    """Return the value of a numeral and its scale. Raises `ValueReadError` for a long one."""
    if len(numeral) > LONGEST:
        raise ValueReadError("too-long")
    return Fraction(numeral.replace(",", "")) * (SCALES[scale] if scale else 1)


class Sign(NamedTuple):
    """What shows that a text is no readable value, and why it is none."""

    reason: str
    shows: str | Callable[[str], str | None]
    """A regular expression that is searched for, or a function that returns None where the sign
    does not show. The first group that matched, or what the function returns, is a guess at the
    value that was meant; it may be empty."""
    if_read: bool = False
    """Whether the sign counts only when its guess can be read."""

    def guess(self, text: str) -> str | None:
        """Return what may have been meant, or None where the sign does not show."""
        if callable(self.shows):
            return self.shows(text)
        match = re.search(self.shows, text)
        return None if match is None else next(filter(None, match.groups()), "")


def diagnose(
    text: str,
    reason: str,
    reader: Callable[[str], object],
    signs: Iterable[Sign],
    complete: Callable[[str], str] = str,
) -> ValueReadError:
    """Return why a simplified text can't be read: the reason of the first sign that shows.

    Its hint is the sign's guess, made whole by `complete`, if the reader can read that. `reason`
    is for a text without any sign.
    """
    for sign in signs:
        guess = sign.guess(text)
        if guess is None:
            continue
        meant = hint(reader, complete(guess)) if guess else None
        if meant or not sign.if_read:
            return ValueReadError(sign.reason, meant)
    return ValueReadError(reason)


def hint(reader: Callable[[str], object], candidate: str) -> str | None:
    """Return the candidate if the reader can read it, or else what the reader proposes for it."""
    try:
        reader(candidate)
    except ValueReadError as problem:
        return problem.hint
    return candidate


def without(pattern: str = "") -> Callable[[str], str | None]:
    """Return a guess for a `Sign`: the text without what matches, and with commas for blanks.

    `งบ 12 500 000 บาท` without `งบ ` is `12,500,000 บาท`; the sign shows where that differs.
    """

    def guess(text: str) -> str | None:
        meant = regroup(re.sub(pattern, "", text))
        return None if meant == text else meant

    return guess


def _mispointed(text: str) -> str | None:
    """Show where commas or points can't be: `1,5` may be 1.5 or 15, or a figure that lost one."""
    numerals = re.findall(r"[0-9]+(?:[.,][0-9]+)*", text)
    return None if all(re.fullmatch(NUMERAL, numeral) for numeral in numerals) else ""


_ESTIMATE = (
    r"^(?:ประมาณ|โดยประมาณ|ราว ?ๆ?|เกือบ|กว่า|about|around|approximately|approx\.?|nearly|ca\.|[~≈±])"
    r" ?(.+)$|^(.+?) ?(?:เศษ|กว่า|โดยประมาณ)$"
)
_BOUND = (
    r"^(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|ไม่มากกว่า|มากกว่า|น้อยกว่า|อย่างน้อย|อย่างมาก|ขั้นต่ำ|สูงสุด|เกิน"
    r"|at least|at most|up to|more than|less than|over|under|[<>]=?|[≤≥])"
    r" ?(.+)$|^(.+?) ?(?:ขึ้นไป|เป็นต้นไป|or more|or less)$"
)

UNSURE = (
    Sign("commas", _mispointed),
    Sign("estimate", _ESTIMATE),  # ประมาณ 5 ล้าน, 5 ล้านเศษ
    Sign("bound", _BOUND),  # ไม่เกิน 500, 80 ขึ้นไป
    Sign("range", r"[0-9][^0-9]*(?:[-–—~]|ถึง|to)[^0-9]*[0-9]"),  # 3-5, 3 ถึง 5
)
"""Signs that a text leaves open which number it says."""

SEVERAL = Sign("two-numbers", r"[0-9][^0-9]*[ ก-๎][^0-9]*[0-9]")
"""More than one number, with words between them: `ชาย 70,000 หญิง 77,579`."""
