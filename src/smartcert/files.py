"""The one way in for files: regular ones only, of a bounded size, whatever they are called.

What lies in a folder of drafts comes from strangers, its names too. A pipe would be waited for, a
device never ends, a name may be one that no file can have: each is an `OSError` here, and a look
at it finds nothing.
"""

from __future__ import annotations

import errno
import os
import stat
from os import PathLike

LARGEST = 10 * 1024 * 1024
"""Bytes of a file that are read."""

_SMALL = 65_536
"""Bytes that are read of a file which states no size, as those of a system about itself."""

NOT_REGULAR = "not a regular file"

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that takes the file's place after the look at it is not waited for."""

Name = str | PathLike[str]


class NotRegularError(OSError):
    """A folder, a pipe or a device stands where a file should."""


def read_file(name: Name, largest: int = LARGEST) -> bytes:
    """Return the bytes of a file; of one that is too large, one more than `largest`.

    Raises `OSError`, which has the name.
    """
    try:
        _refuse_others(name, os.stat(name))  # noqa: PTH116 - a look, before it is opened
        handle = os.open(name, _FLAGS)
    except ValueError as problem:  # A null byte, or half a character.
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), os.fspath(name)) from problem
    with os.fdopen(handle, "rb") as stream:
        found = os.fstat(handle)
        _refuse_others(name, found)
        # No more room than it takes, since it is made ready before it is filled.
        return stream.read(min(largest, max(found.st_size, _SMALL)) + 1)


def _refuse_others(name: Name, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(name))
    if not stat.S_ISREG(found.st_mode):
        raise NotRegularError(errno.EINVAL, NOT_REGULAR, os.fspath(name))


def read_within(name: Name, largest: int = LARGEST) -> bytes:
    """Return the bytes of a file as `read_file` does; one that is too large is an `OSError` too."""
    content = read_file(name, largest)
    if len(content) > largest:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(name))
    return content


def is_file(name: Name) -> bool:
    """Whether a regular file has a name, or a link that leads to one."""
    return os.path.isfile(name)  # noqa: PTH113 - a `Path` raises for a name that is too long


def is_folder(name: Name) -> bool:
    """Whether a folder has a name, or a link that leads to one."""
    return os.path.isdir(name)  # noqa: PTH112


def is_there(name: Name) -> bool:
    """Whether anything has a name that can be looked at."""
    return os.path.exists(name)  # noqa: PTH110


def is_same(name: Name, other: Name) -> bool:
    """Whether two names lead to one file that is there."""
    try:
        return os.path.samefile(name, other)  # noqa: PTH121
    except (OSError, ValueError):
        return False
