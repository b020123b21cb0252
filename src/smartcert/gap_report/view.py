"""The gap report as one immutable value: everything a format shows, in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass

from smartcert.assessment.result import Assessment, RequirementResult, Subscore
from smartcert.assessment.score import METRICS, Share, total
from smartcert.catalog.model import Catalog, Requirement
from smartcert.findings.finding import Finding
from smartcert.findings.readings import ReadingKind, by_kind
from smartcert.gap_report.figures import KpiRow, Money, ProjectBar, bars, kpis, money
from smartcert.gap_report.matrix import Matrix, matrix
from smartcert.gap_report.place_names import PlaceNames
from smartcert.gap_report.plan import Plan, Step, plan
from smartcert.gap_report.response_table import ResponseRow, response_rows
from smartcert.gap_report.tasks import PlanTask, tasks
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.proposal.document import Document
from smartcert.proposal.reviews import Review
from smartcert.rounds.comments import CommentOutcome
from smartcert.rounds.comparison import Comparison
from smartcert.source.path import FieldPath
from smartcert.workbook.reader import steps_noted

LONGEST_LIST = 500
"""Steps, faults, projects or KPIs that a report tells one by one; of more it gives the number, and
where they all are."""

LONGEST_COPY = 300_000
"""Letters of a proposal that a report has a copy of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One of the three numbers, now and, when there is an earlier round, then."""

    key: str
    """One of `METRICS`."""
    now: Share
    then: Share | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """The points of a group, of a Smart or of all of them, now and in the earlier round."""

    now: Subscore
    then: Share | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One requirement in the list of everything that was checked."""

    judged: RequirementResult
    requirement: Requirement
    findings: tuple[Finding, ...]
    smart_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The requirements of one group."""

    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOutcome:
    """One review, and what became of each of its comments."""

    review: Review
    outcomes: tuple[CommentOutcome, ...]
    rows: tuple[ResponseRow, ...]
    """The same as the response table has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything the gap report shows. Renderers format it and decide nothing."""

    lang: str
    assessment: Assessment
    catalog: Catalog
    metrics: tuple[Metric, ...]
    groups: tuple[ScoreRow, ...]
    smarts: tuple[ScoreRow, ...]
    unbacked: tuple[RequirementResult, ...]
    """Requirements that are met and have no annex yet."""
    empty: tuple[FieldPath, ...]
    """Places of the fields that are asked for and not filled."""
    plan: Plan
    tasks: tuple[PlanTask, ...]
    """The plan's steps by kind."""
    faults: tuple[Finding, ...]
    """Faults of the file, which belong to no requirement."""
    readings: tuple[ReadingKind, ...]
    """What was read though it is not written plainly, for a person to object."""
    comparison: Comparison | None
    """The round against an earlier one, when one is given."""
    reviews: tuple[ReviewOutcome, ...]
    """The committee's reviews, be they without comments."""
    money: Money
    bars: tuple[ProjectBar, ...]
    kpis: tuple[KpiRow, ...]
    matrix: Matrix
    """What is asked of every Smart, by requirement and by Smart."""
    places: PlaceNames
    """What places of the proposal are called."""
    copy: tuple[str, ...]
    """The proposal's lines, for its reader to look things up; none of what is no short text."""
    chapters: tuple[Chapter, ...]
    sources: tuple[tuple[str, str, str], ...]
    """Key, title and address of the sources that the requirements name."""

    def t(self, key: str, **params: object) -> str:
        """Return a phrase of `messages/report.yaml` in the report's language."""
        return message(f"report.{key}", self.lang, **params)

    def named(self, group: str, word: str) -> str:
        """Return what a word of a closed set is called in the report's language."""
        return named(group, word, self.lang)

    def heads(self, *keys: str) -> list[str]:
        """Return the heads of a table."""
        return [self.t(key) for key in keys]

    def about(self, smart: str | None) -> str:
        """Return a Smart's title in brackets, to stand behind what is about it, or nothing."""
        return f" ({self.smart_title(smart)})" if smart else ""

    def smart_title(self, key: str | None) -> str:
        """Return a Smart's title; nothing for what is not about one."""
        return next((smart.title for smart in self.assessment.smarts if smart.key == key), "")

    def evidence(self, finding: Finding) -> list[str]:
        """Return the evidence that would show a finding's requirement to be met."""
        name = finding.rule.requirement
        asked = self.catalog.requirements.get(name) if name else None
        return [entry[self.lang] for entry in asked.evidence] if asked else []

    def total(self, rows: tuple[ScoreRow, ...]) -> ScoreRow:
        """Return what groups, or the Smarts that are declared, add up to.

        Groups may ask for the same fields, so theirs are counted once: as in the whole proposal.
        """
        declared = [row for row in rows if row.now.declared]
        then = [row.then for row in declared if row.then is not None]
        score = self.assessment.score
        fields = total(row.now.completeness for row in declared)
        now = Subscore(
            key="",
            title=self.t("total"),
            share=total(row.now.share for row in declared),
            completeness=score.completeness if score and rows is self.groups else fields,
            evidence=total(row.now.evidence for row in declared),
        )
        return ScoreRow(now=now, then=total(then) if then else None)

    @property
    def outcomes(self) -> tuple[CommentOutcome, ...]:
        """Every comment of the committee and what became of it."""
        return tuple(outcome for review in self.reviews for outcome in review.outcomes)

    @property
    def blockers(self) -> int:
        """How many steps stand between the proposal and its submission."""
        return sum(1 for step in self.plan.steps if step.finding.level == "mandatory")

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps that are told one by one: of very many the first."""
        return self.plan.steps[:LONGEST_LIST]

    @property
    def numbers(self) -> dict[str, int]:
        """The number of the step that mends each finding, by the finding's id, if it is shown."""
        return {finding.id: step.number for step in self.shown for finding in step.findings}

    @property
    def task_of(self) -> dict[int, int]:
        """The number of the task, from 1, that each step belongs to, by the step's number."""
        return {
            step.number: number for number, task in enumerate(self.tasks, 1) for step in task.steps
        }

    @property
    def lines(self) -> set[int]:
        """The lines of the proposal that steps point at."""
        return {finding.location.span.line for step in self.shown for finding in step.findings}

    @property
    def unanswered(self) -> int:
        """How many comments of the committee have no answer yet."""
        return sum(1 for outcome in self.outcomes if outcome.status == "unanswered")


def build(
    assessment: Assessment,
    document: Document,
    catalog: Catalog,
    comparison: Comparison | None = None,
    outcomes: tuple[CommentOutcome, ...] = (),
    reviews: tuple[Review, ...] = (),
    earlier: Document | None = None,
) -> Report:
    """Return the report of a proposal, beside an earlier round and reviews where there are any."""
    lang = assessment.lang
    places = PlaceNames(document, lang)
    places_then = PlaceNames(earlier, lang) if earlier else None
    answered = response_rows(outcomes, document.data, places, places_then)
    old = comparison.old if comparison else None
    steps = plan(assessment, document.data, steps_noted(document.source))
    titles = {smart.key: smart.title for smart in assessment.smarts if smart.declared}
    return Report(
        lang=lang,
        assessment=assessment,
        catalog=catalog,
        metrics=_metrics(assessment, old),
        groups=_score_rows(assessment.groups, old.groups if old else ()),
        smarts=_score_rows(assessment.smarts, old.smarts if old else ()),
        unbacked=tuple(judged for judged in assessment.requirements if judged.backed is False),
        empty=assessment.empty,
        plan=steps,
        tasks=tasks(steps.steps),
        faults=tuple(finding for finding in assessment.findings if finding.level == "fault"),
        readings=by_kind(assessment.readings, lang),
        comparison=comparison,
        reviews=tuple(
            ReviewOutcome(
                review=review,
                outcomes=tuple(outcome for outcome in outcomes if outcome.review is review),
                rows=tuple(row for row in answered if row.outcome.review is review),
            )
            for review in reviews
        ),
        money=money(document.data, titles, lang),
        bars=bars(document.data, titles),
        kpis=kpis(document.data, titles, catalog, lang),
        matrix=matrix(assessment.requirements, assessment.smarts),
        places=places,
        copy=_copy(document),
        chapters=_chapters(assessment, catalog),
        sources=_sources(assessment, catalog),
    )


def _copy(document: Document) -> tuple[str, ...]:
    text = document.source.text
    return tuple(text.splitlines()) if len(text) <= LONGEST_COPY else ()


def _metrics(now: Assessment, old: Assessment | None) -> tuple[Metric, ...]:
    if now.score is None:
        return ()
    before = old.score if old else None
    return tuple(
        Metric(key=key, now=getattr(now.score, key), then=getattr(before, key) if before else None)
        for key in METRICS
    )


def _score_rows(now: tuple[Subscore, ...], old: tuple[Subscore, ...]) -> tuple[ScoreRow, ...]:
    before = {part.key: part.share for part in old}
    return tuple(ScoreRow(now=part, then=before.get(part.key)) for part in now)


def _chapters(assessment: Assessment, catalog: Catalog) -> tuple[Chapter, ...]:
    findings = {finding.id: finding for finding in assessment.findings}
    titles = {smart.key: smart.title for smart in assessment.smarts}
    rows = [
        Row(
            judged=judged,
            requirement=catalog.requirements[judged.id],
            findings=tuple(findings[key] for key in judged.findings),
            smart_title=titles.get(judged.smart or "", ""),
        )
        for judged in assessment.requirements
    ]
    return tuple(
        Chapter(
            key=part.key,
            title=part.title,
            rows=tuple(row for row in rows if row.judged.group == part.key),
        )
        for part in assessment.groups
    )


def _sources(assessment: Assessment, catalog: Catalog) -> tuple[tuple[str, str, str], ...]:
    asked = {row.id for row in assessment.requirements}
    named = {
        key
        for requirement in catalog.requirements.values()
        if requirement.id in asked
        for key in requirement.sources
    }
    return tuple(
        (key, source.title[assessment.lang], source.url or "")
        for key, source in catalog.sources.items()
        if key in named
    )
