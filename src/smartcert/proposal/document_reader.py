"""Reading the values of a file along its spec: a fault for each that can't be read.

What is written in another form than the usual one, and can mean one thing only, is read
and noted.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any, TypeVar

from smartcert.patterns import lazy_pattern
from smartcert.proposal.cross_references import References
from smartcert.proposal.durations import Duration, Durations
from smartcert.proposal.fault import Code, Fault, fault_at
from smartcert.proposal.loose_value import LooseValue
from smartcert.proposal.section_rules import RULES
from smartcert.proposal.spec import FieldSpec, Kind
from smartcert.proposal.values import READERS, STRICT_READERS, YearlyAmounts, read_people
from smartcert.source import Map, Seq
from smartcert.source.path import FieldPath
from smartcert.suggest import closest
from smartcert.thai.contact import read_contact
from smartcert.thai.date import ThaiDate
from smartcert.thai.date_forms import interpret_date, interpret_year, read_years, split_years
from smartcert.thai.labels import read_annex
from smartcert.thai.loose import How, Loose
from smartcert.thai.measure_forms import (
    interpret_number,
    interpret_target,
    read_quantity,
    split_year,
    unit_in,
)
from smartcert.thai.money_forms import split_by_year
from smartcert.thai.normalize import fold, normalize
from smartcert.thai.numeral import ValueReadError
from smartcert.thai.placeholder import is_placeholder, says_none, says_state
from smartcert.thai.stray_marks import without_marks
from smartcert.thai.torn import is_torn
from smartcert.thai.word_list import word_lists

T = TypeVar("T")

GUESSES = 200
"""Unknown keys and words that are compared with known ones.

A file with more is no proposal, and comparing costs time.
"""

FORMS: dict[Kind, str] = {"section": "section", "by_year": "section", "list": "list"}
"""What a fault calls the form that a kind of field has; every other is a text."""

PAIRS = {"Agency": "role", "Partner": "role", "Alignment": "how"}
"""Items that are written as `ก: ข`, and the field that is behind the colon."""

ORGANISATIONS = ("Agency", "Partner")
"""Items of which several may stand on one line: `กองช่าง, สำนักปลัด`."""

TWO_PARTS = lazy_pattern(r"([^:]{3,80}?)\s*:\s+(\S.*)")

TEXT = FieldSpec(kind="text", type="text")
"""What a value is asked as where it is neither a list nor a section."""

LONGEST_MEASURE = 120
"""Characters of a figure with its unit and year on one line."""

TOTALS = frozenset(map(fold, word_lists("values")["total"]))
"""What a row of amounts by year is called that has their sum."""


class Unit:
    """The unit of an item: as it says itself, else the first behind one of its figures."""

    def __init__(self, written: Any) -> None:
        self.text = written if isinstance(written, str) and not is_placeholder(written) else ""
        self.found = False

    def take(self, figure: str) -> None:
        """Take the unit behind a figure, where the item says none."""
        if not self.text and (unit := unit_in(figure)):
            self.text, self.found = unit, True


def is_text(node: Any) -> bool:
    """Whether a node is a text that says something."""
    return isinstance(node, str) and bool(node.strip())


def split_names(text: str) -> list[str]:
    """Return the names that stand on one line, parted by commas; one of a role alone is one."""
    names = [name.strip() for name in text.split(",")]
    return names if all(names) and ":" not in text else [text]


def is_year(key: str) -> bool:
    """Whether a key is a year."""
    try:
        interpret_year(key)
    except ValueReadError:
        return False
    return True


def plain(node: Any) -> str:
    """Return what stands in a list or a mapping as one text."""
    match node:
        case dict():
            return ", ".join(f"{key}: {plain(child)}" for key, child in node.items())
        case list():
            return ", ".join(map(plain, node))
        case _:
            return "" if node is None else str(node)


def plain_year(found: ThaiDate | Loose) -> ThaiDate:
    """Return the year that may have been read loosely."""
    year: ThaiDate = found.value if isinstance(found, Loose) else found
    return year


def says_something(text: Any) -> bool:
    """Whether a node is a text of substance."""
    return is_text(text) and not is_placeholder(text)


def read_unmarked(reader: Callable[[str], Any], text: str) -> Loose | None:
    """Return the value of a text without the marks around it; None where it has none."""
    bare = without_marks(text)
    try:
        found = reader(bare) if bare is not None else None
    except ValueReadError:
        return None
    return found if found is None or isinstance(found, Loose) else Loose(found, "note")


def unmarked(text: str) -> str:
    """Return a text without the mark of a footnote behind it."""
    return text if text[-1:].isalnum() or text.endswith(")") else without_marks(text) or text


def _answers(text: str, spec: FieldSpec) -> bool:
    """Whether what is a placeholder elsewhere is an answer to what is asked here."""
    return (spec.kind == "state" and says_state(text)) or (
        spec.kind in ("state", "or_none") and says_none(text)
    )


class DocumentReader:
    """Reads the values of one file, and notes what is wrong with them and what was read loosely."""

    def __init__(self, *, strict: bool = False, torn: bool = False) -> None:
        self.strict = strict
        """Whether nothing is read loosely: in a file whose readings nobody is told."""
        self.torn = torn
        """Whether there may be text that came apart."""
        self.faults: list[Fault] = []
        self.placeholders: list[FieldPath] = []
        self.loose: list[LooseValue] = []
        self.references = References()
        self.durations = Durations()
        self.within: FieldSpec | None = None
        self.beside: dict[str, Any] = {}
        self.unit = Unit("")
        self.eras: dict[str, list[FieldPath]] = {"be": [], "ce": []}
        self.unknown = 0
        self.ids: dict[tuple[str, str], FieldPath] = {}
        self.forms: dict[Kind, Callable[[Any, FieldSpec, FieldPath], Any]] = {
            "section": self.section,
            "list": self.items,
            "by_year": self.by_year,
            "texts": self.texts,
            "refs": self.refs,
            "owner": self.refs,
            "budget": self.budget,
            "scalar": self.scalar,
            "choice": self.choice,
            "text": self.text,
            "state": self.text,
            "or_none": self.text,
            "id": self.text,
            "file": self.text,
        }

    def fault(
        self,
        path: FieldPath,
        code: Code,
        *,
        at_key: bool = False,
        related: FieldPath | None = None,
        **params: str,
    ) -> None:
        """Note a fault; `params` is what its message names."""
        others = () if related is None else (related,)
        self.faults.append(fault_at(path, code, at_key=at_key, related=others, **params))

    def read(self, node: Any, spec: FieldSpec, path: FieldPath) -> Any:
        """Return the typed value of one node, or None when nothing of substance is there."""
        return None if node is None else self.forms[spec.kind](node, spec, path)

    def section(self, node: Any, spec: FieldSpec, path: FieldPath) -> dict[str, Any] | None:
        """Return the fields of a section; a text alone is its main one."""
        if type(node) is not Map:
            return self.section_in_short(node, spec, path)
        if spec.type == "TargetFigure" and node and all(map(is_year, node)):
            return self.yearly_target(node, path)
        return self.whole(self.fields(node, spec, path), spec, path)

    def fields(self, node: Map, spec: FieldSpec, path: FieldPath) -> dict[str, Any]:
        """Return the values of a section's fields, and what they say about those beside them."""
        fields = spec.fields
        values: dict[str, Any] = {}
        outer = self.within, self.beside, self.unit
        self.within, self.beside = spec, {}
        if "unit" in fields:
            self.unit = Unit(node.get("unit"))
        for key, child in node.items():
            name = key if key in fields else spec.aliases.get(key, "")
            if not name or (name != key and name in node):
                self.unknown_key(key, child, spec, (*path, key))
                continue
            value = self.read(child, fields[name], (*path, key))
            if value is not None:
                values[name] = value
        for key, value in self.beside.items():
            if key in fields and not node.get(key) and key not in values:
                values[key] = value
                self.note_range(values, key, path)
        if "unit" in fields and self.unit.found:
            values.setdefault("unit", self.unit.text)
        self.within, self.beside, self.unit = outer
        return values

    def whole(
        self, values: dict[str, Any], spec: FieldSpec, path: FieldPath
    ) -> dict[str, Any] | None:
        """Return a section's values, held against each other; none when there are none."""
        rule = RULES.get(spec.type)
        if rule is not None:
            rule(values, path, self)
        if "id" in values:
            self.note_id(spec.type, values["id"], (*path, "id"))
        if values:
            self.references.name(spec.type, values)
        return values or None

    def section_in_short(
        self, node: Any, spec: FieldSpec, path: FieldPath
    ) -> dict[str, Any] | None:
        """Return a section that is a text, a list of one, or its fields in order."""
        if type(node) is Seq and len(node) == 1 and type(node[0]) is Map:
            values = self.read(node[0], spec, (*path, 0))
            return self.in_short(node, values, path) if values is not None else None
        if type(node) is Seq and spec.type == "Contact" and len(node) > 1:
            return self.several_contacts(node, spec, path)
        in_order = type(node) is Seq and spec.ordered and len(node) == len(spec.ordered)
        if in_order and all(map(is_text, node)):
            pairs = zip(spec.ordered, enumerate(node), strict=True)
            read = {
                key: self.text(child, spec.fields[key], (*path, i)) for key, (i, child) in pairs
            }
            return self.in_short(node, {k: v for k, v in read.items() if v is not None}, path)
        if not isinstance(node, str) or not spec.main or self.strict or is_placeholder(node):
            self.wrong_form(node, spec, path)
            return None
        return self.section_of_text(node, spec, path) if is_text(node) else None

    def several_contacts(
        self, node: Seq, spec: FieldSpec, path: FieldPath
    ) -> dict[str, Any] | None:
        """Return several people to ask as one contact with all their names, phones and e-mails."""
        people = [self.read(child, spec, (*path, i)) for i, child in enumerate(node)]
        values: dict[str, Any] = {}
        for person in filter(None, people):
            for key, value in person.items():
                if isinstance(value, list):
                    values[key] = [*values.get(key, ()), *value]
                else:
                    values[key] = f"{values[key]}, {value}" if key in values else value
        return self.in_short(node, values, path)

    def section_of_text(self, node: str, spec: FieldSpec, path: FieldPath) -> dict[str, Any] | None:
        """Return a section that is written on one line: its parts, or else its main field."""
        if spec.type in ("Measure", "TargetFigure"):
            return self.measure_on_a_line(node, spec, path)
        if spec.type == "ProjectOutput" and (quantity := read_quantity(node)) is not None:
            return self.noted(quantity, node, "section", "one-line", path)
        if spec.type == "Annex":
            values = self.noted(read_annex(node), node, "section", "form", path)
            return self.whole(dict(values), spec, path)
        if spec.type in PAIRS and (pair := TWO_PARTS.fullmatch(node)) is not None:
            values = dict(zip((spec.main, PAIRS[spec.type]), pair.groups(), strict=True))
            return self.whole(self.noted(values, node, "section", "form", path), spec, path)
        if spec.type == "Contact" and (contact := read_contact(node)) is not None:
            return self.noted(contact, node, "section", "one-line", path)
        outer, self.beside = self.beside, {}
        value = self.read(node, spec.fields[spec.main], path)
        beside, self.beside = self.beside, outer
        if value is None:
            return None
        values = {**beside, spec.main: value}
        if not self.loose or self.loose[-1].path != path:
            self.noted(values, node, "section", "form", path)
        return self.whole(values, spec, path)

    def in_short(self, node: Any, values: dict[str, Any], path: FieldPath) -> dict[str, Any] | None:
        """Return the values of a section that is written in short, which is noted."""
        return self.noted(values, plain(node), "section", "form", path) if values else None

    def measure_on_a_line(
        self, text: str, spec: FieldSpec, path: FieldPath
    ) -> dict[str, Any] | None:
        """Return a figure and its year: `32 ตันต่อวัน (ปี 2567)`."""
        figure, year = split_year(unmarked(text)) if len(text) <= LONGEST_MEASURE else (text, None)
        if year is None and path[-1] == "target":
            figure, years = split_years(text)
            if years is not None:
                self.durations.ask(Duration(path, path, text, years))
        field = spec.fields["value"]
        count = len(self.loose)
        value = self.convert(figure, field.type, self.reader(field.type, path), path, whole=text)
        if value is None:
            return None
        values = {"value": value} if year is None else {"value": value, "year": year}
        if year is not None:
            self.note_era(year, path)
        how: How = self.loose[-1].how if len(self.loose) > count else "one-line"
        del self.loose[count:]
        return self.noted(
            values, text, "section", "target" if how == "target" else "one-line", path
        )

    def yearly_target(self, node: Map, path: FieldPath) -> dict[str, Any] | None:
        """Return the figure of the last year of a target by year, and that year."""
        figures = []
        for key, child in node.items():
            here = (*path, key)
            year = plain_year(interpret_year(key))
            value = self.convert(child, "target", self.reader("target", here), here)
            if value is not None:
                self.note_era(year, here)
                figures.append((year.last, year, value))
        if not figures:
            return None
        _, year, value = max(figures, key=lambda figure: figure[0])
        values = {"value": value, "year": year}
        return self.noted(values, plain(node), "section", "target", path)

    def items(self, node: Any, spec: FieldSpec, path: FieldPath) -> list[Any] | None:
        """Return the items of a list; one that is a text is its main field."""
        assert spec.item is not None
        item = spec.item
        if (
            isinstance(node, str)
            and item.main
            and not self.strict
            and node.strip()
            and not is_placeholder(node)
        ):
            names = split_names(node) if item.type in ORGANISATIONS else [node]
            values = [self.read(name, item, path) for name in names]
            return values if any(value is not None for value in values) else None
        if type(node) is not Seq:
            self.wrong_form(node, spec, path)
            return None
        values = [self.read(child, item, (*path, i)) for i, child in enumerate(node)]
        return values if any(value is not None for value in values) else None

    def by_year(self, node: Any, spec: FieldSpec, path: FieldPath) -> dict[str, Any] | None:
        """Return amounts by year, held against the row with their total where there is one.

        They keep the year as it is written as their key, so that a path still leads into the file.
        """
        rows = self.rows(node, path)
        if rows is None:
            self.wrong_form(node, spec, path)
            return None
        values: dict[str, Any] = {}
        totals = [row for row in rows if fold(row[0]) in TOTALS]
        years = [row for row in rows if fold(row[0]) not in TOTALS]
        read = [self.year_row(values, *row) for row in years]
        found = sum(values.values(), Fraction(0))
        for key, child, here in totals:
            total = self.amount_of_year(child, here)
            if total == found:
                self.noted(total, f"{key}: {plain(child)}", "amount", "by-year", here)
            elif total is not None and all(read):
                self.fault(here, Code.WRONG_TOTAL, written=plain(child), total=str(found))
        if type(node) is not Map and values:
            self.noted(found, plain(node), "amount", "by-year", path)
        return values or None

    def year_row(self, values: dict[str, Any], key: str, child: Any, path: FieldPath) -> bool:
        """Take one row of amounts by year into the values; whether it could be read."""
        if is_placeholder(key):
            self.placeholder(key, path)
            return False
        try:
            year = self.taken_year(key, path)
        except ValueReadError as problem:
            self.unreadable(problem, "year", key, path, at_key=True)
            return False
        self.note_era(year, path)
        value = self.amount_of_year(child, path)
        if value is None:
            return not child
        if key in values:
            self.fault(path, Code.REPEATED_ID, related=path, identifier=key)
            return False
        values[key] = value
        return True

    def rows(self, node: Any, path: FieldPath) -> list[tuple[str, Any, FieldPath]] | None:
        """Return key, value and path of each row by year: a mapping, or a list of such."""
        if type(node) is Map:
            return [(key, child, (*path, key)) for key, child in node.items()]
        if isinstance(node, str) and (pairs := split_by_year(node)) is not None:
            return [(year, amount, path) for year, amount in pairs]
        if type(node) is Seq and all(type(item) is Map for item in node):
            return [
                (key, child, (*path, index, key))
                for index, item in enumerate(node)
                for key, child in item.items()
            ]
        return None

    def taken_year(self, key: str, path: FieldPath) -> ThaiDate:
        """Return the year of a row. Raises `ValueReadError`."""
        found = interpret_year(key)
        if isinstance(found, Loose):
            self.noted(found.value, key, "year", found.how, path)
        return plain_year(found)

    def amount_of_year(self, node: Any, path: FieldPath) -> Any:
        """Return the amount of one year; a dash says that there is none that year."""
        if isinstance(node, str) and node.strip() in ("-", "–", "—"):
            return Fraction(0)
        return self.convert(node, "yearly", READERS["yearly"], path)

    def budget(self, node: Any, spec: FieldSpec, path: FieldPath) -> Any:
        """Return a project's budget: an amount, or what the amounts of its years come to."""
        if type(node) in (Map, Seq) or split_by_year(node) is not None:
            years = self.by_year(node, spec, path)
            return YearlyAmounts(years) if years is not None else None
        return self.convert(node, "budget", READERS["budget"], path)

    def texts(self, node: Any, spec: FieldSpec, path: FieldPath) -> list[str | None] | None:
        """One text alone is a list of one."""
        if type(node) is Seq:
            values = [self.text(item, spec, (*path, i)) for i, item in enumerate(node)]
            return values if any(value is not None for value in values) else None
        value = self.text(node, spec, path)
        return None if value is None else [value]

    def refs(self, node: Any, spec: FieldSpec, path: FieldPath) -> list[str | None] | None:
        """Return ids or names of other things; where each leads is found when all is read."""
        found = self.texts(node, spec, path)
        if found is not None and spec.leads_to:
            self.references.ask(found, spec, path, is_list=type(node) is Seq)
        return found

    def reader(self, kind: str, path: FieldPath) -> Callable[[str], Any]:
        """Return the reader of a type at a place, which may take the unit or a role from there."""
        match kind:
            case _ if self.strict and kind in STRICT_READERS:
                return STRICT_READERS[kind]
            case "date" if path[-1] == "start":
                return partial(interpret_date, role="start")
            case "date" if path[-1] == "end":
                return partial(interpret_date, role="end")
            case "whole" if path[-2:-1] == ("population",) or path[-1] == "people":
                return read_people
            case "number":
                return partial(interpret_number, unit=self.unit.text)
            case "target":
                return partial(interpret_target, unit=self.unit.text)
            case _:
                return READERS[kind]

    def scalar(self, node: Any, spec: FieldSpec, path: FieldPath) -> Any:
        """Return the value of a text of a type."""
        if spec.type == "area" and type(node) is Map and node.keys() == {"value", "unit"}:
            node = f"{node['value']} {node['unit']}"
        if spec.type == "year" and path[-2:-1] == ("target",) and isinstance(node, str):
            years = read_years(node)
            if years is not None:
                self.durations.ask(Duration(path[:-1], path, node, years))
                return None
        if spec.type in ("number", "target") and isinstance(node, str) and "(" in node:
            return self.figure_with_year(node, spec, path)
        value = self.convert(node, spec.type, self.reader(spec.type, path), path)
        if type(value) is ThaiDate:
            self.note_era(value, path)
        return value

    def figure_with_year(self, node: str, spec: FieldSpec, path: FieldPath) -> Any:
        """Return a figure behind which its year may stand in brackets: `value: 32 (2567)`."""
        figure, year = split_year(unmarked(node)) if len(node) <= LONGEST_MEASURE else (node, None)
        value = self.convert(figure, spec.type, self.reader(spec.type, path), path, whole=node)
        if year is None or value is None:
            return value
        how: How = "one-line"
        if self.loose and self.loose[-1].path == path:
            how = self.loose.pop().how
        self.note_era(year, path)
        return self.taken(Loose(value, how, {"year": year}), node, spec.type, path)

    def text(self, node: Any, spec: FieldSpec, path: FieldPath) -> str | None:
        """Return a text of substance, in Thai where it is in two languages."""
        if type(node) is Map and spec.kind == "text" and node and node.keys() <= {"th", "en"}:
            node = next(
                (text for text in (node.get("th"), node.get("en")) if says_something(text)),
                node.get("th"),
            )
        if self.is_one(node):
            return self.text(node[0], spec, (*path, 0))
        if node is None:
            return None
        if not isinstance(node, str):
            self.wrong_form(node, spec, path)
            return None
        if not node or node.isspace():
            return None
        if is_placeholder(node) and not _answers(node, spec):
            self.placeholder(node, path)
            return None
        return None if self.is_torn(node, path) else node

    def is_torn(self, text: str, path: FieldPath) -> bool:
        """Whether a text came apart and says nothing, which is noted."""
        if not self.torn or not is_torn(text):
            return False
        self.fault(path, Code.TORN_TEXT, written=text)
        return True

    def is_one(self, node: Any) -> bool:
        """Whether a node is a list of one text, which stands for that text."""
        return type(node) is Seq and len(node) == 1 and is_text(node[0]) and not self.strict

    def convert(
        self, node: Any, kind: str, reader: Any, path: FieldPath, *, whole: str = ""
    ) -> Any:
        """Return the value of a text; `whole` is what it was a part of, which a fault names."""
        if node is None or node == "":
            return None
        if self.is_one(node):
            return self.convert(node[0], kind, reader, (*path, 0))
        if not isinstance(node, str):
            self.wrong_form(node, TEXT, path)
            return None
        try:
            value = reader(node)
        except ValueReadError as problem:
            value = self.not_plain(problem, node, kind, reader, path, whole)
            if value is None:
                return None
        if kind in ("flag", "confirmed") and type(value) is Loose and is_placeholder(node):
            # `ไม่มีข้อมูล` says nothing of whether there are personal data.
            self.placeholder(node, path)
            return None
        if type(value) is Loose and kind in ("number", "target"):
            self.unit.take(node)
        return self.taken(value, node, kind, path) if type(value) is Loose else value

    def not_plain(
        self,
        problem: ValueReadError,
        node: str,
        kind: str,
        reader: Any,
        path: FieldPath,
        whole: str,
    ) -> Loose | None:
        """Return the value of a text that its reader refused, or note why there is none."""
        if not self.strict and (found := read_unmarked(reader, node)) is not None:
            return found
        if kind == "confirmed" and (state := self.money_state(node)):
            return Loose(state == "confirmed", "money-state", {"state": state})
        if is_placeholder(node):
            self.placeholder(node, path)
        elif not self.is_torn(node, path):
            self.unreadable(problem, kind, whole or node, path)
        return None

    def taken(self, found: Loose, written: str, kind: str, path: FieldPath) -> Any:
        """Return the value of what was read loosely, which is noted with what it says beside."""
        self.beside |= found.beside
        return self.noted(found.value, written, kind, found.how, path)

    def noted(self, value: T, written: str, kind: str, how: How, path: FieldPath) -> T:
        """Return a value that is read loosely, which is noted."""
        self.loose.append(LooseValue(path, written, value, kind, how))
        return value

    def loosely(self, path: FieldPath) -> str | None:
        """Return how the value at a path was read, where that was loosely."""
        return next((loose.how for loose in reversed(self.loose) if loose.path == path), None)

    def note_range(self, values: dict[str, Any], key: str, path: FieldPath) -> None:
        """Let a range that fills two fields be told as one: `ต.ค. 2568 - ก.ย. 2571` in `start`."""
        written_at = {"start": "end", "end": "start"}.get(key)
        if written_at not in values:
            return
        for index in range(len(self.loose) - 1, -1, -1):
            loose = self.loose[index]
            if loose.path[: len(path)] != path:
                return
            if loose.path == (*path, written_at):
                both = [values["start"], values["end"]]
                self.loose[index] = loose._replace(value=both, kind="range")
                return

    def amend(self, path: FieldPath, value: Any) -> None:
        """Let a value that was read loosely count as another."""
        self.loose = [
            loose._replace(value=value) if loose.path == path else loose for loose in self.loose
        ]

    def refuse(self, path: FieldPath, kind: str, reason: str) -> None:
        """Note that a value that was read loosely can't be read after all."""
        written = next((loose.written for loose in self.loose if loose.path == path), "")
        self.loose = [loose for loose in self.loose if loose.path != path]
        self.unreadable(ValueReadError(reason), kind, written, path)

    def money_state(self, text: str) -> str | None:
        """Return how far money is, where a text says that and not whether it is confirmed."""
        if self.within is None or "state" not in self.within.fields:
            return None
        return self.within.fields["state"].word(text)

    def choice(self, node: Any, spec: FieldSpec, path: FieldPath) -> str | None:
        """Return the word of a closed set that a text stands for."""
        if self.is_one(node):
            return self.choice(node[0], spec, (*path, 0))
        if isinstance(node, str):
            if node in spec.choices:
                return node
            # A word that is offered is an answer, whatever it says elsewhere: `กำลังดำเนินการ`.
            if (word := spec.word(node)) is not None:
                return word
            marked = without_marks(node)
            found = spec.word_of(marked or node)
            if marked is not None and (word := spec.word(marked)) is not None:
                found = Loose(word, "note")
            if found is not None:
                return str(self.taken(found, node, "choice", path))
        value = self.text(node, spec, path)
        if value is not None:
            is_unsure = spec.is_unsure(value)
            self.unknown += 1
            is_guessed = not is_unsure and self.unknown <= GUESSES
            guess = closest(value, spec.words) or "" if is_guessed else ""
            unsure = "unsure" if is_unsure else ""
            self.fault(path, Code.UNKNOWN_CHOICE, written=value, guess=guess, unsure=unsure)
        return None

    def placeholder(self, text: str, path: FieldPath) -> None:
        """Note that a text only holds a place."""
        self.placeholders.append(path)
        self.fault(path, Code.PLACEHOLDER, written=text)

    def unreadable(
        self,
        problem: ValueReadError,
        kind: str,
        text: str,
        path: FieldPath,
        *,
        at_key: bool = False,
    ) -> None:
        """Note that a value, or a key, can't be read."""
        self.fault(
            path,
            Code.UNREADABLE_VALUE,
            at_key=at_key,
            kind=kind,
            reason=problem.reason,
            hint=problem.hint or "",
            either="|".join(problem.either),
            written=text,
        )

    def unknown_key(self, key: str, child: Any, spec: FieldSpec, path: FieldPath) -> None:
        """Note a key that a section does not have, and the one that it is like."""
        self.unknown += 1
        guess = (spec.meant(key) or "") if self.unknown <= GUESSES else ""
        if child is None and not guess and (not key.isascii() or key[:1].isdigit()):
            # `{name: ต้นไม้ 10,000 ต้น}`: inside braces a comma ends the value, and what follows looks
            # like a key.
            self.fault(path, Code.COMMA_IN_BRACES, at_key=True, written=key)
            return
        self.fault(path, Code.UNKNOWN_KEY, at_key=True, key_name=key, guess=guess)

    def wrong_form(self, node: Any, spec: FieldSpec, path: FieldPath) -> None:
        """Note that a value has not the form that is asked for."""
        found = "section" if type(node) is Map else "list" if type(node) is Seq else "text"
        if found == "text" and is_placeholder(node):
            self.placeholder(node, path)
        else:
            wanted = FORMS.get(spec.kind, "text")
            self.fault(path, Code.WRONG_FORM, wanted=wanted, found=found)

    def note_id(self, kind: str, identifier: str, path: FieldPath) -> None:
        """Note an id, and a fault where the same section type has it already."""
        first = self.ids.setdefault((kind, normalize(identifier)), path)
        if first is not path:
            self.fault(path, Code.REPEATED_ID, related=first, identifier=identifier)

    def note_era(self, when: ThaiDate, path: FieldPath) -> None:
        """Note in which calendar a date is written."""
        self.eras[when.era].append(path)

    def resolve(self, data: Any) -> None:
        """Let each reference by name be one by id, and years be a year; how is noted."""
        self.loose += self.references.resolve(data)
        for duration, found in self.durations.resolve(data):
            if found is None:
                self.unreadable(
                    ValueReadError("duration"), "year", duration.written, duration.place
                )
            else:
                self.loose.append(found)

    def judge_calendars(self) -> None:
        """Note it for a file that mixes B.E. and C.E., at the first date of the rarer calendar."""
        buddhist, common = self.eras["be"], self.eras["ce"]
        if buddhist and common:
            rare, usual = (common, buddhist) if len(common) <= len(buddhist) else (buddhist, common)
            era, count = "ce" if rare is common else "be", str(len(rare))
            self.fault(rare[0], Code.MIXED_CALENDARS, related=usual[0], era=era, count=count)
