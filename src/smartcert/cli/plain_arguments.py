"""A small reader of plain arguments, without the full command line.

A test holds it to what typer accepts, for every command.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from smartcert.cli.commands import COMMANDS, Command
from smartcert.cli.options import Declared, options_of


def parse(arguments: list[str]) -> tuple[Command, Any] | None:
    """Return the command and its options, or None for what the full command line has to answer.

    That is help, a slip, and a shell that asks for completion.
    """
    if any(name.startswith("_") and name.endswith("_COMPLETE") for name in os.environ):
        return None
    for command in COMMANDS:
        words = command.name.split()
        if arguments[: len(words)] == words:
            taken = _taken(command, iter(arguments[len(words) :]))
            return None if taken is None else (command, command.options(**taken))
    return None


def flags(command: Command) -> dict[str, Declared]:
    """Return the options of a command by each of their flags."""
    return {flag: row for row in options_of(command.options) for flag in row.option.flags.split()}


def _taken(command: Command, arguments: Iterator[str]) -> dict[str, Any] | None:
    """Return the values of the options by their fields, or None where they are not plain."""
    by_flag = flags(command)
    taken: dict[str, Any] = {}
    positional: list[str] = []
    for argument in arguments:
        name, equals, value = argument.partition("=")
        row = by_flag.get(name)
        if argument == "--":
            positional += arguments
        elif row is None:
            if argument.startswith("-") and argument != "-":
                return None
            positional.append(argument)
        elif row.kind == "flag":
            if equals:
                return None
            taken[row.field] = True
        else:
            if equals and not name.startswith("--"):
                return None
            given = value if equals else next(arguments, None)
            if given is None:
                return None
            several = row.kind == "values"
            taken[row.field] = (*taken.get(row.field, ()), given) if several else given
    return _placed(command, positional, taken)


def _placed(
    command: Command, positional: list[str], taken: dict[str, Any]
) -> dict[str, Any] | None:
    """Return the values with those that stand without a flag, if there is a place for each."""
    for row in options_of(command.options):
        if not row.option.flags:
            if row.kind == "values":
                taken[row.field], positional = tuple(positional), []
            elif positional:
                taken[row.field] = positional.pop(0)
            elif row.default is ...:
                return None
    return None if positional else taken
