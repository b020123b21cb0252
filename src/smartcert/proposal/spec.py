"""What may stand where in a proposal, for its reader and for the catalog's linter.

It is read from files that `smartcert.schema.export` writes from the models, as it does the JSON
Schema for editors, so that a proposal, an editor and the catalog are held to one list of fields.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

from smartcert.source.forms import Form, KeyForms
from smartcert.source.path import FieldPath
from smartcert.suggest import LONGEST, closest
from smartcert.thai.labels import bare_label
from smartcert.thai.loose import Loose
from smartcert.thai.normalize import fold
from smartcert.thai.substance import Asks

LONGEST_NAME = 200
"""Characters; a longer text is no kind with a name behind it."""

FOLDER = Path(__file__).parent / "fields"
"""The fields of each kind of file."""

Kind = Literal[
    "section", "list", "by_year", "scalar", "text", "texts", "refs", "choice", "id", "file",
    "state", "or_none", "budget", "owner",
]  # fmt: skip


_FORMS: dict[Kind, Form] = {
    "section": "section",
    "by_year": "section",
    "list": "list",
    "texts": "list",
    "refs": "list",
    "text": "prose",
    "state": "prose",
    "or_none": "prose",
}


@dataclass(frozen=True, eq=False, kw_only=True)
class FieldSpec:
    """What may stand at one place of a proposal."""

    kind: Kind
    """A mapping with known keys, a list, amounts by year, or a scalar of a type."""
    type: str
    """Name of the section or of the scalar's type."""
    names: dict[str, str] = field(default_factory=dict)
    """What a person calls it, in each language."""
    choices: dict[str, dict[str, str]] = field(default_factory=dict)
    """For a choice: its words and their names."""
    also: dict[str, str] = field(default_factory=dict)
    """For a choice: other names that are used, and the word of each."""
    unsure: tuple[str, ...] = ()
    """For a choice: names that mean another word for every office."""
    is_named: bool = False
    """For a choice: whether a name may follow a word, as in `เทศบาลตำบลแม่เมาะ`."""
    fields: dict[str, FieldSpec] = field(default_factory=dict)
    """For a section: its keys."""
    main: str = ""
    """For a section: the field that a text in its place stands for; empty for none."""
    ordered: tuple[str, ...] = ()
    """For a section: the fields that a list in its place stands for; empty for none."""
    aliases: dict[str, str] = field(default_factory=dict)
    """For a section: other keys that forms have, and the field of each."""
    asks: Asks = ""
    """For a text: what it asks for."""
    leads_to: tuple[str, ...] = ()
    """For references: the sections whose items they lead to."""
    item: FieldSpec | None = None
    """For a list: what each item is."""

    def below(self, step: str | int) -> FieldSpec | None:
        """Return what may stand under a key of a section, or as an item of a list."""
        return self.item if self.item is not None else self.fields.get(str(step))

    @property
    def words(self) -> dict[str, str]:
        """For a choice: everything that may be written for it, and the word of each."""
        named = {
            name: word for word, names in self.choices.items() for name in (word, *names.values())
        }
        return {**self.also, **named}

    def word(self, written: str) -> str | None:
        """Return the word of a choice that one of its names stands for."""
        return self._by_name.get(fold(written))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {fold(name): word for name, word in reversed(self.words.items())}

    def word_of(self, written: str) -> Loose | None:
        """Return the word that a text begins with, where more follows that changes nothing.

        In brackets that is an explanation: `ส่วนบุคคล (ชื่อ ที่อยู่)`. A kind may have a name behind
        it: `อบต.บ้านทิ`; but `สำนักงานเทศบาล` has another kind there, and is asked about.
        """
        bare = bare_label(written)
        if bare != written and (word := self.word(bare)) is not None:
            return Loose(word, "explained")
        if not self.is_named or len(written) > LONGEST_NAME:
            return None
        folded = fold(written)
        name = max((name for name in self._by_name if folded.startswith(name)), key=len, default="")
        rest = folded.removeprefix(name)
        if not name or any(rest.startswith(other) for other in self._by_name):
            return None
        return Loose(self._by_name[name], "named")

    def is_unsure(self, written: str) -> bool:
        """Whether a text is a name that means another word of a choice for every office."""
        bare = {fold(bare_label(written)), fold(written).rstrip("0123456789")}
        return not bare.isdisjoint(map(fold, self.unsure))

    def meant(self, key: str) -> str | None:
        """Return the key of a section that a mistyped one is closest to.

        It may be the name of a field, in either language, or begin like the name of one field only.
        """
        return _meant(self, key) if len(key) <= LONGEST else None


@lru_cache(maxsize=1024)
def _meant(section: FieldSpec, key: str) -> str | None:
    """Return what a key means. A file that has one wrong has it wrong in every item of a list."""
    named = {name: key for key, spec in section.fields.items() for name in spec.names.values()}
    guess = closest(key, {**named, **dict.fromkeys(section.fields)})
    if guess is not None:
        return guess if guess in section.fields else named[guess]
    if len(key) <= 2:
        return None
    begun = {known for name, known in named.items() if fold(name).startswith(fold(key))}
    return begun.pop() if len(begun) == 1 else None


YEARLY = FieldSpec(kind="scalar", type="yearly")
"""What stands at each year of a field of kind `by_year`."""


@cache
def proposal_spec() -> FieldSpec:
    """Return the spec of a whole proposal."""
    return _top("proposal", "Proposal")


@cache
def review_spec() -> FieldSpec:
    """Return the spec of a committee's review."""
    return _top("review", "Review")


@cache
def waivers_spec() -> FieldSpec:
    """Return the spec of a file of waivers."""
    return _top("waivers", "WaiverFile")


@cache
def key_forms() -> KeyForms:
    """Return the keys of all kinds of files that are read along a spec, by all their names."""
    forms: dict[str, frozenset[Form]] = {}
    forms["th"] = forms["en"] = frozenset(("prose", "language"))
    waiting = [proposal_spec(), review_spec(), waivers_spec()]
    while waiting:
        spec = waiting.pop()
        waiting += [*spec.fields.values(), *([spec.item] if spec.item else [])]
        for key, below in spec.fields.items():
            for name in (key, *below.names.values()):
                known = forms.get(name.casefold(), frozenset())
                forms[name.casefold()] = known | {_FORMS.get(below.kind, "value")}
    return forms


def spec_at(path: FieldPath) -> FieldSpec | None:
    """Return what may stand at a place of a proposal; nothing for a place that no proposal has."""
    spec: FieldSpec | None = proposal_spec()
    for step in path:
        spec = spec and spec.below(step)
    return spec


def _top(file: str, name: str) -> FieldSpec:
    fields = json.loads((FOLDER / f"{file}.json").read_text(encoding="utf-8"))
    return _section(name, fields, fields["$defs"], fields["x-title"])


def _section(
    name: str, body: dict[str, Any], sections: dict[str, Any], names: dict[str, str]
) -> FieldSpec:
    fields = {key: _field(node, sections) for key, node in body["properties"].items()}
    return FieldSpec(
        kind="section",
        type=name,
        names=names,
        fields=fields,
        main=body.get("x-main", ""),
        ordered=tuple(body.get("x-ordered", ())),
        aliases=body.get("x-aliases", {}),
    )


def _field(node: dict[str, Any], sections: dict[str, Any]) -> FieldSpec:
    """Return the spec of a field, from what its file says of it and of all sections by name."""
    names = node.get("x-title", {})
    if reference := node.get("$ref"):
        name = reference.rsplit("/", 1)[1]
        return _section(name, sections[name], sections, names)
    match node.get("x-type"):
        case None if "items" in node:
            item = _field(node["items"], sections)
            return FieldSpec(kind="list", type="list", names=names, item=item)
        case None:
            return FieldSpec(kind="by_year", type="by_year", names=names)
        case "choice":
            return FieldSpec(
                kind="choice",
                type="choice",
                names=names,
                choices=node["x-choices"],
                also=node.get("x-also", {}),
                unsure=tuple(node.get("x-unsure", ())),
                is_named=node.get("x-named", False),
            )
        case "refs" | "owner" as kind:
            leads_to = tuple(node.get("x-to", ()))
            asks: Asks = "who" if kind == "owner" else ""
            return FieldSpec(kind=kind, type=kind, names=names, asks=asks, leads_to=leads_to)
        case "budget":
            return FieldSpec(kind="budget", type="budget", names=names)
        case "text" | "texts" | "id" | "file" | "state" | "or_none" as kind:
            return FieldSpec(kind=kind, type=kind, names=names, asks=node.get("x-asks", ""))
        case kind:
            return FieldSpec(kind="scalar", type=kind, names=names)
