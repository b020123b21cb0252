"""The JSON Schemas that editors and `smartcert schema` give out, made of the fields of a file.

They accept what is read: every field may be empty, and a value may have any of the forms that the
reader knows. Of closed lists an editor offers the Thai words. What each field means, how it is
written and which requirements ask for it stands in its description.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from smartcert.messages.message import has_message, message
from smartcert.schema.export import build
from smartcert.schema.word_patterns import pattern_of

Schema = dict[str, Any]

SCALARS = ["string", "number", "boolean"]


class FieldHint(NamedTuple):
    """What a catalog says of a field."""

    requirements: list[str]
    """Those that ask for it, with their titles."""
    example: str
    """What may be written there; empty where no requirement shows it."""


Hints = Mapping[tuple[str, str], FieldHint]
"""By section and field."""

MOST = 6
"""Requirements that a description names."""

WRITTEN: Schema = {"$ref": "#/$defs/written"}
"""One value of any kind, or nothing."""
EMPTY: Schema = {"$ref": "#/$defs/empty"}
ALONE: Schema = {"$ref": "#/$defs/alone"}
"""A list of one value, which stands for that value."""
TEXTS: Schema = {"type": "array", "items": {"anyOf": [WRITTEN, ALONE]}}
ROWS: Schema = {"type": "object", "additionalProperties": {"anyOf": [WRITTEN, ALONE]}}
BY_YEAR: list[Schema] = [ROWS, {"type": "array", "items": ROWS}]
"""Amounts by year: a mapping, or a list of such."""

SHARED: dict[str, Schema] = {
    # Without `type`, since an editor would offer `null` as a value where a type is.
    "written": {"not": {"type": ["array", "object"]}},
    "empty": {"not": {"type": ["array", "object", "string", "number", "boolean"]}},
    "alone": {"type": "array", "items": WRITTEN, "minItems": 1, "maxItems": 1},
}

LANGUAGES: Schema = {
    "type": "object",
    "properties": {"th": WRITTEN, "en": WRITTEN},
    "additionalProperties": False,
    "minProperties": 1,
}

AREA: Schema = {
    "type": "object",
    "properties": {"value": WRITTEN, "unit": WRITTEN},
    "required": ["value", "unit"],
    "additionalProperties": False,
}

FORMS: dict[str, list[Schema]] = {
    "text": [WRITTEN, ALONE, LANGUAGES],
    "texts": [WRITTEN, TEXTS],
    "refs": [WRITTEN, TEXTS],
    "owner": [WRITTEN, TEXTS],
    "budget": [WRITTEN, *BY_YEAR],
    "area": [WRITTEN, ALONE, AREA],
}
"""What may be written for a type; for every other one value."""

OFFERED = {"flag": ("true", "false"), "confirmed": ("true", "false")}
"""Types whose words an editor offers though others are read too: by what they are called."""


def schema(name: str, hints: Hints | None = None, profiles: Sequence[str] = ()) -> Schema:
    """Return the JSON Schema of a kind of file.

    `profiles` are the names that are offered for `profile`.
    """
    fields = build(name)
    editor = _Editor(fields["$defs"], hints or {}, profiles)
    top = "Proposal" if name == "proposal" else ""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://smartcert.invalid/{name}.schema.json",
        "title": f"smartcert {name}",
        "description": _both(fields["x-title"]),
        "type": "object",
        "properties": editor.properties(top, fields),
        "additionalProperties": False,
        "$defs": {
            **SHARED,
            **editor.words(),
            **{key: editor.section(key, body) for key, body in fields["$defs"].items()},
        },
    }


def text(name: str, hints: Hints | None = None, profiles: Sequence[str] = ()) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema(name, hints, profiles), ensure_ascii=False, indent=1) + "\n"


class _Editor:
    """Writes the schemas of sections and fields."""

    def __init__(self, sections: Schema, hints: Hints, profiles: Sequence[str]) -> None:
        self.sections = sections
        self.hints = hints
        self.profiles = profiles

    def section(self, name: str, body: Schema) -> Schema:
        """Return the schema of a section, with the ways in which it may be written in short."""
        properties = self.properties(name, body)
        others = {f"^{key}$": properties[to] for key, to in body.get("x-aliases", {}).items()}
        if name == "TargetFigure":
            # The path to a target, by year.
            others[r"^[^a-z]*[0-9\u0e50-\u0e59]{2}"] = {"anyOf": [WRITTEN, ALONE]}
        ordered = len(body.get("x-ordered", ()))
        is_one = not ordered and name != "Contact"  # several people may be asked
        # An editor shows the names of all ways of `anyOf`, so what a list may hold stands alone.
        return {
            "properties": properties,
            **({"patternProperties": others} if others else {}),
            "additionalProperties": False,
            "items": {"type": "object"} if is_one else {"not": {"type": "array"}},
            "minItems": 1,
            **({"maxItems": ordered or 1} if ordered or is_one else {}),
            **({} if "x-main" in body else {"not": {"type": SCALARS}}),
        }

    def properties(self, section: str, body: Schema) -> Schema:
        """Return the schemas of a section's fields."""
        return {
            key: {
                **self.field(key, field),
                "title": _both(field["x-title"]),
                "description": self.hint(section, key, field),
                **self.example(section, key, field),
            }
            for key, field in body["properties"].items()
        }

    def field(self, key: str, field: Schema) -> Schema:
        """Return what may be written for a field."""
        kind = field.get("x-type", "")
        if "$ref" in field:
            return {"$ref": field["$ref"]}
        if "items" in field:
            item = self.sections[field["items"]["$ref"].rsplit("/", 1)[1]]
            refused = ["object"] if "x-main" in item else ["object", *SCALARS]
            return {"items": field["items"], "not": {"type": refused}}
        if kind == "choice":
            return {"$ref": f"#/$defs/{_name_of_words(field)}"}
        if not kind:
            return {"anyOf": [EMPTY, *BY_YEAR]}
        offered = [message(f"names.flags.{word}", "th") for word in OFFERED.get(kind, ())]
        if key == "profile":
            offered = [*self.profiles]
        words = [{"enum": offered}] if offered else []
        return {"anyOf": [*words, *FORMS.get(kind, [WRITTEN, ALONE])]}

    def words(self) -> Schema:
        """Return the schemas of all closed lists: the Thai words first, then what is read too."""
        found = {}
        for body in self.sections.values():
            for field in body["properties"].values():
                if field.get("x-type") == "choice":
                    found[_name_of_words(field)] = _words(field)
        return found

    def hint(self, section: str, key: str, field: Schema) -> str:
        """Return what an editor says of a field: how it is written, and who asks for it."""
        lines = []
        kind = field.get("x-type") or _form(field)
        if kind == "choice":
            names = (f"{names['th']} ({word})" for word, names in field["x-choices"].items())
            lines.append(message("fields.one-of", "th", words=", ".join(names)))
        elif has_message(form := f"fields.forms.{kind}"):
            lines += [message(form, "th"), message(form, "en")]
        if (found := self.hints.get((section, key))) is not None:
            if self.example(section, key, field):
                lines.append(message("fields.example", "th", value=found.example))
            more = ["…"] * (len(found.requirements) > MOST)
            named = ", ".join([*found.requirements[:MOST], *more])
            lines += [message("fields.asked", "th", requirements=named)] * bool(named)
        return "\n".join(lines)

    def example(self, section: str, key: str, field: Schema) -> Schema:
        """Return the example of a field, where one says more than its form.

        It is no `examples`: an editor would offer it to be written.
        """
        found = self.hints.get((section, key))
        says_more = "x-type" in field and field["x-type"] not in ("choice", *OFFERED)
        return {"x-example": found.example} if found and found.example and says_more else {}


def _form(field: Schema) -> str:
    if "$ref" in field:
        return "section"
    return "list" if "items" in field else "by_year"


def _name_of_words(field: Schema) -> str:
    """Return what the schema of a closed list is called."""
    return f"words-{field['x-list']}"


def _words(field: Schema) -> Schema:
    names = field["x-choices"]
    known = [
        *names,
        *(name for of in names.values() for name in of.values()),
        *field.get("x-also", {}),
    ]
    pattern = pattern_of(known, is_named="x-named" in field)
    written = {"type": "string", "pattern": pattern}
    # An editor shows the field's description; where all ways have the same, it shows that of each.
    return {
        "anyOf": [
            {
                "enum": [of["th"] for of in names.values()],
                "enumDescriptions": [f"{word} · {of['en']}" for word, of in names.items()],
            },
            written,
            {
                "description": message("fields.alone", "th"),
                "type": "array",
                "items": written,
                "minItems": 1,
                "maxItems": 1,
            },
            EMPTY,
        ]
    }


def _both(names: Mapping[str, str]) -> str:
    return f"{names['th']} · {names['en']}"
