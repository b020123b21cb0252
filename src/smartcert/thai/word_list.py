"""Lists of Thai and English words: text files beside this module, which anybody can mend."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def word_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of the file `<name>.txt` by their headings, which stand in brackets.

    A line is a word or a phrase; `#` begins a line that only explains.
    """
    lists: dict[str, list[str]] = {}
    for line in Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = lists.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            words.append(line.strip())
    return {heading: tuple(words) for heading, words in lists.items()}
