"""Assessments as one comment on a pull request: what has changed first, then what is open.

The first line is the mark by which a job finds its comment and writes it anew in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartcert.assessment.result import Assessment, ProgressSince
from smartcert.assessment.score import percent_text
from smartcert.messages.message import message
from smartcert.messages.names import named
from smartcert.render.mark import MARKDOWN
from smartcert.render.markup import escape, table
from smartcert.render.number_format import change
from smartcert.render.summary import RANK, overview, title

MARK = "<!-- smartcert-comment -->"

LONGEST = 60_000
"""Characters; GitHub takes 65,536."""

SHOWN = 10
"""Gaps of one proposal that are listed, and requirements that a line names."""


def render(assessments: Sequence[Assessment]) -> Iterator[str]:
    """Yield the comment, cut between proposals where it would be too long."""
    lang = assessments[0].lang
    page = "\n".join([MARK, *overview(assessments)]) + "\n"
    ordered = sorted(assessments, key=_order)
    for number, assessment in enumerate(ordered):
        section = "\n".join(_section(assessment)) + "\n"
        if len(page) + len(section) > LONGEST:
            page += message("terminal.job.no-room", lang, count=len(ordered) - number) + "\n"
            break
        page += section
    yield page + f"_{message('terminal.summary.not-depa', lang)}_\n" + MARKDOWN


def _order(assessment: Assessment) -> tuple[bool, int]:
    """Return what comes first: a proposal that lost something, then what is furthest behind."""
    since = assessment.since
    return not (since and since.lost), RANK.index(assessment.verdict)


def _section(assessment: Assessment) -> Iterator[str]:
    lang = assessment.lang
    verdict = named("verdicts", assessment.verdict, lang)
    yield from (f"### {escape(title(assessment))}: {verdict}", "")
    readiness = percent_text(assessment.score.readiness if assessment.score else None)
    since = assessment.since
    if since is None:
        yield message("terminal.comment.readiness", lang, now=readiness)
    else:
        yield from _changed(since, assessment, readiness)
    yield ""
    for gate in assessment.reported_gates:
        mark = "**" if gate.outcome == "failed" else "_"
        yield from (f"{mark}{escape(gate.message)}{mark}", "")
    found = assessment.counting[:SHOWN]
    if found:
        rows = ((each.code, each.location.line, each.message) for each in found)
        heads = [message(f"report.{key}", lang) for key in ("code", "place", "found")]
        yield from table(heads, rows)
    if rest := len(assessment.counting) - len(found):
        yield from (message("terminal.job.not-listed", lang, count=rest), "")


def _changed(since: ProgressSince, assessment: Assessment, readiness: str) -> Iterator[str]:
    lang, score = assessment.lang, assessment.score
    moved = change(score.readiness, since.readiness) if score else "–"
    before = percent_text(since.readiness)
    said = {"before": before, "now": readiness, "moved": moved}
    counts = {"fixed": len(since.fixed), "opened": len(since.opened), "lost": len(since.lost)}
    yield f"**{message('terminal.comment.since', lang, **said, **counts)}**"
    for key, names in (("lost", since.lost), ("fixed", since.fixed), ("opened", since.opened)):
        if names:
            more = f" … (+{len(names) - SHOWN})" if len(names) > SHOWN else ""
            yield f"- {message(_NAMES[key], lang)}: {', '.join(names[:SHOWN])}{more}"


_NAMES = {
    "lost": "terminal.comment.lost",
    "fixed": "terminal.comment.fixed",
    "opened": "terminal.comment.opened",
}
