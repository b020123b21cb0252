"""The gap report as Markdown, for a pull request or a wiki."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from smartcert import __version__
from smartcert.findings.status import Verdict
from smartcert.gap_report.view import Report
from smartcert.gap_report.word_diff import Runs
from smartcert.proposal.values import LINK_SCHEMES
from smartcert.render.formats import Part
from smartcert.render.mark import MARKDOWN
from smartcert.render.markup import Literal, escape, fenced, line, table
from smartcert.render.paper.chapters import write
from smartcert.render.paper.page import Cell, ChartBar, Marked, Scale
from smartcert.render.thai_digits import in_thai_digits


def render(report: Report, part: Part = "report", *, thai_digits: bool = False) -> str:
    """Return the report as Markdown. The same report gives the same bytes."""
    page = MarkdownPage()
    write(page, report, part)
    if part != "response-table":
        page.paragraph(f"{report.t('made-by', version=__version__)} · {report.t('not-depa')}")
    text = "\n".join(page.lines)
    return (in_thai_digits(text) if thai_digits else text) + MARKDOWN


class MarkdownPage:
    """A page that is Markdown: it has no sheets, no pictures, and looks as its reader decides."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def turn(self, **_sheet: bool) -> None:
        """Do nothing: a text has no sheets."""

    def heading(self, text: str, level: int) -> None:
        """Add a heading; the title is the first."""
        self._add(f"{'#' * (level + 1)} {escape(text)}")

    def paragraph(self, text: str, *, bold: bool = False, **_looks: bool) -> None:
        """Add a paragraph."""
        self._add(f"**{escape(text)}**" if bold else line(text))

    def bullets(self, items: Iterable[str]) -> None:
        """Add a list without an order."""
        self._list(f"- {line(item)}" for item in items)

    def numbered(self, items: Iterable[str]) -> None:
        """Add a list that counts from 1."""
        self._list(f"{number}. {line(item)}" for number, item in enumerate(items, 1))

    def labelled(self, label: str, text: str, **_looks: bool) -> None:
        """Add a paragraph that begins with what it is about."""
        self._add(f"**{escape(label)}:** {escape(text)}")

    def banner(self, text: str, _verdict: Verdict, /) -> None:
        """Add a bold paragraph."""
        self.paragraph(text, bold=True)

    def code(self, text: str) -> None:
        """Add what stands in a file, line by line."""
        self._add(*fenced(text))

    def sources(self, items: Iterable[tuple[str, str]]) -> None:
        """Add a list of sources, with a link to each that the web has."""
        self._list(f"- {line(text)}{_link(address)}" for text, address in items)

    def passages(self, sides: Sequence[tuple[str, str]]) -> None:
        """Add texts of a file, one below the other."""
        for label, text in sides:
            self._add(f"{escape(label)}:")
            self._add(*fenced(text, "text"))

    def table(
        self,
        heads: Sequence[Cell],
        rows: Iterable[Sequence[Cell]],
        _widths: Sequence[float],
        /,
        *,
        figures: Collection[int] = (),
        **_looks: object,
    ) -> None:
        """Add a table without the columns of pictures."""
        rows = list(rows)
        kept = [index for index in range(len(heads)) if not _is_picture(index, (heads, *rows))]
        right = [place for place, index in enumerate(kept) if index in figures]
        cells = ([_cell(row[index]) for index in kept] for row in rows)
        self.lines += table([_cell(heads[index]) for index in kept], cells, right)

    def _list(self, items: Iterable[str]) -> None:
        if found := list(items):
            self._add(*found)

    def _add(self, *lines: str) -> None:
        """Add lines, and the empty one that ends a heading, a paragraph or a list."""
        self.lines += [*lines, ""]


def _is_picture(index: int, rows: Iterable[Sequence[Cell]]) -> bool:
    return any(isinstance(row[index], ChartBar | Scale) for row in rows)


def _cell(value: Cell) -> str:
    """Return a cell on one line, as a table of Markdown has it."""
    match value:
        case ChartBar() | Scale():
            return ""
        case Marked():
            return Literal("<br>".join(_marked(label, runs, value) for label, runs in value.texts))
        case str() | int():
            return str(value)
        case _:
            return " · ".join(filter(None, value))


def _marked(label: str, runs: Runs, cell: Marked) -> str:
    """Return a text with words in Markdown's own marks: struck out what is gone, bold the new."""
    mark = "~~" if cell.gone else "**"
    words = (_piece(run.text, mark if run.differs else "") for run in runs)
    return " ".join(filter(None, (escape(label), "".join(words))))


def _piece(text: str, mark: str) -> str:
    """Return a piece of a text between marks, which blanks have to stay outside of."""
    inner = text.strip()
    if not inner:
        return " " if text else ""
    before, after = (" " * (text != side) for side in (text.lstrip(), text.rstrip()))
    return f"{before}{mark}{escape(inner)}{mark}{after}"


def _link(address: str) -> str:
    """Return a link to an address of the web, if it is one that can't end its brackets."""
    is_safe = address.lower().startswith(LINK_SCHEMES) and not set(address) & set("<> ")
    return f" <{address}>" if is_safe else ""
