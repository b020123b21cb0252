"""Reading a workbook back: every cell at its place, whatever was moved, renamed or hidden.

A sheet of ours is known by the key in its hidden column or row, a table of somebody else's by what
its heads say. What has no place in a proposal is told, with its sheet and cell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import sha256
from typing import Any

from smartcert.patterns import lazy_pattern
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source.limits import Limits
from smartcert.source.nodes import Map, Seq
from smartcert.source.path import FieldPath
from smartcert.source.source import Source
from smartcert.source.span import TOP, Span
from smartcert.source.syntax_fault import SyntaxFault
from smartcert.thai.torn import may_be_torn
from smartcert.workbook.cell_text import read as read_text
from smartcert.workbook.heads import (
    Form,
    Table,
    foreign_table,
    is_help,
    is_number_head,
    labelled_form,
    own_form,
    own_table,
)
from smartcert.workbook.layout import ANY, SERVICES, SMART, FormSheet
from smartcert.workbook.pages import (
    Cell,
    RefusedWorkbookError,
    WorkbookPage,
    pages_of,
    refuse_bombs,
)
from smartcert.workbook.step_sheet import StepNote, read_steps
from smartcert.workbook.table_items import TableItem, TableItems

_ERROR = lazy_pattern(r"#(?:REF|DIV/0|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]|#N/A")
"""What Excel shows instead of a value."""

NAMED = 5
"""Cells that are named where a sheet has several notes or pictures."""

_INDEX = lazy_pattern(r"\[[0-9]{1,6}\]")


class WorkbookSource(Source):
    """A workbook as it was read: the same data as a text has, with a cell for every place."""

    is_yaml = False

    def __init__(
        self, name: str, digest: str, root: Any, cells: dict[FieldPath, Span],
        faults: tuple[SyntaxFault, ...], steps: dict[str, StepNote],
    ) -> None:  # fmt: skip
        super().__init__(
            name=name, text="", root=root, faults=faults, encoding="xlsx", digest=digest
        )
        self.cells = cells
        """The place of every value, item and section."""
        self.steps = steps
        """What a team has written at steps, by the fingerprints of findings."""

    @property
    def size(self) -> int:
        """How much is written, in characters: about what as many places take in a text."""
        return 20 * len(self.cells)

    def span(self, path: FieldPath, *, key: bool = False) -> Span:  # noqa: ARG002
        """Return the cell of a value; of what is not there, that of the nearest section."""
        for end in range(len(path), 0, -1):
            found = self.cells.get(path[:end])
            if found is not None:
                return found
        return next(iter(self.cells.values()), TOP)


def steps_noted(source: Source) -> dict[str, StepNote]:
    """Return what a team has written in a file at steps: nothing where it is no workbook."""
    return dict(source.steps) if isinstance(source, WorkbookSource) else {}


def read_workbook(raw: bytes, name: str) -> Source:
    """Read a workbook. Never raises for what it says."""
    digest = f"sha256:{sha256(raw).hexdigest()}"
    try:
        refuse_bombs(raw)
        pages = list(pages_of(raw))
    except RefusedWorkbookError as refused:
        return _unread(name, digest, refused.code, **refused.params)
    except Exception:
        return _unread(name, digest, "Y130")
    return _Reader(name, digest, pages).source()


def _unread(name: str, digest: str, code: str, **params: str) -> Source:
    fault = SyntaxFault(code=code, span=TOP, params=params, fatal=True)
    return Source(name=name, text="", root=None, faults=(fault,), encoding="unknown", digest=digest)


class _Reader:
    """Puts together what the sheets of a workbook say."""

    def __init__(self, name: str, digest: str, pages: list[WorkbookPage]) -> None:
        self.name, self.digest, self.pages = name, digest, pages
        self.root = Map()
        self.cells: dict[FieldPath, Span] = {}
        self.faults: list[SyntaxFault] = []
        self.steps: dict[str, StepNote] = {}
        self.known: dict[str, str] = {}
        """The sheets of ours that were read, by their keys."""

    def source(self) -> Source:
        """Return the workbook as it was read."""
        for page in self.pages:
            self.page(page)
        root = _shortened(self.root, proposal_spec())
        if self.cells and "smartcert" not in root:
            root["smartcert"] = "1"
        source = WorkbookSource(
            self.name, self.digest, root, self.cells, tuple(self.faults), self.steps
        )
        source.torn = any(may_be_torn(cell.text) for page in self.pages for cell in page.cells())
        return source

    def page(self, page: WorkbookPage) -> None:
        """Read one sheet: a form, a table, what had no field, or somebody else's."""
        first, own = page.rows.get(1, {}).get(1), own_table(page)
        if first is not None and first.text == "#rest":
            self.rest(page)
        elif own is not None:
            if self.is_first(page, own.sheet):
                self.items(page, own)
                self.hidden(page, own.start, own.columns)
        elif (form := own_form(page)) is not None:
            if self.is_first(page, form.sheet):
                self.form(page, form)
                self.hidden(page, min(form.fields), (form.column,))
        elif (steps := read_steps(page)) is not None:
            self.steps |= steps
        elif page.rows and not is_help(page):
            self.foreign(page)
        self.beside(page)

    def is_first(self, page: WorkbookPage, sheet: FormSheet) -> bool:
        """Whether a sheet of ours is not there twice; a copy of one is told and not read."""
        first = self.known.setdefault(sheet.key, page.name)
        if first != page.name:
            self.fault("Y142", page.span(1, 1), name=page.name, first=first)
        return first == page.name

    def beside(self, page: WorkbookPage) -> None:
        """Note what a sheet has beside its cells: of each kind once, where it is first."""
        pictures = () if is_help(page) else page.beside.pictures
        for code, places in (("Y143", page.beside.notes), ("Y144", pictures)):
            if places:
                spans = [page.span(*place) for place in places[:NAMED]]
                more = f" (+{len(places) - NAMED})" if len(places) > NAMED else ""
                cells = ", ".join(span.cell or "" for span in spans) + more
                self.fault(code, spans[0], cells=cells)

    def hidden(self, page: WorkbookPage, start: int, columns: Collection[int]) -> None:
        """Note rows, columns and sheets that nobody sees, and that were read all the same."""
        read = {
            place: cell.row
            for cell in page.cells()
            if cell.row >= start and (place := cell.column) in columns and cell.text
        }
        if page.is_hidden and read:
            self.fault("Y145", page.span(start, min(read)), name=page.name)
        rows = [row for row in page.hidden_rows if row >= start]
        if rows:
            self.fault("Y141", page.span(rows[0], 1), count=str(len(rows)))
        unseen = sorted(page.beside.hidden_columns.intersection(read))
        if unseen:
            self.fault("Y146", page.span(start, unseen[0]), count=str(len(unseen)))

    def foreign(self, page: WorkbookPage) -> None:
        """Read somebody else's sheet by its heads or labels, or tell that it is not read."""
        table, form = foreign_table(page), labelled_form(page)
        if table is not None:
            self.fault("Y138", page.span(table.head, min(table.columns)), name=page.name,
                       what=table.sheet.key)  # fmt: skip
            self.items(page, table)
            self.hidden(page, table.start, table.columns)
        elif form is not None:
            self.fault("Y138", page.span(min(form.fields), form.column - 1), name=page.name,
                       what=form.sheet.key)  # fmt: skip
            self.form(page, form)
            self.hidden(page, min(form.fields), (form.column,))
        else:
            cell = next(page.cells())
            self.fault("Y132", page.span(cell.row, cell.column), name=page.name)

    def fault(self, code: str, span: Span, **params: str) -> None:
        """Note what could not be placed, or how it was read."""
        limit = Limits().faults
        if len(self.faults) < limit:
            self.faults.append(SyntaxFault(code=code, span=span, params=params))
        elif len(self.faults) == limit:
            self.faults.append(SyntaxFault("Y019", span, {"limit": f"{limit:,}"}))

    def value(self, page: WorkbookPage, cell: Cell) -> str:
        """Return the text of a cell, and tell of a formula."""
        span = page.span(cell.row, cell.column)
        if cell.is_formula:
            self.fault("Y134" if cell.text else "Y135", span, value=cell.text)
        if _ERROR.fullmatch(cell.text):
            self.fault("Y136", span, value=cell.text)
            return ""
        return cell.text

    def form(self, page: WorkbookPage, form: Form) -> None:
        """Read a form: a field a row, the values in one column."""
        sheet, place = form.sheet, form.column
        self.section(sheet.path, page.span(1, max(1, place - 1)))
        for row, cells in page.rows.items():
            field, cell = form.fields.get(row), cells.get(place)
            if field is None:
                if cell is not None and row > min(form.fields):
                    self.fault("Y133", page.span(row, place), value=cell.text)
                continue
            path = (*sheet.path, *field.path)
            self.cells[path] = page.span(row, place)
            if cell is not None and (text := self.value(page, cell)):
                self.put(path, read_text(text, field.spec), page.span(row, place))

    def section(self, path: tuple[str, ...], span: Span) -> None:
        """Note where a section or a list stands, for those that have nothing in them yet."""
        for end in range(len(path), 0, -1):
            if ANY not in path[:end]:
                self.cells.setdefault(path[:end], span)

    def items(self, page: WorkbookPage, table: Table) -> None:
        """Read the rows of a table: an item a row, or a row for each line of an item."""
        rows = TableItems(page, table)
        self.section(table.sheet.path, page.span(table.head, 1))
        for row in rows.items(self.value):
            path = self.item_path(table.sheet, row)
            if path is None:
                self.fault("Y137", row.span(page, SMART), value=row.smart_written)
                continue
            if table.sheet.is_by_smart and not row.texts:
                # A row that only names a Smart says that it is one of those proposed.
                self.declare(path[:2], row.span(page))
                continue
            self.put(path, Map(), row.span(page))
            self.item(page, table, row, path)
        for place, (count, first) in rows.beside.items():
            span, head = page.span(first.row, place), page.rows.get(table.head, {}).get(place)
            if head is None:
                self.fault("Y133", span, value=first.text)
            elif not is_number_head(head.text):
                self.fault("Y140", span, name=head.text, count=str(count))
        for number in rows.totals:
            self.fault("Y139", page.span(number, min(page.rows[number])))

    def declare(self, path: FieldPath, span: Span) -> None:
        """Note that a Smart is proposed of which nothing else may be said yet."""
        services = self.root.setdefault(SERVICES, Map())
        services.setdefault(str(path[-1]), Map())
        self.cells.setdefault(path, span)

    def item(self, page: WorkbookPage, table: Table, row: TableItem, path: FieldPath) -> None:
        """Put the cells of an item at their places."""
        for field in table.sheet.fields:
            at, text = (*path, *field.path), row.texts.get(field.key, "")
            if field.key in row.places:
                self.cells[at] = row.span(page, field.key)
            if text:
                self.put(at, read_text(text, field.spec), row.span(page, field.key))

    def item_path(self, sheet: FormSheet, row: TableItem) -> FieldPath | None:
        """Return the place of the next item of a list, by the Smart that its row names."""
        path: tuple[str, ...] = sheet.path
        if sheet.is_by_smart:
            if row.smart is None:
                return None
            path = tuple(row.smart if step == ANY else step for step in path)
        node: Any = self.root
        for step in path:
            node = node.get(step) if isinstance(node, dict) else None
        return (*path, len(node) if isinstance(node, list) else 0)

    def rest(self, page: WorkbookPage) -> None:
        """Read what the form had no field for."""
        for row, cells in page.rows.items():
            path, text = cells.get(1), cells.get(2)
            if row > 1 and text is not None:
                span, steps = page.span(row, 2), _steps(path.text) if path is not None else ()
                if not steps or not self.put(steps, text.text, span):
                    self.fault("Y133", span, value=text.text)

    def put(self, path: FieldPath, value: Any, span: Span) -> bool:
        """Put a value at a place, and what it lies in where it is not there.

        Return whether there is room for it.
        """
        node: Any = self.root
        for step, following in zip(path, (*path[1:], None), strict=True):
            made: Any = Seq() if isinstance(following, int) else Map()
            if following is None:
                made = value
            if isinstance(node, list) and isinstance(step, int) and step <= len(node):
                if step == len(node):
                    node.append(_nodes(made))
                node = node[step]
            elif isinstance(node, dict) and isinstance(step, str):
                if following is None:
                    node[step] = _nodes(made)
                node = node.setdefault(step, made)
            else:
                return False
        self.cells[path] = span
        self.mark(path, value, span)
        return True

    def mark(self, path: FieldPath, value: Any, span: Span) -> None:
        """Note for everything in a cell of several lines that it stands in that cell."""
        inside: Iterable[tuple[str | int, Any]] = ()
        if isinstance(value, dict):
            inside = value.items()
        elif isinstance(value, list):
            inside = enumerate(value)
        for step, part in inside:
            self.cells[*path, step] = span
            self.mark((*path, step), part, span)


def _shortened(node: Any, spec: FieldSpec | None) -> Any:
    """Return sections of which only the main field is written as that alone.

    Its text may say more: `ลดลงร้อยละ 50 ภายในปี 2572` is a target and its year.
    """
    if spec is None:
        return node
    if isinstance(node, Map):
        main = spec.fields.get(spec.main)
        if (
            main
            and not main.choices
            and [*node] == [spec.main]
            and isinstance(node[spec.main], str)
        ):
            return node[spec.main]
        for key, part in node.items():
            node[key] = _shortened(part, spec.below(key))
    elif isinstance(node, Seq):
        node[:] = [_shortened(part, spec.item) for part in node]
    return node


def _nodes(value: Any) -> Any:
    """Return plain data as the nodes that a text is read into."""
    if isinstance(value, Map | Seq):
        return value
    if isinstance(value, dict):
        made = Map()
        made.update({key: _nodes(part) for key, part in value.items()})
        return made
    if isinstance(value, list):
        items = Seq()
        items.extend(map(_nodes, value))
        return items
    return value


def _steps(dotted: str) -> FieldPath:
    """Return the steps of a path as it is written: `area.notes[2]`."""
    parts = dotted.replace("[", ".[").split(".")
    return tuple(int(part[1:-1]) if _INDEX.fullmatch(part) else part for part in parts)
