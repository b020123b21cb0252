"""What a session takes in: the files that a person names, or their bytes, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartcert.errors import UsageError
from smartcert.files import is_file, is_folder, is_there, read_file
from smartcert.paths import leads_outside
from smartcert.proposal.document import KINDS_OF_FILES
from smartcert.proposal.recognition import recognise
from smartcert.session import DEFAULT_PROPOSAL
from smartcert.session.nearby import missing_file
from smartcert.source import Map, Source
from smartcert.workbook.source_file import proposal_source

if TYPE_CHECKING:
    from smartcert.assessment.waivers import Waivers
    from smartcert.proposal.reviews import Review

BANGKOK = timezone(timedelta(hours=7))
"""A day ends at midnight in Thailand, wherever the program runs."""

Given = bytes | str | PathLike[str] | Source | Mapping[str, Any]
"""A file: its name, its bytes, what was read of it already, or what it would say.

Only beside one that is named may others lie.
"""


def today_in_thailand() -> date:
    """Return the day it is in Thailand."""
    return datetime.now(UTC).astimezone(BANGKOK).date()


def source_of(given: Given, unnamed: str = DEFAULT_PROPOSAL) -> Source:
    """Return a file as it was read; `unnamed` is what bytes are called.

    Raises `UsageError` when it can't be opened, and never for what it says.
    """
    if isinstance(given, Source):
        return given
    if isinstance(given, bytes):
        return proposal_source(given, unnamed)
    if isinstance(given, Mapping):
        from smartcert.session.draft import DraftSource

        return DraftSource(unnamed, given)
    try:
        raw = read_file(given)
    except OSError as problem:
        raise UsageError("usage.cannot-open", file=given, reason=problem.strerror) from problem
    source = proposal_source(raw, str(given))
    if leads_outside(Path(given)) and not _is_ours(source, raw):
        raise UsageError("usage.link-outside", file=given)
    return source


def _is_ours(source: Source, raw: bytes) -> bool:
    """Whether a file is one that smartcert reads; a link may lead to anybody's, to have it told."""
    marked = isinstance(source.root, Map) and any(key in source.root for key in KINDS_OF_FILES)
    return marked or recognise(raw) == "proposal"


def folder_of(given: Given) -> Path | None:
    """Return the folder in which a proposal's files lie, or None for one that has no name."""
    return None if isinstance(given, bytes | Source | Mapping) else Path(given).parent


def existing(file: str) -> str:
    """Return the name of a file that is there. Raises `UsageError`."""
    if not is_file(file):
        raise not_a_file(file)
    return file


def not_a_file(file: str, hint: str = "") -> UsageError:
    """Return the error for what stands where a file should: nothing, a folder, a pipe."""
    if is_folder(file):
        return UsageError("usage.a-folder", name=file)
    if is_there(file):
        return UsageError("usage.no-regular-file", name=file)
    return missing_file(file, hint)


def waivers_of(given: Given | None) -> Waivers | None:
    """Return the waivers of a file. Raises `UsageError` when it can't be opened."""
    if given is None:
        return None
    from smartcert.assessment.waivers import read_waivers

    return read_waivers(source_of(given, "waivers.yaml"))


def review_of(given: Given) -> Review:
    """Return the review of a file. Raises `UsageError` when it can't be opened, or is none."""
    from smartcert.proposal.reviews import read_review

    source = source_of(given, "review.yaml")
    if isinstance(source.root, Map) and not {"smartcert-review", "comments"} & source.root.keys():
        hint = "smartcert review new PROPOSAL.yaml"
        raise UsageError("usage.no-review", file=source.name, hint=hint)
    return read_review(source)
