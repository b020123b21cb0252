"""The formats of `check` and of `report`, by name; each is loaded when somebody asks for it.

Formats read what was assessed and compute nothing, so that all of them show the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from smartcert.rounds.unchecked import ALL_CHECKED, Unchecked

if TYPE_CHECKING:
    from smartcert.assessment.result import Assessment
    from smartcert.catalog.model import Catalog
    from smartcert.gap_report.view import Report
    from smartcert.portfolio.survey import Portfolio


class CheckFormat(NamedTuple):
    """A format of `check`: a module of this package with `render(assessments) -> str`."""

    module: str
    names_from_top: bool = False
    """Whether its reader knows files by their names from the top of the repository."""
    describes_rules: bool = False
    """Whether `render` takes the catalog too, to describe its requirements."""
    tells_the_rest: bool = False
    """Whether `render` takes what was not checked too."""


CHECK_FORMATS = {
    "concise": CheckFormat(module="concise"),
    "json": CheckFormat(module="json_", tells_the_rest=True),
    "sarif": CheckFormat(module="sarif", names_from_top=True, describes_rules=True),
    "junit": CheckFormat(module="junit"),
    "github": CheckFormat(module="github", names_from_top=True),
    "gitlab": CheckFormat(module="gitlab", names_from_top=True),
    "markdown": CheckFormat(module="summary"),
    "comment": CheckFormat(module="comment"),
    "csv": CheckFormat(module="csv_"),
    "badge": CheckFormat(module="badge"),
}
"""All but `text`, which is written as proposals are checked."""

NAMES = ("text", *CHECK_FORMATS)

PORTFOLIO_FORMATS = {
    "text": "portfolio_text",
    "json": "portfolio_json",
    "csv": "portfolio_csv",
    "xlsx": "portfolio_xlsx",
    "html": "portfolio_html",
    "markdown": "portfolio_markdown",
}
"""The formats of `portfolio`: modules of this package with `render(portfolio) -> str | bytes`."""


Part = Literal["report", "summary", "response-table"]
"""What may be asked for: all of a report, its first page alone, or the table that is filed."""


class ReportFormat(NamedTuple):
    """A format of `report`: a module with `render(report, part, thai_digits) -> str | bytes`."""

    module: str
    ending: str
    """Of the file's name, without its dot."""


REPORT_FORMATS = {
    "html": ReportFormat(module="html", ending="html"),
    "docx": ReportFormat(module="paper.word", ending="docx"),
    "pdf": ReportFormat(module="pdf", ending="pdf"),
    "markdown": ReportFormat(module="paper.markdown", ending="md"),
}


def render_check(
    name: str, assessments: Sequence[Assessment], catalog: Catalog, rest: Unchecked = ALL_CHECKED
) -> str:
    """Return assessments in a format, with what was not checked where the format tells it.

    Raises `KeyError` for a name that is none.
    """
    form = CHECK_FORMATS[name]
    extra = (
        *((catalog,) if form.describes_rules else ()),
        *((rest,) if form.tells_the_rest else ()),
    )
    made: str = import_module(f"smartcert.render.{form.module}").render(assessments, *extra)
    return made


def render_portfolio(name: str, portfolio: Portfolio) -> bytes:
    """Return a portfolio in a format but `text`, as a file's bytes."""
    module = import_module(f"smartcert.render.{PORTFOLIO_FORMATS[name]}")
    made: str | bytes = module.render(portfolio)
    return made.encode(errors="replace") if isinstance(made, str) else made


def render_report(
    name: str, report: Report, part: Part = "report", *, thai_digits: bool = False
) -> bytes:
    """Return a report, or a part of it, as a file's bytes. Raises `KeyError` for no format."""
    module = import_module(f"smartcert.render.{REPORT_FORMATS[name].module}")
    made: str | bytes = module.render(report, part, thai_digits=thai_digits)
    return made.encode() if isinstance(made, str) else made
