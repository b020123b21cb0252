"""`smartcert import`: a workbook as the YAML of a proposal."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from smartcert.cli.options import ImportOptions
from smartcert.cli.output import write_new
from smartcert.cli.settings import resolve, start_of
from smartcert.errors import ExitCode, UnreadableError
from smartcert.messages.message import message
from smartcert.render.sanitize import for_terminal
from smartcert.session.inputs import existing, source_of
from smartcert.workbook.yaml_text import yaml_text


def run(options: ImportOptions) -> ExitCode:
    """Write the proposal, after what changes in one that is there. Raises `UsageError`."""
    lang = resolve(options, start_of((options.workbook,))).lang
    source = source_of(existing(options.workbook))
    if source.fatal or not source.root:
        hint = f"smartcert check {options.workbook}"
        raise UnreadableError("usage.cannot-be-a-form", file=options.workbook, hint=hint)
    text = yaml_text(source.root)
    if options.output == "-":
        print(text, end="")
        return ExitCode.PASSED
    target = Path(options.output or Path(options.workbook).with_suffix(".yaml"))
    if target.is_file():
        before = target.read_text(encoding="utf-8", errors="replace")
        for line in unified_diff(
            before.splitlines(), text.splitlines(), str(target), options.workbook, lineterm=""
        ):
            print(for_terminal(line))
    write_new(target, text.encode(), force=options.force)
    print(message("terminal.form.imported", lang, file=target))
    return ExitCode.PASSED
