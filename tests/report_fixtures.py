"""Two rounds of one proposal, a review between them, and the reports they come to."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from smartcert.cli import report
from smartcert.cli.options import ReportOptions
from smartcert.cli.settings import resolve, start_of
from smartcert.gap_report.view import Report

DATA = Path(__file__).with_name("data")
TODAY = "2026-11-21"


def make(options: ReportOptions) -> Report:
    """Give the report that a command with these options writes."""
    settings = resolve(options, start_of((options.proposal,))).in_thai_unless_stated()
    return report.make(options, settings)


@cache
def _report(proposal: str, **options: Any) -> Report:
    return make(ReportOptions(proposal=proposal, today=TODAY, **options))


@pytest.fixture(scope="session")
def second() -> Callable[..., Report]:
    """The second round against the first, in a language."""
    return lambda lang="en": _report(
        str(DATA / "round-2.yaml"), earlier=str(DATA / "round-1.yaml"), lang=lang
    )


@pytest.fixture
def first() -> Callable[..., Report]:
    """The first round alone."""
    return lambda lang="en": _report(str(DATA / "round-1.yaml"), lang=lang)


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} ]]> --> "
    "</style></title> "
    "[click](javascript:alert(1)) `code` ```\n\n# heading | cell | \\x1b[31m \\u202e "
    + "ก"
    * 100_000
)
"""What a proposal may say to do harm; in YAML between double quotes, whose escapes these are."""


@pytest.fixture
def hostile(tmp_path: Path) -> Callable[..., Report]:
    """A proposal full of markup, templates, links, control characters and a word without end."""

    def report(lang: str = "en") -> Report:
        text = HOSTILE.replace("\n", "\\n").replace('"', '\\"')
        file = tmp_path / "proposal.yaml"
        file.write_text(
            f"""smartcert: 1
profile: logo
round: 2
applicant: {{name: "{text}"}}
area: {{name: "{text}", vision: "{text}"}}
infrastructure:
  budget: {{total: 5 baht, by_year: {{2569: 5 baht}}}}
  funding: [{{id: "{text}", source: "{text}", amount: 5 baht}}]
services:
  mobility:
    projects:
      - {{id: "{text}", name: "{text}", owner: "{text}", start: 2569, end: 2571, budget: 5 baht}}
    kpis: [{{id: "{text}", name: "{text}", unit: "{text}", baseline: {{value: 1, year: 2568}}}}]
responses: [{{comment: "javascript:alert(1)", action: "{text}", where: ["{text}"]}}]
"{text[:200]}": 1
""",
            encoding="utf-8",
        )
        review = tmp_path / "review.yaml"
        review.write_text(
            f'smartcert-review: 1\ncomments: [{{id: "{text}", at: "{text}", text: "{text}"}}]\n',
            encoding="utf-8",
        )
        baseline = tmp_path / "round-1.yaml"
        baseline.write_text(f'smartcert: 1\narea: {{vision: "{text[:90]}"}}\n', encoding="utf-8")
        return make(
            ReportOptions(
                proposal=str(file),
                earlier=str(baseline),
                reviews=(str(review),),
                lang=lang,
                today=TODAY,
                profile="logo",
            )
        )

    return report
