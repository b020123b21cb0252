"""What lies beside a proposal: its annexes, and the reviews of earlier rounds that it names or is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smartcert.proposal.annexes import Annexes, file_state, find_annexes
from smartcert.proposal.fault import Fault
from smartcert.proposal.reviews import Review, read_review
from smartcert.source import Source, read_bytes, read_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachments:
    """What was found beside a proposal."""

    annexes: Annexes = field(default_factory=Annexes)
    reviews: tuple[Review, ...] = ()
    earlier: Source | None = None
    """The proposal of an earlier round, where it is at hand: a comment may speak of what has been taken out since."""
    faults: tuple[Fault, ...] = ()
    """Reviews the proposal names that are not there."""


NO_ATTACHMENTS = Attachments()
"""What a proposal comes with that is no file, such as standard input."""


def find_attachments(
    data: dict[str, Any],
    folder: Path,
    given: tuple[Review, ...] = (),
    earlier: Source | None = None,
) -> Attachments:
    """Return the annexes and the reviews that a proposal names and that lie in its folder.

    A review that is given takes the place of the one that the proposal names for its round.
    """
    reviews = list(given)
    faults = []
    known = {Path(review.file).resolve() for review in given}
    replaced = {review.round for review in given if review.round is not None}
    for index, revision in enumerate(data.get("revisions") or ()):
        written = (revision or {}).get("review")
        if written is None:
            continue
        found = file_state(written, folder)
        if found != "there":
            code = "P009" if found == "outside" else "P008"
            faults.append(
                Fault(code=code, path=("revisions", index, "review"), params={"written": written})
            )
            continue
        path = folder / written.replace("\\", "/")
        if path.resolve() not in known:
            known.add(path.resolve())
            review = read_review(read_source(read_bytes(path), str(path)))
            if review.round not in replaced:
                reviews.append(review)
    return Attachments(
        annexes=find_annexes(data, folder),
        reviews=tuple(reviews),
        earlier=earlier,
        faults=tuple(faults),
    )
