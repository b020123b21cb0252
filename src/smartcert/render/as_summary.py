"""Assessments as a short Markdown summary, for a pull request or a job's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartcert.assessment import Assessment
from smartcert.catalog.model import Catalog
from smartcert.i18n.report import word
from smartcert.i18n.terms import term
from smartcert.render.as_markdown import escape, table
from smartcert.render.numbers import percent_text, points

SHOWN = 25
"""Gaps that are listed; the number of the others is told."""


def render(assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Give a section for each assessment."""
    return "\n".join(line for assessment in assessments for line in _section(assessment)) + "\n"


def _section(assessment: Assessment) -> Iterator[str]:
    lang = assessment.lang
    yield f"## {escape(assessment.name or assessment.file)}: {term(assessment.verdict, lang)}"
    yield ""
    score = assessment.score
    if score is not None:
        named = [(term(key, lang), getattr(score, key)) for key in ("readiness", "completeness", "evidence")]
        if score.adjusted != score.readiness:
            named.insert(1, (term("adjusted", lang), score.adjusted))
        groups = [(f"{part.key} {escape(part.title)}", part.share) for part in assessment.groups]
        heads = ("", word("points", lang), word("out-of", lang), word("percent", lang))
        rows = [
            (name, str(points(share.points)), str(points(share.out_of)), percent_text(share)) for name, share in named + groups
        ]
        yield from table(heads, rows)
    shown = [finding for finding in assessment.findings if finding.suppression is None]
    if shown:
        heads = (word("code", lang), word("level", lang), word("place", lang), word("found", lang))
        yield from table(
            heads,
            (
                (
                    finding.code,
                    term(finding.level if finding.level != "recommended" else "level-recommended", lang),
                    f"{escape(finding.file)}:{finding.span.line}",
                    f"{escape(finding.title)}: {escape(finding.message)}",
                )
                for finding in shown[:SHOWN]
            ),
        )
        if len(shown) > SHOWN:
            yield term("more", lang, count=len(shown) - SHOWN)
            yield ""
    yield f"_{term('not-depa', lang)}_"
    yield ""
