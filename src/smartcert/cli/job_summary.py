"""What a GitHub runner reads: the log, in which a line may be a command, and the page of a job."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from smartcert.assessment.result import Assessment
from smartcert.cli.streams import say

PAGE = 1024 * 1024
"""Bytes that a step may write to its job's page; GitHub drops a longer one whole."""


@contextmanager
def commands_stopped() -> Iterator[None]:
    """Keep GitHub from taking a proposal's text in the log for a command of ours.

    The word that ends this can't be guessed.
    """
    if os.environ.get("GITHUB_ACTIONS") != "true":
        yield
        return
    from secrets import token_hex

    word = token_hex(16)
    sys.stdout.write(f"::stop-commands::{word}\n")
    try:
        yield
    finally:
        sys.stdout.write(f"::{word}::\n")


def add_summary(assessments: Sequence[Assessment]) -> None:
    """Add a summary to the page of a job, where there is one. A failure to write fails no check."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if not page:
        return
    from smartcert.render.summary import within

    try:
        with Path(page).open("ab") as stream:
            stream.write(within(assessments, PAGE - stream.tell()).encode(errors="replace"))
    except OSError as problem:
        say(f"smartcert: GITHUB_STEP_SUMMARY {page}: {problem.strerror}", sys.stderr)
