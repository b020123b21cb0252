"""A chronicle: how one proposal stood over its commits, all held against the same criteria."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from smartcert.portfolio.city import CityChange
from smartcert.portfolio.entry import RoundEntry, UnreadableFile


class Moment(NamedTuple):
    """A state of the proposal."""

    day: date
    commit: str
    subject: str
    tags: tuple[str, ...]
    state: RoundEntry | UnreadableFile
    change: CityChange | None
    """Since the moment before that can be read."""


class Chronicle(NamedTuple):
    """The moments of a proposal, the oldest first."""

    file: str
    lang: str
    today: date
    as_of: str
    """`today` or `commit`: on which day each is judged."""
    moments: tuple[Moment, ...]
