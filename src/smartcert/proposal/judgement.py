"""What a person says of a requirement that no machine can judge, as a review file states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from smartcert.proposal.document import Document
from smartcert.proposal.fault import Code, Fault, fault_at
from smartcert.thai.date import ThaiDate

Answer = Literal["yes", "partly", "no"]

STATUS: dict[Answer, Literal["met", "partial", "missing"]] = {
    "yes": "met",
    "partly": "partial",
    "no": "missing",
}
"""What an answer makes of a requirement that waits for a person."""

NEEDED = ("requirement", "of", "reason", "date")
"""What a judgement must say beside `met`; who judged may stand at the head of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One requirement, judged by a person on the text that stood there."""

    requirement: str
    smart: str | None
    met: Answer
    by: str
    """Who judged: a person, or else the committee whose file it is."""
    date: ThaiDate
    reason: str
    text: str
    """The text judged, as the draft had it; empty where the file does not say."""
    of: str
    """The fingerprint of the text judged. It holds while that text stands."""
    file: str
    index: int
    """Its place in the file."""

    @property
    def name(self) -> str:
        """What it is about: `C4-R4/mobility`."""
        return f"{self.requirement}/{self.smart}" if self.smart else self.requirement


def read_judgements(review: Document) -> tuple[tuple[Judgement, ...], tuple[Fault, ...]]:
    """Return the judgements of a review, and a fault for each that lacks what makes one.

    One that does not say `met` is a draft's, and waits for its judge.
    """
    found: list[Judgement] = []
    refused: list[Fault] = []
    for index, entry in enumerate(review.data["judgements"]):
        if entry is None or entry.get("met") is None:
            continue
        whole = {key: review.data[key] for key in ("by", "date") if key in review.data} | entry
        lacking = ", ".join(key for key in NEEDED if whole.get(key) is None)
        if lacking:
            name = entry.get("requirement", f"#{index + 1}")
            path = ("judgements", index)
            refused.append(fault_at(path, Code.JUDGEMENT_REFUSED, identifier=name, written=lacking))
        else:
            found.append(_judgement(index, whole, review.source.name))
    return tuple(found), tuple(refused)


def _judgement(index: int, entry: dict[str, Any], file: str) -> Judgement:
    return Judgement(
        requirement=entry["requirement"],
        smart=entry.get("smart"),
        met=entry["met"],
        by=entry.get("by", ""),
        date=entry["date"],
        reason=entry["reason"],
        text=entry.get("text", ""),
        of=entry["of"],
        file=file,
        index=index,
    )
