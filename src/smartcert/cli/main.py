"""Where every fault becomes one line and an exit code, and where streams are made fit for Thai."""

from __future__ import annotations

import errno
import gc
import os
import sys
from pathlib import Path

from smartcert.errors import ExitCode, SmartcertError
from smartcert.messages.message import message
from smartcert.messages.message_files import MessageFileError

FULL = frozenset({errno.ENOSPC, errno.EIO, errno.EFBIG})
"""Why standard output can't take what is written; an error of a file has its name."""


def main(arguments: list[str]) -> int:
    """Run the command line; nothing leaves here as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in code page 874, or a pipe in ASCII, must not stop a report in Thai.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = dispatch(arguments)
        sys.stdout.flush()
    except SmartcertError as problem:
        return _tell(problem, arguments)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough.
        _forget_output()
        return ExitCode.PIPE_CLOSED
    except OSError as problem:
        if problem.filename is None and problem.errno in FULL:
            _forget_output()
            print(
                f"smartcert: {in_both('usage.output-failed')}: {problem.strerror}", file=sys.stderr
            )
            return ExitCode.USAGE
        return unexpected(problem)
    except Exception as problem:
        return unexpected(problem)
    return code


def _tell(problem: SmartcertError, arguments: list[str]) -> int:
    """Say what ended a command, in the user's language, with what to type instead."""
    from smartcert.cli.settings import spoken_to

    try:
        text = problem.text(spoken_to(arguments))
    except MessageFileError as broken:
        return unexpected(broken)
    print(f"smartcert: {_on_one_line(text)}", file=sys.stderr)
    if problem.hint:
        print(f"  {_on_one_line(problem.hint)}", file=sys.stderr)
    return problem.exit_code


def _on_one_line(text: str) -> str:
    """Keep text on its line: what follows a line break in a file's name would speak for itself."""
    from smartcert.render.sanitize import for_terminal

    return for_terminal(text.replace("\r", " ").replace("\n", " "))


def _forget_output() -> None:
    """Send what is still to be written nowhere; Python would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unexpected(problem: Exception) -> int:
    """Report our bug, or show all of it to whoever is mending it."""
    if os.environ.get("SMARTCERT_DEBUG"):
        raise problem
    if isinstance(problem, MessageFileError):
        # There are no sentences to say it with.
        print(f"smartcert: {_on_one_line(str(problem))}", file=sys.stderr)
        return ExitCode.BUG
    return report_bug(problem)


def dispatch(arguments: list[str]) -> int:
    """Run a command with plain arguments at once; leave all else to the full command line."""
    from smartcert.cli.plain_arguments import parse

    gc.disable()  # Until a command runs: what is loaded at the start stays.
    plain = parse(arguments)
    if plain is not None:
        command, options = plain
        return command.run(options)
    from smartcert.cli.app import run

    return run(arguments)


def report_bug(problem: Exception) -> int:
    """Say in one line what to report."""
    from smartcert import __version__
    from smartcert.render.sanitize import for_terminal

    frame = problem.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = (
        f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}"
        if frame is not None
        else "?"
    )
    summary = for_terminal(" ".join(str(problem).split())[:200])
    print(
        f"smartcert: {in_both('usage.our-bug')}: "
        f"{__version__} {type(problem).__name__} {place} {summary}",
        file=sys.stderr,
    )
    return ExitCode.BUG


def in_both(key: str) -> str:
    """Return a sentence in Thai and in English, or its key where there are none to read."""
    try:
        return " · ".join(message(key, lang) for lang in ("th", "en"))
    except (OSError, MessageFileError):
        return key
