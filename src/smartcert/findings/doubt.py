"""What a machine can't know of texts: whether one sentence answers many fields, or any at all."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smartcert.proposal.fault import Code
from smartcert.source.path import FieldPath


class Doubt(NamedTuple):
    """Fields whose text only a person can judge, and why."""

    kind: Literal["repeated", "unlike"]
    """The sentence stands elsewhere too, or most texts of the file are unlike sentences."""
    text: str
    """The first of the texts."""
    first: FieldPath
    """Where it stands; a repeated sentence counts there."""
    others: tuple[FieldPath, ...]
    """The fields that a person has to look at."""

    @property
    def code(self) -> Code:
        """The code of its finding."""
        return Code.REPEATED_SENTENCE if self.kind == "repeated" else Code.UNLIKE_SENTENCES


class Repeated(NamedTuple):
    """A sentence that stands in fields which ask different things."""

    text: str
    groups: tuple[tuple[FieldPath, ...], ...]
    """Where it stands: the fields that ask the same together, in the order of the file."""

    def counting_at(self, group: int) -> Doubt:
        """Return the doubt in all fields but those of one group, where it counts."""
        others = [
            path for number, each in enumerate(self.groups) if number != group for path in each
        ]
        return Doubt("repeated", self.text, self.groups[group][0], tuple(others))
