"""The gap report as Markdown, for a pull request or a wiki. The proposal's text can't become markup."""

from __future__ import annotations

from collections.abc import Iterator

from smartcert import __version__
from smartcert.gap_report.view import Report
from smartcert.render.markdown.everything import everything, faults, sources
from smartcert.render.markdown.figures import kpis, money, projects
from smartcert.render.markdown.head import head
from smartcert.render.markdown.numbers import numbers
from smartcert.render.markdown.rounds import rounds
from smartcert.render.markdown.steps import steps


def render(report: Report) -> str:
    """Return the report as Markdown. The same report gives the same bytes."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield from head(report)
    if report.assessment.score is not None:
        yield from numbers(report)
        yield from steps(report)
        yield from rounds(report)
        yield from money(report)
        yield from projects(report)
        yield from kpis(report)
        yield from everything(report)
    yield from faults(report)
    yield from sources(report)
    yield f"{report.t('made-by', version=__version__)} · {report.t('not-depa')}"
