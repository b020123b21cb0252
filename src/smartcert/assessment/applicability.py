"""Which requirements a proposal is asked for, at which level, and what their checks find."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.assessment.question import Question
from smartcert.catalog.model import Requirement
from smartcert.checks import Check, Context, Outcome, Scope, Work, run
from smartcert.findings.gaps import Applied
from smartcert.findings.status import Level, Status
from smartcert.proposal.attachments import Attachments
from smartcert.proposal.document import Document
from smartcert.source import Map


class Applicability:
    """What decides which requirements apply to one proposal."""

    def __init__(self, document: Document, question: Question, attachments: Attachments) -> None:
        self.catalog = question.catalog
        self.profile = question.chosen_profile(document.data.get("profile"))
        self.edition = question.chosen_edition
        self.city_type: str | None = (document.data.get("area") or {}).get("type")
        self.smarts = _declared_smarts(document, [*self.catalog.smarts])
        """The Smarts the file names under `services`, in the catalog's order."""
        comments = (comment for review in attachments.reviews for comment in review.comments)
        self._context = Context(
            data=document.data,
            today=question.today,
            work=Work(document.source.size),
            indicators=self.catalog.indicators,
            source=document.source,
            no_evidence=attachments.annexes.no_evidence,
            lost=document.lost,
            comments=tuple((comment.id, comment.text) for comment in comments),
        )

    def applied(self) -> Iterator[Applied]:
        """Yield each requirement of the edition and the profile, once for each Smart it is of."""
        for requirement in self.catalog.in_edition(self.edition):
            if self.profile in requirement.profiles:
                for smart in self._smarts_of(requirement):
                    yield self._applied(requirement, smart)

    def _smarts_of(self, requirement: Requirement) -> tuple[str | None, ...]:
        if requirement.per_smart:
            return self.smarts
        is_asked = requirement.smart is None or requirement.smart in self.smarts
        return (requirement.smart,) if is_asked else ()

    def _applied(self, requirement: Requirement, smart: str | None) -> Applied:
        if requirement.types and self.city_type not in requirement.types:
            outcome = Outcome(applies=False)
        else:
            outcome = run(self._scope(smart), requirement.check)
        return Applied(
            requirement=requirement,
            smart=smart,
            level=self._level(requirement),
            outcome=outcome,
            status=_status(outcome, requirement),
        )

    def _level(self, requirement: Requirement) -> Level:
        rule = requirement.level
        return rule.level(self.profile, self.city_type, self.edition, self._holds)

    def _scope(self, smart: str | None = None) -> Scope:
        return Scope(self._context, (), self._context.data, smart)

    def _holds(self, check: Check) -> bool:
        """Whether the proposal as a whole meets a check."""
        outcome = run(self._scope(), check)
        return outcome.passed > 0 and not outcome.gaps


def _declared_smarts(document: Document, known: list[str]) -> tuple[str, ...]:
    services = document.source.at(("services",))
    return tuple(key for key in known if isinstance(services, Map) and key in services)


def _status(outcome: Outcome, requirement: Requirement) -> Status:
    if outcome.nothing:
        return "not-applicable"
    if outcome.gaps and requirement.counts == "when-violated":
        return "missing"  # What is right beside it earns no part of a point.
    if not outcome.gaps:
        return "needs-person" if outcome.person else "met"
    return "partial" if outcome.passed or outcome.person else "missing"
