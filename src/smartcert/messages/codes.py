"""Codes of faults of the file, and what is said of each: `title`, `message`, `fix` and `why`.

Those of the YAML itself (`Y...`) stand in `messages/syntax.yaml`, the others in
`messages/faults.yaml`. What is read loosely (`V...`) is no fault, has no `message`, and stands in
`messages/readings.yaml`.
"""

from __future__ import annotations

from smartcert.messages.message import message, messages_under, pattern
from smartcert.messages.message_files import NAME
from smartcert.patterns import lazy_pattern

_CODE = lazy_pattern(r"[A-Z]\d{3}")
_FILES = {"Y": "syntax", "V": "readings"}


def codes() -> list[str]:
    """Return every code: those of the YAML, of other faults, and of loose readings."""
    found = [*messages_under("syntax"), *messages_under("faults"), *messages_under("readings")]
    return [name for name in found if _CODE.fullmatch(name)]


def code_key(code: str, part: str) -> str:
    """Return the key of what is said of a code: its `title`, `message`, `fix` or `why`."""
    return f"{_FILES.get(code[0], 'faults')}.{code}.{part}"


def code_text(code: str, part: str, lang: str, /, **params: object) -> str:
    """Return what is said of a code, with the parameters of one case."""
    return message(code_key(code, part), lang, **params)


def open_text(code: str, part: str, lang: str) -> str:
    """Return what is said of a code in no case of its own: what it would name stays open (`…`)."""
    return NAME.sub("…", pattern(code_key(code, part), lang))


def general(code: str, lang: str) -> str:
    """Return the remedy of a code without the particulars of one case."""
    return open_text(code, "fix", lang).replace(": ….", ".").removesuffix(": …")
