"""What `--help` prints: made of the tables of commands and options, without loading typer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smartcert.cli.commands import COMMANDS, GROUPS, Command
from smartcert.cli.options import Declared, Option, options_of
from smartcert.messages.message import message
from smartcert.thai.words import width as columns_of
from smartcert.thai.words import wrap

FIRST, GAP = 30, 2
"""Columns of the names at most, and of the room behind them; a longer name has its own line."""

HELP = Option("--help -h", "help")
OF_THE_TOP = (
    Option("--version -V", "version"),
    Option("--install-completion", "install-completion"),
    Option("--show-completion", "show-completion"),
    HELP,
)
"""The options before any command."""


class HelpPage(NamedTuple):
    """The help of a command, of a group of commands, or of everything, in a language."""

    name: str
    """Such as `check` or `criteria list`; empty for everything."""
    lang: str
    width: int

    def lines(self) -> Iterator[str]:
        """Yield its lines, of a width."""
        command = next((each for each in COMMANDS if each.name == self.name), None)
        rows = [] if command is None else [*options_of(command.options)]
        arguments = [row for row in rows if not row.option.flags]
        yield from wrap(
            f"{self._said('heads.usage')} {self._usage(command, arguments)}", self.width
        )
        yield ""
        about = f"commands.{self.name.replace(' ', '.')}" if self.name else "smartcert"
        yield from wrap(self._said(about), self.width, "  ")
        yield from self._part(
            "arguments",
            [(row.option.metavar or "", self._of_argument(row)) for row in arguments],
        )
        options = [row.option for row in rows if row.option.flags]
        options += [HELP] if self.name else OF_THE_TOP
        yield from self._part("options", [(_named(each), self._of(each)) for each in options])
        if command is None:
            yield from self._part("commands", [*self._commands()])

    def _usage(self, command: Command | None, arguments: list[Declared]) -> str:
        taken = " ".join(map(_placed, arguments)) if command else "COMMAND [ARGS]..."
        return " ".join(filter(None, ["smartcert", self.name, "[OPTIONS]", taken]))

    def _part(self, head: str, rows: list[tuple[str, str]]) -> Iterator[str]:
        """Yield a list in two columns under its head."""
        if not rows:
            return
        yield ""
        yield self._said(f"heads.{head}")
        first = min(FIRST, max(columns_of(name) for name, _ in rows)) + GAP
        for name, text in rows:
            told = wrap(text, self.width - first - GAP)
            if columns_of(name) > first - GAP:
                yield f"  {name}"
            else:
                yield f"  {name}{' ' * (first - columns_of(name))}{told.pop(0)}".rstrip()
            yield from (f"{' ' * (first + GAP)}{line}" for line in told)

    def _commands(self) -> Iterator[tuple[str, str]]:
        """Yield the commands of a group, or those of everything, groups last."""
        depth = len(self.name.split())
        for command in COMMANDS:
            words = command.name.split()
            if words[:depth] == self.name.split() and len(words) == depth + 1:
                yield words[-1], self._said(f"commands.{command.name.replace(' ', '.')}")
        for group in () if self.name else GROUPS:
            yield group, self._said(f"commands.{group}")

    def _of(self, option: Option) -> str:
        return self._said(f"options.{option.help}") if option.help else ""

    def _of_argument(self, row: Declared) -> str:
        return self._said(row.option.help) if row.option.help else ""

    def _said(self, key: str) -> str:
        return message(f"help.{key}", self.lang)


def page_asked_for(arguments: list[str]) -> str | None:
    """Return the name of what help is plainly asked for, or None."""
    if not arguments or arguments[-1] not in HELP.flags.split():
        return None
    name = " ".join(arguments[:-1])
    known = {"", *GROUPS, *(command.name for command in COMMANDS)}
    return name if name in known else None


def _named(option: Option) -> str:
    """Return an option as help names it: `-o, --output FILE`."""
    flags = sorted(option.flags.split(), key=lambda flag: flag.startswith("--"))
    return " ".join(filter(None, [", ".join(flags), option.metavar]))


def _placed(row: Declared) -> str:
    """Return an argument as usage shows it: `[PROPOSAL]...`."""
    name = row.option.metavar or ""
    several = "..." if row.kind == "values" else ""
    return f"{name}{several}" if row.default is ... else f"[{name}]{several}"
