"""A proposal as the text of a YAML file, from what a workbook says."""

from __future__ import annotations

from typing import Any

import yaml

from smartcert.characters import harmful


class _Dumper(yaml.SafeDumper):
    """Writes text as plainly as can be: nothing is guessed when the file is read again."""

    def increase_indent(self, flow: bool = False, *_: Any, **__: Any) -> Any:
        return super().increase_indent(flow=flow, indentless=False)

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        self.allow_unicode = harmful("data").search(text) is None
        super().write_double_quoted(text, split)
        self.allow_unicode = True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    if harmful("data").search(text):
        style = '"'  # The one style that has escapes.
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0].endswith((":null", ":merge"))]
    for first, pairs in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def yaml_text(root: Any) -> str:
    """Return a proposal as YAML: a line a key, in the order of the workbook."""
    plain = _plain(root)
    first = {key: plain.pop(key) for key in ("smartcert",) if key in plain}
    return dumped(first | plain)


def dumped(node: Any) -> str:
    """Return data as YAML, in the order that it has."""
    made: str = yaml.dump(
        _plain(node), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100
    )
    return made


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _plain(part) for key, part in node.items()}
    if isinstance(node, list):
        return [_plain(part) for part in node]
    return node
