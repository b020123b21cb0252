"""A proposal's file, be it YAML or a workbook: how it is read, and how it is known as one."""

from __future__ import annotations

import io
from pathlib import Path

from smartcert.files import is_file, read_file
from smartcert.proposal.recognition import HEAD, Recognition, is_marked, recognise
from smartcert.proposal.spec import key_forms
from smartcert.source import Source, read_source

ENDINGS = (".yaml", ".yml", ".xlsx")
"""How the name of a file ends that may be a proposal, in letters of any case."""

_ZIP = b"PK\x03\x04"
"""How archives begin, of which a workbook is one."""

_LARGEST = 4 * 1024 * 1024
"""Bytes of a part of a workbook in which that is looked for."""


def proposal_source(raw: bytes, name: str) -> Source:
    """Read a proposal from the bytes of its file. Never raises for what they say."""
    if raw.startswith(_ZIP) and b"xl/" in raw:
        from smartcert.workbook.reader import read_workbook

        return read_workbook(raw, name)
    return read_source(raw, name, keys=key_forms)


def recognise_proposal(raw: bytes) -> Recognition:
    """Return what the bytes of a file are; of workbooks only a form of ours is a proposal."""
    if not raw.startswith(_ZIP):
        return recognise(raw)
    import zipfile  # No check of YAML waits for it.

    from smartcert.workbook.layout import MARKS

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for part, mark in MARKS.items():
                if part in archive.namelist():
                    with archive.open(part) as stream:
                        if mark in stream.read(_LARGEST):
                            return "proposal"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return "unclear"
    return "other"


def recognise_file(file: Path) -> Recognition:
    """Return what a file is, of which no more is read than is needed. One unread is unclear."""
    if not is_file(file):
        return "other"
    try:
        head = read_file(file, HEAD)
        return "proposal" if is_marked(head) else recognise_proposal(read_file(file))
    except OSError:
        return "unclear"
