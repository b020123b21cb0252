"""What a proposal comes with: its annexes, and the reviews of earlier rounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from smartcert.files import read_file
from smartcert.proposal.annexes import Annexes, find_annexes, find_file
from smartcert.proposal.fault import Code, Fault, fault_at
from smartcert.proposal.reviews import Review, read_review
from smartcert.proposal.spec import key_forms
from smartcert.source import Source, read_source


class Attachments(NamedTuple):
    """The files that were found for a proposal."""

    annexes: Annexes = Annexes()
    reviews: tuple[Review, ...] = ()
    """Those that are given, then those that the proposal names."""
    given: int = 0
    """How many of them are given. What they judge comes before what the proposal brings along."""
    earlier: Source | None = None
    """The proposal of an earlier round, where it is at hand.

    A comment may speak of what has been taken out since.
    """
    faults: tuple[Fault, ...] = ()
    """Reviews the proposal names that are not there, or outside the folder."""


NO_ATTACHMENTS = Attachments()
"""What a proposal comes with that is no file, such as standard input."""


def find_attachments(
    data: dict[str, Any],
    folder: Path,
    given: tuple[Review, ...] = (),
    earlier: Source | None = None,
    itself: Path | None = None,
) -> Attachments:
    """Return the annexes and the reviews that a proposal names and that lie in its folder.

    `itself` is the file of the proposal. A review that is given takes the place of the one that the
    proposal names for its round. Reviews are read within the limit on size.
    """
    reviews = list(given)
    faults: list[Fault] = []
    known = {Path(review.file).resolve() for review in given}
    replaced = {review.round for review in given if review.round is not None}
    for index, revision in enumerate(data.get("revisions") or ()):
        written = (revision or {}).get("review")
        if written is None:
            continue
        found = find_file(written, folder)
        if isinstance(found, Code):
            faults.append(fault_at(("revisions", index, "review"), found, written=written))
        elif found.resolve() not in known:
            known.add(found.resolve())
            try:
                raw = read_file(found)
            except OSError:
                faults.append(
                    fault_at(("revisions", index, "review"), Code.MISSING_FILE, written=written)
                )
                continue
            review = read_review(read_source(raw, str(found), keys=key_forms))
            if review.round not in replaced:
                reviews.append(review)
    return Attachments(
        annexes=find_annexes(data, folder, itself),
        reviews=tuple(reviews),
        given=len(given),
        earlier=earlier,
        faults=tuple(faults),
    )
