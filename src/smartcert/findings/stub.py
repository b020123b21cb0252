"""YAML to paste: a requirement's stub cut to what is missing at one place, or the stubs of several made one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from smartcert.source.path import FieldPath

_PLAIN = re.compile(r"(?!null$)[^\s?:,\[\]{}#&*!|>'\"%@`~-][^#:\n]*(?<!\s)", re.IGNORECASE)
"""Text that YAML reads as text without quotes; what looks like a number is one here anyway."""

_KEY = re.compile(r"[\w.-]+:(?:\s|$)")
"""The start of a line that has a value under a key; an item that begins otherwise is taken whole."""

_FLOW = re.compile(r"\{[\w.-]+: .*\}")
"""An item written in braces; it is taken apart, so that it can be cut."""


class Label(NamedTuple):
    """What an item of a list is called."""

    key: str
    """The field that says so; empty when none does in one word."""
    text: str


Labels = tuple[Label | None, ...]
"""One for each step of a path; None for a step that leads to no item."""

_FIRST = "[0]"
"""The key of the item that stands for all of a list."""


@dataclass(frozen=True, slots=True)
class StubLine:
    """One line of a stub without its indentation, and the lines under it by their keys; items of a list have `[0]`, `[1]`."""

    text: str
    below: dict[str, StubLine] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stub:
    """What to paste at one place."""

    wholes: tuple[str, ...]
    """The stubs of the requirements that ask for it, the most important first."""
    path: FieldPath = ()
    """The place; from the top when empty."""
    fields: tuple[str, ...] = ()
    """The fields that are missing there; all when empty."""
    labels: Labels = ()
    """How the items of lists on the way are called."""
    fill: tuple[tuple[str, str], ...] = ()
    """Ids to write, each with its field."""

    @property
    def text(self) -> str:
        """The YAML."""
        if len(self.wholes) > 1:
            return merged(self.wholes, self.path)
        return cut(self.wholes[0], self.path, self.fields, self.labels, self.fill)


def stub_of(stub: str, smart: str | None) -> str:
    """Return a stub for one Smart, or for one as an example where it can be any."""
    return stub.replace("{smart}", smart or "environment")


def cut(
    stub: str,
    path: FieldPath,
    fields: tuple[str, ...] = (),
    labels: Labels = (),
    fill: tuple[tuple[str, str], ...] = (),
) -> str:
    """Return what a stub has at a place: only the missing fields, and items of lists under their own names.

    A stub that does not reach the place stays as it is.
    """
    if not path and not fields:
        return stub
    below, taken = parsed(stub), []
    for step in path:
        key = _FIRST if isinstance(step, int) else step
        if key not in below:
            return stub
        taken.append((key, below[key]))
        below = below[key].below
    wanted = {option.split(".")[0] for name in fields for option in name.split("|")}
    told = {key: StubLine(f"{key}: [{_scalar(name)}]") for key, name in fill}
    kept = {
        key: told.get(key, line) for key, line in below.items() if key in wanted or not wanted
    } or below
    for (key, line), label in zip(
        reversed(taken), reversed(labels or (None,) * len(taken)), strict=True
    ):
        if label is not None and label.key:
            kept = {
                label.key: StubLine(f"{label.key}: {_scalar(label.text)}"),
                **{name: kept[name] for name in kept if name != label.key},
            }
        kept = {key: told.get(key) or StubLine(line.text, kept)}
    return written(kept)


def merged(stubs: tuple[str, ...], path: FieldPath) -> str:
    """Return what several stubs say of one section, or the first of them when none reaches it; an earlier one counts more."""
    whole: dict[str, StubLine] = {}
    for stub in stubs:
        whole = _joined(whole, parsed(stub))
    text = written(whole)
    found = cut(text, path)
    return found if found != text or len(whole) == 1 else stubs[0]


def _joined(first: dict[str, StubLine], second: dict[str, StubLine]) -> dict[str, StubLine]:
    """Return the lines of both; a section that both have, with the lines of both."""
    both = first | {key: line for key, line in second.items() if key not in first}
    for key, line in first.items():
        if line.below and key in second:
            both[key] = StubLine(line.text, _joined(line.below, second[key].below))
    return both


@lru_cache(maxsize=1024)
def parsed(stub: str) -> dict[str, StubLine]:
    """Return the lines of a stub by their keys. Never changed: it is remembered."""
    top: dict[str, StubLine] = {}
    open_lines: list[tuple[int, bool, dict[str, StubLine]]] = [(-1, False, top)]
    for raw in stub.splitlines():
        text = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        if not text:
            continue
        is_item = text.startswith("- ")
        # The items of a list may stand as far left as the key that holds them.
        while open_lines[-1][0] > indent or (
            open_lines[-1][0] == indent and (open_lines[-1][1] or not is_item)
        ):
            open_lines.pop()
        below = open_lines[-1][2]
        if is_item and _FLOW.fullmatch(text[2:].strip()):
            item = below[f"[{len(below)}]"] = StubLine(
                "-", {part.split(":")[0]: StubLine(part) for part in _parts(text[2:].strip()[1:-1])}
            )
            continue
        if is_item:
            opens = _KEY.match(text[2:])
            item = below[f"[{len(below)}]"] = StubLine("-" if opens else text)
            open_lines.append((indent, True, item.below))
            if not opens:
                continue
            below, text, indent = item.below, text[2:].lstrip(), indent + 2
        line = below.setdefault(text.split(":")[0], StubLine(text))
        open_lines.append((indent, False, line.below))
    return top


def _parts(inside: str) -> Iterator[str]:
    """Yield what commas part in a flow mapping, but not those in brackets or quotes."""
    depth, quote, start = 0, "", 0
    for at, character in enumerate(inside):
        if quote or character in "'\"":
            quote = "" if character == quote else quote or character
        elif character in "[]{}":
            depth += 1 if character in "[{" else -1
        elif character == "," and not depth:
            yield inside[start:at].strip()
            start = at + 1
    yield inside[start:].strip()


def written(lines: dict[str, StubLine]) -> str:
    """Return the text of parsed lines."""
    return "".join(f"{line}\n" for line in _written(lines))


def _written(lines: dict[str, StubLine]) -> Iterator[str]:
    for line in lines.values():
        inner = _written(line.below)
        if line.text == "-":
            yield f"- {next(inner, '')}".rstrip()
        else:
            yield line.text
        yield from (f"  {text}" for text in inner)


def _scalar(text: str) -> str:
    """Write text so that YAML reads it as that text."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
