"""What the readers of values share: text made plain, the numeral in it, and ways of saying no single number."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from smartcert.thai.normalize import normalize
from smartcert.thai.unreadable import ValueReadError

LONGEST = 40
"""Characters; a longer numeral is no number of this world, and costs time to read."""

NUMERAL = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:e[-+]?[0-9]{1,2})?"
"""A number without its sign; commas stand between thousands or not at all. YAML and spreadsheets write `1e3` for 1000."""

SPACED = r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?(?![0-9,])"
"""A numeral with blanks between thousands."""

SCALES = {
    "ร้อย": 10**2,
    "พัน": 10**3,
    "หมื่น": 10**4,
    "แสน": 10**5,
    "ล้าน": 10**6,
    "สิบล้าน": 10**7,
    "ร้อยล้าน": 10**8,
    "พันล้าน": 10**9,
    "หมื่นล้าน": 10**10,
    "แสนล้าน": 10**11,
    "ล้านล้าน": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""Words that multiply the numeral before them."""

SCALE = "|".join(sorted(SCALES, key=len, reverse=True))

_ESTIMATE = r"(?:ประมาณ|โดยประมาณ|ราว ?ๆ?|เกือบ|กว่า|about|around|approximately|approx\.?|nearly|ca\.|[~≈±]) ?(.+)|(.+?) ?(?:เศษ|กว่า|โดยประมาณ)"
_BOUND = (
    r"(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|ไม่มากกว่า|มากกว่า|น้อยกว่า|อย่างน้อย|อย่างมาก|ขั้นต่ำ|สูงสุด|เกิน|at least|at most|up to|more than|less than"
    r"|over|under|[<>]=?|[≤≥]) ?(.+)|(.+?) ?(?:ขึ้นไป|เป็นต้นไป|or more|or less)"
)
_RANGE = r"[0-9][^0-9]*(?:[-–—~]|ถึง|to)[^0-9]*[0-9]"


def plain(text: str, longest: int = 2 * LONGEST) -> str:
    """Return text as readers look at it: trimmed, lower case, Arabic digits. Raises `ValueReadError` when no value is so long."""
    if len(text) > longest:
        raise ValueReadError("too-long")
    return normalize(text)


def exact(numeral: str) -> Fraction:
    """Return the number a numeral stands for. Raises `ValueReadError` when it is endless."""
    if len(numeral) > LONGEST:
        raise ValueReadError("too-long")
    return Fraction(numeral.replace(",", ""))


def hedged(bare: str) -> tuple[str, str] | None:
    """Return the reason and the rest when text says about how much, or at least how much, instead of how much."""
    for reason, pattern in (("estimate", _ESTIMATE), ("bound", _BOUND)):
        if match := re.fullmatch(pattern, bare):
            return reason, match[1] or match[2]
    return None


def is_range(bare: str) -> bool:
    """Whether text says from how much to how much."""
    return re.search(_RANGE, bare) is not None


def is_several(bare: str) -> bool:
    """Whether text holds more than one number, with words between them."""
    return re.search("[0-9][^0-9]*[ ก-๎][^0-9]*[0-9]", bare) is not None


def is_mispointed(bare: str) -> bool:
    """Whether a numeral has its commas or points where they can't be: `1,5` may be 1.5 or 15, or a figure that lost one."""
    return any(
        re.fullmatch(NUMERAL, numeral) is None
        for numeral in re.findall(r"[0-9]+(?:[.,][0-9]+)*", bare)
    )


def hint(reader: Callable[[str], object], candidate: str) -> str | None:
    """Return the candidate if the reader can read it, or else what the reader would propose for it."""
    try:
        reader(candidate)
    except ValueReadError as problem:
        return problem.hint
    return candidate


def respaced(bare: str) -> str:
    """Write numerals that have blanks between thousands with commas."""
    return re.sub(SPACED, lambda numeral: numeral[0].replace(" ", ","), bare)
