"""A proposal to fill in: every field of a stage with its meaning beside it.

Nothing in it could pass for an answer that nobody gave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smartcert.characters import yaml_scalar
from smartcert.messages.message import has_message, message
from smartcert.proposal.spec import FieldSpec, proposal_spec
from smartcert.source.path import FieldPath

SCHEMA = "proposal.schema.json"
"""The file beside a proposal from which an editor has its hints."""

LATER = {"renewal": "renewal", "boi": "boi-area", "revisions": "", "responses": ""}
"""Sections that only one profile needs, or only a later round."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A proposal that is begun: for a profile and some Smarts, with what is known already."""

    profile: str
    smarts: tuple[str, ...]
    known: Mapping[FieldPath, str]
    lang: str

    def lines(self, profiles: str) -> Iterator[str]:
        """Yield its lines; `profiles` says which profiles there are."""
        lang = self.lang
        yield f"# {message('files.proposal', lang)}"
        yield f"# yaml-language-server: $schema={SCHEMA}"
        yield "smartcert: 1"
        name = proposal_spec().fields["profile"].names[lang]
        yield f"profile: {self.profile}  # {name}: {profiles}"
        yield "round: 1"
        for key, spec in proposal_spec().fields.items():
            is_later = LATER.get(key, self.profile) != self.profile
            if spec.kind in ("section", "list") and not is_later:
                yield ""
                yield from self._field((key,), spec, 0)

    def _field(
        self, path: FieldPath, spec: FieldSpec, depth: int, dash: bool = False
    ) -> Iterator[str]:
        indent = "  " * depth
        lead = f"{indent[:-2]}- " if dash else indent
        known = self.known.get(path, "")
        value = f" {known if known in spec.choices else yaml_scalar(known)}" if known else ""
        yield f"{lead}{path[-1]}:{value}  # {_meaning(spec, self.lang)}"
        if spec.kind == "section":
            yield from self._section(path, spec, depth + 1)
        elif spec.kind == "list" and spec.item is not None:
            yield from self._section(path, spec.item, depth + 2, dash=True)

    def _section(
        self, path: FieldPath, spec: FieldSpec, depth: int, dash: bool = False
    ) -> Iterator[str]:
        services = spec.type == "Services"
        for number, (key, field) in enumerate(spec.fields.items()):
            if not services or key in self.smarts:
                yield from self._field((*path, key), field, depth, dash=dash and number == 0)


def _meaning(spec: FieldSpec, lang: str) -> str:
    """Say what a field is, and how it is written where one might wonder."""
    name = spec.names.get(lang, "")
    if spec.choices:
        words = (f"{names[lang]} ({word})" for word, names in spec.choices.items())
        return f"{name}: {', '.join(words)}"
    keys = (f"files.forms.{form}" for form in (spec.kind, spec.type))
    key = next(filter(has_message, keys), None)
    return f"{name} ({message(key, lang)})" if key else name
