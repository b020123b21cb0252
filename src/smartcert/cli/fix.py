"""`smartcert fix`: what can be mended in a file, shown as a diff or written."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from smartcert.cli.language import language
from smartcert.cli.options import FixOptions
from smartcert.cli.output_files import OutputFiles
from smartcert.cli.streams import read_input
from smartcert.errors import ExitCode, UsageError, refuse_unknown
from smartcert.files import read_file
from smartcert.proposal.repairs import Repairs, mendable, repairs_of
from smartcert.proposal.spec import key_forms
from smartcert.render.repairs_text import Outcome, render
from smartcert.render.terminal import write
from smartcert.session.inputs import existing
from smartcert.source import read_source, refuse_cut

STDIN = "-"


def run(options: FixOptions) -> ExitCode:
    """Show what can be mended, or write it; of standard input, print the text as mended.

    Raises `UsageError`, also rather than write over what somebody changed meanwhile.
    """
    lang = language(options.lang)
    only = tuple(code.upper() for code in options.only)
    for code in only:
        refuse_unknown("--only", code, mendable())
    if options.proposal == STDIN:
        return _filter(only, options, lang)
    path = Path(existing(options.proposal))
    raw = _read(path)
    repairs = repairs_of(read_source(raw, options.proposal, keys=key_forms), only)
    if options.write and repairs.mended:
        _write(path, raw, repairs.content(raw))
    outcome: Outcome = "written" if options.write else "shown"
    write(render(repairs, outcome, lang), no_color=options.no_color)
    if repairs.source.fatal:
        return ExitCode.UNREADABLE
    return ExitCode.FAILED if repairs.mended and not options.write else ExitCode.PASSED


def _filter(only: tuple[str, ...], options: FixOptions, lang: str) -> ExitCode:
    """Print standard input as mended, byte for byte; what is said of it goes to standard error."""
    if options.write:
        raise UsageError("usage.write-to-stdin")
    raw = read_input()
    refuse_cut(raw, STDIN)
    repairs: Repairs = repairs_of(read_source(raw, STDIN, keys=key_forms), only)
    sys.stdout.flush()
    sys.stdout.buffer.write(repairs.content(raw))
    sys.stdout.buffer.flush()
    write(render(repairs, "printed", lang), sys.stderr, no_color=options.no_color)
    return ExitCode.UNREADABLE if repairs.source.fatal else ExitCode.PASSED


def _read(path: Path) -> bytes:
    try:
        return read_file(path)
    except OSError as problem:
        raise UsageError("usage.cannot-open", file=path, reason=problem.strerror) from problem


def _write(path: Path, raw: bytes, content: bytes) -> None:
    """Write a file anew, with its permissions, unless it is another than was read."""
    if path.is_symlink():
        raise UsageError("usage.a-link", file=path, hint=str(path.resolve()))
    if sha256(_read(path)).digest() != sha256(raw).digest():
        raise UsageError("usage.changed-meanwhile", file=path, hint=f"smartcert fix {path}")
    with OutputFiles() as files:
        files.add(str(path), "", content)
