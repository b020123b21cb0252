"""What proposals are held against so that they cannot get worse.

A proposal, a JSON result, or the files in git.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from smartcert.errors import UsageError
from smartcert.files import read_file
from smartcert.rounds.base_in_git import base_in_git
from smartcert.rounds.base_in_json import base_in_json
from smartcert.rounds.reference import REVISION, Base, not_a_reference
from smartcert.source import refuse_cut


def base_of(written: str, files: list[str], folders: list[Path]) -> Base:
    """Return what the proposals of a run are held against.

    `written` is `--no-regress`: a proposal, a JSON result, or `git:REV`; `folders` are those in
    which proposals were looked for. Raises `UsageError` for what is none of them.
    """
    if written.startswith(REVISION):
        return base_in_git(written, files, folders)
    raw = _bytes_of(written)
    refuse_cut(raw, f"--no-regress {written}")
    results = _results(raw)
    if results is None:
        return Base(written=written, known=dict.fromkeys(files, raw))
    if not results or not all(map(_is_result, results)):
        raise not_a_reference(written)
    if len(results) == len(files) == 1:
        # Whatever its name was: the file of an earlier round has another.
        return Base(written=written, known={files[0]: results[0]})
    return base_in_json(written, results, files, folders)


def _bytes_of(written: str) -> bytes:
    try:
        return read_file(written)
    except OSError as problem:
        reason = problem.strerror
        raise UsageError("usage.reference-unreadable", file=written, reason=reason) from problem


def _results(raw: bytes) -> list[Any] | None:
    """Return the results that a JSON file holds, or None; a proposal may be JSON too."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or "format" not in data:
        return None
    found = data.get("assessments", [data])
    return found if isinstance(found, list) else []


def _is_result(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("requirements"), list)
