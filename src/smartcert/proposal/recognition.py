"""Whether a file is a proposal, told by what it says and not by how its first line is spelt."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from smartcert.patterns import lazy_pattern
from smartcert.proposal.document import KINDS_OF_FILES, read_document
from smartcert.proposal.document_reader import GUESSES
from smartcert.proposal.spec import key_forms, proposal_spec
from smartcert.source import Map, Seq, Source, read_source
from smartcert.source.filetype import foreign

Recognition = Literal["proposal", "other", "unclear"]
"""`unclear`: it may be a proposal that lost what tells it, and a person has to look."""

MARK = "smartcert"
"""The key that a proposal begins with; its value is the number of the format."""

_MARKED = lazy_pattern(rb"""^smartcert:[ \t]*["']?(?:\d|\xe0\xb9[\x90-\x99])""", re.MULTILINE)
"""The mark as it is usually written; a CI job named `smartcert:` has no number there.

Thai digits are digits.
"""

HEAD = 65536
"""Bytes in which the usual mark is looked for; a file without it there is looked at as a whole."""

_NUMBER = lazy_pattern(r"""["']?\s*[:：]\s*["']?\d""")

_ESCAPED_KEY = lazy_pattern(rb'"[^"\r\n]*\\[^"\r\n]*"\s*:')
r"""A key that is not spelt as it is meant: `"\u0073martcert": 1`."""

_SAYS_SOMETHING = lazy_pattern(rb"^[ \t]*[^#\s]", re.MULTILINE)

_CR = lazy_pattern(rb"\r\n?")


def recognise(raw: bytes) -> Recognition:
    """Return what the bytes of a file are. The reader is asked only where a quick look can't tell.

    In doubt is what has a word of ours for a key, in any spelling. What has no content at all, or
    is no text, says nothing of what it was.
    """
    if is_marked(raw[:HEAD]):
        return "proposal"
    plain = _CR.sub(b"\n", raw.replace(b"\0", b""))
    if foreign(raw) is not None or not _SAYS_SOMETHING.search(plain):
        return "unclear"
    if not _in_doubt().search(plain) and not _ESCAPED_KEY.search(plain):
        return "other"
    return _by_reading(read_source(raw, "", keys=key_forms))


def says_it_is_ours(source: Source) -> bool:
    """Whether a source looks like a proposal or a file beside one, so that it may be quoted.

    It has a mark or a key of ours, be it in a text that is no YAML.
    """
    words = _words(source.text)
    return bool(words & (set(KINDS_OF_FILES) | _sections()))


def is_marked(head: bytes) -> bool:
    """Whether the first bytes of a file have the mark as it is usually written."""
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff").replace(b"\r", b"\n")
    return _MARKED.search(text) is not None


@cache
def _sections() -> frozenset[str]:
    """Return the keys below which a proposal says something, with the names that they go by."""
    return frozenset(_keys())


@cache
def _keys() -> dict[str, str]:
    """Return the key of each section by every name of it."""
    fields = proposal_spec().fields
    return {
        name.casefold(): key
        for key, spec in fields.items()
        if spec.kind in ("section", "list")
        for name in (key, *spec.names.values())
    }


@cache
def _in_doubt() -> re.Pattern[bytes]:
    """Return what tells that a file may be ours: the mark anywhere, or a section as a key."""
    keys = "|".join(map(re.escape, sorted(_sections())))
    return lazy_pattern(
        rf"""{MARK}|(?:^|[\s{{,"'])(?:{keys})["']?\s*(?::|：|$)""".encode(),
        re.IGNORECASE | re.MULTILINE,
    )


def _by_reading(source: Source) -> Recognition:
    document = read_document(source)
    root = document.source.root
    if not isinstance(root, Map) or document.source.fatal:
        return _by_words(source.text)
    if any(key in root for key in KINDS_OF_FILES if key != MARK):
        return "proposal" if _is_number(root.get(MARK)) else "other"
    if MARK in root and _is_number(root[MARK]):
        return "proposal"
    said = [key for key in _keys().values() if document.data.get(key)]
    if len(set(said)) > 1 or (said and (MARK in root or not _has_other_keys(root))):
        return "proposal"
    is_job = isinstance(root.get(MARK), Map | Seq)
    return "unclear" if said or (MARK in root and not is_job) else "other"


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and re.match(r"\s*\d", value) is not None


def _has_other_keys(root: Map) -> bool:
    """Whether a key is neither a proposal's nor like one."""
    spec = proposal_spec()
    unknown = [key for key in root if key not in spec.fields]
    return len(unknown) > GUESSES or not all(map(spec.meant, unknown))


def _by_words(text: str) -> Recognition:
    """Judge what can't be read as YAML by the keys that stand in its text."""
    words = _words(text)
    for found in re.finditer(MARK, text, re.IGNORECASE):
        if _NUMBER.match(text, found.end()):
            return "proposal"
    said = {_keys()[word] for word in words if word in _keys()}
    if len(said) > 1:
        return "proposal"
    return "unclear" if said or MARK in words else "other"


def _words(text: str) -> set[str]:
    """Return what stands at the beginning of a line, or of an entry, as a key does."""
    return {
        found[1].casefold()
        for found in re.finditer(
            r"""(?:^|[{,])[\s"']*([^\s"':：{},#]+)["']?\s*[:：]?""", text, re.M
        )
    }
