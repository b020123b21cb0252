"""An empty proposal to fill in: every field of a stage with its meaning beside it.

Nothing in it could pass for an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from smartcert.messages.message import has_message, message
from smartcert.proposal.spec import FieldSpec, proposal_spec

SCHEMA = "proposal.schema.json"
"""The file beside a proposal from which an editor has its hints."""

LATER = {"renewal": "renewal", "boi": "boi-area", "revisions": "", "responses": ""}
"""Sections that only one profile needs, or only a later round."""


def starter_lines(smarts: tuple[str, ...], profile: str, profiles: str, lang: str) -> Iterator[str]:
    """Yield the lines of an empty proposal for some Smarts and a profile.

    `profiles` says which profiles there are.
    """
    yield f"# {message('files.proposal', lang)}"
    yield f"# yaml-language-server: $schema={SCHEMA}"
    yield "smartcert: 1"
    name = proposal_spec().fields["profile"].names[lang]
    yield f"profile: {profile}  # {name}: {profiles}"
    yield "round: 1"
    for key, spec in proposal_spec().fields.items():
        if spec.kind not in ("section", "list") or LATER.get(key, profile) != profile:
            continue
        yield ""
        yield from _field(key, spec, lang, 0, smarts)


def _field(
    key: str, spec: FieldSpec, lang: str, depth: int, smarts: tuple[str, ...], dash: bool = False
) -> Iterator[str]:
    indent = "  " * depth
    lead = f"{indent[:-2]}- " if dash else indent
    yield f"{lead}{key}:  # {_meaning(spec, lang)}"
    if spec.kind == "section":
        yield from _section(spec, lang, depth + 1, smarts)
    elif spec.kind == "list" and spec.item is not None:
        yield from _section(spec.item, lang, depth + 2, smarts, dash=True)


def _section(
    spec: FieldSpec, lang: str, depth: int, smarts: tuple[str, ...], dash: bool = False
) -> Iterator[str]:
    services = spec.type == "Services"
    for number, (key, field) in enumerate(spec.fields.items()):
        if not services or key in smarts:
            yield from _field(key, field, lang, depth, smarts, dash=dash and number == 0)


def _meaning(spec: FieldSpec, lang: str) -> str:
    """Say what a field is, and how it is written where one might wonder."""
    name = spec.names.get(lang, "")
    if spec.choices:
        words = (f"{names[lang]} ({word})" for word, names in spec.choices.items())
        return f"{name}: {', '.join(words)}"
    keys = (f"files.forms.{form}" for form in (spec.kind, spec.type))
    key = next(filter(has_message, keys), None)
    return f"{name} ({message(key, lang)})" if key else name
