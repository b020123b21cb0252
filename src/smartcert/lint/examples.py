"""Trying a requirement on a fragment of a proposal, as its examples and tests do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.assessment.submission import submit
from smartcert.catalog.model import Catalog, Requirement
from smartcert.source import read_source

TODAY = date(2026, 11, 21)
"""Examples are judged as of one fixed day."""


def try_fragment(
    catalog: Catalog, requirement: Requirement, fragment: str
) -> tuple[Assessment, list[RequirementResult]]:
    """Return the assessment of a fragment, and the requirement's rows in it.

    It is assessed in the first profile and the last edition that ask for the requirement.
    """
    editions = [edition for edition in catalog.editions if requirement.asked_in(edition)]
    question = Question(
        catalog=replace(catalog, requirements={requirement.id: requirement}),
        today=TODAY,
        lang="en",
        profile=next((name for name in requirement.profiles if name in catalog.profiles), None),
        edition=editions[-1] if editions else None,
        knows_samples=False,
    )
    assessment = submit(read_source(fragment.encode(), requirement.id), question).assessment
    return assessment, [row for row in assessment.requirements if row.id == requirement.id]
