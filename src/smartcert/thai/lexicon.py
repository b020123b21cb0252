"""Words that the segmenter would cut; `lexicon.txt` has them, read when the first text is cut."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, groupby, pairwise

from smartcert.patterns import lazy_pattern
from smartcert.thai.word_list import word_lists

_MOST_PARTS = 4
"""Of how many parts a compound is made at most."""


@cache
def _words() -> re.Pattern[str]:
    """Match the words that are never cut, where they stand as words.

    Grouped by their first letter, so that most places are passed at once: `กรม`, `กลุ่ม` and
    `ขนส่ง` become `ก(?:ลุ่ม|รม)|ข(?:นส่ง)`. A vowel that stands before its letter (`เ`) may not
    come before a match, and no mark or following vowel (`ะ`, `่`) may come behind: `ตราด` is no
    word in `ตราด้าน`.
    """
    words = sorted(word_lists("lexicon")["words"], key=lambda word: (word[0], -len(word)))
    branches = (
        f"{first}(?:{'|'.join(word[1:] for word in group)})"
        for first, group in groupby(words, lambda word: word[0])
    )
    return lazy_pattern(f"(?<![เแโใไั])(?:{'|'.join(branches)})(?![ะัาำ-ฺๅ็-๎])")


@cache
def _set(heading: str) -> frozenset[str]:
    return frozenset(word_lists("lexicon")[heading])


def recut(pieces: list[str]) -> list[str]:
    """Return the pieces of one run of Thai cut anew: around the words and not through them."""
    run = "".join(pieces)
    cuts = set(accumulate(map(len, pieces), initial=0))
    # จัง|หวัดน|ครนายก is cut at 0, 3, 8 and 14. The word จังหวัด, 0 to 7, has a cut inside, which
    # gives way to cuts at its ends: 0, 7, 8, 14. Then นครนายก, 7 to 14, takes the 8 away.
    for match in _words().finditer(run):
        inside = range(match.start() + 1, match.end())
        if not cuts.isdisjoint(inside):
            cuts = cuts.difference(inside) | {*match.span()}
    return [run[start:end] for start, end in pairwise(sorted(cuts))]


def join_compounds(pieces: list[str]) -> list[str]:
    """Return the pieces of one run of Thai with compounds whole, and prefixes joined to a word.

    `ความ|คิด|เห็น|ที่|ได้|รับ` has the compounds ความคิดเห็น and ได้รับ; `การ|เงิน` begins with a prefix.
    """
    compounds, prefixes = _set("compounds"), _set("prefixes")
    joined: list[str] = []
    at, prefixed = 0, False
    while at < len(pieces):
        longest_first = range(min(at + _MOST_PARTS, len(pieces)), at, -1)
        end = next((e for e in longest_first if "".join(pieces[at:e]) in compounds), at + 1)
        word = "".join(pieces[at:end])
        if prefixed:
            joined[-1] += word
        else:
            joined.append(word)
        at, prefixed = end, word in prefixes
    return joined
