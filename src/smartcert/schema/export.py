"""The JSON Schemas of a proposal and of a review, written from the Pydantic models.

`proposal.schema.json` beside this module is what editors and `smartcert schema` give out and what `smartcert.proposal.document`
follows; `review.schema.json` is the same for a committee's comments. They are written by `docs/generate.py`; a test fails when
one no longer says what the models say.
"""

from __future__ import annotations

import json
from typing import Any

TITLES = {
    "proposal": "ข้อเสนอเมืองอัจฉริยะ · A smart-city proposal",
    "review": "ข้อคิดเห็นของคณะกรรมการ · A committee's comments",
    "waivers": "ข้อยกเว้น · Waivers",
}


def build(name: str = "proposal") -> dict[str, Any]:
    """Return the schema of the models, tidied: no `null` alternatives, and the two names of a field as its hint."""
    from smartcert.schema.review_file import ReviewFile
    from smartcert.schema.sections import Proposal, Section
    from smartcert.schema.waiver_file import WaiverFile

    models: dict[str, type[Section]] = {
        "proposal": Proposal,
        "review": ReviewFile,
        "waivers": WaiverFile,
    }
    raw = models[name].model_json_schema(by_alias=True)
    definitions = {key: _tidy(body) for key, body in raw.pop("$defs").items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://smartcert.invalid/{name}.schema.json",
        **_tidy(raw),
        "title": f"smartcert {name}",
        "description": TITLES[name],
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
        key: _tidy(value)
        for key, value in node.items()
        if key not in ("default", "title") or not isinstance(value, str | None)
    }
    if names := tidied.get("x-title"):
        tidied["description"] = f"{names['th']} · {names['en']}"
    return tidied


def text(name: str = "proposal") -> str:
    """Return a schema as the text of its file."""
    return json.dumps(build(name), ensure_ascii=False, indent=1) + "\n"
