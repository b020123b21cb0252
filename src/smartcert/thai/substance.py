"""Whether a text answers what a field asks: promises, refusals and keys hit at random do not.

The words stand in `substance.txt`. What is judged here is one text by itself; whether it was
copied from elsewhere is for `smartcert.assessment.screening` to see.
"""

from __future__ import annotations

import re
from functools import cache
from operator import add
from typing import Literal, NamedTuple

from smartcert.patterns import lazy_pattern
from smartcert.thai.normalize import normalize
from smartcert.thai.placeholder import is_filler
from smartcert.thai.word_list import word_lists

Asks = Literal["who", "thing", "arrangement", "consent", "aim", "measure", "problem", "matter", ""]
"""What a field asks for.

Who someone is, a thing that has to be there, an arrangement that may be planned, consent; a goal,
the name of a measure, what is wrong (all three of which may say that something is not there);
what an item is for;
empty where it asks for something of its own.
"""

Reason = Literal["absent", "coming", "refusal", "dissent", "noise", "label", "sample", "lost"]
"""Why a text is no answer: the key of its sentence among the messages.

The last three are not seen here: where it was copied from, and that it leads nowhere.
"""

LOOKED_AT = 600
"""Characters; what a text says shows in its beginning."""

LEAST_LETTERS = 12
"""Letters from which on what is no language is told from an abbreviation."""

_LEFT = 6
"""Letters that may be left of a text that has only empty words."""

_FEW_LEFT = 0.12
"""The share of its letters that may be."""

_ODD_PAIRS = {"thai": 0.2, "latin": 0.35}
"""The share of odd pairs of letters from which on a text is none of the language.

In what offices write it is under 0.14 and 0.1; in keys that are hit at random over 0.3.
"""

_TOO_SHORT = 5.6
"""Letters that a piece between blanks has on average; in Thai text it has three times as many."""

_TIED = {"thai": 0.055, "latin": 0.08}
"""Common words by character, and small words by word, that long texts have at least together.

What offices write has 0.087 and 0.25; words at random 0.037 and hardly any.
"""

_SMALL = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "it"),
        *("of", "on", "or", "that", "the", "to", "with"),
    )
)

_SCATTERED = 9.5
"""Letters of a piece between blanks; where most long texts have shorter ones, words were thrown
together. In what offices write one in seven has."""

_PIECES = 8
"""Pieces from which on their length means something."""

_HOME_ROWS = (frozenset("ฟหกดเ้่าสวง"), frozenset("asdfghjkl"))
"""Keys on which the hands lie; no text makes do with them."""

_ENDS = " 0123456789๐๑๒๓๔๕๖๗๘๙.,;:!()-–#“”\"'"

_COMMON = lazy_pattern(
    "การ|และ|ของ|ที่|ใน|ให้|ระบบ|ข้อมูล|เมือง|จังหวัด|เทศบาล|โครงการ|สำนักงาน|กอง|มหาวิทยาลัย|บริษัท|ชุมชน|ประชา"
    "|ราย|จาก|ด้วย|ทุก|เป็น|งาน|ศูนย์|ความ|ตาม|หน่วย|พื้น|แผน|ตำบล|น้ำ|ผู้|วัน|เวลา|จำนวน|แบบ|กับ|เพื่อ|ได้|ไม่|ทาง"
    "|อยู่|ต่อ|หรือ|แล้ว|ถึง|เข้า|ถนน|บริการ|ดิจิทัล|สาธารณ|ร่วม|ตลาด|อัจฉริยะ|บาท|ประชุม|คำสั่ง| the | of | and "
)
_APART = 20
"""Characters; a text with so common a word in every stretch of them is not looked at further."""

_THAI = lazy_pattern("[\u0e01-\u0e4e]+")
_LATIN = lazy_pattern("[a-z]{4,}")


class _Words(NamedTuple):
    """The lists of `substance.txt`, without blanks."""

    absent: tuple[str, ...]
    coming: tuple[str, ...]
    later: tuple[str, ...]
    refusal: tuple[str, ...]
    dissent: tuple[str, ...]
    assent: tuple[str, ...]
    empty: tuple[str, ...]
    """The longest first."""
    empty_words: frozenset[str]


_TUPLES = ("absent", "coming", "later", "refusal", "dissent", "assent")


@cache
def _words() -> _Words:
    lists = {
        name: tuple(word.replace(" ", "").casefold() for word in words)
        for name, words in word_lists("substance").items()
    }
    return _Words(
        empty=tuple(sorted(lists["empty"], key=len, reverse=True)),
        empty_words=frozenset(lists["empty-words"]),
        **{name: lists[name] for name in _TUPLES},
    )


_SIGN = lazy_pattern(
    "ไม่|มิได้|คัดค้าน|ปฏิเสธ|ถอนเรื่อง|ชะลอ|เลื่อน|ตีกลับ|ให้นำ|ให้กลับ|จะ|ระหว่าง|กำลัง|รอ(?:[กผปลอพขเ]|แต่ง|คำ)|เตรียม"
    "|ภายหลัง|ต่อไป|อนาคต|มีแผน|อยู่ใน|no |not|will|shall|be |being|pend|prepar|later|soon|yet"
    "|planned|intend|under|decline|refus|reject|oppos|object|disa|postpon|defer|withdr"
)
"""What any promise, refusal or statement of absence has; most texts have none and are done with."""


def why_no_answer(text: str, asks: Asks, label: str) -> Reason | None:
    """Return why a text does not answer a field, or None where nothing speaks against it.

    `label` is what the field is called, normalized.
    """
    said = normalize(text[:LOOKED_AT])
    if is_noise(said) or (said.find(said[:4], 1) > 0 and is_filler(said)):
        return "noise"
    if not _SIGN.search(said):
        return None
    packed = re.sub(r"[\s.,;:!?\"'“”()\-–—ฯๆ]+", "", said)
    return _says_nothing(said, packed, asks, label)


def _says_nothing(said: str, packed: str, asks: Asks, label: str) -> Reason | None:
    """Return whether a text with a sign of it refuses, promises or says that nothing is there."""
    words = _words()
    if _any_in(words.refusal, packed):
        return "refusal"
    if asks == "consent" and _dissents(packed, words):
        return "dissent"
    if asks in ("who", "thing", "consent", "arrangement"):
        if packed.startswith(words.absent) and not _goes_on(packed, asks):
            return "absent"
        if asks != "arrangement" and packed.startswith(words.coming):
            return "coming"
    return "coming" if _is_empty(said, packed, label, words) else None


def _any_in(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)  # much faster than one large pattern


def _dissents(packed: str, words: _Words) -> bool:
    """Whether a resolution is none: `ไม่เห็นชอบ`, but not `โดยไม่มีผู้คัดค้าน`."""
    for word in words.assent:
        packed = packed.replace(word, "")
    return _any_in(words.dissent, packed)


def _goes_on(packed: str, asks: Asks) -> bool:
    """Whether an arrangement that is not there is answered by another: `ยังไม่มี … แต่ใช้ …`."""
    return asks == "arrangement" and re.search("แต่|จึง|โดย|แทน|but|so|instead", packed) is not None


def _is_empty(said: str, packed: str, label: str, words: _Words) -> bool:
    """Whether a text is made of words that say nothing of a city, and of the field's own name."""
    if packed.isascii():
        written = re.findall("[a-z]+", said)
        return len(written) > 1 and words.empty_words.issuperset(written)
    if not _any_in((*words.later, *words.coming, *words.absent), packed):
        return False
    own = label.replace(" ", "")
    left = packed.replace(own, "") if own else packed
    for phrase in words.empty:
        left = left.replace(phrase, "")
    return len(left) <= max(_LEFT, _FEW_LEFT * len(packed))


def core_of(text: str) -> str:
    """Return a text without the figures and signs before and behind it, which make it no other."""
    return text.strip(_ENDS)


def are_sentences(texts: list[str]) -> bool:
    """Whether long texts, taken together, have the small words that sentences are tied with.

    Words that are put together at random have half as many.
    """
    said = [normalize(text[:LOOKED_AT]) for text in texts]
    thai = [text for text in said if _THAI.search(text)]
    letters, words = sum(map(len, thai)), sum(len(_COMMON.findall(text)) for text in thai)
    if letters and (
        words / letters < _TIED["thai"] or sum(map(_is_scattered, thai)) > len(thai) / 2
    ):
        return False
    latin = [re.findall("[a-z]+", text) for text in said if not _THAI.search(text)]
    count = sum(map(len, latin))
    small = sum(word in _SMALL for words in latin for word in words)
    return not count or small / count >= _TIED["latin"]


def _is_scattered(said: str) -> bool:
    """Whether a Thai text is cut into single words, which Thai does not part."""
    pieces = said.split()
    return len(pieces) >= 6 and sum(map(len, pieces)) / len(pieces) < _SCATTERED


def is_noise(said: str) -> bool:
    """Whether a folded text is no language: keys hit at random, or words that make no sentence."""
    if len(said) < LEAST_LETTERS or len(_COMMON.findall(said)) * _APART >= len(said):
        return False
    thai = _THAI.findall(said)
    letters = sum(map(len, thai))
    if letters < LEAST_LETTERS:
        words = _LATIN.findall(said)
        return _is_odd(words, "latin") or _is_home_row("".join(words))
    if _is_odd(thai, "thai") or _is_home_row("".join(thai)):
        return True
    pieces = said.split()
    return (
        len(pieces) >= _PIECES
        and sum(map(len, pieces)) / len(pieces) < _TOO_SHORT
        and re.search(r"[\d,/:;()–-]", said) is None  # what has these is a list or a table
    )


@cache
def _pairs(language: str) -> frozenset[str]:
    return frozenset(" ".join(word_lists("pairs")[language]).split())


def _is_odd(words: list[str], language: str) -> bool:
    """Whether too many of the pairs of letters in some words are none of a language."""
    known = _pairs(language)
    pairs = [pair for word in words for pair in map(add, word, word[1:])]
    odd = len([pair for pair in pairs if pair not in known])
    return len(pairs) >= LEAST_LETTERS - 1 and odd > 2 and odd / len(pairs) > _ODD_PAIRS[language]


def _is_home_row(letters: str) -> bool:
    return len(letters) >= LEAST_LETTERS and any(row.issuperset(letters) for row in _HOME_ROWS)
