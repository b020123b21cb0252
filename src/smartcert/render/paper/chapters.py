"""The chapters of the gap report, in the order in which they stand on paper."""

from __future__ import annotations

from smartcert.gap_report.view import Report
from smartcert.render.formats import Part
from smartcert.render.paper.everything import everything, faults, readings, sources
from smartcert.render.paper.filed_table import response_table
from smartcert.render.paper.first_page import first_page
from smartcert.render.paper.numbers import numbers
from smartcert.render.paper.page import Page
from smartcert.render.paper.proposal_figures import kpis, money, projects
from smartcert.render.paper.steps import steps, work_lists
from smartcert.render.paper.then_and_now import comments, mended, then_and_now


def write(page: Page, report: Report, part: Part = "report") -> None:
    """Write the report, or a part of it, on a page."""
    if part == "response-table":
        response_table(page, report)
        return
    first_page(page, report)
    if part == "summary":
        return
    page.turn(landscape=False)
    if report.assessment.score is None:
        faults(page, report)
        readings(page, report)
        return
    work_lists(page, report)
    steps(page, report)
    faults(page, report)
    if report.reviews:
        # Texts side by side need the width of a sheet on its side.
        page.turn(landscape=True)
        comments(page, report)
        page.turn(landscape=False)
    then_and_now(page, report)
    _annex(page, report)


def _annex(page: Page, report: Report) -> None:
    """Add what few read to its end: how figures add up, all that was checked, and sources."""
    page.turn(landscape=False)
    page.heading(report.t("annex"), 0)
    for chapter in (numbers, money, projects, kpis, everything, mended, readings, sources):
        chapter(page, report)
