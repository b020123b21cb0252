"""No value of any option of any command is a bug, hangs, or makes more than a few lines."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from smartcert.cli.commands import COMMANDS
from smartcert.cli.options import options_of
from support import EXAMPLES, python, run

pytestmark = pytest.mark.long

NAMED = ("PROPOSAL", "OLD", "NEW", "WORKBOOK")
"""Arguments that a command can't do without, and that are a proposal here."""

FIRST = {
    row.option.flags: command.name
    for command in reversed(COMMANDS)
    for row in options_of(command.options)
    if row.option.flags
}
"""The first command that has an option; where others have it too, it is read in the same way."""

VALUES = ("a\0b", "x" * 5000, "\udcff", "none/x", "pipe", "/dev/zero", "locked/x", "", "\x1b[31m")


@pytest.fixture
def here(tmp_path, monkeypatch):
    shutil.copyfile(EXAMPLES / "minimum" / "proposal.yaml", tmp_path / "p.yaml")
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    (tmp_path / "locked").mkdir(mode=0)
    yield tmp_path
    (tmp_path / "locked").chmod(0o700)


def arguments(command):
    """The arguments that stand without a flag, each with what it means."""
    for row in options_of(command.options):
        if not row.option.flags:
            yield "p.yaml" if row.option.metavar in NAMED else "C1-1"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_no_value_of_an_option_is_a_bug(command):
    plain = [] if command.name in ("init", "criteria lint") else list(arguments(command))
    for row in options_of(command.options):
        if row.option.flags and row.kind != "flag":
            flag = row.option.flags.split()[0]
            for value in VALUES if FIRST[row.option.flags] == command.name else VALUES[::4]:
                done = run(*command.name.split(), *plain, flag, value)
                told = (flag, value[:20], done.err)
                assert done.code in (0, 1, 2, 3, 4), told
                assert len(done.err.splitlines()) <= 3, told
                assert "\x1b" not in done.out + done.err, told


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("asked", ["complete_bash", "complete_zsh", "source_bash"])
@pytest.mark.parametrize(
    "variables",
    [
        {"COMP_CWORD": "x", "COMP_WORDS": "smartcert che"},
        {"COMP_CWORD": "99999", "COMP_WORDS": "smartcert 'x"},
        {"COMP_CWORD": "-5", "COMP_WORDS": "\x1b"},
        {"_TYPER_COMPLETE_ARGS": "smartcert 'x"},
        {},
    ],
)
def test_no_variable_of_a_shells_completion_is_a_bug(asked, variables, here):
    done = subprocess.run(
        [python(), "-m", "smartcert"], cwd=here, capture_output=True, text=True, check=False,
        env={**os.environ, "_SMARTCERT_COMPLETE": asked, **variables},
    )  # fmt: skip
    assert done.returncode in (0, 2), done.stderr
    assert done.stderr == ""
