"""Proposals of a session that lie in git: read, assessed with the files that they had then."""

from __future__ import annotations

from smartcert.assessment.question import Question
from smartcert.assessment.submission import Submission, submit
from smartcert.rounds.past_state import PastProposal, laid_out
from smartcert.source import Source


def submit_past(
    past: PastProposal, question: Question, earlier: Source | None = None
) -> Submission:
    """Return a proposal of a commit, assessed by today's criteria with its own annexes."""
    with laid_out(past) as folder:
        return submit(past.source, question, folder, (), earlier)
