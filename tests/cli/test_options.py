"""The table of options: each command takes what it declares; a wrong value is told by its name."""

from __future__ import annotations

import shutil
from itertools import chain

import pytest

from smartcert.cli.commands import COMMANDS
from smartcert.cli.options import CheckOptions, ReportOptions, options_of
from smartcert.messages.message import has_message
from support import EXAMPLES, run


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_row_says_all_that_a_command_line_needs(command):
    rows = list(options_of(command.options))
    flags = list(chain.from_iterable(row.option.flags.split() for row in rows))
    assert len(set(flags)) == len(flags)
    for row in rows:
        assert all(flag.startswith("-") for flag in row.option.flags.split())
        assert (row.option.metavar is None) == (row.kind == "flag"), row.field
        if row.option.flags:
            assert has_message(f"help.options.{row.option.help}"), row.field


def test_the_kind_of_an_option_follows_from_what_it_is_by_itself():
    kinds = {row.field: row.kind for row in options_of(CheckOptions)}
    assert (kinds["quiet"], kinds["lang"], kinds["format"]) == ("flag", "value", "values")


def test_words_that_are_completed_are_words_that_are_taken(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLES / "minimum", tmp_path, dirs_exist_ok=True)
    for row in options_of(CheckOptions):
        if row.option.complete is not None:
            for word in row.option.complete():
                flag = row.option.flags.split()[0]
                assert run("check", flag, str(word), "--today", "2026-11-21").code < 2, word


@pytest.mark.parametrize("command", ["compare round-1.yaml", "report --baseline round-1.yaml -o -"])
def test_a_wrong_old_edition_is_told_by_its_own_name(command, monkeypatch):
    monkeypatch.chdir(EXAMPLES / "khon-kaen")
    for value, said in (("1999", "is none of 2562, 2569"), ("soon", "is no year")):
        arguments = (*command.split(), "round-2.yaml", "--old-edition", value, "--lang", "en")
        found = run(*arguments)
        assert (found.code, found.err.splitlines()[0]) == (
            2,
            f"smartcert: --old-edition: “{value}” {said}",
        )


def test_an_earlier_round_is_no_setting():
    assert "baseline" not in ReportOptions._fields
