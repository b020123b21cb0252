"""A committee's comments, read from review files: what was said, about which place, under which requirement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smartcert.proposal.address import locate
from smartcert.proposal.document import Draft, read_draft
from smartcert.proposal.fault import Fault
from smartcert.proposal.spec import Shape, proposal_shape, review_shape
from smartcert.source import Map, Seq, Source
from smartcert.suggest import closest
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

    def faults(self, requirements: Sequence[str], rounds: Sequence[Source], taken: Mapping[str, str]) -> Iterator[Fault]:
        """Give what is wrong with the file: values that can't be read, comments on what is not there, ids that are taken.

        `taken` gives the review file in which an id is used already.
        """
        yield from self.draft.faults
        for comment in self.comments:
            path = ("comments", comment.index)
            if comment.id in taken:
                yield Fault(code="R003", path=(*path, "id"), params={"identifier": comment.id, "written": taken[comment.id]})
            for place in comment.at:
                if leads_nowhere(place, rounds):
                    yield Fault(code="R001", path=(*path, "at"), params={"identifier": comment.id, "written": place})
            for name in comment.requirements:
                if name not in requirements:
                    params = {"identifier": comment.id, "written": name, "guess": closest(name, requirements) or ""}
                    yield Fault(code="R002", path=(*path, "requirement"), params=params)


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


def leads_nowhere(place: str, rounds: Sequence[Source]) -> bool:
    """Tell whether no round has a place and none could: its key is unknown, or its item is not in a list that is there."""
    return not any(_leads_somewhere(place, source) for source in rounds)


def _leads_somewhere(place: str, source: Source) -> bool:
    node: Any = source.root
    shape: Shape | None = proposal_shape()
    path = locate(place, node)
    for step in path:
        if shape is None:
            return False
        if isinstance(node, Seq):
            node = node[step] if isinstance(step, int) and step < len(node) else None
            if node is None:
                return False
            shape = shape.item
        else:
            node = node.get(str(step)) if isinstance(node, Map) else None
            # What is not there yet is a place all the same, where the form has it: comments ask for what is missing.
            shape = shape.item if shape.kind == "list" else shape if shape.kind == "by_year" else shape.fields.get(str(step))
            if shape is None:
                return False
    return bool(path)
