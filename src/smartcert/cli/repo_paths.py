"""Where files lie in their repository.

CI systems show a finding only at such a name, wherever the check is started.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from smartcert.assessment.result import Assessment
from smartcert.files import is_there
from smartcert.findings.finding import Finding
from smartcert.paths import CI_TOPS


def from_top(assessments: list[Assessment]) -> list[Assessment]:
    """Name every file from the top of its repository."""
    files = {
        file
        for assessment in assessments
        for file in (assessment.file, *(one.location.file for one in assessment.findings))
    }
    names = {file: placed(file) for file in files}
    return [
        replace(
            assessment,
            file=names[assessment.file],
            findings=tuple(_renamed(finding, names) for finding in assessment.findings),
        )
        for assessment in assessments
    ]


def _renamed(finding: Finding, names: dict[str, str]) -> Finding:
    location, *related = (
        place._replace(file=names[place.file]) for place in (finding.location, *finding.related)
    )
    return finding._replace(location=location, related=tuple(related))


def placed(file: str) -> str:
    """Name a file from the top of its repository, else from the current folder, else in full."""
    if file == "-":
        return file
    for path in (Path(os.path.abspath(file)), Path(os.path.realpath(file))):  # noqa: PTH100 - links stay what they are
        for top in _tops(path):
            if path.is_relative_to(top):
                return path.relative_to(top).as_posix()
    return os.path.normpath(file)


def _tops(path: Path) -> Iterable[Path]:
    """Yield what may be the top: by the CI system, the nearest repository, the current folder."""
    for name in CI_TOPS:
        if stated := os.environ.get(name):
            yield Path(os.path.normpath(stated))
            yield Path(os.path.realpath(stated))
    yield from (folder for folder in path.parents if is_there(folder / ".git"))
    yield Path.cwd()
