"""How a proposal stands against a baseline, as one sentence."""

from __future__ import annotations

from smartcert.assessment.result import BaselineDiff
from smartcert.messages.message import message
from smartcert.thai.date import format_date, from_date


def told(standing: BaselineDiff, lang: str) -> str:
    """Return the sentence: of which day, how large, how much of it is fixed, and what is new."""
    sentence = message(
        "terminal.baseline.standing",
        lang,
        date=format_date(from_date(standing.written), lang),
        age=message("terminal.baseline.age", lang, count=standing.age)
        if standing.age >= 0
        else message("terminal.baseline.age-later", lang),
        count=standing.size,
        fixed=len(standing.fixed),
        new=standing.new,
    )
    return sentence + (
        message("terminal.baseline.not-asked", lang, count=len(standing.dropped))
        if standing.dropped
        else ""
    )
