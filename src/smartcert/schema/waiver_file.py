"""Requirements that a team has consciously set aside, as Pydantic models."""

from __future__ import annotations

from pydantic import Field

from smartcert.schema.sections import Section, about
from smartcert.schema.types import Date, Id, Ordinal, Text


class WaiverEntry(Section):
    """One requirement set aside: why, by whom, and until when."""

    requirement: Id | None = about("ข้อกำหนด", "Requirement")
    smart: Id | None = about("ด้าน", "Smart")
    reason: Text | None = about("เหตุผล", "Reason")
    approver: Text | None = about("ผู้อนุมัติ", "Approver")
    begins: Date | None = Field(
        default=None, alias="from", json_schema_extra={"x-title": {"th": "ตั้งแต่", "en": "From"}}
    )
    until: Date | None = about("ถึง", "Until")


class WaiverFile(Section):
    """All waivers of a proposal."""

    version: Ordinal | None = Field(
        default=None,
        alias="smartcert-waivers",
        json_schema_extra={"x-title": {"th": "รุ่นของแฟ้ม", "en": "File format"}},
    )
    waivers: list[WaiverEntry] | None = about("ข้อยกเว้น", "Waivers")
