"""`smartcert schema`: the JSON Schema of a proposal, for editors."""

from __future__ import annotations

from smartcert.cli.options import SchemaOptions
from smartcert.cli.output import deliver, free
from smartcert.errors import ExitCode
from smartcert.schema import SCHEMA_FILES


def run(options: SchemaOptions) -> ExitCode:
    """Print the schema, or write it where `-o` says.

    Raises `UsageError` rather than overwrite somebody's work.
    """
    if options.output not in (None, "-"):
        free(options.output, "json")
    deliver(SCHEMA_FILES["proposal"].read_text(encoding="utf-8"), options.output)
    return ExitCode.PASSED
