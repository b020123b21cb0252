"""From bytes to text: the encoding of a file, and characters that mislead parsers and editors."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable

from smartcert.patterns import lazy_pattern
from smartcert.source.span import TOP, Span, lines_of
from smartcert.source.syntax_fault import SyntaxFault

_REFUSED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
"""What libyaml refuses."""

_LOST = lazy_pattern("(?<=[¸¹])[\x80-\x84\x86-\x9f]")
"""The last byte of a Thai letter in UTF-8 that was taken for a letter of Windows-1252."""

_CONTROL = {
    False: lazy_pattern(f"[{_REFUSED}](?<![¸¹][\x80-\x84\x86-\x9f])"),
    True: lazy_pattern(f"[{_REFUSED}\ufeff]"),
}
"""The same without what can be mended, and with a byte-order mark inside a text."""

_ODD_BREAKS = "\x85\u2028\u2029"
"""What libyaml takes for a line break and editors do not."""

_ODD_BREAK = lazy_pattern(f"[{_ODD_BREAKS}]")

_THAI = lazy_pattern(r"[\u0e01-\u0e5b]")
_THAI_WORD = lazy_pattern(r"[\u0e01-\u0e4e]{3}")

REPLACEMENT = "\ufffd"

_MARKS = {"utf-8": BOM_UTF8, "utf-16-le": BOM_UTF16_LE, "utf-16-be": BOM_UTF16_BE}
"""What a file of an encoding may begin with."""

_CODECS = {"windows-874": "cp874"}
"""What Python calls an encoding where it has another name for it."""


def decode(raw: bytes, *, marks: bool = True) -> tuple[str, str, list[SyntaxFault]]:
    """Return the text, the encoding's name, and faults.

    When the encoding is unknown the text is empty and the fault fatal. Byte-order marks inside the
    text, and what belongs to misread letters, are told and replaced, or left to who mends slips.
    """
    text, encoding, faults = _decode(raw)
    control = _CONTROL[marks]
    if control.search(text):
        faults.append(_characters("Y009", control, text))
        text = control.sub(REPLACEMENT, text)
    if any(character in text for character in _ODD_BREAKS):
        faults.append(_characters("Y015", _ODD_BREAK, text))
        text = _ODD_BREAK.sub(" ", text)
    return text, encoding, faults


def without_lost(text: str) -> str:
    """Return a text in which what belongs to misread letters, and is refused, is replaced."""
    return _LOST.sub(REPLACEMENT, text) if "¸" in text or "¹" in text else text


def rewritten(raw: bytes, encoding: str, change: Callable[[str], str]) -> bytes:
    """Return a file with its text changed and all else as it was; `decode` names the encoding.

    The text that is changed is the one that is written: nothing in it is replaced.
    """
    codec, mark = _CODECS.get(encoding, encoding), _MARKS.get(encoding, b"")
    mark = mark if raw.startswith(mark) else b""
    return mark + change(raw[len(mark) :].decode(codec)).encode(codec)


def _decode(raw: bytes) -> tuple[str, str, list[SyntaxFault]]:
    if raw.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return _unknown("", raw[0])
    for bom, encoding in ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")):
        if raw.startswith(bom):
            return _utf16(raw[len(bom) :], encoding)
    if encoding := _unmarked_utf16(raw[:400]):
        return _utf16(raw, encoding)
    try:
        return raw.decode("utf-8-sig"), "utf-8", []
    except UnicodeDecodeError as problem:
        return _other(raw, problem)


def _unmarked_utf16(head: bytes) -> str:
    """Return the name of the UTF-16 that bytes without a mark are in, or nothing.

    Every other byte shows it: 00 for English, 0E for Thai.
    """
    even, odd = head[::2], head[1::2]
    high_even, high_odd = (half.count(0) + half.count(0x0E) for half in (even, odd))
    if len(odd) >= 2 and high_odd * 4 >= len(odd) * 3 and high_even * 4 < len(even):
        return "utf-16-le"
    if len(odd) >= 2 and high_even * 4 >= len(even) * 3 and high_odd * 4 < len(odd):
        return "utf-16-be"
    return ""


def _utf16(raw: bytes, encoding: str) -> tuple[str, str, list[SyntaxFault]]:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as problem:
        return _unknown(raw[: problem.start].decode(encoding), raw[problem.start])
    return text, encoding, [SyntaxFault(code="Y012", span=TOP)]


def _other(raw: bytes, problem: UnicodeDecodeError) -> tuple[str, str, list[SyntaxFault]]:
    """Return what a Windows-874 file says, which is Thai in every word, or where UTF-8 breaks."""
    tolerant = raw.decode("utf-8", "replace")
    if tolerant.count(REPLACEMENT) > len(_THAI.findall(tolerant)):
        try:
            text = raw.decode("cp874")
        except UnicodeDecodeError:
            text = ""
        if _THAI_WORD.search(text):
            return text, "windows-874", [SyntaxFault(code="Y011", span=TOP)]
    # The problem counts from behind a byte-order mark.
    return _unknown(problem.object[: problem.start].decode(), problem.object[problem.start])


def _unknown(before: str, byte: int) -> tuple[str, str, list[SyntaxFault]]:
    """Place the first byte that is not what it should be, behind what could be read."""
    lines = lines_of(before)
    span = Span(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
    return (
        "",
        "unknown",
        [SyntaxFault(code="Y010", span=span, params={"byte": f"0x{byte:02X}"}, fatal=True)],
    )


def _characters(code: str, pattern: re.Pattern[str], text: str) -> SyntaxFault:
    """Name the first of some characters, and how many there are."""
    first = next(pattern.finditer(text))
    before = lines_of(_ODD_BREAK.sub(" ", text[: first.start()]))
    line, column = len(before), len(before[-1]) + 1
    params = {
        "character": f"U+{ord(first[0]):04X}",
        "count": str(sum(1 for _ in pattern.finditer(text))),
    }
    return SyntaxFault(code=code, span=Span(line, column, line, column + 1), params=params)
