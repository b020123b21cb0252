"""What stands beside a field of a workbook: what it means, an example, and who asks for it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from smartcert.catalog.askers import Askers
from smartcert.catalog.model import Catalog
from smartcert.messages.message import message
from smartcert.proposal.spec import FieldSpec
from smartcert.schema import SCHEMA_FILES
from smartcert.workbook.layout import Field, FormSheet

MOST = 4
"""Requirements that are named; a field may be asked for by more."""


class Hint(NamedTuple):
    """What is said of a field."""

    form: str
    """How it is written."""
    example: str
    """Empty where there is none."""
    asked: str
    """The requirements that ask for it; empty where none does."""
    is_mandatory: bool

    @property
    def text(self) -> str:
        """All of it, a line each."""
        return "\n".join(filter(None, (self.form, self.example, self.asked)))


class Hints:
    """Hints on the fields of a workbook, for a catalog and a profile, in a language."""

    def __init__(self, catalog: Catalog, profile: str, lang: str) -> None:
        self.catalog, self.profile, self.lang = catalog, profile, lang
        self._askers = Askers(catalog)
        self._schema = json.loads(SCHEMA_FILES["proposal"].read_text(encoding="utf-8"))

    def of(self, sheet: FormSheet, field: Field) -> Hint:
        """Return the hint on a field of a sheet."""
        lang = self.lang
        asked = [
            item
            for item in self._askers.of((*sheet.path, *field.path))
            if self.profile in (item.profiles or (self.profile,))
        ]
        names = [f"{item.id} {item.title[lang]}" for item in asked[:MOST]]
        more = [message("fields.more", lang, count=len(asked) - MOST)] if asked[MOST:] else []
        example = self._example(sheet, field)
        return Hint(
            form=self._form(field.spec),
            example=message("fields.example", lang, value=example) if example else "",
            asked=message("fields.asked", lang, requirements="; ".join((*names, *more)))
            if asked
            else "",
            is_mandatory=any(item.level.default == "mandatory" for item in asked),
        )

    def is_for_others(self, sheet: FormSheet) -> bool:
        """Whether all that is asked for on a sheet is asked for by other profiles."""
        asked = [
            item for field in sheet.fields for item in self._askers.of((*sheet.path, *field.path))
        ]
        return bool(asked) and not any(
            self.profile in (item.profiles or (self.profile,)) for item in asked
        )

    def _form(self, spec: FieldSpec) -> str:
        if spec.choices:
            return message("fields.one-word", self.lang)
        kind = spec.type if spec.kind == "scalar" else spec.kind
        if spec.item is not None:
            return message("workbook.outputs", self.lang)
        if kind in ("texts", "refs", "owner"):
            return message(f"workbook.forms.{kind}", self.lang)
        return message(f"fields.forms.{kind}", self.lang)

    def _example(self, sheet: FormSheet, field: Field) -> str:
        above: Any = (field.within or (sheet.spec.item or sheet.spec,))[-1]
        section = self._schema["$defs"].get(above.type, self._schema)
        found = section["properties"].get(field.path[-1], {})
        return str(found.get("x-example", ""))
