"""Where every fault becomes one line and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from smartcert.cli.streams import LOST, forget_output, make_fit, say
from smartcert.errors import ExitCode, SmartcertError, UsageError
from smartcert.messages.message import message
from smartcert.messages.message_files import MessageFileError

LONGEST = 1000
"""Characters of a line on standard error."""


def main(arguments: list[str]) -> int:
    """Run the command line; nothing leaves here as a traceback."""
    make_fit()
    try:
        code = dispatch(arguments)
        sys.stdout.flush()
    except SmartcertError as problem:
        return _tell(problem, arguments)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough.
        forget_output()
        return ExitCode.PIPE_CLOSED
    except OSError as problem:
        return _refused(problem, arguments)
    except MemoryError:
        return _tell(UsageError("usage.no-memory"), arguments)
    except Exception as problem:
        return unexpected(problem)
    return code


def _refused(problem: OSError, arguments: list[str]) -> int:
    """Say what the system has refused: it is its word, and no bug of ours."""
    if problem.filename is None and problem.errno in LOST:
        forget_output()
        complain(f"{in_both('usage.output-failed')}: {problem.strerror}")
        return ExitCode.USAGE
    name, reason = problem.filename, problem.strerror or type(problem).__name__
    if name is None:
        return _tell(UsageError("usage.system-refuses", reason=reason), arguments)
    return _tell(UsageError("usage.cannot-open", file=name, reason=reason), arguments)


def complain(text: str) -> None:
    """Say a line on standard error."""
    say(f"smartcert: {text[:LONGEST]}", sys.stderr)


def _tell(problem: SmartcertError, arguments: list[str]) -> int:
    """Say what ended a command, in the user's language, with what to type instead."""
    from smartcert.cli.settings import spoken_to

    try:
        complain(problem.text(spoken_to(arguments)))
    except MessageFileError as broken:
        return unexpected(broken)
    if problem.hint:
        say(f"  {problem.hint[:LONGEST]}", sys.stderr)
    return problem.exit_code


def unexpected(problem: Exception) -> int:
    """Report our bug, or show all of it to whoever is mending it."""
    if os.environ.get("SMARTCERT_DEBUG"):
        raise problem
    if isinstance(problem, MessageFileError):
        # There are no sentences to say it with.
        complain(str(problem))
        return ExitCode.BUG
    return report_bug(problem)


def dispatch(arguments: list[str]) -> int:
    """Run a command with plain arguments at once; leave all else to the full command line."""
    from smartcert.cli.plain_arguments import parse

    if len(arguments) == 2 and {"--version", "-V"}.intersection(arguments):
        from smartcert.cli import about

        if set(arguments) in about.ASKED:
            return about.run()
    if arguments and arguments[-1] in ("--help", "-h") and help_told(arguments):
        return ExitCode.PASSED
    gc.disable()  # Until a command runs: what is loaded at the start stays.
    plain = parse(arguments)
    if plain is not None:
        command, options = plain
        return command.run(options)
    from smartcert.cli.app import run

    return run(arguments)


def help_told(arguments: list[str]) -> bool:
    """Print the help that is plainly asked for, and whether it is: `smartcert check --help`."""
    from smartcert.cli.help_page import HelpPage, page_asked_for
    from smartcert.cli.language import spoken
    from smartcert.render.terminal import columns

    name = page_asked_for(arguments)
    if name is None:
        return False
    for line in HelpPage(name, spoken(arguments), columns(sys.stdout)).lines():
        say(line)
    return True


def report_bug(problem: Exception) -> int:
    """Say in one line what to report."""
    from smartcert import __version__

    frame = problem.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = (
        f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}"
        if frame is not None
        else "?"
    )
    summary = " ".join(str(problem).split())[:200]
    name = type(problem).__name__
    complain(f"{in_both('usage.our-bug')}: {__version__} {name} {place} {summary}")
    return ExitCode.BUG


def in_both(key: str) -> str:
    """Return a sentence in Thai and in English, or its key where there are none to read."""
    try:
        return " · ".join(message(key, lang) for lang in ("th", "en"))
    except (OSError, MessageFileError):
        return key
