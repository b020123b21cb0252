"""The fields of a proposal, a review and waivers, written from the Pydantic models.

`smartcert.proposal.spec` reads them from `proposal/fields/`, so that a check loads no models, and
`smartcert.schema.editor` makes the JSON Schemas for editors of them. What fields and choices are
called comes from `messages/schema/`. The files are written by `docs/generate.py`; a test fails when
one no longer says what models and messages say.
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


@cache
def titles() -> Mapping[str, Sentence]:
    """Return what fields and choices are called: `fields.Area.size`, `choices.Zone.none`.

    They are in a folder of their own, since a run takes them from the fields' files.
    """
    return read_messages(data_dir("messages") / "schema")


def build(name: str = "proposal") -> dict[str, Any]:
    """Return the fields of a kind of file: its own, and those of each section by its name."""
    model = MODELS[name]
    raw = model.model_json_schema()
    return {
        "x-title": names_of(f"fields.{model.__name__}"),
        **_section(model.__name__, raw),
        "$defs": {key: _section(key, body) for key, body in raw["$defs"].items()},
    }


def text(name: str = "proposal") -> str:
    """Return the fields of a kind of file as the text of the file that is read."""
    return json.dumps(build(name), ensure_ascii=False, indent=0) + "\n"


def names_of(key: str) -> dict[str, str]:
    """Return what a field or a choice is called in each language."""
    return {lang: str(titles()[key][lang]) for lang in ("en", "th")}


def _section(name: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return what is known of one mapping: its fields, and how it may be written in short."""
    fields = {key: _field(f"fields.{name}.{key}", node) for key, node in body["properties"].items()}
    return {**_own(body), "properties": fields}


def _field(key: str, node: dict[str, Any]) -> dict[str, Any]:
    field = {**_own(node), "x-title": names_of(key)}
    if "$ref" in node:
        field["$ref"] = node["$ref"]
    elif "items" in node and "x-type" not in node:
        field["items"] = node["items"]
    if field.get("x-type") == "choice":
        field |= _choice(field["x-choices"], node["enum"])
    return field


def _own(node: dict[str, Any]) -> dict[str, Any]:
    """Return what the models say beyond JSON Schema."""
    return {key: value for key, value in node.items() if key.startswith("x-")}


def _choice(name: str, words: list[str]) -> dict[str, Any]:
    """Return what may be written for the words of a choice, and what each is called."""
    names = {word: names_of(f"choices.{name}.{word}") for word in words}
    also = {other: word for word in words for other in _others(f"choices.{name}.{word}.also")}
    unsure = _others(f"choices.{name}.unsure")
    return {
        **({"x-also": dict(sorted(also.items()))} if also else {}),
        **({"x-unsure": unsure} if unsure else {}),
        "x-list": name,
        "x-choices": names,
    }


def _others(key: str) -> list[str]:
    """Return other names of a word, which stand in one line with commas between them."""
    return str(titles()[key]["th"]).split(", ") if key in titles() else []
