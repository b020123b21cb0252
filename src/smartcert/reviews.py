"""A committee's comments, read from review files: what was said, about which place, under which requirement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from smartcert.finding import Fault
from smartcert.model.read import Draft, read_draft
from smartcert.model.shape import review_shape
from smartcert.source import Source
from smartcert.thai.date import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment of a committee."""

    id: str
    at: tuple[str, ...]
    """Places of the proposal, as the committee wrote them."""
    requirements: tuple[str, ...]
    text: str
    index: int
    """Its place in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The comments of one round."""

    draft: Draft
    """The file as it was read, with the place of every comment."""
    round: int | None
    date: When | None
    by: str
    comments: tuple[Comment, ...]

    @property
    def file(self) -> str:
        """The review's file, as named."""
        return self.draft.source.name

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Faults of single values of the file."""
        return self.draft.faults


def read_review(source: Source) -> Review:
    """Read a review. A comment without an id is called by its number in the file. Never raises for what the file says."""
    draft = read_draft(source, review_shape())
    data = draft.data
    comments = [_comment(index, entry) for index, entry in enumerate(data.get("comments") or ()) if entry is not None]
    return Review(draft=draft, round=data.get("round"), date=data.get("date"), by=data.get("by", ""), comments=tuple(comments))


def _comment(index: int, entry: dict[str, Any]) -> Comment:
    return Comment(
        id=entry.get("id") or f"#{index + 1}",
        at=tuple(place for place in entry.get("at") or () if place),
        requirements=tuple(name for name in entry.get("requirement") or () if name),
        text=entry.get("text", ""),
        index=index,
    )
