"""The chapters of the gap report, in the order in which they stand on paper."""

from __future__ import annotations

from smartcert.gap_report.view import Report
from smartcert.render.paper.everything import everything, faults, readings, sources
from smartcert.render.paper.first_page import first_page
from smartcert.render.paper.numbers import numbers
from smartcert.render.paper.page import Page
from smartcert.render.paper.proposal_figures import kpis, money, projects
from smartcert.render.paper.steps import action_plan, steps
from smartcert.render.paper.then_and_now import appendix, comments, gaps, then_and_now


def write(page: Page, report: Report) -> None:
    """Write the report on a page."""
    first_page(page, report)
    if report.assessment.score is not None:
        _assessed(page, report)
    faults(page, report)
    readings(page, report)
    sources(page, report)
    appendix(page, report)


def _assessed(page: Page, report: Report) -> None:
    """Write what there is to say of a proposal that can be read."""
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
