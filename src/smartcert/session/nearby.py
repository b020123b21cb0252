"""What lies where a proposal is looked for: the proposal under another name, or none."""

from __future__ import annotations

from pathlib import Path

from smartcert.errors import UsageError
from smartcert.files import is_file
from smartcert.session import DEFAULT_PROPOSAL
from smartcert.workbook.source_file import recognise_file

_ENDINGS = (".yml", ".xlsx", ".yaml.txt", ".yml.txt", ".txt")
"""What a proposal's name may end in instead; Windows hides the `.txt` that Notepad adds."""


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
        proposals = [other for other in others if recognise_file(other) == "proposal"]
    except (OSError, ValueError):  # No name of a file, or a folder that may not be entered.
        return None
    if same:
        return same[0]
    return proposals[0] if len(proposals) == 1 else None


def _typed(file: Path) -> str:
    """Return the name of a file as it is typed: in quotation marks where it has blanks."""
    return f'"{file}"' if " " in str(file) else str(file)
