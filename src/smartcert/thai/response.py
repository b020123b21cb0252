"""What a city's response to a comment says it did: nothing, something, or not yet.

Only words are read, so this is a reading for a person to check; `responses.txt` has the words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from smartcert.patterns import lazy_pattern
from smartcert.thai.normalize import normalize
from smartcert.thai.word_list import word_lists

Stance = Literal["refused", "deferred", "answered"]
"""`refused`: it says that nothing is changed; `deferred`: that it will be; else `answered`."""

_CLAUSE = 40
"""Letters that may stand between two words of one clause."""


class _Patterns(NamedTuple):
    """What is looked for: in Thai without blanks, and in English."""

    refused: re.Pattern[str]
    done: re.Pattern[str]
    begun: re.Pattern[str]
    """It begins with what was done, be it without a word that it is done."""
    promised: re.Pattern[str]
    deferred: re.Pattern[str]
    but: re.Pattern[str]
    """Cuts what is done from what is not, where a clause begins."""


def stance_of(response: str) -> Stance:
    """Return how a response takes its comment. A refusal weighs more than what else it says.

    A promise beside what is done is content (`เพิ่มแผนแล้ว และจะทบทวนทุกปี`), but not behind a `but`.
    """
    plain = normalize(response)
    look = _patterns()
    if look.refused.search(_packed(plain)):
        return "refused"
    first, *others = look.but.split(plain)
    return "deferred" if any(map(_is_put_off, [first, *others])) else "answered"


def _is_put_off(part: str) -> bool:
    """Whether a part of a response promises something, and does not say that it is done."""
    look, packed = _patterns(), _packed(part)
    if look.done.search(packed):
        return False
    is_promise = look.promised.search(packed) and not look.begun.search(packed)
    return bool(is_promise or look.deferred.search(packed))


def _packed(plain: str) -> str:
    """Take out blanks between Thai letters: they stand where a hand put them."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", plain)


@cache
def _patterns() -> _Patterns:
    words = {
        heading: _any(tuple(map(normalize, found)))
        for heading, found in word_lists("responses").items()
    }
    no, keep, done = words["not"], words["keep"], words["done"]
    # `โดยไม่แก้ไขวงเงิน` and `แก้ให้เหมาะสมแล้ว` are remarks, and `ยังไม่ได้แก้ไข` puts off.
    apart = "".join(f"(?<!{word})" for word in word_lists("responses")["not if after"])
    return _Patterns(
        refused=lazy_pattern(
            f"{apart}(?:{no}{words['verbs']}|{words['refused']})|^(?:ขอ)?{no}{words['first verbs']}"
            f"|{keep}.{{0,{_CLAUSE}}}?{words['as before']}"
        ),
        done=lazy_pattern(
            f"{done}.{{0,{_CLAUSE}}}?แล้ว(?!เสร็จ)|(?<!ไม่)ได้{done}"
            f"|(?:has|have|was|were|we) (?:been )?{done}"
        ),
        begun=lazy_pattern(f"^{done}"),
        promised=lazy_pattern(f"{words['will']}{words['later verbs']}"),
        deferred=lazy_pattern(words["deferred"]),
        but=lazy_pattern(rf"\s{words['but']}|; | but "),
    )


def _any(words: tuple[str, ...]) -> str:
    """Match one of some words, the longest first; English ones where they stand as words."""
    longest = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(_word(word) if word.isascii() else word for word in longest)})"


def _word(word: str) -> str:
    return rf"\b{re.escape(word)}\b"
