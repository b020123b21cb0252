"""What the page asks of smartcert: a question in, an answer out, both as JSON.

It runs in the browser, in a folder of files that the page has put there, and stands on what any
program may call.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import Any

import smartcert

FOLDER = Path("/desk")
"""Where the files lie that a person has opened."""

Question = dict[str, Any]
Answer = dict[str, Any]


def answer(question: str) -> str:
    """Return the answer to a question; what is wrong with it is an answer too."""
    asked = json.loads(question)
    FOLDER.mkdir(exist_ok=True)
    os.chdir(FOLDER)
    try:
        return json.dumps(ANSWERS[asked["ask"]](asked), ensure_ascii=False)
    except smartcert.SmartcertError as wrong:
        return json.dumps({"wrong": wrong.text(asked.get("lang", "th"))}, ensure_ascii=False)


def _terms(asked: Question) -> dict[str, Any]:
    terms = {"lang": asked.get("lang", "th"), "profile": asked.get("profile") or None}
    return terms | ({"today": date.fromisoformat(asked["today"])} if asked.get("today") else {})


def _reviews(asked: Question) -> list[str]:
    return asked.get("reviews") or []


def check(asked: Question) -> Answer:
    """Return the assessment of a file, as `check --format json` prints it."""
    found = smartcert.check(asked["file"], reviews=_reviews(asked), **_terms(asked))
    return {"json": smartcert.write(found)}


def report(asked: Question) -> Answer:
    """Return the gap report of a file, compared with an earlier one where one is named."""
    made = smartcert.report(
        asked["file"],
        format=asked["format"],
        baseline=asked.get("baseline") or None,
        reviews=_reviews(asked),
        **_terms(asked),
    )
    return {"text": made}


def compare(asked: Question) -> Answer:
    """Return what changed between two rounds."""
    both = smartcert.compare(
        asked["baseline"], asked["file"], reviews=_reviews(asked), **_terms(asked)
    )
    return {"fixed": len(both.fixed), "remaining": len(both.remaining),
            "new": len(both.new_findings)}  # fmt: skip


def workbook(asked: Question) -> Answer:
    """Return the workbook of a file or of a draft, with its gaps where that is asked."""
    made = smartcert.form(_proposal(asked), gaps=asked.get("gaps", False), **_terms(asked))
    return {"base64": b64encode(made).decode()}


def review(asked: Question) -> Answer:
    """Return a review of a file for a committee to edit."""
    return {"text": smartcert.draft_review(asked["file"], **_terms(asked))}


def fix(asked: Question) -> Answer:
    """Return what mends the slips of a file, as a diff, and the file without them."""
    repairs = smartcert.fix(asked["file"])
    before, after = repairs.source.text, repairs.text()
    name = asked["file"]
    diff = unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="")
    mended = repairs.content(Path(name).read_bytes()) if repairs.mended else b""
    return {
        "count": len(repairs.mended),
        "left": len(repairs.left),
        "diff": "\n".join(diff),
        "base64": b64encode(mended).decode(),
    }


def fields(asked: Question) -> Answer:
    """Return what the form asks for."""
    return {"fields": smartcert.fields(**_terms(asked))}


def data(asked: Question) -> Answer:
    """Return what a file says, for the form to hold."""
    return {"data": smartcert.data_of(asked["file"])}


def draft(asked: Question) -> Answer:
    """Return what is open in a draft, each at its field, and how far it is."""
    found = smartcert.check(asked["data"], folder=FOLDER, reviews=_reviews(asked), **_terms(asked))
    score = found.score
    return {
        "verdict": found.verdict,
        "readiness": score and [float(score.readiness.points), float(score.readiness.out_of)],
        "counts": {level: found.count(level) for level in ("mandatory", "recommended")},
        "findings": [*_told(found.counting)],
        "readings": [{"path": [*reading.path], "read": reading.read} for reading in found.readings],
    }


def _told(findings: tuple[smartcert.Finding, ...]) -> Iterator[Answer]:
    for finding in findings:
        yield {
            "path": [*finding.location.path],
            "code": finding.code,
            "title": finding.rule.title,
            "level": finding.level,
            "message": finding.message,
            "fix": finding.fix,
        }


def yaml(asked: Question) -> Answer:
    """Return a draft, or a workbook, as YAML; lines of the opened file stay where they can."""
    into = asked.get("into")
    is_yaml = into and not into.lower().endswith(".xlsx")
    return {"text": smartcert.to_yaml(_proposal(asked), into=into if is_yaml else None)}


def _proposal(asked: Question) -> Any:
    return asked["data"] if "data" in asked else asked["file"]


ANSWERS: dict[str, Callable[[Question], Answer]] = {
    "check": check,
    "report": report,
    "compare": compare,
    "workbook": workbook,
    "review": review,
    "fix": fix,
    "fields": fields,
    "data": data,
    "draft": draft,
    "yaml": yaml,
}
