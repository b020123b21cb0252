"""What a form asks for: the fields of a proposal as plain data, each with what is said of it."""

from __future__ import annotations

from typing import Any

from smartcert.catalog.askers import Askers
from smartcert.catalog.model import Catalog
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.workbook.hints import Hints
from smartcert.workbook.layout import ANY, SERVICES, Field, FormSheet


def form_fields(catalog: Catalog, profile: str, lang: str) -> list[dict[str, Any]]:
    """Return the fields of a proposal in the order of the criteria, those of sections within.

    The Smarts share their fields, which stand there once.
    """
    return _Form(catalog, profile, lang).fields(proposal_spec(), ())


class _Form:
    """Describes fields for a catalog and a profile, in a language."""

    def __init__(self, catalog: Catalog, profile: str, lang: str) -> None:
        self.catalog, self.profile, self.lang = catalog, profile, lang
        self.hints = Hints(catalog, profile, lang)
        self.askers = Askers(catalog)

    def fields(self, section: FieldSpec, path: tuple[str, ...]) -> list[dict[str, Any]]:
        """Return the fields of a section."""
        return [self.field(section, key, spec, path) for key, spec in section.fields.items()]

    def field(
        self, section: FieldSpec, key: str, spec: FieldSpec, path: tuple[str, ...]
    ) -> dict[str, Any]:
        """Return one field, with those in it."""
        here = (*path, key)
        told: dict[str, Any] = {
            "key": key,
            "kind": spec.kind,
            "title": spec.names.get(self.lang, key),
        }
        if here == (SERVICES,):
            smart = next(iter(spec.fields.values()))
            smarts = {name: it.title[self.lang] for name, it in self.catalog.smarts.items()}
            return told | {"smarts": smarts, "fields": self.fields(smart, (*here, ANY))}
        if spec.kind == "section":
            return told | {"fields": self.fields(spec, here)}
        if spec.item is not None:
            return told | {"fields": self.fields(spec.item, here), "of": spec.item.type}
        sheet = FormSheet(path=path, spec=section, title={}, fields=(), is_table=False)
        hint = self.hints.of(sheet, Field((key,), spec))
        asked = self.askers.of(here)
        return told | {
            "form": hint.form,
            "example": hint.example,
            "asked": hint.asked,
            "mandatory": hint.is_mandatory,
            "who": sorted({item.id for item in asked}),
            "choices": self.choices(here, spec),
            "to": list(spec.leads_to),
        }

    def choices(self, path: tuple[str, ...], spec: FieldSpec) -> dict[str, str]:
        """Return the words that a field chooses from, and what a person calls them."""
        if path == ("profile",):
            return {key: it.title[self.lang] for key, it in self.catalog.profiles.items()}
        return {word: names[self.lang] for word, names in spec.choices.items()}
