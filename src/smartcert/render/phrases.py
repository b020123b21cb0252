"""Sentences that several formats say: of a proposal, its plan, two rounds, reviews, a baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from smartcert.assessment.score import percent_text, points
from smartcert.findings.status import LEVELS
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.patterns import lazy_pattern
from smartcert.render.clipping import clip
from smartcert.render.number_format import edition
from smartcert.thai.date import format_date, from_date

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcert.assessment.result import Assessment, BaselineDiff, Substance
    from smartcert.assessment.score import Score
    from smartcert.assessment.waivers import Waiver
    from smartcert.findings.finding import Finding
    from smartcert.gap_report.plan import Stage, Step
    from smartcert.gap_report.tasks import PlanTask
    from smartcert.gap_report.view import Report
    from smartcert.proposal.judgement import Judgement
    from smartcert.proposal.reviews import Review
    from smartcert.rounds.comments import CommentOutcome
    from smartcert.rounds.comparison import Change, Comparison

OWNERS = 3
"""How many agencies are named for one task."""

PRESENT = 160
"""Characters of what stands now where a gap was found."""

SHORT = 60
"""Letters of a city's name at the foot of a sheet."""

BLANK = "………………"
"""Where a pen writes what the files do not say."""

FIELD_NAME = lazy_pattern(r"`([^`\n]+)`")
"""A name of a field in a message: `area.vision`."""


def quoted(text: str) -> str:
    """Return a message with names of fields in quotation marks: on paper a backtick is none."""
    return FIELD_NAME.sub(r"“\1”", text)


def verdict(report: Report) -> str:
    """Say the verdict with its readiness."""
    named = report.named("verdicts", report.assessment.verdict)
    score = report.assessment.score
    if score is None:
        return named
    metric = report.named("metrics", "readiness").lower()
    return report.t(
        "verdict-with", verdict=named, metric=metric, value=percent_text(score.readiness)
    )


def rests_on(report: Report) -> list[str]:
    """Say what the verdict rests on: the points, their sources, and what people judged."""
    score, lang = report.assessment.score, report.lang
    rests = basis(score, lang) if score else ""
    return [text for text in (levels(report), rests, judged(report.assessment, lang)) if text]


def summary(report: Report) -> str:
    """Say how much blocks submission, and how much more is recommended."""
    t, blockers = report.t, report.blockers
    more = len(report.plan.steps) - blockers
    if not blockers:
        text = t("no-blockers")
    else:
        text = t("blockers-open" if report.plan.is_open else "blockers", count=blockers)
    return text + t("open-recommended", count=more) if more else text


def task(found: PlanTask, report: Report) -> str:
    """Say what a task mends, in how many places, and in which steps of the plan."""
    count = len(found.steps)
    about = report.about(found.step.finding.smart) if count == 1 else ""
    title = f"{found.title}{about}"
    return message("report.task", report.lang, title=title, count=count, steps=numbers(found))


def numbers(found: PlanTask) -> str:
    """Write the numbers of a task's steps: `3, 5–21`."""
    runs: list[list[int]] = []
    for step in found.steps:
        if runs and step.number == runs[-1][-1] + 1:
            runs[-1][1:] = [step.number]
        else:
            runs.append([step.number])
    return ", ".join("–".join(map(str, run)) for run in runs)


def owners(found: PlanTask, lang: str) -> str:
    """Say which agencies are proposed for a task: the first of them, and how many more."""
    if len(found.steps) == 1:
        return owner(found.step, lang) or message("report.owner-unknown", lang)
    named = found.owners
    if not named:
        return message("report.owner-unknown", lang)
    rest = len(named) - OWNERS
    more = message("report.more-items", lang, count=rest) if rest > 0 else ""
    return " ".join(filter(None, (", ".join(named[:OWNERS]), more)))


def asked(report: Report) -> str:
    """Say how many comments the committee has, how many have no answer, and what is settled."""
    if not report.reviews:
        return report.t("asked-nothing")
    settled = sum(1 for outcome in report.outcomes if outcome.settled)
    return report.t(
        "asked-count", count=len(report.outcomes), open=report.unanswered, settled=settled
    )


def substance(found: Substance, lang: str) -> str:
    """Say how many texts are no answer, and why."""
    counts = {str(why): count for why, count in found.no_answers.items()}
    counts |= {name: getattr(found, name) for name in ("waiting", "repeated", "unlike", "copies")}
    told = [
        message(f"names.no-answers.{why}", lang, count=count)
        for why, count in sorted(counts.items(), key=lambda each: -each[1])
        if count
    ]
    return message("terminal.no-answers", lang, kinds=" · ".join(told))


def implausible(assessment: Assessment) -> str:
    """Say which requirements ask about values or annexes that can hardly be; nothing of none."""
    rules = (
        f"{row.id} {row.title}"
        for row in assessment.requirements
        if row.counts == "when-violated" and row.status == "missing"
    )
    found = " · ".join(rules)
    return message("terminal.implausible", assessment.lang, rules=found) if found else ""


def waiting(assessment: Assessment) -> str:
    """Say how many requirements wait for a person; nothing where none does."""
    lang = assessment.lang
    mandatory, other = (assessment.count(level)["needs-person"] for level in LEVELS)
    if not mandatory + other:
        return ""
    return message("report.waiting", lang, count=mandatory + other, mandatory=mandatory)


def adjusted(report: Report) -> str:
    """Say the readiness without what is waived, where anything is; nothing otherwise."""
    score = report.assessment.score
    if score is None or score.adjusted == score.readiness:
        return ""
    share = score.adjusted
    return report.t(
        "adjusted",
        value=percent_text(share),
        points=points(share.points),
        out_of=points(share.out_of),
    )


def levels(report: Report) -> str:
    """Say the mandatory and the recommended points; nothing where nothing was assessed."""
    score = report.assessment.score
    if score is None:
        return ""
    return report.t(
        "levels",
        mandatory=points(score.mandatory.points),
        mandatory_out_of=points(score.mandatory.out_of),
        recommended=points(score.recommended.points),
        recommended_out_of=points(score.recommended.out_of),
    )


def basis(score: Score, lang: str) -> str:
    """Say what the mandatory points rest on; our own reading also where it counts for nothing."""
    parts = (
        message(
            "terminal.basis-part",
            lang,
            name=named("mandatory-bases", name, lang),
            points=points(share.points),
            out_of=points(share.out_of),
        )
        for name, share in score.basis.items()
        if share.out_of or name == "inferred"
    )
    return message("terminal.basis", lang, parts=" · ".join(parts))


def stage(found: Stage, lang: str) -> str:
    """Say which steps reach a verdict, and how many of them a person has to judge."""
    first, last = found.steps[0].number, found.steps[-1].number
    verdict = message(f"names.verdicts.{found.verdict}", lang)
    steps = {"count": len(found.steps), "first": first, "last": last, "verdict": verdict}
    if found.readiness:
        text = message("report.stage", lang, **steps, value=percent_text(found.readiness))
    else:
        text = message("report.stage-open", lang, **steps)
    if not found.judged:
        return text
    return f"{text} ({message('report.stage-judged', lang, count=found.judged)})"


def gain(gained: Fraction | int, lang: str) -> str:
    """Say how many points a step or a task earns."""
    return message("report.gain", lang, count=f"{float(gained):.2f}".rstrip("0").rstrip("."))


def owner(step: Step, lang: str) -> str:
    """Say who is responsible for a step; nothing where nobody is named."""
    name = step.owner.name
    return message("report.owner-lead", lang, name=name) if step.owner.is_lead else name


def waiver(found: Waiver, lang: str) -> str:
    """Say why a requirement is set aside, who approved it, and until when."""
    until = format_date(found.until, lang)
    return message(
        "report.waived-until", lang, reason=found.reason, approver=found.approver, until=until
    )


def baseline(found: BaselineDiff, lang: str) -> str:
    """Say of which day a baseline is, how large, how much of it is fixed, and what is new."""
    if found.age >= 0:
        age = message("terminal.baseline.age", lang, count=found.age)
    else:
        age = message("terminal.baseline.age-later", lang)
    text = message(
        "terminal.baseline.standing",
        lang,
        date=format_date(from_date(found.written), lang),
        age=age,
        count=found.size,
        fixed=len(found.fixed),
        new=found.new,
    )
    if not found.dropped:
        return text
    return text + message("terminal.baseline.not-asked", lang, count=len(found.dropped))


def gap_counts(both: Comparison, lang: str) -> str:
    """Say how many gaps are fixed, remain and are new."""
    return message(
        "report.gap-counts",
        lang,
        fixed=len(both.fixed),
        remaining=len(both.remaining),
        new=len(both.new_findings),
    )


def then_and_now(finding: Finding, both: Comparison, lang: str) -> str:
    """Say what was found then, and what stands there now; only the first, where nobody knows."""
    then = message("report.found-then", lang, message=quoted(finding.message))
    now = both.present.get(finding.id)
    if now is None:
        return then
    if not now.text:
        return message("report.gone-now", lang, then=then)
    if not now.differs:
        return message("report.same-now", lang, then=then)
    return message("report.stands-now", lang, then=then, now=clip(now.text, PRESENT))


def regressions(both: Comparison, lang: str) -> str:
    """Say how many requirements got worse, or that none did."""
    if not both.worse:
        return message("report.no-regression", lang)
    return message("report.regress-count", lang, count=len(both.worse))


def dropping(both: Comparison, lang: str) -> str:
    """Say what is met only because something was dropped; nothing where nothing is."""
    found, gone = both.by_dropping, both.dropping
    if not found or gone is None:
        return ""
    before, alone = (side.score and side.score.readiness for side in (both.old, gone.alone))
    return message(
        "report.dropping",
        lang,
        count=len(found),
        ids=", ".join(f"{one.id} ({one.smart})" if one.smart else one.id for one in found),
        before=percent_text(before),
        alone=percent_text(alone),
    )


def turn(change: Change, both: Comparison | None, lang: str) -> str:
    """Say what became of a requirement, and whether only because something was dropped."""
    told = message(f"names.changes.{change.kind}", lang)
    if both is None or change not in both.by_dropping:
        return told
    return f"{told} ({message('report.dropped-only', lang)})"


def other_criteria(both: Comparison, lang: str) -> str:
    """Say that two rounds were held against different criteria; nothing where they were not."""
    if both.is_like:
        return ""
    return message(
        "report.not-comparable",
        lang,
        old_edition=edition(both.old.edition, lang),
        old_profile=both.old.profile_title,
        new_edition=edition(both.new.edition, lang),
        new_profile=both.new.profile_title,
    )


def review(found: Review, lang: str) -> str:
    """Say whose comments they are: the round, the committee, the day and the file."""
    if found.round is None:
        head = message("report.comments", lang)
    else:
        head = message("report.review-of", lang, round=found.round)
    day = format_date(found.date, lang) if found.date else ""
    return " · ".join(filter(None, (head, found.by, day, Path(found.file).name)))


def running(report: Report) -> str:
    """Say at the foot of every sheet what it belongs to: the city, the round and the day."""
    found = report.assessment
    number = report.t("round") + f" {found.round}" if found.round else ""
    day = format_date(from_date(found.today), report.lang)
    name = clip(found.name or Path(found.file).name, SHORT)
    return " · ".join(filter(None, (name, number, day)))


def filed_for(report: Report) -> str:
    """Say whose proposal is answered for, and its round."""
    name = report.assessment.name or Path(report.assessment.file).name
    return report.t("filed-for", name=clip(name), round=report.assessment.round or BLANK)


def meeting(found: Review, lang: str) -> str:
    """Say which meeting and which letter comments come from, with blanks for what is not known."""
    return message(
        "report.meeting",
        lang,
        by=found.by or BLANK,
        meeting=found.meeting or BLANK,
        date=format_date(found.date, lang) if found.date else BLANK,
        letter=found.letter or BLANK,
    )


def responses(found: Sequence[CommentOutcome], lang: str) -> str:
    """Say what became of the committee's comments; nothing where there are none."""
    if not found:
        return ""
    counts = Counter(outcome.status for outcome in found)
    states = (
        message(
            "report.comment-count",
            lang,
            state=message(f"names.responses.{status}", lang),
            count=count,
        )
        for status, count in counts.items()
    )
    settled = sum(outcome.settled is True for outcome in found)
    return message(
        "report.comment-counts", lang, count=len(found), settled=settled, states=" · ".join(states)
    )


def response(outcome: CommentOutcome, lang: str) -> list[str]:
    """Say how a comment stands: what a machine may say, then the committee's word, or its lack."""
    said = message(f"names.responses.{outcome.status}", lang)
    if outcome.settled is not None:
        on = outcome.comment.settled_on or outcome.review.date
        word = message(
            "report.settled-by",
            lang,
            state=message("report.settled" if outcome.settled else "report.not-settled", lang),
            by=outcome.review.by,
            on=f" {format_date(on, lang)}" if on else "",
        )
        return [said, word]
    if outcome.status == "unanswered":
        return [said]
    return [message("report.waits-for-committee", lang, state=said)]


def judged(assessment: Assessment, lang: str) -> str:
    """Say which results are as a person judged them; nothing where none is."""
    found = [row.judgement.name for row in assessment.judged if row.judgement]
    if not found:
        return ""
    return message("report.judged", lang, count=len(found), names=", ".join(found))


def judgement(found: Judgement, lang: str) -> str:
    """Say what a person judged, who and when, in which file, and why."""
    from smartcert.proposal.judgement import STATUS

    return message(
        "report.judged-by",
        lang,
        met=message(f"names.statuses.{STATUS[found.met]}", lang),
        by=found.by,
        date=format_date(found.date, lang),
        file=Path(found.file).name,
        reason=found.reason,
    )
