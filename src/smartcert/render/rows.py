"""What lists and tables of the gap report say, row by row, alike in every format."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from smartcert.assessment.score import percent_text, points
from smartcert.findings.finding import Finding
from smartcert.findings.readings import ReadingKind
from smartcert.gap_report.figures import KpiRow
from smartcert.gap_report.plan import Step
from smartcert.gap_report.view import Report, Row
from smartcert.render import phrases
from smartcert.render.clipping import NAME, clip, clip_items
from smartcert.render.number_format import change, edition, figure
from smartcert.rounds.comments import CommentOutcome
from smartcert.rounds.comparison import Change, Comparison
from smartcert.rounds.text_diff import Passage, PassageLine
from smartcert.thai.date import format_date, from_date

NEXT = 5
"""How many steps the first page names."""

BLOCKERS = 12
"""How many kinds of what blocks submission the first page names."""

LINES = 80
"""How many lines of a passage of the file are shown."""


READINGS = 12
"""How many readings of one kind are told."""


def proposal_name(report: Report) -> str:
    """Return what the proposal calls its area, else the name of its file."""
    return clip(report.assessment.name or Path(report.assessment.file).name, NAME)


def facts(report: Report) -> list[tuple[str, str]]:
    """Return what the report is about: what each fact is called, and the fact."""
    t, assessment, lang = report.t, report.assessment, report.lang
    found = [
        (t("file"), assessment.file),
        (t("catalog"), assessment.catalog_title),
        (t("edition"), str(edition(assessment.edition, lang))),
        (t("profile"), assessment.profile_title),
        (t("round"), str(assessment.round or "–")),
        (t("date"), format_date(from_date(assessment.today), lang)),
    ]
    if assessment.note:
        found.append((t("note"), assessment.note))
    if report.comparison is not None:
        found.append((t("baseline"), report.comparison.old.file))
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


def next_steps(report: Report) -> list[str]:
    """Name the first steps and who takes them, where nothing blocks; else what blocks is named."""
    if report.blocking:
        return []
    found = []
    for step in report.plan.steps[:NEXT]:
        title = f"{step.finding.rule.title}{report.about(step.finding.smart)}"
        owner = phrases.owner(step, report.lang)
        found.append(f"{step.number}. {title}" + (f" — {owner}" if owner else ""))
    return found


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
        (f"{report.t('empty-fields')} ({len(report.empty)})", list(report.empty)),
    )
    return [(heading, clip_items(items, report.lang)) for heading, items in lists if items]


def blockers(report: Report) -> list[str]:
    """Return what blocks submission, each kind with its places; of many kinds the first."""
    blocking = report.blocking
    shown = [_counted(report, one.title, one.count) for one in blocking[:BLOCKERS]]
    rest = len(blocking) - len(shown)
    return [*shown, report.t("more-below", count=rest)] if rest else shown


def _counted(report: Report, kind: str, count: int) -> str:
    return kind if count == 1 else f"{kind} ({report.t('places', count=count)})"


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


def then_and_now(report: Report, both: Comparison) -> list[tuple[str, str, str, str]]:
    """Return the verdict and each of the three numbers then and now, and the difference."""
    then, now = (report.named("verdicts", side.verdict) for side in (both.old, both.new))
    return [(report.t("verdict"), then, now, ""), *metrics(report)]


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
            report.named("changes", one.kind),
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


def sides(report: Report, place: Passage) -> list[tuple[str, str]]:
    """Return what a place says now, and what it said then where that is known, under labels.

    Nothing is returned where it says the same.
    """
    if place.old is None:
        return [(report.t("present-text"), _passage(place.new))]
    if not place.changed:
        return []
    return [
        (report.t("old-text"), _passage(place.old) or report.t("not-there")),
        (report.t("new-text"), _passage(place.new) or report.t("not-there")),
    ]


def _passage(lines: Sequence[PassageLine]) -> str:
    return "\n".join(line.text for line in clip_lines(lines))


def clip_lines(lines: Sequence[PassageLine]) -> list[PassageLine]:
    """Cut a passage that nobody reads to its end."""
    return [*lines[:LINES], *([PassageLine("⋯", False)] if len(lines) > LINES else [])]


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
