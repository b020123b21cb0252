"""Compiles the built-in catalogs when a wheel is built, so that an installed `check` need not read their YAML."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogs(BuildHookInterface[Any]):
    """Adds `compiled.json` beside each catalog of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and let the wheel take the files from there."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from smartcert.catalog.loader import COMPILED, compile_data, digest_of

        folder = Path(tempfile.mkdtemp())
        for catalog in sorted((root / "criteria").glob("*/catalog.yaml")):
            name = catalog.parent.name
            target = folder / f"{name}.json"
            target.write_text(
                json.dumps(
                    compile_data(catalog.parent, digest_of(catalog.parent)), ensure_ascii=False
                ),
                encoding="utf-8",
            )
            build_data["force_include"][str(target)] = f"smartcert/_data/criteria/{name}/{COMPILED}"
