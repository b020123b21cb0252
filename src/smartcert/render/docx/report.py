"""The gap report as a Word document that an office can edit, with tables to fill in: the official form of its contents."""

from __future__ import annotations

from smartcert import __version__
from smartcert.gap_report.view import Report
from smartcert.render.docx.document import Page
from smartcert.render.docx.everything import everything, faults, sources
from smartcert.render.docx.figures import kpis, money, projects
from smartcert.render.docx.head import head
from smartcert.render.docx.numbers import numbers
from smartcert.render.docx.rounds import appendix, comments, gaps, then_and_now
from smartcert.render.docx.steps import action_plan, steps


def render(report: Report) -> bytes:
    """Return the report as a DOCX file. The same report gives the same bytes."""
    page = Page(report.t("report"), f"smartcert {__version__}", report.assessment.today)
    head(page, report)
    if report.assessment.score is not None:
        _assessed(page, report)
    faults(page, report)
    sources(page, report)
    appendix(page, report)
    return page.packed()


def _assessed(page: Page, report: Report) -> None:
    """Add what there is to say of a proposal that can be read."""
    numbers(page, report)
    then_and_now(page, report)
    # Tables to fill in need the width of a sheet on its side.
    page.turn(landscape=True)
    action_plan(page, report)
    comments(page, report)
    page.turn(landscape=False)
    gaps(page, report)
    steps(page, report)
    money(page, report)
    projects(page, report)
    kpis(page, report)
    everything(page, report)
