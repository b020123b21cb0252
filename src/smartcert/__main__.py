"""The command's front door. Answers `--version` without loading anything else."""

from __future__ import annotations

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


def run() -> None:
    """Run smartcert and end the process; the entry point of the installed command."""
    code = main()
    import gc

    gc.freeze()  # What is left ends with the process: looking through it takes a tenth of a check.
    sys.exit(code)


if __name__ == "__main__":
    run()
