"""Trying a requirement on a fragment of a proposal, as its examples and the tests of a catalog do."""

from __future__ import annotations

from datetime import date

from smartcert.assess import Question, assess
from smartcert.assessment import Assessment, Judged
from smartcert.catalog.model import Catalog, Requirement
from smartcert.source import read_source

TODAY = date(2026, 11, 21)
"""Examples are judged as of one fixed day."""


def try_fragment(catalog: Catalog, requirement: Requirement, fragment: str) -> tuple[Assessment, list[Judged]]:
    """Assess a fragment in the first profile and the last edition that ask for the requirement; give its rows too."""
    asked = [entry["id"] for entry in catalog.editions if requirement in catalog.in_edition(entry["id"])]
    question = Question(catalog=catalog, today=TODAY, lang="en", profile=requirement.profiles[0], edition=asked[-1])
    assessment = assess(read_source(fragment.encode(), requirement.id), question)
    return assessment, [row for row in assessment.requirements if row.id == requirement.id]
