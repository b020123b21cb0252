"""Which files are meant: those that are named, and the proposals in the folders that are."""

from __future__ import annotations

from pathlib import Path

from smartcert.cli.streams import read_input
from smartcert.errors import UsageError
from smartcert.files import is_file, is_folder
from smartcert.session import DEFAULT_PROPOSAL
from smartcert.session.inputs import Given, not_a_file
from smartcert.session.nearby import is_proposal
from smartcert.workbook.source_file import proposal_source


def given(file: str) -> Given:
    """Return a file as a session takes it: `-` is standard input, which is read now."""
    if file != "-":
        return file
    return proposal_source(read_input(), file)


def find_proposals(stated: tuple[str, ...]) -> list[str]:
    """Return the files to check: files as named, and what is a proposal in the folders.

    Raises `UsageError`.
    """
    found: list[str] = []
    for name in stated or (DEFAULT_PROPOSAL,):
        if name == "-" or is_file(name):
            found.append(name)
        elif is_folder(name):
            found += _proposals_in(name)
        else:
            raise not_a_file(name, "smartcert check PROPOSAL.yaml")
    return list(dict.fromkeys(found))


def _proposals_in(folder: str) -> list[str]:
    """Return the proposals below a folder. Raises `UsageError` where there is none."""
    top = Path(folder)
    found = [
        str(file)
        for file in sorted(top.rglob("*.y*ml"))
        if _is_visible(file, top) and is_proposal(file)
    ]
    if not found:
        raise UsageError("usage.no-proposal-in", folder=folder)
    return found


def _is_visible(file: Path, folder: Path) -> bool:
    """Whether a file is YAML by its name and lies in no hidden folder, such as a tool's cache."""
    return file.suffix in (".yaml", ".yml") and not any(
        part.startswith(".") for part in file.relative_to(folder).parts
    )
