"""Texts that smartcert shows itself, by fingerprint: they are no city's answer.

`samples.txt` beside this module has those of the criteria (reasons, remedies, stubs, examples), of
the hints for fields and of the examples; `docs/generate.py` writes it.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from smartcert.patterns import lazy_pattern
from smartcert.thai.normalize import normalize
from smartcert.thai.word_list import word_lists

FILE = Path(__file__).with_name("samples.txt")

CERTAIN, LIKELY, SHORT = 45, 30, 14
"""Letters: nobody writes so long a text alike by chance; shorter ones, only where several are.

`ผู้อำนวยการกองยุทธศาสตร์และงบประมาณ` is the title of an officer in many towns.
"""

SEVERAL, MANY = 3, 6
"""Likely samples of a file from which on all likely ones, and the short ones too, are samples."""


@cache
def sample_names() -> list[str]:
    """Return the letters of what the places of the examples are called."""
    return [*map(letters_of, word_lists("substance")["sample-places"])]


@cache
def _kinds_of_places() -> re.Pattern[str]:
    kinds = sorted(word_lists("substance")["kinds-of-places"], key=len, reverse=True)
    return lazy_pattern("|".join(map(re.escape, kinds)))


class Samples(NamedTuple):
    """The fingerprints of what smartcert shows."""

    texts: frozenset[str]
    """Of examples, stubs and titles, which a town may write too."""
    advice: frozenset[str]
    """Of reasons and remedies, which only smartcert writes."""
    notes: frozenset[str]
    """Of the notes by which the examples say in every output that they are examples."""


@cache
def known_samples() -> Samples:
    """Return the fingerprints of `samples.txt`."""
    head, notes, advice, texts = FILE.read_text(encoding="utf-8").split("[")
    assert head.startswith("#")
    return Samples(*(frozenset(part.split()[1:]) for part in (texts, advice, notes)))


def letters_of(text: str) -> str:
    """Return the letters of a text in order, which stay when figures and signs are changed."""
    # Of Thai this leaves consonants and vowels beside them, in whichever order marks were typed.
    return "".join(re.findall(r"[^\W\d_]+", text)).lower()


def names_in(*texts: str) -> list[str]:
    """Return the letters of the places that some names are made of, without its kind."""
    pieces = (piece for text in texts for piece in normalize(text).split())
    names = {letters_of(_kinds_of_places().sub(" ", piece)) for piece in pieces}
    return sorted((name for name in names if len(name) > 3), key=len, reverse=True)


def fingerprint(letters: str, names: list[str]) -> str:
    """Return the fingerprint of a text by its letters, whichever place it names."""
    for name in names:
        letters = letters.replace(name, "")
    return blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
