"""What lists and tables of the gap report say, row by row, the same in Word and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from smartcert.assessment.score import percent_text, points
from smartcert.findings.finding import Finding
from smartcert.gap_report.figures import KpiRow
from smartcert.gap_report.plan import Step
from smartcert.gap_report.view import Report, Row
from smartcert.messages.names import named
from smartcert.render.sentences import change, evidence, figure, passage, told_owner, told_waiver
from smartcert.rounds.comparison import Change, CommentOutcome
from smartcert.rounds.text_diff import Passage


def blockers(report: Report) -> list[str]:
    """Return what blocks submission, and at how many places where there are several."""
    return [
        blocker.title
        + (f" ({report.t('places', count=blocker.count)})" if blocker.count > 1 else "")
        for blocker in report.blocking
    ]


def gap(report: Report, finding: Finding) -> str:
    """Name a gap: its code, its title, and its Smart."""
    return f"{finding.code} {finding.rule.title}{report.about(finding.smart)}"


def place(report: Report, finding: Finding) -> str:
    """Say in which file and line a finding is."""
    return f"{finding.location.file} {report.t('line', line=finding.location.span.line)}"


def owner(report: Report, step: Step) -> str:
    """Say who is responsible for a step, or that nobody is named."""
    return told_owner(step, report.lang) or report.t("owner-unknown")


def remedy(report: Report, finding: Finding) -> list[tuple[str, str]]:
    """Say how to mend a gap, why, who asks, and what evidence would show it: phrases' keys, and what is told under them."""
    keys = f" [{', '.join(finding.rule.sources)}]" if finding.rule.sources else ""
    told = [
        ("fix", finding.fix),
        ("why", finding.rule.why),
        (
            "basis",
            named("bases", finding.rule.basis, report.lang) + keys if finding.rule.basis else "",
        ),
        ("evidence-to-add", "; ".join(evidence(report, finding))),
    ]
    return [(key, text) for key, text in told if text or key == "fix"]


def gauges(report: Report) -> list[tuple[str, str, str, str]]:
    """Return each of the three numbers then and now, and by how much it changed."""
    return [
        (
            named("metrics", gauge.key, report.lang),
            percent_text(gauge.then),
            percent_text(gauge.now),
            change(gauge.now, gauge.then),
        )
        for gauge in report.gauges
    ]


def changes(report: Report, turns: Sequence[Change]) -> list[tuple[str, str, str, str]]:
    """Return requirements with their status then and now, and how that reads."""
    return [
        (
            f"{turn.id} {turn.title}{report.about(turn.smart)}",
            report.named("statuses", turn.before) if turn.before else "–",
            report.named("statuses", turn.after) if turn.after else "–",
            report.named("changes", turn.turn),
        )
        for turn in turns
    ]


def asked(report: Report, closure: CommentOutcome) -> list[str]:
    """Return the requirements that a comment is about, with their status now."""
    return [f"{key} {report.named('statuses', status)}" for key, status in closure.requirements]


def sides(report: Report, place: Passage) -> list[tuple[str, str]]:
    """Return what a place says now, and what it said then where that is known, each under its phrase; nothing where it is unchanged."""
    if place.old is None:
        return [("present-text", passage(place.new))]
    if not place.changed:
        return []
    return [
        (key, passage(side) or report.t("not-there"))
        for key, side in (("old-text", place.old), ("new-text", place.new))
    ]


def measure(report: Report, kpi: KpiRow) -> tuple[str, str, str, str, str]:
    """Return what a KPI counts in, which way it should go, from where to where, and what it is held against."""
    return (
        kpi.unit,
        report.named("directions", kpi.direction) if kpi.direction else "–",
        figure(kpi.baseline, kpi.baseline_year, report.lang),
        figure(kpi.target, kpi.target_year, report.lang),
        kpi.reference or "–",
    )


def requirement(report: Report, row: Row) -> tuple[str, str, list[str], str, str]:
    """Return a requirement's title, level, status with the waiver if there is one, points and basis."""
    judged = row.judged
    waived = [told_waiver(judged.waiver, report.lang)] if judged.waiver else []
    sources = "".join(f" [{key}]" for key in row.requirement.sources)
    return (
        f"{judged.id} {judged.title}{report.about(judged.smart)}",
        report.named("levels", judged.level),
        [report.named("statuses", judged.status), *waived],
        f"{points(judged.share.points)} / {points(judged.share.out_of)}",
        named("bases", judged.basis, report.lang) + sources,
    )
