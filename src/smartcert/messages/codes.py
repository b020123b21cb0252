"""Codes of faults of the file, and what is said of each: `title`, `message`, `fix` and `why`.

Those of the YAML itself (`Y...`) stand in `messages/syntax.yaml`, the others in
`messages/faults.yaml`.
"""

from __future__ import annotations

import re

from smartcert.messages.message import message, messages_under, pattern
from smartcert.messages.message_files import NAME

_CODE = re.compile(r"[A-Z]\d{3}")


def codes() -> list[str]:
    """Return every code, those of the YAML first."""
    found = [*messages_under("syntax"), *messages_under("faults")]
    return [name for name in found if _CODE.fullmatch(name)]


def code_key(code: str, part: str) -> str:
    """Return the key of what is said of a code: its `title`, `message`, `fix` or `why`."""
    return f"{'syntax' if code.startswith('Y') else 'faults'}.{code}.{part}"


def code_text(code: str, part: str, lang: str, /, **params: object) -> str:
    """Return what is said of a code, with the parameters of one case."""
    return message(code_key(code, part), lang, **params)


def open_text(code: str, part: str, lang: str) -> str:
    """Return what is said of a code in no case of its own: what it would name stays open (`…`)."""
    return NAME.sub("…", pattern(code_key(code, part), lang))


def general(code: str, lang: str) -> str:
    """Return the remedy of a code without the particulars of one case."""
    return open_text(code, "fix", lang).replace(": ….", ".").removesuffix(": …")
