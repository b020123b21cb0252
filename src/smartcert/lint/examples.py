"""Trying a requirement on a fragment of a proposal, as its examples and the tests of a catalog do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from smartcert.assessment.assessor import Question
from smartcert.assessment.result import Assessment, RequirementResult
from smartcert.assessment.submission import submit
from smartcert.catalog.model import Catalog, Requirement
from smartcert.source import read_source

TODAY = date(2026, 11, 21)
"""Examples are judged as of one fixed day."""


def try_fragment(
    catalog: Catalog, requirement: Requirement, fragment: str
) -> tuple[Assessment, list[RequirementResult]]:
    """Assess a fragment in the first profile and the last edition that ask for the requirement; give its rows too."""
    editions = [
        entry["id"] for entry in catalog.editions if requirement in catalog.in_edition(entry["id"])
    ]
    profiles = {entry["id"] for entry in catalog.profiles}
    question = Question(
        catalog=replace(catalog, requirements=(requirement,)),
        today=TODAY,
        lang="en",
        profile=next((profile for profile in requirement.profiles if profile in profiles), None),
        edition=editions[-1] if editions else None,
    )
    assessment = submit(read_source(fragment.encode(), requirement.id), question).assessment
    return assessment, [row for row in assessment.requirements if row.id == requirement.id]
