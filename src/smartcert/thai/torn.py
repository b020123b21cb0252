"""Thai that came apart on its way out of another file: what it was, where that is certain.

Text that is taken out of a PDF has a SARA AM in two parts (`ส าเร็จ`), marks apart from their
letters (`ท ี่`), marks by numbers of old fonts, or blanks between all letters. Where UTF-8 was
taken for Windows-1252 it has `à¸‚à¸­`. Most of that can have been one thing only. Where marks
stand behind the wrong letter (`เมอื ง`) nobody can be sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from smartcert.patterns import lazy_pattern
from smartcert.thai.word_list import word_lists

_LETTER = "\u0e01-\u0e2e"
_THAI = "\u0e01-\u0e5b"
_TONES = "\u0e48-\u0e4b"
_ABOVE = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels above and below, tones, and other marks that stand on a letter."""

_DEPENDENT = f"{_ABOVE}\u0e30\u0e32\u0e33\u0e45"
"""What can't begin anything: those, and the vowels behind a letter."""

_FONT = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ"
        "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
"""Thai letters and marks at other heights, as fonts for Windows number them (libthai has them as
`TIS-620.2533` with Microsoft's extensions)."""

_PRIVATE = "\ue000-\uefff\uf100-\uf8ff"
"""Numbers that each font uses as it likes; those from F000 on are symbols, and no letters."""

_SIGNS = (
    lazy_pattern(f" [{_DEPENDENT}]"),
    lazy_pattern(f"[{_PRIVATE}\u0e4dà]"),
    lazy_pattern(f"[\u0e47-\u0e4e](?=[{_ABOVE}])"),
    lazy_pattern(f"\u0e33[{_TONES}]"),
    lazy_pattern("\u0e40\u0e40"),
    lazy_pattern(f"\u0e31[{_TONES}]? "),
    lazy_pattern(f"\u0e37[{_TONES}]? "),
)
"""What a proper text has not; each is quickly looked for."""

_FOREIGN = lazy_pattern("[^\x00-\x7f\u0e00-\u0e7f]+")
_MISREAD = lazy_pattern("à[¸¹]")
"""A Thai letter in UTF-8, each byte of which was taken for a letter of Windows-1252."""

_TOKEN = f"(?:[{_LETTER}][{_ABOVE}]*|[\u0e30\u0e32\u0e33\u0e40-\u0e46{_ABOVE}])"
_SPACED = lazy_pattern(
    f"(?<![{_THAI}])(?<![{_THAI}] )(?<![{_THAI}]  ){_TOKEN}(?: {{1,2}}{_TOKEN}){{3,}}(?![{_THAI}])"
)
"""One letter after the other with blanks between: `เ ท ศ บ า ล`."""

_ALONE = lazy_pattern(f"(?:^| )[\u0e30-\u0e33\u0e40-\u0e45{_ABOVE}]")
"""A vowel or a mark between blanks; letters alone may be a list."""

_CLUSTER = lazy_pattern(
    f"[{_LETTER}](?: {{0,2}}[{_ABOVE}])*(?: {{0,2}}(?:[\u0e30\u0e32]|\u0e33[{_TONES}]?))?"
    "|\u0e40\u0e40"
)
"""A letter with what stands on it and behind it, in whichever order and with blanks between."""

_OPEN = "กขคงจฉชซดตถทธนบพมยรลสอ"
"""The letters that a SARA AM stands with; with any other a blank before SARA AA says nothing."""

_SHIFTED = lazy_pattern(f"[{_LETTER}][{_ABOVE}]+(?= [{_THAI}])")
_UNFINISHED = lazy_pattern(f"(?<=[{_THAI}][{_LETTER}])[\u0e31\u0e37][{_TONES}]?(?= )")
"""A vowel that a letter has to follow, and a blank behind it: `เมอื ง`."""

_MARKED = lazy_pattern(f"[{_ABOVE}]+")
_MOST_PROPER = 0.6
"""The share of marks with a blank behind them that a text has at most where they stand right."""

_REMAINS = lazy_pattern(
    f"(?:^|(?<=\\s))[{_DEPENDENT}]|(?<=[{_THAI}])[{_PRIVATE}](?=[{_THAI}])|à[¸¹]"
)
_LONGEST_WORD = 12
"""Characters before and behind a vowel that may belong to its word."""

_FEW = 25
"""Of so many letters one may be torn, and the text still says something."""


_LETTERS = lazy_pattern(f"[{_THAI}à-ÿ]")


class TornPart(NamedTuple):
    """A part of a line that came apart, and what it was."""

    start: int
    end: int
    text: str


def may_be_torn(text: str) -> bool:
    """Whether a text may have come apart; a proper one is soon passed."""
    return any(sign.search(text) for sign in _SIGNS)


def mended_parts(line: str) -> list[TornPart]:
    """Return the parts of a line that came apart and can have been one thing only, in order."""
    if _is_shuffled(line):
        return []
    plain = line.translate(_FONT)
    parts: list[TornPart] = []
    taken: set[int] = set()
    for found in (_misread(line), _spaced(plain), _clusters(plain), _others(line, plain)):
        more = [part for part in found if part.start not in taken]
        parts += more
        taken.update(*(range(part.start, part.end) for part in more))
    return sorted(parts)


def is_torn(text: str) -> bool:
    """Whether so much of a text has come apart, for good, that it says nothing."""
    remains = len(_REMAINS.findall(text))
    letters = len(_LETTERS.findall(text)) if remains else 0
    return remains * _FEW > letters or _is_shuffled(text)


def _is_shuffled(text: str) -> bool:
    """Whether marks stand behind the letter after their own: `เมอื งอจั ฉรยิ ะ`."""
    if not _UNFINISHED.search(text):
        return False
    marks = sum(1 for _ in _MARKED.finditer(text))
    return sum(1 for _ in _SHIFTED.finditer(text)) > marks * _MOST_PROPER


def _misread(line: str) -> Iterator[TornPart]:
    if not _MISREAD.search(line):
        return
    for found in _FOREIGN.finditer(line):
        try:
            text = b"".join(map(_byte, found[0])).decode()
        except UnicodeError:
            continue
        yield TornPart(*found.span(), text)


def _byte(character: str) -> bytes:
    """Return the byte that was taken for a character; Windows-1252 leaves five as they are."""
    if "\x80" <= character <= "\x9f":
        return bytes([ord(character)])
    return character.encode("cp1252")


def _spaced(line: str) -> Iterator[TornPart]:
    for found in _SPACED.finditer(line):
        if _ALONE.search(found[0]):
            words = found[0].split("  ")
            yield TornPart(*found.span(), " ".join(word.replace(" ", "") for word in words))


def _clusters(line: str) -> Iterator[TornPart]:
    for found in _CLUSTER.finditer(line):
        written = found[0]
        text = _whole(written, line, found) if len(written) > 1 else None
        if text is not None and text != written:
            yield TornPart(*found.span(), text)


def _others(line: str, plain: str) -> Iterator[TornPart]:
    """Yield the characters of old fonts."""
    if line != plain:
        for at, (old, new) in enumerate(zip(line, plain, strict=True)):
            if old != new:
                yield TornPart(at, at + 1, new)


def _whole(written: str, line: str, found: re.Match[str]) -> str | None:
    """Return a cluster as it was; None where it can have been two."""
    if written == "\u0e40\u0e40":
        return "\u0e41"
    letter, rest = written[0], written[1:].replace(" ", "")
    vowels = sorted(
        mark for mark in rest if mark in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a"
    )
    others = [mark for mark in rest if mark not in vowels]
    tail = "".join(mark for mark in others if mark in "\u0e30\u0e32\u0e33")
    marks = [mark for mark in others if mark not in "\u0e30\u0e32\u0e33"]
    if tail == "\u0e32" and "\u0e4d" in marks:
        marks.remove("\u0e4d")
        tail = "\u0e33"
    gap = " " in written
    if max(len(vowels), len(marks)) > 1 or (gap and vowels and tail in ("\u0e32", "\u0e33")):
        return None
    whole = "".join([letter, *vowels, *marks, tail])
    if gap and tail == "\u0e32":
        return _with_aa_or_am(whole, line, found)
    return whole


def _with_aa_or_am(whole: str, line: str, found: re.Match[str]) -> str | None:
    """Return a letter with SARA AA or SARA AM, as a word has it that fits; None where both may.

    `ส า` is `สำ` in `ส าเร็จ`, and `สา` in `ส าธารณะ`.
    """
    start, end = found.span()
    before = line[max(start - _LONGEST_WORD, 0) : start].split(" ")[-1]
    after = line[end : end + _LONGEST_WORD].split(" ")[0]
    am, aa = (_longest(before + whole[:-1], vowel, after) for vowel in ("\u0e33", "\u0e32"))
    if am > aa:
        return f"{whole[:-1]}\u0e33"
    # `ท างบ` begins with ทาง, and yet it may be ทำงบ.
    return whole if not am and (aa or whole[0] not in _OPEN) else None


def _longest(before: str, vowel: str, after: str) -> int:
    """Return the length of the longest word that has a vowel just there; 0 for none."""
    text, at = before + vowel + after, len(before)
    return max(
        (
            len(word)
            for head, word in _words(vowel).get(before[-1:], ())
            if text.startswith(word, at - head) and at >= head
        ),
        default=0,
    )


@cache
def _words(vowel: str) -> dict[str, list[tuple[int, str]]]:
    """Return the words with a vowel and where in each it stands, by the character before it."""
    words: dict[str, list[tuple[int, str]]] = {}
    for word in word_lists("torn")["am" if vowel == "\u0e33" else "aa"]:
        for found in re.finditer(vowel, word):
            words.setdefault(word[: found.start()][-1:], []).append((found.start(), word))
    return words
