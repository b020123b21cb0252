"""Assessments as JSON, format 1.

Keys are a promise: within format 1 none is renamed, removed or given another meaning; new ones may
be added.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from smartcert import __version__
from smartcert.assessment.result import Assessment, BaselineDiff, Subscore
from smartcert.assessment.score import Share, percent, points
from smartcert.assessment.waivers import Waiver
from smartcert.characters import as_json
from smartcert.findings.finding import Finding
from smartcert.findings.status import UNMET, Level
from smartcert.patterns import lazy_pattern
from smartcert.render.entries import OutputEntry
from smartcert.rounds.comments import CommentOutcome
from smartcert.rounds.comparison import Comparison
from smartcert.rounds.dropping import Dropping
from smartcert.rounds.unchecked import Unchecked
from smartcert.source.path import dotted
from smartcert.source.span import Span

if TYPE_CHECKING:
    from smartcert.proposal.judgement import Judgement

SIDE = ("catalog", "proposal", "verdict", "score", "basis", "counts")
"""What a comparison says of each round."""

BETWEEN = ",\n    "
"""What parts one assessment of several from the next."""

_COMMAND = lazy_pattern(r"##(?=\w*\[)")
"""What begins a command to a CI runner anywhere in a line: `##[group]`, `##vso[task.complete]`."""


def opening(*, alone: bool) -> str:
    """Return what stands before the assessments: one is the object itself, several are in one."""
    if alone:
        return ""
    head = {"format": 1, "smartcert": __version__}
    return f'{text_of(head)[:-3]},\n  "assessments": [\n    '


def entries(assessment: Assessment, *, alone: bool) -> Iterator[OutputEntry]:
    """Yield the assessment; of one alone, without its end."""
    texts = pieces(one(assessment), "\n" if alone else "\n    ")
    yield OutputEntry(_without_end(texts) if alone else texts)


def _without_end(texts: Iterator[str]) -> Iterator[str]:
    before = next(texts)
    for text in texts:
        yield before
        before = text


def closing(rest: Unchecked, *, alone: bool, empty: bool) -> str:
    """Return the end of the object, with what was not checked, where there is anything."""
    end = "" if alone else "]" if empty else "\n  ]"
    if rest:
        told = {"unrecognised": rest.unclear, "lost": [each._asdict() for each in rest.lost]}
        end += f",{text_of(told)[1:-3]}"
    return f"{end}\n}}\n"


def text_of(data: dict[str, Any] | list[dict[str, Any]]) -> str:
    """Write plain data as the text of a JSON file."""
    return "".join(pieces(data)) + "\n"


def pieces(value: Any, margin: str = "\n") -> Iterator[str]:
    """Yield plain data as JSON; an iterator in it is a list whose items are made as it is written.

    `margin` begins each line but the first.
    """
    if not isinstance(value, Iterator) and not _has_iterators(value):
        text = json.dumps(value, ensure_ascii=False, indent=2).replace("\n", margin)
        yield _COMMAND.sub(r"\\u0023#", as_json(text))
        return
    inside = f"{margin}  "
    first, last = ("{", "}") if isinstance(value, dict) else ("[", "]")
    items = value.items() if isinstance(value, dict) else (("", item) for item in value)
    before = first
    for key, item in items:
        yield f'{before}{inside}"{key}": ' if key else f"{before}{inside}"
        yield from pieces(item, inside)
        before = ","
    yield f"{first}{last}" if before == first else f"{margin}{last}"


def _has_iterators(value: Any) -> bool:
    if isinstance(value, dict):
        return any(isinstance(each, Iterator) or _has_iterators(each) for each in value.values())
    return isinstance(value, list) and any(map(_has_iterators, value))


def numbers(assessment: Assessment) -> dict[str, Any]:
    """Return what was held against which catalog, and what came of it in numbers, as plain data."""
    score = assessment.score
    return {
        "date": assessment.today.isoformat(),
        "lang": assessment.lang,
        "catalog": {
            "id": assessment.catalog_id,
            "edition": assessment.edition,
            "profile": assessment.profile,
            "digest": assessment.catalog_digest,
        },
        "proposal": {
            "file": assessment.file,
            "name": assessment.name,
            "round": assessment.round,
            "digest": assessment.digest,
        },
        "verdict": assessment.verdict,
        "score": {
            "readiness": _share(score.readiness if score else None),
            "adjusted": _share(score.adjusted if score else None),
            "mandatory": _share(score.mandatory if score else None),
            "recommended": _share(score.recommended if score else None),
            "completeness": _share(score.completeness if score else None),
            "evidence": _share(score.evidence if score else None),
        },
        "basis": {
            basis: {"points": points(share.points), "out_of": points(share.out_of)}
            for basis, share in (score.basis if score else {}).items()
        },
        "substance": {
            "no_answers": dict(assessment.substance.no_answers),
            "waiting": assessment.substance.waiting,
            "repeated": assessment.substance.repeated,
            "unlike_sentences": assessment.substance.unlike,
            "copies": assessment.substance.copies,
        },
        "counts": {level: _counts(assessment, level) for level in ("mandatory", "recommended")},
        "baseline": _baseline(assessment.standing),
    }


def one(assessment: Assessment) -> dict[str, Any]:
    """Return one assessment as plain data, its long lists as iterators."""
    return {
        "format": 1,
        "smartcert": __version__,
        **numbers(assessment),
        "groups": [_part(part, "id") for part in assessment.groups],
        "smarts": [_smart(part) for part in assessment.smarts],
        "requirements": (
            {
                "id": item.id,
                "group": item.group,
                "smart": item.smart,
                "title": item.title,
                "level": item.level,
                "basis": item.basis,
                "status": item.status,
                "points": points(item.share.points),
                "out_of": points(item.share.out_of),
                "weight": item.weight,
                "backed": item.backed,
                "findings": list(item.findings),
                "waiver": _waiver(item.waiver),
                "judgement": _judgement(item.judgement),
                "judged_text": None
                if item.judged_text is None
                else {"of": item.judged_text.fingerprint, "text": item.judged_text.text},
            }
            for item in assessment.requirements
        ),
        "empty_fields": (dotted(path) for path in assessment.empty),
        "findings": map(_finding, assessment.findings),
        "readings": (
            {
                "path": dotted(reading.path),
                "written": reading.written,
                "read": reading.read,
                "code": reading.code,
                "line": reading.span.line,
                "column": reading.span.column,
                **_cell(reading.span),
            }
            for reading in assessment.readings
        ),
        "gates": [
            {"gate": gate.name, "outcome": gate.outcome, "message": gate.message}
            for gate in assessment.gates
        ],
    }


def _share(share: Share | None) -> dict[str, Any] | None:
    if share is None:
        return None
    return {"value": percent(share), "points": points(share.points), "out_of": points(share.out_of)}


def _counts(assessment: Assessment, level: Level) -> dict[str, int]:
    return {status.replace("-", "_"): count for status, count in assessment.count(level).items()}


def _baseline(standing: BaselineDiff | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    return {
        "date": standing.written.isoformat(),
        "age": standing.age,
        "size": standing.size,
        "fixed": len(standing.fixed),
        "no_longer_asked": len(standing.dropped),
        "new": standing.new,
    }


def _part(part: Subscore, key: str) -> dict[str, Any]:
    return {
        key: part.key,
        "title": part.title,
        "points": points(part.share.points),
        "out_of": points(part.share.out_of),
        "value": percent(part.share),
        "completeness": _share(part.completeness),
        "evidence": _share(part.evidence),
    }


def _smart(part: Subscore) -> dict[str, Any]:
    row = _part(part, "key")
    return {"key": row.pop("key"), "title": row.pop("title"), "declared": part.declared, **row}


def _waiver(waiver: Waiver | None) -> dict[str, str | None] | None:
    if waiver is None:
        return None
    begins = waiver.begins.written if waiver.begins else None
    return {
        "reason": waiver.reason,
        "approver": waiver.approver,
        "from": begins,
        "until": waiver.until.written,
    }


def _judgement(found: Judgement | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "met": found.met,
        "by": found.by,
        "date": found.date.written,
        "reason": found.reason,
        "of": found.of,
        "file": found.file,
    }


def _cell(span: Span) -> dict[str, str]:
    """Return the sheet and the cell of a place in a workbook, nothing of one in a text."""
    return {"sheet": span.sheet, "cell": span.cell} if span.sheet else {}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "code": finding.code,
        "requirement": finding.rule.requirement,
        "requirements": list(finding.requirements),
        "smart": finding.smart,
        "status": finding.status,
        "level": finding.level,
        "title": finding.rule.title,
        "message": finding.message,
        "why": finding.rule.why,
        "fix": finding.fix,
        "stub": finding.stub,
        "basis": finding.rule.basis,
        "sources": list(finding.rule.sources),
        "path": finding.location.dotted,
        "file": finding.location.file,
        "line": finding.location.span.line,
        "column": finding.location.span.column,
        "end_line": finding.location.span.end_line,
        "end_column": finding.location.span.end_column,
        **_cell(finding.location.span),
        "suppressed": None
        if finding.suppression is None
        else {"kind": finding.suppression.kind, "reason": finding.suppression.reason},
        "related": [
            {
                "path": other.dotted,
                "line": other.span.line,
                "column": other.span.column,
                **_cell(other.span),
            }
            for other in finding.related
        ],
    }


def compared(comparison: Comparison, outcomes: Sequence[CommentOutcome]) -> dict[str, Any]:
    """Return a comparison of two rounds as plain data.

    Findings are named by their ids; fixed and new ones stand there in full, too.
    """
    return {
        "format": 1,
        "smartcert": __version__,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "requirements": [
            {
                "id": change.id,
                "smart": change.smart,
                "title": change.title,
                "level": change.level,
                "before": change.before,
                "after": change.after,
                "turn": change.kind,
                "by_dropping": change in comparison.by_dropping,
                "judgement": _judgement(change.judgement),
            }
            for change in comparison.changes
        ],
        "dropping": _dropping(comparison.dropping),
        "fixed": [finding.id for finding in comparison.fixed],
        "fixed_findings": [
            {**_finding(finding), "now": found.text if found else None}
            for finding in comparison.fixed
            for found in [comparison.present.get(finding.id)]
        ],
        "dropped": [finding.id for finding in comparison.dropped],
        "remaining": [finding.id for finding in comparison.remaining],
        "new_findings": [_finding(finding) for finding in comparison.new_findings],
        "comments": [
            {
                "id": outcome.comment.id,
                "file": outcome.review.file,
                "round": outcome.review.round,
                "by": outcome.review.by,
                "text": outcome.comment.text,
                "action": outcome.action,
                "where": list(outcome.where),
                "requirements": [
                    {"id": key, "status": status} for key, status in outcome.requirements
                ],
                "status": outcome.status,
                "open": outcome.is_open,
                "settled": outcome.settled,
                "settled_on": outcome.comment.settled_on.written
                if outcome.settled is not None and outcome.comment.settled_on
                else None,
                "changed": [passage.path for passage in outcome.passages if passage.changed],
                "nowhere": list(outcome.nowhere),
                "reading": _reading(outcome),
            }
            for outcome in outcomes
        ],
    }


def _dropping(found: Dropping | None) -> dict[str, Any] | None:
    """Return what the new round says no more, and what the old one comes to without that."""
    if found is None:
        return None
    score = found.alone.score
    return {
        "paths": [dotted(path) for path in found.paths],
        "readiness": _share(score.readiness if score else None),
    }


def _reading(outcome: CommentOutcome) -> str:
    """Return the older name of how a comment stands; `closed` is the committee's word alone.

    `answered`: a requirement it names is open; `by-person`: nobody but a person can tell.
    """
    if outcome.settled:
        return "closed"
    if outcome.status == "unanswered":
        return "unanswered"
    is_unmet = any(status in UNMET for _, status in outcome.requirements)
    return "answered" if is_unmet else "by-person"


def _side(assessment: Assessment) -> dict[str, Any]:
    whole = numbers(assessment)
    return {key: whole[key] for key in SIDE}
