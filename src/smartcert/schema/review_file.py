"""A committee's comments of one round, as Pydantic models: a file of its own, because somebody else writes it."""

from __future__ import annotations

from pydantic import Field

from smartcert.schema.sections import Section, about
from smartcert.schema.types import Date, Id, Ordinal, Refs, Text


class Comment(Section):
    """One comment: what was said, about which place of the proposal, under which requirement."""

    id: Id | None = about("รหัสข้อคิดเห็น", "Comment id")
    at: Refs | None = about("ตำแหน่งในข้อเสนอ", "Place in the proposal")
    requirement: Refs | None = about("ข้อกำหนด", "Requirement")
    text: Text | None = about("ข้อคิดเห็น", "Comment")


class ReviewFile(Section):
    """All comments of one round."""

    version: Ordinal | None = Field(
        default=None,
        alias="smartcert-review",
        json_schema_extra={"x-title": {"th": "รุ่นของแฟ้ม", "en": "File format"}},
    )
    round: Ordinal | None = about("รอบ", "Round")
    date: Date | None = about("วันที่", "Date")
    by: Text | None = about("คณะผู้พิจารณา", "Committee")
    comments: list[Comment] | None = about("ข้อคิดเห็น", "Comments")
