"""A proposal's file, be it YAML or a workbook."""

from __future__ import annotations

from smartcert.proposal.spec import key_forms
from smartcert.source import Source, read_source

_ZIP = b"PK\x03\x04"


def proposal_source(raw: bytes, name: str) -> Source:
    """Read a proposal from the bytes of its file. Never raises for what they say."""
    if raw.startswith(_ZIP) and b"xl/" in raw:
        from smartcert.workbook.reader import read_workbook

        return read_workbook(raw, name)
    return read_source(raw, name, keys=key_forms)
