"""YAML to fill in: a requirement's stub cut to what is missing at one place, or several made one.

What is cut out is written as it stands in the stub: each line is a slice of its text. Where a stub
has a key without a value, a blank says what belongs there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from smartcert.characters import yaml_scalar
from smartcert.checks.scope import options_of
from smartcert.findings.blank import blank_of, year_blank
from smartcert.patterns import lazy_pattern
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source.path import FieldPath

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_PLAIN = lazy_pattern(r"(?!null$)[^\s?:,\[\]{}#&*!|>'\"%@`~-][^#:\n]*(?<!\s)", re.IGNORECASE)
"""Text that YAML reads as text without quotes; what looks like a number is one here anyway."""

_OF_LISTS = frozenset(",[]{}")
"""Signs that mean something in a list in brackets."""


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
    """A key or an item of a stub: its text without indentation, and what stands below it."""

    text: str
    below: dict[str, StubLine] = field(default_factory=dict)
    """By their keys; items of a list have `[0]`, `[1]`."""


class Stub(NamedTuple):
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
    lang: str = "th"
    """Of what the blanks say."""

    @property
    def text(self) -> str:
        """The YAML."""
        wholes = tuple(form(stub, self.lang) for stub in self.wholes)
        if len(wholes) > 1:
            return merged(wholes, self.path)
        return cut(wholes[0], self.path, self.fields, self.labels, self.fill)


def stub_of(stub: str, smart: str | None) -> str:
    """Return a stub for one Smart, or for one as an example where it can be any."""
    return stub.replace("{smart}", smart or "environment")


@lru_cache(maxsize=1024)
def form(stub: str, lang: str) -> str:
    """Return a stub with a blank wherever it has a key without a value."""
    lines = parsed(stub)
    return written(_blanked(lines, proposal_spec(), lang)) if lines else stub


def _blanked(lines: dict[str, StubLine], above: FieldSpec, lang: str) -> dict[str, StubLine]:
    """Return the lines below a place with their blanks."""
    return {key: _with_blank(line, above.below(key), above, lang) for key, line in lines.items()}


def _with_blank(line: StubLine, spec: FieldSpec | None, above: FieldSpec, lang: str) -> StubLine:
    if spec is None:
        return line
    if line.below:
        return StubLine(line.text, _blanked(line.below, spec, lang))
    if not line.text.endswith(":") or spec.kind in ("section", "list"):
        return line
    if spec.kind == "by_year":
        row = year_blank(lang)
        return StubLine(line.text, {row: StubLine(row)})
    return StubLine(f"{line.text} {blank_of(spec, above, lang)}")


def cut(
    stub: str,
    path: FieldPath,
    fields: tuple[str, ...] = (),
    labels: Labels = (),
    fill: tuple[tuple[str, str], ...] = (),
) -> str:
    """Return what a stub has at a place: the missing fields, and items under their own names.

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
    wanted = {steps[0] for name in fields for steps in options_of(name)}
    filled = {key: StubLine(f"{key}: [{_scalar(name, is_listed=True)}]") for key, name in fill}
    kept = {
        key: filled.get(key, line) for key, line in below.items() if key in wanted or not wanted
    } or below
    for (key, line), label in zip(
        reversed(taken), reversed(labels or (None,) * len(taken)), strict=True
    ):
        if label is not None and label.key:
            kept = {
                label.key: StubLine(f"{label.key}: {_scalar(label.text)}"),
                **{name: kept[name] for name in kept if name != label.key},
            }
        kept = {key: filled.get(key) or StubLine(line.text, kept)}
    return written(kept)


def merged(stubs: tuple[str, ...], path: FieldPath) -> str:
    """Return what several stubs say of one section; what an earlier one says counts more.

    The first of them when none reaches the section.
    """
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
    """Return the lines of a stub by their keys; none when it is no mapping.

    Never changed: it is remembered.
    """
    try:
        top = yaml.compose(stub, Loader=_LOADER)
        return _below(top, stub) if isinstance(top, yaml.MappingNode) else {}
    except (yaml.YAMLError, RecursionError):
        return {}


def _below(section: yaml.CollectionNode, stub: str) -> dict[str, StubLine]:
    if isinstance(section, yaml.MappingNode):
        return {
            key.value: _line(f"{_slice(key, stub)}:", value, stub) for key, value in section.value
        }
    return {f"[{index}]": _line("-", item, stub) for index, item in enumerate(section.value)}


def _line(head: str, node: yaml.Node, stub: str) -> StubLine:
    """Return a key or a dash with what follows it, which stands on its line or below.

    An item in braces is taken apart, so that it can be cut: `- {id: F1}` is `-` above `id: F1`.
    """
    if isinstance(node, yaml.CollectionNode) and node.value:
        is_braced_item = head == "-" and isinstance(node, yaml.MappingNode)
        if is_braced_item or not node.flow_style:
            return StubLine(head, _below(node, stub))
    return StubLine(f"{head} {_slice(node, stub)}".rstrip())


def _slice(node: yaml.Node, stub: str) -> str:
    """Return what a stub has written for a node; any further lines indented by two."""
    text = stub[node.start_mark.index : node.end_mark.index].rstrip()
    if "\n" not in text:
        return text
    from textwrap import dedent, indent

    first, others = text.split("\n", 1)
    return first + indent(dedent(f"\n{others}"), "  ")


def written(lines: dict[str, StubLine]) -> str:
    """Return the text of parsed lines."""
    return "".join(f"{line}\n" for line in _written(lines))


def _written(lines: dict[str, StubLine]) -> Iterator[str]:
    for line in lines.values():
        inner = _written(line.below)
        if line.text == "-":
            yield f"- {next(inner, '')}".rstrip()
        else:
            yield from line.text.split("\n")
        yield from (f"  {text}" for text in inner)


def _scalar(text: str, *, is_listed: bool = False) -> str:
    """Write text so that YAML reads it as that text; `is_listed`: as one of a list in brackets."""
    is_plain = _PLAIN.fullmatch(text) and text.isprintable()
    if is_listed and _OF_LISTS & set(text):
        is_plain = False
    return text if is_plain else yaml_scalar(text)
