"""A proposal that was there before, and left the check."""

from __future__ import annotations

from typing import Literal, NamedTuple


class LostProposal(NamedTuple):
    """A proposal that this run should have looked at, and did not."""

    file: str
    """Its name from the current folder."""
    reason: Literal["removed", "no-proposal"]
    """`no-proposal`: the file is there, and can't be told to be one any more."""
    base: str
    """What knows it as a proposal, as it was written."""
