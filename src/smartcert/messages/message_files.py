"""The files of `messages/`: YAML in, sentences by key out.

    # terminal.yaml
    why: {th: เหตุผล, en: why}      # terminal.why
    gates:
      regress:                      # terminal.gates.regress
        th: ผลถดถอยจาก {base}
        en: worse than {base}
    signs:                          # two forms: `one` where `count` is 1
      th: "{count} ข้อ"
      en: {one: 1 requirement, other: "{count} requirements"}
    example: 12.5                   # the same in both languages

YAML is read only when the compiled form is stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from smartcert.patterns import lazy_pattern

Node = Any
"""A node of PyYAML's composer, which has no types."""

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
FORMS = ("one", "other")

NAME = lazy_pattern(r"\{(-?)(\w+)\}")
"""A parameter in a sentence: `{count}`; `{-title}` is one that this language leaves out."""

VERSION = 1
"""Version of the compiled form; raised when its shape changes."""

Sentence = Mapping[str, str | dict[str, str]]
"""By language: a text, or two where one of a thing is said otherwise (`one`, `other`)."""


class MessageFileError(ValueError):
    """A file of messages can't be used; says at which line."""


def compile_messages(folder: Path, digest: str) -> dict[str, Any]:
    """Return the compiled form of a folder of messages. Raises `MessageFileError`."""
    return {"format": VERSION, "digest": digest, "messages": read_messages(folder)}


def read_messages(folder: Path) -> dict[str, Sentence]:
    """Return the sentences of a folder by key, in the order of files and lines.

    Raises `MessageFileError` for what is no YAML, a key that stands twice, a language that is not
    there, and a parameter that one language names and the other does not.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Sentence] = {}
    for file in sorted(folder.glob("*.yaml")):
        try:
            with file.open("rb") as stream:
                root = yaml.compose(stream, Loader=loader)
        except yaml.YAMLError as problem:
            raise MessageFileError(
                f"messages/{file.name}: {' '.join(str(problem).split())}"
            ) from problem
        if root is not None:
            _take(root, file.stem, found)
    return found


def _take(node: Node, key: str, found: dict[str, Sentence]) -> None:
    """Take a sentence, or all sentences of a group; a group may have a sentence of its own."""
    if node.id == "scalar":
        found[key] = dict.fromkeys(LANGUAGES, node.value)
        return
    entries = _entries(node)
    texts: dict[str, Any] = {lang: entries.pop(lang) for lang in LANGUAGES if lang in entries}
    if texts:
        found[key] = _sentence(node, texts)
    for name, child in entries.items():
        _take(child, f"{key}.{name}", found)


def _sentence(node: Node, texts: dict[str, Node]) -> Sentence:
    for lang in LANGUAGES:
        if lang not in texts:
            raise _at(node, f"the sentence lacks its `{lang}`")
    forms = {lang: _forms(text) for lang, text in texts.items()}
    named = [_names_in(each["other"]) for each in forms.values()]
    if odd := named[0] ^ named[1]:
        raise _at(node, f"{{{min(odd)}}} stands in one language only")
    for each in forms.values():
        if odd := _names_in(each.get("one", "")) - named[0]:
            raise _at(node, f"{{{min(odd)}}} stands in `one` only")
    return {lang: each if len(each) > 1 else each["other"] for lang, each in forms.items()}


def _forms(node: Node) -> dict[str, str]:
    """Return the forms of a sentence in one language; a plain text is its only form, `other`."""
    if node.id == "scalar":
        return {"other": node.value}
    entries = _entries(node)
    if tuple(entries) != FORMS or not all(text.id == "scalar" for text in entries.values()):
        raise _at(node, "a sentence is a text, or one text each for `one` and `other`")
    return {form: text.value for form, text in entries.items()}


def _names_in(text: str) -> set[str]:
    return {name for _, name in NAME.findall(text)}


def _entries(node: Node) -> dict[str, Node]:
    if node.id != "mapping":
        raise _at(node, "keys with sentences are expected, not a list")
    entries: dict[str, Node] = {}
    for key, value in node.value:
        if key.value in entries:
            raise _at(key, f"`{key.value}` stands twice")
        entries[key.value] = value
    return entries


def _at(node: Node, problem: str) -> MessageFileError:
    mark = node.start_mark
    return MessageFileError(f"messages/{Path(mark.name).name}:{mark.line + 1}: {problem}")
