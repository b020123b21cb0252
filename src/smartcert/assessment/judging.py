"""Which judgements of people hold for a proposal, and what the others lack.

A judgement settles what waits for a person, and nothing else: it never makes up for a field that is
missing. It holds while the text that was judged stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from smartcert.assessment.judged_text import JudgedText, differing, judged_text
from smartcert.catalog.model import Catalog
from smartcert.findings.finding import RequirementKey
from smartcert.findings.gaps import Applied
from smartcert.findings.place import Places
from smartcert.proposal.attachments import Attachments
from smartcert.proposal.document import Document
from smartcert.proposal.fault import Code, Fault
from smartcert.proposal.judgement import STATUS, Answer, Judgement
from smartcert.proposal.reviews import Review, is_applicant
from smartcert.source.path import FieldPath
from smartcert.suggest import closest

STRICTEST: tuple[Answer, ...] = ("no", "partly", "yes")
"""Of two judgements of one day the stricter counts."""


class Judging:
    """The judgements on one proposal, held against its requirements."""

    def __init__(self, document: Document, attachments: Attachments, today: date) -> None:
        self._document = document
        self._places = Places(document)
        self._today = (today.year, today.month, today.day)
        self._found: dict[RequirementKey, list[Judgement]] = defaultdict(list)
        self._faults: dict[str, list[Fault]] = defaultdict(list)
        """By the file in which they stand."""
        self._given = {review.file for review in attachments.reviews[: attachments.given]}
        for review in attachments.reviews:
            if review.speaker(document) == "committee":
                for judgement in review.judgements:
                    self._take(judgement)

    def _take(self, judgement: Judgement) -> None:
        if is_applicant(judgement.by, self._document):
            self._fault(judgement, Code.JUDGEMENT_IDLE, reason="by-applicant")
        elif judgement.date.first > self._today:
            self._fault(judgement, Code.JUDGEMENT_IDLE, reason="to-come")
        else:
            self._found[judgement.requirement, judgement.smart].append(judgement)

    def _fault(self, judgement: Judgement, code: Code, key: str = "of", **params: str) -> None:
        path: FieldPath = ("judgements", judgement.index, key)
        fault = Fault(code=code, path=path, params={"identifier": judgement.name, **params})
        self._faults[judgement.file].append(fault)

    def settled(self, applied: Iterable[Applied], catalog: Catalog) -> list[Applied]:
        """Return the requirements, those that wait for a person as they were judged."""
        items = [self._settled(item) for item in applied]
        ids = [*catalog.requirements]
        for (name, smart), left in self._found.items():
            # What another profile asks is judged all the same, and waits.
            if name in ids and smart in (None, *catalog.smarts):
                continue
            guess = "" if name in ids else closest(name, ids) or ""
            for judgement in left:
                self._fault(judgement, Code.JUDGEMENT_ON_NOTHING, "requirement", guess=guess)
        return items

    def _settled(self, item: Applied) -> Applied:
        found = self._found.pop(item.key, [])
        if not found:
            return item
        if item.status != "needs-person":
            for judgement in found:
                self._fault(judgement, Code.JUDGEMENT_IDLE, reason="not-waiting")
            return item
        now = judged_text(item, self._places)
        holding = [one for one in found if one.of == now.fingerprint]
        if not holding:
            for judgement in found:
                self._lapse(judgement, now)
            return item
        chosen = max(holding, key=self._weight)
        return item._replace(status=STATUS[chosen.met], judgement=chosen)

    def _weight(self, judgement: Judgement) -> tuple[bool, tuple[int, ...], int]:
        """Return what of several judgements counts: of a file that is given, the latest."""
        is_given = judgement.file in self._given
        return is_given, judgement.date.last, -STRICTEST.index(judgement.met)

    def _lapse(self, judgement: Judgement, now: JudgedText) -> None:
        """Note that a text is another than the one judged, and where, if the file has that one."""
        then = now._replace(text=" ".join(judgement.text.split()))
        if then.fingerprint == judgement.of:
            old, new = differing(then.text, now.text)
        else:
            old, new = "", differing("", now.text)[1]
        self._fault(
            judgement, Code.JUDGEMENT_LAPSED, written=old, now=new, reason="then" if old else ""
        )

    def faults(self, review: Review) -> Iterator[Fault]:
        """Yield what is wrong with the judgements of a review, once they were held against it."""
        yield from self._faults[review.file]
