"""What is wrong with a catalog, from the check that can't be read to the example that fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from smartcert.messages.message import message
from smartcert.source import Source
from smartcert.source.path import FieldPath

Subject = tuple[str, str]
"""What is defined in a catalog: its sort (`requirement`, `group`, `source`, ...) and its id."""

HEAD: Subject = ("catalog", "")


class LintProblem(NamedTuple):
    """One thing that is wrong with a catalog.

    It is made where it is found out, with a path from its subject; `placed` adds file and line.
    """

    code: str
    key: str
    """The sentence that says it, a key of `messages/`; it is said in English."""
    params: Mapping[str, object]
    """What the sentence names."""
    path: FieldPath = ()
    """The way to its place, from where its subject is defined."""
    subject: Subject = HEAD
    """What it is about."""
    at_key: bool = False
    """Whether its place is the key at the path, and not the value there."""
    file: str = ""
    """From the catalog's folder; empty until the problem is placed."""
    line: int = 1
    column: int = 1
    """Both are counted from 1."""

    @property
    def text(self) -> str:
        """The sentence, with the id of what it is about before it."""
        _, name = self.subject
        said = message(self.key, "en", **self.params)
        return one_line(f"{name}: {said}" if name else said)

    def placed(self, source: Source, start: FieldPath = ()) -> LintProblem:
        """Return it with its file, line and column; `start` is where its subject is defined."""
        span = source.span((*start, *self.path), key=self.at_key)
        return self._replace(file=source.name, line=span.line, column=span.column)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.text}"


def problem(
    key: str, path: FieldPath = (), subject: Subject = HEAD, /, **params: object
) -> LintProblem:
    """Return the problem of a sentence; its code is in the key: `lint.L007.no-smart`."""
    return LintProblem(key.split(".")[1], key, params, path, subject)


def in_order(problems: Iterable[LintProblem]) -> list[LintProblem]:
    """Return problems by file and place; what is said twice of one place is there once."""
    once = {(each.file, each.line, each.column, each.code, each.text): each for each in problems}
    return [once[place] for place in sorted(once)]


def one_line(text: str) -> str:
    """Return a text that quotes a catalog so that it is one line of a terminal and no more."""
    text = " ".join(
        "".join(character if character.isprintable() else " " for character in text).split()
    )
    return text if len(text) <= 300 else f"{text[:300]}…"
