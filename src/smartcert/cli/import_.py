"""`smartcert import`: a workbook as the YAML of a proposal."""

from __future__ import annotations

import sys
from difflib import unified_diff
from pathlib import Path

from smartcert.cli.options import ImportOptions
from smartcert.cli.output_files import write_new
from smartcert.cli.settings import resolve, start_of
from smartcert.cli.streams import say
from smartcert.errors import ExitCode, UnreadableError
from smartcert.files import is_file, read_file
from smartcert.findings.finding import Location
from smartcert.messages.codes import code_text
from smartcert.messages.message import message
from smartcert.session.inputs import existing, source_of
from smartcert.workbook.yaml_text import yaml_text


def run(options: ImportOptions) -> ExitCode:
    """Write the proposal, after what changes in one that is there. Raises `UsageError`."""
    lang = resolve(options, start_of((options.workbook,))).lang
    source = source_of(existing(options.workbook))
    if source.fatal or not source.root:
        hint = f"smartcert check {options.workbook}"
        raise UnreadableError("usage.cannot-be-a-form", file=options.workbook, hint=hint)
    for fault in source.faults:
        # What could not be read is missing in the file that is written; nobody else would know.
        said = code_text(fault.code, "message", lang, **fault.params)
        say(f"{Location(options.workbook, (), fault.span).place} {fault.code} {said}", sys.stderr)
    text = yaml_text(source.root)
    if options.output == "-":
        sys.stdout.write(text)
        return ExitCode.PASSED
    target = options.output or str(Path(options.workbook).with_suffix(".yaml"))
    if is_file(target):
        before = read_file(target).decode("utf-8", "replace")
        for line in unified_diff(
            before.splitlines(), text.splitlines(), target, options.workbook, lineterm=""
        ):
            say(line)
    write_new(target, text.encode(), [options.workbook], force=options.force)
    say(message("terminal.form.imported", lang, file=target))
    return ExitCode.PASSED
