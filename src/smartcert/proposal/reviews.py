"""A committee's comments and judgements, read from review files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from smartcert.proposal.address import locate
from smartcert.proposal.document import Document, read_document
from smartcert.proposal.fault import Code, Fault, fault_at
from smartcert.proposal.spec import FieldSpec, proposal_spec, review_spec
from smartcert.source import Seq, Source
from smartcert.source.path import has_step, inside
from smartcert.suggest import closest
from smartcert.thai.date import ThaiDate
from smartcert.thai.normalize import fold

if TYPE_CHECKING:
    from smartcert.proposal.judgement import Judgement

Speaker = Literal["committee", "nobody", "applicant"]
"""Whose word a review is: only a committee's closes a comment or judges a requirement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeComment:
    """One comment of a committee."""

    id: str
    at: tuple[str, ...]
    """Places of the proposal, as the committee wrote them."""
    requirements: tuple[str, ...]
    text: str
    settled: bool | None
    """The committee's word on the response: settled, or not; None while it says nothing."""
    settled_on: ThaiDate | None
    index: int
    """Its place in the file."""


class Review(NamedTuple):
    """The comments and the judgements of one round."""

    document: Document
    """The file as it was read, with the place of every comment."""
    round: int | None
    date: ThaiDate | None
    by: str
    comments: tuple[CommitteeComment, ...]
    judgements: tuple[Judgement, ...] = ()
    """What people say of requirements that no machine can judge."""
    refused: tuple[Fault, ...] = ()
    """Judgements that lack what makes one, and judge nothing."""
    meeting: str = ""
    """Which meeting the comments were made in, as the committee numbers it."""
    letter: str = ""
    """The number of the letter that they came with."""

    @property
    def file(self) -> str:
        """The review's file, as named."""
        return self.document.source.name

    def speaker(self, proposal: Document) -> Speaker:
        """Return whose word it is on a proposal, by `by`.

        A city is no committee of its own, be it under the name of its own working group.
        """
        if not self.by:
            return "nobody"
        return "applicant" if is_applicant(self.by, proposal) else "committee"

    def faults(
        self, requirements: Sequence[str], rounds: Sequence[Source], taken: Mapping[str, str]
    ) -> Iterator[Fault]:
        """Yield what is wrong with the file: its values, comments on what is not there, taken ids.

        `requirements` are the ids of the catalog, `rounds` the proposals that a comment may speak
        of, and `taken` names the review file in which an id is used already.
        """
        yield from self.document.faults
        yield from self.refused
        for comment in self.comments:
            path = ("comments", comment.index)
            named = partial(fault_at, identifier=comment.id)
            if comment.id in taken:
                file = taken[comment.id]
                yield named((*path, "id"), Code.REPEATED_COMMENT, written=file)
            for place in comment.at:
                if leads_nowhere(place, rounds):
                    yield named((*path, "at"), Code.COMMENT_NOWHERE, written=place)
            for name in comment.requirements:
                if name not in requirements:
                    at, guess = (*path, "requirement"), closest(name, requirements) or ""
                    yield named(at, Code.COMMENT_ON_NOTHING, written=name, guess=guess)


def is_applicant(name: str, proposal: Document) -> bool:
    """Whether a name is that of the applicant, of its own committee or of its contact."""
    applicant = proposal.data.get("applicant") or {}
    own = [applicant, applicant.get("committee") or {}, applicant.get("contact") or {}]
    return fold(name) in {fold(one["name"]) for one in own if one.get("name")}


def read_review(source: Source) -> Review:
    """Read a review. Never raises for what the file says.

    A comment without an id is called by its number in the file: `#3`.
    """
    document = read_document(source, review_spec())
    data = document.data
    comments = [
        _comment(index, entry)
        for index, entry in enumerate(data.get("comments") or ())
        if entry is not None
    ]
    review = Review(
        document=document,
        round=data.get("round"),
        date=data.get("date"),
        by=data.get("by", ""),
        comments=tuple(comments),
        meeting=data.get("meeting", ""),
        letter=data.get("letter", ""),
    )
    if not data.get("judgements"):
        return review
    from smartcert.proposal.judgement import read_judgements

    judgements, refused = read_judgements(document)
    return review._replace(judgements=judgements, refused=refused)


def _comment(index: int, entry: dict[str, Any]) -> CommitteeComment:
    return CommitteeComment(
        id=entry.get("id") or f"#{index + 1}",
        at=tuple(place for place in entry.get("at") or () if place),
        requirements=tuple(name for name in entry.get("requirement") or () if name),
        text=entry.get("text", ""),
        settled=entry.get("settled"),
        settled_on=entry.get("settled_on"),
        index=index,
    )


def leads_nowhere(place: str, rounds: Sequence[Source]) -> bool:
    """Whether no round has a place and none could.

    Its key is unknown, or its item is not in a list that is there.
    """
    return not any(_leads_somewhere(place, source) for source in rounds)


def _leads_somewhere(place: str, source: Source) -> bool:
    node: Any = source.root
    spec: FieldSpec | None = proposal_spec()
    path = locate(place, node)
    for step in path:
        is_list = isinstance(node, Seq)
        if spec is None or (is_list and not has_step(node, step)):
            return False
        # What is not there yet is a place all the same, where the form has it: comments ask for
        # what is missing. Any year may stand under `by_year`.
        below = spec if spec.kind == "by_year" else spec.below(step)
        if below is None and not is_list:
            return False
        node, spec = inside(node, step), below
    return bool(path)
