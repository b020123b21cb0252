"""Assessments as a short Markdown summary, for a pull request or a job's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import METRICS, Score, percent_text, points
from smartcert.findings.finding import Finding
from smartcert.findings.status import LEVELS, OPEN, STATUSES
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.render import phrases
from smartcert.render.ci import marking, reason
from smartcert.render.mark import MARKDOWN
from smartcert.render.markup import escape, table

RANK = ("unreadable", "not-ready", "ready-with-gaps", "ready")
"""Verdicts, those first that a reader has to look at."""

SHOWN = 25
"""How many gaps are listed; of the others the number is."""


def render(assessments: Sequence[Assessment]) -> Iterator[str]:
    """Yield a section for each assessment, below a table of them where there are several."""
    lines = [*overview(assessments)]
    lines += (line for assessment in assessments for line in _section(assessment))
    yield "\n".join(lines) + MARKDOWN


def overview(assessments: Sequence[Assessment]) -> Iterator[str]:
    """Yield a table of several assessments, what blocks first; nothing of one alone."""
    if len(assessments) < 2:
        return
    lang = assessments[0].lang
    keys = ("city", "file", "round", "verdict", "readiness", "mandatory-open")
    rows = (
        (
            assessment.name,
            assessment.file,
            "–" if assessment.round is None else str(assessment.round),
            named("verdicts", assessment.verdict, lang),
            percent_text(assessment.score.readiness if assessment.score else None),
            str(
                sum(
                    row.status in OPEN and row.level == "mandatory"
                    for row in assessment.requirements
                )
            ),
        )
        for assessment in sorted(assessments, key=lambda each: RANK.index(each.verdict))
    )
    yield from table([message(f"portfolio.heads.{key}", lang) for key in keys], rows, {4, 5})


def title(assessment: Assessment) -> str:
    """Return what a proposal is called at the head of its section: no two read the same."""
    name = assessment.name or assessment.file
    if assessment.round is not None:
        name += f" · {message('terminal.round', assessment.lang, round=assessment.round)}"
    return name


def within(assessments: Sequence[Assessment], room: int) -> str:
    """Return the sections that a page of so many bytes has room for, and how many it has not."""
    page = "".join(f"{line}\n" for line in overview(assessments))
    used = len(page.encode(errors="replace"))
    if used > room // 2:
        page, used = "", 0
    for number, assessment in enumerate(assessments):
        section = "\n".join(_section(assessment)) + "\n"
        left = message("terminal.job.no-room", assessment.lang, count=len(assessments) - number)
        used += len(section.encode(errors="replace"))
        if used + len(left.encode()) + 1 > room:
            return f"{page}{left}\n"
        page += section
    return page


def _section(assessment: Assessment) -> Iterator[str]:
    lang = assessment.lang
    verdict = named("verdicts", assessment.verdict, lang)
    verdict += phrases.waiting(assessment)
    yield from (f"## {escape(title(assessment))}: {verdict}", "", escape(assessment.file), "")
    if assessment.substance:
        yield from (f"**{phrases.substance(assessment.substance, lang)}**", "")
    for gate in assessment.reported_gates:
        text = escape(gate.message)
        yield from (f"**{text}**" if gate.outcome == "failed" else text, "")
    if assessment.score is not None:
        yield from _numbers(assessment, assessment.score)
    if found := assessment.counting:
        rows = (
            (
                finding.code,
                named("levels", finding.level, lang),
                finding.location.line,
                f"{finding.rule.title}: {finding.message}",
            )
            for finding in found[:SHOWN]
        )
        yield from table(
            _heads(lang, "report.code", "report.level", "report.place", "report.found"), rows
        )
        yield from _more(found, lang)
    yield from _set_aside(assessment)
    if assessment.standing is not None:
        yield from (phrases.baseline(assessment.standing, lang), "")
    yield from (f"_{message('terminal.summary.not-depa', lang)}_", "")


def _numbers(assessment: Assessment, score: Score) -> Iterator[str]:
    lang = assessment.lang
    shares = [(named("metrics", key, lang), getattr(score, key)) for key in METRICS]
    if score.adjusted != score.readiness:
        shares.insert(1, (message("terminal.summary.adjusted", lang), score.adjusted))
    shares += [(f"{part.key} {part.title}", part.share) for part in assessment.groups]
    rows = [
        (name, str(points(share.points)), str(points(share.out_of)), percent_text(share))
        for name, share in shares
    ]
    yield from table(("", *_heads(lang, "report.points", "report.out-of", "report.percent")), rows)
    counts = [
        (named("levels", level, lang), *map(str, assessment.count(level).values()))
        for level in LEVELS
    ]
    yield from table(("", *(named("statuses", status, lang) for status in STATUSES)), counts)
    yield from (phrases.basis(score, lang), "")


def _set_aside(assessment: Assessment) -> Iterator[str]:
    """Yield what does not count today, with its reason, and the waivers that only mark."""
    lang = assessment.lang
    aside, marked = assessment.set_aside, assessment.marked
    if not aside and not marked:
        return
    count = len(aside) + len(marked)
    yield from (f"### {message('terminal.lists.set-aside', lang, count=count)}", "")
    rows = [
        (finding.code, finding.location.line, finding.rule.title, reason(finding, lang))
        for finding in aside[:SHOWN]
    ]
    rows += [(row.id, "", row.title, marking(row, lang)) for row in marked]
    yield from table(
        _heads(lang, "report.code", "report.place", "report.found", "report.why"), rows
    )
    yield from _more(aside, lang)


def _heads(lang: str, *keys: str) -> list[str]:
    return [message(key, lang) for key in keys]


def _more(found: Sequence[Finding], lang: str) -> Iterator[str]:
    if len(found) > SHOWN:
        yield from (message("terminal.job.not-listed", lang, count=len(found) - SHOWN), "")
