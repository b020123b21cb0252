"""`smartcert review answers`: a response table that an office filled in, as `responses`."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

from smartcert.cli.options import AnswersOptions
from smartcert.cli.output_files import write_new
from smartcert.errors import ExitCode, UsageError
from smartcert.files import read_file
from smartcert.messages.message import message
from smartcert.messages.message_files import LANGUAGES
from smartcert.session.inputs import existing
from smartcert.session.review_draft import quoted

COMMENT, ANSWER = 1, 2
"""The columns of the comment, whose first line is its id, and of the answer."""


def run(options: AnswersOptions) -> ExitCode:
    """Print the answers as YAML, or write them where `-o` says. Raises `UsageError`."""
    answers = list(read_answers(read_file(existing(options.table))))
    if not answers:
        raise UsageError("usage.no-response-table", file=options.table)
    lines = ["responses:"]
    for comment, action in answers:
        lines.append(f"  - comment: {quoted(comment)}")
        lines.append(f"    action: {quoted(action)}" if action else "    action:")
    text = "\n".join(lines) + "\n"
    if options.output in (None, "-"):
        sys.stdout.write(text)
    else:
        write_new(options.output, text.encode(), [options.table], force=options.force)
    return ExitCode.PASSED


def read_answers(packed: bytes) -> Iterator[tuple[str, str]]:
    """Yield each comment's id with its answer, from the tables that have our columns."""
    from docx import Document

    try:
        document = Document(io.BytesIO(packed))
    except Exception:  # A file can be no Word document in ways beyond counting.
        return
    heads = {message("report.answer", lang) for lang in LANGUAGES}
    for table in document.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows and len(rows[0]) > ANSWER and rows[0][ANSWER].strip() in heads:
            for row in rows[1:]:
                yield row[COMMENT].strip().partition("\n")[0].strip(), row[ANSWER].strip()
