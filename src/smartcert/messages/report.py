"""Keys as they were called before; goes when nobody calls `word` any more."""

from smartcert.messages.message import message

_MOVED = {
    "verdict": "report.verdict",
    "met": "names.statuses.met",
    "partial": "names.statuses.partial",
    "missing": "names.statuses.missing",
    "waived": "names.statuses.waived",
    "not-applicable": "names.statuses.not-applicable",
    "needs-person": "names.statuses.needs-person",
    "mandatory": "names.levels.mandatory",
    "recommended": "names.levels.recommended",
    "arithmetic": "report.arithmetic",
    "regressed": "names.changes.regressed",
    "worse": "names.changes.worse",
    "opened": "names.changes.opened",
    "fixed": "names.changes.fixed",
    "better": "names.changes.better",
    "remaining": "names.changes.remaining",
    "only-new": "names.changes.only-new",
    "only-old": "names.changes.only-old",
    "closed": "names.responses.closed",
    "answered": "names.responses.answered",
    "by-person": "names.responses.by-person",
    "unanswered": "names.responses.unanswered",
    "planned": "names.progress.planned",
    "funded": "names.progress.funded",
    "running": "names.progress.running",
    "done": "names.progress.done",
    "stopped": "names.progress.stopped",
    "increase": "names.directions.increase",
    "decrease": "names.directions.decrease",
    "maintain": "names.directions.maintain",
    "readiness-is": "report.meaning.readiness",
    "completeness-is": "report.meaning.completeness",
    "evidence-is": "report.meaning.evidence",
    "by-group": "report.by.group",
    "by-smart": "report.by.smart",
    "money-by-source": "report.by.source",
    "money-by-year": "report.by.year",
    "money-by-smart": "report.by.smart",
}


def word(key: str, lang: str, **params: object) -> str:
    """Return a phrase in a language, with its names filled in."""
    return message(_MOVED.get(key, f"report.{key}"), lang, **params)
