"""Requirements that a team has consciously set aside, as Pydantic models."""

from __future__ import annotations

from pydantic import Field

from smartcert.schema.sections import Section
from smartcert.schema.types import Date, Id, Ordinal, Text


class WaiverEntry(Section):
    """One requirement set aside: why, by whom, and until when."""

    requirement: Id
    smart: Id
    proposal: Text
    reason: Text
    approver: Text
    begins: Date = Field(alias="from")
    until: Date


class WaiverFile(Section):
    """All waivers of a proposal."""

    version: Ordinal = Field(alias="smartcert-waivers")
    waivers: list[WaiverEntry]
