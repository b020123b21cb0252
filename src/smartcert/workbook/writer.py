"""Writing a workbook: a cover, a form a section, a table a list, with help beside every field."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from smartcert.catalog.topics import rests_on, shown, sources_of
from smartcert.errors import UsageError
from smartcert.messages.message import message
from smartcert.proposal.spec import FieldSpec
from smartcert.source.path import FieldPath, dotted
from smartcert.workbook.content import CellEntry, form_entries, table_rows, unplaced
from smartcert.workbook.hints import Hints
from smartcert.workbook.layout import HELP, PROPERTY, SERVICES, SMART, VERSION, FormSheet, sheets
from smartcert.workbook.looks import Looks, height, internal
from smartcert.workbook.step_sheet import SheetStep, write_steps

ROOM = 12
"""Empty rows of a table, below those that are filled."""

KEYS, FIRST = 2, 4
"""The hidden row of keys of a table, and the first row of what is written; from 0 on."""

MANY, A3 = 12, 8
"""Columns of a table that are printed on larger paper, and its number in Excel."""

WIDTHS = (4, 32, 58, 50)
"""Of the columns of a form: the hidden keys, the labels, the values, the help."""

COVER = 80
"""Width of the cover, on one sheet of paper in any font."""

LONGEST = 32_767
"""Characters that a cell can hold."""

LONG = frozenset({"text", "state", "or_none"})
"""Kinds of fields that may hold a paragraph."""


class Content(NamedTuple):
    """What a workbook is filled with."""

    root: Any = None
    """What the file of a proposal says; nothing for an empty form."""
    smarts: tuple[str, ...] = ()
    """The Smarts that an empty form is for."""
    marks: Mapping[FieldPath, str] = {}
    """Notes on what is open, by the places that they speak of."""
    steps: Iterable[SheetStep] | None = None
    """What is to be done, on a sheet of its own; None where no such sheet is wanted."""


class Writer:
    """Writes the workbook of a proposal, or an empty one."""

    def __init__(self, content: Content, hints: Hints) -> None:
        from xlsxwriter import Workbook

        self.content, self.hints, self.lang = content, hints, hints.lang
        self.root = content.root or {SERVICES: {smart: {} for smart in content.smarts}}
        self.made = io.BytesIO()
        # Text that begins with `=` stays text, and a link is no more than it says.
        self.book = Workbook(
            self.made,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self.looks = Looks(self.book, self.lang)
        self.cells: dict[FieldPath, tuple[str, int, int]] = {}
        """Where every place of the proposal went: the sheet, the row, the column."""
        self.placed: set[FieldPath] = set()
        """The places that have a cell of their own."""
        catalog = hints.catalog
        self.smart_names = {key: smart.title[self.lang] for key, smart in catalog.smarts.items()}

    def write(self) -> bytes:
        """Return the workbook. The same proposal gives the same bytes."""
        from datetime import datetime

        shown = [sheet for sheet in sheets() if self._is_shown(sheet)]
        cover = self.looks.page(message("workbook.cover", self.lang))
        steps = None
        if self.content.steps is not None:
            steps = self.looks.page(message("workbook.steps.title", self.lang), wide=True)
        for sheet in shown:
            page = self.looks.page(sheet.name(self.lang), wide=sheet.is_table)
            (self._table if sheet.is_table else self._form)(page, sheet)
        self._rest()
        if steps is not None:
            write_steps(steps, self.looks, self.content.steps or (), self.cells)
        self.looks.write_offered()
        self._cover(cover, shown)
        self.book.set_custom_property(PROPERTY, VERSION, "text")
        self.book.set_properties({"created": datetime(2026, 1, 1), "title": "smartcert"})
        self.book.close()
        return self.made.getvalue()

    def _is_shown(self, sheet: FormSheet) -> bool:
        """Whether a sheet has something on it, or may be asked for by the profile."""
        if not self.hints.is_for_others(sheet):
            return True
        if sheet.is_table:
            return any(table_rows(sheet, self.root, self.lang))
        return any(entry.text for entry in form_entries(sheet, self.root, self.lang).values())

    def _cover(self, page: Any, shown: list[FormSheet]) -> None:
        lang, looks = self.lang, self.looks
        page.set_column(0, 0, COVER)
        page.set_column(1, 1, None, None, {"hidden": True})
        page.write_string(0, 1, HELP)
        page.write_string(0, 0, message("workbook.title", lang), looks.title)
        profile = self.hints.catalog.profiles[self.hints.profile].title[lang]
        lines = [
            message("workbook.profile", lang, profile=profile),
            *message("workbook.how", lang).splitlines(),
        ]
        for row, line in enumerate(lines, 1):
            page.write_string(row, 0, line, looks.plain)
            page.set_row(row, height((line, COVER)))
        row = len(lines) + 2
        page.write_string(row, 0, message("workbook.contents", lang), looks.label)
        listed = [(sheet.name(lang), sheet.title[lang]) for sheet in shown]
        if self.content.steps is not None:
            listed.insert(0, (message("workbook.steps.title", lang),) * 2)
        for number, (name, title) in enumerate(listed, row + 1):
            page.write_url(number, 0, internal(name, 0, 0), looks.link, title)
        self._guide(page, row + len(listed) + 2)

    def _guide(self, page: Any, row: int) -> None:
        """Write what the certification is, for a newcomer."""
        lang, looks, catalog = self.lang, self.looks, self.hints.catalog
        lines = []
        for topic in catalog.guide.values():
            lines.append((topic.title[lang], looks.label))
            lines += [(text, looks.plain) for text in shown(topic, catalog, lang)]
            for point in topic.points:
                lines.append((point.text[lang], looks.plain))
                lines.append((rests_on(point, lang), looks.soft))
        lines.append((message("workbook.sources", lang), looks.label))
        for key, title, _ in sources_of(catalog.guide.values(), catalog, lang):
            lines.append((f"[{key}] {title}", looks.soft))
        for number, (text, style) in enumerate(lines, row):
            page.write_string(number, 0, text, style)
            page.set_row(number, height((text, COVER)))

    def _form(self, page: Any, sheet: FormSheet) -> None:
        lang, looks = self.lang, self.looks
        for column, width in enumerate(WIDTHS):
            page.set_column(column, column, width, None, {"hidden": column == 0})
        page.write_string(0, 0, sheet.key)
        page.write_string(0, 1, sheet.title[lang], looks.title)
        self._mark_title(page, sheet, 1)
        for column, key in enumerate(("field", "value", "meaning"), 1):
            page.write_string(1, column, message(f"workbook.heads.{key}", lang), looks.label)
        for row, (field, entry) in enumerate(
            zip(sheet.fields, form_entries(sheet, self.root, lang).values(), strict=True), 2
        ):
            hint = self.hints.of(sheet, field)
            name = field.title(lang) + (" *" if hint.is_mandatory else "")
            page.write_string(row, 0, field.key)
            page.write_string(row, 1, name, looks.must if hint.is_mandatory else looks.label)
            self._value(page, sheet, (row, 2), entry)
            page.write_string(row, 3, hint.text, looks.soft)
            self._offer(page, field.spec, (row, 2, row, 2))
            texts = zip((name, entry.text, hint.text), WIDTHS[1:], strict=True)
            page.set_row(row, height(*texts))
        page.freeze_panes(2, 2)
        page.repeat_rows(1)

    def _table(self, page: Any, sheet: FormSheet) -> None:
        lang, looks = self.lang, self.looks
        rows, heads = list(table_rows(sheet, self.root, lang)), sheet.heads
        titles, specs = self._titles(sheet), {field.key: field for field in sheet.fields}
        last = FIRST + len(rows) + ROOM - 1
        page.write_string(0, 0, sheet.title[lang], looks.title)
        self._mark_title(page, sheet, 0)
        page.write_string(1, 0, message("workbook.table", lang), looks.aside)
        page.set_row(KEYS, None, None, {"hidden": True})
        columns = [{"header": title, "header_format": looks.must} for title in titles]
        page.add_table(
            FIRST - 1, 0, last, len(heads) - 1,
            {"name": f"smartcert_{sheet.key.replace('.', '_').replace('*', 'all')}",
             "columns": columns, "style": "Table Style Light 1"},
        )  # fmt: skip
        widths = []
        for column, key in enumerate(heads):
            field = specs.get(key)
            widths.append(_width(field.spec if field else None))
            page.set_column(column, column, widths[-1])
            page.write_string(KEYS, column, f"{sheet.key}#{key}")
            cells = (FIRST, column, last, column)
            if field is None:
                looks.offer(page, [*self.smart_names.values()], "smarts", cells)
            else:
                looks.note(page, FIRST - 1, column, self.hints.of(sheet, field).text)
                self._offer(page, field.spec, cells)
        page.set_row(FIRST - 1, height(*zip(titles, widths, strict=True)))
        for number in range(FIRST, last + 1):
            self._row(
                page, sheet, number, rows[number - FIRST] if number - FIRST < len(rows) else None
            )
            if number - FIRST < len(rows):
                texts = [entry.text for entry in rows[number - FIRST].values()]
                page.set_row(number, height(*zip(texts, widths, strict=True)))
        if len(heads) > MANY:
            page.set_paper(A3)
        page.freeze_panes(FIRST, 2 if len(heads) > 4 else 0)
        page.repeat_rows(FIRST - 1)

    def _row(
        self, page: Any, sheet: FormSheet, number: int, row: dict[str, CellEntry] | None
    ) -> None:
        for column, key in enumerate(sheet.heads):
            if row is None:
                page.write_blank(number, column, None, self.looks.value)
            elif key == SMART:
                smart = row[key].text
                page.write_string(
                    number, column, self.smart_names.get(smart, smart), self.looks.value
                )
            else:
                self._value(page, sheet, (number, column), row[key])

    def _titles(self, sheet: FormSheet) -> list[str]:
        """Return the heads of a table, of which Excel allows no two alike."""
        named = {field.key: field for field in sheet.fields}
        titles: list[str] = []
        for key in sheet.heads:
            field = named.get(key)
            if field is None:
                titles.append(message("workbook.smart", self.lang))
                continue
            star = " *" if self.hints.of(sheet, field).is_mandatory else ""
            title = field.title(self.lang) + star
            titles.append(title if title not in titles else f"{title} ({key})")
        return titles

    def _mark_title(self, page: Any, sheet: FormSheet, column: int) -> None:
        """Note at the title of a sheet what is open of the section or list as a whole."""
        paths = [sheet.path]
        if sheet.is_by_smart:
            paths = [(SERVICES, smart, *sheet.path[2:]) for smart in self.smart_names]
        marks = [mark for path in paths if path and (mark := self.content.marks.get(path))]
        if marks:
            page.write_string(0, column, sheet.title[self.lang], self.looks.title)
            self.looks.note(page, 0, column, "\n\n".join(marks))
        for path in paths:
            self.cells.setdefault(path, (sheet.name(self.lang), 0, column))

    def _value(self, page: Any, sheet: FormSheet, place: tuple[int, int], entry: CellEntry) -> None:
        self.cells[entry.path] = (sheet.name(self.lang), *place)
        self.placed.add(entry.path)
        refuse_long(entry.text, entry.path)
        mark = self.content.marks.get(entry.path, "")
        page.write_string(*place, entry.text, self.looks.gap if mark else self.looks.value)
        if mark:
            self.looks.note(page, *place, mark)

    def _offer(self, page: Any, spec: FieldSpec, place: tuple[int, int, int, int]) -> None:
        """Offer the words of a closed list."""
        if spec.choices:
            words = [names[self.lang] for names in spec.choices.values()]
            self.looks.offer(page, words, ",".join(spec.choices), place)
        elif spec.type in ("flag", "confirmed"):
            words = [message(f"workbook.{word}", self.lang) for word in ("yes", "no")]
            self.looks.offer(page, words, "flag", place)

    def _rest(self) -> None:
        """Write what the proposal says and no sheet has room for, so that nothing is lost."""
        left = list(unplaced(self.root, self.placed))
        if not left:
            return
        page, looks = self.looks.page(message("workbook.rest", self.lang)), self.looks
        page.set_column(0, 0, 40)
        page.set_column(1, 1, 90)
        page.write_string(0, 0, "#rest")
        page.write_string(0, 1, message("workbook.rest-why", self.lang), looks.aside)
        for row, (path, text) in enumerate(left, 1):
            refuse_long(text, (path,))
            page.write_string(row, 0, path, looks.label)
            page.write_string(row, 1, text, looks.value)
            page.set_row(row, height((path, 40), (text, 90)))


def refuse_long(text: str, path: FieldPath) -> None:
    """Raise `UsageError` for a text that no cell can hold: Excel would cut it, and say nothing."""
    if len(text) > LONGEST:
        raise UsageError("usage.too-long-for-a-cell", place=dotted(path), limit=f"{LONGEST:,}")


def _width(spec: FieldSpec | None) -> float:
    if spec is None:
        return 26
    return 38 if spec.kind in LONG else 13 if spec.kind == "id" else 22


def write(content: Content, hints: Hints) -> bytes:
    """Return a proposal as a workbook, or an empty form."""
    return Writer(content, hints).write()
