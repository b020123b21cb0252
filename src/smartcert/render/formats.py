"""The formats of `check` and of `report`, by name; each is loaded when somebody asks for it.

Formats read what was assessed and compute nothing, so that all of them show the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from smartcert.render.entries import Entries, Joined
from smartcert.rounds.unchecked import ALL_CHECKED

if TYPE_CHECKING:
    from smartcert.assessment.result import Assessment
    from smartcert.catalog.model import Catalog
    from smartcert.gap_report.view import Report
    from smartcert.portfolio.survey import Portfolio


class CheckFormat(NamedTuple):
    """A format of `check`: a module of this package."""

    module: str
    is_whole: bool = False
    """Whether it has to know all assessments first: `render(assessments) -> Iterator[str]`.

    Else it is a row of `Entries`.
    """
    names_from_top: bool = False
    """Whether its reader knows files by their names from the top of the repository."""
    describes_rules: bool = False
    """Whether `render` takes the catalog too, to describe its requirements."""

    @property
    def entries(self) -> Entries:
        """The module of a format that is a row of entries."""
        return cast("Entries", _module(self.module))


CHECK_FORMATS = {
    "concise": CheckFormat(module="concise"),
    "json": CheckFormat(module="json_"),
    "sarif": CheckFormat(module="sarif", is_whole=True, names_from_top=True, describes_rules=True),
    "junit": CheckFormat(module="junit"),
    "github": CheckFormat(module="github", is_whole=True, names_from_top=True),
    "gitlab": CheckFormat(module="gitlab", names_from_top=True),
    "markdown": CheckFormat(module="summary", is_whole=True),
    "comment": CheckFormat(module="comment", is_whole=True),
    "csv": CheckFormat(module="csv_"),
    "badge": CheckFormat(module="badge", is_whole=True),
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


def render_check(name: str, assessments: Sequence[Assessment], catalog: Catalog) -> str:
    """Return assessments in a format. Raises `KeyError` for a name that is none."""
    form = CHECK_FORMATS[name]
    if form.is_whole:
        return "".join(render_whole(name, assessments, catalog))
    alone = len(assessments) == 1
    output = Joined(form.entries, alone=alone)
    texts = [output.opened()]
    for assessment in assessments:
        texts += output.added(form.entries.entries(assessment, alone=alone))
    return "".join((*texts, output.closed(ALL_CHECKED)))


def render_whole(name: str, assessments: Sequence[Assessment], catalog: Catalog) -> Iterator[str]:
    """Yield all assessments in a format that has to know all of them."""
    form = CHECK_FORMATS[name]
    extra = (catalog,) if form.describes_rules else ()
    texts: Iterator[str] = _module(form.module).render(assessments, *extra)
    return texts


def _module(name: str) -> Any:
    return import_module(f"smartcert.render.{name}")


def render_portfolio(name: str, portfolio: Portfolio) -> bytes:
    """Return a portfolio in a format but `text`, as a file's bytes."""
    module = import_module(f"smartcert.render.{PORTFOLIO_FORMATS[name]}")
    made: str | bytes = module.render(portfolio)
    return made.encode(errors="replace") if isinstance(made, str) else made


def render_report(
    name: str, report: Report, part: Part = "report", *, thai_digits: bool = False
) -> bytes:
    """Return a report, or a part of it, as a file's bytes. Raises `KeyError` for no format."""
    made: str | bytes = _module(REPORT_FORMATS[name].module).render(
        report, part, thai_digits=thai_digits
    )
    return made.encode() if isinstance(made, str) else made
