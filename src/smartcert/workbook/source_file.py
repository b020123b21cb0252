"""A proposal's file, be it YAML or a workbook."""

from __future__ import annotations

from smartcert.proposal.spec import key_forms
from smartcert.source import Source, read_source

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How archives begin, such as .xlsx, .ods and .docx, and the files of Office before 2007."""


def proposal_source(raw: bytes, name: str) -> Source:
    """Read a proposal from the bytes of its file. Never raises for what they say."""
    if raw.startswith((_ZIP, _OLD)):
        from smartcert.workbook.reader import other_office_file, read_workbook

        is_workbook = raw.startswith(_ZIP) and b"xl/" in raw
        return read_workbook(raw, name) if is_workbook else other_office_file(raw, name)
    return read_source(raw, name, keys=key_forms)
