"""What an editor would complain of in a proposal, by the schema that is given out."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from smartcert.proposal.document import Document
from smartcert.schema import SCHEMA_FILES


class Editor(yaml.SafeLoader):
    """Loads YAML as an editor's language server does: numbers, booleans and null, but no dates."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def keyed(node: Any) -> Any:
    """Give data with text for keys, as JSON has it."""
    if isinstance(node, dict):
        return {str(key): keyed(value) for key, value in node.items()}
    return [keyed(item) for item in node] if isinstance(node, list) else node


@cache
def validator() -> Draft202012Validator:
    text = SCHEMA_FILES["proposal"].read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def complaints(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(keyed(data))]


def load(written: str) -> Any:
    return yaml.load(written, Editor)


def keeps_to_schema(text: str, document: Document) -> bool:
    """Whether a schema takes what the reader took; nothing is said of what has faults."""
    return bool(document.faults or document.source.faults) or complaints(load(text)) == []
