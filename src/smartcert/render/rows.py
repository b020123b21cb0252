"""What lists and tables of the gap report say, row by row, alike in every format."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from smartcert.assessment.result import RequirementResult
from smartcert.assessment.score import percent_text, points
from smartcert.findings.finding import Finding
from smartcert.findings.readings import ReadingKind
from smartcert.gap_report.figures import KpiRow
from smartcert.gap_report.plan import Step
from smartcert.gap_report.response_table import MANY, ResponseRow
from smartcert.gap_report.tasks import PlanTask
from smartcert.gap_report.view import LONGEST_LIST, Chapter, Report, Row
from smartcert.gap_report.word_diff import Runs, TextRun
from smartcert.render import phrases
from smartcert.render.clipping import NAME, clip, clip_items
from smartcert.render.number_format import change, edition, figure, in_millions, share
from smartcert.rounds.comments import CommentOutcome
from smartcert.rounds.comparison import Change, Comparison
from smartcert.rounds.text_diff import Passage, PassageLine
from smartcert.thai.date import format_date, from_date

Item = TypeVar("Item")

Labelled = tuple[str, Runs]
"""A text with the name of its place."""

ACTIONS = 3
"""How many tasks the first page names."""

DONE = ("met", "not-applicable")
"""Statuses that leave nothing to do."""

BOX = "☐"
"""To be ticked with a pen."""

PASSAGES = 40
"""How many passages are told whole."""

PLACES = 1
"""How many places of one comment are told on paper where there are many comments."""

LINES, FEWER_LINES = 60, 16
"""How many lines of a passage of the file are shown, and where there are many comments."""


READINGS = 12
"""How many readings of one kind are told."""


def proposal_name(report: Report) -> str:
    """Return what the proposal calls its area, else the name of its file."""
    return clip(report.assessment.name or Path(report.assessment.file).name, NAME)


def facts(report: Report) -> list[tuple[str, str]]:
    """Return what the report is about: what each fact is called, and the fact."""
    t, assessment, lang = report.t, report.assessment, report.lang
    found = [
        (t("edition"), str(edition(assessment.edition, lang))),
        (t("profile"), assessment.profile_title),
        (t("round"), str(assessment.round or "–")),
        (t("date"), format_date(from_date(assessment.today), lang)),
    ]
    if assessment.note:
        found.append((t("note"), assessment.note))
    if report.comparison is not None:
        # The folder tells rounds apart whose files are called alike.
        found.append((t("baseline"), "/".join(Path(report.comparison.old.file).parts[-2:])))
    return found


def readings(report: Report, kind: ReadingKind) -> list[str]:
    """Return what values of one kind count as, with their lines: the first few."""
    t, lines = report.t, defaultdict(list)
    for reading in kind.readings:
        lines[reading.told].append(str(reading.span.line))
    found = [
        f"{told} ({t('line', line=', '.join(dict.fromkeys(places)))})"
        for told, places in lines.items()
    ]
    more = [t("more-readings", count=len(found) - READINGS)] if len(found) > READINGS else []
    return [*found[:READINGS], *more]


def actions(report: Report) -> list[tuple[str, str, str]]:
    """Return the first tasks as sentences, who is proposed for each, and room for a day."""
    return [
        (phrases.task(task, report), phrases.owners(task, report.lang), report.t("by-day"))
        for task in report.tasks[:ACTIONS]
    ]


def actions_head(report: Report) -> str:
    """Name the first tasks, and of how many they are the first."""
    of = len(report.tasks)
    return report.t("next-steps", shown=min(ACTIONS, of), count=of)


def standing(report: Report) -> list[tuple[str, str]]:
    """Return what a decision looks at beside the verdict: what is asked, and what money there is.

    Each stands under its label.
    """
    t, money, lang = report.t, report.money, report.lang
    found = [(t("asked"), phrases.asked(report))]
    if money.is_known:
        words = t(
            "money-standing",
            total=in_millions(money.whole, lang),
            confirmed=in_millions(money.confirmed, lang),
            share=share(money.confirmed, money.whole),
        )
    else:
        words = t("no-money")
    return [*found, (t("money"), words)]


def decisions(report: Report) -> list[str]:
    """Return what may be decided, each to be ticked."""
    return [
        f"{BOX} {report.t(key)}" for key in ("decision.submit", "decision.mend", "decision.other")
    ]


def signature(report: Report) -> list[str]:
    """Return the lines that somebody signs on, with room for a name, a position and a day."""
    return report.t("signature").splitlines()


def to_raise(report: Report) -> list[tuple[str, list[str]]]:
    """Return what would raise evidence and completeness, each list under its heading.

    That is the requirements without an annex, and the fields that are not filled.
    """
    unbacked: dict[str, list[str]] = {}
    for row in report.unbacked:
        smarts = unbacked.setdefault(f"{row.id} {row.title}", [])
        smarts += [report.smart_title(row.smart)] if row.smart else []
    named = [
        title + (f" ({', '.join(smarts)})" if smarts else "") for title, smarts in unbacked.items()
    ]
    lists = (
        (f"{report.t('unbacked')} ({len(report.unbacked)})", named),
        (f"{report.t('empty-fields')} ({len(report.empty)})", report.places.kinds(report.empty)),
    )
    return [(heading, clip_items(items, report.lang)) for heading, items in lists if items]


def _counted(report: Report, kind: str, count: int) -> str:
    return kind if count == 1 else f"{kind} ({report.t('places', count=count)})"


def by_agency(report: Report) -> list[tuple[str, list[Step], int]]:
    """Return the steps of each agency that are shown, and how many it has in all.

    They stand under its name, in the order of their first steps.
    """
    lists: dict[str, list[Step]] = {}
    for step in report.shown:
        lists.setdefault(owner(report, step), []).append(step)
    counts = Counter(owner(report, step) for step in report.plan.steps)
    return [(agency, steps, counts[agency]) for agency, steps in lists.items()]


def cut(items: Sequence[Item]) -> Sequence[Item]:
    """Return the items of a list that are told one by one."""
    return items[:LONGEST_LIST]


def rest(report: Report, items: Sequence[object], key: str) -> list[str]:
    """Say how many items of a list are not told, and where they are; nothing where all are."""
    count = len(items) - LONGEST_LIST
    return [report.t(key, count=count)] if count > 0 else []


def step_title(report: Report, step: Step) -> str:
    """Return a step's codes, what it mends, and its Smart."""
    about = report.about(step.finding.smart)
    return f"{', '.join(step.codes)} {step.finding.rule.title}{about}"


def places_of(report: Report, task: PlanTask) -> list[str]:
    """Return where a task's gaps are, with what it earns: the first, and how many more."""
    first, rest = task.step.finding, len(task.steps) - 1
    told = [f"{place(report, first)} {first.location.dotted}".rstrip()]
    told += [report.t("more-places", count=rest)] if rest else []
    gain = sum(step.gain for step in task.steps)
    return [*told, phrases.gain(gain, report.lang)] if gain else told


def short_title(title: str) -> str:
    """Return a Smart's title without what stands in brackets behind it."""
    return title.split(" (")[0]


def matrix_cell(report: Report, judged: RequirementResult | None) -> str:
    """Return a status as a cell of the matrix has it."""
    return report.named("statuses", judged.status) if judged else "–"


def folded(chapter: Chapter) -> tuple[list[Row], list[Row]]:
    """Return the rows of a chapter that are told, and those that are only named.

    What every Smart is asked stands in the matrix, and here only where it is open or set by a
    person. What is met or not applicable is only named.
    """
    told = [
        row
        for row in chapter.rows
        if row.judged.status not in DONE or row.judged.waiver or row.judged.judgement
    ]
    return told, [row for row in chapter.rows if row not in told and row.judged.smart is None]


def by_status(report: Report, found: list[Row]) -> list[tuple[str, str]]:
    """Name requirements under their status, and how many have it."""
    names: dict[str, list[str]] = {}
    for row in found:
        names.setdefault(row.judged.status, []).append(f"{row.judged.id} {row.judged.title}")
    return [
        (f"{report.named('statuses', status)} ({len(items)})", " · ".join(items))
        for status, items in names.items()
    ]


def gap(report: Report, finding: Finding) -> str:
    """Name a gap: its code, its title, and its Smart."""
    return f"{finding.code} {finding.rule.title}{report.about(finding.smart)}"


def kinds(report: Report, found: Sequence[Finding]) -> list[str]:
    """Name the gaps that are gone, each kind once: nobody mends them any more."""
    counts = Counter(gap(report, finding) for finding in found)
    return [_counted(report, kind, count) for kind, count in counts.items()]


def mended(report: Report, both: Comparison) -> list[str]:
    """Say of each kind of gap that is gone what was found then and what stands there now.

    Of many of a kind the first is told, and how many more there were.
    """
    found: dict[str, list[Finding]] = {}
    for finding in both.fixed:
        found.setdefault(gap(report, finding), []).append(finding)
    return [_mended(report, both, kind, gone) for kind, gone in found.items()]


def _mended(report: Report, both: Comparison, kind: str, gone: list[Finding]) -> str:
    more = report.t("more-of-kind", count=len(gone) - 1) if len(gone) > 1 else ""
    return f"{kind}: {phrases.then_and_now(gone[0], both, report.lang)}{more}"


def place(report: Report, finding: Finding) -> str:
    """Say in which file and line a finding is."""
    place = finding.location
    if place.span.sheet:
        return place.line
    return f"{place.file} {report.t('line', line=place.span.line)}"


def owner(report: Report, step: Step) -> str:
    """Say who is responsible for a step, or that nobody is named."""
    return phrases.owner(step, report.lang) or report.t("owner-unknown")


def asked_of(report: Report, row: ResponseRow) -> str:
    """Say which agency a comment is for, or that nobody is named."""
    return row.agency or report.t("owner-unknown")


def agencies_asked(report: Report) -> list[str]:
    """Return the agencies that comments are for, in the order of the comments."""
    found = (row for review in report.reviews for row in review.rows)
    return list(dict.fromkeys(asked_of(report, row) for row in found))


def remedy(report: Report, finding: Finding) -> list[tuple[str, str]]:
    """Say how to mend a gap, then why, who asks, and what would show it, each under its label."""
    t, rule = report.t, finding.rule
    keys = f" [{', '.join(rule.sources)}]" if rule.sources else ""
    basis = report.named("bases", rule.basis) + keys if rule.basis else ""
    rest = [
        (t("why"), rule.why),
        (t("basis"), basis),
        (t("evidence-to-add"), "; ".join(report.evidence(finding))),
    ]
    return [(t("fix"), finding.fix), *((label, text) for label, text in rest if text)]


def then_and_now(report: Report) -> list[tuple[str, str, str, str]]:
    """Return the verdict and each of the three numbers then and now, and the difference."""
    both = report.comparison
    then = report.named("verdicts", both.old.verdict) if both else "–"
    now = report.named("verdicts", report.assessment.verdict)
    return [(report.t("result"), then, now, "" if both else "–"), *metrics(report)]


def metrics(report: Report) -> list[tuple[str, str, str, str]]:
    """Return each of the three numbers then and now, and by how much it changed."""
    return [
        (
            report.named("metrics", metric.key),
            percent_text(metric.then),
            percent_text(metric.now),
            change(metric.now, metric.then),
        )
        for metric in report.metrics
    ]


def changes(report: Report, found: Sequence[Change]) -> list[tuple[str, str, str, str]]:
    """Return requirements with their status then and now, and how that reads."""
    return [
        (
            f"{one.id} {one.title}{report.about(one.smart)}",
            report.named("statuses", one.before) if one.before else "–",
            _status_now(report, one),
            phrases.turn(one, report.comparison, report.lang),
        )
        for one in found
    ]


def _status_now(report: Report, change: Change) -> str:
    """Name a status, and who judged it where a person did."""
    if change.after is None:
        return "–"
    status = report.named("statuses", change.after)
    if change.judgement is None:
        return status
    return f"{status}: {phrases.judgement(change.judgement, report.lang)}"


def asked(report: Report, outcome: CommentOutcome) -> list[str]:
    """Return the requirements that a comment is about, with their status now."""
    return [f"{key} {report.named('statuses', status)}" for key, status in outcome.requirements]


def places_told(report: Report) -> int | None:
    """Return how many places of each comment are told on paper; None is all."""
    return PLACES if len(report.outcomes) > MANY else None


def sides(
    report: Report, row: ResponseRow, places: int | None = None
) -> tuple[list[Labelled], list[Labelled]]:
    """Return what stood and what stands at each place of a comment, under the place's name.

    Of more `places` the first are told, and how many more there are.
    """
    t = report.t
    old: list[Labelled] = []
    new: list[Labelled] = []
    for side in row.sides:
        before, after = side.old, side.new
        if before is None:
            old.append(("", ()))
        else:
            old.append((_label(report, side.place, side.old_page), before or _said(t("not-there"))))
        if before is not None and not side.changed:
            after = _said(t("unchanged"))
        new.append((_label(report, side.place, side.new_page), after or _said(t("not-there"))))
    rest = len(new) - len(new[:places])
    more: list[Labelled] = [(t("more-places", count=rest), ())] if rest else []
    return [*old[:places], *more], [*new[:places], *more]


def _label(report: Report, place: str, page: str) -> str:
    return f"{report.t('page', page=page)} {place}" if page else place


def _said(text: str) -> Runs:
    return (TextRun(text, False),)


def long_passages(report: Report) -> list[tuple[str, Passage]]:
    """Return the passages that stand beside their comments in part only, each with its title.

    Each is told once, whoever asked about it, and of many the first.
    """
    found: dict[str, tuple[str, Passage]] = {}
    for row in (row for review in report.reviews for row in review.rows):
        for side, passage in zip(row.sides, row.outcome.passages, strict=True):
            if side.is_cut:
                found.setdefault(passage.path, (f"{row.outcome.comment.id} {side.place}", passage))
    return list(found.values())[:PASSAGES]


def whole_sides(report: Report, place: Passage) -> list[tuple[str, str]]:
    """Return what a place says now, and what it said then where that is known, under labels."""
    room = FEWER_LINES if len(report.outcomes) > MANY else LINES
    now = (report.t("new-text"), _passage(place.new, room) or report.t("not-there"))
    if place.old is None:
        return [now]
    return [(report.t("old-text"), _passage(place.old, room) or report.t("not-there")), now]


def _passage(lines: Sequence[PassageLine], room: int) -> str:
    """Return a passage, cut where nobody reads it to its end."""
    return "\n".join([*(line.text for line in lines[:room]), *(["⋯"] if lines[room:] else [])])


def kpi(report: Report, row: KpiRow) -> tuple[str, str, str, str, str]:
    """Return what a KPI counts in, its direction, from where to where, and its reference."""
    return (
        row.unit,
        report.named("directions", row.direction) if row.direction else "–",
        figure(row.baseline, row.baseline_year, report.lang),
        figure(row.target, row.target_year, report.lang),
        row.reference or "–",
    )


def requirement(report: Report, row: Row) -> tuple[str, str, list[str], str, str]:
    """Return a requirement's title, level, status with who set it so, points, and basis."""
    judged = row.judged
    notes = [phrases.waiver(judged.waiver, report.lang)] if judged.waiver else []
    notes += [phrases.judgement(judged.judgement, report.lang)] if judged.judgement else []
    sources = "".join(f" [{key}]" for key in row.requirement.sources)
    return (
        f"{judged.id} {judged.title}{report.about(judged.smart)}",
        report.named("levels", judged.level),
        [report.named("statuses", judged.status), *notes],
        f"{points(judged.share.points)} / {points(judged.share.out_of)}",
        report.named("bases", judged.basis) + sources,
    )
