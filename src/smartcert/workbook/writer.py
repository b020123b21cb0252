"""Writing a workbook: a cover, a form a section, a table a list, with help beside every field."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from smartcert.messages.message import message
from smartcert.proposal.spec import FieldSpec
from smartcert.source.path import FieldPath
from smartcert.workbook.content import CellEntry, form_entries, table_rows, unplaced
from smartcert.workbook.hints import Hints
from smartcert.workbook.layout import PROPERTY, SMART, VERSION, FormSheet, sheets

ROOM = 12
"""Empty rows of a table, below those that are filled."""

KEYS, FIRST = 2, 4
"""The hidden row of keys of a table, and the first row of what is written; from 0 on."""

FONT = {"font_name": "TH Sarabun New", "font_size": 16}
NOTE = {"x_scale": 2.5, "y_scale": 1.6}
LONG = frozenset({"text", "state", "or_none"})
"""Kinds of fields that may hold a paragraph."""


class Writer:
    """Writes the workbook of a proposal, or an empty one."""

    def __init__(
        self, root: Any, hints: Hints, smarts: Sequence[str], marks: Mapping[FieldPath, str]
    ) -> None:
        from xlsxwriter import Workbook

        self.root, self.hints, self.lang = root, hints, hints.lang
        self.smarts, self.marks = smarts, marks
        self.made = io.BytesIO()
        # Text that begins with `=` stays text, and a link is no more than it says.
        self.book = Workbook(
            self.made,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self.placed: set[FieldPath] = set()
        self.choices: dict[str, str] = {}
        """For each closed list, where its words stand."""
        add = self.book.add_format
        plain = {**FONT, "valign": "top", "text_wrap": True}
        border = {"border": 1, "border_color": "#AEB8C2"}
        self.title = add({**FONT, "bold": True, "font_size": 22})
        self.plain = add({**plain})
        self.soft = add({**plain, "font_color": "#51606F", "font_size": 14})
        self.label = add({**plain, "bold": True, **border, "bg_color": "#EEF2F5"})
        self.must = add({**plain, "bold": True, **border, "bg_color": "#DCE9F3"})
        self.value = add({**plain, **border, "num_format": "@"})
        self.gap = add({**plain, **border, "num_format": "@", "bg_color": "#FFF1CC"})
        self.link = add({**FONT, "font_color": "#12507A", "underline": 1})

    def write(self) -> bytes:
        """Return the workbook. The same proposal gives the same bytes."""
        from datetime import datetime

        shown = [sheet for sheet in sheets() if self._is_shown(sheet)]
        cover = self.book.add_worksheet(message("workbook.cover", self.lang))
        for sheet in shown:
            page = self.book.add_worksheet(sheet.name(self.lang))
            (self._table if sheet.is_table else self._form)(page, sheet)
        self._rest()
        self._lists()
        self._cover(cover, shown)
        self.book.set_custom_property(PROPERTY, VERSION, "text")
        self.book.set_properties({"created": datetime(2026, 1, 1), "title": "smartcert"})
        self.book.close()
        return self.made.getvalue()

    def _is_shown(self, sheet: FormSheet) -> bool:
        """Whether a sheet has something on it, or is asked for by the profile."""
        if sheet.is_table and any(table_rows(sheet, self.root)):
            return True
        if not sheet.path:
            return True
        if not sheet.is_table and any(e.text for e in form_entries(sheet, self.root).values()):
            return True
        return any(self.hints.of(sheet, field).asked for field in sheet.fields)

    def _cover(self, page: Any, shown: list[FormSheet]) -> None:
        lang = self.lang
        page.set_column(0, 0, 100)
        page.write_string(0, 0, message("workbook.title", lang), self.title)
        row = 1
        for line in message("workbook.how", lang).splitlines():
            page.write_string(row, 0, line, self.plain)
            row += 1
        page.write_string(row + 1, 0, message("workbook.contents", lang), self.label)
        for number, sheet in enumerate(shown, row + 2):
            name = sheet.name(lang).replace("'", "''")
            page.write_url(number, 0, f"internal:'{name}'!A1", self.link, sheet.title[lang])
        self._paper(page)

    def _form(self, page: Any, sheet: FormSheet) -> None:
        lang = self.lang
        page.set_column(0, 0, 4, None, {"hidden": True})
        page.set_column(1, 1, 34)
        page.set_column(2, 2, 64)
        page.set_column(3, 3, 56)
        page.write_string(0, 0, sheet.key)
        page.write_string(0, 1, sheet.title[lang], self.title)
        for column, key in enumerate(("field", "value", "meaning"), 1):
            page.write_string(1, column, message(f"workbook.heads.{key}", lang), self.label)
        for row, (field, entry) in enumerate(
            zip(sheet.fields, form_entries(sheet, self.root).values(), strict=True), 2
        ):
            hint = self.hints.of(sheet, field)
            name = field.title(lang) + (" *" if hint.is_mandatory else "")
            page.write_string(row, 0, field.key)
            page.write_string(row, 1, name, self.must if hint.is_mandatory else self.label)
            self._value(page, row, 2, entry)
            page.write_string(row, 3, hint.text, self.soft)
            self._offer(page, field.spec, (row, 2, row, 2))
            lines = max(len(hint.text) // 52 + hint.text.count("\n") + 1, len(entry.text) // 60 + 1)
            page.set_row(row, min(400, 20 * lines))
        page.freeze_panes(2, 2)
        self._paper(page)

    def _table(self, page: Any, sheet: FormSheet) -> None:
        lang, rows = self.lang, list(table_rows(sheet, self.root))
        heads = list(sheet.heads)
        titles = self._titles(sheet)
        last = FIRST + len(rows) + ROOM - 1
        page.write_string(0, 0, sheet.title[lang], self.title)
        page.write_string(1, 0, message("workbook.table", lang), self.soft)
        page.set_row(KEYS, None, None, {"hidden": True})
        for column, key in enumerate(heads):
            page.write_string(KEYS, column, f"{sheet.key}#{key}")
        columns = [{"header": title, "header_format": self.must} for title in titles]
        page.add_table(
            FIRST - 1,
            0,
            last,
            len(heads) - 1,
            {"name": f"smartcert_{sheet.key.replace('.', '_').replace('*', 'all')}",
             "columns": columns, "style": "Table Style Light 1"},
        )  # fmt: skip
        specs = {field.key: field for field in sheet.fields}
        for column, key in enumerate(heads):
            field = specs.get(key)
            page.set_column(column, column, self._width(field.spec if field else None))
            if field is None:
                names = [*self._smart_names().values()]
                self._offer_words(page, names, "smarts", (FIRST, column, last, column))
                continue
            page.write_comment(FIRST - 1, column, self.hints.of(sheet, field).text, NOTE)
            self._offer(page, field.spec, (FIRST, column, last, column))
        for number, row in enumerate(rows, FIRST):
            for column, key in enumerate(heads):
                entry = row[key]
                if key == SMART:
                    name = self._smart_names().get(entry.text, entry.text)
                    page.write_string(number, column, name, self.value)
                else:
                    self._value(page, number, column, entry)
        for number in range(FIRST + len(rows), last + 1):
            for column in range(len(heads)):
                page.write_blank(number, column, None, self.value)
        page.freeze_panes(FIRST, 2 if len(heads) > 4 else 0)
        self._paper(page, wide=True)

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

    def _value(self, page: Any, row: int, column: int, entry: CellEntry) -> None:
        self.placed.add(entry.path)
        mark = self.marks.get(entry.path, "")
        page.write_string(row, column, entry.text, self.gap if mark else self.value)
        if mark:
            page.write_comment(row, column, mark, NOTE)

    def _offer(self, page: Any, spec: FieldSpec, place: tuple[int, int, int, int]) -> None:
        """Offer the words of a closed list; others are warned of and not refused."""
        if spec.choices:
            words = [names[self.lang] for names in spec.choices.values()]
            self._offer_words(page, words, ",".join(spec.choices), place)
        elif spec.type in ("flag", "confirmed"):
            words = [message(f"workbook.{word}", self.lang) for word in ("yes", "no")]
            self._offer_words(page, words, "flag", place)

    def _offer_words(
        self, page: Any, words: list[str], name: str, place: tuple[int, int, int, int]
    ) -> None:
        if name not in self.choices:
            self.choices[name] = "\n".join(words)
        column = [*self.choices].index(name)
        from xlsxwriter.utility import xl_col_to_name

        letter = xl_col_to_name(column)
        listed = message("workbook.lists", self.lang)
        page.data_validation(
            *place,
            {
                "validate": "list",
                "source": f"='{listed}'!${letter}$1:${letter}${len(words)}",
                "error_type": "information",
                "error_title": "smartcert",
                "error_message": message("workbook.other-word", self.lang),
            },
        )

    def _lists(self) -> None:
        """Write the words that cells offer on a hidden sheet."""
        page = self.book.add_worksheet(message("workbook.lists", self.lang))
        for column, words in enumerate(self.choices.values()):
            for row, word in enumerate(words.split("\n")):
                page.write_string(row, column, word)
        page.hide()

    def _rest(self) -> None:
        """Write what the proposal says and no sheet has room for, so that nothing is lost."""
        left = list(unplaced(self.root, self.placed))
        if not left:
            return
        page = self.book.add_worksheet(message("workbook.rest", self.lang))
        page.set_column(0, 0, 40)
        page.set_column(1, 1, 90)
        page.write_string(0, 0, "#rest")
        page.write_string(0, 1, message("workbook.rest-why", self.lang), self.soft)
        for row, (path, text) in enumerate(left, 1):
            page.write_string(row, 0, path, self.label)
            page.write_string(row, 1, text, self.value)

    def _smart_names(self) -> dict[str, str]:
        catalog = self.hints.catalog
        return {key: smart.title[self.lang] for key, smart in catalog.smarts.items()}

    @staticmethod
    def _width(spec: FieldSpec | None) -> float:
        if spec is None:
            return 24
        return 36 if spec.kind in LONG else 12 if spec.kind == "id" else 20

    @staticmethod
    def _paper(page: Any, *, wide: bool = False) -> None:
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        if wide:
            page.set_landscape()


def write(root: Any, hints: Hints, marks: Mapping[FieldPath, str] | None = None) -> bytes:
    """Return a proposal as a workbook. `root` is what its file says, nothing for an empty form.

    `marks` are notes for cells, by the places that they speak of.
    """
    return Writer(root or {}, hints, (), marks or {}).write()
