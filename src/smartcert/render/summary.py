"""Assessments as a short Markdown summary, for a pull request or a job's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import percent_text, points
from smartcert.findings.finding import Finding
from smartcert.findings.status import STATUSES, Level
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.render import phrases
from smartcert.render.ci import marking, reason
from smartcert.render.markup import escape, table

SHOWN = 25
"""Gaps that are listed; the number of the others is told."""


def render(assessments: Sequence[Assessment]) -> str:
    """Return a section for each assessment."""
    return "\n".join(line for assessment in assessments for line in _section(assessment)) + "\n"


def within(assessments: Sequence[Assessment], room: int) -> str:
    """Return the sections that a page of so many bytes has room for; a sentence tells how many it has not."""
    told, used = "", 0
    for number, assessment in enumerate(assessments):
        section = "\n".join(_section(assessment)) + "\n"
        left = message("terminal.job.no-room", assessment.lang, count=len(assessments) - number)
        used += len(section.encode(errors="replace"))
        if used + len(left.encode()) + 1 > room:
            return f"{told}{left}\n"
        told += section
    return told


def _section(assessment: Assessment) -> Iterator[str]:
    lang = assessment.lang
    yield f"## {escape(assessment.name or assessment.file)}: {named('verdicts', assessment.verdict, lang)}"
    yield ""
    for gate in assessment.told_gates:
        told = escape(gate.message)
        yield f"**{told}**" if gate.outcome == "failed" else told
        yield ""
    yield from _numbers(assessment)
    shown = assessment.counting
    if shown:
        heads = (
            message("report.code", lang),
            message("report.level", lang),
            message("report.place", lang),
            message("report.found", lang),
        )
        yield from table(
            heads,
            (
                (
                    finding.code,
                    named("levels", finding.level, lang),
                    _place(finding),
                    f"{finding.rule.title}: {finding.message}",
                )
                for finding in shown[:SHOWN]
            ),
        )
        yield from _more(shown, lang)
    yield from _set_aside(assessment)
    if assessment.standing is not None:
        yield phrases.baseline(assessment.standing, lang)
        yield ""
    yield f"_{message('terminal.summary.not-depa', lang)}_"
    yield ""


def _numbers(assessment: Assessment) -> Iterator[str]:
    lang, score = assessment.lang, assessment.score
    if score is None:
        return
    metrics = [
        (named("metrics", key, lang), getattr(score, key))
        for key in ("readiness", "completeness", "evidence")
    ]
    if score.adjusted != score.readiness:
        metrics.insert(1, (message("terminal.summary.adjusted", lang), score.adjusted))
    groups = [(f"{part.key} {part.title}", part.share) for part in assessment.groups]
    heads = (
        "",
        message("report.points", lang),
        message("report.out-of", lang),
        message("report.percent", lang),
    )
    rows = [
        (name, str(points(share.points)), str(points(share.out_of)), percent_text(share))
        for name, share in metrics + groups
    ]
    yield from table(heads, rows)
    levels: tuple[Level, ...] = ("mandatory", "recommended")
    counts = [
        (named("levels", level, lang), *map(str, assessment.count(level).values()))
        for level in levels
    ]
    yield from table(("", *(named("statuses", status, lang) for status in STATUSES)), counts)


def _set_aside(assessment: Assessment) -> Iterator[str]:
    """Show what does not count today, with its reason, and the waivers that only mark."""
    lang = assessment.lang
    aside, marked = assessment.set_aside, assessment.marked
    if not aside and not marked:
        return
    yield f"### {message('terminal.lists.set-aside', lang, count=len(aside) + len(marked))}"
    yield ""
    rows = [
        (finding.code, _place(finding), finding.rule.title, reason(finding, lang))
        for finding in aside[:SHOWN]
    ]
    rows += [(row.id, "", row.title, marking(row, lang)) for row in marked]
    yield from table(
        (
            message("report.code", lang),
            message("report.place", lang),
            message("report.found", lang),
            message("report.why", lang),
        ),
        rows,
    )
    yield from _more(aside, lang)


def _place(finding: Finding) -> str:
    return f"{finding.location.file}:{finding.location.span.line}"


def _more(found: Sequence[Finding], lang: str) -> Iterator[str]:
    if len(found) > SHOWN:
        yield message("terminal.job.not-listed", lang, count=len(found) - SHOWN)
        yield ""
