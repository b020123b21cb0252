"""The command's front door. Answers `--version` without loading anything else."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run smartcert with the process's arguments and give its exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]) and sys.stdout is not None:
        from smartcert import __version__

        try:
            print(f"smartcert {__version__}", flush=True)
        except OSError:
            pass  # Who asks for more than that is told what is wrong.
        else:
            return 0
    from smartcert.cli.main import main

    return main(arguments)


def _end(number: int, _frame: object) -> None:
    """End at once, as what a signal asks for: quietly, with no process and no half file left.

    An exception instead would be a traceback where it falls in an import or a destructor.
    """
    import _signal

    _signal.signal(number, _signal.SIG_IGN)
    loaded = sys.modules
    # A module may be half loaded: what it has not yet, it has not used either.
    discard = getattr(loaded.get("smartcert.paths"), "discard_unfinished", None)
    children = getattr(loaded.get("multiprocessing"), "active_children", None)
    if discard is not None:
        discard()
    for child in children() if children is not None else ():
        child.terminate()
    if "rich.progress" in loaded and sys.stderr.isatty():
        os.write(2, b"\r\x1b[2K\x1b[?25h")  # The bar goes, and the cursor comes back.
    os._exit(128 + number)


def run() -> None:
    """Run smartcert and end the process; the entry point of the installed command."""
    import _signal  # What `signal` loads takes longer than it takes to press Ctrl-C.

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(_signal, name, None)  # Windows has no SIGHUP.
        if number is not None and _signal.getsignal(number) is not _signal.SIG_IGN:
            _signal.signal(number, _end)
    code = main()
    import gc

    gc.freeze()  # What is left ends with the process: looking through it takes a tenth of a check.
    sys.exit(code)


if __name__ == "__main__":
    run()
