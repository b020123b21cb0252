"""The formats of `check`, by name. Each reads assessments and computes nothing, so that all show the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from smartcert.assessment.result import Assessment
from smartcert.catalog.model import Catalog

Renderer = Callable[[Sequence[Assessment], Catalog], str]

MODULES = {
    "json": "json_",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "markdown": "summary",
    "csv": "csv_",
    "badge": "badge",
}
"""The module of each; `text` is written as proposals are checked and is not among them."""

NAMES = ("text", *MODULES)


def renderer(name: str) -> Renderer:
    """Return what writes a format, loading it now. Raises `KeyError` for a name that is none."""
    render: Renderer = import_module(f"smartcert.render.{MODULES[name]}").render
    return render
