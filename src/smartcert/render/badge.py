"""Assessments as a small SVG badge: the readiness, in the colour of the verdict.

Of several proposals, the one furthest behind is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from smartcert.assessment.result import Assessment
from smartcert.assessment.score import percent_text
from smartcert.messages.message import message
from smartcert.messages.names import named
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


def render(assessments: Sequence[Assessment]) -> str:
    """Return an SVG picture with a title for those who can't see it."""
    shown = min(
        assessments,
        key=lambda item: (
            RANK.index(item.verdict),
            item.score.readiness.value or 0 if item.score else 0,
        ),
    )
    label = f"smartcert {message('names.metrics.readiness', shown.lang)}"
    value = (
        percent_text(shown.score.readiness)
        if shown.score
        else message("names.verdicts.unreadable", shown.lang)
    )
    left, right = (round(width(text) * LETTER + 14) for text in (label, value))
    title = escape(f"{label} {value}: {named('verdicts', shown.verdict, shown.lang)}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="22" '
        f'role="img" aria-label="{title}">'
        f"<title>{title}</title>"
        f'<rect width="{left}" height="22" fill="#333"/>'
        f'<rect x="{left}" width="{right}" height="22" fill="{COLOURS[shown.verdict]}"/>'
        '<g fill="#fff" text-anchor="middle" '
        'font-family="Sarabun,Tahoma,Verdana,sans-serif" font-size="12">'
        f'<text x="{left / 2:g}" y="15">{escape(label)}</text>'
        f'<text x="{left + right / 2:g}" y="15">{escape(value)}</text>'
        "</g></svg>\n"
    )
