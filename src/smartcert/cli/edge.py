"""Where every fault becomes one line and an exit code, and where streams are made fit for Thai."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from smartcert.errors import SmartcertError

BUG = 70
INTERRUPTED = 130


def guarded(arguments: list[str]) -> int:
    """Run the command line; nothing leaves here as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in code page 874, or a pipe in ASCII, must not stop a report in Thai.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = dispatch(arguments)
        sys.stdout.flush()
    except SmartcertError as problem:
        from smartcert.cli.settings import spoken_to
        from smartcert.render.plain import clean

        print(f"smartcert: {clean(problem.told[spoken_to(arguments)])}", file=sys.stderr)
        if problem.hint:
            print(f"  {clean(problem.hint)}", file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        if os.environ.get("SMARTCERT_DEBUG"):
            raise
        return report_bug(problem)
    return code


def dispatch(arguments: list[str]) -> int:
    """Run a plain `check` at once; leave everything else to the full command line."""
    if arguments[:1] == ["check"]:
        from smartcert.cli.quick import parse

        options = parse(arguments[1:])
        if options is not None:
            from smartcert.cli.check import run

            return run(options)
    from smartcert.cli.app import run as run_app

    return run_app(arguments)


def report_bug(problem: Exception) -> int:
    """Say in one line what to report."""
    from smartcert import __version__
    from smartcert.render.plain import clean

    frame = problem.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame is not None else "?"
    summary = clean(" ".join(str(problem).split())[:200])
    print(
        f"smartcert: ข้อผิดพลาดของโปรแกรมเอง โปรดแจ้งบรรทัดนี้ · our bug, please report this line: "
        f"{__version__} {type(problem).__name__} {place} {summary}",
        file=sys.stderr,
    )
    return BUG
