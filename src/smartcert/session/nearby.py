"""What lies where a proposal is looked for: the proposal under another name, or none."""

from __future__ import annotations

import re
from pathlib import Path

from smartcert.errors import UsageError
from smartcert.files import is_file, read_file
from smartcert.session import DEFAULT_PROPOSAL

_MARK = re.compile(rb"""(?:^|[\r\n])smartcert:[ \t]*["']?(?:\d|\xe0\xb9[\x90-\x99])""")
"""The line that tells a proposal; a CI job named `smartcert:` has no number there.

Thai digits are digits.
"""

_HEAD = 65536
"""Bytes of a file in which that line is looked for."""

_ENDINGS = (".yml", ".xlsx", ".yaml.txt", ".yml.txt", ".txt")
"""What a proposal's name may end in instead; Windows hides the `.txt` that Notepad adds."""


def is_proposal(file: Path) -> bool:
    """Whether a file has the line `smartcert: 1`, which other YAML has not; it may be UTF-16."""
    try:
        head = read_file(file, _HEAD).replace(b"\0", b"")
    except OSError:
        return False
    return _MARK.search(head.lstrip(b"\xef\xbb\xbf\xfe\xff")) is not None


def missing_file(file: str, hint: str = "") -> UsageError:
    """Return the error for a file that is not there, which names what may be meant.

    Where nothing is, and a proposal would have been read, that is `smartcert init`.
    """
    found = _instead_of(Path(file))
    if found is None:
        if file == DEFAULT_PROPOSAL:
            return UsageError("usage.no-proposal-named", name=file, hint="smartcert init")
        return UsageError("usage.no-such-file", name=file, hint=hint)
    key = "usage.hidden-ending" if found.suffix == ".txt" else "usage.other-name"
    return UsageError(key, name=file, found=found, hint=f"smartcert check {_typed(found)}")


def _instead_of(file: Path) -> Path | None:
    """Return what lies there under another ending; else the only proposal of the folder."""
    try:
        stem = file.with_suffix("") if file.suffix in (".yaml", ".yml") else file
        named = [stem.with_name(stem.name + ending) for ending in (".yaml", *_ENDINGS)]
        same = [other for other in named if other != file and is_file(other)]
        others = [] if file.name != DEFAULT_PROPOSAL else sorted(file.parent.glob("*.y*ml*"))
        proposals = [other for other in others if is_proposal(other)]
    except (OSError, ValueError):  # No name of a file, or a folder that may not be entered.
        return None
    if same:
        return same[0]
    return proposals[0] if len(proposals) == 1 else None


def _typed(file: Path) -> str:
    """Return the name of a file as it is typed: in quotation marks where it has blanks."""
    return f'"{file}"' if " " in str(file) else str(file)
