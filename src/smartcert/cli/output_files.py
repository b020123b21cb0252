"""The one way out for files: made new beside their place, and put there all together or not at all.

A folder of drafts comes from strangers. So nothing is written through a link, over what the run
reads, or over what smartcert did not write itself, unless that is forced.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple, Self

from smartcert.errors import UsageError
from smartcert.files import is_file, is_folder, is_same, read_file
from smartcert.paths import discard_unfinished, unfinished
from smartcert.patterns import lazy_pattern
from smartcert.render.mark import is_ours, marked

_OWN_STREAM = lazy_pattern(r"/dev/(?:stdout|stderr|fd/(\d{1,4}))")
"""What a shell hands over open, such as `>(gzip)`; it is written to and never opened."""

_LONGEST = 256 * 1024 * 1024
"""Bytes of an earlier output that are searched for its mark."""


def refuse_loss(
    target: str, form: str | None, inputs: Iterable[str | None], *, force: bool = False
) -> None:
    """Refuse a target where writing could cost somebody's work. Raises `UsageError`.

    `form` is the format by whose mark an earlier output is known; with None nothing is replaced
    unless it is forced. What the run reads, `inputs`, is not replaced even then.
    """
    if is_stream(target):
        return
    found = _standing(Path(target))
    if found is None:
        return
    refuse_read(target, inputs)
    if force or not found.st_size:
        return
    if not stat.S_IMODE(found.st_mode) & 0o222:
        raise UsageError("usage.read-only", file=target, hint="--force")
    if form is None:
        raise UsageError("usage.there-already", file=target, hint="--force")
    if not is_ours(form, _content(target)):
        raise UsageError("usage.not-ours", file=target, hint="--force")


def _content(target: str) -> bytes:
    try:
        return read_file(target, _LONGEST)
    except OSError:
        return b""


def _standing(path: Path) -> os.stat_result | None:
    """Return what is at a place for a file, or None. Raises `UsageError` where none can be."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        if not is_folder(path.parent):
            # More likely a slip of the keyboard than a wish.
            raise UsageError("usage.no-folder-for", path=path, folder=path.parent) from None
        return None
    except (OSError, ValueError) as problem:
        raise _unwritable(path, problem) from problem
    if stat.S_ISLNK(found.st_mode):
        raise UsageError("usage.a-link", file=path)
    if stat.S_ISDIR(found.st_mode):
        raise UsageError("usage.output-is-a-folder", path=path)
    if not stat.S_ISREG(found.st_mode):
        raise UsageError("usage.no-regular-file", name=path)
    return found


def is_stream(target: str) -> bool:
    """Whether what is named is no file by nature: a terminal, `/dev/null`, a shell's own pipe."""
    if _OWN_STREAM.fullmatch(target):
        return True
    try:
        return stat.S_ISCHR(os.lstat(target).st_mode)
    except (OSError, ValueError):
        return False


def refuse_read(target: str, inputs: Iterable[str | None]) -> None:
    """Refuse a target that is a file this run reads, or one of a catalog. Raises `UsageError`."""
    if not is_file(target):
        return
    folder = Path(os.path.realpath(target)).parent
    of_catalog = any(is_file(above / "catalog.yaml") for above in (folder, folder.parent))
    if of_catalog or any(name and is_same(target, name) for name in inputs):
        raise UsageError("usage.read-by-this-run", file=target)


def _unwritable(path: Path | str, problem: OSError | ValueError) -> UsageError:
    reason = problem.strerror if isinstance(problem, OSError) else problem
    return UsageError("usage.cannot-write", path=path, reason=reason)


class _Staged(NamedTuple):
    temporary: str
    target: str


class _Open(NamedTuple):
    stream: BinaryIO
    target: str


class OutputFiles:
    """The files of a run: staged as they are made, at their places when the block ends well."""

    def __init__(self) -> None:
        self._staged: list[_Staged] = []
        self._open: list[_Open] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_why: object) -> None:
        try:
            with suppress(*([UsageError] if kind else [])):  # What was first is told.
                self._close()
            if kind is None and self._staged:
                with _undisturbed():
                    self._place()
        finally:
            discard_unfinished()

    def add(self, target: str, form: str, content: bytes) -> None:
        """Stage a file, with the mark of its format; a stream is written to at once.

        Raises `UsageError`.
        """
        write = self.begin(target)
        write(content if is_stream(target) else marked(form, content))
        self._close()

    def begin(self, target: str) -> Callable[[bytes], object]:
        """Stage a file that is written bit by bit, by what is returned. Raises `UsageError`."""

        def write(content: bytes) -> None:
            try:
                stream.write(content)
            except OSError as problem:
                raise _unwritable(target, problem) from problem

        try:
            stream = _open_stream(target) if is_stream(target) else self._stage(target)
        except OSError as problem:
            raise _unwritable(target, problem) from problem
        self._open.append(_Open(stream, target))
        return write

    def _close(self) -> None:
        lost: list[UsageError] = []
        while self._open:
            stream, target = self._open.pop()
            try:
                stream.close()  # It writes what was not written yet.
            except OSError as problem:
                lost.append(_unwritable(target, problem))
        if lost:
            raise lost[-1]

    def _stage(self, target: str) -> BinaryIO:
        before = _standing(Path(target))
        # The name is short, since that of the target may be as long as a name can be.
        temporary = str(Path(target).with_name(f".smartcert-{os.urandom(6).hex()}"))
        unfinished.add(temporary)
        # A new file has the rights that the user's mask leaves, one that is replaced keeps its own.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        stream = os.fdopen(handle, "wb")
        self._staged.append(_Staged(temporary, target))
        if before is not None:
            Path(temporary).chmod(stat.S_IMODE(before.st_mode))
        return stream

    def _place(self) -> None:
        """Put all files at their places, or none. Raises `UsageError`."""
        undo: list[tuple[str, str | None]] = []
        for temporary, target in self._staged:
            try:
                if len(self._staged) > 1:
                    undo.append((target, _kept(target)))
                Path(temporary).replace(target)
            except OSError as problem:
                for other, kept in reversed(undo[:-1]):
                    _take_back(other, kept)
                raise _unwritable(target, problem) from problem


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let what ends a run wait until all files of it are at their places."""
    import signal

    hold = getattr(signal, "pthread_sigmask", None)
    if hold is None:  # Windows can't.
        yield
        return
    before = hold(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        hold(signal.SIG_SETMASK, before)


_BINARY = getattr(os, "O_BINARY", 0)


def _kept(target: str) -> str | None:
    """Keep what stands at a target under another name, until all files are at their places.

    None says that nothing does; empty is a name where the file system has no second ones.
    """
    if not is_file(target):
        return None
    kept = str(Path(target).with_name(f".smartcert-{os.urandom(6).hex()}"))
    unfinished.add(kept)
    with suppress(OSError):  # A file system without hard links.
        os.link(target, kept)
        return kept
    return ""


def _take_back(target: str, kept: str | None) -> None:
    if kept:
        Path(kept).replace(target)
    elif kept is None:
        Path(target).unlink(missing_ok=True)


def _open_stream(target: str) -> BinaryIO:
    own = _OWN_STREAM.fullmatch(target)
    if own is None:
        # A device that nobody listens to is not waited for.
        handle = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
        os.set_blocking(handle, True)
    else:
        sys.stdout.flush()
        handle = os.dup(int(own[1]) if own[1] else {"stdout": 1, "stderr": 2}[target[5:]])
    return os.fdopen(handle, "wb")


def write_new(
    target: str, content: bytes, inputs: Iterable[str | None] = (), *, force: bool
) -> None:
    """Write a file that is not there yet, or with `force` over one that is. Raises `UsageError`."""
    refuse_loss(target, None, inputs, force=force)
    with OutputFiles() as files:
        files.add(target, "", content)
