"""The formats of `check`, by name. Each reads assessments and computes nothing, so that all show the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from smartcert.assessment import Assessment
from smartcert.catalog.model import Catalog

Renderer = Callable[[Sequence[Assessment], Catalog], str]

MODULES = {
    "json": "as_json",
    "sarif": "as_sarif",
    "junit": "as_junit",
    "github": "as_github",
    "gitlab": "as_gitlab",
    "markdown": "as_summary",
    "csv": "as_csv",
    "badge": "as_badge",
}
"""The module of each; `text` is written as proposals are checked and is not among them."""

NAMES = ("text", *MODULES)


def renderer(name: str) -> Renderer:
    """Give what writes a format, loading it now. Raises `KeyError` for a name that is none."""
    render: Renderer = import_module(f"smartcert.render.{MODULES[name]}").render
    return render
