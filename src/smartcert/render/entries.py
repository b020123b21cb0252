"""What a run writes in a format, put together from what each proposal gives as it is checked.

So a run keeps no more of a proposal than what is not written yet, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from smartcert.assessment.result import Assessment
from smartcert.rounds.unchecked import Unchecked


class OutputEntry(NamedTuple):
    """A part of an output: a proposal, a finding or a row, by the format."""

    texts: Iterable[str]
    """Its text, piece by piece, since that of one proposal may be large."""
    shared: object = None
    """What it tells, where several proposals may tell it: of a file that they share."""


def made(entry: OutputEntry) -> OutputEntry:
    """Return an entry with its text whole, as it goes from one process to another."""
    return entry._replace(texts=("".join(entry.texts),))


class Entries(Protocol):
    """A module of a format whose output is a row of entries."""

    BETWEEN: str

    def entries(self, assessment: Assessment, *, alone: bool) -> Iterator[OutputEntry]:
        """Yield the entries of a proposal; `alone` says that the run has no other."""

    def opening(self, *, alone: bool) -> str:
        """Return what stands before the first entry."""

    def closing(self, rest: Unchecked, *, alone: bool, empty: bool) -> str:
        """Return what stands behind the last entry; `empty` says that there was none."""


class Joined:
    """An output in the making."""

    def __init__(self, form: Entries, *, alone: bool) -> None:
        self._form = form
        self._alone = alone
        self._told: set[object] = set()
        self._is_empty = True

    def opened(self) -> str:
        """Return how the output begins."""
        return self._form.opening(alone=self._alone)

    def added(self, entries: Iterable[OutputEntry]) -> Iterator[str]:
        """Yield the text of more entries; what several proposals tell comes once."""
        for entry in entries:
            if entry.shared is not None:
                if entry.shared in self._told:
                    continue
                self._told.add(entry.shared)
            if not self._is_empty:
                yield self._form.BETWEEN
            self._is_empty = False
            yield from entry.texts

    def closed(self, rest: Unchecked) -> str:
        """Return how the output ends."""
        return self._form.closing(rest, alone=self._alone, empty=self._is_empty)
