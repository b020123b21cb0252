"""Compiles the built-in catalogs, the messages and the templates when a wheel is built.

An installed `check` need not read YAML other than the proposal, and a report no template.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface[Any]):
    """Adds the compiled form beside each catalog of the wheel, the messages and the templates."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and let the wheel take the files from there."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from smartcert.catalog.loader import compile_data
        from smartcert.messages.message_files import compile_messages
        from smartcert.paths import COMPILED, digest_of
        from smartcert.render.html_page import compile_templates, compiled_dir

        sources = {
            f"criteria/{catalog.parent.name}": (catalog.parent, compile_data)
            for catalog in sorted((root / "criteria").glob("*/catalog.yaml"))
        }
        sources["messages"] = (root / "messages", compile_messages)
        target = Path(tempfile.mkdtemp())
        for number, (name, (folder, build)) in enumerate(sources.items()):
            file = target / f"{number}.json"
            compiled = build(folder, digest_of(folder))
            file.write_text(json.dumps(compiled, ensure_ascii=False), encoding="utf-8")
            build_data["force_include"][str(file)] = f"smartcert/_data/{name}/{COMPILED}"
        compile_templates(target / "templates")
        build_data["force_include"][str(target / "templates")] = (
            f"smartcert/_data/templates/{compiled_dir().name}"
        )
