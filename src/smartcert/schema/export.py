"""The JSON Schemas of a proposal, a review and waivers, written from the Pydantic models.

`proposal.schema.json` beside this module is what editors and `smartcert schema` give out and what
`smartcert.proposal.document` follows; the two others are the same for a committee's comments and
for waivers. What fields and choices are called comes from `messages/schema/`. All three are written
by `docs/generate.py`; a test fails when one no longer says what models and messages say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from smartcert.messages.message_files import Sentence, read_messages
from smartcert.paths import data_dir
from smartcert.schema.review_file import ReviewFile
from smartcert.schema.sections import Proposal, Section
from smartcert.schema.waiver_file import WaiverFile

MODELS: dict[str, type[Section]] = {
    "proposal": Proposal,
    "review": ReviewFile,
    "waivers": WaiverFile,
}

_SECTION = ["object", "string"]
"""The types of a section that may be written as a text."""


@cache
def titles() -> Mapping[str, Sentence]:
    """Return what fields and choices are called: `fields.Area.size`, `choices.Zone.none`.

    They are in a folder of their own, since a run takes them from the schemas and not from here.
    """
    return read_messages(data_dir("messages") / "schema")


def build(name: str = "proposal") -> dict[str, Any]:
    """Return the JSON Schema of a model, with the names of its fields as an editor's hints."""
    model = MODELS[name]
    raw = model.model_json_schema()
    sections = {key: _section(key, body) for key, body in raw.pop("$defs").items()}
    top = _section(model.__name__, raw)
    for field in (
        field for body in (top, *sections.values()) for field in body["properties"].values()
    ):
        item = field.get("items", {}).get("$ref", "").rsplit("/", 1)[-1]
        if "x-main" in sections.get(item, {}):
            # A text stands for the one item, by its main field.
            field["type"] = ["array", "string"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://smartcert.invalid/{name}.schema.json",
        **top,
        "title": f"smartcert {name}",
        "description": _hint(_names(f"fields.{model.__name__}")),
        "$defs": sections,
    }


def text(name: str = "proposal") -> str:
    """Return a schema as the text of its file."""
    return json.dumps(build(name), ensure_ascii=False, indent=1) + "\n"


def _section(name: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one mapping: its fields with their names, none of them required."""
    fields = {key: _field(f"fields.{name}.{key}", node) for key, node in body["properties"].items()}
    kept = {key: value for key, value in body.items() if key not in ("title", "required")}
    if "x-main" in kept:
        # A text stands for the section's main field.
        kept["type"] = ["object", "array", "string"] if "x-ordered" in kept else _SECTION
    return {**kept, "properties": fields}


def _field(key: str, node: dict[str, Any]) -> dict[str, Any]:
    names = _names(key)
    field = {name: value for name, value in node.items() if name != "title"}
    if field.get("x-type") == "choice":
        named = {"x-named": True} if "x-named" in field else {}
        field = {**_choice(field["x-choices"], field["enum"]), **named}
    return {**field, "x-title": names, "description": _hint(names)}


def _choice(name: str, words: list[str]) -> dict[str, Any]:
    """Return what may be written for the words of a choice, and what each is called."""
    names = {word: _names(f"choices.{name}.{word}") for word in sorted(words)}
    others = {word: _others(f"choices.{name}.{word}.also") for word in words}
    also = {other: word for word in words for other in others[word]}
    unsure = _others(f"choices.{name}.unsure")
    written = [n for word in words for n in (names[word]["th"], names[word]["en"], *others[word])]
    return {
        "enum": list(dict.fromkeys([*words, *written])),
        **({"x-also": dict(sorted(also.items()))} if also else {}),
        **({"x-unsure": unsure} if unsure else {}),
        "x-choices": names,
        "x-type": "choice",
    }


def _names(key: str) -> dict[str, str]:
    return {lang: str(titles()[key][lang]) for lang in ("en", "th")}


def _others(key: str) -> list[str]:
    """Return other names of a word, which stand in one line with commas between them."""
    return str(titles()[key]["th"]).split(", ") if key in titles() else []


def _hint(names: dict[str, str]) -> str:
    return f"{names['th']} · {names['en']}"
