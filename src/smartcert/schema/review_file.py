"""A committee's comments of one round, as Pydantic models.

They are a file of their own, because somebody else writes it.
"""

from __future__ import annotations

from pydantic import Field

from smartcert.schema.sections import Section
from smartcert.schema.types import Date, Id, Ordinal, Refs, Text


class Comment(Section):
    """One comment: what was said, about which place of the proposal, under which requirement."""

    id: Id
    at: Refs
    requirement: Refs
    text: Text


class ReviewFile(Section):
    """All comments of one round."""

    version: Ordinal = Field(alias="smartcert-review")
    round: Ordinal
    date: Date
    by: Text
    comments: list[Comment]
