"""Standard streams made fit for Thai, and for whoever closed or filled them."""

from __future__ import annotations

import errno
import os
import sys
from typing import TextIO

from smartcert.render.sanitize import for_line

LOST = frozenset({errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EBADF})
"""Why standard output can't take what is written; an error of a file has its name."""


def make_fit() -> None:
    """Write UTF-8 whatever the console is, and open what a shell has closed.

    Else a file of ours would get the number of standard output, and what is printed.
    """
    if sys.stdin is None:
        _occupy(0, os.O_RDONLY)
    if sys.stdout is None:
        # What can only be read refuses what is written, as a closed one does.
        sys.stdout = open(_occupy(1, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(_occupy(2, os.O_WRONLY), "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in code page 874, or a pipe in ASCII, must not stop a report in Thai.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _occupy(number: int, flags: int) -> int:
    """Return a closed stream's number, given to the null device."""
    handle = os.open(os.devnull, flags)
    if handle != number:
        os.dup2(handle, number)
        os.close(handle)
    return number


def say(text: str, stream: TextIO | None = None) -> None:
    """Print one line; what it quotes is made harmless. Nobody may listen on standard error."""
    stream = stream or sys.stdout
    try:
        stream.write(f"{for_line(text)}\n")
    except OSError:
        if stream is not sys.stderr:
            raise


def read_input() -> bytes:
    """Return the bytes of standard input, cut as those of a file. Raises `OSError`."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "-")
    from smartcert.source import take  # what only prints has no use for a reader of YAML

    return take(sys.stdin.buffer)


def forget_output() -> None:
    """Send what is still to be written nowhere; Python would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
