"""Readiness as a small SVG badge in the colour of the verdict; of several, the furthest behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import percent_text
from smartcert.messages.names import named
from smartcert.render import phrases
from smartcert.thai.words import width

COLOURS = {
    "ready": "#1a6b3c",
    "ready-with-gaps": "#8a5a00",
    "not-ready": "#9c1c28",
    "unreadable": "#555555",
}
RANK = ("unreadable", "not-ready", "ready-with-gaps", "ready")
LETTER = 7.2
"""Pixels a letter takes, about."""


def render(assessments: Sequence[Assessment]) -> Iterator[str]:
    """Yield an SVG picture with a title for those who can't see it."""
    shown = min(assessments, key=_order)
    lang, score = shown.lang, shown.score
    label = f"smartcert {named('metrics', 'readiness', lang)}"
    verdict = named("verdicts", shown.verdict, lang)
    value = percent_text(score.readiness) if score else verdict
    left, right = (round(width(text) * LETTER + 14) for text in (label, value))
    title = escape(f"{label} {value}: {verdict}")
    rests = f"<desc>{escape(phrases.basis(score, lang))}</desc>" if score else ""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="22"'
        f' role="img" aria-label="{title}"><title>{title}</title>{rests}'
        f'<rect width="{left}" height="22" fill="#333"/>'
        f'<rect x="{left}" width="{right}" height="22" fill="{COLOURS[shown.verdict]}"/>'
        '<g fill="#fff" text-anchor="middle"'
        ' font-family="Sarabun,Tahoma,Verdana,sans-serif" font-size="12">'
        f'<text x="{left / 2:g}" y="15">{escape(label)}</text>'
        f'<text x="{left + right / 2:g}" y="15">{escape(value)}</text></g></svg>\n'
    )


def _order(assessment: Assessment) -> tuple[int, Fraction | int]:
    """Return what is least of the proposal that is furthest behind."""
    score = assessment.score
    return RANK.index(assessment.verdict), (score.readiness.value or 0) if score else 0
