"""The mark by which smartcert knows a file that it wrote itself, one for each format.

Only such a file is replaced unasked: whatever else has the name is somebody's work.
"""

from __future__ import annotations

from collections.abc import Callable

from smartcert import __version__
from smartcert.patterns import lazy_pattern

_LINE = f"smartcert {__version__}\n"
"""The last line of a file that is text; a terminal does not get it."""

MARKDOWN = f"\n<!-- smartcert {__version__} -->\n"
"""The end of a page of Markdown, which its readers are not shown."""

PDF = f"%{_LINE}".encode()
"""A comment behind the end of a PDF."""


NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The hour of packing of a Word document that we write: equal documents are equal bytes."""

_CORE = "docProps/core.xml"
_LONGEST = 65_536
"""Bytes of a document's properties that are looked through."""

_SAVED_BY_US = lazy_pattern(rb"<cp:lastModifiedBy>smartcert</cp:lastModifiedBy>")


def _finds(pattern: bytes) -> Callable[[bytes], bool]:
    found = lazy_pattern(pattern)
    return lambda content: found.search(content) is not None


def _is_untouched(packed: bytes) -> bool:
    """Whether a Word document is as we wrote it.

    An office program that saves names its user, or at least the hour, which we leave out.
    """
    import io
    import zipfile

    if not packed.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as document, document.open(_CORE) as core:
            timeless = all(part.date_time == NO_TIME for part in document.infolist())
            return timeless and _SAVED_BY_US.search(core.read(_LONGEST)) is not None
    except Exception:  # A zip file can be damaged in ways beyond counting; none is ours.
        return False


_KNOWN: dict[str, Callable[[bytes], bool]] = {
    "text": _finds(rb"(?:\A|\n)smartcert \d[\w.+]*\n\Z"),
    "github": _finds(rb"\A(?:::(?:error|warning|notice) file=[^\n]*\n)+\Z"),
    "json": _finds(rb'\A\{\n  "format": 1,\n  "smartcert": "'),
    "sarif": _finds(rb'\A\{\n  "\$schema": "[^"\n]*sarif[^\x00]{0,300}"name": "smartcert"'),
    "junit": _finds(rb'\A<\?xml[^>\n]*>\n<testsuites name="smartcert"'),
    "gitlab": _finds(rb'\A\[(?:\s*\]\s*\Z|\n  \{\n    "engine_name": "smartcert")'),
    "concise": _finds(
        rb"\A(?:[^\n]+: (?:--[a-z-]+|[A-Z]{1,2}[0-9][0-9A-Z-]* [^\n:]+): [^\n]*\n"
        rb"|[^\n]+: [^\n:]+: [^\n]* smartcert[^\n]*\n)+\Z"
    ),
    "markdown": _finds(rb"\n<!-- smartcert \d[\w.+]* -->\n\Z"),
    "comment": _finds(rb"\A<!-- smartcert-comment -->\n"),
    "csv": _finds(
        rb"\A\xef\xbb\xbf(?:file,id,group,smart,title,level,basis,status,points,|key,city,file,)"
    ),
    "badge": _finds(rb'\A<svg [^>\n]*aria-label="smartcert '),
    "html": _finds(rb'<meta name="generator" content="smartcert \d'),
    "docx": _is_untouched,
    "xlsx": _is_untouched,
    "svg": _finds(rb'\A<svg [^>\n]*aria-label="smartcert '),
    "pdf": _finds(rb"\n%smartcert \d[\w.+]*\n\Z"),
    "schema": _finds(rb'"\$id": "https://smartcert\.invalid/'),
}


def marked(form: str, content: bytes) -> bytes:
    """Return what goes to a file; text has its mark there only."""
    return content + _LINE.encode() if form == "text" else content


def is_ours(form: str, content: bytes) -> bool:
    """Whether smartcert wrote a file in a format, and nobody else has since, as far as it tells."""
    known = _KNOWN.get(form)
    return known is not None and known(content)
