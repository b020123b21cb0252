"""`smartcert config`: what is in force, and who says so."""

from __future__ import annotations

import json
from pathlib import Path

from smartcert.cli import options as read
from smartcert.cli.settings import resolve
from smartcert.errors import not_one_of


def run(folder: str | None, *, format: str) -> int:
    """Print every setting with its origin. Raises `UsageError`."""
    if format not in ("text", "json"):
        raise not_one_of("--format", format, ["text", "json"])
    where = Path(folder or ".")
    settings = resolve({}, where if where.is_dir() else Path(read.existing(str(where))).parent)
    if format == "json":
        found = {key: {"value": setting.value, "origin": setting.origin} for key, setting in settings.items()}
        print(json.dumps({"format": 1, "settings": found}, ensure_ascii=False, indent=2))
        return 0
    for key, setting in settings.items():
        print(f"{key:<11} {(setting.value or '–').replace(chr(10), ', ')}  ({setting.origin})")
    return 0
