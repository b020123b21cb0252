"""`smartcert schema`: the JSON Schema of a proposal, for editors."""

from __future__ import annotations

from smartcert.cli.options import SchemaOptions
from smartcert.cli.output import Destination, deliver
from smartcert.cli.output_files import OutputFiles, refuse_loss
from smartcert.errors import ExitCode
from smartcert.schema import SCHEMA_FILES


def run(options: SchemaOptions) -> ExitCode:
    """Print the schema, or write it where `-o` says.

    Raises `UsageError` rather than overwrite somebody's work.
    """
    target = Destination("schema", None if options.output == "-" else options.output)
    if target.file is not None:
        refuse_loss(target.file, target.name, (), force=options.force)
    with OutputFiles() as files:
        deliver(SCHEMA_FILES["proposal"].read_text(encoding="utf-8"), target, files)
    return ExitCode.PASSED
