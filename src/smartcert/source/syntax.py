"""Where a text stops being YAML, and what its writer did."""

from __future__ import annotations

from yaml import MarkedYAMLError

from smartcert.patterns import lazy_pattern
from smartcert.source.span import Span, lines_of, placed, spot
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

_LEFT_OPEN = ("no-colon", "bracket", "quote")
"""Reasons why the place at fault is where something was begun; the parser tells where it gave up.
"""

_NO_KEY = lazy_pattern(r" *[^\s#:\-][^#:]*")
"""A line without a colon, where the lines further in wait for a key."""

_LONGEST_KEY = 1024
"""Nothing with more characters, quotes and escapes among them, is taken for a key."""

_ESCAPED_TAG = lazy_pattern(r"!\S*%[89A-Fa-f]")


def syntax_fault(problem: MarkedYAMLError, text: str) -> SyntaxFault:
    """Place a syntax fault and give its reason a name that can be said in any language."""
    opened, words = problem.context_mark, str(problem.problem)
    lines = lines_of(text)
    line, column = placed(text, problem.problem_mark)
    reason = _reason(words, lines[line], column)
    begun = placed(text, opened) if opened else (line, column)
    cause = _cause(lines, reason, words, (line, column))
    if cause is not None:
        reason, begun = cause
    span = spot(line, column)
    related: tuple[Span, ...] = ()
    if begun != (line, column):
        related = (spot(*begun),)
        if cause or (reason in _LEFT_OPEN and _is_outside(lines, begun[0], line)):
            span, related = related[0], (span,)
    params = {"reason": reason, "problem": words}
    return SyntaxFault(code="Y001", span=span, params=params, related=related, fatal=True)


def _is_outside(lines: list[str], opened: int, line: int) -> bool:
    """Whether a line can't belong to what was begun on another: it stands no further in."""
    inner, outer = (len(text) - len(text.lstrip()) for text in (lines[line], lines[opened]))
    return line > opened and (inner <= outer or not lines[line].strip())


def _cause(
    lines: list[str], reason: str, words: str, place: tuple[int, int]
) -> tuple[str, tuple[int, int]] | None:
    """Return the reason why a parser gave up on a line, and its place, where that is above.

    None where it is as the parser says.
    """
    line, column = place
    above = _said_above(lines, line)
    if above is None:
        return None
    is_first = not lines[line][:column].strip()
    if "node content" in words or (reason == "dash" and is_first):
        open_bracket = _unclosed(lines[above])
        return None if open_bracket is None else ("bracket", (above, open_bracket))
    start = len(lines[above]) - len(lines[above].lstrip())
    if reason == "indent" and "mapping values" in words and _NO_KEY.fullmatch(lines[above]):
        return "no-colon", (above, start)
    return None


def _said_above(lines: list[str], line: int) -> int | None:
    """Return the nearest line above one that says something."""
    return next((above for above in range(line - 1, -1, -1) if lines[above].strip()), None)


def _unclosed(line: str) -> int | None:
    """Return the column of the last bracket on a line that is not closed there."""
    open_ones: list[int] = []
    for column, sign in enumerate(line):
        if sign in "[{":
            open_ones.append(column)
        elif sign in "]}" and open_ones:
            open_ones.pop()
    return open_ones[-1] if open_ones else None


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
