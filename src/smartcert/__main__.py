"""The command's front door. Answers `--version`, and a plain `check`, without loading the whole command line.

`check` is what people and CI run all day: typer and pydantic would double its start-up, so its arguments are read by
`smartcert.cli.fast_check`, which hands anything it does not know to the full command line.
"""

from __future__ import annotations

import sys


def main() -> int:
    """Run smartcert with the process's arguments and give its exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from smartcert import __version__

        print(f"smartcert {__version__}")
        return 0
    from smartcert.cli.main import main

    return main(arguments)


def run() -> None:
    """Run smartcert and end the process; the entry point of the installed command."""
    sys.exit(main())


if __name__ == "__main__":
    run()
