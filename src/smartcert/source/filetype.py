"""Files that are no text, known by their first bytes.

So a writer hears what the file is, and not which byte of it is odd.
"""

from __future__ import annotations

from smartcert.source.span import TOP
from smartcert.source.syntax_fault import SyntaxFault

_BEGINNINGS = (
    (b"PK\x03\x04", "zip"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "word"),
)
_INSIDE = (
    (b"word/", "word"),
    (b"xl/", "excel"),
    (b"ppt/", "slides"),
    (b"opendocument.text", "word"),
    (b"opendocument.spreadsheet", "open-spreadsheet"),
)
"""What the parts of an office document are called, in the archive that it is."""


def foreign(raw: bytes) -> SyntaxFault | None:
    """Return the fault of a Word document, a PDF or a picture, or None for what may be text."""
    kind = next((kind for beginning, kind in _BEGINNINGS if raw.startswith(beginning)), None)
    if kind is None:
        return None
    if kind == "zip":
        kind = next((inner for name, inner in _INSIDE if name in raw), kind)
    return SyntaxFault(code="Y020", span=TOP, params={"reason": kind}, fatal=True)
