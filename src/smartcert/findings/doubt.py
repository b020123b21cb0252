"""What a machine can't know: whether one sentence or figure answers many fields, or any at all."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smartcert.proposal.fault import Code
from smartcert.source.path import FieldPath

DoubtKind = Literal["repeated", "figure", "alike", "sample", "unlike"]


class Doubt(NamedTuple):
    """Fields whose text only a person can judge, and why."""

    kind: DoubtKind
    """A sentence, a figure or a short text stands elsewhere too, or among smartcert's own samples;
    or most texts of the file are unlike sentences."""
    text: str
    """The first of the texts."""
    first: FieldPath
    """Where it stands; a repeated sentence counts there."""
    others: tuple[FieldPath, ...]
    """The fields that a person has to look at."""

    @property
    def code(self) -> Code:
        """The code of its finding."""
        return Code.UNLIKE_SENTENCES if self.kind == "unlike" else Code.REPEATED_SENTENCE


class Repeated(NamedTuple):
    """A sentence, or a figure, that stands in fields which ask different things."""

    text: str
    groups: tuple[tuple[FieldPath, ...], ...]
    """Where it stands: the fields that ask the same together, in the order of the file."""
    kind: DoubtKind = "repeated"

    def counting_at(self, group: int) -> Doubt:
        """Return the doubt in all fields but those of one group, where it counts."""
        others = [
            path for number, each in enumerate(self.groups) if number != group for path in each
        ]
        return Doubt(self.kind, self.text, self.groups[group][0], tuple(others))
