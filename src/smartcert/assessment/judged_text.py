"""The text that a person judges: what stands where a requirement looks, and its fingerprint."""

from __future__ import annotations

import unicodedata
from hashlib import blake2b
from typing import Any, NamedTuple

from smartcert.findings.finding import RequirementKey
from smartcert.findings.gaps import Applied
from smartcert.findings.place import Places
from smartcert.source.path import FieldPath, enclosing

AROUND = 12
"""Characters that are shown on both sides of what differs."""

LONGEST = 58
"""Characters of what differs that are shown."""


class JudgedText(NamedTuple):
    """A text as it is judged: each place with what is written there, and how it is told again."""

    about: RequirementKey
    text: str
    """`boi.exemption_years: 5`; places are named, so that moved lines and items change nothing."""

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits, which stay while the text does; blanks do not count."""
        name, smart = self.about
        plain = unicodedata.normalize("NFC", " ".join(self.text.split()))
        raw = "\x1f".join((name, smart or "", plain)).encode("utf-8", "surrogatepass")
        return blake2b(raw, digest_size=6).hexdigest()


def judged_text(item: Applied, places: Places) -> JudgedText:
    """Return what a person judges of a requirement; the whole file where it asks for no field."""
    source, paths = places.source, item.outcome.asked
    # Where a whole section is asked for, what is asked inside it is in its text.
    outer = [path for path in paths if not any(at in paths for at in enclosing(path[:-1]))]
    asked = sorted((_called(path, places), _plain(source.at(path))) for path in outer)
    told = "; ".join(f"{place}: {text}" for place, text in asked)
    return JudgedText(item.key, " ".join((told or _plain(source.root)).split()))


def _called(path: FieldPath, places: Places) -> str:
    """Write a path with its items by what they are called: `services.energy.kpis[ENE-K1].unit`."""
    text = ""
    for step, label in zip(path, places.at(path).labels, strict=True):
        if isinstance(step, int):
            text += f"[{step if label is None else label.text}]"
        else:
            text += f".{step}" if text else step
    return text


def _plain(node: Any) -> str:
    """Write a value of the file on one line, keys in one order however they are written."""
    if isinstance(node, dict):
        children = sorted(node.items())
        return "{" + ", ".join(f"{key}: {_plain(child)}" for key, child in children) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(map(_plain, node)) + "]"
    return "" if node is None else str(node)


def differing(then: str, now: str) -> tuple[str, str]:
    """Return where two texts differ, from the first letter to the last, with a little around."""
    start = 0
    while start < min(len(then), len(now)) and then[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(then), len(now)) - start and then[-1 - end] == now[-1 - end]:
        end += 1
    return _around(then, start, end), _around(now, start, end)


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), len(text) - end + AROUND)
    shown = text[first:last]
    cut = len(shown) > LONGEST
    before, behind = "…" if first else "", "…" if cut or last < len(text) else ""
    return before + shown[:LONGEST] + behind
