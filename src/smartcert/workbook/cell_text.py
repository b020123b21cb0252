"""What a cell holds, as text: several values are several lines.

A list is a line an item. Amounts by year are lines such as `2570: 5,000,000`. A text in two
languages begins its lines with `th:` and `en:`. A section within a row, such as an output of a
project, is its fields between bars: `กล้องวงจรปิด | 20 | ตัว`.
"""

from __future__ import annotations

import re
from typing import Any

from smartcert.messages.message import message
from smartcert.patterns import lazy_pattern
from smartcert.proposal.spec import FieldSpec

BAR = " | "
SEVERAL = frozenset({"texts", "refs", "owner"})
"""Kinds of fields whose lines are values of their own."""

_BY_YEAR = lazy_pattern(r"\s*([^:\n]{1,40}?)\s*:[ \t]+(\S.*)")
_BULLET = lazy_pattern(r"^\s*(?:[-•–—]\s+)?")
_TWO = lazy_pattern(r"th: (.*?)\nen: (.*)", re.DOTALL)


def written(node: Any, spec: FieldSpec, lang: str) -> str:
    """Return what a file says at a field, as the text of a cell; keys as words of a language."""
    if node is None:
        return ""
    if (word := words_of(spec, lang).get(str(node))) is not None:
        return word
    if isinstance(node, dict):
        if {"th", "en"} >= node.keys() and spec.kind == "text":
            return "\n".join(f"{lang}: {node[lang]}" for lang in ("th", "en") if lang in node)
        return "\n".join(f"{key}: {_on_a_line(value)}" for key, value in node.items())
    if isinstance(node, list):
        return "\n".join(filter(None, (_item(item, spec) for item in node)))
    return str(node)


def words_of(spec: FieldSpec, lang: str) -> dict[str, str]:
    """Return the words that a cell offers for a field, by what a file has for each."""
    if spec.type in ("flag", "confirmed"):
        return {key: message(f"workbook.{word}", lang) for key, word in _FLAGS.items()}
    return {key: names[lang] for key, names in spec.choices.items()}


_FLAGS = {"true": "yes", "false": "no"}


def _item(item: Any, spec: FieldSpec) -> str:
    if isinstance(item, dict) and spec.item is not None:
        values = [_on_a_line(item.get(key)) for key in spec.item.fields]
        return BAR.join(values).rstrip(" |")
    if isinstance(item, dict):
        return ", ".join(f"{key}: {_on_a_line(value)}" for key, value in item.items())
    return _on_a_line(item)


def _on_a_line(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split("\n"))


def read(text: str, spec: FieldSpec) -> Any:
    """Return what the text of a cell says at a field, in the form that a YAML file has it."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for lang in ("th", "en"):
        for key, word in words_of(spec, lang).items():
            if word == text.strip():
                return key
    if spec.kind in ("by_year", "budget"):
        found = [_BY_YEAR.fullmatch(line) for line in lines]
        return {match[1]: match[2].strip() for match in found if match} if all(found) else text
    if spec.item is not None:
        return [_section(_BULLET.sub("", line), spec.item) for line in lines]
    if spec.kind in SEVERAL and len(lines) > 1:
        return [_BULLET.sub("", line) for line in lines]
    two = _TWO.fullmatch(text) if spec.kind == "text" else None
    return {"th": two[1], "en": two[2]} if two else text.strip()


def _section(line: str, spec: FieldSpec) -> Any:
    if "|" not in line:
        return line
    values = [value.strip() for value in line.split("|")]
    return {key: value for key, value in zip(spec.fields, values, strict=False) if value}
