"""What a field of a proposal means, as text for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from smartcert.catalog.askers import Askers
from smartcert.catalog.model import Catalog, Requirement
from smartcert.findings.blank import blank_of
from smartcert.findings.stub import form, stub_of
from smartcert.messages.message import message
from smartcert.proposal.field_search import ANY, FieldPlace
from smartcert.proposal.spec import FieldSpec
from smartcert.render.explanation import Line
from smartcert.schema import SCHEMA_FILES
from smartcert.thai.words import wrap

MOST = 12
"""Requirements that are listed; a whole section may be asked for by more."""


@dataclass(frozen=True, slots=True)
class FieldExplanation:
    """A page in a language and of a width."""

    lang: str
    width: int

    def field(self, place: FieldPlace, catalog: Catalog) -> Iterator[Line]:
        """Yield what a field is, how it is written, who asks for it and why, and an example."""
        lang = self.lang
        spec = place.spec
        other = spec.names["en" if lang == "th" else "th"]
        yield from self._styled("title", f"{place.text} {spec.names[lang]} · {other}")
        if above := self._within(place):
            yield from self._styled("dim", message("fields.within", lang, section=above))
        yield "", ""
        yield from self._styled("", message("fields.form", lang, form=self._form(spec)))
        yield from self._words(spec)
        yield from self._parts(spec)
        yield "", ""
        asked = Askers(catalog).of(place.path)
        yield from self._asked(asked)
        yield from self._example(place, asked)

    def choose(self, written: str, places: list[FieldPlace]) -> Iterator[Line]:
        """Yield the fields that a title may mean, and what to type for each."""
        yield from self._styled("title", message("fields.several", self.lang, written=written))
        for place in places:
            above = self._within(place)
            name = place.spec.names[self.lang]
            yield from self._styled("", f"smartcert explain {place.text}", "  ")
            yield from self._styled("dim", f"{name}{f' · {above}' if above else ''}", "    ")

    def _within(self, place: FieldPlace) -> str:
        """Return what the sections are called that a field is in, the outermost first."""
        sections = [
            "" if step == ANY else field.names[self.lang]
            for step, field in zip(place.path, place.within, strict=False)
        ]
        return " · ".join(filter(None, sections))

    def _form(self, spec: FieldSpec) -> str:
        if spec.choices:
            return message("fields.one-word", self.lang)
        return message(f"fields.forms.{_kind(spec)}", self.lang)

    def _words(self, spec: FieldSpec) -> Iterator[Line]:
        """Yield the words of a closed list, with others that are read for each."""
        for word, names in spec.choices.items():
            also = [name for name, meant in spec.also.items() if meant == word]
            more = message("fields.also", self.lang, words=", ".join(also)) if also else ""
            yield from self._styled("", f"- {names[self.lang]} ({word}){more}", "  ")

    def _parts(self, spec: FieldSpec) -> Iterator[Line]:
        """Yield the fields of a section, or of the items of a list."""
        section = spec.item or spec
        if section.main:
            name = f"{section.main} {section.fields[section.main].names[self.lang]}"
            yield from self._styled("", message("fields.short", self.lang, main=name))
        if section.fields:
            yield "dim", f"{message('fields.parts', self.lang)}:"
        for key, field in section.fields.items():
            yield from self._styled("", f"- {key} {field.names[self.lang]}", "  ")

    def _asked(self, asked: list[Requirement]) -> Iterator[Line]:
        """Yield the requirements that ask, and why the first of them does."""
        lang = self.lang
        if not asked:
            yield from self._styled("", message("fields.unasked", lang))
            return
        yield "dim", f"{message('fields.askers', lang)}:"
        for item in asked[:MOST]:
            level = message(f"names.levels.{item.level.default}", lang)
            yield from self._styled("", f"- {item.id} {item.title[lang]} ({level})", "  ")
        if len(asked) > MOST:
            yield from self._styled("dim", message("fields.more", lang, count=len(asked) - MOST))
        yield "", ""
        yield from self._styled("", f"{message('terminal.labels.why', lang)}: {asked[0].why[lang]}")

    def _example(self, place: FieldPlace, asked: list[Requirement]) -> Iterator[Line]:
        """Yield an example, and a form to fill in: of the field, or of what asks for a section."""
        spec = place.spec
        if text := _example_of(place):
            yield "", ""
            yield from self._styled("dim", f"{message('fields.shown', self.lang)}:")
            yield from self._styled("", text, "  ")
        if spec.kind not in ("section", "list", "by_year"):
            yield "", ""
            yield "dim", f"{message('terminal.labels.stub', self.lang)}:"
            for line in _lines_to(place, blank_of(spec, place.above, self.lang)):
                yield "stub", f"  {line}"
        elif asked:
            yield "", ""
            yield "dim", f"{message('terminal.labels.stub', self.lang)}:"
            smart = place.path[1] if place.path[0] == "services" and place.path[1:] else ANY
            stub = stub_of(asked[0].stub, None if smart == ANY else smart)
            for line in form(stub, self.lang).rstrip().splitlines():
                yield "stub", f"  {line}"

    def _styled(self, style: str, text: str, indent: str = "") -> Iterator[Line]:
        for line in wrap(text, self.width, indent):
            yield style, line


def _kind(spec: FieldSpec) -> str:
    return spec.type if spec.kind == "scalar" else spec.kind


def _lines_to(place: FieldPlace, text: str) -> Iterator[str]:
    """Yield the YAML that has a text at a field: a line a key, `-` before the first of an item."""
    indent, dash = "", ""
    for key, spec in zip(place.path, (*place.within, place.spec), strict=True):
        name = "environment" if key == ANY else key
        yield f"{indent}{dash}{name}:{f' {text}' if spec is place.spec else ''}"
        indent += "    " if dash else "  "
        dash = "- " if spec.item is not None else ""


def _example_of(place: FieldPlace) -> str:
    """Return the example that the schema has for a field; empty for none."""
    schema = json.loads(SCHEMA_FILES["proposal"].read_text(encoding="utf-8"))
    section = schema["$defs"].get(place.above.type, schema)
    return str(section["properties"][place.path[-1]].get("x-example", ""))
