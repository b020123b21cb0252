"""The sides of a comparison: a file, standard input, or a file as it was in a commit."""

from __future__ import annotations

from smartcert.assessment.question import Question
from smartcert.assessment.submission import Submission
from smartcert.cli.discovery import given
from smartcert.rounds.reference import REVISION
from smartcert.session.inputs import Given, existing
from smartcert.session.proposals import read_earlier_round, refuse_unreadable


def read_old(written: str, new: str, question: Question) -> Submission:
    """Return the earlier round: `git:REV` is the newer one's file as it was then.

    Raises `UsageError` and `UnreadableError`.
    """
    if not written.startswith(REVISION):
        return read_earlier_round(side(written), question)
    from smartcert.rounds.past_state import past_proposal
    from smartcert.session.past import submit_past

    past = past_proposal(written.removeprefix(REVISION), new)
    submission = submit_past(past, question)
    refuse_unreadable(submission, "usage.old-round-unreadable")
    return submission


def side(written: str) -> Given:
    """Return a file as a session takes it; `-` is standard input. Raises `UsageError`."""
    return given(written) if written == "-" else existing(written)
