"""Gates: when a check fails a build. Each says why in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment, Gate
from smartcert.assessment.score import Share, percent, percent_text, points
from smartcert.findings.status import OPEN
from smartcert.messages.message import message

if TYPE_CHECKING:
    from smartcert.assessment.submission import Submission
    from smartcert.rounds.reference import Base, Reference
    from smartcert.rounds.unchecked import Unchecked

FailOn = Literal["mandatory", "recommended", "any"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
"""Which gaps `--fail-on` takes, those that block first."""

_FAILING: dict[FailOn, frozenset[str]] = {
    "mandatory": frozenset({"mandatory"}),
    "recommended": frozenset({"mandatory", "recommended"}),
    "any": frozenset({"mandatory", "recommended", "fault"}),
}

LISTED = 12
"""Requirements that a sentence names; the number of the others is given."""


class FailUnder(NamedTuple):
    """What readiness must not be below."""

    percent: Fraction
    written: str
    """The same as it was written, which is how a message repeats it."""


class Gates(NamedTuple):
    """What a proposal has to pass."""

    fail_on: FailOn = "mandatory"
    fail_under: FailUnder | None = None
    base: Base | None = None
    """What proposals are held against, for `--no-regress`."""
    allow_removed: bool = False
    """Whether an earlier proposal may be gone."""

    def judge(self, submission: Submission) -> tuple[Gate, ...]:
        """Return what came of every gate that is set.

        Raises `UsageError` for a reference that is none.
        """
        return tuple(self._judged(submission))

    def fail_for(self, rest: Unchecked) -> bool:
        """Whether a run fails for what it did not check and should have."""
        return bool(rest.lost) and not self.allow_removed

    def _judged(self, submission: Submission) -> Iterator[Gate]:
        assessment = submission.assessment
        if assessment.verdict == "unreadable":
            # Nothing could be looked at; the verdict says so itself.
            yield from (Gate(name=name, outcome="failed") for name in self._names())
            return
        yield self._by_level(assessment)
        if assessment.score is not None and self.fail_under is not None:
            yield _by_score(assessment.score.adjusted, self.fail_under, assessment.lang)
        if self.base is not None:
            yield self._by_reference(self.base, submission)

    def _names(self) -> Iterator[str]:
        yield "fail-on"
        if self.fail_under is not None:
            yield "fail-under"
        if self.base is not None:
            yield "no-regress"

    def _by_level(self, assessment: Assessment) -> Gate:
        """Judge what is open; a gap that is known since a baseline is not."""
        levels = _FAILING[self.fail_on]
        count = sum(finding.level in levels for finding in assessment.counting)
        if not count:
            return Gate(name="fail-on", outcome="passed")
        # Of the usual gate, the verdict says it.
        sentence = (
            ""
            if self.fail_on == "mandatory"
            else message("terminal.gates.fail-on", assessment.lang, level=self.fail_on, count=count)
        )
        return Gate(name="fail-on", outcome="failed", message=sentence)

    def _by_reference(self, base: Base, submission: Submission) -> Gate:
        assessment, question = submission.assessment, submission.question
        reference = base.reference(assessment.file, question)
        if reference is None:
            return self._without_reference(base, assessment)
        lost: dict[str, list[str]] = {}
        for name, reason in lost_since(reference.rows, assessment, question):
            lost.setdefault(reason, []).append(name)
        if not lost:
            told = _by_dropping(reference, submission)
            return Gate(name="no-regress", outcome="passed", message=told)
        profiles = {"old": reference.profile, "new": assessment.profile}
        sentence = "; ".join(
            message(f"terminal.lost.{reason}", assessment.lang, ids=_listed(names), **profiles)
            for reason, names in lost.items()
        )
        return Gate(
            name="no-regress",
            outcome="failed",
            message=message(
                "terminal.gates.no-regress", assessment.lang, base=base.written, lost=sentence
            ),
        )

    def _without_reference(self, base: Base, assessment: Assessment) -> Gate:
        """Pass a proposal that is new; it may also be an earlier one, moved and rewritten."""
        names = {"base": base.written, "file": assessment.file}
        if base.missing and not self.allow_removed:
            gone = _listed([*base.missing])
            sentence = message("terminal.gates.moved", assessment.lang, **names, gone=gone)
            return Gate(name="no-regress", outcome="failed", message=sentence)
        sentence = message("terminal.gates.no-base", assessment.lang, **names)
        return Gate(name="no-regress", outcome="skipped", message=sentence)


def _by_dropping(reference: Reference, submission: Submission) -> str:
    """Say what is met only because something was dropped since; nothing where nothing is."""
    from smartcert.rounds.comparison import compare_rounds

    lang = submission.assessment.lang
    if reference.submission is None:
        return message("terminal.gates.dropping-unseen", lang)
    found = compare_rounds(reference.submission, submission).by_dropping
    names = [f"{one.id}/{one.smart}" if one.smart else one.id for one in found]
    return message("terminal.gates.dropping", lang, ids=_listed(names)) if names else ""


def _by_score(share: Share, threshold: FailUnder, lang: str) -> Gate:
    if share.value is None or share.value >= threshold.percent:
        return Gate(name="fail-under", outcome="passed")
    value = _precisely(share, threshold.percent)
    sentence = message("terminal.gates.fail-under", lang, value=value, limit=threshold.written)
    return Gate(name="fail-under", outcome="failed", message=sentence)


def lost_since(
    before: dict[tuple[str, str | None], str], assessment: Assessment, question: Question
) -> Iterator[tuple[str, str]]:
    """Yield the requirements that were met before and are not now, each with the key of why.

    What the proposal took out of its own reach counts: a Smart, a section that a condition asks
    for, a profile, unless that was chosen outside the file. What the criteria do not ask any more
    does not. The keys are those of `terminal.lost`.
    """
    now = {(row.id, row.smart): row.status for row in assessment.requirements}
    asked = {item.id: item.profiles for item in question.catalog.in_edition(assessment.edition)}
    for key, status in before.items():
        name, smart = key
        if status != "met" or name not in asked:
            continue
        named = f"{name}/{smart}" if smart else name
        if now.get(key) in OPEN:
            yield named, "open"
        elif now.get(key) == "not-applicable":
            yield named, "condition"
        elif key not in now and assessment.profile in asked[name]:
            yield named, "smart"
        elif key not in now and question.profile is None:
            yield named, "profile"


def _listed(names: list[str]) -> str:
    more = f" … (+{len(names) - LISTED})" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more


def _precisely(share: Share, limit: Fraction) -> str:
    """Write a share that is below a limit so that it also reads as below it."""
    rounded = percent(share)
    if rounded is None or Fraction(str(rounded)) < limit:
        return percent_text(share)
    return f"{percent_text(share)} ({points(share.points)}/{points(share.out_of)})"
