"""From bytes to text: which encoding a file is in, and which characters in it mislead parsers and editors."""

from __future__ import annotations

import re

from smartcert.source.fault import Fault
from smartcert.source.span import Span

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What libyaml refuses."""

_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
"""What libyaml takes for a line break and editors do not."""

_BREAK = re.compile(r"\r\n|\n|\r")
_THAI_WORD = re.compile(r"[\u0e01-\u0e4e]{3}")

REPLACEMENT = "\ufffd"


def decode(raw: bytes) -> tuple[str, str, list[Fault]]:
    """Give the text, the encoding's name, and faults. When the encoding is unknown the text is empty and the fault fatal."""
    text, encoding, faults = _decode(raw)
    if text and _CONTROL.search(text):
        faults.append(_characters("Y009", _CONTROL, text))
        text = _CONTROL.sub(REPLACEMENT, text)
    if text and _ODD_BREAK.search(text):
        faults.append(_characters("Y015", _ODD_BREAK, text))
        text = _ODD_BREAK.sub(" ", text)
    return text, encoding, faults


def _decode(raw: bytes) -> tuple[str, str, list[Fault]]:
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if raw.startswith(bom):
            return _utf16(raw[2:], encoding)
    head = raw[:400]
    if len(head) >= 4 and head.count(0) * 5 > len(head):
        return _utf16(raw, "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be")
    try:
        return raw.decode("utf-8-sig"), "utf-8", []
    except UnicodeDecodeError as problem:
        return _other(raw, problem)


def _utf16(raw: bytes, encoding: str) -> tuple[str, str, list[Fault]]:
    text = raw[: len(raw) // 2 * 2].decode(encoding, "replace")
    return text, encoding, [Fault(code="Y012", span=Span(1, 1, 1, 1))]


def _other(raw: bytes, problem: UnicodeDecodeError) -> tuple[str, str, list[Fault]]:
    """Tell a Windows-874 file, which is Thai in every word, from UTF-8 with a broken place."""
    tolerant = raw.decode("utf-8", "replace")
    broken = tolerant.count(REPLACEMENT)
    sound = sum(1 for character in tolerant if character > "\x7f") - broken
    if broken > sound:
        try:
            text = raw.decode("cp874")
        except UnicodeDecodeError:
            text = ""
        if _THAI_WORD.search(text):
            return text, "windows-874", [Fault(code="Y011", span=Span(1, 1, 1, 1))]
    before = _BREAK.split(raw[: problem.start].decode("utf-8-sig", "replace"))
    span = Span(len(before), len(before[-1]) + 1, len(before), len(before[-1]) + 2)
    return "", "unknown", [Fault(code="Y010", span=span, params={"byte": f"0x{raw[problem.start]:02X}"}, fatal=True)]


def _characters(code: str, pattern: re.Pattern[str], text: str) -> Fault:
    """Name the first of some characters, and how many there are."""
    first = next(pattern.finditer(text))
    before = _BREAK.split(_ODD_BREAK.sub(" ", text[: first.start()]))
    line, column = len(before), len(before[-1]) + 1
    params = {"character": f"U+{ord(first[0]):04X}", "count": str(sum(1 for _ in pattern.finditer(text)))}
    return Fault(code=code, span=Span(line, column, line, column + 1), params=params)
