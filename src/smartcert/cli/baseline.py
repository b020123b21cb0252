"""`smartcert baseline write`: record today's findings, so that a team starts clean and can only get better."""

from __future__ import annotations

from pathlib import Path

from smartcert.cli import options as read
from smartcert.cli.check import asked, assess_file, question_of
from smartcert.cli.options import CheckOptions
from smartcert.cli.output import write_new
from smartcert.errors import UsageError
from smartcert.messages.terms import term
from smartcert.rounds.baseline import NAME, Baseline, dump, read_baseline, recorded
from smartcert.source import read_bytes


def run(options: CheckOptions, *, force: bool) -> int:
    """Write the baseline. Raises `UsageError` rather than lose an older one."""
    settings, files = asked(options)
    to_screen = options.output == "-"
    target = Path(NAME if to_screen else options.output or settings["baseline"].value or NAME)
    question = question_of(settings, options.today)
    assessments = [assess_file(file, question) for file in files]
    content = dump(assessments, target.parent, question.today)
    if to_screen:
        print(content, end="")
        return 0
    write_new(target, content.encode(), force=force)
    count = sum(len(recorded(assessment)) for assessment in assessments)
    print(term("baseline-written", question.lang, file=target, count=count))
    return 0


def known(file: str) -> Baseline:
    """Read a baseline for `check`. Raises `UsageError`, with what to use instead for an earlier proposal."""
    if read.is_proposal(Path(file)):
        raise UsageError(
            f"{file} เป็นข้อเสนอ แต่ check --baseline ใช้แฟ้มที่ smartcert baseline write เขียน ถ้าจะเทียบกับรอบก่อน ใช้ --no-regress",
            f"{file} is a proposal; check --baseline takes what `smartcert baseline write` writes. For an earlier round: --no-regress",
            f"--no-regress {file}",
        )
    return read_baseline(Path(file))


def as_proposal(file: str) -> str:
    """Return the name of an earlier proposal, as `report --baseline` takes it. Raises `UsageError` for a file of findings."""
    if read_bytes(Path(read.existing(file))).lstrip()[:1] == b"{":
        raise UsageError(
            f"{file} เป็นแฟ้มผลตรวจตั้งต้น แต่ report --baseline ใช้ข้อเสนอของรอบก่อน",
            f"{file} is a file of findings, as check --baseline takes it; report --baseline takes the proposal of an earlier round",
            f"smartcert check --baseline {file}",
        )
    return file
