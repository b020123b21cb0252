"""Sentences, lists and figures of the gap report, as HTML, Word and Markdown tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from smartcert.assessment.score import Share, percent, percent_text, points, total
from smartcert.assessment.waivers import Waiver
from smartcert.findings.finding import Finding
from smartcert.gap_report.plan import Stage, Step
from smartcert.gap_report.view import Report, ScoreRow
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.render.phrases import edition, told_readings
from smartcert.rounds.text_diff import PassageLine
from smartcert.thai.date import ThaiDate, format_date, from_date

NAME, LINES = 160, 80
"""How much of a name a report shows, and of a passage of the file: characters and lines. What is cut says so."""

ITEMS = 200
"""How many items of a list that only names what is left."""

NEXT = 5
"""How many steps the first page names."""

NAMED = re.compile(r"`([^`\n]+)`")
"""A name of a field in a message."""


def summary(report: Report) -> str:
    """Say how much blocks submission, and how much more is recommended."""
    lang, blockers = report.lang, report.blockers
    key = "report.blockers-open" if report.plan.is_open else "report.blockers"
    told = message(key, lang, count=blockers) if blockers else message("report.no-blockers", lang)
    more = len(report.plan.steps) - blockers
    return told + message("report.open-recommended", lang, count=more) if more else told


def adjusted(report: Report) -> str:
    """Return readiness without what is waived, where anything is; nothing otherwise."""
    score = report.assessment.score
    if score is None or score.adjusted == score.readiness:
        return ""
    share = score.adjusted
    return message(
        "report.adjusted",
        report.lang,
        value=percent_text(share),
        points=points(share.points),
        out_of=points(share.out_of),
    )


def summed(
    parts: tuple[ScoreRow, ...], fields: Share | None = None
) -> tuple[Share, Share | None, Share, Share]:
    """Return the sums of all groups or of the declared Smarts: points now and in the earlier round, fields, and evidence.

    `fields` are those of all parts together, where parts ask for the same ones: groups do, Smarts do not.
    """
    asked = [part for part in parts if part.declared]
    then = [part.then for part in asked if part.then is not None]
    return (
        total(part.now for part in asked),
        total(then) if then else None,
        fields or total(part.completeness for part in asked),
        total(part.evidence for part in asked),
    )


def told_stage(stage: Stage, lang: str) -> str:
    """Say which steps reach a verdict."""
    told = message(
        "report.stage" if stage.readiness else "report.stage-open",
        lang,
        count=len(stage.steps),
        first=stage.steps[0].number,
        last=stage.steps[-1].number,
        verdict=named("verdicts", stage.verdict, lang),
        value=percent_text(stage.readiness) if stage.readiness else "",
    )
    return (
        f"{told} ({message('report.stage-judged', lang, count=stage.judged)})"
        if stage.judged
        else told
    )


def told_gain(step: Step, lang: str) -> str:
    """Say what a step earns."""
    told = f"{float(step.gain):.2f}".rstrip("0").rstrip(".")
    return message("report.gain", lang, count=told)


def told_owner(step: Step, lang: str) -> str:
    """Say who is responsible for a step, and when that is only the lead agency; nothing where nobody is named."""
    return (
        message("report.owner-lead", lang, name=step.owner.name)
        if step.owner.is_lead
        else step.owner.name
    )


def told_levels(report: Report) -> str:
    """Say how the points of readiness part into mandatory and recommended; nothing for what can't be read."""
    score = report.assessment.score
    if score is None:
        return ""
    shares = {"mandatory": score.mandatory, "recommended": score.recommended}
    params = {key: points(share.points) for key, share in shares.items()}
    return message(
        "report.levels",
        report.lang,
        **params,
        **{f"{key}_out_of": points(share.out_of) for key, share in shares.items()},
    )


def told_comments(report: Report) -> str:
    """Say what became of the committee's comments; nothing where there are none."""
    return told_readings(report.closures, report.lang) if report.closures else ""


def next_steps(report: Report) -> list[str]:
    """Name the first steps and who takes them, for a proposal that nothing blocks; what blocks is named otherwise."""
    if report.blocking:
        return []
    told = []
    for step in report.plan.steps[:NEXT]:
        owner = told_owner(step, report.lang)
        told.append(
            f"{step.number}. {step.finding.rule.title}{report.about(step.finding.smart)}"
            + (f" — {owner}" if owner else "")
        )
    return told


def next_for(report: Report) -> list[tuple[str, list[str]]]:
    """Return what raises evidence and completeness, each under its phrase: requirements without an annex, fields not filled."""
    unbacked: dict[str, list[str]] = {}
    for row in report.unbacked:
        unbacked.setdefault(f"{row.id} {row.title}", []).extend(
            filter(None, [row.smart and report.smart_title(row.smart)])
        )
    unbacked_titles = [
        title + (f" ({', '.join(smarts)})" if smarts else "") for title, smarts in unbacked.items()
    ]
    lists = (
        ("report.unbacked", unbacked_titles, len(report.unbacked)),
        ("report.empty-fields", list(report.empty), len(report.empty)),
    )
    return [
        (f"{message(key, report.lang)} ({count})", _cut(items, report.lang))
        for key, items, count in lists
        if items
    ]


def _cut(items: list[str], lang: str) -> list[str]:
    rest = len(items) - ITEMS
    return [*items[:ITEMS], message("report.more-items", lang, count=rest)] if rest > 0 else items


def told_waiver(waiver: Waiver, lang: str) -> str:
    """Say why a requirement is set aside, who approved it, and until when."""
    return message(
        "report.waived-until",
        lang,
        reason=waiver.reason,
        approver=waiver.approver,
        until=format_date(waiver.until, lang),
    )


def change(now: Share, then: Share | None) -> str:
    """Return the difference of two percentages, in points, from the figures as they are shown."""
    after, before = percent(now), percent(then)
    return "–" if after is None or before is None else f"{after - before:+.1f}"


def clip_lines(lines: Sequence[PassageLine]) -> list[PassageLine]:
    """Cut a passage that nobody reads to its end."""
    return list(lines) if len(lines) <= LINES else [*lines[:LINES], PassageLine("⋯", False)]


def passage(lines: Sequence[PassageLine]) -> str:
    """Return a passage as one text."""
    return "\n".join(line.text for line in clip_lines(lines))


def facts(report: Report) -> list[tuple[str, str]]:
    """Return what the report is about, as pairs of a phrase's key and its value."""
    assessment, lang = report.assessment, report.lang
    told = [
        ("file", assessment.file),
        ("catalog", assessment.catalog_title),
        ("edition", str(edition(assessment.edition, lang))),
        ("profile", assessment.profile_title),
        ("round", str(assessment.round or "–")),
        ("date", format_date(from_date(assessment.today), lang)),
    ]
    if assessment.note:
        told.append(("note", assessment.note))
    if report.comparison is not None:
        told.append(("baseline", report.comparison.old.file))
    return told


def explained(report: Report) -> dict[str, int]:
    """Return the step that tells reason and remedy of each step whose requirement came before: finding's id to step number."""
    first: dict[str, int] = {}
    later: dict[str, int] = {}
    for step in report.plan.steps:
        code = step.finding.code
        if code in first and code != "S001":
            later[step.finding.id] = first[code]
        else:
            first[code] = step.number
    return later


def evidence(report: Report, finding: Finding) -> list[str]:
    """Return the evidence suggested for a finding's requirement."""
    requirement = report.catalog.requirements.get(finding.rule.requirement or "")
    return [entry[report.lang] for entry in requirement.evidence] if requirement else []


def quoted(text: str) -> str:
    """Return a message with names of fields in quotation marks, for readers to whom a backtick says nothing."""
    return NAMED.sub(r"“\1”", text)


def in_baht(amount: Fraction, lang: str) -> str:
    """Write an amount of money with its unit, for where no head of a table says it."""
    return f"{baht(amount)} {message('report.baht', lang)}"


def baht(amount: Fraction) -> str:
    """Write an amount of money, to the satang where it has any."""
    return f"{int(amount):,}" if amount.denominator == 1 else f"{float(amount):,.2f}"


def figure(value: Fraction | None, year: ThaiDate | None, lang: str) -> str:
    """Write a figure and the time it is of, or either, or a dash."""
    when = format_date(year, lang) if year else ""
    if value is None:
        return when or "–"
    return f"{number(value)} ({when})" if when else number(value)


def number(value: Fraction) -> str:
    """Write a figure of the proposal, to four decimals at most, with thousands parted."""
    return (
        f"{int(value):,}"
        if value.denominator == 1
        else f"{float(value):,.4f}".rstrip("0").rstrip(".")
    )
