"""A committee's comments and judgements of one round, as Pydantic models.

They are a file of their own, because somebody else writes it.
"""

from __future__ import annotations

from pydantic import Field

from smartcert.schema.choices import Judged
from smartcert.schema.sections import Section
from smartcert.schema.types import Date, Flag, Id, Ordinal, Refs, Text


class Comment(Section):
    """One comment: what was said, about which place of the proposal, under which requirement."""

    id: Id
    at: Refs
    requirement: Refs
    text: Text
    settled: Flag
    settled_on: Date


class JudgementEntry(Section):
    """What a person says of a requirement that no machine can judge."""

    requirement: Id
    smart: Id
    met: Judged
    by: Text
    date: Date
    reason: Text
    text: Text
    of: Id


class ReviewFile(Section):
    """All comments and judgements of one round."""

    version: Ordinal = Field(alias="smartcert-review")
    round: Ordinal
    date: Date
    by: Text
    meeting: Text
    letter: Text
    comments: list[Comment]
    judgements: list[JudgementEntry]
