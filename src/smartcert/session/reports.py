"""What a session makes of the proposals it read; a check has no use for it."""

from __future__ import annotations

from smartcert.assessment.submission import Submission
from smartcert.catalog.model import Catalog
from smartcert.gap_report.view import Report, build
from smartcert.rounds.comments import comment_outcomes
from smartcert.rounds.comparison import compare_rounds


def report_on(new: Submission, old: Submission | None, catalog: Catalog) -> Report:
    """Return the gap report on a proposal, compared with an earlier round where there is one."""
    return build(
        new.assessment,
        new.document,
        catalog,
        compare_rounds(old, new) if old else None,
        comment_outcomes(new, old),
        new.attachments.reviews,
        old.document if old else None,
    )
