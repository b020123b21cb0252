"""Short ways for tests to ask what a text comes to."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment
from smartcert.catalog.loader import load_catalog
from smartcert.catalog.model import Catalog
from smartcert.cli.main import main
from smartcert.proposal.attachments import NO_ATTACHMENTS, find_attachments
from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.render.formats import render_check
from smartcert.source import read_source

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
GOLDEN = ROOT / "tests" / "golden"
TODAY = date(2026, 11, 21)


@cache
def catalog(where: str | None = None) -> Catalog:
    return load_catalog(where)


def assessed(
    text: str, *, folder: Path | None = None, where: str | None = None, **question: Any
) -> Assessment:
    """Assess a proposal given as text, in English unless said otherwise."""
    asked = Question(
        catalog=catalog(where),
        today=question.pop("today", TODAY),
        lang=question.pop("lang", "en"),
        **question,
    )
    document = read_document(read_source(text.encode(), "proposal.yaml", keys=key_forms))
    attachments = find_attachments(document.data, folder) if folder else NO_ATTACHMENTS
    return assess(document, asked, attachments)


def rendered(name: str, *assessments: Assessment) -> str:
    """Write assessments in a format, as `check` does."""
    return render_check(name, assessments, catalog())


def statuses(assessment: Assessment) -> dict[str, str]:
    """Give each requirement's status; one about a Smart is called `C4-R3/mobility`."""
    return {
        f"{row.id}/{row.smart}" if row.smart else row.id: row.status
        for row in assessment.requirements
    }


class Run(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Run:
    """Run the command in this process, as if its output were piped."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), encoding="utf-8"),
        io.TextIOWrapper(io.BytesIO(), encoding="utf-8"),
    )
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
        for stream in (out, err):
            stream.flush()
    return Run(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))  # type: ignore[attr-defined]


def golden(name: str, text: str) -> str:
    """Give what a golden file says; write it first when the environment asks for that."""
    import os

    path = GOLDEN / name
    if os.environ.get("SMARTCERT_WRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def python() -> str:
    return sys.executable
