"""The JSON Schema of a proposal, written from the Pydantic models.

`proposal.schema.json` beside this module is what editors and `smartcert schema` give out and what `smartcert.model.read`
follows. It is written by `python -m smartcert.model.schema`; a test fails when it no longer says what the models say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SCHEMA_FILE = Path(__file__).with_name("proposal.schema.json")


def build() -> dict[str, Any]:
    """Give the schema of the models, tidied: no `null` alternatives, and the two names of a field as its hint."""
    from smartcert.model.proposal import Proposal

    raw = Proposal.model_json_schema(by_alias=True)
    definitions = {name: _tidy(body) for name, body in raw.pop("$defs").items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://smartcert.invalid/proposal.schema.json",
        **_tidy(raw),
        "title": "smartcert proposal",
        "description": "ข้อเสนอเมืองอัจฉริยะ · A smart-city proposal",
        "$defs": definitions,
    }


def _tidy(node: Any) -> Any:
    """Drop what Pydantic adds for an optional field, so that a field reads as what it is."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:
        chosen = [option for option in node["anyOf"] if option != {"type": "null"}]
        node = {**chosen[0], **{key: value for key, value in node.items() if key != "anyOf"}}
    tidied = {
        key: _tidy(value) for key, value in node.items() if key not in ("default", "title") or not isinstance(value, str | None)
    }
    if names := tidied.get("x-title"):
        tidied["description"] = f"{names['th']} · {names['en']}"
    return tidied


def text() -> str:
    """Give the schema as the text of its file."""
    return json.dumps(build(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(text(), encoding="utf-8")
