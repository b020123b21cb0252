"""Where a text stops being YAML, and what its writer did."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError

from smartcert.source.span import lines_of, placed, spot
from smartcert.source.syntax_fault import SyntaxFault

_REASONS = (
    ("tab character", "tab"),
    ("sequence entries are not allowed", "dash"),
    ("mapping keys are not allowed", "reserved"),
    ("expected key", "indent"),
    ("expected '-' indicator", "indent"),
    ("expected <block end>", "indent"),
    ("expected ',' or", "bracket"),
    ("node content", "bracket"),
    ("could not find expected ':'", "no-colon"),
    ("unexpected end of stream", "quote"),
    ("unexpected document indicator", "quote"),
    ("unexpected document separator", "quote"),
    ("escape character", "escape"),
    ("escape code", "escape"),
    ("hexdecimal", "escape"),
    ("escape sequence", "escape"),
    ("alphabetic or numeric", "alias"),
    ("comment or line break", "block"),
    ("comment or a line break", "block"),
    ("indentation indicator", "block"),
    ("directive", "directive"),
    ("YAML document", "directive"),
    ("document start", "ended"),
    ("tag", "tag"),
    ("whitespace or line break", "tag"),
    ("'>'", "tag"),
    ("URI", "tag"),
    ("UTF-8", "tag"),
)
"""Words of the parser's messages, with libyaml and without, and their reason; the first fits."""

_LONGEST_KEY = 1024
"""Nothing with more characters, quotes and escapes among them, is taken for a key."""

_ESCAPED_TAG = re.compile(r"!\S*%[89A-Fa-f]")


def syntax_fault(problem: MarkedYAMLError, text: str) -> SyntaxFault:
    """Place a syntax fault and give its reason a name that can be said in any language."""
    opened, words = problem.context_mark, str(problem.problem)
    line, column = placed(text, problem.problem_mark)
    related = (
        (spot(opened.line, opened.column),)
        if opened and (opened.line, opened.column) != (line, column)
        else ()
    )
    params = {"reason": _reason(words, lines_of(text)[line], column), "problem": words}
    return SyntaxFault(
        code="Y001", span=spot(line, column), params=params, related=related, fatal=True
    )


def undecodable_tag(text: str) -> SyntaxFault:
    """Return the fault of a tag whose %-escapes are not UTF-8.

    PyYAML's binding to libyaml trips over it and does not say where.
    """
    found = _ESCAPED_TAG.search(text)
    before = lines_of(text[: found.start()] if found else "")
    span = spot(len(before) - 1, len(before[-1]))
    return SyntaxFault(
        code="Y001",
        span=span,
        params={"reason": "tag", "problem": "undecodable escape"},
        fatal=True,
    )


def _reason(words: str, line: str, column: int) -> str:
    """Return what a writer did, by the parser's words and the line it stopped at.

    The parser has one name for many mistakes.
    """
    before = line[:column].lstrip(" -")
    if "cannot start any token" in words:
        return "tab" if line[column : column + 1] == "\t" else "reserved"
    if "mapping values are not allowed" in words:
        return "colon" if ": " in before else "long-key" if len(before) > _LONGEST_KEY else "indent"
    reason = next((name for part, name in _REASONS if part in words), "unknown")
    return "trailing" if reason == "indent" and before else reason
